"""What the independent monitor reads: counts by provision, and the entries behind each. Nobody's name is in it.

The monitor reads by a role of its own, which no grant widens or narrows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from tutela.agencies.reads import agency_names, all_agency_names
from tutela.engine.access import Actor, acting
from tutela.engine.actions import registry
from tutela.engine.models import Breach, Duty, Entry, UrgentAct, Waiver
from tutela.engine.rules import rules

from .board_figures import Overdue
from .reads import Line, Right, Timeline, lines_of, ordered_rights, timeline_of

#: How far back refusals, waivers and urgent acts may be counted, in days; the first unless somebody chooses.
PERIODS = (30, 90, 365)
PAGE = 100

#: The rows of the board: what is open today, whenever it began, and what happened since. Each names an agency (or
#: none), and provisions or the rules that hold them.
_ROWS = """
SELECT 'breaches', agency_id, provisions, '', count(*) FROM engine_breach
  WHERE (ended_at IS NULL OR answered_at IS NULL) AND {agency} GROUP BY 2, 3
UNION ALL SELECT 'refusals', agency_id, cited, '', count(*) FROM (SELECT agency_id, act_id, array_agg(DISTINCT p) cited
    FROM engine_entry, unnest(provisions) p WHERE outcome = 'refused' AND recorded_at > %(since)s AND {agency}
    GROUP BY 1, 2) refused GROUP BY 2, 3
UNION ALL SELECT 'waivers', agency_id, '{{}}', guard, count(*) FROM engine_waiver
  WHERE given_at > %(since)s AND {agency} GROUP BY 2, 4
UNION ALL SELECT CASE WHEN u.reviewed_at IS NULL THEN 'unreviewed' ELSE 'reviewed' END, e.agency_id, '{{}}', u.action,
    count(*) FROM engine_urgentact u LEFT JOIN LATERAL (SELECT agency_id FROM engine_entry x WHERE x.act_id = u.act_id
    AND x.subject_id = u.subject_id LIMIT 1) e ON true WHERE u.at > %(since)s AND {agency} GROUP BY 1, 2, 4
"""
#: Overdue duties may be hundreds of thousands: a page reads them as the worker counted them, where it has.
_OVERDUE = """
SELECT 'overdue', bearer_agency_id, provisions, '', count(*) FROM engine_duty
  WHERE state = 'open' AND due_at < %(now)s AND {bearer} GROUP BY 2, 3
"""
_KINDS = ("breaches", "refusals", "overdue", "waivers", "urgent")


@dataclass(frozen=True)
class Choice:
    """What the board is narrowed to. Neither part is about a person."""

    days: int = PERIODS[0]
    agency: UUID | None = None

    def since(self, now: datetime) -> datetime:
        """From when on things that happened are counted."""
        return now - timedelta(days=self.days)


@dataclass
class Counts:
    """One row of a board."""

    breaches: int = 0
    refusals: int = 0
    overdue: int = 0
    waivers: int = 0
    urgent: int = 0

    def add(self, kind: str, number: int) -> None:
        """Counts some more of one kind."""
        setattr(self, kind, getattr(self, kind) + number)

    @property
    def whole(self) -> int:
        """All of them, to put the heaviest row first."""
        return self.breaches + self.refusals + self.overdue + self.waivers + self.urgent


@dataclass(frozen=True)
class Board:
    """What stands on the monitor's first page."""

    totals: Counts
    unreviewed: int
    by_provision: dict[str, Counts]
    by_agency: dict[UUID | None, Counts]
    agencies: dict[UUID | None, str]


