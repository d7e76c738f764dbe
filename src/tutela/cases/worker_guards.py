"""Guards on leave: nobody goes away and leaves somebody without a worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tutela.engine.facts import facts, query
from tutela.engine.rules import Reason, guard

from .worker_actions import BeginLeave


@facts(needs=("agency", "colleague"))
@dataclass(frozen=True)
class LeaveFacts:
    """The people of a member who would be away.

    Shape  alone: how many have nobody who stands in; shortest: the first day on which a standing in ends
    """

    alone: int | None = None
    shortest: date | None = None


query(
    LeaveFacts,
    "SELECT count(*) FILTER (WHERE s.id IS NULL) AS alone, min(s.until) AS shortest FROM cases_workerfor w "
    "JOIN cases_case c ON c.id = w.case_id AND c.closed_at IS NULL LEFT JOIN cases_workerfor s "
    "ON s.case_id = w.case_id AND s.agency_id = w.agency_id AND s.ended_at IS NULL AND s.covers_id = w.member_id "
    "WHERE w.agency_id = %(agency)s AND w.member_id = %(colleague)s AND w.ended_at IS NULL AND w.covers_id IS NULL",
)


@guard(BeginLeave, provisions=["P8"], instead=["name_worker"])
def nobody_is_left_without_a_worker(action: BeginLeave, people: LeaveFacts) -> Reason | None:
    """Before somebody is away, each of their people has a colleague named for all of that time."""
    too_short = people.shortest is not None and people.shortest < action.until
    return None if people.alone == 0 and not too_short else Reason("leave.people_without")
