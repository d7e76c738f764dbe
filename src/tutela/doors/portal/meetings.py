"""Meetings about her: what for, who comes, what she says to it, and what was decided, in plain words."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tutela.agencies.reads import agency_names
from tutela.cases import own_door_reads
from tutela.doors import words
from tutela.guidelines.g06_protection import conference_reads as reads

from . import messages
from .gate import Her, hers
from .pages import named, told
from .sent import HERE, back, does
from .shown import date_said, day, page

LONGEST = 2000


@hers
def meetings(request: HttpRequest, her: Her) -> HttpResponse:
    """What is to come, with her answer to it, and what was."""
    if not her.is_open:
        return HttpResponseRedirect(reverse("my:second"))
    rows, decided = reads.of_hers(her.actor.handle)
    if request.method == "POST":
        return _answered(request, her, rows)
    ids = {one for row in rows for one in (*row["agencies"], *row["attended"])}
    ids |= {step.bearer_id for steps in decided.values() for step in steps}
    names, sectors = agency_names(ids), own_door_reads.sectors(ids)

    def who(agencies: Any) -> str:
        return "; ".join(named(one, names, sectors) for one in agencies)

    shown = [
        {**_said(row, who), "steps": [_step(one, who) for one in decided.get(row["id"], ())]} for row in rows
    ]
    context = {
        "her": her,
        "meetings": shown,
        "parts": [(value, words.say(label)) for value, label in messages.PARTS_IN_A_MEETING.items()],
        "told": told(request),
        "longest": LONGEST,
    }
    return page("portal/meetings.html", context)


def _answered(request: HttpRequest, her: Her, rows: list[dict[str, Any]]) -> HttpResponse:
    chosen = next((row for row in rows if str(row["id"]) == request.POST.get("c")), None)
    part = request.POST.get("v", "")
    if chosen is None or part not in messages.PARTS_IN_A_MEETING:
        return back("my:meetings", False, "said")
    data = {"case": her.case_id, "conference": chosen["id"], "her_part": part, **HERE}
    typed = request.POST.get("words", "").strip()[:LONGEST]
    if typed:
        data["words"] = typed
    return back("my:meetings", does(her, "answer_conference", request.POST.get("key", ""), **data), "said")


def _said(row: dict[str, Any], who: Any) -> dict[str, Any]:
    state = ""
    if row["state"] == "held":
        state = _("It was held on %(day)s.") % {"day": day(row["ended_at"])}
    elif row["state"] == "called_off":
        state = _("It was called off.")
    there = _("You were there.")
    if row["she_was_there"] is not True:
        there = _("You were not there. Somebody must tell you what was decided.")
    return {
        "id": row["id"],
        "key": uuid.uuid4(),
        "what": words.say(messages.MEETINGS.get(row["purpose"], "")),
        "day": _("On %(day)s") % {"day": date_said(row["on_day"])},
        "is_open": row["state"] == "called",
        "state": state,
        "there": there if row["state"] == "held" else "",
        "who": _("Who came: %(who)s") % {"who": who(row["attended"])}
        if row["state"] == "held"
        else _("Who comes: %(who)s") % {"who": who(row["agencies"])},
        "part": row["her_part"],
        "mine": words.say(messages.SAID_TO_A_MEETING.get(row["her_part"], "")),
    }


def _step(one: reads.Decision, who: Any) -> dict[str, str]:
    if one.ended_at:
        said, mark = _("Done on %(day)s") % {"day": day(one.ended_at)}, "ok"
        if one.end_how != "done":
            said, mark = _("Ended on %(day)s") % {"day": day(one.ended_at)}, "open"
    else:
        said, mark = _("By %(day)s") % {"day": date_said(one.by_day)}, "open"
    return {
        "what": words.choice_label("ServiceKind", one.kind),
        "who": who([one.bearer_id]),
        "said": said,
        "mark": mark,
    }
