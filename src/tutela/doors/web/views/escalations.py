"""The coordinator's first page: what escalates, by agency and provision, and what can be done about each."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tutela.cases import escalations as reads
from tutela.doors import words
from tutela.doors.now import clock

from .. import present
from .gate import Asking, signed_in


@signed_in
def escalations(request: Asking) -> HttpResponse:
    """What escalates to me."""
    if not reads.is_coordinator(request.who.actor):
        raise Http404
    return shown(request)


def shown(request: Asking) -> HttpResponse:
    """The page itself, for whoever has been found to be a coordinator."""
    now = clock()()
    found = reads.escalations(request.who.actor)
    context = {
        "duties": [_duty(row, now) for row in found.duties],
        "breaches": [_breach(row) for row in found.breaches],
        "urgent": [_urgent(row) for row in found.urgent],
        "agencies": [(name or _("no agency named"), due, broken) for name, due, broken in found.by_agency],
        "provisions": [(present.cite([p])[0], due, broken) for p, due, broken in found.by_provision],
        "review": words.label("review_urgent_act"),
        "lapse": words.label("lapse_duty"),
        "answer": words.label("answer_breach"),
    }
    return render(request, "tutela/escalations.html", context)


def _common(row: reads.Row) -> dict[str, Any]:
    return {
        "row": row,
        "cited": present.cite(row.provisions),
        "who": row.agency or _("no agency named"),
        "tel": "".join(c for c in row.phone if c.isdigit() or c == "+"),
    }


def _duty(row: reads.Row, now: datetime) -> dict[str, Any]:
    assert row.due_at is not None  # only what is overdue is read
    late = _("overdue by %(span)s") % {"span": present.span(now - row.due_at)}
    told = words.choice_label("Role", row.escalated_to) if row.escalated_to else ""
    lapse = reverse("case_do", args=[row.case_id, "lapse_duty"]) if row.may_lapse else ""
    return {**_common(row), "what": words.duty_label(row.rule), "late": late, "told": told, "lapse": lapse}


def _breach(row: reads.Row) -> dict[str, Any]:
    state = _("ended, not answered for") if row.ended else _("goes on")
    answer = reverse("case_do", args=[row.case_id, "answer_breach"]) if row.case_id else ""
    what, since = words.breach_label(row.rule), present.moment(row.since)
    return {**_common(row), "what": what, "state": state, "since": since, "answer": answer}


def _urgent(row: reads.Row) -> dict[str, Any]:
    return {
        **_common(row),
        "what": words.label(row.rule),
        "since": present.moment(row.since),
        "ends": present.moment(row.due_at),
        "url": reverse("case_do", args=[row.case_id, "review_urgent_act"]),
    }
