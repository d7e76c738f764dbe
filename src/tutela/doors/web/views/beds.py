"""Beds: the calendar of a house, finding one for a person, offering one, and a bed for tonight."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tutela.cases import reads as cases
from tutela.doors import answers
from tutela.doors.now import clock
from tutela.engine import profile
from tutela.engine.access import Actor
from tutela.engine.actions import InvalidAction, parse, registry
from tutela.engine.outcomes import Refused
from tutela.engine.perform import perform
from tutela.guidelines.g06_protection import beds as reads

from .. import beds as say
from .. import doable, forms, present
from . import plan
from .doing import answered, done_said
from .gate import Asking, signed_in

#: Nights that the calendar shows at once, and how many times it can be turned.
WEEK = 7
WEEKS = 8
#: The longest stay that is asked for at once.
LONGEST = 366
#: So many nights are asked for where nobody said until when: somebody who has just come needs weeks, not a night.
MOSTLY = 28


def today_here() -> date:
    """Today, in the country's zone."""
    return profile.current().day(clock()())


@signed_in
def beds(request: Asking) -> HttpResponse:
    """The places of one's own agency by room and week, and what there is to do about them today."""
    actor = request.who.actor
    if not reads.may_place(actor):
        raise Http404
    today = today_here()
    week = _whole(request.GET.get("week", ""), WEEKS)
    since = today + timedelta(days=WEEK * week)
    found = reads.calendar(actor, since, WEEK, today)
    context = {
        "weeks": [_week(today, n, n == week) for n in range(WEEKS + 1)],
        "span": say.days_said(found.days[0], found.days[-1]),
        "days": [{"at": d, "said": say.day_said(d), "today": d == today} for d in found.days],
        "houses": say.by_house(found),
        "by_day": say.by_day(found, today),
        "can_offer": doable.may_try(registry.get("offer_place"), actor),
        "can_register": doable.may_try(registry.get("register_place"), actor),
        "places": [say.place_said(p) for p, _row in found.rows],
        "to_do": say.to_do(found),
        "want": [say.want_said(w) for w in reads.want(actor, today, today + timedelta(days=1))],
        "tonight": plan.tonight(actor),
        "key": uuid.uuid4(),
    }
    return render(request, "tutela/beds.html", context)


def _whole(text: str, most: int) -> int:
    return min(int(text), most) if text.isdecimal() and len(text) < 4 else 0


def _week(today: date, number: int, chosen: bool) -> dict[str, Any]:
    first = today + timedelta(days=WEEK * number)
    said = _("Next seven days") if not number else say.days_said(first, first + timedelta(days=WEEK - 1))
    return {"number": number, "said": said, "chosen": chosen}


# --- from a bed to a person --------------------------------------------------------------------------------


@signed_in
def bed(request: Asking, place_id: UUID) -> HttpResponse:
    """One bed of one's own house: for which nights, and for whom of the house's files."""
    actor = request.who.actor
    place = reads.own_place(actor, place_id) if reads.may_place(actor) else None
    if place is None or not doable.may_try(registry.get("offer_place"), actor):
        raise Http404
    today = today_here()
    asked = request.POST if request.method == "POST" else request.GET
    since, last, wrong = nights(asked.get("since", ""), asked.get("last", ""), today)
    if request.method == "POST" and not wrong:
        person = asked.get("person", "")
        if answers.is_id(person):
            return _offer(request, UUID(person), "offer_place", place_id, since, last, "beds")
        wrong = _("Choose for whom.")
    people = reads.people_for(actor, place, since, last + timedelta(days=1), clock()())
    context = {
        "place": say.place_said(place),
        "since": since,
        "last": last,
        "nights": say.nights_said(since, last),
        "wrong": wrong,
        "fitting": [p for p, why in people if not why],
        "others": [{"person": p, "why": say.why_not(why, None)} for p, why in people if why],
        "key": uuid.uuid4(),
        "today": today,
    }
    return render(request, "tutela/bed.html", context, status=422 if wrong else 200)


