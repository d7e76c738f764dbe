"""The monitor's board and what is behind each number, without names; and alerts for whoever is on call."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tutela.agencies.words import Role
from tutela.cases import board as reads
from tutela.doors import words
from tutela.doors.now import clock

from .. import doable, present
from .gate import Asking, signed_in

WHATS = ("breaches", "refusals", "overdue", "waivers", "urgent")


def titles() -> dict[str, str]:
    """What each number of the board is called."""
    return {
        "breaches": _("Breaches open"),
        "refusals": _("Acts refused"),
        "overdue": _("Duties overdue"),
        "waivers": _("Rules set aside"),
        "urgent": _("Urgent acts"),
    }


def _monitor(request: Asking) -> Any:
    actor = request.who.actor
    if not actor.is_monitor:
        raise Http404
    return actor


@signed_in
def board(request: Asking) -> HttpResponse:
    """Breaches, refusals, waivers, urgent acts and overdue duties, by provision."""
    found = reads.monitor_board(_monitor(request), clock()())
    rows = sorted(
        found.by_provision.items(), key=lambda item: -(item[1].breaches + item[1].refusals + item[1].overdue)
    )
    context = {
        "board": found,
        "rows": [{"cited": present.cite([p])[0], "counts": counts} for p, counts in rows],
        "agencies": [{"name": n, "counts": c} for n, c in sorted(found.by_agency.items()) if n],
        "titles": titles(),
    }
    return render(request, "tutela/monitor.html", context)


@signed_in
def behind(request: Asking, what: str) -> HttpResponse:
    """The entries behind one number."""
    actor, now = _monitor(request), clock()()
    if what not in WHATS:
        raise Http404
    provision = request.GET.get("provision", "")
    cited = present.cite([provision]) if provision else []
    if cited and not cited[0].title:
        raise Http404
    found = reads.behind(actor, what, now, provision)
    context: dict[str, Any] = {
        "title": titles()[what],
        "cited": cited[0] if cited else None,
        "breaches": [{"shown": present.show_breach(b), "subject": b.subject_id} for b in found.breaches],
        "lines": [{"shown": _refused(x, now), "subject": x.entry.subject_id} for x in found.lines],
        "rights": [{"shown": present.show_right(r, now), "subject": r.case_id} for r in found.rights],
        "waivers": [{"waiver": w, "who": who, "subject": w.subject_id} for w, who in found.waivers],
        "urgent": [{"act": u, "label": words.label(u.action), "subject": u.subject_id} for u in found.urgent],
    }
    context["empty"] = not any(context[k] for k in ("breaches", "lines", "rights", "waivers", "urgent"))
    return render(request, "tutela/behind.html", context)


def _refused(line: Any, now: Any) -> dict[str, Any]:
    return {"line": present.show_line(line, now), "why": [words.reason_text(str(c)) for c in line.codes]}


@signed_in
def file(request: Asking, subject_id: UUID) -> HttpResponse:
    """One file without names: its duties, breaches and every entry that the monitor may see."""
    now = clock()()
    before = request.GET.get("before", "")
    actor = _monitor(request)
    found = reads.journal(actor, subject_id, now, int(before) if before.isdecimal() else None)
    if found is None:
        raise Http404
    context = {
        "subject": subject_id,
        "rights": [present.show_right(r, now) for r in found.rights],
        "breaches": [present.show_breach(b) for b in found.breaches],
        "lines": [present.show_line(line, now) for line in found.timeline.lines],
        "before": found.timeline.before,
        "groups": doable.for_case(actor, subject_id, frozenset()),
    }
    return render(request, "tutela/monitor_file.html", context)


@signed_in
def alerts(request: Asking) -> HttpResponse:
    """What somebody who is awake must look at."""
    actor = request.who.actor
    if not actor.roles & {Role.ON_CALL, Role.ADMINISTRATOR}:
        raise Http404
    kinds = {
        "guard.failed": _("A rule could not be checked, and refused to be safe"),
        "clock.ahead": _("A device's clock is ahead"),
    }
    rows = [
        {
            "what": kinds.get(a["kind"], words.readable(a["kind"])),
            "at": present.moment(a["at"]),
            "rule": str(a["ids"].get("guard", "")),
            "act": str(a["ids"].get("act", "")),
            "seen": bool(a["seen_at"]),
        }
        for a in reads.alerts(actor)
    ]
    return render(request, "tutela/alerts.html", {"rows": rows})
