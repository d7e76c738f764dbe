"""The closed lists of families and of their papers."""

from __future__ import annotations

from enum import StrEnum


class FamilyTie(StrEnum):
    """What the person of this file is to the person of the other one."""

    SIBLING = "sibling"
    PARENT_OF = "parent_of"
    CHILD_OF = "child_of"
    RELATIVE = "relative"


class LinkedFor(StrEnum):
    """What two files are linked for. Knowing of a family without a need is none of these."""

    LIVE_TOGETHER = "live_together"
    SEE_EACH_OTHER = "see_each_other"
    DECIDE_SIDE_BY_SIDE = "decide_side_by_side"
    LOOK_FOR_FAMILY = "look_for_family"


class PaperKind(StrEnum):
    """A paper that says who somebody is."""

    BIRTH_REGISTRATION = "birth_registration"
    NATIONALITY = "nationality"
    IDENTITY_CARD = "identity_card"
    MARRIAGE = "marriage"


class PaperThrough(StrEnum):
    """Who is asked for the paper."""

    REGISTRY_HERE = "registry_here"
    COURT_HERE = "court_here"
    FAMILY_OR_SCHOOL = "family_or_school"
    COUNTRY_OF_ORIGIN = "country_of_origin"


#: The same tie, seen from the other file.
SEEN_FROM_THERE = {
    FamilyTie.SIBLING: FamilyTie.SIBLING,
    FamilyTie.PARENT_OF: FamilyTie.CHILD_OF,
    FamilyTie.CHILD_OF: FamilyTie.PARENT_OF,
    FamilyTie.RELATIVE: FamilyTie.RELATIVE,
}
