"""What is best for a child, factor by factor; and what the child says, in whatever form she can."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

from tutela.agencies.words import Sector
from tutela.cases.models import Case
from tutela.cases.words import Interpreting
from tutela.engine import profile
from tutela.engine.actions import Act, Fact, Fault, InvalidAction, may
from tutela.engine.fields import AgencyId, CaseId, Kept, Language, Prose, Ref

from .bia_models import BestInterests, ChildViews
from .bia_words import (
    SAID,
    ChildDecision,
    Determined,
    DurableSolution,
    HeardHow,
    NotHeardBecause,
    PanelSeat,
    ViewWeight,
    Weighed,
)

SeatId = Annotated[UUID, Ref("panel_member")]
#: Term of the profile: how long an assessment, a determination and views may be relied on.
VALIDITY = "best_interests_validity"
_WHO = may(Sector.CHILD_PROTECTION, Sector.PROTECTION, Sector.NGO, Sector.COURT)


class _WeighFactors(Act):
    """The factors of what is best for a child, weighed one by one.

    Source  P10
    """

    abstract: ClassVar[bool] = True
    who = _WHO
    compartment = "statements"
    need = "child"
    provisions: ClassVar[tuple[str, ...]] = ("P10",)

    case: CaseId
    own_views: Weighed
    identity: Weighed
    family_ties: Weighed
    safety: Weighed
    vulnerability: Weighed
    health: Weighed
    schooling: Weighed

    @property
    def open_factors(self) -> int:
        """How many factors nobody has looked into yet."""
        factors = (
            self.own_views, self.identity, self.family_ties, self.safety, self.vulnerability, self.health,
            self.schooling,
        )  # fmt: skip
        return sum(one is Weighed.NOT_KNOWN for one in factors)


class AssessBestInterests(_WeighFactors):
    """Assess what is best for a child: every factor weighed by itself. What is not known yet is said to be so.

    Writes   BestInterests, in date for as long as the profile says; the duty to assess again
    Source   P10
    """

    reasons: Prose

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the assessment beside earlier ones; the newest holds."""
        made = BestInterests.objects.create(case=case, at=at, until=valid_until(at))
        return {"best_interests": made.pk}


class DetermineBestInterests(_WeighFactors):
    """Determine formally, at a table of several callings, whether one decision is best for a child.

    Shape    panel: the callings at the table; seats: who sat there, each once;
             solution: where the child can grow up for good, where that was decided
    Units    review_on: a calendar day; never later than the profile's validity
    Writes   BestInterests (formal); its review is owed
    Source   P10, G8.4, G8.6
    """

    provisions = ("P10", "G8.6")

    decision: ChildDecision
    panel: tuple[PanelSeat, ...]
    seats: tuple[SeatId, ...]
    outcome: Determined
    solution: DurableSolution | None = None
    review_on: date | None = None
    reasons: Prose

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the determination; the newest on a decision holds."""
        last = valid_until(at)
        if self.decision is ChildDecision.DURABLE_SOLUTION and self.solution is None:
            raise InvalidAction([Fault("solution", "field.missing", {})])
        made = BestInterests.objects.create(
            case=case,
            formal=True,
            decision=self.decision,
            outcome=self.outcome,
            solution=self.solution or "",
            panel=sorted(set(map(str, self.panel))),
            seats=sorted(set(self.seats)),
            at=at,
            until=min(last, self.review_on) if self.review_on else last,
        )
        return {"best_interests": made.pk}


class RecordChildViews(Fact):
    """What the child says on a decision and what it weighs; that she chose not to speak; or why nobody could ask.

    Shape    about: the decisions she was asked about; pressed: she was made to speak, by_agency
    Writes   ChildViews
    Source   G8.6; harm.md 10
    """

    compartment = "statements"
    need = "child"
    herself = True
    provisions = ("G8.6",)

    case: CaseId
    about: tuple[ChildDecision, ...]
    heard_how: HeardHow
    weight: ViewWeight | None = None
    why_not: NotHeardBecause | None = None
    language: Language | None = None
    interpreting: Interpreting = Interpreting.NOT_NEEDED
    pressed: bool | None = None
    by_agency: AgencyId | None = None
    in_her_words: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps them. What was said has a weight, unless she wrote it herself; what was not said, a reason."""
        if not self.about:
            raise InvalidAction([Fault("about", "field.missing", {})])
        if self.heard_how is HeardHow.COULD_NOT_BE_HEARD and self.why_not is None:
            raise InvalidAction([Fault("why_not", "field.missing", {})])
        said = self.heard_how in SAID
        made = ChildViews.objects.create(
            case=case,
            about=[str(one) for one in self.about],
            heard_how=self.heard_how,
            weight=(self.weight or "") if said else "",
            why_not=(self.why_not or "") if not said else "",
            at=at,
            until=valid_until(at),
        )
        return {"child_views": made.pk}


def valid_until(at: datetime) -> date:
    """The last day on which what is found today may be relied on."""
    here = profile.current()
    term = here.term(VALIDITY, here.day(at))
    return here.day(here.calendar.add(at, term.length)) if term.length else here.day(at)
