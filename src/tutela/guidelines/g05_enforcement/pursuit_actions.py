"""What the State does against those who trafficked the person, and so that nobody else is caught: never about her."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tutela.cases.models import Case
from tutela.engine.access import Actor
from tutela.engine.actions import Fact
from tutela.engine.fields import CaseId

from .models import Pursuit
from .words import CourtOutcome, PreventionStep, SuspectRole, Suspects


class SuspectsCharged(Fact):
    """Those suspected of the trafficking were charged. No name is kept, only what kind of suspects they are.

    Shape    each_assessed: whether it was assessed of each of them if she or he has been trafficked too
    Writes   Pursuit; judgment is owed from now on; a breach, where nobody assessed it
    Source   P13
    """

    need = "proceedings"
    provisions = ("P13",)

    case: CaseId
    suspects: Suspects = Suspects.UNKNOWN
    roles: tuple[SuspectRole, ...] = ()
    each_assessed: bool | None = None

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps the charge by its kind."""
        made = Pursuit.objects.create(
            case=case,
            step="charged",
            suspects=self.suspects,
            roles=list(self.roles),
            at=at,
            agency_id=by.agency_id,
        )
        return {"pursuit": made.pk}


class JudgmentGiven(Fact):
    """A court decided on those who were charged with the trafficking, or the case against them was given up.

    Writes   Pursuit
    Source   P13
    """

    event = "criminal_proceedings_ended"
    need = "proceedings"
    provisions = ("P13",)

    case: CaseId
    outcome: CourtOutcome
    suspects: Suspects = Suspects.UNKNOWN

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps the outcome."""
        made = Pursuit.objects.create(
            case=case,
            step="judged",
            outcome=self.outcome,
            suspects=self.suspects,
            at=at,
            agency_id=by.agency_id,
        )
        return {"pursuit": made.pk}


class PreventionTaken(Fact):
    """Something was done so that nobody else is caught in the same place, or by the same people.

    Source   P2
    """

    need = "proceedings"
    provisions = ("P2",)

    case: CaseId
    step: PreventionStep

    def apply(self) -> None:
        """Only the entry, and the duty that it meets."""
