"""Duties on the person's consulate: she is told of her right, and a lawyer speaks first where she fears it."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.cases.facts import StandingFacts
from tutela.engine.rules import duty, on
from tutela.guidelines.g02_identification.actions import PresumeTrafficked
from tutela.guidelines.g02_identification.asylum_actions import AskForAsylum
from tutela.guidelines.g02_identification.decision_actions import DecideConclusive, DecideReasonableGrounds
from tutela.guidelines.g02_identification.facts import AsylumFacts
from tutela.guidelines.g04_law.actions import AssertRisk

from .care_actions import InformPerson
from .consulate_actions import AdviseOnContact, RecordContactWish
from .contact_actions import DeathRecorded
from .understanding import understood
from .words import SaidThrough, Topic


def _may_be_told(action: PresumeTrafficked, asylum: AsylumFacts) -> bool:
    """Nobody speaks of a consulate to who asks for asylum or fears to go back."""
    return not asylum.protects


def _yes_and_may_be_told(action: DecideReasonableGrounds, asylum: AsylumFacts) -> bool:
    return action.positive and not asylum.protects


def _explains_it(action: InformPerson, standing: StandingFacts) -> bool:
    return Topic.CONSULATE in action.topics and understood(action, standing)


def _wants_what_she_fears(action: RecordContactWish, asylum: AsylumFacts) -> bool:
    return action.wants and action.said_through is not SaidThrough.STAFF_ONLY and asylum.protects


def _wants_no_more(action: RecordContactWish) -> bool:
    return not action.wants


consular_information = duty(
    "consular_information",
    provisions=["G6.3"],
    starts=on(PresumeTrafficked, when=_may_be_told)
    + on(DecideReasonableGrounds, DecideConclusive, when=_yes_and_may_be_told),
    owed_by=Sector.PROTECTION,
    within="consular_information",
    met_by=on(InformPerson, when=_explains_it),
    lapses=on(AskForAsylum, AssertRisk, DeathRecorded),
    once=True,
    doc="The right to reach her consulate, and that nobody else will, explained in a language that she understands.",
)

contact_advice = duty(
    "contact_advice",
    provisions=["G6.3", "G1.6"],
    starts=on(RecordContactWish, when=_wants_what_she_fears),
    owed_by=Sector.LEGAL_AID,
    within="contact_advice",
    met_by=on(AdviseOnContact),
    declined_by=on(RecordContactWish, when=_wants_no_more),
    compartment="status",
    doc="Before anybody contacts authorities that she fears, a lawyer of her own explains what it could bring.",
)
