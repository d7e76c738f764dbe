"""Duties of protection: what is owed from the presumption on, by a clock, whether or not the person cooperates."""

from __future__ import annotations

from collections.abc import Callable

from tutela.agencies.words import Sector
from tutela.cases.actions import ReviewUrgentAct
from tutela.cases.facts import StandingFacts
from tutela.engine.rules import ACTOR, duty, named_in, on
from tutela.guidelines.g02_identification.actions import PresumeTrafficked
from tutela.guidelines.g02_identification.decision_actions import (
    DecideConclusive,
    DecideReasonableGrounds,
    is_positive,
)

from . import care_duties, conference_duties, consulate_duties, return_duties
from .actions import AcceptPlace, DeclinePlace, EndStay, OfferPlace, PlaceTonight, StayRanOut
from .care_actions import (
    DeclineService,
    EmergencyTreatment,
    EndService,
    InformPerson,
    OfferService,
    ProtectPerson,
    ServiceGiven,
    ServiceWasWithheld,
    ThreatReported,
    ToldAfterwards,
)
from .care_duties import DEAD
from .contact_actions import PlaceWanted, TraffickedAgain
from .ending_actions import OfferRanOut
from .facts import HelpFacts, RoofFacts
from .understanding import understood
from .words import HARMLESS, HERS, ServiceKind, Topic

__all__ = ["care_duties", "conference_duties", "consulate_duties", "return_duties"]


#: Food, clothes and what else is needed first, together or one by one.
BASICS = (ServiceKind.MATERIAL, ServiceKind.FOOD, ServiceKind.CLOTHES)


PRESUMED = on(PresumeTrafficked) + on(DecideReasonableGrounds, DecideConclusive, when=is_positive)


def _understood_rights(action: InformPerson, standing: StandingFacts) -> bool:
    return Topic.RIGHTS in action.topics and understood(action, standing)


def _understood_remedies(action: InformPerson, standing: StandingFacts) -> bool:
    return Topic.REMEDIES in action.topics and understood(action, standing)


def _material(action: ServiceGiven) -> bool:
    return action.service in (*BASICS, ServiceKind.MEDICAL, ServiceKind.TRANSPORT)


def _basics(action: ServiceGiven) -> bool:
    return action.service in BASICS


def _medical(action: OfferService) -> bool:
    return action.service is ServiceKind.MEDICAL


def _psychological(action: OfferService) -> bool:
    return action.service is ServiceKind.PSYCHOLOGICAL


def _legal(action: ServiceGiven) -> bool:
    return action.service is ServiceKind.LEGAL


def _declines(*kinds: ServiceKind) -> Callable[[DeclineService, HelpFacts], bool]:
    def declined(action: DeclineService, help_: HelpFacts) -> bool:
        return help_.kind in kinds

    return declined


def _no_place_follows(
    action: PlaceTonight | StayRanOut | OfferRanOut | PlaceWanted | TraffickedAgain, roof: RoofFacts
) -> bool:
    """She has taken no other place from tonight or tomorrow on."""
    return not roof.stays


def _leaves_her_without(action: EndStay, roof: RoofFacts) -> bool:
    """The stay ends, not by her word, and she sleeps in no other place yet."""
    return action.because not in HERS and (roof.stays is None or roof.stays <= 1)


def _by_her_word(action: EndStay) -> bool:
    return action.because in HERS


def _ends_from_outside(action: EndService) -> bool:
    return action.because not in HARMLESS


