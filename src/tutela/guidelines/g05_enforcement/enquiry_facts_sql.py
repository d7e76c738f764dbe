"""The subqueries behind the facts about protection enquiries."""

from __future__ import annotations

from tutela.engine.facts import query

from .enquiry_facts import AskerFacts, ToldFacts, UnansweredFacts

query(
    AskerFacts,
    "SELECT a.sector FROM g05_enforcement_enquiry e JOIN agencies_agency a ON a.id = e.agency_id "
    "WHERE e.id = %(enquiry)s",
)
query(
    ToldFacts,
    "SELECT ARRAY(SELECT DISTINCT x FROM cases_consent c CROSS JOIN unnest(c.compartments) x "
    "WHERE c.case_id = %(case)s AND c.withdrawn_at IS NULL AND (c.until IS NULL OR c.until > %(now)s) "
    "AND (c.receiver_id = e.agency_id OR (c.purpose = 'protection_enquiry' AND c.receiver_id IN ("
    "SELECT id FROM agencies_agency WHERE sector = 'protection_office')))) AS agreed "
    "FROM g05_enforcement_enquiry e WHERE e.id = %(enquiry)s",
)
query(
    UnansweredFacts,
    "SELECT (SELECT json_agg(json_build_object('kind', e.kind, 'mark', e.ref_mark, 'agency', e.agency_id::text, "
    "'here', EXISTS (SELECT 1 FROM g05_enforcement_enquiryonfile f "
    "WHERE f.enquiry_id = e.id AND f.case_id = %(case)s))) "
    "FROM g05_enforcement_enquiry e WHERE e.asked_at <= %(now)s "
    "AND (e.answered_at IS NULL OR e.answered_at > %(now)s) AND NOT EXISTS ("
    "SELECT 1 FROM g05_enforcement_enquiryonfile f WHERE f.enquiry_id = e.id AND f.case_id <> %(case)s)) AS questions",
)
