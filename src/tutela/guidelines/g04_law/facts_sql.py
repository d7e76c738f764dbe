"""The subqueries behind the facts of this room."""

from __future__ import annotations

from tutela.engine.facts import query

from .facts import HatsFacts, PermitFacts, PresumptionFacts, StayFacts

query(
    PresumptionFacts,
    "SELECT c.standing, EXISTS (SELECT 1 FROM engine_duty d WHERE d.subject_id = c.id AND d.state = 'open' "
    "AND d.rule IN ('identification', 'reconsideration')) OR coalesce((SELECT NOT l.positive AND NOT l.became_final "
    "AND l.reconsidered_at IS NULL FROM g02_identification_decision l WHERE l.case_id = c.id "
    "ORDER BY l.decided_at DESC, l.id LIMIT 1), false) AS decision_waits "
    "FROM cases_case c WHERE c.id = %(case)s",
)
query(
    StayFacts,
    "SELECT EXISTS (SELECT 1 FROM g04_law_riskassertion r WHERE r.case_id = c.id AND r.settled_at IS NULL) "
    "AS risk_asserted, p.id IS NOT NULL AS recovery_runs, p.at_least_until AS recovery_until, "
    "EXISTS (SELECT 1 FROM g04_law_stay s WHERE s.case_id = c.id AND s.ended_at IS NULL) AS stay_holds, "
    "(%(now)s)::timestamptz AS now "
    "FROM cases_case c LEFT JOIN g04_law_recoveryperiod p ON p.case_id = c.id AND p.ended_at IS NULL "
    "WHERE c.id = %(case)s",
)
query(
    PermitFacts,
    "SELECT EXISTS (SELECT 1 FROM g04_law_permit p WHERE p.case_id = c.id AND p.ended_at IS NULL "
    "AND p.since <= (%(now)s)::timestamptz::date AND (p.until IS NULL OR p.until >= (%(now)s)::timestamptz::date)) "
    "AS holds, r.citizen, r.cooperates, EXISTS (SELECT 1 FROM g05_enforcement_investigation i "
    "WHERE i.case_id = c.id AND i.state = 'open') AS proceedings "
    "FROM cases_case c LEFT JOIN g04_law_righttostay r ON r.case_id = c.id WHERE c.id = %(case)s",
)
query(
    HatsFacts,
    "SELECT x.id::text AS agency, x.sector, EXISTS (SELECT 1 FROM agencies_grant g WHERE g.case_id = %(case)s "
    "AND g.agency_id = x.id AND g.cut_at IS NULL AND g.until > %(now)s) AS sees, "
    "CASE WHEN m.agency_id = x.id THEN m.unit END AS unit, ARRAY(SELECT DISTINCT w.unit FROM engine_entry e "
    "JOIN agencies_member w ON w.id = e.actor_id AND w.agency_id = x.id WHERE e.subject_id = %(case)s "
    "AND e.outcome IN ('done', 'recorded') AND e.action NOT IN ('removal_ordered', 'removal_carried_out', "
    "'remove_person')) AS units FROM agencies_member m JOIN agencies_agency x "
    "ON x.id = coalesce((%(by_agency)s)::uuid, m.agency_id) WHERE m.id = %(member)s",
)
