"""Until when a claim can be brought: by the country's profile, else by what somebody read in the law and wrote down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tutela.engine import profile
from tutela.engine.fields import YEARS
from tutela.engine.terms import Term

from .words import Remedy, Track

#: Terms of the profile, by what is sought and before whom.
PERSONAL_INJURY = "limitation_damages"
WAGES = "limitation_wages"
ADMINISTRATIVE = "limitation_administrative"
CRIMINAL = "limitation_criminal_claim"


@dataclass(frozen=True)
class Limit:
    """The last day, and whether the profile or a person says so."""

    on: date | None
    said_by: str


def key_of(track: Track, seeks: Remedy) -> str:
    """Which term of the profile holds for a claim."""
    if track is Track.CRIMINAL:
        return CRIMINAL
    if track is Track.ADMINISTRATIVE:
        return ADMINISTRATIVE
    return WAGES if seeks is Remedy.WAGES else PERSONAL_INJURY


def term_of(track: Track, seeks: Remedy, day: date) -> Term:
    """The term of the profile that holds for a claim, with its source."""
    return profile.current().term(key_of(track, seeks), day)


def limit_of(track: Track, seeks: Remedy, harm_until: date | None, entered: date | None) -> Limit:
    """The last day for a claim. What was entered holds where it is there: the law knows more cases than a profile."""
    if entered is not None:
        return Limit(entered, "entered")
    if harm_until is None or harm_until.year not in YEARS:
        return Limit(None, "")
    term = term_of(track, seeks, harm_until)
    if term.length is None:
        return Limit(None, "")
    return Limit(profile.current().calendar.move(harm_until, term.length), "profile")
