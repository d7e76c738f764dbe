"""The closed lists of identification, beside those of the definition and of the forms."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """The two steps of a decision."""

    REASONABLE_GROUNDS = "reasonable_grounds"
    CONCLUSIVE = "conclusive"


class Ground(StrEnum):
    """On what a decision rests. Only the elements of the definition count; the others are refused by name."""

    ELEMENTS = "elements"
    ASKED_LATE = "asked_late"
    NOT_INJURED = "not_injured"
    NO_COOPERATION = "no_cooperation"
    SUSPECT_ACQUITTED = "suspect_acquitted"
    IRREGULAR_STATUS = "irregular_status"
    CAME_BACK = "came_back"


class DeclineWhy(StrEnum):
    """Why an agency cannot take a referral."""

    NO_CAPACITY = "no_capacity"
    WRONG_SERVICE = "wrong_service"
    LANGUAGE = "language"
    NOT_SAFE_HERE = "not_safe_here"
    CONFLICT_OF_INTEREST = "conflict_of_interest"


class Safety(StrEnum):
    """What was seen to before anything else."""

    SAFE = "safe"
    NOT_SAFE = "not_safe"
    UNKNOWN = "unknown"
