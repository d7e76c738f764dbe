"""The subqueries behind the facts of this room."""

from __future__ import annotations

from tutela.engine.facts import query

from .facts import AgeFacts, AgreedFacts, ComplaintFacts, ConsentFacts, DutyFacts, FileFacts, StandingFacts

query(
    AgeFacts,
    "SELECT c.age_basis, c.age_low, c.age_high, c.age_on, (%(now)s)::timestamptz::date AS today, "
    "(SELECT min(d.started_at)::date FROM engine_duty d WHERE d.subject_id = c.id AND d.rule = 'identification') "
    "AS asked_on FROM cases_case c WHERE c.id = %(case)s",
)
query(
    StandingFacts,
    "SELECT c.standing, c.presumed_at, c.file_kind, c.languages, c.closed_at IS NOT NULL AS closed "
    "FROM cases_case c WHERE c.id = %(case)s",
)
query(
    FileFacts,
    "SELECT c.opened_by::text, (SELECT count(*) FROM engine_duty d WHERE d.subject_id = c.id AND d.state = 'open') + "
    "(SELECT count(*) FROM engine_breach b WHERE b.subject_id = c.id AND b.ended_at IS NULL) AS owed "
    "FROM cases_case c WHERE c.id = %(case)s",
)
query(
    DutyFacts,
    "SELECT d.rule, d.provisions FROM engine_duty d WHERE d.id = %(duty)s AND d.subject_id = %(case)s",
)
query(
    ConsentFacts,
    "SELECT k.receiver_id::text AS receiver, k.purpose AS for_purpose, k.compartments AS opens, k.until, "
    "k.withdrawn_at IS NULL AND coalesce(k.until > %(now)s, true) AS holds, k.withdrawn_at IS NOT NULL AS withdrawn, "
    "k.used_for IS NOT NULL AS carries_referral "
    "FROM cases_consent k WHERE k.id = %(consent)s AND k.case_id = %(case)s",
)
query(
    ComplaintFacts,
    "SELECT EXISTS (SELECT 1 FROM cases_complaint k WHERE k.case_id = %(case)s AND k.answered_at IS NULL) AS waits",
)
query(
    AgreedFacts,
    "SELECT coalesce((SELECT k.withdrawn_at IS NOT NULL FROM cases_consent k WHERE k.case_id = %(case)s "
    "AND k.receiver_id = %(to_agency)s ORDER BY greatest(k.given_at, k.withdrawn_at) DESC LIMIT 1), false) "
    "AS taken_back",
)
