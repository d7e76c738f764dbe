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
from tutela.guidelines.g05_enforcement.inquiry_actions import InvestigationEnded, OpenInvestigation
from tutela.guidelines.g05_enforcement.words import EndedBecause
from tutela.guidelines.g06_protection.care_duties import DEAD
from tutela.guidelines.g06_protection.care_facts import LifeFacts
from tutela.guidelines.g06_protection.contact_actions import ContactAgain

from .actions import AssertRisk, GrantRecoveryPeriod, RecordStayOfRemoval, RemovalOrdered, ReviewStay
from .facts import PermitFacts, PresumptionFacts, StayFacts
from .permit_actions import (
    AskForPermit,
    EndPermit,
    PermitGranted,
    PermitRefused,
    RecordCooperation,
    RecordRightToStay,
)
from .words import ReviewOutcome


def _nothing_is_stayed_yet(
    action: PresumeTrafficked | AssertRisk, stay: StayFacts, standing: StandingFacts, permit: PermitFacts
) -> bool:
    """A file that stays with one organisation is none of the immigration authority's business; nor is a citizen."""
    return (
        stay.stay_holds is not True and standing.file_kind != FileKind.NGO_ONLY and permit.citizen is not True
    )


def _lives_and_nothing_is_stayed(
    action: ContactAgain, life: LifeFacts, stay: StayFacts, standing: StandingFacts, permit: PermitFacts
) -> bool:
    """Whoever was thought dead is heard from again: nobody removes them either."""
    of_presumption = stay.stay_holds is not True and standing.file_kind != FileKind.NGO_ONLY
    protected = standing.is_protected is not False
    return life.has_died is not False and of_presumption and permit.citizen is not True and protected


def _is_a_citizen(action: RecordRightToStay) -> bool:
    return action.citizen is True


def _needs_a_permit(
    action: OpenInvestigation | RecordCooperation | AskForPermit,
    standing: StandingFacts,
    permit: PermitFacts,
    life: LifeFacts,
) -> bool:
    """Nobody's business in a file of one organisation, unless the person herself has turned to the authorities."""
    stays_inside = standing.file_kind == FileKind.NGO_ONLY and isinstance(action, OpenInvestigation)
    begins = not isinstance(action, RecordCooperation) or action.cooperates
    return begins and permit.is_needed and not stays_inside and life.has_died is not True


def _while_proceedings_run(action: PermitRefused | EndPermit, permit: PermitFacts) -> bool:
    return permit.citizen is not True and (permit.proceedings is not False or permit.cooperates is True)


def _without_a_trial(action: InvestigationEnded) -> bool:
    """Nothing goes on before a court."""
    return action.because is not EndedBecause.SENT_TO_COURT


def _has_an_end(action: PermitGranted) -> bool:
    return action.until is not None


def _goes_against_protection(action: RemovalOrdered, presumption: PresumptionFacts, stay: StayFacts) -> bool:
    return presumption.protects or stay.risk_asserted is not False or stay.recovery_runs is not False


def _gives_time_to_recover(action: Decide | DecideReconsideration, stay: StayFacts, life: LifeFacts) -> bool:
    positive = action.positive if isinstance(action, Decide) else not action.upheld
    return positive and stay.recovery_runs is not True and life.has_died is not True


def _goes_on(action: ReviewStay) -> bool:
    return action.outcome is ReviewOutcome.GOES_ON


def _ends(action: ReviewStay) -> bool:
    return action.outcome is ReviewOutcome.ENDS


stay_of_removal = duty(
    "stay_of_removal",
    provisions=["G4.6"],
    starts=on(PresumeTrafficked, AssertRisk, when=_nothing_is_stayed_yet)
    + on(RemovalOrdered, when=_goes_against_protection)
    + on(ContactAgain, when=_lives_and_nothing_is_stayed),
    owed_by=Sector.IMMIGRATION,
    within="stay_of_removal",
    met_by=on(RecordStayOfRemoval),
    lapses=on(RecordRightToStay, when=_is_a_citizen) + DEAD,
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
    lapses=DEAD,
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
    lapses=DEAD,
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
    lapses=on(RecordRightToStay, when=_is_a_citizen) + DEAD,
    on_day="until",
    compartment="status",
    doc="The stay of a removal is looked at again; it never ends by itself.",
)

residence_for_proceedings = duty(
    "residence_for_proceedings",
    provisions=["P9", "G4.7"],
    starts=on(OpenInvestigation, RecordCooperation, when=_needs_a_permit)
    + on(PermitRefused, EndPermit, when=_while_proceedings_run),
    owed_by=Sector.IMMIGRATION,
    within="residence_decision",
    met_by=on(PermitGranted),
    lapses=on(InvestigationEnded, when=_without_a_trial) + on(RecordRightToStay, when=_is_a_citizen),
    compartment="status",
    doc="A right to stay for as long as proceedings last; helping them, or stopping, takes nothing away.",
)

permit_decided = duty(
    "permit_decided",
    provisions=["P9"],
    starts=on(AskForPermit, when=_needs_a_permit),
    owed_by=Sector.IMMIGRATION,
    within="residence_decision",
    met_by=on(PermitGranted, PermitRefused),
    lapses=on(RecordRightToStay, when=_is_a_citizen) + DEAD,
    compartment="status",
    doc="A permit that was asked for is decided, with reasons.",
)

permit_renewed = duty(
    "permit_renewed",
    provisions=["P9", "G4.7"],
    starts=on(PermitGranted, when=_has_an_end),
    owed_by=Sector.IMMIGRATION,
    within="permit_renewal",
    met_by=on(PermitGranted),
    lapses=on(PermitRefused, EndPermit) + on(RecordRightToStay, when=_is_a_citizen),
    compartment="status",
    on_day="renew_by",
    doc="A permit is renewed before it runs out; whoever is to ask for it is told ahead.",
)
