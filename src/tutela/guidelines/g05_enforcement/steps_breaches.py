"""Breaches in steps that touch a person."""

from __future__ import annotations

from tutela.engine.rules import breach, on
from tutela.guidelines.g06_protection.care_actions import ProtectPerson

from .steps_actions import StepTaken


@breach(StepTaken, provisions=["G5.1", "G6.4"], ended_by=on(ProtectPerson))
def a_step_did_harm(action: StepTaken) -> bool:
    """An interview, a hearing or another step hurt the person."""
    return bool(action.harm)
