"""The subqueries behind the facts of this room."""

from __future__ import annotations

from tutela.engine.facts import query

from . import custody_facts_sql, enquiry_facts_sql, steps_facts_sql
from .facts import BurdenFacts, LinkFacts, ProceedingsFacts, UndoingFacts

__all__ = ["custody_facts_sql", "enquiry_facts_sql", "steps_facts_sql"]

query(
    LinkFacts,
    "SELECT json_agg(json_build_object('charge_ref', l.charge_ref, 'offence', l.offence, 'linked', l.linked, "
    "'found_by', l.agency_id::text)) "
    "AS found FROM (SELECT DISTINCT ON (charge_ref, offence) charge_ref, offence, linked, "
    "agency_id FROM g05_enforcement_linkassessment WHERE case_id = %(case)s "
    "ORDER BY charge_ref, offence, id DESC) l",
)


def _standing(table: str, ended: str, cleared: bool) -> str:
    """References of charges or convictions that stand: those found not linked, or all others."""
    return (
        f"ARRAY(SELECT x.charge_ref FROM {table} x WHERE x.case_id = c.id AND x.{ended} IS NULL AND ("
        "SELECT l.linked FROM g05_enforcement_linkassessment l WHERE l.case_id = c.id "
        "AND l.charge_ref = x.charge_ref AND l.offence = x.offence ORDER BY l.id DESC LIMIT 1) "
        f"IS {'NOT DISTINCT' if cleared else 'DISTINCT'} FROM false)"
    )


def _open(*rules: str) -> str:
    """Whether a breach of one of these rules has not ended."""
    names = ", ".join(f"'{rule}'" for rule in rules)
    return (
        "EXISTS (SELECT 1 FROM engine_breach b WHERE b.subject_id = c.id AND b.ended_at IS NULL "
        f"AND b.rule IN ({names}))"
    )


query(
    ProceedingsFacts,
    "SELECT EXISTS (SELECT 1 FROM g05_enforcement_detention d WHERE d.case_id = c.id AND d.ended_at IS NULL) "
    "OR EXISTS (SELECT 1 FROM g05_enforcement_custody u WHERE u.case_id = c.id AND u.ended_at IS NULL "
    "AND u.confirmed_at IS NULL) "
    f"AS held, {_open('held_all_the_same', 'still_held', 'held_on_a_word')} AS held_is_open, "
    f"{_standing('g05_enforcement_charge', 'ended_at', False)} AS charged, "
    f"{_standing('g05_enforcement_charge', 'ended_at', True)} AS cleared, "
    f"{_open('charged_all_the_same', 'still_charged', 'linked_after_all')} AS charged_is_open, "
    f"{_standing('g05_enforcement_conviction', 'quashed_at', False)} AS convicted, "
    f"{_open('convicted_all_the_same', 'still_convicted')} AS convicted_is_open "
    "FROM cases_case c WHERE c.id = %(case)s",
)
query(
    BurdenFacts,
    "SELECT ARRAY(SELECT b.id::text FROM g05_enforcement_burden b WHERE b.case_id = c.id AND b.lifted_at IS NULL) "
    "AS standing FROM cases_case c WHERE c.id = %(case)s",
)
query(
    UndoingFacts,
    "SELECT EXISTS (SELECT 1 FROM g05_enforcement_conviction x WHERE x.case_id = %(case)s AND x.id = %(undoing)s) "
    "AS is_conviction",
)
