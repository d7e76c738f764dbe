"""Reading for the protection office and for coordinators: what was received, and what escalates."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from tutela.cases import escalations as escalating
from tutela.cases import received as intake
from tutela.doors import words
from tutela.doors.now import told_time

from . import schemas
from .opening import NOT_HERE, opened, said
from .opening import now as now_here
from .tokens import actor_of

router = Router()


@router.get(
    "/received", response={200: list[schemas.ItemOut], **NOT_HERE}, operation_id="received", tags=["Reading"]
)
def received(request: HttpRequest, state: str = "waiting") -> Any:
    """What came to the protection office for files that its sender does not see; sealed, danger and children first.

    With `state=set_aside`, what was put into no file; the monitor reads that as well.
    """
    actor, now = actor_of(request), now_here()
    if not (intake.is_office(actor) or actor.is_monitor):
        return said(404, "access.subject")
    found = intake.set_aside(actor) if state == "set_aside" or actor.is_monitor else intake.waiting(actor)
    return Status(200, [_item(item, now) for item in found])


@router.post(
    "/received/{uuid:item}/open",
    response={200: schemas.OpenedOut, 503: schemas.DeniedOut, **NOT_HERE},
    operation_id="open_received",
    tags=["Reading"],
)
def open_received(request: HttpRequest, item: UUID, body: schemas.PurposeIn) -> Any:
    """Opens one item, for a purpose. The reading is on record before anything is given."""
    actor, now = actor_of(request), now_here()
    return opened(
        lambda: intake.opened(actor, item, body.purpose, now), "intake", lambda found: _content(found, now)
    )


def _content(found: intake.Opened, now: datetime) -> dict[str, Any]:
    named = found.names[0] if found.names else None
    return {**_item(found.item, now), "content": found.content, "names_case": named}


@router.get(
    "/escalations",
    response={200: list[schemas.EscalationOut], **NOT_HERE},
    operation_id="escalations",
    tags=["Reading"],
)
def escalations(request: HttpRequest) -> Any:
    """What escalates to a coordinator: overdue duties, breaches, urgent acts not looked at. No identity is in it."""
    actor = actor_of(request)
    if not escalating.is_coordinator(actor):
        return said(404, "access.subject")
    found = escalating.escalations(actor, told_time())
    return Status(200, [_escalation(row) for row in (*found.duties, *found.breaches, *found.urgent)])


def _item(item: intake.Item, now: datetime) -> dict[str, Any]:
    return {
        "id": item.id, "action": item.action, "label": words.label(item.action), "agency": item.agency,
        "roles": list(item.roles), "why": item.why, "state": item.state, "because": item.because,
        "received_at": item.received_at, "happened_at": item.happened_at, "due_at": item.due_at,
        "overdue": item.is_overdue(now), "child": item.child, "danger": item.is_danger,
    }  # fmt: skip


def _escalation(row: escalating.Row) -> dict[str, Any]:
    say = {"duty": words.duty_label, "breach": words.breach_label, "urgent": words.label}[row.kind]
    return {
        "kind": row.kind, "id": row.id, "rule": row.rule, "text": say(row.rule), "provisions": list(row.provisions),
        "agency": row.agency, "since": row.since, "due_at": row.due_at, "escalated_to": row.escalated_to,
        "ended": row.ended, "case": row.case_id, "pseudonym": row.pseudonym,
    }  # fmt: skip
