"""Breaches on contact with the country of origin: what was done although she did not wish it, or feared it."""

from __future__ import annotations

from tutela.engine.rules import breach, on
from tutela.guidelines.g02_identification.facts import AsylumFacts

from .care_actions import ProtectPerson
from .consulate_actions import OriginAuthoritiesContacted
from .facts import ContactFacts
from .words import HERS_TO_ASK, ContactHow


@breach(
    OriginAuthoritiesContacted,
    provisions=["G1.6", "G6.3"],
    ended_by=on(ProtectPerson),
    compartment="status",
)
def contacted_what_she_fears(
    action: OriginAuthoritiesContacted, asylum: AsylumFacts, wish: ContactFacts
) -> bool:
    """The authorities of her country were contacted, or learned of her, while asylum was open or she feared them."""
    hers = action.how is not ContactHow.SUGGEST and action.purpose in HERS_TO_ASK and wish.is_advised
    return asylum.protects and not hers


@breach(OriginAuthoritiesContacted, provisions=["G6.3"], ended_by=on(ProtectPerson), compartment="status")
def contacted_against_her_wish(action: OriginAuthoritiesContacted, wish: ContactFacts) -> bool:
    """Her consulate was contacted, or learned of her, although she had not wished it."""
    return action.how is not ContactHow.SUGGEST and wish.wants is not True
