"""Who works with how many people, who is away, and supervision; and leave, with a colleague for each person."""

from __future__ import annotations

import uuid
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tutela.cases import escalations, worker_reads, workload
from tutela.cases.worker_actions import RecordSupervision
from tutela.doors import answers, words
from tutela.doors.now import clock
from tutela.engine import profile
from tutela.engine.actions import InvalidAction, parse
from tutela.engine.outcomes import Done, Refused
from tutela.engine.perform import perform
from tutela.people.keystore.store import KeyDestroyed, KeyStoreDown

from .. import doable, present
from .gate import Asking, sent_key, signed_in


@signed_in
def workers(request: Asking) -> HttpResponse:
    """The workers of one's own agency; for a coordinator, numbers of all that are above what is aimed at."""
    actor, now = request.who.actor, clock()()
    if not (worker_reads.arranges(actor) or escalations.is_coordinator(actor)):
        raise Http404
    most, child = workload.ceiling(now)
    today = profile.current().day(now)
    found = worker_reads.workers(actor, now) if worker_reads.arranges(actor) else []
    away = next(
        (one for one in found if str(one.id) == (request.GET.get("away") or request.POST.get("away"))), None
    )
    wrong: list[str] = []
    if request.method == "POST" and away is not None:
        wrong = _goes(request, away)
        if not wrong:
            messages.success(request, _("The leave is written down; everybody has somebody."))
            return redirect("workers")
    others = [
        (str(one.id), f"{one.name} ({one.load})")
        for one in reversed(found)
        if one != away and not one.away_until
    ]
    context: dict[str, Any] = {
        "most": most,
        "child": child,
        "workers": [_said(one, most, today) for one in found],
        "above": worker_reads.above(actor, now) if escalations.is_coordinator(actor) else None,
        "silent": worker_reads.silent(actor, now) if escalations.is_coordinator(actor) else [],
        "silent_days": (now - workload.silent_since(now)).days,
        "away": away,
        "people": worker_reads.people_of(actor, away.id) if away else [],
        "others": others,
        "since": request.POST.get("since", ""),
        "until": request.POST.get("until", ""),
        "wrong": wrong,
        "key": uuid.uuid4(),
        "labels": {name: words.label(name) for name in ("begin_leave", "record_supervision")},
    }
    return render(request, "tutela/workers.html", context, status=422 if wrong else 200)


@signed_in
def supervision(request: Asking, member_id: UUID) -> HttpResponse:
    """A colleague's supervision by its days; what was said in one, when one of the two whom it was between asks."""
    actor, now = request.who.actor, clock()()
    found = worker_reads.talks_of(actor, member_id)
    if found is None:
        raise Http404
    name, talks = found
    wanted = request.POST.get("talk", "")
    opened = next((one for one in talks if str(one.id) == wanted and one.mine), None)
    words_of: str | None = None
    is_down = False
    if opened is not None:
        try:
            words_of = worker_reads.supervision_words(actor, opened.id, now)
        except (KeyStoreDown, KeyDestroyed):
            is_down = True
    context = {
        "name": name,
        "member_id": member_id,
        "may_record": worker_reads.arranges(actor) and member_id != actor.member_id,
        "label": words.label("record_supervision"),
        "record_url": doable.url_of(RecordSupervision),
        "down": is_down,
        "talks": [
            {
                "id": one.id,
                "held": present.day(one.held_on),
                "next": present.day(one.next_on),
                "by": one.by,
                "mine": one.mine,
                "words": words_of if opened is not None and one.id == opened.id else None,
            }
            for one in talks
        ],
    }
    return render(request, "tutela/supervision.html", context, status=503 if is_down else 200)


def _said(one: worker_reads.Worker, most: int, today: Any) -> dict[str, Any]:
    def day(value: Any) -> str:
        return date_format(value, "DATE_FORMAT") if value else ""

    return {
        "one": one,
        "over": one.load > most,
        "away": day(one.away_until),
        "supervised": day(one.supervised),
        "next": day(one.next_on),
        "late": one.next_on is not None and one.next_on < today,
    }


def _goes(request: Asking, away: worker_reads.Worker) -> list[str]:
    """A colleague for each person, each in their own file; then the leave. Returns what is wrong, in words."""
    actor, post, key = request.who.actor, request.POST, sent_key(request)
    acts: list[tuple[str, dict[str, Any]]] = []
    for held in worker_reads.people_of(actor, away.id):
        colleague = post.get(f"c-{held.case_id}")
        if colleague:
            data = {"case": held.case_id, "colleague": colleague, "until": post.get("until")}
            acts.append(("name_worker", data))
    leave = {
        "agency": actor.agency_id,
        "colleague": away.id,
        "since": post.get("since"),
        "until": post.get("until"),
    }
    for name, data in [*acts, ("begin_leave", leave)]:
        sent_as = uuid.uuid5(key, f"{name} {data.get('case', '')}")
        try:
            outcome = perform(parse(name, data), actor, UUID(str(sent_as)), clock())
        except InvalidAction as error:
            return [one["message"] for one in answers.invalid(error.faults)["faults"]]
        if isinstance(outcome, Refused):
            return [words.objection_text(one) for one in outcome.objections]
        if not isinstance(outcome, Done):
            return [_("This could not be kept. Try once more.")]
    return []
