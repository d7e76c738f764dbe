"""Decisions of the competent authority, element by element, and their reconsideration."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

from tutela.agencies.words import Role
from tutela.cases.facts import AgeFacts
from tutela.cases.models import Case
from tutela.cases.words import Standing
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, Fault, InvalidAction, may
from tutela.engine.fields import CaseId, Kept, Language, Prose, Ref

from .definition import (
    ActElement,
    Circumstance,
    Elements,
    Finding,
    MeansElement,
    PurposeElement,
    decide,
)
from .definition_record import plain_elements, plain_verdict
from .models import Decision
from .words import Ground, Stage

DecisionId = Annotated[UUID, Ref("decision")]


class Decide(Act):
    """What both stages of a decision hold.

    Shape    acts, means, purposes: found; not_*: looked for in vain; what is in neither is unknown
    """

    abstract: ClassVar[bool] = True
    who = may(Role.DECISION_MAKER)
    need = "identification"
    refreshes = True
    stage: ClassVar[Stage]

    case: CaseId
    positive: bool
    ground: Ground = Ground.ELEMENTS
    acts: tuple[ActElement, ...] = ()
    not_acts: tuple[ActElement, ...] = ()
    means: tuple[MeansElement, ...] = ()
    not_means: tuple[MeansElement, ...] = ()
    purposes: tuple[PurposeElement, ...] = ()
    not_purposes: tuple[PurposeElement, ...] = ()
    intended_only: bool = False
    consented: bool | None = None
    child_at_the_time: bool | None = None
    circumstances: tuple[Circumstance, ...] = ()
    reasons: Annotated[Prose, Kept("statements")] | None = None
    language: Language | None = None

    def elements(self, age: AgeFacts) -> Elements:
        """What is known, as the definition reads it; unknown age counts as a child's, and so does a child's request."""
        return self.elements_of(age.when_asked)

    def elements_of(self, now: bool | None) -> Elements:
        """The same, where it is known whether the person may be a child today."""
        child = self.child_at_the_time if self.child_at_the_time is not None else now
        return Elements(
            acts=_findings(self.acts, self.not_acts),
            means={} if child is True else _findings(self.means, self.not_means),
            purposes=_findings(self.purposes, self.not_purposes),
            intended_only=self.intended_only,
            consented=self.consented,
            child=child,
            circumstances=frozenset(self.circumstances),
        )

    def apply(self, case: Case, by: Actor, at: datetime, gathered: dict[type[Any], Any]) -> dict[str, Any]:
        """Keeps the decision with its elements and what the definition says of them; moves the standing."""
        elements = self.elements(gathered[AgeFacts])
        made = Decision.objects.create(
            case=case,
            stage=self.stage,
            positive=self.positive,
            ground=self.ground,
            elements=plain_elements(elements),
            verdict=plain_verdict(decide(elements)),
            language=self.language or "",
            decided_at=at,
            decided_by=by.member_id,
        )
        case.standing = self.standing_after(case.standing)
        case.presumed_at = case.presumed_at or (at if self.positive else None)
        case.save(update_fields=["standing", "presumed_at"])
        return {"decision": made.pk}

    def standing_after(self, before: str) -> str:
        """A positive decision raises the standing at once; a negative one waits for its reconsideration."""
        if not self.positive:
            return before
        raised = (
            Standing.REASONABLE_GROUNDS if self.stage is Stage.REASONABLE_GROUNDS else Standing.IDENTIFIED
        )
        return before if before == Standing.IDENTIFIED else raised


def _findings(found: tuple[Any, ...], absent: tuple[Any, ...]) -> dict[Any, Finding]:
    return {**dict.fromkeys(absent, Finding.NOT_FOUND), **dict.fromkeys(found, Finding.FOUND)}


def is_positive(action: Decide) -> bool:
    """The decision is for the person."""
    return action.positive


class DecideReasonableGrounds(Decide):
    """Decide whether there are reasonable grounds to believe that the person has been trafficked.

    Writes   Decision; Case.standing when positive
    Source   G2.1, G3.1, G8.1
    """

    stage = Stage.REASONABLE_GROUNDS
    provisions = ("G3.1", "G8.1", "G2.1")


class DecideConclusive(Decide):
    """Decide conclusively, element by element, with reasons in a language that the person understands.

    Writes   Decision; Case.standing when positive
    Source   G2.1, G3.1, G8.1
    """

    event = "conclusive_decision"
    stage = Stage.CONCLUSIVE
    provisions = ("G3.1", "G8.1", "G2.1")


class RequestReconsideration(Fact):
    """The person asks that a decision be looked at again. All protection stays meanwhile.

    Writes   Decision.reconsideration_asked_at
    Source   G2.1
    """

    need = "identification"

    case: CaseId
    decision: DecisionId

    def apply(self, case: Case, at: datetime) -> None:
        """Marks the decision of this case as asked to be reconsidered."""
        decision = Decision.objects.filter(pk=self.decision, case=case).first()
        if decision is None:
            raise InvalidAction([Fault("decision", "decision.not_here", {})])
        decision.reconsideration_asked_at = decision.reconsideration_asked_at or at
        decision.save(update_fields=["reconsideration_asked_at"])


class DecideReconsideration(Act):
    """Answer a request for reconsideration: by somebody other than who decided first.

    Writes   Decision.reconsidered_at; Case.standing
    """

    who = may(Role.DECISION_MAKER)
    need = "identification"
    refreshes = True

    case: CaseId
    decision: DecisionId
    upheld: bool
    reasons: Annotated[Prose, Kept("statements")] | None = None
    language: Language | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Closes the request; a decision that is not upheld gives the standing back."""
        decision = Decision.objects.get(pk=self.decision, case=case)
        decision.reconsidered_at, decision.became_final = at, self.upheld
        decision.save(update_fields=["reconsidered_at", "became_final"])
        if not decision.positive:
            case.standing = Standing.NOT_IDENTIFIED if self.upheld else Standing.REASONABLE_GROUNDS
            case.save(update_fields=["standing"])


class MakeDecisionFinal(Act):
    """A decision against has become final: its time for reconsideration passed, after the person was told of it.

    Writes   Case.standing. Help, labour rights and asylum go on: who is not identified is never dropped.
    """

    who = may(Role.DECISION_MAKER)
    need = "identification"
    refreshes = True

    case: CaseId
    decision: DecisionId
    told_in: Language

    def apply(self, case: Case, at: datetime) -> None:
        """Ends the presumption; nothing else ends by it."""
        decision = Decision.objects.get(pk=self.decision, case=case, positive=False)
        decision.became_final = True
        decision.save(update_fields=["became_final"])
        case.standing = Standing.NOT_IDENTIFIED
        case.save(update_fields=["standing"])
