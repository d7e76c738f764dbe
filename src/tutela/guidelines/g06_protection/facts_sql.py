"""The subqueries behind the facts of this room."""

from __future__ import annotations

from tutela.engine.facts import query

from .facts import FitFacts, PlaceFacts, RoofFacts

query(
    PlaceFacts,
    "SELECT p.for_whom, p.for_sex, p.is_open, p.area FROM g06_protection_place p WHERE p.id = %(place)s",
)
query(
    FitFacts,
    "SELECT c.sex, EXISTS (SELECT 1 FROM g06_protection_threat t JOIN g06_protection_place p ON p.area = t.area "
    "WHERE t.case_id = c.id AND t.ended_at IS NULL AND t.area <> '' AND p.id = %(place)s) AS threatened_there "
    "FROM cases_case c WHERE c.id = %(case)s",
)
query(
    RoofFacts,
    "SELECT count(*) FILTER (WHERE state = 'accepted') AS stays, count(*) FILTER (WHERE state = 'offered') "
    "AS offers FROM g06_protection_placement WHERE case_id = %(case)s AND upper(nights) > (%(now)s)::timestamptz::date",
)
