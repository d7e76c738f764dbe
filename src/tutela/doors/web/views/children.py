"""My children: for a guardian those whose guardian she is, for a child protection officer all of the agency's.

By clock, with what anybody owes them, and what is missing at each child's side.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tutela.agencies.words import Role
from tutela.cases import caseload as reads
from tutela.cases.reads import CasePage, Right
from tutela.doors import words
from tutela.doors.now import clock
from tutela.engine import profile
from tutela.engine.access import Actor
from tutela.engine.actions import registry
from tutela.guidelines.g08_children.side_reads import SIDE, Side, side_of, sides, wards

from .. import doable, present
from .caseload import days, row_of
from .gate import Asking

#: What brings each part of a child's side about.
BRINGS = {
    "guardian": "appoint_representative",
    "lawyer": "appoint_representative",
    "views": "record_child_views",
    "assessment": "assess_best_interests",
    "determination": "determine_best_interests",
}
#: Days on which something about a child is looked at again, by the duty that says so.
REVIEWS = ("care_review", "best_interests_again", "determination_review")


def is_for(actor: Actor) -> bool:
    """Whether this is somebody whose work is children."""
    return bool({Role.GUARDIAN, Role.CHILD_PROTECTION_OFFICER} & actor.roles) and not actor.is_monitor


def shown(request: Asking) -> HttpResponse:
    """The children by clock: what is owed to each, and what is missing."""
    actor, now = request.who.actor, clock()()
    hers = None if Role.CHILD_PROTECTION_OFFICER in actor.roles else wards(actor)
    after = request.GET.get("after")
    found = reads.caseload(actor, days(now), "children", after, among=hers)
    beside = sides(actor, [one.person.id for one in found.rows])
    rows = [_row(one, beside[one.person.id], now, actor) for one in found.rows]
    context = {
        "rows": rows,
        "after": found.after,
        "is_first": not after,
        "is_guardian": hers is not None,
        "late": sum(1 for row in rows if row["first"] and row["first"].state == "overdue"),
        "lacking": [
            {"said": what_said(what), "count": n}
            for what in SIDE
            if (n := sum(1 for row in rows if what in row["missing"]))
        ],
    }
    return render(request, "tutela/children.html", context)


def _row(one: reads.Waiting, side: Side, now: datetime, actor: Actor) -> dict[str, Any]:
    missing = side.missing(profile.current().day(now))
    reviews = [r for r in one.rights if r.duty.rule in REVIEWS and r.duty.due_at]
    return {
        **row_of(one, now, actor),
        "missing": missing,
        "lacks": present.listed(what_said(what) for what in missing),
        "review": _review(reviews),
        "to_take": "guardian" in side.appointed,
    }


def _review(reviews: list[Right]) -> str:
    dated = [(r.duty.due_at, words.duty_label(r.duty.rule)) for r in reviews if r.duty.due_at is not None]
    if not dated:
        return ""
    due, what = min(dated)
    return _("%(what)s: %(day)s") % {"what": what, "day": present.day(due)}


def what_said(what: str) -> str:
    """A part of a child's side in words."""
    said = {
        "guardian": _("guardian"),
        "lawyer": _("lawyer of the child"),
        "views": _("the child's own views"),
        "assessment": _("best-interests assessment"),
        "determination": _("formal determination"),
    }
    return said[what]


def beside(actor: Actor, page: CasePage, now: datetime) -> dict[str, Any]:
    """The child's side for the page of one file; nothing for who is surely an adult."""
    if not page.person.reads_as_child:
        return {}
    side, today = side_of(page.beside.rooms["side"]), profile.current().day(now)
    states = {what: _state(what, side, today) for what in SIDE}
    return {
        "side": [
            {
                "what": what_said(what),
                "state": state,
                "sign": present.SIGNS[state],
                "said": _said(what, side, today),
                "url": _way(what, actor, page) if state != "met" else "",
            }
            for what, state in states.items()
        ],
        "reviews": [_review([r]) for r in page.rights if r.duty.state == "open" and r.duty.rule in REVIEWS],
    }


def _state(what: str, side: Side, today: date) -> str:
    """A formal determination is for a decision to come: without one nothing is late."""
    return "met" if side.has(what, today) else "owed" if what == "determination" else "overdue"


def _said(what: str, side: Side, today: date) -> str:
    if what in side.agencies:
        return side.agencies[what]
    if what in side.appointed:
        return _("appointed, has not taken office yet")
    until = side.until.get(what)
    if until is None:
        return _("none yet")
    if until < today:
        return _("grown old on %(day)s") % {"day": present.day(until)}
    return _("in date until %(day)s") % {"day": present.day(until)}


def _way(what: str, actor: Actor, page: CasePage) -> str:
    action = registry.get(BRINGS[what])
    fits = doable.may_try(action, actor) and action.needs in page.compartments
    return doable.url_of(action, page.person.id) if fits else ""


def childs_first(rights: list[Right], now: datetime) -> list[Right]:
    """What is owed to a child as a child comes before what is owed to everybody; of both what is overdue first."""

    def place(right: Right) -> tuple[bool, bool]:
        as_child = any(p == "P10" or p.startswith("G8.") for p in right.duty.provisions)
        return right.state(now) != "overdue", not as_child

    return sorted(rights, key=place)
