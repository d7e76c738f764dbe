"""Undoing what came before: entry bans, records, debts, convictions, followed until nothing weighs on the person."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from tutela.agencies.words import Sector
from tutela.cases.models import Case
from tutela.engine.actions import Fact, Fault, InvalidAction
from tutela.engine.fields import CaseId, Currency, Kept, Minor, Prose, Ref

from .models import Burden, Conviction
from .words import LIFTS, BurdenKind, UndoStep

#: A burden or a conviction that is to be undone.
UndoingId = Annotated[UUID, Ref("undoing")]


class BurdenFound(Fact):
    """An entry ban, a police record, a debt or the like weighs on the person from the time of the trafficking.

    Writes   Burden; a breach and the duty to lift it, where it goes against protection
    Source   P7
    """

    need = "proceedings"
    provisions = ("P7",)

    case: CaseId
    burden: BurdenKind
    amount_minor: Minor | None = None
    currency: Currency | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps what was found."""
        if self.amount_minor is not None and not self.currency:
            raise InvalidAction([Fault("currency", "money.currency", {})])
        made = Burden.objects.create(
            case=case,
            kind=self.burden,
            amount_minor=self.amount_minor,
            currency=self.currency or "",
            found_at=at,
        )
        return {"undoing": made.pk, "lifts": LIFTS.get(self.burden, Sector.PROSECUTION)}


class UndoingMoved(Fact):
    """The undoing of a burden or a conviction moved on: sought, refused, appealed, undone, the record cleared.

    Writes   Burden or Conviction
    Source   P7, G2.5
    """

    need = "proceedings"
    provisions = ("P7",)

    case: CaseId
    undoing: UndoingId
    step: UndoStep
    reasons: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Notes the step on what it is about."""
        burden = Burden.objects.filter(pk=self.undoing, case=case).first()
        if burden is None:
            _conviction(Conviction.objects.get(pk=self.undoing, case=case), self.step, at)
            return
        burden.step, burden.step_at = self.step, at
        burden.lifted_at = at if self.step in (UndoStep.UNDONE, UndoStep.RECORD_CLEARED) else None
        burden.save(update_fields=["step", "step_at", "lifted_at"])


def _conviction(found: Conviction, step: UndoStep, at: datetime) -> None:
    """A conviction is quashed when it is undone, and gone when the record is cleared as well."""
    found.step, found.step_at = step, at
    if step in (UndoStep.UNDONE, UndoStep.RECORD_CLEARED):
        found.quashed_at = found.quashed_at or at
    if step is UndoStep.RECORD_CLEARED:
        found.record_cleared_at = at
    found.save(update_fields=["step", "step_at", "quashed_at", "record_cleared_at"])
