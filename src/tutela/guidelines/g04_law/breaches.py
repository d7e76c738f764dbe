"""Breaches on staying: removals ordered or carried out all the same."""

from __future__ import annotations

from tutela.agencies.facts import AuthorFacts
from tutela.engine import profile
from tutela.engine.rules import breach, on

from .actions import RecordStayOfRemoval, RemovalCarriedOut, RemovalOrdered
from .facts import HatsFacts, PresumptionFacts, StayFacts
from .permit_actions import PermitGranted, PermitRefused, RemovalOrderLifted
from .words import FOR_BEING_TRAFFICKED, FOR_NOT_COOPERATING, PermitBecause, PermitDecision

#: Value of the profile: casework on residence is kept apart from enforcement.
SPLIT = "casework_split_from_enforcement"


def _something_stands_against_it(presumption: PresumptionFacts, stay: StayFacts) -> bool:
    return (
        presumption.protects
        or stay.risk_asserted is not False
        or stay.recovery_runs is not False
        or stay.stay_holds is not False
    )


@breach(
    RemovalOrdered,
    provisions=["G4.6", "P7"],
    ended_by=on(RecordStayOfRemoval, RemovalOrderLifted),
    compartment="status",
)
def removal_ordered_all_the_same(
    action: RemovalOrdered, presumption: PresumptionFacts, stay: StayFacts
) -> bool:
    """A removal was ordered of somebody who is protected from it."""
    return _something_stands_against_it(presumption, stay)


@breach(RemovalCarriedOut, provisions=["G4.6", "P7", "P11"], compartment="status")
def removed_all_the_same(action: RemovalCarriedOut, presumption: PresumptionFacts, stay: StayFacts) -> bool:
    """Somebody who is protected from it was taken out of the country."""
    return _something_stands_against_it(presumption, stay)


def whose_hats(action: RemovalOrdered | RemovalCarriedOut, hats: HatsFacts) -> str | None:
    """The agency that wears both."""
    return hats.agency


@breach(
    RemovalOrdered,
    RemovalCarriedOut,
    provisions=["G4.6", "G6.6"],
    ended_by=on(RemovalOrderLifted),
    compartment="status",
    by=whose_hats,
)
def casework_not_split(
    action: RemovalOrdered | RemovalCarriedOut, hats: HatsFacts, author: AuthorFacts
) -> bool:
    """Who does the casework on her stay also removes her, where the profile asks that the two are apart."""
    here = profile.current()
    asks = author.today is None or here.flag(SPLIT, author.today)
    return asks and hats.wears_both


@breach(PermitRefused, provisions=["P8", "G4.7"], ended_by=on(PermitGranted), compartment="status")
def permit_lost_for_not_cooperating(action: PermitRefused) -> bool:
    """The right to stay was refused or taken because the person did not cooperate; no reason given counts."""
    no_reason = action.decision is PermitDecision.WITHDRAWN and action.because is PermitBecause.UNKNOWN
    return no_reason or action.because in FOR_NOT_COOPERATING


@breach(PermitRefused, provisions=["P7", "G4.7"], ended_by=on(PermitGranted), compartment="status")
def permit_lost_for_having_been_trafficked(action: PermitRefused) -> bool:
    """The right to stay was refused or taken for what the trafficking brought about: an entry, a conviction."""
    return action.because in FOR_BEING_TRAFFICKED
