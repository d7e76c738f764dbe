"""The subqueries behind the facts of this room."""

from __future__ import annotations

from tutela.engine.facts import query

from .facts import DecisionFacts, ReceiverFacts, ScreeningFacts

query(
    ScreeningFacts,
    "SELECT s.answers->>'agreement' AS agreement, s.answers->>'age_band' AS age_band, "
    "s.case_id IS NOT NULL AS has_case, s.expired_at IS NOT NULL AS expired "
    "FROM g02_identification_screening s WHERE s.id = %(screening)s",
)
query(ReceiverFacts, "SELECT a.sector, a.active FROM agencies_agency a WHERE a.id = %(to_agency)s")
query(
    DecisionFacts,
    "SELECT NOT EXISTS (SELECT 1 FROM g02_identification_decision l WHERE l.case_id = d.case_id AND l.id <> d.id "
    "AND l.decided_at >= d.decided_at) AS is_newest, d.positive, "
    "d.reconsideration_asked_at IS NOT NULL AND d.reconsidered_at IS NULL AS reconsideration_open, "
    "d.decided_by::text, d.decided_at, (%(now)s)::timestamptz AS now FROM g02_identification_decision d "
    "WHERE d.id = %(decision)s AND d.case_id = %(case)s",
)
