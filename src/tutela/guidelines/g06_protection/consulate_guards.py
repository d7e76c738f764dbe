"""Guards on contact with the country of origin: only by her wish; by no authority while she fears it."""

from __future__ import annotations

from tutela.agencies.actions import GrantAccess
from tutela.agencies.words import Sector
from tutela.engine.rules import Reason, guard
from tutela.guidelines.g02_identification.actions import ReferPerson
from tutela.guidelines.g02_identification.facts import AsylumFacts, ReceiverFacts

from .consulate_actions import AdviseOnContact, ContactOriginAuthorities, RecordContactWish
from .facts import ContactFacts
from .words import HERS_TO_ASK, ContactHow

#: Why nobody may contact them says something of the right to stay.
_REVEALS = ("status",)


@guard(ContactOriginAuthorities, provisions=["G6.3"], instead=["inform_person", RecordContactWish])
def contact_follows_her_wish(action: ContactOriginAuthorities, wish: ContactFacts) -> Reason | None:
    """Nobody contacts the person's consulate, or tells it of the person, unless their own wish is on
    file."""
    if action.how is ContactHow.SUGGEST or wish.wants is True:
        return None
    return Reason("consulate.not_her_wish", reveals=_REVEALS)


@guard(ContactOriginAuthorities, provisions=["G1.6", "G6.3"], instead=[AdviseOnContact, "refer_person"])
def no_authority_contacts_what_she_fears(
    action: ContactOriginAuthorities, asylum: AsylumFacts, wish: ContactFacts
) -> Reason | None:
    """For an asylum seeker, or one who fears to go back, no authority informs, suggests or makes contact.

    What she asks for herself waits for a lawyer's advice; then it is hers to decide.
    """
    if not asylum.protects:
        return None
    if action.how is ContactHow.SUGGEST or action.purpose not in HERS_TO_ASK:
        return Reason("consulate.asylum", reveals=_REVEALS)
    if wish.is_advised:
        return None
    return Reason("consulate.not_advised" if wish.wants is True else "consulate.asylum", reveals=_REVEALS)


@guard(ReferPerson, GrantAccess, provisions=["G1.6", "G6.3"], instead=[AdviseOnContact])
def no_file_goes_to_what_she_fears(
    action: ReferPerson | GrantAccess, to: ReceiverFacts, asylum: AsylumFacts, wish: ContactFacts
) -> Reason | None:
    """No file, and no referral, goes to a consulate while asylum is open or the person fears to go back,
    without advice."""
    if to.sector not in (None, Sector.CONSULATE) or not asylum.protects or wish.is_advised:
        return None
    return Reason("consulate.asylum", reveals=_REVEALS)
