"""Breaches on remedies: refused on a ground that is none; sent away while a claim was open."""

from __future__ import annotations

from tutela.engine.rules import breach, on
from tutela.guidelines.g04_law.actions import RecordStayOfRemoval, RemovalCarriedOut, RemovalOrdered
from tutela.guidelines.g04_law.permit_actions import RemovalOrderLifted

from .actions import ClaimMoved
from .conditions import is_refused_improperly, was_awarded
from .facts import ClaimsFacts


@breach(ClaimMoved, provisions=["P17", "G9.1"], ended_by=on(ClaimMoved, when=was_awarded), ref="claim")
def remedy_refused_improperly(action: ClaimMoved) -> bool:
    """A remedy was refused for being irregular, not testifying, sex work or having agreed; or without a reason."""
    return is_refused_improperly(action)


@breach(
    RemovalOrdered,
    provisions=["G9.3", "P17"],
    ended_by=on(RecordStayOfRemoval, RemovalOrderLifted),
    compartment="status",
)
def removal_ordered_while_claiming(action: RemovalOrdered, claims: ClaimsFacts) -> bool:
    """A removal was ordered of somebody whose claim is open."""
    return claims.any_is_open


@breach(RemovalCarriedOut, provisions=["G9.3", "P17"], compartment="status")
def removed_while_claiming(action: RemovalCarriedOut, claims: ClaimsFacts) -> bool:
    """Somebody was taken out of the country while a claim was open."""
    return claims.any_is_open
