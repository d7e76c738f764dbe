"""The subquery behind the facts on tracing."""

from __future__ import annotations

from tutela.engine.facts import query

from .care_facts import FamilyFacts

_NEWEST = (
    "(SELECT CASE WHEN f.until >= (%(now)s)::timestamptz::date THEN f.finding END FROM g08_children_familyrisk f "
    "WHERE f.case_id = c.id AND f.before = '{step}' ORDER BY f.at DESC, f.id LIMIT 1) AS before_{step}"
)
query(
    FamilyFacts,
    f"SELECT {_NEWEST.format(step='tracing')}, {_NEWEST.format(step='reunion')}, "
    "EXISTS (SELECT 1 FROM g08_children_tracing t WHERE t.case_id = c.id AND t.ended_at IS NULL) AS searching, "
    "(SELECT t.verified FROM g08_children_tracing t WHERE t.case_id = c.id AND t.ended_at IS NULL "
    "ORDER BY t.started_at DESC LIMIT 1) AS verified FROM cases_case c WHERE c.id = %(case)s",
)
