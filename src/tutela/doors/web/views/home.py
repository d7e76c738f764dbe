"""The first page: what I owe to whom, and by when. Children first, then the most overdue."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from tutela.agencies.reads import emergency_numbers
from tutela.agencies.words import Role
from tutela.cases import reads
from tutela.cases.escalations import is_coordinator
from tutela.doors import words
from tutela.doors.now import clock
from tutela.engine.actions import registry
from tutela.engine.models import Duty
from tutela.guidelines.g06_protection.beds import may_place

from .. import doable, present
from . import children, escalations
from .caseload import tiles
from .gate import Asking, signed_in


@signed_in
def home(request: Asking) -> HttpResponse:
    """What I owe; for the monitor, the board; for a coordinator, what escalates; for a guardian, her children."""
    actor = request.who.actor
    if actor.is_monitor:
        return redirect("monitor")
    if is_coordinator(actor):
        return escalations.shown(request)
    return children.shown(request) if children.is_for(actor) else _owed(request)


@signed_in
def owed(request: Asking) -> HttpResponse:
    """What I owe, for whom something else comes first."""
    return redirect("monitor") if request.who.actor.is_monitor else _owed(request)


def _owed(request: Asking) -> HttpResponse:
    actor, now = request.who.actor, clock()()
    found = reads.owed(actor, now)
    rows = [present.show_right(r, now) for r in found.rows]
    context = {
        "children": [r for r in rows if r.reads_as_child],
        "others": [r for r in rows if not r.reads_as_child],
        "unseen": [_unseen(row, now) for row in found.unseen],
        "taken_back": any(row["rule"] == "stop_using" for row in found.unseen),
        "overdue": found.overdue + _overdue(found.unseen, now),
        "count": found.total + len(found.unseen),
        "shown": len(rows) if found.total > len(rows) else 0,
        "responder": Role.FIRST_RESPONDER in actor.roles,
        "alerts": Role.ON_CALL in actor.roles,
        "tiles": tiles(actor) if Role.CASEWORKER in actor.roles else [],
    }
    return render(request, "tutela/home.html", context)


def _overdue(unseen: list[dict[str, Any]], now: Any) -> int:
    return sum(1 for row in unseen if row["due_at"] is not None and row["due_at"] < now)


def _unseen(row: dict[str, Any], now: Any) -> present.ShownRight:
    """A duty on a file that the agency does not see: what and by when, and no more."""
    duty = Duty(
        id=row["id"], rule=row["rule"], provisions=row["provisions"], started_at=row["started_at"],
        due_at=row["due_at"], state="open", term={}, events=[], bearer_sector="", escalated_to=row["escalated_to"],
    )  # fmt: skip
    return present.show_right(reads.Right(duty, ""), now)


@signed_in
def urgent(request: Asking) -> HttpResponse:
    """Somebody is in danger now: whom to call, and what can be done at once."""
    actor = request.who.actor
    acts = [{"label": words.label(a), "help": words.help_text(a)} for a in doable.urgent(actor)]
    tonight = may_place(actor) and doable.may_try(registry.get("place_tonight"), actor)
    context = {"phones": _phones(), "acts": acts, "can_tonight": tonight}
    return render(request, "tutela/urgent.html", context)


def _phones() -> list[dict[str, str]]:
    return [
        {
            "name": p.name,
            "sector": words.choice_label("Sector", p.sector),
            "number": p.number,
            "tel": _tel(p.number),
        }
        for p in emergency_numbers()
    ]


def _tel(number: str) -> str:
    return "".join(c for c in number if c.isdigit() or c == "+")


@signed_in
def do_list(request: Asking) -> HttpResponse:
    """What else can be done: actions that belong to no file."""
    return render(request, "tutela/do.html", {"groups": doable.for_nobody(request.who.actor)})
