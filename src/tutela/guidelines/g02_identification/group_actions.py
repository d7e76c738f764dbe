"""Groups: one event, many people. The event is entered once; what one person says never goes into another's file."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from tutela.cases.models import Case
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fault, InvalidAction
from tutela.engine.fields import CaseId, Line, Ref

from .group_event import GroupEvent, NotAnEvent
from .models import Group, GroupFile

GroupId = Annotated[UUID, Ref("group")]


class OpenGroup(Act):
    """Enter an event in which several people were found: where, for whom they worked, when. Nothing about a person.

    Writes   Group
    Source   harm.md 17
    """

    opens = "group"
    need = "identification"

    place: Line
    employer: Line | None = None
    began_on: date | None = None
    ended_on: date | None = None

    def apply(self, new: UUID, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps the event. Raises InvalidAction where it ends before it begins, or has no place."""
        try:
            event = GroupEvent(self.place, self.employer or "", self.began_on, self.ended_on)
        except NotAnEvent as error:
            raise InvalidAction([Fault(str(error).split(":")[0], "group.event", {})]) from None
        Group.objects.create(
            subject_id=new,
            agency_id=by.agency_id,
            place=event.place,
            employer=event.employer,
            began_on=event.began_on,
            ended_on=event.ended_on,
            opened_at=at,
        )
        return {"group": new}


class PutInGroup(Act):
    """Say that somebody was found in an event of one's own agency. Nothing else goes with it.

    Writes   GroupFile
    Source   harm.md 17
    """

    need = "identification"

    case: CaseId
    group: GroupId

    def apply(self, case: Case, by: Actor) -> None:
        """Ties the file to the event, once."""
        tie(case, own_group(self.group, by))


def own_group(group_id: UUID, by: Actor) -> Group:
    """An event of the actor's own agency. Raises Group.DoesNotExist for any other."""
    return Group.objects.get(pk=group_id, agency_id=by.agency_id)


def tie(case: Case, group: Group) -> None:
    """A file belongs to an event once."""
    GroupFile.objects.get_or_create(case=case, group_id=group.pk)
