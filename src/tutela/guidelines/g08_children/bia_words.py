"""The closed lists of what is best for a child, and of the child's own views."""

from __future__ import annotations

from enum import StrEnum


class ChildDecision(StrEnum):
    """What would be decided about a child."""

    STAY = "stay"
    CARE = "care"
    TRACING = "tracing"
    REUNION = "reunion"
    RETURN = "return"
    STATUS = "status"
    TESTIMONY = "testimony"
    DURABLE_SOLUTION = "durable_solution"
    RELEASE = "release"
    OTHER = "other"


class Weighed(StrEnum):
    """How much one factor weighs for this child. None outweighs the others by rule; what is not known is said so."""

    WEIGHS_MOST = "weighs_most"
    WEIGHS = "weighs"
    WEIGHS_LITTLE = "weighs_little"
    NOT_KNOWN = "not_known"


class PanelSeat(StrEnum):
    """Who sat at the table when it was determined what is best."""

    CHILD_PROTECTION = "child_protection"
    GUARDIAN = "guardian"
    LAWYER = "lawyer"
    HEALTH = "health"
    TEACHER_OR_CARER = "teacher_or_carer"
    INDEPENDENT = "independent"
    ENFORCEMENT = "enforcement"


class Determined(StrEnum):
    """What a determination came to."""

    IN_HER_INTEREST = "in_her_interest"
    AGAINST_HER_INTEREST = "against_her_interest"
    NOT_YET = "not_yet"


class DurableSolution(StrEnum):
    """Where a child can grow up in safety, for good."""

    STAY_HERE = "stay_here"
    FAMILY_HERE = "family_here"
    FAMILY_ELSEWHERE = "family_elsewhere"
    RETURN_TO_CARE = "return_to_care"
    THIRD_COUNTRY = "third_country"


class HeardHow(StrEnum):
    """How a child was heard, or that she was not. Choosing not to speak is an answer."""

    IN_CONVERSATION = "in_conversation"
    BY_PLAY_OR_DRAWING = "by_play_or_drawing"
    IN_WRITING = "in_writing"
    THROUGH_SOMEBODY_TRUSTED = "through_somebody_trusted"
    CHOSE_NOT_TO_SPEAK = "chose_not_to_speak"
    COULD_NOT_BE_HEARD = "could_not_be_heard"


class ViewWeight(StrEnum):
    """How much the child's views count, for her age and maturity."""

    DECISIVE = "decisive"
    MUCH = "much"
    SOME = "some"


class NotHeardBecause(StrEnum):
    """Why a child could not be heard."""

    TOO_YOUNG_TO_SAY = "too_young_to_say"
    TOO_ILL = "too_ill"
    MISSING = "missing"
    NO_INTERPRETER = "no_interpreter"
    DANGER = "danger"


#: Heard, in whatever form: then it is said what it weighs.
SAID = frozenset(
    {
        HeardHow.IN_CONVERSATION,
        HeardHow.BY_PLAY_OR_DRAWING,
        HeardHow.IN_WRITING,
        HeardHow.THROUGH_SOMEBODY_TRUSTED,
    }
)
#: So many seats a panel has at least; child protection holds one of them.
PANEL = 3
#: From so many agencies at least they come, so that nobody decides among their own.
PANEL_AGENCIES = 2
