"""Breaches of protection: what must never happen, and is seen when it does."""

from __future__ import annotations

from datetime import timedelta

from tutela.engine import profile
from tutela.engine.rules import breach, on

from . import care_breaches, conference_breaches, consulate_breaches, return_breaches
from .actions import AcceptPlace, EndStay, PlaceTonight
from .care_actions import EmergencyTreatment, OfferService, ServiceGiven, ServiceWasWithheld, ToldAfterwards
from .ending_actions import UrgentTimeOver
from .ending_facts import TonightFacts
from .facts import RoofFacts
from .words import EMERGENCIES, HARMLESS, HERS, Because

__all__ = ["care_breaches", "conference_breaches", "consulate_breaches", "return_breaches"]

#: Term of the profile: after so long, a bed for tonight is no emergency any more but the way somebody is kept.
LIMIT = "urgent_act_limit"


@breach(ServiceWasWithheld, provisions=["P8", "G6.1"], ended_by=on(OfferService, ServiceGiven), ref="service")
def help_withheld(action: ServiceWasWithheld) -> bool:
    """Help that was withheld, cut or ended as a condition, or for a reason that nobody knows."""
    return action.because not in HARMLESS and action.because is not Because.DANGER_TO_OTHERS


def left_by_her_word(action: EndStay) -> bool:
    """The person wanted to leave."""
    return action.because in HERS


@breach(
    PlaceTonight,
    UrgentTimeOver,
    provisions=["P10", "G6.1"],
    ended_by=on(AcceptPlace) + on(EndStay, when=left_by_her_word),
    compartment="whereabouts",
)
def night_after_night(action: PlaceTonight | UrgentTimeOver, roof: RoofFacts, tonight: TonightFacts) -> bool:
    """Somebody is given a bed for tonight again and again, or beyond its time, and no place of their own.

    The bed itself is never refused: nobody sleeps outside for a rule's sake.
    """
    if roof.urgent_is_open is True:
        return False
    if isinstance(action, UrgentTimeOver):
        return tonight.urgent is not False and tonight.own is not True
    if roof.urgent_hours is None or roof.now is None:
        return True
    here, since = profile.current(), roof.now - timedelta(hours=roof.urgent_hours)
    length = here.term(LIMIT, here.day(roof.now)).length
    return length is not None and roof.now >= here.calendar.add(since, length)


@breach(
    EmergencyTreatment,
    provisions=["G6.2"],
    ended_by=on(ToldAfterwards),
    ref="health_record",
    compartment="health",
)
def examined_without_an_emergency(action: EmergencyTreatment) -> bool:
    """A test, a forensic examination or an assessment of age was made on somebody who could not say yes or no."""
    return action.examination not in EMERGENCIES
