"""Figures that take long to count in a large country: the worker counts them, unsplit, and the gate reads the newest.

What is counted quickly is always counted anew. Kept are the whole and, where every fact belongs to one agency only,
each agency's own; the database decides which of them a reader gets (`measures.kept`), by its session of now.
"""

from __future__ import annotations

import json
import time
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction

from . import profile
from .kept import keep
from .measures import By, Facts, Measure, measures, to_sql

#: What is counted in less is not kept.
DEAR_MS = 100
#: What was kept longer ago is not read.
LASTS = timedelta(hours=3)
FIGURE = "figure:"
#: Facts that concern two agencies, or none: what is each agency's own is not what the split by agency says.
SHARED = frozenset({"referral", "journey"})

Cells = dict[str, Any]


def keep_figures(now: datetime) -> None:
    """Counts every measure for the whole country, and keeps those that took long."""
    for found in measures.values():
        begun = time.perf_counter()
        data = _counted(found)
        if (time.perf_counter() - begun) * 1000 >= DEAR_MS:
            keep(FIGURE + found.name, data, now)


def _counted(found: Measure) -> dict[str, Any]:
    facts = Facts()
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE tutela_engine")
        cursor.execute("SELECT set_config('tutela.zone', %s, true)", [profile.current().calendar.time_zone])
        data: dict[str, Any] = {"whole": _rows(cursor, found, facts, ())[0][1]}
        if "agency" in found.by and not SHARED & facts.made.keys():
            rows = _rows(cursor, found, facts, ("agency",))
            data["agencies"] = {str(group[0]): cells for group, cells in rows if group[0]}
    return data


def _rows(cursor: Any, found: Measure, facts: Facts, by: By) -> list[tuple[tuple[Any, ...], Cells]]:
    cursor.execute(to_sql(found, facts, by))
    return [
        (row[: len(by)], {c: _number(v) for c, v in zip(found.columns, row[len(by) :], strict=True)})
        for row in cursor.fetchall()
    ]


def _number(value: Any) -> int | float | None:
    return value if value is None or isinstance(value, int) else float(value)


def kept_total(cursor: Any, found: Measure, now: datetime) -> tuple[datetime, Cells] | None:
    """When the total of a measure was last counted for this reader, and its cells; None where it is to be counted."""
    cursor.execute("SELECT at, cells FROM measures.kept WHERE name = %s", [FIGURE + found.name])
    row = cursor.fetchone()
    if row is None or row[1] is None or now - row[0] > LASTS:
        return None
    return row[0], json.loads(row[1]) if isinstance(row[1], str) else row[1]