@dataclass(frozen=True)
class Behind:
    """What is behind one number."""

    breaches: list[Breach] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    rights: list[Right] = field(default_factory=list)
    waivers: list[tuple[Waiver, str]] = field(default_factory=list)
    urgent: list[tuple[UrgentAct, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Journal:
    """One file as the monitor sees it: what was owed, what went wrong, every entry; no name, no pseudonym."""

    rights: list[Right]
    breaches: list[Breach]
    timeline: Timeline


def monitor_board(
    actor: Actor, now: datetime, choice: Choice = Choice(), overdue: Sequence[Overdue] | None = None
) -> Board:
    """The counts, in one statement, and the names of all agencies.

    Shape   overdue: the duties overdue as they were counted before; None: they are counted now
    """
    params = {"now": now, "since": choice.since(now), "agency": choice.agency}
    sql = _ROWS if overdue is not None else f"{_ROWS} UNION ALL {_OVERDUE}"
    sql = sql.format(
        agency="agency_id = %(agency)s" if choice.agency else "true",
        bearer="bearer_agency_id = %(agency)s" if choice.agency else "true",
    )
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(sql, params)
        rows = cursor.fetchall()
        names = all_agency_names()
    rows += [
        ("overdue", one.agency, one.provisions, "", one.number)
        for one in overdue or ()
        if choice.agency in (None, one.agency)
    ]
    board = Board(Counts(), sum(r[4] for r in rows if r[0] == "unreviewed"), {}, {}, names)
    for what, agency, provisions, rule, number in rows:
        kind = what if what in _KINDS else "urgent"
        board.totals.add(kind, number)
        board.by_agency.setdefault(agency, Counts()).add(kind, number)
        for provision in provisions or provisions_of(rule):
            board.by_provision.setdefault(provision, Counts()).add(kind, number)
    return board


def provisions_of(rule: str) -> tuple[str, ...]:
    """What a waived rule guards, or what an urgent act answers to."""
    if rule in rules.all_guards:
        return rules.all_guards[rule].provisions
    return tuple(registry.get(rule).provisions) if rule in registry else ()


def _rules_of(provision: str) -> list[str]:
    guards = [name for name, rule in rules.all_guards.items() if provision in rule.provisions]
    return guards + [action.name for action in registry if provision in action.provisions]


def behind(
    actor: Actor, what: str, now: datetime, provision: str = "", choice: Choice = Choice(), limit: int = PAGE
) -> Behind:
    """The rows behind one number of the board, for one provision and one agency, or for all."""
    with acting(actor):
        return _BEHIND[what](now, provision, choice, limit)


def _breaches(now: datetime, provision: str, choice: Choice, limit: int) -> Behind:
    cited = Q(provisions__contains=[provision]) if provision else Q()
    by = Q(agency_id=choice.agency) if choice.agency else Q()
    still = Q(ended_at=None) | Q(answered_at=None)
    return Behind(breaches=list(Breach.objects.filter(still, cited, by).order_by("-opened_at")[:limit]))


def _overdue(now: datetime, provision: str, choice: Choice, limit: int) -> Behind:
    cited = Q(provisions__contains=[provision]) if provision else Q()
    by = Q(bearer_agency_id=choice.agency) if choice.agency else Q()
    duties = list(Duty.objects.filter(cited, by, state="open", due_at__lt=now).order_by("due_at")[:limit])
    names = agency_names({d.bearer_agency_id for d in duties})
    return Behind(rights=[Right(d, names.get(d.bearer_agency_id, ""), None, d.subject_id) for d in duties])


def _waivers(now: datetime, provision: str, choice: Choice, limit: int) -> Behind:
    cited = Q(guard__in=_rules_of(provision)) if provision else Q()
    by = Q(agency_id=choice.agency) if choice.agency else Q()
    waivers = list(
        Waiver.objects.filter(cited, by, given_at__gt=choice.since(now)).order_by("-given_at")[:limit]
    )
    names = agency_names({w.agency_id for w in waivers})
    return Behind(waivers=[(w, names.get(w.agency_id, "")) for w in waivers])


def _urgent(now: datetime, provision: str, choice: Choice, limit: int) -> Behind:
    cited = Q(action__in=_rules_of(provision)) if provision else Q()
    found = list(UrgentAct.objects.filter(cited, at__gt=choice.since(now)).order_by("-at")[:limit])
    entries = Entry.objects.filter(act_id__in=[u.act_id for u in found]).values_list("act_id", "agency_id")
    by = dict(entries)
    names = agency_names(by.values())
    mine = [u for u in found if choice.agency in (None, by.get(u.act_id))]
    return Behind(urgent=[(u, names.get(by.get(u.act_id), "")) for u in mine])


def _refusals(now: datetime, provision: str, choice: Choice, limit: int) -> Behind:
    cited = Q(provisions__contains=[provision]) if provision else Q()
    by = Q(agency_id=choice.agency) if choice.agency else Q()
    refused = Entry.objects.filter(cited, by, outcome="refused", recorded_at__gt=choice.since(now))
    entries = list(refused.defer("header", "prev", "hash").order_by("-recorded_at", "-id")[:limit])
    return Behind(lines=lines_of(entries, agency_names({e.agency_id for e in entries})))


_BEHIND = {
    "breaches": _breaches,
    "refusals": _refusals,
    "overdue": _overdue,
    "waivers": _waivers,
    "urgent": _urgent,
}


def journal(actor: Actor, subject_id: UUID, now: datetime, before: int | None = None) -> Journal | None:
    """One file as the monitor sees it; None where there is no entry to see."""
    with acting(actor):
        timeline = timeline_of(subject_id, "", before)
        if not timeline.lines:
            return None
        duties = list(Duty.objects.filter(subject_id=subject_id).order_by("due_at"))
        breaches = list(Breach.objects.filter(subject_id=subject_id).order_by("-opened_at"))
        names = agency_names({d.bearer_agency_id for d in duties})
    return Journal(
        ordered_rights([Right(d, names.get(d.bearer_agency_id, "")) for d in duties], now), breaches, timeline
    )


def has_entries(actor: Actor, subject_id: UUID) -> bool:
    """Whether there is a file here that the actor may look at."""
    with acting(actor):
        return Entry.objects.filter(subject_id=subject_id).exists()


def alerts(actor: Actor, limit: int = PAGE) -> list[dict[str, Any]]:
    """What somebody who is awake must look at, newest first: a rule that crashed, a clock that is wrong."""
    from tutela.engine.models import Alert

    with acting(actor):
        found = Alert.objects.order_by("-raised_at")[:limit]
        return [{"kind": a.kind, "ids": dict(a.ids), "at": a.raised_at, "seen_at": a.seen_at} for a in found]
