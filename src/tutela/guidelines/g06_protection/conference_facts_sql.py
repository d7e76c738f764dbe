"""The subqueries behind the facts on case conferences."""

from __future__ import annotations

from tutela.engine.facts import query

from .conference_facts import AgreedToFacts, ConferenceFacts

query(
    AgreedToFacts,
    "SELECT coalesce((SELECT json_agg(json_build_object('receiver', k.receiver_id::text, 'until', k.until::date)) "
    "FROM cases_consent k WHERE k.case_id = %(case)s AND k.receiver_id IS NOT NULL AND k.given_at <= %(now)s "
    "AND coalesce(k.withdrawn_at > %(now)s, true) AND coalesce(k.until > %(now)s, true)), '[]'::json) AS agreed",
)
query(
    ConferenceFacts,
    "SELECT c.her_part FROM g06_protection_conference c WHERE c.id = %(conference)s AND c.case_id = %(case)s",
)
