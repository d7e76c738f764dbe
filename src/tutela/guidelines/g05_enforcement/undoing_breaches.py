"""Breaches by what weighs on the person: an entry ban, a record, a fine, a debt to the State."""

from __future__ import annotations

from tutela.engine.rules import breach, on
from tutela.guidelines.g04_law.facts import PresumptionFacts

from .undoing_actions import BurdenFound, UndoingMoved
from .undoing_conditions import burdened_by_the_state, is_undone


@breach(BurdenFound, provisions=["P7"], ended_by=on(UndoingMoved, when=is_undone), ref="undoing")
def burdened_all_the_same(action: BurdenFound, presumption: PresumptionFacts) -> bool:
    """Somebody presumed trafficked carries an entry ban, a record, a fine or a debt to the State from that time."""
    return burdened_by_the_state(action, presumption)
