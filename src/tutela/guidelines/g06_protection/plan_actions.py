"""Needs, a plan that the person agrees to, and danger looked at with her: each with the day to look again."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from tutela.agencies.models import Agency
from tutela.agencies.words import Compartment
from tutela.cases.models import Case
from tutela.engine import profile
from tutela.engine.actions import Act, Fault, InvalidAction
from tutela.engine.fields import AgencyId, CaseId, Kept, Language, Line, Prose, Ref

from .care_actions import KEPT_UNDER
from .care_models import Need, Plan, PlanStep, Safety
from .care_words import Danger, PlanAnswer, StepEnd, WorryWay
from .conference_actions import ConferenceId
from .conference_models import Conference
from .conference_words import ConferenceEnd
from .words import Interpreting, Measure, SaidThrough, ServiceKind

PlanStepId = Annotated[UUID, Ref("plan_step")]


def still_to_come(field: str, day: date, at: datetime) -> None:
    """Raises InvalidAction for a day that has passed: nothing can be agreed for it any more."""
    if day < profile.current().day(at):
        raise InvalidAction([Fault(field, "date.past", {})])


class AssessNeeds(Act):
    """Ask the person what she needs, and write it down by kind and urgency. It replaces what was asked before.

    Writes   Need; the duty to make a plan with her
    Source   P8, G6.1
    """

    need = "health"
    provisions = ("G6.1",)

    case: CaseId
    now: tuple[ServiceKind, ...] = ()
    soon: tuple[ServiceKind, ...] = ()
    later: tuple[ServiceKind, ...] = ()
    asked_herself: bool
    interpreting: Interpreting
    notes: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Ends what an earlier assessment said, and keeps what she says today."""
        Need.objects.filter(case=case, ended_at=None).update(ended_at=at)
        kinds = dict.fromkeys(self.later, "later")
        kinds |= dict.fromkeys(self.soon, "soon") | dict.fromkeys(self.now, "now")
        for kind, urgency in kinds.items():
            Need.objects.create(
                case=case, kind=kind, urgency=urgency, asked_at=at,
                compartment=KEPT_UNDER.get(kind, Compartment.FACTS),
            )  # fmt: skip


class AddPlanStep(Act):
    """Agree with the person on one step: who does what, and by when. Whoever has to do it owes it by that day.

    Shape    conference: the one that decided it; its decisions are steps like any other
    Units    by_day: a calendar day in the profile's time zone
    Writes   PlanStep; its bearer's duty
    Source   P8, G6.1
    """

    need = "health"
    provisions = ("G6.1",)

    case: CaseId
    kind: ServiceKind
    bearer: AgencyId
    by_day: date
    said_through: SaidThrough
    in_words: Annotated[Line, Kept("statements")] | None = None
    conference: ConferenceId | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the step. A day in the past is said so."""
        still_to_come("by_day", self.by_day, at)
        if self.conference is not None:
            Conference.objects.get(pk=self.conference, case=case, state=str(ConferenceEnd.HELD))
        made = PlanStep.objects.create(
            case=case,
            kind=self.kind,
            compartment=KEPT_UNDER.get(self.kind, Compartment.FACTS),
            bearer_id=Agency.objects.get(pk=self.bearer, active=True).pk,
            by_day=self.by_day,
            agreed_at=at,
            conference_id=self.conference,
        )
        return {"plan_step": made.pk}


class EndPlanStep(Act):
    """A step is done, or the person does not want it any more. What she does not want costs her nothing else.

    Writes   PlanStep.ended_at
    Source   P8
    """

    need = "health"

    case: CaseId
    plan_step: PlanStepId
    how: StepEnd
    said_through: SaidThrough

    def apply(self, case: Case, at: datetime) -> None:
        """Ends the step of this case."""
        found = PlanStep.objects.get(pk=self.plan_step, case=case, ended_at=None)
        found.ended_at, found.end_how = at, self.how
        found.save(update_fields=["ended_at", "end_how"])


class AgreePlan(Act):
    """Keep what the person says to her plan, when it is looked at again, and how a worry about her may be followed.

    Shape    worry_ways: what may be done if nobody hears from her; nothing that she did not choose
    Units    review_on: a calendar day in the profile's time zone
    Writes   Plan; the duty to look at it again
    Source   P8, G6.1, G6.6
    """

    need = "health"
    provisions = ("G6.1", "G6.6")

    case: CaseId
    answer: PlanAnswer
    said_through: SaidThrough
    language: Language
    review_on: date
    worry_ways: tuple[WorryWay, ...] = ()

    def apply(self, case: Case, at: datetime) -> None:
        """Keeps her answer."""
        still_to_come("review_on", self.review_on, at)
        Plan.objects.create(
            case=case,
            answer=self.answer,
            at=at,
            review_on=self.review_on,
            worry_ways=sorted(map(str, self.worry_ways)),
        )


class AssessSafety(Act):
    """Look at danger with the person, her children and her family here or at home. It makes no score and names nobody.

    Units    review_on: a calendar day in the profile's time zone
    Writes   Safety; the duty to look again
    Source   G6.6, G5.8; harm.md 12
    """

    compartment = "whereabouts"
    needs = "whereabouts"
    need = "safety"
    provisions = ("G6.6",)

    case: CaseId
    dangers: tuple[Danger, ...] = ()
    measures: tuple[Measure, ...] = ()
    looked_at_with_her: bool
    review_on: date
    notes: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Keeps what was seen, and when to look again."""
        still_to_come("review_on", self.review_on, at)
        Safety.objects.create(
            case=case,
            dangers=sorted(map(str, self.dangers)),
            measures=sorted(map(str, self.measures)),
            at=at,
            review_on=self.review_on,
        )
