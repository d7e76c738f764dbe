"""The closed lists of going back or staying."""

from __future__ import annotations

from enum import StrEnum


class ReturnWay(StrEnum):
    """What somebody can choose, and change her mind about at any time."""

    STAY = "stay"
    RETURN = "return"
    RESETTLEMENT = "resettlement"
    UNDECIDED = "undecided"


class ReturnRisk(StrEnum):
    """What an assessment came to. Unknown counts as serious."""

    NONE_FOUND = "none_found"
    SOME = "some"
    SERIOUS = "serious"
    UNKNOWN = "unknown"


class ReturnDangerOf(StrEnum):
    """What was looked for, in the country and the place that she would go to."""

    REPRISAL = "reprisal"
    TRAFFICKED_AGAIN = "trafficked_again"
    DEBT = "debt"
    AUTHORITIES = "authorities"
    FAMILY_OR_COMMUNITY = "family_or_community"
    NO_CARE = "no_care"


class ReturnStep(StrEnum):
    """How far it goes: only spoken of, or arranged."""

    PROPOSE = "propose"
    ARRANGE = "arrange"


class PlanPart(StrEnum):
    """What a plan for after the return covers."""

    HEALTH = "health"
    HOUSING = "housing"
    SCHOOLING = "schooling"
    WORK = "work"
    MONEY = "money"
    SAFETY = "safety"


class Channel(StrEnum):
    """How somebody who has returned wishes to be reached."""

    SAFE_NUMBER = "safe_number"
    PARTNER_VISITS = "partner_visits"
    SHE_CALLS = "she_calls"
    MESSAGE = "message"
    NOT_AT_ALL = "not_at_all"


class WhenSilent(StrEnum):
    """What she wants done when she is not heard of. Nothing else is."""

    PARTNER_ASKS = "partner_asks"
    FRIEND_ASKS = "friend_asks"
    TRY_AGAIN = "try_again"
    NOTHING = "nothing"


class FoundHow(StrEnum):
    """How somebody was found after the return, by a call or a visit that she had agreed to."""

    WELL = "well"
    NEEDS_HELP = "needs_help"
    IN_DANGER = "in_danger"
    SILENT = "silent"
    WANTS_NO_MORE = "wants_no_more"


#: What no plan may leave out: that nobody falls into the same hands again.
NEVER_LEFT_OUT = PlanPart.SAFETY
