"""The protection enquiry: asked on a generated form, answered with the same page for all, called back by the office."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tutela.cases.reads import Line
from tutela.doors import answers, words
from tutela.doors.now import clock
from tutela.engine.access import Actor
from tutela.engine.actions import InvalidAction, parse, registry
from tutela.engine.outcomes import Denied, Done
from tutela.engine.perform import perform
from tutela.guidelines.g02_identification.forms import Setting
from tutela.guidelines.g05_enforcement import enquiry_reads as reads
from tutela.guidelines.g05_enforcement.enquiry_actions import AnswerEnquiry, hours_after
from tutela.people.keystore.store import KeyDestroyed, KeyStoreDown

from .. import contents, forms, present
from . import doing
from .gate import Asking, sent_key, signed_in

#: Fields of the question that the page of an opened one shows, in order.
SHOWN = ("act_ref", "person_name", "other_names", "birth_date", "nationality", "call")


def ask(request: HttpRequest) -> HttpResponse:
    """The generated form; once it is sent, the same page for every question."""
    answer = doing.do(request, "ask_protection")
    setting = request.POST.get("setting", "")
    if (
        answer.status_code != 302
        or answer.headers["Location"] != reverse("do")
        or setting not in set(Setting)
    ):
        return answer
    list(messages.get_messages(request))  # what was done is said by the page itself
    return redirect("enquiry_received", setting)


@signed_in
def received(request: Asking, setting: str) -> HttpResponse:
    """The one reply there is. Nothing in it depends on who was asked about."""
    if setting not in set(Setting):
        raise Http404
    said = words.reason_text("enquiry.asked", {"hours": hours_after(clock()())})
    context = {"said": said, "setting": setting, "where": words.choice_label("Setting", setting)}
    return render(request, "tutela/enquiry_received.html", {**context, "key": uuid.uuid4()})


@signed_in
def waiting(request: Asking) -> HttpResponse:
    """What waits for a call; for the monitor, how the enquiry is used."""
    actor, now = request.who.actor, clock()()
    if not (reads.is_office(actor) or actor.is_monitor):
        raise Http404
    items, answered = reads.listed(actor)
    context = {
        "items": [_said(item, now) for item in items],
        "answered": [_said(item, now) for item in answered],
        "use": [_used(one) for one in reads.use(actor, now)],
        "is_office": not actor.is_monitor,
    }
    return render(request, "tutela/enquiries.html", context)


def of_person(actor: Actor, case_id: UUID, lines: Iterable[Line]) -> dict[str, Any]:
    """For the page of a file whose entries say that somebody asked: who did, and what they were told."""
    is_there = any(line.entry.action == AnswerEnquiry.name for line in lines)
    found = reads.asked_about(actor, case_id) if is_there else []
    return {
        "asked": [
            {
                "agency": agency,
                "what": words.choice_label("EnquiryKind", row.kind),
                "at": present.moment(row.asked_at),
                "said": words.choice_label("EnquirySaid", row.said),
                "ground": words.choice_label("TellingGround", row.ground) if row.ground else "",
            }
            for row, agency in found
        ]
    }


def _used(one: reads.Use) -> dict[str, Any]:
    return {"use": one, "patterns": [words.choice_label("PatternKind", kind) for kind in one.patterns]}


def _said(item: reads.Item, now: datetime) -> dict[str, Any]:
    overdue = item.is_overdue(now)
    said = ""
    if item.due_at is not None and item.state != "answered":
        left = _("overdue by %(span)s") if overdue else _("%(span)s left")
        said = left % {"span": present.span(now - item.due_at if overdue else item.due_at - now)}
    return {
        "item": item,
        "what": words.choice_label("EnquiryKind", item.kind),
        "where": words.choice_label("Setting", item.setting),
        "asked": present.moment(item.asked_at),
        "called": present.moment(item.called_at),
        "overdue": overdue,
        "clock": said,
        "said": words.choice_label("EnquirySaid", item.said) if item.said else "",
    }


@signed_in
def one(request: Asking, enquiry_id: UUID) -> HttpResponse:
    """One question: sealed until it is opened for a purpose; then whom it may mean, and the form of the call.

    Who it is about is in the answer to the request that opened it, and in no address.
    """
    actor, now = request.who.actor, clock()()
    item = reads.item(actor, enquiry_id) if reads.is_office(actor) else None
    if item is None:
        raise Http404
    context: dict[str, Any] = {**_said(item, now), "purpose": request.POST.get("purpose", "").strip()[:500]}
    if request.method == "POST" and "answer" in request.POST:
        return _answered(request, enquiry_id, context)
    if request.method == "POST" and not context["purpose"]:
        return render(request, "tutela/enquiry.html", {**context, "missing": True}, status=422)
    return _shown(request, enquiry_id, context, opens=request.method == "POST")


def _shown(
    request: Asking, enquiry_id: UUID, context: dict[str, Any], *, opens: bool, status: int = 200
) -> HttpResponse:
    found = None
    if opens:
        try:
            found = reads.opened(request.who.actor, enquiry_id, context["purpose"], clock()())
        except KeyStoreDown:
            context["down"], status = True, 503
        except KeyDestroyed:
            context["destroyed"] = True
    if found is not None:
        context |= {
            "content": _content(found.content),
            "candidates": [_candidate(one) for one in found.candidates],
            "others": [_said(one, clock()()) for one in found.others],
        }
    is_open = opens and context["item"].state != "answered"
    context |= {"is_open": opens, "form": _form(request, found) if is_open else None}
    return render(request, "tutela/enquiry.html", context, status=status)


def _content(content: dict[str, Any]) -> list[tuple[str, str]]:
    """What was asked, in words."""
    return contents.in_words("ask_protection", {name: content.get(name) for name in SHOWN})


def _candidate(one: reads.Candidate) -> dict[str, Any]:
    sure = {
        reads.EXACT: _("the same name, perhaps in another script"),
        reads.NEAR: _("a name that sounds alike"),
        reads.PART: _("part of the name"),
    }
    age = {True: _("the age fits"), False: _("the age does not fit"), None: _("the age is not known")}
    said = [sure[one.sure], age[one.age_fits]]
    if one.is_protected:
        said.append(_("protection applies"))
    return {"name": one.pseudonym, "id": one.case_id, "said": said}


def _form(request: Asking, found: reads.Opened | None) -> forms.ActionForm:
    """The form of the call: the file is chosen among those that may be meant."""
    typed = forms.typed_in(AnswerEnquiry, request.POST) if "answer" in request.POST else {}
    form = forms.form_of(AnswerEnquiry, request.who.actor, None, typed, ("enquiry",), filled=("case",))
    [file] = [field for field in form.fields if field.name == "case"]
    files = [(str(one.case_id), one.pseudonym) for one in found.candidates] if found else []
    known = {value for value, _label in files}
    rest = [(option.value, option.label) for option in file.options if option.value not in known]
    file.widget, file.hint = "select", ""
    file.options = [forms.Option(v, label, v in file.values) for v, label in [*files, *rest]]
    return form


def _answered(request: Asking, enquiry_id: UUID, context: dict[str, Any]) -> HttpResponse:
    """Sends the call through `perform`, once."""
    typed = forms.typed_in(AnswerEnquiry, request.POST)
    opens = bool(context["purpose"])
    try:
        wanted = parse("answer_enquiry", {**forms.read(AnswerEnquiry, typed), "enquiry": str(enquiry_id)})
        outcome = perform(wanted, request.who.actor, sent_key(request), clock())
    except InvalidAction as error:
        context["faults"] = [
            f"{words.field_label('answer_enquiry', fault.field)}: {words.fault_text(fault)}"
            for fault in error.faults
        ]
        return _shown(request, enquiry_id, context, opens=opens, status=422)
    if isinstance(outcome, Denied):
        raise Http404
    if not isinstance(outcome, Done):
        context["faults"] = [said["text"] for said in answers.answer(outcome, wanted).get("objections", ())]
        return _shown(request, enquiry_id, context, opens=opens, status=409)
    messages.success(request, _("Done: %(what)s.") % {"what": words.label(registry.get("answer_enquiry"))})
    return redirect("enquiries")
