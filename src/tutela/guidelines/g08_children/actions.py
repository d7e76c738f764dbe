"""What can be done for a child, by matter."""

from __future__ import annotations

from . import (
    age_actions,
    bia_actions,
    care_actions,
    guardian_actions,
    help_actions,
    missing_actions,
    staff_actions,
)

__all__ = [
    "age_actions",
    "bia_actions",
    "care_actions",
    "guardian_actions",
    "help_actions",
    "missing_actions",
    "staff_actions",
]
