"""The subqueries behind the facts of this room."""

from __future__ import annotations

from tutela.engine.facts import query

from .facts import AgeFacts, StandingFacts

query(
    AgeFacts,
    "SELECT c.age_basis, c.age_low, c.age_high, c.age_on, (%(now)s)::timestamptz::date AS today FROM cases_case c "
    "WHERE c.id = %(case)s",
)
query(
    StandingFacts,
    "SELECT c.standing, c.presumed_at, c.file_kind, c.languages, c.closed_at IS NOT NULL AS closed "
    "FROM cases_case c WHERE c.id = %(case)s",
)
