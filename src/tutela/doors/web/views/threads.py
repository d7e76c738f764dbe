"""Messages with one person, as her workers write and read them. Words are on answers to forms, in no address."""

from __future__ import annotations

import uuid
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tutela.cases import thread_reads as reads
from tutela.cases.reads import case_head
from tutela.doors import answers, words
from tutela.doors.now import clock
from tutela.engine.access import Actor
from tutela.engine.actions import InvalidAction, parse, registry
from tutela.engine.outcomes import Done, Refused
from tutela.engine.perform import perform
from tutela.people.keystore.store import KeyDestroyed, KeyStoreDown

from .. import doable, present
from . import doing
from .gate import Asking, keeping, sent_key, signed_in

LONGEST = 2000


@signed_in
def thread(request: Asking, case_id: UUID) -> HttpResponse:
    """All between her and one's own agency: sealed until it is opened, and then she sees that it was read."""
    actor, now = request.who.actor, clock()()
    head = case_head(actor, case_id, now)
    if head is None or not reads.writes(actor):
        raise Http404
    typed, wrong = "", ""
    if request.method == "POST" and request.POST.get("do") == "write":
        typed = request.POST.get("words", "").strip()
        wrong = _written(request, case_id, typed)
        if not wrong:
            messages.success(request, _("Sent. The person finds it at their own door."))
            return redirect("case_messages", case_id)
    context: dict[str, Any] = {
        "person": head[0],
        "key": uuid.uuid4(),
        "languages": _languages(head[0].languages),
        "typed": typed,
        "wrong": wrong,
        "longest": LONGEST,
    }
    context |= _opened(request, case_id) if request.POST.get("do") == "open" else _sealed(actor, case_id)
    return render(request, "tutela/thread.html", context, status=422 if wrong else 200)


def _lost(request: HttpRequest, case_id: UUID) -> HttpResponse | None:
    return doing.lost(request, "write_message", case_id)


@keeping(_lost)
def form(request: Asking, case_id: UUID) -> HttpResponse:
    """The generated form, for what she wants to say to another agency; else the page of messages."""
    if not doable.may_try(registry.get("write_message"), request.who.actor):
        raise Http404
    sent = request.method == "POST" and doing.PREFILL not in request.POST
    if sent or "other" in request.GET:
        return doing.do(request, "write_message", case_id)
    return redirect("case_messages", case_id)


def _languages(hers: Any) -> list[tuple[str, str]]:
    """Languages to write in: hers first, then those that pages are in."""
    return [(one, present.language_name(one)) for one in dict.fromkeys([*hers, "en", "zh"])]


def _written(request: Asking, case_id: UUID, typed: str) -> str:
    """One message through `perform`; returns what is wrong with it."""
    if not typed:
        return _("Write a few words first.")
    data = {"case": case_id, "words": typed, "language": request.POST.get("language", "")}
    try:
        outcome = perform(parse("write_message", data), request.who.actor, sent_key(request), clock())
    except InvalidAction as error:
        return " ".join(one["message"] for one in answers.invalid(error.faults)["faults"])
    if isinstance(outcome, Refused):
        return " ".join(words.reason_text(one.code, one.params) for one in outcome.objections)
    return "" if isinstance(outcome, Done) else _("This could not be kept. Try once more.")


def _sealed(actor: Actor, case_id: UUID) -> dict[str, Any]:
    return _said(reads.of_agency(actor, case_id))


def _opened(request: Asking, case_id: UUID) -> dict[str, Any]:
    """The words. That they were read is kept first, so that she sees it."""
    actor = request.who.actor
    found = reads.of_agency(actor, case_id)
    try:
        thread = reads.opened(actor, case_id, clock()())
    except KeyStoreDown:
        return {**_said(found), "down": True}
    except KeyDestroyed:
        return {**_said(found), "destroyed": True}
    if found.unread:
        perform(parse("read_messages", {"case": case_id}), actor, sent_key(request), clock())
    return {**_said(thread), "is_open": True}


def _said(thread: reads.Thread) -> dict[str, Any]:
    now = clock()()
    owed = None
    if thread.due_at is not None:
        late = thread.due_at < now
        span = present.span(abs(thread.due_at - now))
        said = _("overdue by %(span)s") if late else _("%(span)s left")
        owed = {"state": "overdue" if late else "owed", "said": said % {"span": span}}
        owed["sign"] = present.SIGNS[owed["state"]]
    unread = ngettext("%(n)d is unread", "%(n)d are unread", thread.unread) % {"n": thread.unread}
    return {
        "lines": [_line(line, thread.words.get(line.id, "")) for line in thread.lines],
        "unread": unread if thread.unread else "",
        "owed": owed,
    }


def _line(line: reads.Line, text: str) -> dict[str, Any]:
    if not line.from_her:
        who = line.who
    elif line.through:
        who = _("The person's own words, written down by %(name)s") % {"name": line.who}
    else:
        who = _("The person")
    read = present.moment(line.read_at) if line.read_at else ""
    return {
        "who": who,
        "through": words.choice_label("SaidThrough", line.through) if line.through else "",
        "at": present.moment(line.sent_at),
        "words": text,
        "tag": line.language,
        "language": present.language_name(line.language),
        "hers": line.from_her,
        "read": read,
    }
