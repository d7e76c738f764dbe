"""Facts about the person a case is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tutela.engine import profile
from tutela.engine.facts import facts

from .words import AgeBasis, Standing


@facts(needs=("case",))
@dataclass(frozen=True)
class AgeFacts:
    """How old the person is, as far as is known.

    Shape  age_low, age_high: between how many years, on age_on; asked_on: when recognition was first owed
    """

    age_basis: str | None = None
    age_low: int | None = None
    age_on: date | None = None
    today: date | None = None
    age_high: int | None = None
    asked_on: date | None = None

    @property
    def asked_as_child(self) -> bool:
        """She may have been a child when recognition was first owed: a child's rules answer it, however late."""
        if self.asked_on is None:
            return False
        if self.age_low is None or self.age_on is None:
            return True
        majority: int = profile.current().value("majority_age", self.asked_on)
        before = (self.asked_on.month, self.asked_on.day) < (self.age_on.month, self.age_on.day)
        return self.age_low + self.asked_on.year - self.age_on.year - before < majority

    @property
    def when_asked(self) -> bool | None:
        """How a request is answered: as for who she is, or as for the child that she was when she asked."""
        return True if self.may_be_child is False and self.asked_as_child else self.may_be_child

    @property
    def may_be_child(self) -> bool | None:
        """True: surely a child; False: surely none; None: unknown, disputed, or estimated across the line.

        Rules that protect ask `is not False`, rules that spare a child a question `is True`: whoever is in doubt is
        asked as an adult and safeguarded as a child.
        """
        if self.age_basis in (None, AgeBasis.UNKNOWN, AgeBasis.DISPUTED) or self.age_low is None:
            return None
        majority: int = profile.current().value("majority_age", self.today or date.max)
        years = self.since
        if self.age_low + (years or 0) >= majority:
            return False
        if years is None or self.age_high is None or self.age_high + years >= majority:
            return None
        return True

    @property
    def since(self) -> int | None:
        """Full years since the age was recorded."""
        if self.age_on is None or self.today is None:
            return None
        before = (self.today.month, self.today.day) < (self.age_on.month, self.age_on.day)
        return max(0, self.today.year - self.age_on.year - before)


@facts(needs=("case",))
@dataclass(frozen=True)
class StandingFacts:
    """Where the person stands in the referral mechanism."""

    standing: str | None = None
    presumed_at: datetime | None = None
    file_kind: str | None = None
    languages: tuple[str, ...] | None = None
    closed: bool | None = None

    @property
    def is_protected(self) -> bool:
        """Whether the presumption holds: from the presumption on, unless a decision against it has become final."""
        return self.standing in (Standing.PRESUMED, Standing.REASONABLE_GROUNDS, Standing.IDENTIFIED)


@facts(needs=("case",))
@dataclass(frozen=True)
class FileFacts:
    """The file itself: who opened it, and what is still owed to the person.

    Shape  opened_by: id of the agency; owed: duties and breaches that have not ended
    """

    opened_by: str | None = None
    owed: int | None = None


@facts(needs=("case", "duty"))
@dataclass(frozen=True)
class DutyFacts:
    """The duty that an action names, looked up under its case."""

    rule: str | None = None
    provisions: tuple[str, ...] | None = None


@facts(needs=("case", "consent"))
@dataclass(frozen=True)
class ConsentFacts:
    """The consent that an action names, looked up under its case.

    Shape  receiver: id of the agency; for_purpose: what it is for; until: when it ends, None where it has no end
           or is not known; holds: it was neither taken back nor has it run out
    """

    receiver: str | None = None
    for_purpose: str | None = None
    opens: tuple[str, ...] | None = None
    until: datetime | None = None
    holds: bool | None = None
    withdrawn: bool | None = None
    carries_referral: bool | None = None


@facts(needs=("case",))
@dataclass(frozen=True)
class ComplaintFacts:
    """Whether a complaint of the person waits for its answer. No agency may learn it from a rule."""

    waits: bool | None = None


@facts(needs=("case", "to_agency"))
@dataclass(frozen=True)
class AgreedFacts:
    """What the person has said about one receiver.

    Shape  taken_back: her last word on it was to take a consent back
    """

    taken_back: bool | None = None
