"""What people read about staying, each within what their agency was granted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tutela.engine.access import Actor, acting

from .models import RecoveryPeriod, Removal, RiskAssertion, Stay


@dataclass(frozen=True)
class Staying:
    """Everything on file about the person's stay; empty for who may not read it."""

    recovery_periods: tuple[RecoveryPeriod, ...]
    stays: tuple[Stay, ...]
    risks: tuple[RiskAssertion, ...]
    removals: tuple[Removal, ...]


def staying(actor: Actor, case_id: UUID, at: datetime | None = None) -> Staying:
    """Recovery periods, stays, asserted danger and removals of a case, the newest first."""
    with acting(actor, at):
        return Staying(
            tuple(RecoveryPeriod.objects.filter(case_id=case_id).order_by("-started_at")),
            tuple(Stay.objects.filter(case_id=case_id).order_by("-recorded_at")),
            tuple(RiskAssertion.objects.filter(case_id=case_id).order_by("-asserted_at")),
            tuple(Removal.objects.filter(case_id=case_id).order_by("-at")),
        )
