"""The closed lists of a case."""

from __future__ import annotations

from enum import StrEnum


class AgeBasis(StrEnum):
    """How the age is known. Unknown and disputed are read in the person's favour."""

    KNOWN = "known"
    CLAIMED = "claimed"
    ESTIMATED = "estimated"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


class Sex(StrEnum):
    """As the person says it; used to find a fitting place, never as a sign of anything."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


class FileKind(StrEnum):
    """An NGO-only file may stay with one organisation for ever: help needs no identification."""

    ORDINARY = "ordinary"
    NGO_ONLY = "ngo_only"


class Standing(StrEnum):
    """Where a person stands in the referral mechanism. None of these takes help away."""

    OPEN = "open"
    PRESUMED = "presumed"
    REASONABLE_GROUNDS = "reasonable_grounds"
    IDENTIFIED = "identified"
    NOT_IDENTIFIED = "not_identified"
