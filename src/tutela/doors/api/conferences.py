"""Case conferences for programs. What was written down there is opened like all that was written about a person."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from tutela.cases.reads import case_head
from tutela.doors import words
from tutela.doors.now import clock
from tutela.engine.access import Actor
from tutela.guidelines.g06_protection import conference_reads as reads

from . import schemas, schemas_people
from .tokens import actor_of

router = Router()
NOT_HERE = {401: schemas.DeniedOut, 404: schemas.DeniedOut, 422: schemas.InvalidOut}


@router.get(
    "/cases/{uuid:case}/conferences",
    response={200: schemas_people.ConferencesOut, **NOT_HERE},
    operation_id="conferences",
    tags=["Reading"],
)
def conferences(request: HttpRequest, case: UUID) -> Any:
    """Conferences on one person, what each decided, and who could be called to one by her consent."""
    actor, now = actor_of(request), clock()().astimezone(UTC)
    if case_head(actor, case, now) is None:
        code = "access.subject"
        return Status(404, {"result": "denied", "code": code, "text": words.reason_text(code)})
    return Status(200, plain(actor, case, now))


def plain(actor: Actor, case_id: UUID, now: datetime) -> dict[str, Any]:
    """All of them as plain data."""
    rows = [{**asdict(one), "entry": one.seq} for one in reads.meetings(actor, case_id)]
    may_come = [
        {"agency": one, "name": name, "until": until}
        for one, name, until in reads.may_come(actor, case_id, now)
    ]
    return {"rows": rows, "may_come": may_come}
