"""What was written down about a person: sealed words, opened for a purpose, and nothing of them in an address."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from tutela.cases import reads
from tutela.doors import words
from tutela.doors.now import clock
from tutela.people import bodies
from tutela.people.keystore.store import KeyStoreDown

from .. import contents, present
from ..said import outcome_said
from .gate import Asking, signed_in

PAGE = "tutela/written.html"


@signed_in
def written(request: Asking, case_id: UUID) -> HttpResponse:
    """Sealed, until somebody says why; then one entry, or a page of them, as far as the reader's compartments go."""
    actor, now = request.who.actor, clock()()
    head = reads.case_head(actor, case_id, now)
    if head is None:
        raise Http404
    context: dict[str, Any] = {
        "person": head[0],
        "compartments": [words.choice_label("Compartment", name) for name in sorted(head[1])],
        "entry": _number(request, "entry"),
        "purpose": request.POST.get("purpose", "").strip()[:500],
    }
    if request.method != "POST":
        return render(request, PAGE, context)
    if not context["purpose"]:
        return render(request, PAGE, {**context, "missing": True}, status=422)
    before = _number(request, "before")
    try:
        found = bodies.written(actor, case_id, context["purpose"], now, seq=context["entry"], before=before)
    except KeyStoreDown:
        return render(request, PAGE, {**context, "down": True}, status=503)
    context |= {"is_open": True, "rows": [_said(row) for row in found.rows], "before": found.before}
    return render(request, PAGE, context)


def _number(request: Asking, name: str) -> int | None:
    text = request.POST.get(name) or request.GET.get(name) or ""
    return int(text) if text.isdecimal() and len(text) < 10 else None


def _said(row: bodies.Written) -> dict[str, Any]:
    return {
        "seq": row.seq,
        "what": words.label(row.action),
        "outcome": "" if row.outcome == "done" else outcome_said(row.outcome),
        "happened": present.moment(row.occurred_at),
        "compartment": words.choice_label("Compartment", row.compartment),
        "erased": row.content is None,
        "content": contents.in_words(row.action, row.content or {}),
    }
