"""What charges, detention, convictions and hand-overs make somebody owe; the investigation nobody need ask for."""

from __future__ import annotations

from datetime import datetime

from tutela.agencies.words import Sector
from tutela.cases.facts import StandingFacts
from tutela.cases.words import FileKind
from tutela.engine.actions import Action
from tutela.engine.rules import duty, on, sector_named_in
from tutela.guidelines.g02_identification.actions import AskForRecognition, PresumeTrafficked
from tutela.guidelines.g02_identification.decision_actions import DecideConclusive, DecideReasonableGrounds
from tutela.guidelines.g04_law.actions import RECOVERY, GrantRecoveryPeriod, ReviewStay
from tutela.guidelines.g04_law.facts import StayFacts
from tutela.guidelines.g04_law.words import ReviewOutcome
from tutela.guidelines.g06_protection.care_actions import ProtectPerson, ServiceGiven, ThreatReported
from tutela.guidelines.g06_protection.care_duties import DEAD
from tutela.guidelines.g06_protection.care_facts import LifeFacts
from tutela.guidelines.g06_protection.words import ServiceKind

from . import custody_duties, enquiry_duties, pursuit_duties, steps_duties, undoing_duties
from .actions import (
    AssessChargeLink,
    ChargeDropped,
    ChargeFound,
    ConvictionFound,
    ConvictionQuashed,
    FineFound,
    ProsecutorAnswered,
    SendLetter,
)
from .conditions import (
    RECOGNITIONS,
    custody_goes_on,
    drops_the_charge,
    ended_properly,
    goes_against_protection,
    is_held_and_protected,
    is_linked_after_all,
    is_not_linked,
    is_protected_and_only_said,
    is_seen_free,
    may_be_a_controller,
    says_yes,
    was_charged_before,
    was_convicted_before,
    was_held_before,
)
from .custody_actions import (
    CourtOrderedCustody,
    DetentionFound,
    ReleaseRecorded,
    ReviewCustody,
    WasHandedOver,
)
from .inquiry_actions import InvestigationEnded, InvestigationRefused, OpenInvestigation
from .steps_actions import PlanProtection
from .undoing_actions import UndoingMoved
from .undoing_conditions import undoes_a_conviction

__all__ = ["custody_duties", "enquiry_duties", "pursuit_duties", "steps_duties", "undoing_duties"]

_CHARGED = on(ChargeFound, FineFound, when=goes_against_protection) + on(
    *RECOGNITIONS, when=was_charged_before
)
_GONE = on(ChargeDropped) + on(ProsecutorAnswered, when=drops_the_charge)
_NOT_LINKED = on(AssessChargeLink, when=is_not_linked)
_LINKED_AFTER_ALL = on(AssessChargeLink, when=is_linked_after_all)

charge_link_assessed = duty(
    "charge_link_assessed",
    provisions=["P7", "G2.5"],
    starts=_CHARGED,
    owed_by=Sector.PROTECTION_OFFICE,
    within="charge_link_assessment",
    met_by=on(AssessChargeLink),
    lapses=_GONE,
    ref="charge_ref",
    doc="Somebody trained and independent of the prosecution assesses whether the charge is linked.",
)

letter_to_prosecutor = duty(
    "letter_to_prosecutor",
    provisions=["P7", "G2.5"],
    starts=_CHARGED + _LINKED_AFTER_ALL,
    owed_by=Sector.PROTECTION_OFFICE,
    within="letter_to_prosecutor",
    met_by=on(SendLetter),
    lapses=_GONE + _NOT_LINKED,
    ref="charge_ref",
    doc="The prosecutor gets the letter that asks to stop.",
)

charge_stopped = duty(
    "charge_stopped",
    provisions=["P7", "G2.5"],
    starts=_CHARGED + _LINKED_AFTER_ALL,
    owed_by=Sector.PROSECUTION,
    within="stop_harm",
    met_by=_GONE,
    lapses=_NOT_LINKED,
    ref="charge_ref",
    doc="The prosecution ends the charge, or the fine is taken back.",
)

letter_answered = duty(
    "letter_answered",
    provisions=["P7", "G2.5"],
    starts=on(SendLetter),
    owed_by=Sector.PROSECUTION,
    within="letter_answer",
    met_by=on(ProsecutorAnswered),
    lapses=on(ChargeDropped),
    ref="charge_ref",
    doc="The prosecution answers the letter, with clear reasons if it does not stop.",
)

