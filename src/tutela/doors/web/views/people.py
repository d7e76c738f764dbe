"""The list of files, one file, and opening a name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tutela.cases import reads, thread_reads
from tutela.doors import words
from tutela.doors.now import clock
from tutela.engine.access import Actor
from tutela.engine.actions import Action, registry
from tutela.guidelines.g06_protection import beds
from tutela.people import identities
from tutela.people.keystore.store import KeyDestroyed, KeyStoreDown

from .. import beds as beds_said
from .. import childhood, doable, meeting, on_file, present, slips, undo
from . import children, enquiries, resuming
from . import found as found_ways
from .beds import today_here
from .gate import Asking, keeping, signed_in

#: What the timeline can be narrowed to.
SHOWS = ("", "acts", "refusals", "breaches", "duties")
#: States of what is owed in which its clock runs.
RUNNING = ("overdue", "owed")
#: The form in which somebody says why the sealed name is opened.
NAMING = "open_name"
#: The duty that a death on file starts; it lapses where the death was a mistake.
DEATH = "inquest_asked_for"
#: Actions for a person that have a page of their own.
CASE_PAGES = {"offer_place": "case_beds", "place_tonight": "case_beds"}


@signed_in
def people(request: Asking) -> HttpResponse:
    """The agency's files, a hundred a page: children first, then by what is due next."""
    now = clock()()
    found = reads.case_list(request.who.actor, now, request.GET.get("after"))
    rows: list[dict[str, Any]] = [
        {"person": p, "due": _due(p, now), "overdue": bool(p.due_at and p.due_at < now)} for p in found.rows
    ]
    purpose = request.GET.get("for", "")
    act = registry.get(purpose) if purpose in registry else None
    if act is not None and not (doable.is_about_case(act) and doable.may_try(act, request.who.actor)):
        act = None
    if act is not None:  # somebody is about to be helped: open files, and whoever has just come first
        rows = [r for r in rows if r["person"].closed_at is None]
    is_new = {r["person"].id for r in rows if act and _is_of_today(r["person"], now)}
    context = {
        "new": [r for r in rows if r["person"].id in is_new],
        "children": [r for r in rows if r["person"].reads_as_child and r["person"].id not in is_new],
        "others": [r for r in rows if not r["person"].reads_as_child and r["person"].id not in is_new],
        "after": found.after,
        "is_first": not request.GET.get("after"),
        "act": act.name if act else "",
        "act_label": words.label(act) if act else "",
        "act_view": CASE_PAGES.get(act.name, "") if act else "",
    }
    return render(request, "tutela/people.html", context)


def _is_of_today(person: reads.Person, now: datetime) -> bool:
    return person.opened_at is not None and now - person.opened_at < timedelta(days=1)


def _due(person: reads.Person, now: Any) -> str:
    if person.due_at is None:
        return ""
    if person.due_at < now:
        return _("overdue by %(span)s") % {"span": present.span(now - person.due_at)}
    return _("%(span)s left") % {"span": present.span(person.due_at - now)}


