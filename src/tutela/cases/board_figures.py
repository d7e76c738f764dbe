"""What the monitor's charts are drawn from: small counts by month, provision group, agency and sector; and the duties
that are overdue, which may be hundreds of thousands.

They are computed for the whole country at once and kept by the worker; a page only sums what it shows. Nobody's file
is in them, and nothing that is privileged between a person and a lawyer or therapist.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from tutela.engine import profile
from tutela.engine.access import Actor, acting
from tutela.engine.kept import VERIFIED, KeptFigure, keep, kept

BOARD = "board"
#: So many months stand in the charts by month.
MONTHS = 12
#: Fewer than these are too few for a middle to mean much; said beside the figure.
FEW = 5

_EVENTS = """
SELECT 'refusals', to_char(recorded_at AT TIME ZONE %(zone)s, 'YYYY-MM'), g, agency_id, count(DISTINCT act_id)
  FROM engine_entry, LATERAL (SELECT DISTINCT CASE WHEN p LIKE 'P%%' THEN 'principles'
    ELSE split_part(p, '.', 1) END g FROM unnest(provisions) p) groups
  WHERE outcome = 'refused' AND recorded_at >= %(since)s AND compartment NOT IN ('legal', 'therapy') GROUP BY 2, 3, 4
UNION ALL
SELECT 'breaches', to_char(opened_at AT TIME ZONE %(zone)s, 'YYYY-MM'), g, agency_id, count(*)
  FROM engine_breach, LATERAL (SELECT DISTINCT CASE WHEN p LIKE 'P%%' THEN 'principles'
    ELSE split_part(p, '.', 1) END g FROM unnest(provisions) p) groups
  WHERE opened_at >= %(since)s AND compartment NOT IN ('legal', 'therapy') GROUP BY 2, 3, 4
"""
_WAITS = """
SELECT to_char(p.at AT TIME ZONE %(zone)s, 'YYYY-MM'), d.agency_id,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY EXTRACT(EPOCH FROM d.at - p.at) / 86400.0), count(*)
FROM (SELECT subject_id, min(occurred_at) at FROM engine_entry
      WHERE action = 'presume_trafficked' AND outcome = 'done' GROUP BY 1) p
JOIN (SELECT DISTINCT ON (subject_id) subject_id, occurred_at at, agency_id FROM engine_entry
      WHERE action IN ('decide_reasonable_grounds', 'decide_conclusive') AND outcome = 'done'
      AND recorded_at >= %(since)s ORDER BY subject_id, occurred_at) d USING (subject_id)
WHERE d.at >= p.at AND p.at >= %(since)s GROUP BY GROUPING SETS ((1, 2), (1))
"""
_DUTIES = """
SELECT COALESCE(a.sector, d.bearer_sector), d.bearer_agency_id, CASE WHEN d.state = 'open' THEN 'overdue'
  WHEN d.ended_at <= d.due_at THEN 'in_time' ELSE 'late' END, count(*)
FROM engine_duty d LEFT JOIN agencies_agency a ON a.id = d.bearer_agency_id
WHERE d.due_at IS NOT NULL AND d.compartment NOT IN ('legal', 'therapy') AND d.started_at >= %(since)s
  AND (d.state = 'met' OR (d.state = 'open' AND d.due_at < %(now)s)) GROUP BY 1, 2, 3
"""


_OVERDUE = """
SELECT bearer_agency_id, array_to_string(provisions, ' '), count(*) FROM engine_duty
WHERE state = 'open' AND due_at < %(now)s AND compartment NOT IN ('legal', 'therapy') GROUP BY 1, 2
"""


@dataclass(frozen=True)
class Overdue:
    """How many duties of one agency, under the same provisions, are overdue."""

    agency: UUID | None
    provisions: tuple[str, ...]
    number: int


@dataclass(frozen=True)
class Wait:
    """How long people who were presumed trafficked in one month waited for a first decision.

    Shape  days: the median; n: how many were decided
    """

    month: str
    days: float
    n: int


@dataclass(frozen=True)
class Figures:
    """Everything that the charts show.

    Shape  refusals, breaches: by (month, group); waits: by month; duties: sector -> in_time, late, overdue;
           overdue: None where the worker has not counted them
    """

    at: datetime
    months: list[str]
    refusals: dict[tuple[str, str], int] = field(default_factory=dict)
    breaches: dict[tuple[str, str], int] = field(default_factory=dict)
    waits: list[Wait] = field(default_factory=list)
    duties: dict[str, dict[str, int]] = field(default_factory=dict)
    overdue: list[Overdue] | None = None


def keep_board(now: datetime) -> None:
    """Computes the counts of the whole country and keeps them."""
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE tutela_engine")
        data = _counted(cursor, now)
        cursor.execute(_OVERDUE, {"now": now})
        data["overdue"] = [[_plain(value) for value in row] for row in cursor.fetchall()]
    keep(BOARD, data, now)


def _counted(cursor: Any, now: datetime) -> dict[str, Any]:
    zone = profile.current().calendar.time_zone
    first = months_until(now)[0]
    year, month = map(int, first.split("-"))
    params = {"now": now, "zone": zone, "since": datetime(year, month, 1, tzinfo=ZoneInfo(zone))}
    data: dict[str, Any] = {}
    for name, sql in (("events", _EVENTS), ("waits", _WAITS), ("duties", _DUTIES)):
        cursor.execute(sql, params)
        data[name] = [[_plain(value) for value in row] for row in cursor.fetchall()]
    return data


def _plain(value: Any) -> Any:
    """A value as JSON holds it: days rounded, ids as text."""
    if isinstance(value, float | Decimal):
        return round(float(value), 1)
    return value if value is None or isinstance(value, int | str) else str(value)


def months_until(now: datetime, count: int = MONTHS) -> list[str]:
    """The last months by name (`2026-11`), oldest first, in the country's time."""
    here = now.astimezone(ZoneInfo(profile.current().calendar.time_zone))
    number = here.year * 12 + here.month - 1
    return [f"{n // 12}-{n % 12 + 1:02d}" for n in range(number - count + 1, number + 1)]


def figures(actor: Actor, now: datetime, agency: str = "") -> tuple[Figures, KeptFigure | None]:
    """What the charts show, and the last verification of the journal.

    Where the worker has kept nothing yet, or nothing for an hour, the counts are made at once.
    """
    with acting(actor), connection.cursor() as cursor:
        found = kept([BOARD, VERIFIED])
        board = found.get(BOARD)
        if board is None or now - board.at > timedelta(hours=1):
            board = KeptFigure(now, _counted(cursor, now))
    return _summed(board, now, agency), found.get(VERIFIED)


def _summed(board: KeptFigure, now: datetime, agency: str) -> Figures:
    figure = Figures(board.at, months_until(now), overdue=_overdue(board.data.get("overdue")))
    for what, month, group, by, number in board.data["events"]:
        if not agency or by == agency:
            counts = figure.refusals if what == "refusals" else figure.breaches
            counts[month, group] = counts.get((month, group), 0) + number
    waits = [Wait(month, days, n) for month, by, days, n in board.data["waits"] if by == (agency or None)]
    figure.waits.extend(sorted(waits, key=lambda w: w.month))
    for sector, by, state, number in board.data["duties"]:
        if not agency or by == agency:
            counts_of = figure.duties.setdefault(sector, {"in_time": 0, "late": 0, "overdue": 0})
            counts_of[state] += number
    return figure


def _overdue(rows: list[Any] | None) -> list[Overdue] | None:
    if rows is None:
        return None
    return [Overdue(UUID(by) if by else None, tuple(cited.split()), number) for by, cited, number in rows]
