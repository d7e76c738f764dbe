"""Who works with a child: somebody trained, or for some hours the nearest officer, led by one by telephone."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from tutela.agencies.models import Member
from tutela.cases.models import Case
from tutela.engine import profile
from tutela.engine.access import Actor
from tutela.engine.actions import Act
from tutela.engine.clocks import ClockEvent, due_at
from tutela.engine.fields import CaseId, MemberId, Ref

from .models import ChildWorker

LeaderId = Annotated[UUID, Ref("child_leader")]
#: Term of the profile: how long an adult's officer acts under a trained one by telephone.
COVER = "child_phone_cover"


class AssignToChild(Act):
    """Give a child to a member of one's own agency who is trained for children, or for some hours to who is nearest.

    Shape    under: the trained member on the telephone; none_at_hand: nobody trained could come
    Writes   ChildWorker; with nobody trained, a trained one is owed within hours
    Source   G8.10
    """

    need = "child"
    refreshes = True
    provisions = ("G8.10",)

    case: CaseId
    worker: MemberId
    under: LeaderId | None = None
    none_at_hand: bool = False

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps who it is, and until when by telephone."""
        member = Member.objects.get(pk=self.worker, agency_id=by.agency_id, active=True)
        here = profile.current()
        ends = due_at(here.term(COVER, here.day(at)), [ClockEvent("start", at)], here.calendar)
        made = ChildWorker.objects.create(
            case=case,
            member_id=member.pk,
            under=self.under,
            since=at,
            until=ends if self.under is not None else None,
        )
        return {"child_worker": made.pk}
