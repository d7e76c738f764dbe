"""The subqueries behind the facts of this room."""

from __future__ import annotations

from tutela.engine.facts import query

from .facts import AgeFacts, DutyFacts, FileFacts, StandingFacts

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
query(
    FileFacts,
    "SELECT c.opened_by::text, (SELECT count(*) FROM engine_duty d WHERE d.subject_id = c.id AND d.state = 'open') + "
    "(SELECT count(*) FROM engine_breach b WHERE b.subject_id = c.id AND b.ended_at IS NULL) AS owed "
    "FROM cases_case c WHERE c.id = %(case)s",
)
query(
    DutyFacts,
    "SELECT d.rule, d.provisions FROM engine_duty d WHERE d.id = %(duty)s AND d.subject_id = %(case)s",
)
