"""How many people somebody works with, children counted as the profile says, and what is the most that is aimed at."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from tutela.engine import profile

#: People whom a member works with now: one's own whom nobody stands in for, and those of others one stands in for.
LOADS = """
SELECT w.member_id, count(*) AS people, count(*) FILTER (WHERE g.child) AS children
FROM cases_workerfor w JOIN cases_case c ON c.id = w.case_id AND c.closed_at IS NULL
LEFT JOIN agencies_grant g ON g.case_id = w.case_id AND g.agency_id = w.agency_id AND g.cut_at IS NULL
WHERE w.ended_at IS NULL AND {which} AND NOT (w.covers_id IS NULL AND EXISTS (SELECT 1 FROM cases_workerfor s
  WHERE s.case_id = w.case_id AND s.agency_id = w.agency_id AND s.ended_at IS NULL AND s.covers_id IS NOT NULL))
GROUP BY w.member_id
"""


def ceiling(at: datetime) -> tuple[int, int]:
    """The most that is aimed at for one worker, and as how many a child counts: targets of this project."""
    here = profile.current()
    day = here.day(at)
    most: int = here.value("caseload_ceiling", day)
    child: int = here.value("caseload_child_counts_as", day)
    return most, child


def silent_since(at: datetime) -> datetime:
    """The moment before which a worker has been silent for too long: a target of this project."""
    here = profile.current()
    silent: int = here.value("worker_silent_days", here.day(at))
    return at - timedelta(days=silent)


def weight(people: int, children: int, child_counts: int) -> int:
    """A load with children counted heavier."""
    return people + children * (child_counts - 1)


def is_over(member_id: UUID, at: datetime) -> bool:
    """Whether a member works with more people than is aimed at."""
    most, child = ceiling(at)
    with connection.cursor() as cursor:
        cursor.execute(LOADS.format(which="w.member_id = %s"), [member_id])
        row = cursor.fetchone()
    return row is not None and weight(row[1], row[2], child) > most
