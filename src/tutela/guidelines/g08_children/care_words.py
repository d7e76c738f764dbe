"""The closed lists of a child's care and of tracing her family."""

from __future__ import annotations

from enum import StrEnum


class CareKind(StrEnum):
    """With whom a child lives, nearest to a family first. A locked place is none, and is refused by name."""

    OWN_FAMILY = "own_family"
    KIN = "kin"
    FOSTER_FAMILY = "foster_family"
    SUPPORTED_LIVING = "supported_living"
    SMALL_GROUP = "small_group"
    INSTITUTION = "institution"
    LOCKED_PLACE = "locked_place"


class Siblings(StrEnum):
    """Whether brothers and sisters live together."""

    NONE_KNOWN = "none_known"
    TOGETHER = "together"
    APART_AS_THEY_WISH = "apart_as_they_wish"
    APART_FOR_SAFETY = "apart_for_safety"
    APART = "apart"


class CareLooked(StrEnum):
    """What looking at a care arrangement again came to."""

    GOES_ON = "goes_on"
    TO_CHANGE = "to_change"
    ENDED = "ended"


class FamilyStep(StrEnum):
    """The step before which danger from and for the family is looked at."""

    TRACING = "tracing"
    REUNION = "reunion"


class FamilyDanger(StrEnum):
    """What was found. Not known counts as danger."""

    NONE_FOUND = "none_found"
    CAN_BE_MET = "can_be_met"
    SERIOUS = "serious"
    UNKNOWN = "unknown"


class TracedThrough(StrEnum):
    """Who looks for the family. Authorities that the child fears are not among them."""

    TRACING_NETWORK = "tracing_network"
    SOCIAL_SERVICE = "social_service"
    PARTNER_ABROAD = "partner_abroad"
    PEOPLE_NAMED_BY_CHILD = "people_named_by_child"


class FamilyBond(StrEnum):
    """Whether who was found is the child's family."""

    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not_confirmed"
    NOT_FOUND = "not_found"


#: Care nearer to a family, which is looked for before a group or an institution.
FAMILY_LIKE = frozenset({CareKind.KIN, CareKind.FOSTER_FAMILY})
#: What comes only after it.
AFTER_FAMILY = frozenset({CareKind.SMALL_GROUP, CareKind.INSTITUTION})
#: Dangers that stand in the way of no step.
NO_BAR = frozenset({FamilyDanger.NONE_FOUND, FamilyDanger.CAN_BE_MET})
