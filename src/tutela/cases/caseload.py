"""Who waits for what: the agency's people with everything that anybody owes them. Always within `acting(actor)`.

The list starts from the grants, as every list does; what is owed is read for one page of people in one more statement.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from tutela.agencies.reads import agency_names
from tutela.engine.access import Actor, acting
from tutela.engine.models import Duty

from . import reads
from .reads import Person, Right

#: People on one page.
PAGE = 40
#: So many files, in their order, are counted for the numbers on the filters; beyond it a number reads "or more".
COUNTED = 1000
#: What the list can be narrowed to.
FILTERS = ("", "overdue", "today", "week", "unexplained", "roof", "closed")
#: Duties that say that somebody has no place to sleep, and that nobody has explained anything yet.
ROOF = ("shelter", "next_place")
EXPLAINED = ("information",)

_OPEN = "EXISTS (SELECT 1 FROM engine_duty d WHERE d.subject_id = agencies_grant.case_id AND d.state = 'open' {more})"
_IS_CLOSED = (
    "EXISTS (SELECT 1 FROM cases_case x WHERE x.id = agencies_grant.case_id AND x.closed_at IS NOT NULL)"
)
_OWED_BY = _OPEN.format(more="AND d.due_at >= %(now)s AND d.due_at < %(by)s")
_CONDITIONS = {
    "children": "child",
    "overdue": "due_at < %(now)s",
    "today": f"due_at < %(by)s AND {_OWED_BY}",
    "week": f"due_at < %(by)s AND {_OWED_BY}",
    "unexplained": _OPEN.format(more="AND d.rule = ANY(%(unexplained)s)"),
    "roof": _OPEN.format(more="AND d.rule = ANY(%(roof)s)"),
    "closed": _OPEN.format(more=""),
}
_LIST = """
SELECT g.case_id, g.due_at, c.pseudonym, c.standing, c.age_basis, c.age_low, c.age_high, c.age_on, c.languages,
  c.sex, c.file_kind, c.opened_at, c.presumed_at, c.closed_at, g.child
FROM (SELECT case_id, child, due_at FROM agencies_grant
      WHERE agency_id = %(agency)s AND cut_at IS NULL AND until > (SELECT tutela_now()) AND facts
        AND {condition} AND {is_open} {among} {beyond}
      ORDER BY child DESC, due_at, case_id LIMIT %(limit)s) g
JOIN cases_case c ON c.id = g.case_id
ORDER BY g.child DESC, g.due_at, g.case_id
"""
_COUNT = """
WITH g AS MATERIALIZED (
  SELECT f.case_id, c.closed_at IS NOT NULL AS closed FROM (
    SELECT case_id FROM agencies_grant
    WHERE agency_id = %(agency)s AND cut_at IS NULL AND until > (SELECT tutela_now()) AND facts
    ORDER BY child DESC, due_at, case_id LIMIT %(counted)s) f JOIN cases_case c ON c.id = f.case_id),
d AS (SELECT subject_id, bool_or(due_at < %(now)s) AS overdue,
        bool_or(due_at >= %(now)s AND due_at < %(today)s) AS today,
        bool_or(due_at >= %(now)s AND due_at < %(week)s) AS week,
        bool_or(rule = ANY(%(unexplained)s)) AS unexplained, bool_or(rule = ANY(%(roof)s)) AS roof
      FROM engine_duty WHERE state = 'open' AND subject_id IN (SELECT case_id FROM g) GROUP BY subject_id)
SELECT (SELECT count(*) FROM g WHERE NOT closed), count(*) FILTER (WHERE overdue AND NOT closed),
  count(*) FILTER (WHERE today AND NOT closed), count(*) FILTER (WHERE week AND NOT closed),
  count(*) FILTER (WHERE unexplained AND NOT closed), count(*) FILTER (WHERE roof AND NOT closed),
  count(*) FILTER (WHERE closed) FROM d JOIN g ON g.case_id = d.subject_id
"""


@dataclass(frozen=True)
class Waiting:
    """One person, and every right of theirs that is still open, overdue first, by whoever owes it."""

    person: Person
    rights: list[Right] = field(default_factory=list)


@dataclass(frozen=True)
class Caseload:
    """One page of people, and where the next one starts."""

    rows: list[Waiting]
    after: str | None


@dataclass(frozen=True)
class Days:
    """Until when something is due today, and this week."""

    now: datetime
    today: datetime
    week: datetime


def caseload(
    actor: Actor,
    days: Days,
    show: str = "",
    after: str | None = None,
    limit: int = PAGE,
    among: list[UUID] | None = None,
) -> Caseload:
    """The agency's people by what is owed to them: children first, then the most overdue.

    Shape   show: one of FILTERS, or `children`; anything else is everybody whose file is open;
            after: what an earlier page gave; among: only these files
    """
    beyond, place = reads.beyond(after)
    params: dict[str, Any] = {
        "agency": actor.agency_id, "limit": limit + 1, "now": days.now, "unexplained": list(EXPLAINED),
        "roof": list(ROOF), "by": days.today if show == "today" else days.week, "among": among, **place,
    }  # fmt: skip
    is_open = _IS_CLOSED if show == "closed" else f"NOT {_IS_CLOSED}"
    only = "" if among is None else "AND case_id = ANY(%(among)s)"
    statement = _LIST.format(
        condition=_CONDITIONS.get(show, "true"), is_open=is_open, among=only, beyond=beyond
    )
    with acting(actor):
        with connection.cursor() as cursor:
            cursor.execute(statement, params)
            rows = cursor.fetchall()
        ids = [row[0] for row in rows[:limit]]
        duties = list(Duty.objects.filter(subject_id__in=ids, state="open").defer("events", "term"))
        names = agency_names({d.bearer_agency_id for d in duties})
    owed: dict[Any, list[Right]] = {}
    for duty in duties:
        owed.setdefault(duty.subject_id, []).append(Right(duty, names.get(duty.bearer_agency_id, "")))
    people = [reads.person_of(row, days.now) for row in rows[:limit]]
    last = rows[limit - 1] if len(rows) > limit else None
    return Caseload(
        [Waiting(p, reads.ordered_rights(owed.get(p.id, []), days.now)) for p in people],
        reads.mark(last) if last else None,
    )


def counts(actor: Actor, days: Days) -> dict[str, int]:
    """How many people each filter keeps, among the first COUNTED files."""
    params: dict[str, Any] = {
        "agency": actor.agency_id, "counted": COUNTED, "now": days.now, "today": days.today, "week": days.week,
        "unexplained": list(EXPLAINED), "roof": list(ROOF),
    }  # fmt: skip
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(_COUNT, params)
        row = cursor.fetchone()
    return dict(zip(FILTERS, row, strict=True))
