"""What the protection office does with what was received and belongs to nobody's file yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

from tutela.agencies.words import Role, Sector
from tutela.engine import intake as received
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fault, InvalidAction, may
from tutela.engine.duties import pass_up
from tutela.engine.fields import CaseId, Prose, Ref
from tutela.engine.models import Intake

from .actions import DutyId, OpenCase
from .words import SetAsideBecause

#: Something received, which has a chain of its own.
IntakeId = Annotated[UUID, Ref("intake", subject=True)]
OFFICE = may(Sector.PROTECTION_OFFICE, Role.PROTECTION_OFFICER)
BringIn = Callable[[UUID, UUID], dict[str, Any]]


class MatchReceived(Act):
    """Put what was received into the file that it belongs to, as its sender's, at the time at which it happened.

    The office needs no sight of the file, and gets none; the sender gets none either, and goes on hearing "received".

    Writes   Intake.matched_to; whatever the Fact writes: its breaches open and its duties start
    Source   P1, P2: what somebody saw is not lost because they could not see the file
    """

    who = OFFICE
    needs = "intake"
    need = "file"

    intake: IntakeId
    case: CaseId

    def apply(self, bring_in: BringIn) -> dict[str, Any]:
        """Carries the Fact out on the file."""
        return bring_in(self.intake, self.case)


class OpenFileFromReceived(OpenCase):
    """Open a new file for the person whom something received is about, and put it there.

    Writes   Case; the office's grant; Intake.matched_to; whatever the Fact writes
    Source   G2.1, P2
    """

    who = OFFICE
    needs = "intake"
    need = "file"

    intake: IntakeId

    def apply(self, new: UUID, by: Actor, at: datetime, bring_in: BringIn) -> dict[str, Any]:  # type: ignore[override]  # asked for by name
        """Makes the file as ever, then carries the Fact out on it."""
        return {**super().apply(new, by, at), **bring_in(self.intake, new)}


class SetReceivedAside(Act):
    """Leave something that was received unmatched, with the reason. It stays sealed, and can be matched later.

    Writes   Intake.state, because; the monitor sees which reason was given
    Source   P2
    """

    who = OFFICE
    needs = "intake"
    need = "file"

    intake: IntakeId
    because: SetAsideBecause
    reason: Prose

    def apply(self, intake: Intake) -> None:
        """Notes the reason as a code; its words are sealed in the entry. What is in a file already stays there."""
        if intake.state == received.MATCHED:
            raise InvalidAction([Fault("intake", "intake.matched", {})])
        intake.state, intake.because = received.SET_ASIDE, self.because
        intake.save(update_fields=["state", "because"])


class EscalateReceived(Act):
    """Tell the next in line that nobody has opened what was received: the coordinator, then the monitor.

    Writes   Duty.escalated_to
    Source   P2
    """

    system: ClassVar[bool] = True
    need = "rights"

    intake: IntakeId
    duty: DutyId
    to: Role

    def apply(self, intake: Intake, at: datetime) -> dict[str, Any]:
        """Notes who has been told, and when. What was received stays sealed."""
        return pass_up(self.duty, intake.pk, self.to, at)
