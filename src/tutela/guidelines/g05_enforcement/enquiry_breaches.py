"""Breaches: somebody asked about an act, and did it without waiting for the answer."""

from __future__ import annotations

from tutela.engine.rules import breach, on
from tutela.guidelines.g04_law.actions import RemovalCarriedOut

from .actions import ChargeDropped, ChargeFound, ProsecutorAnswered
from .conditions import drops_the_charge, is_seen_free
from .custody_actions import DetentionFound, ReleaseRecorded
from .enquiry_facts import Unanswered, UnansweredFacts
from .enquiry_words import EnquiryKind

Done = ChargeFound | DetentionFound | RemovalCarriedOut
KINDS: dict[type[Done], EnquiryKind] = {
    ChargeFound: EnquiryKind.CHARGE,
    DetentionFound: EnquiryKind.CUSTODY,
    RemovalCarriedOut: EnquiryKind.REMOVAL,
}


def _asked(action: Done, asked: UnansweredFacts) -> Unanswered | None:
    reference = action.charge_ref if isinstance(action, ChargeFound) else action.act_ref
    return asked.about(KINDS[type(action)], reference)


def who_asked(action: Done, asked: UnansweredFacts) -> str | None:
    """The agency that the Fact names; else the one that asked."""
    named = getattr(action, "prosecutor", None) or getattr(action, "by_agency", None)
    found = _asked(action, asked)
    return str(named) if named else found.agency if found else None


@breach(
    ChargeFound,
    provisions=["P7", "G2.5"],
    ended_by=on(ChargeDropped) + on(ProsecutorAnswered, when=drops_the_charge),
    ref="charge_ref",
    by=who_asked,
)
def charged_without_waiting(action: ChargeFound, asked: UnansweredFacts) -> bool:
    """Somebody asked whether protection applies, and charged before anybody had answered."""
    return _asked(action, asked) is not None


@breach(
    DetentionFound, provisions=["P7", "G2.6"], ended_by=on(ReleaseRecorded, when=is_seen_free), by=who_asked
)
def held_without_waiting(action: DetentionFound, asked: UnansweredFacts) -> bool:
    """Somebody asked whether protection applies, and held the person before anybody had answered."""
    return _asked(action, asked) is not None


@breach(RemovalCarriedOut, provisions=["P7", "G4.6"], compartment="status", by=who_asked)
def removed_without_waiting(action: RemovalCarriedOut, asked: UnansweredFacts) -> bool:
    """Somebody asked whether protection applies, and removed the person before anybody had answered."""
    return _asked(action, asked) is not None
