"""What the independent monitor reads: counts by provision, and the entries behind each. Nobody's name is in it.

The monitor reads by a role of its own, which no grant widens or narrows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from tutela.agencies.reads import agency_names
from tutela.engine.access import Actor, acting
from tutela.engine.models import Breach, Duty, Entry, UrgentAct, Waiver

from .reads import Line, Right, Timeline, lines_of, ordered_rights, timeline_of

#: How far back refusals, waivers and urgent acts are counted.
WINDOW = timedelta(days=30)
PAGE = 100

_BY_PROVISION = """
SELECT p, 'breaches', count(*) FROM engine_breach, unnest(provisions) p
  WHERE ended_at IS NULL OR answered_at IS NULL GROUP BY p
UNION ALL SELECT p, 'refusals', count(DISTINCT act_id) FROM engine_entry, unnest(provisions) p
  WHERE outcome = 'refused' AND recorded_at > %(since)s GROUP BY p
UNION ALL SELECT p, 'overdue', count(*) FROM engine_duty, unnest(provisions) p
  WHERE state = 'open' AND due_at < %(now)s GROUP BY p
"""
_TOTALS = """
SELECT (SELECT count(*) FROM engine_breach WHERE ended_at IS NULL OR answered_at IS NULL),
  (SELECT count(DISTINCT act_id) FROM engine_entry WHERE outcome = 'refused' AND recorded_at > %(since)s),
  (SELECT count(*) FROM engine_duty WHERE state = 'open' AND due_at < %(now)s),
  (SELECT count(*) FROM engine_duty),
  (SELECT count(*) FROM engine_waiver WHERE given_at > %(since)s),
  (SELECT count(*) FROM engine_urgentact WHERE at > %(since)s),
  (SELECT count(*) FROM engine_urgentact WHERE reviewed_at IS NULL)
"""
_BY_AGENCY = """
SELECT agency_id, 'refusals', count(DISTINCT act_id) FROM engine_entry
  WHERE outcome = 'refused' AND recorded_at > %(since)s GROUP BY 1
UNION ALL SELECT bearer_agency_id, 'overdue', count(*) FROM engine_duty
  WHERE state = 'open' AND due_at < %(now)s AND bearer_agency_id IS NOT NULL GROUP BY 1
"""


@dataclass
class Counts:
    """One row of a board."""

    breaches: int = 0
    refusals: int = 0
    overdue: int = 0


@dataclass(frozen=True)
class Board:
    """What stands on the monitor's first page."""

    breaches: int
    refusals: int
    overdue: int
    duties: int
    waivers: int
    urgent: int
    unreviewed: int
    by_provision: dict[str, Counts]
    by_agency: dict[str, Counts]


@dataclass(frozen=True)
class Behind:
    """What is behind one number."""

    breaches: list[Breach] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    rights: list[Right] = field(default_factory=list)
    waivers: list[tuple[Waiver, str]] = field(default_factory=list)
    urgent: list[UrgentAct] = field(default_factory=list)


@dataclass(frozen=True)
class Journal:
    """One file as the monitor sees it: what was owed, what went wrong, every entry; no name, no pseudonym."""

    rights: list[Right]
    breaches: list[Breach]
    timeline: Timeline


def monitor_board(actor: Actor, now: datetime) -> Board:
    """The counts, in three statements."""
    params = {"now": now, "since": now - WINDOW}
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(_TOTALS, params)
        totals = cursor.fetchone()
        cursor.execute(_BY_PROVISION, params)
        by_provision = _counted(cursor.fetchall())
        cursor.execute(_BY_AGENCY, params)
        found = _counted(cursor.fetchall())
        names = agency_names(found)
    by_agency = {names.get(a, ""): c for a, c in found.items()}
    breaches, refusals, overdue, duties, waivers, urgent, unreviewed = totals
    return Board(breaches, refusals, overdue, duties, waivers, urgent, unreviewed, by_provision, by_agency)


def _counted(rows: list[Any]) -> dict[Any, Counts]:
    found: dict[Any, Counts] = {}
    for key, name, number in rows:
        setattr(found.setdefault(key, Counts()), name, number)
    return found


def behind(actor: Actor, what: str, now: datetime, provision: str = "", limit: int = PAGE) -> Behind:
    """The rows behind one number of the board, for one provision or for all."""
    cited = Q(provisions__contains=[provision]) if provision else Q()
    with acting(actor):
        if what == "breaches":
            still = Q(ended_at=None) | Q(answered_at=None)
            return Behind(breaches=list(Breach.objects.filter(still & cited).order_by("-opened_at")[:limit]))
        if what == "overdue":
            late = Duty.objects.filter(cited, state="open", due_at__lt=now).order_by("due_at")[:limit]
            duties = list(late)
            names = agency_names({d.bearer_agency_id for d in duties})
            return Behind(
                rights=[Right(d, names.get(d.bearer_agency_id, ""), None, d.subject_id) for d in duties]
            )
        if what == "waivers":
            waivers = list(Waiver.objects.filter(given_at__gt=now - WINDOW).order_by("-given_at")[:limit])
            names = agency_names({w.agency_id for w in waivers})
            return Behind(waivers=[(w, names.get(w.agency_id, "")) for w in waivers])
        if what == "urgent":
            return Behind(urgent=list(UrgentAct.objects.filter(at__gt=now - WINDOW).order_by("-at")[:limit]))
        refused = Entry.objects.filter(cited, outcome="refused", recorded_at__gt=now - WINDOW)
        entries = list(refused.defer("header", "prev", "hash").order_by("-recorded_at", "-id")[:limit])
        names = agency_names({e.agency_id for e in entries})
        return Behind(lines=lines_of(entries, names))


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
