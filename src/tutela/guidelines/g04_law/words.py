"""The closed lists of this room."""

from __future__ import annotations

from enum import StrEnum


class AtRisk(StrEnum):
    """Whom the danger threatens."""

    PERSON = "person"
    FAMILY = "family"
    BOTH = "both"


class DangerFrom(StrEnum):
    """Where the danger comes from, as far as is said."""

    TRAFFICKERS = "traffickers"
    AUTHORITIES = "authorities"
    FAMILY = "family"
    COMMUNITY = "community"
    DEBT = "debt"
    UNKNOWN = "unknown"


class RemovalKind(StrEnum):
    """What it is called makes no difference."""

    DEPORTATION = "deportation"
    REFUSED_ENTRY = "refused_entry"
    ORDER_TO_LEAVE = "order_to_leave"
    TRANSFER_TO_OTHER_STATE = "transfer_to_other_state"
    ESCORT_TO_BORDER = "escort_to_border"


class StayBecause(StrEnum):
    """Why a removal is stayed."""

    PRESUMED = "presumed"
    RECOVERY_PERIOD = "recovery_period"
    SERIOUS_RISK = "serious_risk"
    ASYLUM = "asylum"
    CLAIM_OR_TRIAL = "claim_or_trial"
    OTHER = "other"


class ReviewOutcome(StrEnum):
    """What a review of the stay comes to. Neither is a removal."""

    GOES_ON = "goes_on"
    ENDS = "ends"


class StayGround(StrEnum):
    """Why somebody may stay."""

    PROCEEDINGS = "proceedings"
    COOPERATION = "cooperation"
    PERSONAL_SITUATION = "personal_situation"
    CLAIM = "claim"
    RECOVERY = "recovery"
    CHILD = "child"
    DANGER = "danger"
    OTHER = "other"


class PermitDecision(StrEnum):
    """How a permit was not given, or ended."""

    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NOT_RENEWED = "not_renewed"


class PermitBecause(StrEnum):
    """Why a permit was not given, or ended. Some of these are never a reason."""

    PERSON_WISHES = "person_wishes"
    OTHER_STATUS = "other_status"
    PROCEEDINGS_OVER = "proceedings_over"
    CLAIM_OVER = "claim_over"
    NOT_IDENTIFIED = "not_identified"
    PAPERS_MISSING = "papers_missing"
    STOPPED_COOPERATING = "stopped_cooperating"
    DID_NOT_TESTIFY = "did_not_testify"
    IRREGULAR_ENTRY = "irregular_entry"
    PAST_CONVICTION = "past_conviction"
    OTHER = "other"
    UNKNOWN = "unknown"


#: Reasons that make the right to stay a reward for cooperation.
FOR_NOT_COOPERATING = frozenset({PermitBecause.STOPPED_COOPERATING, PermitBecause.DID_NOT_TESTIFY})
#: Reasons that punish somebody for what trafficking made of her.
FOR_BEING_TRAFFICKED = frozenset({PermitBecause.IRREGULAR_ENTRY, PermitBecause.PAST_CONVICTION})
#: Reasons that leave nobody without a right to stay against her will.
LEAVES_NO_GAP = frozenset({PermitBecause.PERSON_WISHES, PermitBecause.OTHER_STATUS})