def nights(since: str, last: str, today: date) -> tuple[date, date, str]:
    """The first and the last night that were asked for, and what is wrong with them; four weeks from tonight where
    nobody said."""
    first, wrong = _date(since, today)
    end, also_wrong = _date(last, first + timedelta(days=MOSTLY - 1))
    if wrong or also_wrong:
        return first, end, _("Give days as year, month and day.")
    if end < first:
        return first, first, _("The last night comes before the first. Give a later one.")
    if first < today:
        return today, max(end, today), _("The first night has passed. Choose tonight or later.")
    if (end - first).days > LONGEST:
        return first, first, _("That is more than a year. Offer a shorter stay first.")
    return first, end, ""


def _date(text: str, otherwise: date) -> tuple[date, bool]:
    if not text:
        return otherwise, False
    try:
        return date.fromisoformat(forms.as_day(text)), False
    except ValueError:
        return otherwise, True


# --- from a person to the beds that fit --------------------------------------------------------------------


@signed_in
def case_beds(request: Asking, case_id: UUID) -> HttpResponse:
    """Every bed there is for one person on some nights: what fits, in words, and why the others do not."""
    asked = request.POST if request.method == "POST" else request.GET
    since, last, wrong = nights(asked.get("since", ""), asked.get("last", ""), today_here())
    if request.method == "POST" and not wrong:
        for name, action in (("offer", "offer_place"), ("tonight", "place_tonight")):
            if answers.is_id(asked.get(name, "")):
                return _offer(request, case_id, action, UUID(asked[name]), since, last, "case_beds")
    return _beds_for(request, case_id, since, last, wrong)


def _offer(
    request: Asking, case_id: UUID, action: str, place_id: UUID, since: date, last: date, back: str
) -> HttpResponse:
    """Offers the place once, through `perform`; who comes second is shown what else is free for the same nights."""
    actor = request.who.actor
    if not doable.may_try(registry.get(action), actor):
        raise Http404
    data: dict[str, Any] = {"case": str(case_id), "place": str(place_id)}
    if action == "offer_place":
        data |= {"since": since.isoformat(), "until": (last + timedelta(days=1)).isoformat()}
    text = request.POST.get("key", "")
    try:
        wanted = parse(action, data)
        outcome = perform(wanted, actor, UUID(text) if answers.is_id(text) else uuid.uuid4(), clock())
    except InvalidAction:
        return _beds_for(request, case_id, since, last, _("This place is no longer there. Choose another."))
    if isinstance(outcome, Refused):
        shown = answers.refused(outcome, wanted)
        for one in shown["objections"]:
            one["provisions"] = present.cite(p["id"] for p in one["provisions"])
        return _beds_for(request, case_id, since, last, "", shown)
    if outcome.result != "done":
        return answered(request, wanted, outcome, case_id)
    messages.success(request, done_said(wanted, outcome))
    return redirect(reverse("beds") if back == "beds" else reverse("case_beds", args=[case_id]))


def _beds_for(
    request: Asking, case_id: UUID, since: date, last: date, wrong: str, refusal: dict[str, Any] | None = None
) -> HttpResponse:
    actor, today, now = request.who.actor, today_here(), clock()()
    asked = request.POST if request.method == "POST" else request.GET
    steps = asked.get("steps", "") == "yes"
    head = cases.case_head(actor, case_id, now)
    found = reads.fits(actor, case_id, since, last + timedelta(days=1), steps, now) if head else None
    if head is None or found is None:
        raise Http404
    person, all_of_them = found
    sees_where = "whereabouts" in head[1]
    shown = [say.fit_said(f, person, sees_where) for f in all_of_them]
    context = {
        "person": person,
        "stays": [say.stay_said(s, today) for s in reads.stays_of(actor, case_id, today)],
        "since": since,
        "last": last,
        "today": today,
        "steps": steps,
        "nights": say.nights_said(since, last),
        "lengths": say.lengths(since, last),
        "wrong": wrong,
        "refusal": refusal,
        "fitting": [s for s in shown if not s["why"]],
        "others": [s for s in shown if s["why"]],
        "can_offer": sees_where and doable.may_try(registry.get("offer_place"), actor),
        "can_tonight": since == today and _may_tonight(actor),
        "key": uuid.uuid4(),
    }
    status = 409 if refusal else 422 if wrong else 200
    return render(request, "tutela/case_beds.html", context, status=status)


def _may_tonight(actor: Actor) -> bool:
    return doable.may_try(registry.get("place_tonight"), actor)
