"""Guards on a person's own door: her own wish, after a talk, never on a telephone that somebody looks into."""

from __future__ import annotations

from tutela.engine.rules import Reason, guard

from .own_door_actions import OpenPortal
from .words import HerPhone, SaidThrough, TalkedOf

#: Without having talked of these nobody gets codes.
TALKED_FIRST = frozenset({TalkedOf.WHO_HOLDS_IT, TalkedOf.TRACES, TalkedOf.WHEN_FORCED})
WATCHED = frozenset({HerPhone.SOMEBODY_LOOKS, HerPhone.NOT_KNOWN})


@guard(OpenPortal, provisions=["G6.6"], instead=["inform_person"])
def a_door_of_her_own_is_her_own_wish(action: OpenPortal) -> Reason | None:
    """Nobody gets a door of their own because it is convenient for staff: they ask for it themselves."""
    return Reason("portal.not_her_wish") if action.said_through is SaidThrough.STAFF_ONLY else None


@guard(OpenPortal, provisions=["G6.6"], instead=["inform_person"])
def the_telephone_is_talked_of_first(action: OpenPortal) -> Reason | None:
    """Who holds the telephone, what traces stay on it and what to do under force come before any code."""
    return Reason("portal.not_talked_of") if TALKED_FIRST - set(action.talked_of) else None


@guard(OpenPortal, provisions=["G6.6"], instead=[OpenPortal, "inform_person"])
def no_door_on_a_watched_telephone(action: OpenPortal) -> Reason | None:
    """A telephone that somebody looks into, or of which nobody knows, would lead to the person."""
    return Reason("portal.watched") if action.phone in WATCHED else None
