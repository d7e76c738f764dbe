"""What a share of a file may rest on: a pure question that grants and referrals ask alike."""

from __future__ import annotations

from tutela.engine.rules import Reason

from .facts import AgreedFacts, ConsentFacts


def share_objection(
    named: bool, receiver: str, asked: set[str], given: ConsentFacts, said: AgreedFacts
) -> Reason | None:
    """Why a share may not rest on what the person said: the consent named, or a yes said in passing."""
    if not named:
        return Reason("consent.was_withdrawn") if said.taken_back is not False else None
    if given.withdrawn is not False:
        return Reason("consent.withdrawn")
    if given.holds is not True:
        return Reason("consent.expired")
    if given.receiver != receiver or asked - set(given.opens or ()):
        return Reason("consent.for_something_else")
    return None
