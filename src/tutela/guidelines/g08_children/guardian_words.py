"""The closed lists of guardians and lawyers, and of what makes proceedings fit for a child."""

from __future__ import annotations

from enum import StrEnum

from tutela.agencies.words import Sector


class Office(StrEnum):
    """Who stands at a child's side."""

    GUARDIAN = "guardian"
    LAWYER = "lawyer"


class Conflict(StrEnum):
    """What a check of the appointed one's own interests came to. Not checked is not free of them."""

    NONE_FOUND = "none_found"
    FOUND = "found"
    NOT_CHECKED = "not_checked"


class OfficeEnd(StrEnum):
    """Why somebody no longer stands at a child's side."""

    CHILD_WISHES = "child_wishes"
    CONFLICT_FOUND = "conflict_found"
    NOT_REACHED = "not_reached"
    UNABLE = "unable"
    REPLACED = "replaced"
    OF_AGE = "of_age"


class ChildMeasure(StrEnum):
    """What makes proceedings fit for a child."""

    TRAINED_INTERVIEWER = "trained_interviewer"
    ROOM_FOR_CHILDREN = "room_for_children"
    WORDS_A_CHILD_KNOWS = "words_a_child_knows"
    SUPPORT_PERSON = "support_person"
    RECORDED_ONCE = "recorded_once"
    NEVER_FACES_SUSPECT = "never_faces_suspect"
    CLOSED_HEARING = "closed_hearing"
    BREAKS_AND_HOURS = "breaks_and_hours"


#: Without these no step of proceedings is ready for a child.
CHILD_ALWAYS = frozenset(
    {ChildMeasure.TRAINED_INTERVIEWER, ChildMeasure.WORDS_A_CHILD_KNOWS, ChildMeasure.NEVER_FACES_SUSPECT}
)
#: Whose other work stands against a child's interests: who charges, holds, removes, decides about or houses her.
#: A list of sectors that are free of it, so that an unknown one is not.
FREE_OF_CONFLICT = {
    Office.GUARDIAN: frozenset(
        {Sector.CHILD_PROTECTION, Sector.PROTECTION, Sector.NGO, Sector.LEGAL_AID, Sector.COURT}
    ),
    Office.LAWYER: frozenset({Sector.LEGAL_AID}),
}
#: Who may need to know who a child is: who protects, houses, heals, decides about or represents it, and who looks for
#: whoever holds it. Anybody else learns it by a court's order, or by the child's word with a guardian at its side.
CIRCLE = (
    Sector.CHILD_PROTECTION, Sector.PROTECTION, Sector.COMPETENT_AUTHORITY, Sector.SHELTER, Sector.HEALTH,
    Sector.LEGAL_AID, Sector.COURT, Sector.POLICE, Sector.PROSECUTION, Sector.ASYLUM,
)  # fmt: skip
