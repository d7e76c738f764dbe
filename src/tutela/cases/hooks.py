"""What the engine does for cases after a change: children stay first in every list."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from tutela.engine import profile
from tutela.engine.time import system_clock

from .facts import AgeFacts

_AGE = "SELECT age_basis, age_low, age_on, age_high FROM cases_case WHERE id = %s"
_KEEP = """
UPDATE agencies_grant SET child = %(child)s
WHERE case_id = %(case)s AND cut_at IS NULL AND child IS DISTINCT FROM %(child)s
"""


def keep_child_first(cursor: Any, subject_id: UUID) -> None:
    """Marks the live grants of somebody who may be a child; unknown and disputed ages are listed with the children."""
    cursor.execute(_AGE, [subject_id])
    row = cursor.fetchone()
    if row is None:
        return
    today = profile.current().day(system_clock())
    basis, low, on, high = row
    is_listed = AgeFacts(basis, low, on, today, high).may_be_child is not False
    cursor.execute(_KEEP, {"child": is_listed, "case": subject_id})
