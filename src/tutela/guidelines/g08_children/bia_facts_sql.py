"""The subqueries behind the facts on best interests and views."""

from __future__ import annotations

from tutela.engine.facts import query

from .bia_facts import BestInterestsFacts, PanelFacts, ViewsFacts

query(
    BestInterestsFacts,
    "SELECT EXISTS (SELECT 1 FROM g08_children_bestinterests b WHERE b.case_id = c.id "
    "AND b.until >= (%(now)s)::timestamptz::date) AS in_date, "
    "(SELECT json_object_agg(d.decision, d.outcome) FROM (SELECT DISTINCT ON (b.decision) b.decision, "
    "CASE WHEN b.until >= (%(now)s)::timestamptz::date THEN b.outcome ELSE 'not_yet' END AS outcome "
    "FROM g08_children_bestinterests b WHERE b.case_id = c.id AND b.formal "
    "ORDER BY b.decision, b.at DESC, b.id) d) AS determined "
    "FROM cases_case c WHERE c.id = %(case)s",
)
query(
    PanelFacts,
    "SELECT count(*) AS people, count(DISTINCT m.agency_id) AS agencies, array_agg(DISTINCT a.sector) AS sectors "
    "FROM agencies_member m JOIN agencies_agency a ON a.id = m.agency_id "
    "WHERE m.id = ANY(%(seats)s) AND m.active AND a.active",
)
query(
    ViewsFacts,
    "SELECT json_object_agg(v.decision, v.heard_how) AS heard, json_object_agg(v.decision, v.weight <> '') "
    "AS weighed FROM (SELECT DISTINCT ON (a.decision) a.decision, w.heard_how, w.weight "
    "FROM g08_children_childviews w CROSS JOIN LATERAL unnest(w.about) AS a(decision) "
    "WHERE w.case_id = %(case)s AND w.until >= (%(now)s)::timestamptz::date "
    "ORDER BY a.decision, w.at DESC, w.id) v",
)
