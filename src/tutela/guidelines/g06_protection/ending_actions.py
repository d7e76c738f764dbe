"""What the clock writes down: an offer that nobody answered, and the end of an urgent act's time."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

from tutela.cases.actions import UrgentActId
from tutela.cases.models import Case
from tutela.engine.actions import Fact
from tutela.engine.fields import CaseId, Ref
from tutela.engine.models import UrgentAct

from .models import Placement

PlacementId = Annotated[UUID, Ref("placement")]


class OfferRanOut(Fact):
    """Nobody said what the person answered to an offer in time: the place is free again, and she is asked again.

    Writes   Placement.state; whoever offered owes another offer, or her answer
    Source   G6.1, P8: a bed is not kept from somebody else by silence
    """

    system: ClassVar[bool] = True
    compartment = "whereabouts"
    need = "shelter"

    case: CaseId
    placement: PlacementId

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Frees the place. Silence is no answer: it counts as no refusal."""
        placement = Placement.objects.get(pk=self.placement, case=case, state="offered")
        placement.state, placement.ended_at, placement.end_reason = "lapsed", at, "no_answer"
        placement.save(update_fields=["state", "ended_at", "end_reason"])
        return {"offered_by": placement.offered_by} if placement.offered_by else {}


class UrgentTimeOver(Fact):
    """The time of an urgent protective act is over: by now it has ended, or has become ordinary.

    Writes   UrgentAct.ended_at; a breach, where somebody still sleeps by it and has no place of her own
    Source   harm.md 2; P10, G6.1
    """

    system: ClassVar[bool] = True
    compartment = "whereabouts"
    need = "shelter"

    case: CaseId
    urgent_act: UrgentActId

    def apply(self, case: Case, at: datetime) -> None:
        """Notes that its time is over."""
        act = UrgentAct.objects.get(pk=self.urgent_act, subject_id=case.pk, ended_at=None)
        act.ended_at = at
        act.save(update_fields=["ended_at"])
