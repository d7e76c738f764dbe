"""My people: who waits for what, from whom, and since when; everybody's duties, not only one's own agency's."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from tutela.cases import caseload as reads
from tutela.doors.now import clock
from tutela.engine.access import Actor

from .. import present
from .gate import Asking, signed_in


def days(now: datetime) -> reads.Days:
    """Until when something is due today, and within a week, by the country's midnight."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return reads.Days(now, midnight + timedelta(days=1), midnight + timedelta(days=8))


def tiles(actor: Actor, show: str | None = None) -> list[dict[str, Any]]:
    """The filters, each with how many people it keeps; none for an agency that sees nobody."""
    said = {
        "": _("all my people"),
        "overdue": _("wait for something overdue"),
        "today": _("have something due today"),
        "week": _("have something due within a week"),
        "unexplained": _("have heard nothing in their language yet"),
        "roof": _("have no place to stay yet"),
        "closed": _("have a closed file, and something is still owed"),
    }
    found = reads.counts(actor, days(clock()()))
    if not found[""]:
        return []
    is_full = found[""] >= reads.COUNTED
    return [
        {
            "value": key,
            "said": said[key],
            "count": f"{found[key]}{'+' if is_full else ''}",
            "chosen": key == show,
        }
        for key in reads.FILTERS
        if key != "closed" or found[key] or show == key
    ]


@signed_in
def caseload(request: Asking) -> HttpResponse:
    """The agency's people with all that is owed to them, children first, then the most overdue; forty a page."""
    actor, now = request.who.actor, clock()()
    if actor.is_monitor:
        raise Http404
    show = request.GET.get("show", "")
    show = show if show in reads.FILTERS else ""
    after = request.GET.get("after")
    found = reads.caseload(actor, days(now), show, after)
    rows = [row_of(one, now, actor) for one in found.rows]
    context = {
        "tiles": tiles(actor, show),
        "show": show,
        "children": [r for r in rows if r["person"].reads_as_child],
        "others": [r for r in rows if not r["person"].reads_as_child],
        "after": found.after,
        "is_first": not after,
    }
    return render(request, "tutela/caseload.html", context)


def row_of(one: reads.Waiting, now: datetime, actor: Actor) -> dict[str, Any]:
    """One person with what is owed, as a row of the list."""
    shown = [
        {"right": present.show_right(r, now), "ours": r.duty.bearer_agency_id == actor.agency_id}
        for r in one.rights
    ]
    return {"person": one.person, "first": shown[0]["right"] if shown else None, "all": shown}
