"""Duties on staying: time to recover, the stay of a removal, and its review."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.cases.facts import StandingFacts
from tutela.cases.words import FileKind
from tutela.engine.rules import duty, on
from tutela.guidelines.g02_identification.actions import PresumeTrafficked
from tutela.guidelines.g02_identification.decision_actions import (
    Decide,
    DecideConclusive,
    DecideReasonableGrounds,
    DecideReconsideration,
)

from .actions import AssertRisk, GrantRecoveryPeriod, RecordStayOfRemoval, RemovalOrdered, ReviewStay
from .facts import PresumptionFacts, StayFacts
from .words import ReviewOutcome


def _nothing_is_stayed_yet(
    action: PresumeTrafficked | AssertRisk, stay: StayFacts, standing: StandingFacts
) -> bool:
    """A file that stays with one organisation is none of the immigration authority's business."""
    return stay.stay_holds is not True and standing.file_kind != FileKind.NGO_ONLY


def _goes_against_protection(action: RemovalOrdered, presumption: PresumptionFacts, stay: StayFacts) -> bool:
    return presumption.protects or stay.risk_asserted is not False or stay.recovery_runs is not False


def _gives_time_to_recover(action: Decide | DecideReconsideration, stay: StayFacts) -> bool:
    positive = action.positive if isinstance(action, Decide) else not action.upheld
    return positive and stay.recovery_runs is not True


def _goes_on(action: ReviewStay) -> bool:
    return action.outcome is ReviewOutcome.GOES_ON


def _ends(action: ReviewStay) -> bool:
    return action.outcome is ReviewOutcome.ENDS


stay_of_removal = duty(
    "stay_of_removal",
    provisions=["G4.6"],
    starts=on(PresumeTrafficked, AssertRisk, when=_nothing_is_stayed_yet)
    + on(RemovalOrdered, when=_goes_against_protection),
    owed_by=Sector.IMMIGRATION,
    within="stay_of_removal",
    met_by=on(RecordStayOfRemoval),
    compartment="status",
    doc="Any removal is stayed, from the presumption on or as soon as danger is asserted.",
)

recovery_period_granted = duty(
    "recovery_period_granted",
    provisions=["G4.6", "P8"],
    starts=on(
        DecideReasonableGrounds,
        DecideConclusive,
        DecideReconsideration,
        when=_gives_time_to_recover,
    ),
    owed_by=Sector.COMPETENT_AUTHORITY,
    within="recovery_period_granted",
    met_by=on(GrantRecoveryPeriod),
    once=True,
    compartment="status",
    doc="Time to recover and to think is granted, whatever the person decides about proceedings.",
)

recovery_period = duty(
    "recovery_period",
    provisions=["G4.6", "P8"],
    starts=on(GrantRecoveryPeriod),
    owed_by=Sector.COMPETENT_AUTHORITY,
    within="recovery_reflection",
    met_by=on(ReviewStay, when=_ends),
    happens=on(DecideConclusive),
    compartment="status",
    doc="Time to recover runs: help without duty to cooperate, and no removal. Its end opens a review.",
)

stay_review = duty(
    "stay_review",
    provisions=["G4.6"],
    starts=on(RecordStayOfRemoval) + on(ReviewStay, when=_goes_on),
    owed_by=Sector.IMMIGRATION,
    within="removal_stay_review",
    met_by=on(ReviewStay),
    compartment="status",
    doc="The stay of a removal is looked at again; it never ends by itself.",
)
