"""The subqueries behind the facts of care over time."""

from __future__ import annotations

from tutela.engine.facts import query

from .care_facts import CareFacts, InterpreterFacts, LifeFacts, PlanFacts
from .words import EMERGENCIES

_FOR_THE_BODY = ", ".join(f"'{e.value}'" for e in sorted(EMERGENCIES))
_COUNSELLING = "k.about = 'counselling'"
_TREATMENT = f"k.about IN ({_FOR_THE_BODY})"

query(
    PlanFacts,
    "SELECT coalesce((SELECT p.worry_ways FROM g06_protection_plan p WHERE p.case_id = %(case)s "
    "AND p.answer = 'yes' ORDER BY p.at DESC LIMIT 1), '{}'::text[]) AS worry_ways",
)


def _accepted(kind: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM g06_protection_service s WHERE s.case_id = %(case)s "
        f"AND s.kind = '{kind}' AND s.state = 'accepted')"
    )


def _agreed(condition: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM cases_consent k WHERE k.case_id = %(case)s AND k.withdrawn_at IS NULL "
        f"AND coalesce(k.until > %(now)s, true) AND {condition})"
    )


query(
    CareFacts,
    f"SELECT {_accepted('medical')} OR {_agreed(_TREATMENT)} "
    "OR EXISTS (SELECT 1 FROM g06_protection_healthrecord h WHERE h.case_id = %(case)s AND h.consent = 'cannot_say' "
    f"AND h.kind IN ({_FOR_THE_BODY}) AND h.told_at IS NULL) AS medical, "
    f"{_accepted('psychological')} OR {_agreed(_COUNSELLING)} AS psychological",
)
query(
    LifeFacts,
    "SELECT EXISTS (SELECT 1 FROM g06_protection_death d WHERE d.case_id = %(case)s AND d.was_wrong_at IS NULL) "
    "AS has_died",
)
query(
    InterpreterFacts,
    "SELECT i.languages AS speaks, i.sex, EXISTS (SELECT 1 FROM g06_protection_booking b WHERE b.case_id = %(case)s "
    "AND b.interpreter_id = i.id AND b.complained_at IS NOT NULL) AS complained "
    "FROM g06_protection_interpreter i WHERE i.id = %(interpreter)s AND i.active",
)
