"""How well agencies do what they owe: mostly in time, some late by hours or days, a few badly, and not all alike.

What a life does by itself is told there. Everything else that falls due is answered here, as whoever works with a
list of what is owed would answer it; `answers` says by which act.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.db import connection, transaction

#: Agency: how much of what falls to it is in time eighteen months ago, and now. The rest drifts between the two.
IN_TIME = {
    "police": (0.66, 0.90), "residence": (0.93, 0.70), "advice": (0.92, 0.80), "bridge": (0.76, 0.86),
    "prosecutor": (0.78, 0.80), "court": (0.74, 0.82), "anchor": (0.80, 0.84), "asylum": (0.82, 0.76),
    "service": (0.84, 0.88), "panel": (0.86, 0.92), "clinic": (0.94, 0.90), "children": (0.93, 0.95),
    "door": (0.93, 0.92), "linden": (0.94, 0.94), "office": (0.95, 0.96),
}  # fmt: skip
_OTHERS = (0.88, 0.9)
#: Of what is late: by hours, by days, badly.
_LATE = (0.56, 0.32, 0.12)
_NEW = """
SELECT d.id, d.subject_id, d.rule, d.ref, d.started_at, coalesce(d.due_at, d.review_at), coalesce(a.key, '')
FROM engine_duty d LEFT JOIN agencies_agency a ON a.id = d.bearer_agency_id
WHERE d.state = 'open' AND coalesce(d.due_at, d.review_at) IS NOT NULL AND d.started_at >= %s
"""
_STILL = "SELECT coalesce(due_at, review_at) FROM engine_duty WHERE id = %s AND state = 'open'"
_SEES = "SELECT cardinality(tutela_readable(a.id, %s, %s)) > 0 FROM agencies_agency a WHERE a.key = %s"


@dataclass(frozen=True)
class Owed:
    """One duty, as it stands.

    Shape  ref: what tells it apart from others of its rule; bearer: the agency's key, or nothing
    """

    id: UUID
    subject: UUID
    rule: str
    ref: str
    started_at: datetime
    due_at: datetime
    bearer: str


def started_since(at: datetime) -> list[Owed]:
    """Open duties with an end that began since then."""
    return [Owed(*row) for row in _asked(_NEW, [at])]


def still_due(duty: UUID) -> datetime | None:
    """When it is due, if it is open still."""
    rows = _asked(_STILL, [duty])
    return rows[0][0] if rows else None


def sees(agency: str, case: UUID, at: datetime) -> bool:
    """Whether an agency may read anything of a file."""
    rows = _asked(_SEES, [case, at, agency])
    return bool(rows and rows[0][0])


def _asked(query: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE tutela_engine")
        cursor.execute(query, values)
        return list(cursor.fetchall())


def share_in_time(agency: str, done: float) -> float:
    """How much an agency does in time when this share of the story is told."""
    then, now = IN_TIME.get(agency, _OTHERS)
    return then + (now - then) * done


def answered_at(owed: Owed, rng: Random, done: float, *, behind: bool) -> datetime:
    """When it is answered.

    Shape  behind: whoever tells the life may do it first; it is seen to only once it is late
    """
    term = owed.due_at - owed.started_at
    if not behind and rng.random() < share_in_time(owed.bearer, done):
        return _by_day(owed.started_at + term * rng.uniform(0.5, 0.96), owed.due_at, rng)
    hours, days, _ = _LATE
    drawn = rng.random()
    if drawn < hours:
        return owed.due_at + timedelta(hours=rng.uniform(0.5, 14))
    late = rng.uniform(1, 6) if drawn < hours + days else rng.uniform(8, 26)
    return _by_day(owed.due_at + timedelta(days=late), None, rng)


def _by_day(at: datetime, limit: datetime | None, rng: Random) -> datetime:
    """The same day in office hours, where that is not too late."""
    while at.weekday() > 4 and (limit is None or limit - at > timedelta(days=3)):
        at += timedelta(days=1)
    moved = at.replace(hour=rng.randint(8, 16), minute=rng.randint(0, 59))
    return moved if limit is None or moved < limit else at
