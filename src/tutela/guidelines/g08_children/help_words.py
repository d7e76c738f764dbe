"""The closed lists of what is planned for a child, and of what goes on when she comes of age."""

from __future__ import annotations

from enum import StrEnum

from tutela.agencies.words import Sector
from tutela.guidelines.g06_protection.words import ServiceKind


class ChildHelp(StrEnum):
    """The kinds of help that every child is owed."""

    PHYSICAL = "physical"
    HEALTH = "health"
    PSYCHOSOCIAL = "psychosocial"
    LEGAL = "legal"
    SCHOOLING = "schooling"
    HOUSING = "housing"


class HelpState(StrEnum):
    """How far one kind of help is. What nobody offers stays owed, and is seen as a gap."""

    IN_PLACE = "in_place"
    PLANNED = "planned"
    NOBODY_OFFERS_IT = "nobody_offers_it"
    CHILD_SAYS_NO = "child_says_no"


class GoesOn(StrEnum):
    """What goes on when a child comes of age."""

    A_PLACE_TO_LIVE = "a_place_to_live"
    SCHOOL_OR_WORK = "school_or_work"
    HEALTH_CARE = "health_care"
    MONEY = "money"
    LAWYER_AND_CLAIMS = "lawyer_and_claims"
    RIGHT_TO_STAY = "right_to_stay"
    PAPERS = "papers"
    SOMEBODY_TO_TURN_TO = "somebody_to_turn_to"


#: What is given where one kind of help is.
GIVEN_BY = {
    ChildHelp.PHYSICAL: frozenset({ServiceKind.MATERIAL, ServiceKind.FOOD, ServiceKind.CLOTHES}),
    ChildHelp.HEALTH: frozenset({ServiceKind.MEDICAL}),
    ChildHelp.PSYCHOSOCIAL: frozenset({ServiceKind.PSYCHOLOGICAL}),
    ChildHelp.LEGAL: frozenset({ServiceKind.LEGAL}),
    ChildHelp.SCHOOLING: frozenset({ServiceKind.SCHOOLING}),
    ChildHelp.HOUSING: frozenset({ServiceKind.HOUSING}),
}
#: Whose work it is.
OWED_BY = {
    ChildHelp.PHYSICAL: Sector.CHILD_PROTECTION,
    ChildHelp.HEALTH: Sector.HEALTH,
    ChildHelp.PSYCHOSOCIAL: Sector.HEALTH,
    ChildHelp.LEGAL: Sector.LEGAL_AID,
    ChildHelp.SCHOOLING: Sector.CHILD_PROTECTION,
    ChildHelp.HOUSING: Sector.CHILD_PROTECTION,
}
#: A plan for the time after a birthday leaves none of these out.
NEVER_LOST = frozenset(GoesOn)
