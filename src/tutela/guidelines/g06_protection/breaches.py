"""Breaches of protection: what must never happen, and is seen when it does."""

from __future__ import annotations

from tutela.engine.rules import breach, on

from .care_actions import OfferService, ServiceGiven, ServiceWasWithheld
from .words import HARMLESS, Because


@breach(ServiceWasWithheld, provisions=["P8", "G6.1"], ended_by=on(OfferService, ServiceGiven))
def help_withheld(action: ServiceWasWithheld) -> bool:
    """Help that was withheld, cut or ended as a condition, or for a reason that nobody knows."""
    return action.because not in HARMLESS and action.because is not Because.DANGER_TO_OTHERS
