"""A person's plan: the first day, her needs, who does what by when, what she agreed to; and what was taken back."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tutela.cases.models import Withdrawal
from tutela.cases.reads import case_head
from tutela.cases.words import StoppedHow
from tutela.doors import answers, words
from tutela.doors.now import clock
from tutela.engine import profile
from tutela.engine.access import Actor
from tutela.engine.actions import InvalidAction, parse, registry
from tutela.engine.outcomes import Done
from tutela.engine.perform import perform
from tutela.guidelines.g06_protection import reads_plan as reads

from .. import doable, present
from .gate import Asking, signed_in

#: What can be done from the parts of the page.
NEEDS, STEPS = ("assess_needs",), ("add_plan_step", "end_plan_step", "agree_plan")
AGREED, SAFE = ("record_consent", "withdraw_consent", "call_back"), ("assess_safety",)
CONTACT = ("contact_lost", "follow_worry", "contact_again")
#: So many days back is seen for whom there was no place.
SEEN_BACK = 90


@signed_in
def plan(request: Asking, case_id: UUID) -> HttpResponse:
    """The plan of one person, calm and on one page."""
    actor, now = request.who.actor, clock()()
    head = case_head(actor, case_id, now)
    if head is None:
        raise Http404
    person, compartments = head
    found = reads.plan_page(actor, case_id, now)
    today = profile.current().day(now)

    def links(names: tuple[str, ...]) -> list[dict[str, str]]:
        return _links(names, actor, case_id, compartments)

    context = {
        "person": person,
        "first_day": [_thing(one) for one in found.first_day],
        "first_day_link": next(iter(links(("service_given",))), None),
        "needs": [(label, _kinds(found.needs[key])) for key, label in _urgencies() if found.needs[key]],
        "asked": present.day(found.asked_at),
        "steps": [_step(one, today) for one in found.steps if one.ended_at is None],
        "ended": [_step(one, today) for one in found.steps if one.ended_at is not None],
        "plan": _plan(found.plan, today),
        "agreed": [_agreed(one) for one in found.agreed if one.holds],
        "over": [_agreed(one) for one in found.agreed if not one.holds],
        "safety": _safety(found.safety, today),
        "knows_where": "whereabouts" in compartments,
        "out_of_contact": present.day(found.out_of_contact),
        "died": found.died is not None,
        "to_needs": links(NEEDS),
        "to_steps": links(STEPS),
        "to_agreed": links(AGREED),
        "to_safety": links(SAFE),
        "to_contact": links(CONTACT),
    }
    return render(request, "tutela/plan.html", context)


def _urgencies() -> tuple[tuple[str, str], ...]:
    return (("now", _("Now")), ("soon", _("Soon")), ("later", _("Later")))


def _links(
    names: tuple[str, ...], actor: Actor, case_id: UUID, compartments: frozenset[str]
) -> list[dict[str, str]]:
    known = [registry.get(name) for name in names]
    return [
        {"label": words.label(act), "url": doable.url_of(act, case_id)}
        for act in known
        if doable.may_try(act, actor) and act.needs in compartments
    ]


def _kinds(kinds: list[str]) -> list[str]:
    return [words.choice_label("ServiceKind", kind) for kind in kinds]


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")


def _thing(one: reads.FirstDay) -> dict[str, Any]:
    state = "met" if one.at else "owed"
    return {
        "what": words.choice_label("ServiceKind", one.kind),
        "state": state,
        "sign": present.SIGNS[state],
        "said": present.moment(one.at) if one.at else _("not yet"),
        "by": one.by,
    }


def _step(one: reads.Step, today: date) -> dict[str, Any]:
    if one.ended_at is not None:
        state = "met" if one.end_how == "done" else "lapsed"
        said = f"{words.choice_label('StepEnd', one.end_how)}, {present.day(one.ended_at)}"
    else:
        state, said = (
            ("overdue" if one.by_day < today else "owed"),
            _("by %(day)s") % {"day": _day(one.by_day)},
        )
    return {
        "what": words.choice_label("ServiceKind", one.kind),
        "who": one.bearer,
        "state": state,
        "sign": present.SIGNS[state],
        "said": said,
    }


def _plan(one: Any, today: date) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "answer": words.choice_label("PlanAnswer", one.answer),
        "at": present.day(one.at),
        "review": _day(one.review_on),
        "review_passed": one.review_on < today,
        "worry": [words.choice_label("WorryWay", way) for way in one.worry_ways],
    }


def _safety(one: Any, today: date) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "at": present.day(one.at),
        "dangers": [words.choice_label("Danger", d) for d in one.dangers],
        "measures": [words.choice_label("Measure", m) for m in one.measures],
        "review": _day(one.review_on),
        "review_passed": one.review_on < today,
    }


def _agreed(one: reads.Agreed) -> dict[str, Any]:
    if one.withdrawn_at:
        state, said = "lapsed", _("taken back %(day)s") % {"day": present.day(one.withdrawn_at)}
    elif not one.holds:
        state, said = "lapsed", _("ran out %(day)s") % {"day": present.day(one.until)}
    elif one.until:
        state, said = "met", _("holds until %(day)s") % {"day": present.day(one.until)}
    else:
        state, said = "met", _("holds until the person takes it back")
    what = (
        words.choice_label("Examination", one.about)
        if one.about
        else words.choice_label("Purpose", one.purpose)
    )
    return {
        "what": what,
        "receiver": one.receiver,
        "parts": [words.choice_label("Compartment", part) for part in one.parts],
        "in_short": one.in_short,
        "given": present.day(one.given_at),
        "state": state,
        "sign": present.SIGNS[state],
        "said": said,
    }


# --- from one shift to the next -------------------------------------------------------------------------------


def tonight(actor: Actor) -> dict[str, Any]:
    """Who is on call, what the last shifts left, and for whom there was no place."""
    now = clock()()
    found = reads.night(actor, now, now - timedelta(days=SEEN_BACK))
    known = [registry.get(name) for name in ("set_on_call", "hand_over_shift", "state_house_rule")]
    return {
        "on_call": [
            {"who": who, "since": present.moment(turn.since), "until": present.moment(turn.until)}
            for who, turn in found.on_call
        ],
        "left": [
            {
                "who": who,
                "at": present.moment(left.at),
                "points": [words.choice_label("Handed", point) for point in left.points],
            }
            for who, left in found.left
        ],
        "links": [
            {"label": words.label(act), "url": doable.url_of(act)}
            for act in known
            if doable.may_try(act, actor)
        ],
        "missing": [
            (words.choice_label("PlaceGroup", group), times) for group, times in found.not_found.items()
        ],
    }


# --- what was taken back ------------------------------------------------------------------------------------


@signed_in
def taken_back(request: Asking) -> HttpResponse:
    """Consents to one's own agency that people took back: each is answered here, without sight of the file."""
    actor = request.who.actor
    found = reads.taken_back(actor)
    wrong = ""
    if request.method == "POST":
        wrong = _answer(request, found)
        if not wrong:
            messages.success(request, _("Your answer is kept. Thank you for stopping."))
            return redirect("taken_back")
    context = {
        "rows": [_waiting(one) for one in found],
        "choices": [(str(how), words.choice_label("StoppedHow", how)) for how in StoppedHow],
        "wrong": wrong,
        "key": uuid.uuid4(),
    }
    return render(request, "tutela/taken_back.html", context, status=422 if wrong else 200)


def _waiting(one: Withdrawal) -> dict[str, Any]:
    return {
        "id": one.pk,
        "purpose": words.choice_label("Purpose", one.purpose),
        "parts": [words.choice_label("Compartment", part) for part in one.compartments],
        "at": present.moment(one.at),
        "number": str(one.case_id)[:8],
    }


def _answer(request: Asking, found: list[Withdrawal]) -> str:
    """Sends the answer through `perform`; returns what is wrong with it."""
    meant = next((one for one in found if str(one.pk) == request.POST.get("withdrawal")), None)
    key = request.POST.get("key", "")
    if meant is None:
        return _("This has been answered already, or was never sent to your agency.")
    given = {
        "case": str(meant.case_id),
        "withdrawal": str(meant.pk),
        "stopped": request.POST.get("stopped", ""),
        "passed_on_to_others": bool(request.POST.get("passed_on")),
    }
    try:
        outcome = perform(
            parse("answer_withdrawal", given),
            request.who.actor,
            UUID(key) if answers.is_id(key) else None,
            clock(),
        )
    except InvalidAction:
        return _("Say what became of what you had.")
    return "" if isinstance(outcome, Done) else _("This could not be kept. Try once more.")
