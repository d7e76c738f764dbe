"""Alerts: what somebody who is awake must look at. Ids and names of rules only."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from tutela.config.logs import event

GUARD_FAILED = "guard.failed"
RULE_FAILED = "rule.failed"


def alert(cursor: Any, kind: str, act_id: UUID, at: datetime, **ids: str) -> None:
    """Raises an alert, as part of the act that it is about.

    Writes   Alert
    """
    cursor.execute(
        "INSERT INTO engine_alert (kind, ids, raised_at) VALUES (%s, %s::jsonb, %s)",
        [kind, json.dumps({"act": str(act_id), **ids}), at],
    )


def crashed(
    cursor: Any, kind: str, rule: str, action: str, act_id: UUID, at: datetime, error: str | None
) -> None:
    """A rule crashed: an alert, and a line in the log with the class of the error, never its text."""
    alert(cursor, kind, act_id, at, guard=rule)
    event(kind, guard=rule, action=action, act_id=act_id, error=error)
