"""The subquery behind the facts on a missing child."""

from __future__ import annotations

from tutela.engine.facts import query

from .missing_facts import MissingFacts

_SINCE = "(SELECT o.since FROM g08_children_missing o WHERE o.case_id = c.id AND o.back_at IS NULL)"
query(
    MissingFacts,
    "SELECT EXISTS (SELECT 1 FROM g08_children_missing o WHERE o.case_id = c.id AND o.back_at IS NULL) AS is_gone, "
    "(SELECT count(*) FROM g08_children_missing o WHERE o.case_id = c.id) AS times, "
    "EXISTS (SELECT 1 FROM g08_children_missing o WHERE o.case_id = c.id AND o.released_to <> '{}') AS shown, "
    f"EXISTS (SELECT 1 FROM g08_children_bestinterests b WHERE b.case_id = c.id AND b.at >= {_SINCE}) "
    "AS assessed_since, "
    "coalesce((SELECT b.outcome = 'in_her_interest' FROM g08_children_bestinterests b WHERE b.case_id = c.id "
    f"AND b.formal AND b.decision = 'release' AND b.at >= {_SINCE} ORDER BY b.at DESC, b.id LIMIT 1), false) "
    "AS determined_since, (%(now)s)::timestamptz::date AS today FROM cases_case c WHERE c.id = %(case)s",
)
