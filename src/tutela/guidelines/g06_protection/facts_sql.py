"""The subqueries behind the facts of this room."""

from __future__ import annotations

from tutela.engine.facts import query

from . import care_facts_sql, conference_facts_sql, ending_facts_sql, return_facts_sql
from .facts import ContactFacts, FitFacts, HeldPlaceFacts, HelpFacts, PlaceFacts, RoofFacts

__all__ = ["care_facts_sql", "conference_facts_sql", "ending_facts_sql", "return_facts_sql"]

query(
    PlaceFacts,
    "SELECT p.for_whom, p.for_sex, p.is_open, p.area FROM g06_protection_place p WHERE p.id = %(place)s",
)
query(
    HeldPlaceFacts,
    "SELECT coalesce((SELECT p.is_open FROM g06_protection_placement l "
    "JOIN g06_protection_place p ON p.id = l.place_id "
    "WHERE l.id = %(placement)s AND l.case_id = %(case)s), true) AS is_open",
)
query(
    FitFacts,
    "SELECT c.sex, EXISTS (SELECT 1 FROM g06_protection_threat t JOIN g06_protection_place p ON p.area = t.area "
    "WHERE t.case_id = c.id AND t.ended_at IS NULL AND t.area <> '' AND p.id = %(place)s) AS threatened_there, "
    "EXISTS (SELECT 1 FROM g06_protection_placement l WHERE l.case_id = c.id AND l.place_id = %(place)s "
    "AND (l.state = 'accepted' OR l.end_reason = 'ran_out') "
    "AND upper(l.nights) >= (%(now)s)::timestamptz::date - 30) AS lives_there "
    "FROM cases_case c WHERE c.id = %(case)s",
)
query(
    RoofFacts,
    "SELECT count(*) FILTER (WHERE state = 'accepted' AND upper(nights) > t.today AND lower(nights) <= t.today + 1) "
    "AS stays, count(*) FILTER (WHERE state = 'offered' AND upper(nights) > t.today + 1 "
    "AND lower(nights) <= t.today + 1) AS offers, "
    "coalesce(extract(epoch FROM (%(now)s)::timestamptz - min(offered_at) FILTER (WHERE urgent "
    "AND upper(nights) > t.today - 7 AND offered_at > coalesce((SELECT max(o.accepted_at) "
    "FROM g06_protection_placement o WHERE o.case_id = %(case)s AND NOT o.urgent), '-infinity'))) / 3600, 0)::int "
    "AS urgent_hours, (%(now)s)::timestamptz AS now, "
    "EXISTS (SELECT 1 FROM engine_breach b WHERE b.subject_id = %(case)s AND b.ended_at IS NULL "
    "AND b.rule = 'night_after_night') AS urgent_is_open "
    "FROM (SELECT (%(now)s)::timestamptz::date AS today) t LEFT JOIN g06_protection_placement p "
    "ON p.case_id = %(case)s GROUP BY t.today",
)
query(
    HelpFacts,
    "SELECT s.kind FROM g06_protection_service s WHERE s.id = %(offered_service)s AND s.case_id = %(case)s",
)
query(
    ContactFacts,
    "SELECT w.wants, w.advised_at IS NOT NULL AS advised FROM g06_protection_contactwish w "
    "WHERE w.case_id = %(case)s ORDER BY w.at DESC, w.id LIMIT 1",
)
