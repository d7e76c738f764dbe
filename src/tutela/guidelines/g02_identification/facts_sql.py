"""The subqueries behind the facts of this room."""

from __future__ import annotations

from tutela.engine.facts import query

from .facts import AsylumFacts, DecisionFacts, ReceiverFacts, ScreeningFacts

query(
    ScreeningFacts,
    "SELECT s.answers->>'agreement' AS agreement, s.answers->>'age_band' AS age_band, "
    "s.case_id IS NOT NULL AS has_case, s.expired_at IS NOT NULL AS expired, s.setting, s.form_version "
    "FROM g02_identification_screening s WHERE s.id = %(screening)s",
)
query(ReceiverFacts, "SELECT a.sector, a.active FROM agencies_agency a WHERE a.id = %(to_agency)s")
query(
    DecisionFacts,
    "SELECT d.id IS NOT NULL AS is_here, "
    "NOT EXISTS (SELECT 1 FROM g02_identification_decision l WHERE l.case_id = d.case_id AND l.id <> d.id "
    "AND l.decided_at >= d.decided_at) AS is_newest, d.positive, "
    "d.reconsideration_asked_at IS NOT NULL AND d.reconsidered_at IS NULL AS reconsideration_open, "
    "d.decided_by::text, d.decided_at, (%(now)s)::timestamptz AS now FROM cases_case c "
    "LEFT JOIN g02_identification_decision d ON d.id = %(decision)s AND d.case_id = c.id WHERE c.id = %(case)s",
)
query(
    AsylumFacts,
    "SELECT a.id IS NOT NULL AS open, a.state, EXISTS (SELECT 1 FROM g04_law_riskassertion r WHERE r.case_id = c.id "
    "AND r.settled_at IS NULL) AS fears, CASE WHEN a.state = 'refused' THEN a.decided_at END AS refused_at, "
    "(%(now)s)::timestamptz AS now FROM cases_case c LEFT JOIN g02_identification_asylumclaim a "
    "ON a.case_id = c.id AND a.ended_at IS NULL WHERE c.id = %(case)s",
)
