"""Messages between a person and one's own agency, for programs: sealed, and opened in an answer that she sees."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from tutela.cases import thread_reads as reads
from tutela.cases.reads import case_head
from tutela.doors.now import clock
from tutela.engine.actions import parse
from tutela.engine.perform import perform

from . import schemas, schemas_people
from .opening import NOT_HERE, said
from .opening import now as now_here
from .opening import opened as opened_or_not
from .tokens import actor_of

router = Router()


@router.get(
    "/cases/{uuid:case}/messages",
    response={200: schemas_people.ThreadOut, **NOT_HERE},
    operation_id="messages",
    tags=["Reading"],
)
def messages(request: HttpRequest, case: UUID) -> Any:
    """Who wrote when, and whether it was read; what it says stays sealed."""
    actor = actor_of(request)
    if case_head(actor, case, now_here()) is None or not reads.writes(actor):
        return said(404, "access.subject")
    return Status(200, plain(reads.of_agency(actor, case)))


@router.post(
    "/cases/{uuid:case}/messages/open",
    response={200: schemas_people.ThreadOut, 503: schemas.DeniedOut, **NOT_HERE},
    operation_id="open_messages",
    tags=["Reading"],
)
def open_messages(request: HttpRequest, case: UUID) -> Any:
    """The same with its words. She sees that they were read, when, and by what role."""
    actor, now = actor_of(request), now_here()
    if case_head(actor, case, now) is None or not reads.writes(actor):
        return said(404, "access.subject")
    return opened_or_not(lambda: opened(actor, case, now), "enquiry", plain)


def opened(actor: Any, case: UUID, now: datetime) -> reads.Thread:
    """One thread with its words; that hers were read is kept.

    Raises   KeyStoreDown, KeyDestroyed
    """
    found = reads.opened(actor, case, now)
    if found.unread:
        perform(parse("read_messages", {"case": case}), actor, clock=clock())
    return found


def plain(thread: reads.Thread) -> dict[str, Any]:
    """One thread as plain data."""
    rows = [{**vars(line), "words": thread.words.get(line.id)} for line in thread.lines]
    return {"rows": rows, "unread": thread.unread, "due_at": thread.due_at}
