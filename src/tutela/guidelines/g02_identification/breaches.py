"""Breaches on asylum: removals ordered or carried out although the way was open."""

from __future__ import annotations

from tutela.engine.rules import breach, on
from tutela.guidelines.g04_law.actions import RecordStayOfRemoval, RemovalCarriedOut, RemovalOrdered

from .facts import AsylumFacts


@breach(RemovalOrdered, provisions=["G1.6", "G2.7"], ended_by=on(RecordStayOfRemoval), compartment="status")
def removal_ordered_against_asylum(action: RemovalOrdered, asylum: AsylumFacts) -> bool:
    """A removal was ordered of somebody whose way to asylum is open."""
    return asylum.open is not False


@breach(RemovalCarriedOut, provisions=["G1.6", "G2.7", "P11"], compartment="status")
def removed_against_asylum(action: RemovalCarriedOut, asylum: AsylumFacts) -> bool:
    """Somebody whose way to asylum was open was taken out of the country."""
    return asylum.open is not False
