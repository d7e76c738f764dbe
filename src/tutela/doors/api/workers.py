"""Who works with how many people, for programs: one's own agency, and for a coordinator numbers of all."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Status

from tutela.cases import worker_reads as reads
from tutela.cases import workload
from tutela.doors.now import clock
from tutela.engine.access import Actor

from . import schemas, schemas_people
from .tokens import actor_of

router = Router()


@router.get(
    "/workers",
    response={200: schemas_people.WorkersOut, 401: schemas.DeniedOut},
    operation_id="workers",
    tags=["Reading"],
)
def workers(request: HttpRequest) -> Any:
    """The workers of the member's agency with their loads, leave and supervision, and the target of this project."""
    return Status(200, plain(actor_of(request), clock()().astimezone(UTC)))


def plain(actor: Actor, now: datetime) -> dict[str, Any]:
    """All of it as plain data."""
    most, child = workload.ceiling(now)
    found = reads.workers(actor, now) if reads.arranges(actor) else []
    above = [{"agency": a, "workers": n, "heaviest": h} for a, n, h in reads.above(actor, now)]
    return {"target": most, "child_counts_as": child, "rows": [asdict(one) for one in found], "above": above}
