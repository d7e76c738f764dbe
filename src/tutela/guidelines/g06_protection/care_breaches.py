"""Breaches of care over time: care without a yes, and people kept in."""

from __future__ import annotations

from datetime import date

from tutela.agencies.facts import AuthorFacts
from tutela.engine import profile
from tutela.engine.rules import breach, on

from .care_actions import AcceptService, ProposeExamination, ServiceGiven, ToldAfterwards
from .care_facts import CareFacts
from .care_words import RESTRICTIONS, Incident
from .house_actions import IncidentHappened, StateHouseRule
from .words import BODY_AND_MIND, ServiceKind


@breach(
    ServiceGiven,
    provisions=["G6.2"],
    ended_by=on(AcceptService, ProposeExamination, ToldAfterwards),
    compartment="health",
)
def care_without_a_yes(action: ServiceGiven, care: CareFacts) -> bool:
    """Care to body or mind was given without a yes in force, and without an emergency on file."""
    if action.service not in BODY_AND_MIND or action.agreed is True:
        return False
    agreed = care.medical if action.service is ServiceKind.MEDICAL else care.psychological
    return action.agreed is False or agreed is not True


#: Value of the profile: restrictions that a law admits in a house, each with its ground.
ADMITTED = "house_restrictions"


def rests_on_law(incident: Incident, ground: str | None, today: date | None) -> bool:
    """The profile admits this restriction, on this very ground. What it does not name is admitted by nothing."""
    if ground is None or today is None:
        return False
    admitted = profile.current().value(ADMITTED, today).get(incident.value, "")
    return bool(admitted) and _plain(ground) == _plain(admitted)


def _plain(ground: str) -> str:
    return " ".join(ground.split()).casefold()


def _lifted(action: StateHouseRule) -> bool:
    return action.lifted


def _is_lifted(action: IncidentHappened) -> bool:
    return action.incident is Incident.RESTRICTION_LIFTED


@breach(StateHouseRule, provisions=["G1.5", "G6.1"], ended_by=on(StateHouseRule, when=_lifted), ref="rule")
def a_house_restricts_people(action: StateHouseRule, author: AuthorFacts) -> bool:
    """A house keeps people in, or from their telephone, papers or visitors, on no ground that the profile admits."""
    if action.lifted or action.rule not in RESTRICTIONS:
        return False
    return not rests_on_law(action.rule, action.legal_basis, author.today)


@breach(
    IncidentHappened,
    provisions=["G1.5", "G6.1"],
    ended_by=on(IncidentHappened, when=_is_lifted),
    compartment="whereabouts",
)
def kept_in_a_house(action: IncidentHappened, author: AuthorFacts) -> bool:
    """The person was kept in, or from telephone, papers or visitors, on no ground that the profile admits."""
    restricts = action.incident in RESTRICTIONS
    return restricts and not rests_on_law(action.incident, action.legal_basis, author.today)


@breach(IncidentHappened, provisions=["P8", "G6.6"], compartment="whereabouts")
def hurt_by_who_should_help(action: IncidentHappened) -> bool:
    """Somebody who works in the house hurt the person."""
    return action.incident is Incident.HURT_BY_STAFF