quashing = duty(
    "quashing",
    provisions=["P7", "G2.5"],
    starts=on(ConvictionFound, when=goes_against_protection) + on(*RECOGNITIONS, when=was_convicted_before),
    owed_by=Sector.PROSECUTION,
    within="quashing",
    met_by=on(ConvictionQuashed) + on(UndoingMoved, when=undoes_a_conviction),
    lapses=_NOT_LINKED,
    ref="undoing",
    doc="The conviction is brought before the court to be quashed, and the record cleared.",
)

release = duty(
    "release",
    provisions=["P7", "G2.6"],
    starts=on(DetentionFound, when=is_held_and_protected)
    + on(*RECOGNITIONS, when=was_held_before)
    + on(CourtOrderedCustody, when=is_protected_and_only_said),
    owed_by=sector_named_in("keeper", Sector.DETENTION, agency="by_agency"),
    within="release",
    met_by=on(ReleaseRecorded, when=is_seen_free),
    lapses=DEAD,
    doc="The person is released; the hours are counted.",
)

custody_review = duty(
    "custody_review",
    provisions=["G2.6"],
    starts=on(CourtOrderedCustody) + on(ReviewCustody, when=custody_goes_on),
    owed_by=Sector.COURT,
    within="secure_care_review",
    met_by=on(ReviewCustody) + on(ReleaseRecorded, when=is_seen_free),
    doc="Custody that a court ordered is looked at again until it ends.",
)

made_safe = duty(
    "made_safe",
    provisions=["G5.1", "P8", "P2"],
    starts=on(WasHandedOver, when=may_be_a_controller),
    owed_by=Sector.POLICE,
    within="protection_after_threat",
    met_by=on(ProtectPerson),
    lapses=DEAD,
    doc="Whoever was given into a possible controller's hands is found and made safe.",
)


def _is_for_others_to_know(action: PresumeTrafficked, standing: StandingFacts) -> bool:
    """A file that stays with one organisation is not brought before the police, not even without a name."""
    return standing.file_kind != FileKind.NGO_ONLY


def _while_she_recovers(action: Action, stay: StayFacts) -> datetime | None:
    """Nobody looks into it in her time to recover and to think, unless they begin of their own accord."""
    return stay.recovery_until if stay.recovery_runs else None


def _ends_the_recovery(action: ReviewStay) -> bool:
    return action.outcome is ReviewOutcome.ENDS


investigation = duty(
    "investigation",
    provisions=["P2", "P13"],
    starts=on(PresumeTrafficked, when=_is_for_others_to_know)
    + on(AskForRecognition, ThreatReported, WasHandedOver, InvestigationRefused)
    + on(DetentionFound, when=is_held_and_protected)
    + on(ChargeFound, when=goes_against_protection)
    + on(DecideReasonableGrounds, DecideConclusive, when=says_yes),
    owed_by=Sector.POLICE,
    within="investigation_start",
    met_by=on(OpenInvestigation) + on(InvestigationEnded, when=ended_properly),
    pauses=on(GrantRecoveryPeriod),
    pause_within=RECOVERY,
    resumes=on(ReviewStay, when=_ends_the_recovery),
    starts_paused=_while_she_recovers,
    once=True,
    doc="Somebody looks into who trafficked the person, with or without a complaint.",
)


def _she_lives(action: OpenInvestigation, life: LifeFacts) -> bool:
    """Into a death it is looked all the same; what was for the person alone is owed to nobody any more."""
    return life.has_died is not True


def _a_lawyer(action: ServiceGiven) -> bool:
    return action.service is ServiceKind.LEGAL


help_in_proceedings = duty(
    "help_in_proceedings",
    provisions=["P9"],
    starts=on(OpenInvestigation, when=_she_lives),
    owed_by=Sector.LEGAL_AID,
    within="legal_help",
    met_by=on(ServiceGiven, when=_a_lawyer),
    lapses=DEAD,
    once=True,
    doc="A lawyer stands by the person from the moment an action against a suspect opens.",
)

protection_plan = duty(
    "protection_plan",
    provisions=["P9", "G5.8", "P2"],
    starts=on(OpenInvestigation, when=_she_lives),
    owed_by=Sector.PROTECTION,
    within="protection_plan",
    met_by=on(ProtectPerson, PlanProtection),
    lapses=DEAD,
    once=True,
    doc="The person is protected during and after proceedings against a suspect.",
)
