"""The subqueries behind the facts on steps, witnesses and operations."""

from __future__ import annotations

from tutela.engine.facts import query

from .steps_facts import AskedBeforeFacts, ReadinessFacts, ThreatLevelFacts

query(
    AskedBeforeFacts,
    "SELECT count(*) AS interviews FROM g05_enforcement_proceedingstep s WHERE s.case_id = %(case)s "
    "AND s.kind IN ('interview', 'hearing') AND (s.taken_at IS NOT NULL OR s.on_day < (%(now)s)::timestamptz::date)",
)
query(
    ThreatLevelFacts,
    "SELECT a.level FROM g05_enforcement_threatassessment a WHERE a.case_id = %(case)s "
    "ORDER BY a.assessed_at DESC, a.id LIMIT 1",
)
query(
    ReadinessFacts,
    "SELECT o.expected, o.children, (SELECT json_agg(json_build_object('item', r.key, 'people', r.value::int)) "
    "FROM jsonb_each_text(o.ready) r) AS ready, "
    "(SELECT count(*) FROM g06_protection_place p WHERE p.is_open AND p.active "
    "AND NOT EXISTS (SELECT 1 FROM g06_protection_placement h WHERE h.place_id = p.id "
    "AND h.state IN ('offered', 'accepted') AND h.nights @> o.on_day)) AS free_places "
    "FROM g05_enforcement_operation o WHERE o.subject_id = %(operation)s",
)
