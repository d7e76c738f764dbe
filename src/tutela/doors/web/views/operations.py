"""Operations: what is ready for the people who will be found, beside how many may be found."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tutela.doors import words
from tutela.doors.now import clock
from tutela.engine.actions import registry
from tutela.guidelines.g05_enforcement import reads
from tutela.guidelines.g05_enforcement.operation_actions import BeginOperation, BeginToSaveLife, PlanOperation
from tutela.guidelines.g05_enforcement.steps_words import Ready

from .. import doable, present
from .gate import Asking, signed_in


@signed_in
def operations(request: Asking) -> HttpResponse:
    """The operations of one's own agency, for a coordinator of all, each with what is ready and what is not."""
    actor = request.who.actor
    found = [_shown(read) for read in reads.operations(actor, clock()())]
    context = {
        "ahead": [o for o in found if not o["begun"]],
        "begun": [o for o in found if o["begun"]],
        "may_plan": doable.may_try(PlanOperation, actor),
        "plan_url": doable.url_of(PlanOperation),
        "readiness_url": doable.url_of(registry.get("record_readiness")),
        "begin_url": doable.url_of(BeginOperation),
        "at_once_url": doable.url_of(BeginToSaveLife),
        "arrived_url": doable.url_of(registry.get("care_arrived")),
    }
    return render(request, "tutela/operations.html", context)


def _shown(read: reads.OperationRead) -> dict[str, Any]:
    operation = read.operation
    items = [_item(item, read) for item in Ready]
    return {
        "id": operation.pk,
        "agency": read.agency,
        "day": present.day(operation.on_day),
        "begun": present.moment(operation.begun_at),
        "emergency": operation.was_emergency,
        "expected": operation.expected,
        "children": operation.children,
        "items": items,
        "is_ready": all(one["state"] == "met" for one in items),
    }


def _item(item: Ready, read: reads.OperationRead) -> dict[str, Any]:
    """One kind of care: for how many it is there, and whether that suffices."""
    needed = read.operation.children if item is Ready.CHILD_OFFICERS else read.operation.expected
    there = read.free_places if item is Ready.SHELTER else read.ready[str(item)]
    is_enough = there is not None and there >= needed
    return {
        "code": str(item),
        "label": words.choice_label("Ready", str(item)),
        "state": "met" if is_enough else "overdue",
        "sign": present.SIGNS["met" if is_enough else "overdue"],
        "said": _("nobody has said")
        if there is None
        else _("%(there)s of %(needed)s") % {"there": there, "needed": needed},
        "is_counted": item is Ready.SHELTER,
    }
