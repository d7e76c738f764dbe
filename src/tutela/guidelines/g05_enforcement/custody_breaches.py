"""Held on somebody's word: a court's order that nobody has seen counts as detention."""

from __future__ import annotations

from tutela.agencies.facts import AuthorFacts
from tutela.engine.rules import breach, on
from tutela.guidelines.g04_law.facts import PresumptionFacts

from .conditions import is_only_said_of_a_court, is_protected_and_only_said, is_seen_free
from .custody_actions import CourtOrderedCustody, ReleaseRecorded, ReviewCustody


def order_is_seen(action: CourtOrderedCustody, author: AuthorFacts) -> bool:
    """The court says it, or somebody who holds nobody has seen it."""
    return not is_only_said_of_a_court(action, author)


@breach(
    CourtOrderedCustody,
    provisions=["P7", "G2.6"],
    ended_by=on(CourtOrderedCustody, when=order_is_seen)
    + on(ReviewCustody)
    + on(ReleaseRecorded, when=is_seen_free),
)
def held_on_a_word(action: CourtOrderedCustody, presumption: PresumptionFacts, author: AuthorFacts) -> bool:
    """Somebody presumed trafficked is held, and nobody but who holds them has seen a court's order for
    it."""
    return is_protected_and_only_said(action, presumption, author)