urgent_needs = duty(
    "urgent_needs",
    provisions=["P8", "G2.1"],
    starts=on(PresumeTrafficked),
    owed_by=ACTOR,
    within="urgent_needs",
    met_by=on(ServiceGiven, when=_material),
    declined_by=on(DeclineService, when=_declines(ServiceKind.MATERIAL, ServiceKind.MEDICAL)),
    once=True,
    lapses=DEAD,
    doc="Whoever presumes it sees to food, warmth, a doctor and safety first.",
)
shelter = duty(
    "shelter",
    provisions=["G6.1", "P8", "P2"],
    starts=PRESUMED,
    owed_by=Sector.SHELTER,
    within="shelter",
    met_by=on(AcceptPlace, PlaceTonight),
    declined_by=on(DeclinePlace),
    once=True,
    lapses=DEAD,
    doc="A safe and open place to stay, free of any condition.",
)
next_place = duty(
    "next_place",
    provisions=["G6.1", "P8"],
    starts=on(PlaceTonight, StayRanOut, PlaceWanted, TraffickedAgain, when=_no_place_follows)
    + on(EndStay, when=_leaves_her_without),
    owed_by=Sector.SHELTER,
    within="shelter",
    met_by=on(AcceptPlace),
    declined_by=on(DeclinePlace),
    lapses=on(EndStay, when=_by_her_word) + DEAD,
    doc="After a bed for tonight, or a stay that ended, the next place: nobody drops out between two houses.",
)
information = duty(
    "information",
    provisions=["G4.8", "G6.5"],
    starts=PRESUMED,
    owed_by=ACTOR,
    within="information",
    met_by=on(InformPerson, when=_understood_rights),
    once=True,
    lapses=DEAD,
    doc="One's rights, explained in a language that the person understands.",
)
immediate_needs = duty(
    "immediate_needs",
    provisions=["G4.8", "P8", "P2"],
    starts=PRESUMED,
    owed_by=Sector.PROTECTION,
    within="immediate_needs",
    met_by=on(ServiceGiven, when=_basics),
    declined_by=on(DeclineService, when=_declines(ServiceKind.MATERIAL, ServiceKind.MONEY)),
    once=True,
    lapses=DEAD,
    doc="Clothes, food, money for the first days.",
)
health_offer = duty(
    "health_offer",
    provisions=["P8", "G6.2"],
    starts=PRESUMED,
    owed_by=Sector.HEALTH,
    within="health_offer",
    met_by=on(OfferService, when=_medical),
    once=True,
    lapses=DEAD,
    doc="Physical care is offered; nothing is forced.",
)
counselling_offer = duty(
    "counselling_offer",
    provisions=["P8", "G6.2"],
    starts=PRESUMED,
    owed_by=Sector.HEALTH,
    within="health_offer",
    met_by=on(OfferService, when=_psychological),
    once=True,
    lapses=DEAD,
    doc="Psychological care is offered; nothing is forced.",
)
legal_help = duty(
    "legal_help",
    provisions=["G4.8", "G6.5"],
    starts=PRESUMED,
    owed_by=Sector.LEGAL_AID,
    within="legal_help",
    met_by=on(ServiceGiven, when=_legal),
    declined_by=on(DeclineService, when=_declines(ServiceKind.LEGAL)),
    once=True,
    lapses=DEAD,
    doc="A lawyer of one's own, who speaks a language that the person understands.",
)
remedies_explained = duty(
    "remedies_explained",
    provisions=["P17", "G9.2"],
    starts=on(DecideReasonableGrounds, DecideConclusive, when=is_positive),
    owed_by=Sector.LEGAL_AID,
    within="remedies_information",
    met_by=on(InformPerson, when=_understood_remedies),
    once=True,
    lapses=DEAD,
    doc="Wages, damages and what else can be claimed, explained in a language that the person understands.",
)
help_offered_again = duty(
    "help_offered_again",
    provisions=["P8", "G6.2"],
    starts=on(DeclineService),
    owed_by=ACTOR,
    within="offered_again",
    met_by=on(OfferService),
    lapses=DEAD,
    doc="Help that the person declined is offered again: their no today is not a no for ever.",
)
offered_again = duty(
    "offered_again",
    provisions=["P8", "G6.1"],
    starts=on(DeclinePlace),
    owed_by=ACTOR,
    within="offered_again",
    met_by=on(OfferPlace),
    lapses=DEAD,
    doc="A place that the person declined is offered again: their no today is not a no for ever.",
)
offer_followed_up = duty(
    "offer_followed_up",
    provisions=["G6.1", "P8"],
    starts=on(OfferRanOut, when=_no_place_follows),
    owed_by=named_in("offered_by"),
    within="offer_followed_up",
    met_by=on(OfferPlace, AcceptPlace, PlaceTonight),
    declined_by=on(DeclinePlace),
    lapses=on(EndStay, when=_by_her_word),
    doc="An offer that nobody answered is asked about again: silence is no refusal.",
)
service_restored = duty(
    "service_restored",
    provisions=["P8"],
    starts=on(ServiceWasWithheld) + on(EndService, when=_ends_from_outside),
    owed_by=Sector.PROTECTION,
    within="service_restored",
    met_by=on(ServiceGiven, OfferService),
    ref="service",
    lapses=DEAD,
    doc="Help that was withheld, or that ended though the person had not asked for it, is given back.",
)
protection_after_threat = duty(
    "protection_after_threat",
    provisions=["G6.6", "G5.8"],
    starts=on(ThreatReported),
    owed_by=Sector.PROTECTION,
    within="protection_after_threat",
    met_by=on(ProtectPerson),
    ref="threat",
    compartment="whereabouts",
    lapses=DEAD,
    doc="A threat is answered at once.",
)
told_afterwards = duty(
    "told_afterwards",
    provisions=["G6.2"],
    starts=on(EmergencyTreatment),
    owed_by=ACTOR,
    within="emergency_told_afterwards",
    met_by=on(ToldAfterwards),
    ref="health_record",
    compartment="health",
    lapses=DEAD,
    doc="Somebody treated without being able to consent is told of it afterwards.",
)
urgent_review = duty(
    "urgent_review",
    provisions=["P10", "G6.1"],
    starts=on(PlaceTonight),
    owed_by=Sector.COORDINATION,
    within="urgent_act_review",
    met_by=on(ReviewUrgentAct),
    doc="An urgent protective act is looked at: was it needed, was it the least.",
)
