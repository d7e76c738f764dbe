"""The subqueries behind the facts of this room."""

from __future__ import annotations

from tutela.engine.facts import query

from .facts import ClaimFacts, ClaimsFacts

query(
    ClaimsFacts,
    "SELECT ARRAY(SELECT k.id::text FROM g09_remedies_claim k WHERE k.case_id = c.id AND k.ended_at IS NULL) "
    "AS open_claims, (%(now)s)::timestamptz::date AS today FROM cases_case c WHERE c.id = %(case)s",
)
query(
    ClaimFacts,
    "SELECT k.awarded_minor, k.paid_minor FROM g09_remedies_claim k WHERE k.id = %(claim)s AND k.case_id = %(case)s",
)
