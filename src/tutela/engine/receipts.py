"""Receipts: a request sent twice is done once, and its sender gets the same answer."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from .actions import Action
from .outcomes import OUTCOME, Outcome


class KeyReused(Exception):
    """The same key came with other content."""


def claim(cursor: Any, owner_id: UUID, key: UUID, action: Action, at: datetime) -> Outcome | None:
    """Takes a key for this request; None when it is new. An equal request waits here and gets the first one's outcome.

    Raises  KeyReused
    """
    digest = action.digest()
    cursor.execute(
        "INSERT INTO engine_receipt (owner_id, key, digest, recorded_at) VALUES (%s, %s, %s, %s) "
        "ON CONFLICT (owner_id, key) DO NOTHING RETURNING id",
        [owner_id, key, digest, at],
    )
    if cursor.fetchone():
        return None
    cursor.execute(
        "SELECT digest, outcome FROM engine_receipt WHERE owner_id = %s AND key = %s", [owner_id, key]
    )
    known, outcome = cursor.fetchone()
    if bytes(known) != digest:
        raise KeyReused
    return OUTCOME.validate_python(json.loads(outcome) if isinstance(outcome, str) else outcome)


def settle(cursor: Any, owner_id: UUID, key: UUID, outcome: Outcome) -> None:
    """Writes what came of a request beside its key."""
    cursor.execute(
        "UPDATE engine_receipt SET outcome = %s::jsonb WHERE owner_id = %s AND key = %s",
        [outcome.model_dump_json(), owner_id, key],
    )
