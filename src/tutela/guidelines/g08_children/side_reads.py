"""Who and what stands at a child's side: what is there, until when, and what is missing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from tutela.agencies.reads import named
from tutela.engine.access import Actor, acting

from .guardian_words import Office
from .models import Representative

#: What every child has, in the order in which it is owed.
SIDE = ("guardian", "lawyer", "views", "assessment", "determination")
#: One child's side as a subquery of its file: the page of the file and the list of children read the same.
OF_FILE = """(SELECT jsonb_build_object(
  'offices', (SELECT coalesce(jsonb_agg(jsonb_build_array(r.office, a.names, r.accepted_at IS NOT NULL)), '[]')
    FROM g08_children_representative r JOIN agencies_agency a ON a.id = r.agency_id
    WHERE r.case_id = cases_case.id AND r.ended_at IS NULL),
  'assessment', (SELECT max(b.until) FROM g08_children_bestinterests b WHERE b.case_id = cases_case.id),
  'determination', (SELECT max(b.until) FROM g08_children_bestinterests b WHERE b.case_id = cases_case.id AND b.formal),
  'views', (SELECT max(v.until) FROM g08_children_childviews v WHERE v.case_id = cases_case.id
    AND (v.weight <> '' OR v.why_not <> '' OR v.heard_how = 'chose_not_to_speak'))))"""


@dataclass(frozen=True)
class Side:
    """One child's side.

    Shape  agencies: the name of the agency whose member holds an office; appointed: offices that nobody has taken yet;
           until: the last day of what is in date, by its name in SIDE
    """

    agencies: dict[str, str]
    appointed: frozenset[str]
    until: dict[str, date]

    def has(self, what: str, today: date) -> bool:
        """Whether it is there, and in date."""
        return what in self.agencies or self.until.get(what, date.min) >= today

    def missing(self, today: date) -> tuple[str, ...]:
        """What is not there, or has grown old."""
        return tuple(what for what in SIDE if not self.has(what, today))


def side_of(found: dict[str, Any]) -> Side:
    """What OF_FILE answered."""
    return Side(
        {office: named(names) for office, names, taken in found["offices"] if taken},
        frozenset(office for office, _names, taken in found["offices"] if not taken),
        {what: date.fromisoformat(found[what]) for what in SIDE[2:] if found[what]},
    )


def sides(actor: Actor, case_ids: Iterable[UUID]) -> dict[UUID, Side]:
    """The side of each of these children, as far as the actor sees their files; one statement for all."""
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(f"SELECT id, {OF_FILE} FROM cases_case WHERE id = ANY(%s)", [list(case_ids)])  # noqa: S608  ours
        rows = cursor.fetchall()
    return {row[0]: side_of(json.loads(row[1]) if isinstance(row[1], str) else row[1]) for row in rows}


def wards(actor: Actor) -> list[UUID]:
    """The children whose guardian this member is, or is to be: of an appointment that nobody has taken yet."""
    with acting(actor):
        found = Representative.objects.filter(
            agency_id=actor.agency_id, office=Office.GUARDIAN, ended_at=None
        ).values_list("case_id", "accepted_by")
        return [case_id for case_id, by in found if by in (None, actor.member_id)]
