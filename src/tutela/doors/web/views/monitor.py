"""The monitor's board and what is behind each number, without names; and alerts for whoever is on call."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tutela.agencies.reads import agency_names
from tutela.agencies.words import Role
from tutela.cases import board as reads
from tutela.cases import board_figures
from tutela.doors import words
from tutela.doors.now import clock
from tutela.engine.rules import rules
from tutela.guidelines.g05_enforcement.reads import people_held

from .. import doable, present, readings
from .gate import Asking, signed_in

KINDS = ("breaches", "refusals", "overdue", "waivers", "urgent")
WHATS = (*KINDS, "held")


def titles() -> dict[str, str]:
    """What each number of the board is called."""
    return {
        "breaches": _("Breaches open"),
        "refusals": _("Acts refused"),
        "overdue": _("Duties overdue"),
        "waivers": _("Rules set aside"),
        "urgent": _("Urgent acts"),
        "held": _("Hours of detention"),
    }


def _monitor(request: Asking) -> Any:
    actor = request.who.actor
    if not actor.is_monitor:
        raise Http404
    return actor


def _choice(request: Asking) -> reads.Choice:
    """The period and the agency that the board is narrowed to; anything else in the address is not heard."""
    days, agency = request.GET.get("days", ""), request.GET.get("agency", "")
    wanted = int(days) if days.isdecimal() and int(days) in reads.PERIODS else reads.PERIODS[0]
    try:
        return reads.Choice(wanted, UUID(agency) if agency else None)
    except ValueError:
        raise Http404 from None


def _query(choice: reads.Choice, **more: Any) -> str:
    """The choice as the end of an address: a number of days and a random id, nothing about anybody."""
    asked = {
        "days": choice.days if choice.days != reads.PERIODS[0] else "",
        "agency": choice.agency or "",
        **more,
    }
    return urlencode({name: value for name, value in asked.items() if value})


def periods() -> dict[int, str]:
    """What each period is called."""
    return {30: _("The last thirty days"), 90: _("The last ninety days"), 365: _("The last twelve months")}


@signed_in
def board(request: Asking) -> HttpResponse:
    """Breaches, refusals, waivers, urgent acts and overdue duties by provision and agency, and the charts."""
    actor, now, choice = _monitor(request), clock()(), _choice(request)
    figures, verified = board_figures.figures(actor, now, str(choice.agency or ""))
    found = reads.monitor_board(actor, now, choice, figures.overdue)
    held = people_held(actor, now, choice.since(now)) if not choice.agency else []
    context = {
        "heading": periods()[choice.days],
        "cards": _cards(found, choice, held, figures.at),
        "rows": _rows(found, choice),
        "agencies": _agencies(found, choice),
        "titles": titles(),
        "charts": readings.shown(figures, choice.days),
        "charts_at": present.moment(figures.at),
        "verified": _verified(verified),
        "periods": [{"value": d, "label": p, "chosen": d == choice.days} for d, p in periods().items()],
        "all_agencies": [(str(pk), name) for pk, name in found.agencies.items()],
        "agency": str(choice.agency or ""),
    }
    return render(request, "tutela/monitor.html", context)


def _cards(found: reads.Board, choice: reads.Choice, held: list[Any], at: datetime) -> list[dict[str, Any]]:
    """The large numbers, each with the way to what is behind it."""
    said, totals = titles(), found.totals
    notes = {
        "breaches": _("going on, or not answered for"),
        "refusals": _("what was tried, and by which agency"),
        "overdue": _("at %(at)s, whenever they began") % {"at": present.moment(at)},
        "waivers": _("each for one act, used once"),
        "urgent": ngettext("%(n)s not yet looked at", "%(n)s not yet looked at", found.unreviewed)
        % {"n": found.unreviewed},
    }
    cards = [
        {
            "title": said[what], "n": readings.number(getattr(totals, what)), "note": notes[what],
            "url": _link(what, choice),
        }
        for what in KINDS
    ]  # fmt: skip
    if not choice.agency:
        hours = sum(row.hours for row in held)
        note = ngettext("%(n)s person held now", "%(n)s people held now", sum(row.is_held for row in held))
        note %= {"n": sum(row.is_held for row in held)}
        cards.append(
            {"title": said["held"], "n": readings.number(hours), "note": note, "url": _link("held", choice)}
        )
    return cards


def _link(what: str, choice: reads.Choice, **more: Any) -> str:
    query = _query(choice, **more)
    return reverse("behind", args=[what]) + (f"?{query}" if query else "")


Way = tuple[str, str, str]


def _ways() -> list[Way]:
    """(kind, what it is called, where it leads): the same for every row."""
    said = titles()
    return [(what, said[what], reverse("behind", args=[what])) for what in KINDS]


def _cells(counts: reads.Counts, ways: list[Way], query: str, name: str) -> list[dict[str, Any]]:
    return [
        {
            "n": (n := getattr(counts, what)), "of": said, "url": f"{url}?{query}" if query else url,
            "heard": f"{n} {said}, {name}",
        }
        for what, said, url in ways
    ]  # fmt: skip


def _rows(found: reads.Board, choice: reads.Choice) -> list[dict[str, Any]]:
    rows, ways = sorted(found.by_provision.items(), key=lambda item: -item[1].whole), _ways()
    return [
        {"cited": present.cite([p])[0], "cells": _cells(counts, ways, _query(choice, provision=p), p)}
        for p, counts in rows
    ]


def _agencies(found: reads.Board, choice: reads.Choice) -> list[dict[str, Any]]:
    rows, ways = [], _ways()
    for agency, counts in sorted(found.by_agency.items(), key=lambda item: -item[1].whole):
        name = found.agencies.get(agency, "") if agency else _("no agency named")
        if name and agency:
            query = _query(reads.Choice(choice.days, agency))
            rows.append({"name": name, "cells": _cells(counts, ways, query, name)})
        elif name:
            rows.append({"name": name, "cells": [{**c, "url": ""} for c in _cells(counts, ways, "", name)]})
    return rows


def _verified(found: Any) -> dict[str, Any]:
    """The state of the record, from the worker's last verification; never computed while somebody waits."""
    if found is None:
        return {"state": "declined", "sign": "–", "said": _("The record has not been verified yet.")}
    at, entries = present.moment(found.at), readings.number(found.data["entries"])
    if found.data["is_whole"]:
        said = _("The record is intact: %(at)s, %(n)s entries") % {"n": entries, "at": at}
        return {"state": "met", "sign": "✓", "said": said}
    said = _("The record is not whole: found at %(at)s. Verify it yourself and call the operator.") % {
        "at": at
    }
    return {"state": "overdue", "sign": "●", "said": said}


