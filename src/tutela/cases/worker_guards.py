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

    Shape  people: how many there are; stood_in: for each who has somebody standing in, the last day of that
    """

    people: int | None = None
    stood_in: tuple[date, ...] | None = None

    def alone_before(self, last: date) -> bool:
        """Whether somebody is without a worker on the last day away or earlier; not knowing counts as yes."""
        stays = [day for day in self.stood_in or () if day >= last]
        return self.people is None or len(stays) < self.people


query(
    LeaveFacts,
    "SELECT count(*) AS people, coalesce(array_agg(s.until) FILTER (WHERE s.until IS NOT NULL), '{}') AS stood_in "
    "FROM cases_workerfor w JOIN cases_case c ON c.id = w.case_id AND c.closed_at IS NULL CROSS JOIN LATERAL "
    "(SELECT max(x.until) AS until FROM cases_workerfor x WHERE x.case_id = w.case_id AND x.agency_id = w.agency_id "
    "AND x.ended_at IS NULL AND x.covers_id = w.member_id) s "
    "WHERE w.agency_id = %(agency)s AND w.member_id = %(colleague)s AND w.ended_at IS NULL AND w.covers_id IS NULL",
)


@guard(BeginLeave, provisions=["P8"], instead=["name_worker"])
def nobody_is_left_without_a_worker(action: BeginLeave, people: LeaveFacts) -> Reason | None:
    """Before somebody is away, each of their people has a colleague named for all of that time."""
    return Reason("leave.people_without") if people.alone_before(action.until) else None
