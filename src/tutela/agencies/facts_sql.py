"""The subqueries behind the facts of this room."""

from __future__ import annotations

from tutela.engine.facts import query

from .facts import AuthorFacts, SightFacts


def _latest(kind: str) -> str:
    return f"(SELECT max(t.completed_on) FROM agencies_training t WHERE t.member_id = m.id AND t.kind = '{kind}')"


query(
    AuthorFacts,
    "SELECT m.id::text AS member_id, a.id::text AS agency_id, a.sector, m.roles, "
    f"{_latest('identification')} AS identification_training_on, "
    f"{_latest('child_protection')} AS child_training_on, "
    f"{_latest('link_assessment')} AS link_training_on, "
    "(%(now)s)::timestamptz::date AS today "
    "FROM agencies_member m JOIN agencies_agency a ON a.id = m.agency_id WHERE m.id = %(member)s",
)
query(
    SightFacts,
    "SELECT tutela_readable(%(agency)s, %(case)s, %(now)s) AS own, a.sector AS to_sector, "
    "a.id = %(agency)s AS to_own, g.id IS NOT NULL AS to_sees, g.until AS to_until FROM agencies_agency a "
    "LEFT JOIN agencies_grant g ON g.agency_id = a.id AND g.case_id = %(case)s AND g.cut_at IS NULL "
    "AND g.until > %(now)s WHERE a.id = %(to_agency)s",
)
