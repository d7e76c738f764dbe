"""The subquery behind where the person sleeps tonight."""

from __future__ import annotations

from tutela.engine.facts import query

from .ending_facts import TonightFacts

query(
    TonightFacts,
    "SELECT EXISTS (SELECT 1 FROM g06_protection_placement p WHERE p.case_id = %(case)s AND p.state = 'accepted' "
    "AND p.urgent AND p.nights @> t.today) AS urgent, EXISTS (SELECT 1 FROM g06_protection_placement p "
    "WHERE p.case_id = %(case)s AND p.state = 'accepted' AND NOT p.urgent AND upper(p.nights) > t.today "
    "AND lower(p.nights) <= t.today + 1) AS own FROM (SELECT (%(now)s)::timestamptz::date AS today) t",
)
