"""Guards on charges, detention and hand-over: nobody is punished or held for having been trafficked."""

from __future__ import annotations

from tutela.agencies.facts import AuthorFacts
from tutela.engine.rules import Reason, guard
from tutela.guidelines.g04_law.facts import PresumptionFacts

from . import enquiry_guards, steps_guards
from .actions import AssessChargeLink, BringCharge, SendLetter
from .custody_actions import DetainPerson, HandOver
from .facts import LinkFacts, link_training_holds
from .words import CHARGES, HOLDS_POWER, NOT_INDEPENDENT, STATUS_OFFENCES, Agreement, HeldFor

__all__ = ["enquiry_guards", "steps_guards"]


@guard(BringCharge, provisions=["P7", "G2.5"], instead=[AssessChargeLink, "refer_person"])
def no_charge_linked_to_the_trafficking(
    action: BringCharge, presumption: PresumptionFacts, links: LinkFacts
) -> Reason | None:
    """No charge against somebody presumed trafficked, unless found not linked by somebody trained and independent.

    What nobody has assessed, or what the assessor could not tell, counts as linked.
    """
    if not presumption.protects:
        return None
    if links.is_not_linked(action.charge_ref, action.offence):
        return None
    if action.offence in STATUS_OFFENCES:
        return Reason("charge.status")
    if links.finding(action.charge_ref, action.offence) is None:
        return Reason("charge.not_assessed")
    return Reason("charge.linked")


@guard(AssessChargeLink, provisions=["G2.5", "P7"], instead=["refer_person"])
def who_assesses_a_charge_is_trained(action: AssessChargeLink, author: AuthorFacts) -> Reason | None:
    """Only somebody whose training in assessing this link is in date says whether a charge is linked."""
    if link_training_holds(author.link_training_on, author.today):
        return None
    return Reason("link.training_out_of_date")


@guard(AssessChargeLink, provisions=["G2.5", "P7"], instead=["refer_person"])
def who_assesses_a_charge_is_independent(action: AssessChargeLink, author: AuthorFacts) -> Reason | None:
    """Nobody who charges, holds or removes people says whether a charge is linked, wherever they are employed."""
    charges = author.roles is None or any(author.has(role) for role in CHARGES)
    if charges or author.sector is None or author.sector in map(str, NOT_INDEPENDENT):
        return Reason("link.not_independent")
    return None


@guard(AssessChargeLink, provisions=["G2.5", "P7"], instead=["send_letter"])
def a_found_link_is_not_shopped_away(
    action: AssessChargeLink, links: LinkFacts, author: AuthorFacts
) -> Reason | None:
    """Where a link was found, only the agency that found it may find otherwise: no asking round for a better answer."""
    before = links.finding(action.charge_ref, action.offence)
    if action.linked is not False or before is None or before.linked is not True:
        return None
    same = author.agency_id is not None and before.found_by == author.agency_id
    return None if same else Reason("link.found_before")


@guard(SendLetter, provisions=["G6.6"], instead=["inform_person"])
def the_letter_goes_as_far_as_the_person_agreed(action: SendLetter) -> Reason | None:
    """No letter to the prosecutor against the person's word; a child's word counts like an adult's."""
    return Reason("letter.said_no") if action.agreement is Agreement.SAID_NO else None


@guard(DetainPerson, provisions=["P7", "G2.6"], instead=["offer_place", "place_tonight", "protect_person"])
def nobody_is_held_for_having_been_trafficked(
    action: DetainPerson, presumption: PresumptionFacts
) -> Reason | None:
    """Nobody is kept in a closed place, unless a decision that they were not trafficked has become final.

    What the place is called and how kindly it is meant make no difference, and nobody has the power to say otherwise.
    """
    if presumption.is_over:
        return None
    if action.held_for is HeldFor.OWN_PROTECTION:
        return Reason("detention.own_protection")
    return Reason("detention.never")


@guard(HandOver, provisions=["G5.1", "G6.6", "P8"], instead=["offer_place", "place_tonight", "refer_person"])
def nobody_is_handed_to_a_controller(action: HandOver) -> Reason | None:
    """Nobody is given into the hands of somebody who may be controlling them; not knowing counts as maybe."""
    if action.suspected_controller is False:
        return None
    return Reason("hand_over.controller" if action.suspected_controller else "hand_over.not_known")


@guard(HandOver, provisions=["G5.1", "G6.6", "P8"], instead=["offer_place", "place_tonight", "refer_person"])
def nobody_is_handed_to_who_holds_power(action: HandOver, presumption: PresumptionFacts) -> Reason | None:
    """No protected person is given to who employed, recruited or lent to them, whatever is said of that somebody."""
    if presumption.is_over or action.to_kind not in HOLDS_POWER:
        return None
    return Reason("hand_over.holds_power")
