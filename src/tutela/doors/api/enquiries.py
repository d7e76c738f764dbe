"""Reading of protection enquiries: by the office that answers them, and by the monitor."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from tutela.guidelines.g05_enforcement import enquiry_reads as reads

from . import enquiry_schemas, schemas
from .opening import NOT_HERE, opened, said
from .opening import now as now_here
from .tokens import actor_of

router = Router()


@router.get(
    "/enquiries",
    response={200: list[enquiry_schemas.EnquiryOut], **NOT_HERE},
    operation_id="enquiries",
    tags=["Reading"],
)
def enquiries(request: HttpRequest, state: str = "waiting") -> Any:
    """Who asked before an act against somebody, by the clock; with `state=answered`, what was answered."""
    actor, now = actor_of(request), now_here()
    if not (reads.is_office(actor) or actor.is_monitor):
        return said(404, "access.subject")
    items, answered = reads.listed(actor)
    return Status(200, [_item(item, now) for item in (answered if state == "answered" else items)])


@router.get(
    "/enquiries/use",
    response={200: list[enquiry_schemas.UseOut], **NOT_HERE},
    operation_id="enquiry_use",
    tags=["Reading"],
)
def use(request: HttpRequest) -> Any:
    """How each agency uses the enquiry, for the monitor: two agencies for one person, often, without screening."""
    actor, now = actor_of(request), now_here()
    if not actor.is_monitor:
        return said(404, "access.subject")
    return Status(
        200, [{**vars(one), "patterns": list(map(str, one.patterns))} for one in reads.use(actor, now)]
    )


@router.post(
    "/enquiries/{uuid:enquiry}/open",
    response={200: enquiry_schemas.OpenedEnquiryOut, 503: schemas.DeniedOut, **NOT_HERE},
    operation_id="open_enquiry",
    tags=["Reading"],
)
def open_enquiry(request: HttpRequest, enquiry: UUID, body: schemas.PurposeIn) -> Any:
    """Opens one question, for a purpose. The reading is on record before anything is given."""
    actor, now = actor_of(request), now_here()
    return opened(
        lambda: reads.opened(actor, enquiry, body.purpose, now), "enquiry", lambda found: _content(found, now)
    )


def _content(found: reads.Opened, now: datetime) -> dict[str, Any]:
    candidates = [
        {"case": one.case_id, "pseudonym": one.pseudonym, "sure": one.sure, "age_fits": one.age_fits,
         "protected": one.is_protected}
        for one in found.candidates
    ]  # fmt: skip
    alike = [_item(one, now) for one in found.others]
    return {**_item(found.item, now), "content": found.content, "candidates": candidates, "alike": alike}


def _item(item: reads.Item, now: datetime) -> dict[str, Any]:
    return {**vars(item), "overdue": item.is_overdue(now)}
