"""Screening: one question a page, safety first, every page can be the last. The result is never a verdict.

Each page keeps its answer through `perform` before the next is shown, so that nothing is lost and it can be taken up
again on another device.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from tutela.agencies.reads import emergency_numbers
from tutela.doors import words
from tutela.doors.now import clock
from tutela.engine import profile
from tutela.engine.actions import InvalidAction, registry
from tutela.engine.outcomes import Done
from tutela.engine.perform import perform
from tutela.guidelines.g02_identification import messages as said
from tutela.guidelines.g02_identification import reads
from tutela.guidelines.g02_identification.actions import AnswerScreening, BeginScreening
from tutela.guidelines.g02_identification.form_files import screening_form
from tutela.guidelines.g02_identification.forms import Form, Question, Setting, given_codes
from tutela.guidelines.g02_identification.models import Screening
from tutela.guidelines.g02_identification.screening import (
    child_from,
    indication,
    next_question,
    previous_question,
    progress,
    shown_questions,
)

from .. import doable, drafts, present, slips
from . import found as found_ways
from . import resuming
from .gate import Asking, keeping, sent_key, signed_in

#: Sent instead of an answer: go on without one; stop for now; finish.
SKIP, STOP = "_skip", "_stop"


@signed_in
def screen(request: Asking) -> HttpResponse:
    """Choose where one is; take up a screening again."""
    actor = request.who.actor
    if request.method == "POST":
        try:
            setting = Setting(request.POST.get("setting", ""))
        except ValueError:
            raise Http404 from None
        try:
            group = UUID(request.POST["group"]) if request.POST.get("group") else None
            outcome = perform(BeginScreening(setting=setting, group=group), actor, sent_key(request), clock())
        except (ValueError, InvalidAction):
            raise Http404 from None
        if not isinstance(outcome, Done):
            raise Http404
        return redirect("screening", outcome.made["screening"])
    mine = [_listed(s) for s in reads.screenings(actor)]
    settings = [
        {
            "value": str(s),
            "label": words.say(said.SETTINGS[s]),
            "title": _text(screening_form(s).title),
            "own": s == actor.sector,
        }
        for s in sorted(Setting, key=lambda one: one != actor.sector)
    ]
    context = {
        "settings": settings,
        "open": [s for s in mine if not s["finished"]],
        "finished": [s for s in mine if s["finished"]],
        "key": uuid.uuid4(),
    }
    return render(request, "tutela/screen.html", context)


def _text(said_in_both: Any) -> str:
    return str(said_in_both.text(present.language())) if said_in_both else ""


def _listed(found: Screening) -> dict[str, Any]:
    return {
        "id": found.pk,
        "setting": words.say(said.SETTINGS.get(found.setting, found.setting)),
        "begun": present.moment(found.begun_at),
        "expires": present.day(found.expires_at),
        "finished": found.finished_at is not None,
        "level": words.say(said.LEVELS.get(found.level, "")),
        "has_case": found.case_id is not None,
    }


def _mine(request: Asking, screening_id: UUID) -> tuple[Screening, Form]:
    found = reads.screening(request.who.actor, screening_id)
    if found is None or found.expired_at is not None:
        raise Http404
    return found, screening_form(Setting(found.setting), found.form_version)


def lost(request: HttpRequest, screening_id: UUID) -> HttpResponse | None:
    """An answer came when its author was not signed in (any more): it is kept, and stands on its page again."""
    now = clock()()
    owner = slips.owner(request.POST.get(slips.SLIP, ""), AnswerScreening.name, screening_id, now)
    given = {request.POST.get("question", ""): request.POST.getlist("answer")}
    typed = {"answers": [json.dumps(given)]} if any(given.values()) else {}
    if owner is None or not drafts.park(owner, AnswerScreening, screening_id, typed, now):
        return None
    return resuming.kept(request, owner)


@keeping(lost)
def page(request: Asking, screening_id: UUID) -> HttpResponse:
    """One question."""
    found, form = _mine(request, screening_id)
    answers = dict(found.answers)
    if request.method == "POST":
        return _keep(request, found, form, answers)
    wanted = request.GET.get("at", "")
    shown = {q.id: q for q in shown_questions(form, answers)}
    brought = _brought(request, screening_id)
    at = next((shown[id_] for id_ in brought if id_ in shown), None)
    question = at or shown.get(wanted) or next_question(form, answers)
    if question is None:
        return redirect("screening_result", screening_id)
    return _question_page(request, found, form, {**answers, **brought} if at else answers, question, at=at)


def _brought(request: Asking, screening_id: UUID) -> dict[str, Any]:
    """What was answered when the session had ended, by question."""
    kept = drafts.found(request.who.actor, AnswerScreening, screening_id, clock()())
    return dict(json.loads(kept.typed["answers"][0])) if kept else {}


def _question_page(
    request: Asking,
    found: Screening,
    form: Form,
    answers: dict[str, Any],
    question: Question,
    fault: str = "",
    at: Question | None = None,
) -> HttpResponse:
    before = previous_question(form, answers, question.id)
    where = progress(form, answers, question.id)
    given = given_codes(answers.get(question.id))
    many = str(question.answer) == "many"
    choices = [
        {"code": c.id, "label": _text(c.label) or words.say(said.ANSWERS[c.id]), "given": c.id in given}
        for c in question.choices
        if not (many and c.id == "no")
    ]
    none = next((c for c in question.choices if many and c.id == "no"), None)
    no_answers = [
        {"code": code, "label": words.say(said.ANSWERS[code]), "given": code in given}
        for code in ("not_asked", "rather_not_say", "unknown")
        if code in question.codes
    ]
    context = {
        "screening": found,
        "form": form,
        "form_title": _text(form.title),
        "part": _text(question.part.title),
        "question": question,
        "title": _text(question.title),
        "say": _text(question.say),
        "help": _text(question.help),
        "free": _text(question.free_to_decline),
        "kind": words.say(said.KINDS[question.kind]),
        "many": many,
        "choices": choices,
        "none": {
            "label": _text(none.label) or words.say(said.ANSWERS["none_of_these"]),
            "given": "no" in given,
        }
        if none
        else None,
        "no_answers": no_answers,
        "before": before.id if before else "",
        "where": where,
        "first": where.number == 1,
        "before_words": _text(form.before),
        "fault": fault,
        "bare": True,
        "key": uuid.uuid4(),
        "brought": at is not None,
        "slip": slips.slip(request.who.actor.member_id, AnswerScreening.name, found.pk, clock()()),
    }
    return render(request, "tutela/question.html", context, status=422 if fault else 200)


def _keep(request: Asking, found: Screening, form: Form, answers: dict[str, Any]) -> HttpResponse:
    """Keeps what this page was answered, and goes on to the next one, or to the result."""
    question = form.question(request.POST.get("question", ""))
    if question is None:
        raise Http404
    given = request.POST.getlist("answer")
    stops = STOP in request.POST
    if given and SKIP not in request.POST:
        many = str(question.answer) == "many" and not set(given) & {
            "no",
            "not_asked",
            "rather_not_say",
            "unknown",
        }
        answers[question.id] = given if many else given[-1]
    following = next_question(form, answers, question.id)
    ends = stops or following is None
    try:
        wanted = AnswerScreening(screening=found.pk, answers=answers, finished=ends)
        outcome = perform(wanted, request.who.actor, sent_key(request), clock())
    except InvalidAction as error:
        fault = words.fault_text(error.faults[0])
        return _question_page(request, found, form, dict(found.answers), question, fault)
    if not isinstance(outcome, Done):
        raise Http404
    if "_brought" in request.POST:
        drafts.drop(request.who.actor, AnswerScreening, found.pk)
    if ends or following is None:
        return redirect("screening_result", found.pk)
    return redirect(f"{reverse('screening', args=[found.pk])}?at={following.id}")


@signed_in
def result(request: Asking, screening_id: UUID) -> HttpResponse:
    """What the answers come to, with the reasons on each side. It raises, and never closes."""
    found, form = _mine(request, screening_id)
    answers = dict(found.answers)
    come_to = indication(form, answers, child_from(answers))
    more = next_question(form, answers)
    agreement = given_codes(answers.get("agreement"))
    context = {
        "screening": found,
        "level": words.say(said.LEVELS[come_to.level]),
        "signs_level": words.say(said.LEVELS[come_to.signs_level]) if come_to.urgent_needs else "",
        "needs": [words.say(said.NEEDS[n]) for n in come_to.urgent_needs],
        "sides": _sides(form, come_to),
        "advice": [words.say(said.ADVICE[a]) for a in come_to.advice],
        "wishes": [words.say(said.WISHES[w]) for w in come_to.wishes],
        "declined": come_to.declined,
        "is_child": child_from(answers) is True,
        "asks": come_to.asks_for_referral,
        "expires": present.day(found.expires_at),
        "agreed": "yes" in agreement,
        "known": _known_of_age(answers),
        "raise_url": doable.url_of(registry.get("raise_case")),
        "case_id": found.case_id,
        "more": more.id if more else "",
        "may_raise": doable.may_try(registry.get("raise_case"), request.who.actor),
        **found_ways.after_screening(found.case_id, come_to.wishes),
    }
    return render(request, "tutela/result.html", context)


def _known_of_age(answers: Mapping[str, Any]) -> dict[str, str]:
    """What was said of the age, so that nobody is asked twice. A doubt stays a doubt."""
    said_of_it = given_codes(answers.get("age_band"))
    majority: int = profile.current().value("majority_age", clock()().date())
    if "adult" in said_of_it:
        return {"age_basis": "claimed", "age_low": str(majority)}
    if "child" in said_of_it:
        return {"age_basis": "claimed", "age_high": str(majority - 1)}
    return {"age_basis": "disputed"} if "disputed" in said_of_it else {}


def answered(found: Screening) -> list[dict[str, Any]]:
    """What was answered, for whoever decides: each side with its reasons, and nothing that stayed open."""
    form = screening_form(Setting(found.setting), found.form_version)
    answers = dict(found.answers)
    come_to = indication(form, answers, child_from(answers))
    return [side for side in _sides(form, come_to) if side["side"] != "open" and side["reasons"]]


def _sides(form: Form, come_to: Any) -> list[dict[str, Any]]:
    """Each side with its reasons: the page, what was answered, and why it is here."""
    sides = (("for", come_to.for_), ("against", come_to.against), ("context", come_to.context),
             ("open", come_to.not_known))  # fmt: skip
    return [{"side": side, "reasons": [_reason(form, r) for r in reasons]} for side, reasons in sides]


def _reason(form: Form, reason: Any) -> dict[str, str]:
    question = form.question(reason.question_id) if reason.question_id else None
    found = {
        "page": _text(question.title) if question else "",
        "answer": "",
        "why": words.reason_text(reason.code),
    }
    labels = []
    for code in reason.answers:
        choice = question.choice(code) if question else None
        if choice is not None and choice.label is not None:
            labels.append(_text(choice.label))
        elif code in said.ANSWERS:
            labels.append(words.say(said.ANSWERS[code]))
        elif code in said.PROFILES:
            labels.append(words.say(said.PROFILES[code]))
    found["answer"] = present.listed(labels)
    return found


@signed_in
def card(request: Asking, screening_id: UUID) -> HttpResponse:
    """What the person may take along, after the question whether it is safe to carry."""
    found, _form = _mine(request, screening_id)
    given = given_codes(dict(found.answers).get("card"))
    carry = request.GET.get("carry", "yes" if "yes" in given else "no" if "no" in given else "")
    phones = [{"name": p.name, "number": p.number} for p in emergency_numbers()]
    context = {
        "screening": found,
        "carry": carry,
        "phones": phones[:3],
        "number": phones[0] if phones else None,
    }
    return render(request, "tutela/card.html", context)
