"""Guards on what is told about a person, and on an act about which somebody asked and did not wait."""

from __future__ import annotations

from tutela.agencies.words import Compartment, Sector
from tutela.engine.rules import Reason, guard

from .actions import BringCharge
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
def no_charge_before_the_answer(action: BringCharge, asked: UnansweredFacts) -> Reason | None:
    """Who asked about a charge waits for the call before bringing it."""
    waiting = asked.about(EnquiryKind.CHARGE, action.charge_ref)
    return Reason("enquiry.wait") if waiting else None
