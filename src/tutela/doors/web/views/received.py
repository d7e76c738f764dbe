"""What was received for nobody's file: what waits, one item opened for a purpose, and what becomes of it."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tutela.cases import reads as cases
from tutela.cases import received as reads
from tutela.doors import answers, words
from tutela.doors.now import clock
from tutela.engine.actions import InvalidAction, parse, registry
from tutela.engine.outcomes import Denied, Done
from tutela.engine.perform import perform
from tutela.people.keystore.store import KeyDestroyed, KeyStoreDown

from .. import choices, contents, forms, present
from .gate import Asking, sent_key, signed_in

#: What can become of an item; each is one action.
ACTS = ("match_received", "open_file_from_received", "set_received_aside")


@signed_in
def waiting(request: Asking) -> HttpResponse:
    """What waits, children and danger first; what was set aside, which the monitor reads as well."""
    actor, now = request.who.actor, clock()()
    if not (reads.is_office(actor) or actor.is_monitor):
        raise Http404
    items = [] if actor.is_monitor else reads.waiting(actor)
    context = {
        "items": [_said(item, now) for item in items],
        "aside": [_said(item, now) for item in reads.set_aside(actor)],
        "is_office": not actor.is_monitor,
    }
    return render(request, "tutela/received.html", context)


def _said(item: reads.Item, now: datetime) -> dict[str, Any]:
    overdue = item.is_overdue(now)
    if item.due_at is None:
        clock_said = _("no clock")
    elif overdue:
        clock_said = _("overdue by %(span)s") % {"span": present.span(now - item.due_at)}
    else:
        clock_said = _("%(span)s left") % {"span": present.span(item.due_at - now)}
    return {
        "item": item,
        "what": words.label(item.action),
        "roles": " · ".join(words.choice_label("Role", role) for role in item.roles),
        "came": present.moment(item.received_at),
        "happened": present.moment(item.happened_at),
        "overdue": overdue,
        "clock": clock_said,
        "why": words.choice_label("SetAsideBecause", item.because) if item.because else "",
    }


@signed_in
def one(request: Asking, intake_id: UUID) -> HttpResponse:
    """One item: sealed, until it is opened for a purpose; then what it says, and what can become of it.

    What it says is in the answer to the request that opened it, and in no address.
    """
    actor, now = request.who.actor, clock()()
    item = reads.item(actor, intake_id) if reads.is_office(actor) else None
    if item is None:
        raise Http404
    context: dict[str, Any] = {**_said(item, now), "purpose": request.POST.get("purpose", "").strip()[:500]}
    if request.method == "POST" and request.POST.get("act") in ACTS:
        return _done(request, intake_id, context)
    if request.method == "POST" and not context["purpose"]:
        return render(request, "tutela/received_one.html", {**context, "missing": True}, status=422)
    return _shown(request, intake_id, context, opens=request.method == "POST")


def _shown(
    request: Asking, intake_id: UUID, context: dict[str, Any], *, opens: bool, status: int = 200
) -> HttpResponse:
    if opens:
        try:
            found = reads.opened(request.who.actor, intake_id, context["purpose"], clock()())
        except KeyStoreDown:
            return render(request, "tutela/received_one.html", {**context, "down": True}, status=503)
        except KeyDestroyed:
            found, context["destroyed"] = None, True
        if found is not None:
            context |= {
                "content": contents.in_words(found.item.action, found.content),
                "names": found.names,
                "files": _files(request, found),
            }
        context |= {"is_open": True, "key": uuid.uuid4(), **_choices()}
    return render(request, "tutela/received_one.html", context, status=status)


def _files(request: Asking, found: reads.Opened) -> list[tuple[str, str]]:
    """Files that it may belong to: the one that it names first, then those that the office sees."""
    own = choices.offered(request.who.actor, "case", None) or []
    named = [(str(found.names[0]), found.names[1])] if found.names else []
    return named + [row for row in own if row not in named]


def _choices() -> dict[str, Any]:
    new, aside = registry.get("open_file_from_received"), registry.get("set_received_aside")
    return {
        "because": words.choices_of(aside, "because"),
        "ages": words.choices_of(new, "age_basis"),
        "sexes": words.choices_of(new, "sex"),
        "languages": choices.languages(),
        "labels": {name: words.label(name) for name in ACTS},
        "helps": {name: words.help_text(name) for name in ACTS},
    }


def _done(request: Asking, intake_id: UUID, context: dict[str, Any]) -> HttpResponse:
    """Sends what was chosen through `perform`, once."""
    action = registry.get(request.POST["act"])
    try:
        data = {**forms.read(action, forms.typed_in(action, request.POST)), "intake": str(intake_id)}
        wanted = parse(action.name, data)
        outcome = perform(wanted, request.who.actor, sent_key(request), clock())
    except InvalidAction as error:
        context |= {
            "faults": [words.fault_text(fault) for fault in error.faults],
            "purpose": context["purpose"],
        }
        return _shown(request, intake_id, context, opens=bool(context["purpose"]), status=422)
    if isinstance(outcome, Denied):
        raise Http404
    if not isinstance(outcome, Done):
        said = answers.answer(outcome, wanted)
        context["faults"] = [one["text"] for one in said.get("objections", ())]
        return _shown(request, intake_id, context, opens=bool(context["purpose"]), status=409)
    messages.success(request, _("Done: %(what)s.") % {"what": words.label(action)})
    made = outcome.made.get("case")
    if made and cases.case_head(request.who.actor, UUID(made), clock()()):
        return redirect("case", UUID(made))
    return redirect("received")
