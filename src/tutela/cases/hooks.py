"""What the engine does for cases after a change: children stay first in every list."""

from __future__ import annotations

from typing import Any
from uuid import UUID

#: Somebody whose age is unknown or disputed is listed with the children.
_KEEP = """
UPDATE agencies_grant g SET child = c.child FROM (
  SELECT id, (age_basis IN ('unknown', 'disputed') OR age_low IS NULL OR
    age_low + date_part('year', age(now(), age_on)) < 18) AS child FROM cases_case WHERE id = %s) c
WHERE g.case_id = c.id AND g.cut_at IS NULL AND g.child IS DISTINCT FROM c.child
"""


def keep_child_first(cursor: Any, subject_id: UUID) -> None:
    """Marks the live grants of somebody who may be a child."""
    cursor.execute(_KEEP, [subject_id])
