"""The subquery behind who holds the person, and whose each charge, detention and conviction is."""

from __future__ import annotations

from tutela.engine.facts import query

from .custody_facts import HeldFacts
from .whose import WhoseFacts

_HELD, _CUSTODY = "g05_enforcement_detention", "g05_enforcement_custody"


def _running(column: str, table: str) -> str:
    return (
        f"SELECT x.{column} FROM {table} x WHERE x.case_id = c.id AND x.ended_at IS NULL "
        f"AND x.{column} IS NOT NULL"
    )


query(
    HeldFacts,
    f"SELECT ARRAY({_running('place_kind', _HELD)}) AS places, ARRAY({_running('kind', _CUSTODY)}) AS custody, "
    f"ARRAY({_running('by_agency_id::text', _HELD)} UNION {_running('by_agency_id::text', _CUSTODY)}) AS by "
    "FROM cases_case c WHERE c.id = %(case)s",
)
query(
    WhoseFacts,
    f"SELECT ARRAY({_running('by_agency_id::text', _HELD)} UNION {_running('by_agency_id::text', _CUSTODY)}) AS held, "
    "ARRAY(SELECT x.by_agency_id::text FROM g05_enforcement_conviction x WHERE x.case_id = c.id "
    "AND x.quashed_at IS NULL AND x.by_agency_id IS NOT NULL) AS convicted, "
    "(SELECT json_agg(json_build_object('charge_ref', x.charge_ref, 'agency', coalesce(x.prosecutor_id, "
    "(SELECT l.to_agency_id FROM g05_enforcement_letter l WHERE l.case_id = c.id AND l.charge_ref = x.charge_ref "
    "ORDER BY l.sent_at DESC LIMIT 1))::text)) FROM g05_enforcement_charge x WHERE x.case_id = c.id "
    "AND x.ended_at IS NULL) AS charged FROM cases_case c WHERE c.id = %(case)s",
)
