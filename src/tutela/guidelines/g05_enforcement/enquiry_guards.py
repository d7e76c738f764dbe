"""Guards on what is told about a person, and on an act about which somebody asked and did not wait."""

from __future__ import annotations

from tutela.agencies.facts import AuthorFacts
from tutela.agencies.words import Compartment, Sector
from tutela.engine.rules import Reason, guard
from tutela.guidelines.g04_law.actions import RemovePerson

from .actions import BringCharge
from .custody_actions import DetainPerson
from .enquiry_actions import AnswerEnquiry
from .enquiry_facts import AskerFacts, ToldFacts, UnansweredFacts
from .enquiry_words import EnquiryKind, EnquirySaid, TellingGround


def told(action: AnswerEnquiry) -> frozenset[str]:
    """Everything about a person that was told: that protection applies is one such thing."""
    if action.said is not EnquirySaid.PROTECTION_APPLIES and not action.disclosed:
        return frozenset()
    return frozenset({Compartment.FACTS.value, *(part.value for part in action.disclosed)})


@guard(AnswerEnquiry, provisions=["P7", "G6.6"], instead=["record_consent"])
def no_more_is_told_than_was_agreed(action: AnswerEnquiry, person: ToldFacts) -> Reason | None:
    """Nothing is told beyond what the person agreed to; where harm is imminent, only that protection applies, and why.

    Nobody is told anything of somebody whose file is not named: what was agreed stands there.
    """
    parts = told(action)
    if not parts:
        return None
    if action.case is None:
        return Reason("enquiry.whose")
    if action.ground is TellingGround.IMMINENT_HARM:
        if action.disclosed:
            return Reason("enquiry.only_that_it_applies")
        return Reason("enquiry.why_harm") if action.reason is None else None
    return None if parts <= set(person.agreed or ()) else Reason("enquiry.not_agreed")


@guard(AnswerEnquiry, provisions=["P7", "G4.6"])
def enforcement_hears_only_that_protection_applies(action: AnswerEnquiry, asker: AskerFacts) -> Reason | None:
    """Whoever enforces immigration law hears that protection applies, and nothing of the file."""
    firewalled = asker.sector in (None, Sector.IMMIGRATION_ENFORCEMENT.value)
    return Reason("enquiry.firewall") if action.disclosed and firewalled else None


@guard(BringCharge, provisions=["P7", "G2.5"], instead=["begin_screening", "refer_person"])
def no_charge_before_the_answer(
    action: BringCharge, asked: UnansweredFacts, author: AuthorFacts
) -> Reason | None:
    """Who asked about a charge waits for the call before bringing it."""
    waits = asked.stands_before(EnquiryKind.CHARGE, action.charge_ref, author.agency_id)
    return Reason("enquiry.wait") if waits else None


@guard(DetainPerson, provisions=["P7", "G2.6"], instead=["begin_screening", "refer_person"])
def nobody_is_held_before_the_answer(
    action: DetainPerson, asked: UnansweredFacts, author: AuthorFacts
) -> Reason | None:
    """Who asked before holding a person waits for the call."""
    waits = asked.stands_before(EnquiryKind.CUSTODY, action.act_ref, author.agency_id)
    return Reason("enquiry.wait") if waits else None


@guard(RemovePerson, provisions=["P7", "G4.6"], instead=["record_stay_of_removal", "refer_person"])
def nobody_is_removed_before_the_answer(
    action: RemovePerson, asked: UnansweredFacts, author: AuthorFacts
) -> Reason | None:
    """Who asked before a removal waits for the call."""
    waits = asked.stands_before(EnquiryKind.REMOVAL, action.act_ref, author.agency_id)
    return Reason("enquiry.wait") if waits else None
