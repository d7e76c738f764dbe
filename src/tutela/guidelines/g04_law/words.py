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
