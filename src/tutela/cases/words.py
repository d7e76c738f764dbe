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


class SetAsideBecause(StrEnum):
    """Why something that was received is put into no file."""

    ALREADY_IN_THE_FILE = "already_in_the_file"
    ABOUT_NOBODY = "about_nobody"
    NOT_ENOUGH_TO_TELL = "not_enough_to_tell"
    SENT_BY_MISTAKE = "sent_by_mistake"
    WRITTEN_ELSEWHERE = "written_elsewhere"
    OTHER = "other"