@signed_in
def case(request: Asking, case_id: UUID) -> HttpResponse:
    """One file: what is owed, what has happened, what can be done."""
    actor, now = request.who.actor, clock()()
    show = request.GET.get("show", "")
    text = request.GET.get("before", "")
    before = int(text) if text.isdecimal() and len(text) < 10 else None
    if before is not None and "HX-Request" in request.headers:
        return _more(request, case_id, show, before)
    page = reads.case_page(actor, case_id, now, show, before)
    if page is None:
        raise Http404
    owed = children.childs_first(page.rights, now) if page.person.reads_as_child else page.rights
    rights = [present.show_right(r, now) for r in owed]
    lines = page.timeline.lines
    began = {line.entry.act_id: line.entry.seq for line in lines}
    has_died = any(r.duty.rule == DEATH and r.duty.state != "lapsed" for r in page.rights)
    rows: list[dict[str, Any]] = [
        {
            "right": shown,
            "let_in": meeting.letting_in(right, page.person, actor, page.compartments, has_died),
            "steps": meeting.steps(right, page.person, actor, page.compartments),
            "began": began.get(right.duty.started_by_act),
        }
        for right, shown in zip(owed, rights, strict=True)
    ]
    context = {
        "person": page.person,
        "opened": present.ago(page.person.opened_at, now) if page.person.opened_at else "",
        "opened_by": page.opened_by,
        "sex": words.choice_label("Sex", page.person.sex),
        "file_kind": words.choice_label("FileKind", page.person.file_kind),
        "slip": _slip(actor, case_id, now) if "identity" in page.compartments else "",
        "may_open": "identity" in page.compartments,
        "rights": rows,
        "running": [row for row in rows if row["right"].state in RUNNING],
        "settled": [row for row in rows if row["right"].state not in RUNNING],
        "has_died": has_died,
        "dangers": [] if has_died else _dangers(page.rights),
        "first_steps": _first_steps(actor, case_id) if page.person.standing == "open" else [],
        "met": sum(r.state == "met" for r in rights),
        "next": next((r for r in rights if r.due and r.state in RUNNING), None),
        "breaches": [present.show_breach(b) for b in page.breaches],
        "urgent": [{"label": words.label(u.action), "ends": present.moment(u.ends_at)} for u in page.urgent],
        "rows": _rows(lines, now, undo.backs(lines, actor, case_id, page.compartments)),
        "before": page.timeline.before,
        "is_newest": before is None,
        "shows": _shows(show),
        "show": show if show in SHOWS else "",
        "choices": _choices(actor, case_id, page, [step for row in rows for step in row["steps"]]),
        "beside": page.beside,
        "worker_url": _worker_url(actor, page),
        "writes": thread_reads.writes(actor),
        "family": [
            {**vars(one), "said": words.choice_label("FamilyTie", one.tie)} for one in page.beside.family
        ],
        **children.beside(actor, page, now),
        **_safety(actor, case_id, page.compartments),
        **childhood.of_child(page.rights, now),
        **found_ways.of_person(actor, case_id, page.compartments),
        **enquiries.of_person(actor, case_id, lines),
    }
    return render(request, "tutela/case.html", context)


def _worker_url(actor: Actor, page: reads.CasePage) -> str:
    """Where a worker is named for the person; nothing where it is not this actor's to do, or the file is closed."""
    named = registry.get("name_worker")
    is_open = page.person.closed_at is None
    return doable.url_of(named, page.person.id) if is_open and doable.may_try(named, actor) else ""


def _choices(actor: Actor, case_id: UUID, page: reads.CasePage, ways: list[meeting.Step]) -> meeting.Choices:
    """What can be done: what is owed first; what nothing on the file allows yet stands behind."""

    def is_later(action: type[Action]) -> bool:
        return on_file.is_later(action, page.on_file, is_child=page.person.reads_as_child)

    groups = doable.for_case(actor, case_id, page.compartments, is_later)
    return meeting.first(groups, page.rights, case_id, actor, ways)


def _dangers(rights: Iterable[reads.Right]) -> list[str]:
    """Where the person is against what is right, as the open duties that answer it say."""
    said = {
        "release": _("held since %(at)s"),
        "made_safe": _("in the hands of somebody who may be a controller since %(at)s"),
    }
    return [
        said[r.duty.rule] % {"at": present.moment(r.duty.started_at)}
        for r in rights
        if r.duty.state == "open" and r.duty.rule in said
    ]


def _first_steps(actor: Actor, case_id: UUID) -> list[dict[str, str]]:
    """What opens the way to what is owed, while nothing is: a presumption, or somebody who can say it."""
    return [
        {"label": words.label(name), "url": doable.url_of(registry.get(name), case_id)}
        for name in ("presume_trafficked", "refer_person")
        if doable.may_try(registry.get(name), actor)
    ]


def _safety(actor: Actor, case_id: UUID, compartments: frozenset[str]) -> dict[str, Any]:
    """Where the person sleeps, and whether somebody threatens them; only for whoever may know."""
    if "whereabouts" not in compartments:
        return {}
    today = today_here()
    found = beds.whereabouts(actor, case_id, today)
    return {
        "stays": [beds_said.stay_said(s, today) for s in found.stays],
        "threatened": present.day(found.threatened_since),
        "may_place": beds.may_place(actor),
        "knows_where": True,
    }


