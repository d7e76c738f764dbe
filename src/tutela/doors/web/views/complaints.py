"""Complaints of people, for the monitor alone: what waits, one opened for a purpose, an advocate, an answer."""

from __future__ import annotations

import uuid
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tutela.cases import complaints as reads
from tutela.cases.words import ComplaintAnswer
from tutela.doors import answers, words
from tutela.doors.now import clock
from tutela.engine.actions import InvalidAction, parse
from tutela.engine.outcomes import Done
from tutela.engine.perform import perform
from tutela.people.keystore.store import KeyDestroyed, KeyStoreDown

from .. import present
from .gate import Asking, sent_key, signed_in

#: The field that each of the monitor's two acts asks for.
ACTS = {"name_advocate": "advocate", "answer_complaint": "answer"}


@signed_in
def complaints(request: Asking) -> HttpResponse:
    """What people complain of, unanswered first."""
    if not request.who.actor.is_monitor:
        raise Http404
    found = [_said(one) for one in reads.items(request.who.actor)]
    return render(request, "tutela/complaints.html", {"complaints": found})


def _said(one: reads.Item) -> dict[str, Any]:
    now = clock()()
    if one.answer:
        state = words.choice_label("ComplaintAnswer", one.answer)
    elif one.due_at is None:
        state = _("no clock")
    elif one.is_overdue(now):
        state = _("overdue by %(span)s") % {"span": present.span(now - one.due_at)}
    else:
        state = _("%(span)s left") % {"span": present.span(one.due_at - now)}
    return {
        "item": one,
        "about": words.choice_label("ComplaintAbout", one.about),
        "came": present.moment(one.made_at),
        "state": state,
        "overdue": one.is_overdue(now),
        "language": present.language_name(one.language),
    }


@signed_in
def complaint(request: Asking, complaint_id: UUID) -> HttpResponse:
    """One complaint: sealed until it is opened for a purpose; its words are in that answer and in no address."""
    actor = request.who.actor
    item = next((one for one in reads.items(actor) if one.id == complaint_id), None)
    if item is None:
        raise Http404
    act, purpose = request.POST.get("act", ""), request.POST.get("purpose", "").strip()[:500]
    if request.method == "POST" and act in ACTS:
        return _done(request, complaint_id, act)
    context: dict[str, Any] = {
        **_said(item),
        "key": uuid.uuid4(),
        "advocates": reads.advocates(actor),
        "answers": [(str(one), words.choice_label("ComplaintAnswer", one)) for one in ComplaintAnswer],
        "labels": {name: words.label(name) for name in ACTS},
        "helps": {name: words.help_text(name) for name in ACTS},
        "missing": request.method == "POST" and not purpose,
    }
    if request.method == "POST" and purpose:
        try:
            opened = reads.opened(actor, complaint_id, purpose, clock()())
            context["words"] = opened.words if opened else ""
        except KeyStoreDown:
            context["down"] = True
        except KeyDestroyed:
            context["destroyed"] = True
    return render(request, "tutela/complaint.html", context, status=422 if context["missing"] else 200)


def _done(request: Asking, complaint_id: UUID, act: str) -> HttpResponse:
    """One of the monitor's two acts, through `perform` once."""
    try:
        sent = {"complaint": str(complaint_id), ACTS[act]: request.POST.get(ACTS[act]) or None}
        action = parse(act, sent)
        outcome = perform(action, request.who.actor, sent_key(request), clock())
    except InvalidAction as error:
        for one in answers.invalid(error.faults)["faults"]:
            messages.error(request, one["message"])
    else:
        if isinstance(outcome, Done):
            messages.success(request, _("Done: %(what)s.") % {"what": words.label(act)})
    return redirect("complaint", complaint_id)
