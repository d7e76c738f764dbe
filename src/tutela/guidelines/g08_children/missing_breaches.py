"""A breach against a child who was missing."""

from __future__ import annotations

from tutela.cases.facts import AgeFacts
from tutela.engine.rules import breach, on
from tutela.guidelines.g05_enforcement.conditions import is_seen_free
from tutela.guidelines.g05_enforcement.custody_actions import DetentionFound, ReleaseRecorded
from tutela.guidelines.g05_enforcement.words import HeldFor


@breach(DetentionFound, provisions=["P10", "G8.3", "G2.6"], ended_by=on(ReleaseRecorded, when=is_seen_free))
def child_held_for_having_gone(action: DetentionFound, age: AgeFacts) -> bool:
    """Somebody who may be a child was held for having been missing."""
    return action.held_for is HeldFor.WENT_MISSING and age.may_be_child is not False