def _rows(lines: list[reads.Line], now: Any, backs: dict[int, undo.Back]) -> list[dict[str, Any]]:
    """Entries in words; what the clock passed up several times in a row stands once, with how often."""
    rows: list[dict[str, Any]] = []
    for one in lines:
        shown = present.show_line(one, now)
        last = rows[-1] if rows else None
        if last and one.entry.action == last["passed_up"] and not shown.notes:
            last["times"] += 1
            last["since"] = shown.happened
            continue
        passed_up = "escalate" if one.entry.action == "escalate" and not shown.notes else ""
        back = backs.get(one.entry.seq)
        rows.append({"line": shown, "back": back, "passed_up": passed_up, "times": 1, "since": ""})
    return rows


def _more(request: Asking, case_id: UUID, show: str, before: int) -> HttpResponse:
    """Earlier entries alone, for a page that is open already."""
    actor, now = request.who.actor, clock()()
    head = reads.case_head(actor, case_id, now)
    if head is None:
        raise Http404
    found = reads.timeline(actor, case_id, show, before)
    context = {
        "rows": _rows(found.lines, now, {}),
        "before": found.before,
        "show": show if show in SHOWS else "",
        "person": head[0],
    }
    return render(request, "tutela/_happened.html", context)


def _shows(chosen: str) -> list[dict[str, Any]]:
    labels = {
        "": _("all"),
        "acts": _("acts"),
        "refusals": _("refusals"),
        "breaches": _("breaches"),
        "duties": _("duties"),
    }
    return [{"value": v, "label": labels[v], "chosen": v == chosen} for v in SHOWS]


def _slip(actor: Actor, case_id: UUID, now: datetime) -> str:
    return slips.slip(actor.member_id, NAMING, case_id, now)


def unnamed(request: HttpRequest, case_id: UUID) -> HttpResponse | None:
    """The purpose came when its author was not signed in (any more): it stays in the page, sealed."""
    if slips.HELD in request.POST:
        asking = cast(Asking, request)
        return _held(asking, case_id) if asking.who else resuming.hold(request, request.POST[slips.HELD])
    owner = slips.owner(request.POST.get(slips.SLIP, ""), NAMING, case_id, clock()())
    if owner is None:
        return None
    typed = {"purpose": [request.POST.get("purpose", "").strip()[:500]]}
    return resuming.hold(request, slips.hold(owner, NAMING, case_id, typed))


def _held(request: Asking, case_id: UUID) -> HttpResponse:
    """The purpose again, for its author alone; nothing is opened by it."""
    actor, now = request.who.actor, clock()()
    head = reads.case_head(actor, case_id, now)
    if head is None or "identity" not in head[1]:
        raise Http404
    brought = slips.held(request.POST[slips.HELD], actor.member_id, NAMING, case_id)
    if brought is None:
        return resuming.hold(request, request.POST[slips.HELD], is_other=True)
    context = {"person": head[0], "purpose": brought["purpose"][0], "slip": _slip(actor, case_id, now)}
    return render(request, "tutela/name.html", context)


@keeping(unnamed)
def name(request: Asking, case_id: UUID) -> HttpResponse:
    """Opens the sealed name, for a purpose. The trace is kept before anything is shown, and nothing is cached."""
    actor, now = request.who.actor, clock()()
    head = reads.case_head(actor, case_id, now)
    if head is None or "identity" not in head[1]:
        raise Http404
    if slips.HELD in request.POST:
        return _held(request, case_id)
    context: dict[str, Any] = {"person": head[0], "purpose": request.POST.get("purpose", "").strip()}
    context["slip"] = _slip(actor, case_id, now)
    if request.method != "POST":
        return render(request, "tutela/name.html", context)
    if not context["purpose"]:
        return render(request, "tutela/name.html", {**context, "missing": True}, status=422)
    try:
        found = identities.open_identity(actor, case_id, context["purpose"][:500], now)
        context["details"] = [
            {"kind": words.choice_label("IdentityKind", d.kind), "value": d.text(), "corrected": d.corrected}
            for d in found
            if d.kind != "photo"
        ]
    except identities.NoIdentity:
        context["nothing"] = True
    except KeyDestroyed:
        context["destroyed"] = True
    except KeyStoreDown:
        return render(request, "tutela/name.html", {**context, "down": True}, status=503)
    return render(request, "tutela/name.html", context)
