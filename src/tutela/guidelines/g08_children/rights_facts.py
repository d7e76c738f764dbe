"""What rules for children look at: who stands at the child's side, who works with it, how its age was assessed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tutela.cases.facts import AgeFacts
from tutela.engine.facts import facts

from .guardian_words import Office


@facts(needs=("case",))
@dataclass(frozen=True)
class SideFacts:
    """Who stands at the child's side, accepted and not ended, and what makes proceedings fit for it."""

    guardian: bool | None = None
    lawyer: bool | None = None
    measures: tuple[str, ...] | None = None

    def lacks(self, office: Office) -> bool:
        """Whether nobody is known to hold this office."""
        return (self.guardian if office is Office.GUARDIAN else self.lawyer) is not True


@facts(needs=("case",))
@dataclass(frozen=True)
class ThenFacts:
    """What a decision found of the time of the acts: somebody found as an adult may have been a child then."""

    was_child: bool | None = None

    def spares(self, age: AgeFacts) -> bool:
        """Whether a child's rule holds for what was done at that time."""
        return age.may_be_child is not False or age.asked_as_child or self.was_child is not False


@facts(needs=("case", "representative"))
@dataclass(frozen=True)
class AppointmentFacts:
    """The appointment that an action names, looked up under its case."""

    office: str | None = None
    agency_id: str | None = None
    ended: bool | None = None


@facts(needs=("of_agency",))
@dataclass(frozen=True)
class AppointeeFacts:
    """The agency whose member would be guardian or lawyer."""

    sector: str | None = None


@facts(needs=("case", "to_agency"))
@dataclass(frozen=True)
class CircleFacts:
    """Whether the receiver belongs to this child's own circle: guardian, lawyer, or who opened the file."""

    is_near: bool | None = None


@facts(needs=("case", "member"))
@dataclass(frozen=True)
class LedFacts:
    """Whether whoever acts is led by a trained member by telephone just now."""

    now: bool | None = None


@facts(needs=("case", "worker"))
@dataclass(frozen=True)
class WorkerFacts:
    """The member to whom a child would be given.

    Shape  covered: was led by telephone for this child before
    """

    child_training_on: date | None = None
    covered: bool | None = None
    today: date | None = None


@facts(needs=("under",))
@dataclass(frozen=True)
class LeaderFacts:
    """The member on the telephone."""

    child_training_on: date | None = None
    today: date | None = None


@facts(needs=("case", "age_assessment"))
@dataclass(frozen=True)
class AssessmentFacts:
    """The age assessment that an action names, looked up under its case."""

    method: str | None = None
    agreed: bool | None = None
    assessed_by: str | None = None
    challenged: bool | None = None
    low: int | None = None
    margin: int | None = None


@facts(needs=("case",))
@dataclass(frozen=True)
class TriedFacts:
    """Methods by which the age was assessed already."""

    methods: tuple[str, ...] | None = None
    today: date | None = None
