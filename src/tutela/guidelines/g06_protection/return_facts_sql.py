"""The subqueries behind the facts on going back."""

from __future__ import annotations

from tutela.engine.facts import query

from .return_facts import ChoiceFacts, DangerFacts, JourneyFacts

query(
    ChoiceFacts,
    "SELECT w.wants, w.advised, w.heard, cardinality(w.explained) AS ways FROM g06_protection_returnchoice w "
    "WHERE w.case_id = %(case)s ORDER BY w.at DESC, w.id LIMIT 1",
)
query(
    DangerFacts,
    "SELECT a.country, a.for_person, a.for_family, a.until, (%(now)s)::timestamptz::date AS today "
    "FROM g06_protection_returnassessment a WHERE a.case_id = %(case)s "
    "ORDER BY a.assessed_at DESC, a.id LIMIT 1",
)
query(
    JourneyFacts,
    "SELECT r.state = 'travelled' AS travelled, r.channel, r.when_silent, r.has_partner "
    "FROM g06_protection_return r WHERE r.case_id = %(case)s AND r.state IN ('arranged', 'travelled') "
    "ORDER BY r.planned_at DESC, r.id LIMIT 1",
)
