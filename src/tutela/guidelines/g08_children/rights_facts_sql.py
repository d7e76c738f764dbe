"""The subqueries behind the facts on a child's side, workers and age."""

from __future__ import annotations

from tutela.engine.facts import query

from .rights_facts import (
    AppointeeFacts,
    AppointmentFacts,
    AssessmentFacts,
    CircleFacts,
    LeaderFacts,
    LedFacts,
    SideFacts,
    ThenFacts,
    TriedFacts,
    WorkerFacts,
)


def _held(office: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM g08_children_representative r WHERE r.case_id = %(case)s "
        f"AND r.office = '{office}' AND r.accepted_at IS NOT NULL AND r.ended_at IS NULL)"
    )


def _trained(member: str) -> str:
    return (
        "(SELECT max(t.completed_on) FROM agencies_training t "
        f"WHERE t.member_id = %({member})s AND t.kind = 'child_protection')"
    )


_TODAY = "(%(now)s)::timestamptz::date"

query(
    SideFacts,
    f"SELECT {_held('guardian')} AS guardian, {_held('lawyer')} AS lawyer, "
    "(SELECT f.measures FROM g08_children_childfriendly f WHERE f.case_id = %(case)s "
    "ORDER BY f.arranged_at DESC LIMIT 1) AS measures",
)
query(
    ThenFacts,
    "SELECT coalesce((SELECT (d.elements->>'child')::boolean FROM g02_identification_decision d "
    "WHERE d.case_id = %(case)s AND d.positive ORDER BY d.decided_at DESC, d.id LIMIT 1), false) AS was_child",
)
query(
    AppointmentFacts,
    "SELECT r.office, r.agency_id::text, r.ended_at IS NOT NULL AS ended FROM g08_children_representative r "
    "WHERE r.id = %(representative)s AND r.case_id = %(case)s",
)
query(AppointeeFacts, "SELECT a.sector FROM agencies_agency a WHERE a.id = %(of_agency)s AND a.active")
query(
    CircleFacts,
    "SELECT EXISTS (SELECT 1 FROM g08_children_representative r WHERE r.case_id = %(case)s "
    "AND r.agency_id = %(to_agency)s AND r.ended_at IS NULL) "
    "OR EXISTS (SELECT 1 FROM cases_case c WHERE c.id = %(case)s AND c.opened_by = %(to_agency)s) AS is_near",
)
query(
    LedFacts,
    "SELECT EXISTS (SELECT 1 FROM g08_children_childworker w WHERE w.case_id = %(case)s "
    "AND w.member_id = %(member)s AND w.under IS NOT NULL AND w.until > %(now)s) AS now",
)
query(
    WorkerFacts,
    f"SELECT {_trained('worker')} AS child_training_on, {_TODAY} AS today, "
    "EXISTS (SELECT 1 FROM g08_children_childworker w WHERE w.case_id = %(case)s "
    "AND w.member_id = %(worker)s AND w.under IS NOT NULL) AS covered",
)
query(LeaderFacts, f"SELECT {_trained('under')} AS child_training_on, {_TODAY} AS today")
query(
    AssessmentFacts,
    "SELECT a.method, a.agreed, a.assessed_by::text, a.challenged_at IS NOT NULL AND a.answered_at IS NULL "
    "AS challenged, a.low, a.margin "
    "FROM g08_children_ageassessment a WHERE a.id = %(age_assessment)s AND a.case_id = %(case)s",
)
query(
    TriedFacts,
    "SELECT array(SELECT a.method FROM g08_children_ageassessment a WHERE a.case_id = %(case)s "
    f"AND a.assessed_at IS NOT NULL) AS methods, {_TODAY} AS today",
)
