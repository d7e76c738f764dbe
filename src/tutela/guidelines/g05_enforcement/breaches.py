"""Breaches: charges, detention, convictions and hand-overs elsewhere, and investigations not made."""

from __future__ import annotations

from tutela.engine.rules import breach, on
from tutela.guidelines.g04_law.facts import PresumptionFacts
from tutela.guidelines.g06_protection.care_actions import ProtectPerson

from . import custody_breaches, enquiry_breaches, steps_breaches, undoing_breaches
from .actions import (
    AssessChargeLink,
    ChargeDropped,
    ChargeFound,
    ConvictionFound,
    ConvictionQuashed,
    FineFound,
    ProsecutorAnswered,
)
from .conditions import (
    RECOGNITIONS,
    Recognition,
    clears_the_last_charge,
    drops_the_charge,
    drops_the_last_charge,
    ended_properly,
    goes_against_protection,
    is_held_and_protected,
    is_linked_after_all,
    is_not_linked,
    is_seen_free,
    may_be_a_controller,
    was_charged_before,
    was_convicted_before,
    was_held_before,
)
from .custody_actions import DetentionFound, ReleaseRecorded, WasHandedOver
from .facts import LinkFacts, ProceedingsFacts
from .inquiry_actions import InvestigationEnded, InvestigationRefused, OpenInvestigation
from .pursuit_actions import SuspectsCharged
from .undoing_actions import UndoingMoved
from .undoing_conditions import undoes_a_conviction
from .whose import named_or_who_charged, who_charged, who_convicted, who_holds
from .words import ProsecutorDecision

__all__ = ["custody_breaches", "enquiry_breaches", "steps_breaches", "undoing_breaches"]

_GONE = on(ChargeDropped) + on(ProsecutorAnswered, when=drops_the_charge)
_NOT_LINKED = on(AssessChargeLink, when=is_not_linked)


@breach(
    ChargeFound,
    FineFound,
    provisions=["P7", "G2.5"],
    ended_by=_GONE + _NOT_LINKED,
    ref="charge_ref",
    by=named_or_who_charged,
)
def charged_all_the_same(
    action: ChargeFound | FineFound, presumption: PresumptionFacts, links: LinkFacts
) -> bool:
    """Somebody presumed trafficked was charged or fined, and nobody independent found it not linked."""
    return goes_against_protection(action, presumption, links)


@breach(
    *RECOGNITIONS,
    provisions=["P7", "G2.5"],
    ended_by=on(ChargeDropped, ProsecutorAnswered, when=drops_the_last_charge)
    + on(AssessChargeLink, when=clears_the_last_charge),
    by=who_charged,
)
def still_charged(action: Recognition, so_far: ProceedingsFacts) -> bool:
    """A charge from before the presumption still stands."""
    return was_charged_before(action, so_far)


@breach(
    AssessChargeLink,
    provisions=["P7", "G2.5"],
    ended_by=_GONE + _NOT_LINKED,
    ref="charge_ref",
    by=who_charged,
)
def linked_after_all(
    action: AssessChargeLink, presumption: PresumptionFacts, so_far: ProceedingsFacts
) -> bool:
    """A charge goes on that is now found linked."""
    return is_linked_after_all(action, presumption, so_far)


@breach(
    ProsecutorAnswered,
    provisions=["P7", "G2.5"],
    ended_by=_GONE + _NOT_LINKED,
    ref="charge_ref",
    by=who_charged,
)
def kept_up_without_clear_reasons(
    action: ProsecutorAnswered, presumption: PresumptionFacts, links: LinkFacts
) -> bool:
    """The prosecution keeps the charge up against the finding, and gives no clear reasons."""
    if action.decision is not ProsecutorDecision.KEPT_UP or not presumption.protects:
        return False
    return not links.is_wholly_not_linked(action.charge_ref) and action.clear_reasons is not True


@breach(
    ConvictionFound,
    provisions=["P7", "G2.5"],
    ended_by=on(ConvictionQuashed) + on(UndoingMoved, when=undoes_a_conviction) + _NOT_LINKED,
    ref="undoing",
)
def convicted_all_the_same(action: ConvictionFound, presumption: PresumptionFacts, links: LinkFacts) -> bool:
    """Somebody presumed trafficked was convicted, and nobody independent found it not linked."""
    return goes_against_protection(action, presumption, links)


@breach(
    *RECOGNITIONS,
    provisions=["P7", "G2.5"],
    ended_by=on(ConvictionQuashed) + on(UndoingMoved, when=undoes_a_conviction),
    by=who_convicted,
)
def still_convicted(action: Recognition, so_far: ProceedingsFacts) -> bool:
    """A conviction from before the presumption still stands."""
    return was_convicted_before(action, so_far)


@breach(DetentionFound, provisions=["P7", "G2.6"], ended_by=on(ReleaseRecorded, when=is_seen_free))
def held_all_the_same(action: DetentionFound, presumption: PresumptionFacts) -> bool:
    """Somebody presumed trafficked is held, wherever and for whatever it is said to be."""
    return is_held_and_protected(action, presumption)


@breach(
    *RECOGNITIONS,
    provisions=["P7", "G2.6"],
    ended_by=on(ReleaseRecorded, when=is_seen_free),
    by=who_holds,
)
def still_held(action: Recognition, so_far: ProceedingsFacts) -> bool:
    """Somebody who was held before being presumed trafficked is held still."""
    return was_held_before(action, so_far)


@breach(WasHandedOver, provisions=["G5.1", "P8"], ended_by=on(ProtectPerson))
def handed_to_a_controller(action: WasHandedOver) -> bool:
    """The person was given to somebody who may be controlling them; not knowing counts as maybe."""
    return may_be_a_controller(action)


@breach(InvestigationRefused, provisions=["P13"], ended_by=on(OpenInvestigation))
def investigation_was_refused(action: InvestigationRefused) -> bool:
    """Nobody looks into who trafficked the person, though it was asked for or known."""
    return True


@breach(InvestigationEnded, provisions=["P13"], ended_by=on(OpenInvestigation))
def investigation_ended_without_review(action: InvestigationEnded) -> bool:
    """An investigation ended without reasons on file, or without a court having looked at them."""
    return not ended_properly(action)


@breach(SuspectsCharged, provisions=["P13", "P7"])
def suspect_not_assessed(action: SuspectsCharged) -> bool:
    """Somebody was called a suspect before anybody had assessed whether they were trafficked too."""
    return action.each_assessed is not True
