"""Case conferences of one person: called with those to whom she agreed, held, and what each decided."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tutela.cases.reads import case_head
from tutela.cases.words import SaidThrough
from tutela.doors import words
from tutela.doors.now import clock
from tutela.engine import profile
from tutela.engine.actions import InvalidAction, parse, registry
from tutela.engine.outcomes import Done, Refused
from tutela.engine.perform import perform
from tutela.guidelines.g06_protection import conference_reads as reads
from tutela.guidelines.g06_protection.conference_words import ConferencePurpose, HerPart

from .. import doable, present
from . import doing
from .gate import Asking, sent_key, signed_in

#: What is sent from the page itself, and what can be done from it.
FIELDS = ("purpose", "on_day", "her_part", "said_through")
ACTS = ("call_conference", "answer_conference", "conference_ended", "add_plan_step")


@signed_in
def conferences(request: Asking, case_id: UUID) -> HttpResponse:
    """What is to come and what was, and a form to call one."""
    actor, now = request.who.actor, clock()()
    head = case_head(actor, case_id, now)
    if head is None:
        raise Http404
    wrong: list[str] = []
    if request.method == "POST" and doing.PREFILL not in request.POST:
        wrong = _called(request, case_id)
        if not wrong:
            messages.success(request, _("The conference is called. The person sees it at their own door."))
            return redirect("case_conferences", case_id)
    today = profile.current().day(now)
    context = {
        "person": head[0],
        "meetings": [_meeting(one, head[1], today) for one in reads.meetings(actor, case_id)],
        "may": {name: doable.may_try(registry.get(name), actor) for name in ACTS},
        "labels": {name: words.label(name) for name in ACTS},
        "wrong": wrong,
        "key": uuid.uuid4(),
        **_form(request, case_id),
    }
    return render(request, "tutela/conferences.html", context, status=422 if wrong else 200)


@signed_in
def call(request: Asking, case_id: UUID) -> HttpResponse:
    """The same page at the address of calling one, for those who may."""
    if not doable.may_try(registry.get("call_conference"), request.who.actor):
        raise Http404
    return conferences(request, case_id)


def _form(request: Asking, case_id: UUID) -> dict[str, Any]:
    """The form with what was typed: those may come to whom she agreed."""
    post = request.POST
    found = reads.may_come(request.who.actor, case_id, clock()())
    return {
        "may_come": [
            {
                "id": one,
                "name": name,
                "until": _("until %(day)s") % {"day": present.day(until)} if until else "",
                "chosen": str(one) in post.getlist("agencies"),
            }
            for one, name, until in found
        ],
        "purposes": _choices("ConferencePurpose", ConferencePurpose, post.get("purpose", "")),
        "parts": _choices("HerPart", HerPart, post.get("her_part", "")),
        "heard": _choices("SaidThrough", SaidThrough, post.get("said_through", "")),
        "on_day": post.get("on_day", ""),
        "consent_url": reverse("case_do", args=[case_id, "record_consent"]),
    }


def _choices(name: str, every: Any, chosen: str) -> list[tuple[str, str, bool]]:
    return [(str(one), words.choice_label(name, str(one)), str(one) == chosen) for one in every]


def _called(request: Asking, case_id: UUID) -> list[str]:
    """Calls it through `perform`; returns what is wrong, in words."""
    data: dict[str, Any] = {name: request.POST[name] for name in FIELDS if request.POST.get(name)}
    data |= {"case": case_id, "agencies": request.POST.getlist("agencies")}
    try:
        outcome = perform(parse("call_conference", data), request.who.actor, sent_key(request), clock())
    except InvalidAction as error:
        return [
            f"{words.field_label('call_conference', fault.field)}: {words.fault_text(fault)}"
            for fault in error.faults
        ]
    if isinstance(outcome, Refused):
        return [words.objection_text(one) for one in outcome.objections]
    return [] if isinstance(outcome, Done) else [_("This could not be kept. Try once more.")]


def _meeting(one: reads.Meeting, held: frozenset[str], today: date) -> dict[str, Any]:
    is_open = one.state == "called"
    state = "owed" if is_open and one.on_day >= today else "overdue" if is_open else "met"
    state = "lapsed" if one.state == "called_off" else state
    return {
        "id": one.id,
        "what": words.choice_label("ConferencePurpose", one.purpose),
        "day": date_format(one.on_day, "DATE_FORMAT"),
        "state": state,
        "sign": present.SIGNS[state],
        "said": _("to be held") if is_open else words.choice_label("ConferenceEnd", one.state),
        "is_open": is_open,
        "is_held": one.state == "held",
        "her_part": words.choice_label("HerPart", one.her_part),
        "she_was_there": one.she_was_there,
        "who": ", ".join(one.attended if one.state == "held" else one.invited),
        "seq": one.seq,
        "mine": [words.choice_label("Compartment", part) for part in one.minutes_in if part in held],
        "closed": [words.choice_label("Compartment", part) for part in one.minutes_in if part not in held],
        "decisions": [_decision(step, today) for step in one.decisions],
    }


def _decision(step: reads.Decision, today: date) -> dict[str, str]:
    if step.ended_at is not None:
        state = "met" if step.end_how == "done" else "lapsed"
        said = f"{words.choice_label('StepEnd', step.end_how)}, {present.day(step.ended_at)}"
    else:
        state = "overdue" if step.by_day < today else "owed"
        said = _("by %(day)s") % {"day": date_format(step.by_day, "DATE_FORMAT")}
    what, sign = words.choice_label("ServiceKind", step.kind), present.SIGNS[state]
    return {"what": what, "who": step.bearer, "state": state, "sign": sign, "said": said}