@signed_in
def behind(request: Asking, what: str) -> HttpResponse:
    """The entries behind one number."""
    actor, now, choice = _monitor(request), clock()(), _choice(request)
    if what not in WHATS:
        raise Http404
    provision = request.GET.get("provision", "")
    cited = present.cite([provision]) if provision else []
    if cited and not cited[0].title:
        raise Http404
    found = reads.Behind() if what == "held" else reads.behind(actor, what, now, provision, choice)
    held = people_held(actor, now, choice.since(now)) if what == "held" else []
    agency = agency_names({choice.agency}).get(choice.agency, "")
    context: dict[str, Any] = {
        "title": titles()[what],
        "cited": cited[0] if cited else None,
        "narrowed": " · ".join(part for part in (_period(what, choice), agency) if part),
        "back": reverse("monitor") + (f"?{_query(choice)}" if _query(choice) else ""),
        "breaches": _breaches(found.breaches),
        "lines": [{"shown": _refused(x, now), "subject": x.entry.subject_id} for x in found.lines],
        "rights": [{"shown": present.show_right(r, now), "subject": r.case_id} for r in found.rights],
        "waivers": [_waiver(w, who) for w, who in found.waivers],
        "urgent": [_urgent(u, who, actor) for u, who in found.urgent],
        "held": [_held(row) for row in held],
        "review_waiver": words.label("review_waiver"),
        "review_urgent": words.label("review_urgent_act"),
    }
    kinds = ("breaches", "lines", "rights", "waivers", "urgent", "held")
    context["empty"] = not any(context[kind] for kind in kinds)
    return render(request, "tutela/behind.html", context)


def _breaches(found: list[Any]) -> list[dict[str, Any]]:
    names = agency_names({b.agency_id for b in found})
    return [
        {
            "shown": present.show_breach(b), "subject": b.subject_id,
            "who": names.get(b.agency_id) or _("no agency named"),
        }
        for b in found
    ]  # fmt: skip


def _period(what: str, choice: reads.Choice) -> str:
    return "" if what in ("breaches", "overdue") else periods()[choice.days]


def _waiver(waiver: Any, who: str) -> dict[str, Any]:
    """A rule that was set aside, in words, with the form to look at it."""
    rule = rules.all_guards.get(waiver.guard)
    doc = words.say(rule.doc.split("\n", 1)[0]) if rule else waiver.guard
    return {
        "waiver": waiver, "who": who, "subject": waiver.subject_id, "doc": doc, "foreign": present.is_foreign(doc),
        "provisions": present.cite(rule.provisions) if rule else [],
        "review": reverse("case_do", args=[waiver.subject_id, "review_waiver"]),
    }  # fmt: skip


def _urgent(act: Any, who: str, actor: Any) -> dict[str, Any]:
    return {
        "act": act, "who": who, "subject": act.subject_id, "label": words.label(act.action),
        "review": "" if act.reviewed_at else reverse("case_do", args=[act.subject_id, "review_urgent_act"]),
    }  # fmt: skip


def _held(row: Any) -> dict[str, Any]:
    hours = ngettext("%(n)s hour", "%(n)s hours", row.hours) % {"n": readings.number(row.hours)}
    return {
        "subject": row.case_id,
        "hours": hours,
        "since": present.moment(row.since),
        "is_held": row.is_held,
        "said_free": row.said_free,
    }


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
        "child.missing": _("A child is missing"),
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
