"""Operations in which people will be found: begun only when there is care for all of them, or to save a life."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from tutela.agencies.words import Sector
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, may
from tutela.engine.fields import Ref, Whole

from .models import Operation
from .steps_words import Ready

OperationId = Annotated[UUID, Ref("operation", subject=True)]
People = Annotated[Whole, Field(ge=0, le=10_000)]
_WHO = may(Sector.POLICE, Sector.LABOUR_INSPECTION, Sector.BORDER, Sector.PROSECUTION)


class PlanOperation(Act):
    """Plan an operation in which people may be found who have been trafficked.

    Shape    expected: the most people that may be found; children: how many of them may be under age
    Writes   Operation
    Source   G5.6
    """

    who = _WHO
    opens = "operation"
    need = "setup"
    provisions = ("G5.6",)

    on_day: date
    expected: Annotated[Whole, Field(ge=1, le=10_000)]
    children: People = 0

    def apply(self, new: UUID, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps the operation, with nothing ready yet."""
        Operation.objects.create(
            subject_id=new,
            agency_id=by.agency_id,
            on_day=self.on_day,
            expected=self.expected,
            children=self.children,
            planned_at=at,
        )
        return {"operation": new}


class RecordReadiness(Act):
    """Say what is ready for the people who will be found, and for how many of them.

    Shape    people: for how many; places in shelters are counted by the system, whatever is written here
    Writes   Operation
    Source   G5.6
    """

    who = _WHO
    need = "setup"
    provisions = ("G5.6",)

    operation: OperationId
    item: Ready
    people: People

    def apply(self, operation: Operation) -> None:
        """Keeps the number."""
        operation.ready = {**operation.ready, str(self.item): self.people}
        operation.save()


class BeginOperation(Act):
    """Begin an operation.

    Reads    what is ready, against how many people may be found; free places tonight
    Writes   Operation
    Source   G5.6
    """

    who = _WHO
    need = "setup"
    provisions = ("G5.6",)

    operation: OperationId

    def apply(self, operation: Operation, at: datetime) -> None:
        """Notes that it began."""
        operation.begun_at = at
        operation.save()


class BeginToSaveLife(BeginOperation):
    """Begin at once, to save life. Nothing stops it; everything that is not ready is owed within hours.

    Writes   Operation; a review, and a duty for each kind of care
    Source   G5.6; harm.md 2
    """

    urgent_form_of = BeginOperation
    need = "setup"

    def apply(self, operation: Operation, at: datetime) -> None:
        """Notes that it began, and why nothing was asked."""
        operation.begun_at, operation.was_emergency = at, True
        operation.save()


class CareArrived(Fact):
    """One kind of care reached the people who were found.

    Source   G5.6
    """

    who = _WHO
    need = "setup"

    operation: OperationId
    item: Ready

    def apply(self) -> None:
        """Only the entry, and the duty that it meets."""
