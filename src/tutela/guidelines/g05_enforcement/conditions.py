"""When a charge, a detention or a conviction goes against protection: said once, for duties and breaches alike."""

from __future__ import annotations

from tutela.agencies.facts import AuthorFacts
from tutela.guidelines.g02_identification.actions import AskForRecognition, PresumeTrafficked
from tutela.guidelines.g02_identification.decision_actions import (
    Decide,
    DecideConclusive,
    DecideReasonableGrounds,
    DecideReconsideration,
    is_positive,
)
from tutela.guidelines.g04_law.facts import PresumptionFacts

from .actions import (
    AssessChargeLink,
    ChargeDropped,
    ChargeFound,
    ConvictionFound,
    FineFound,
    ProsecutorAnswered,
)
from .custody_actions import (
    CourtOrderedCustody,
    DetentionFound,
    ReleaseRecorded,
    ReviewCustody,
    WasHandedOver,
)
from .custody_facts import HeldFacts, is_free_first_hand, is_order_seen
from .facts import LinkFacts, ProceedingsFacts
from .inquiry_actions import InvestigationEnded
from .words import HOLDS_POWER, EndedBecause, ProsecutorDecision

Recognition = Decide | DecideReconsideration | PresumeTrafficked | AskForRecognition

#: The actions by which somebody comes to be protected; each is looked at for what began before it.
RECOGNITIONS = (
    PresumeTrafficked, AskForRecognition, DecideReasonableGrounds, DecideConclusive, DecideReconsideration,
)  # fmt: skip


def says_yes(action: Recognition) -> bool:
    """The presumption, a request, or a decision for the person: not a decision against."""
    if isinstance(action, Decide):
        return is_positive(action)
    return not (isinstance(action, DecideReconsideration) and action.upheld)


def goes_against_protection(
    action: ChargeFound | FineFound | ConvictionFound, presumption: PresumptionFacts, links: LinkFacts
) -> bool:
    """The person is protected, and nobody trained and independent found this charge not linked."""
    return presumption.protects and not links.is_not_linked(action.charge_ref, action.offence)


def was_charged_before(action: Recognition, so_far: ProceedingsFacts) -> bool:
    """A charge that began before the person was protected still stands, and no breach says so yet."""
    return says_yes(action) and bool(so_far.charged) and so_far.charged_is_open is not True


def was_convicted_before(action: Recognition, so_far: ProceedingsFacts) -> bool:
    """A conviction from before the person was protected still stands, and no breach says so yet."""
    return says_yes(action) and bool(so_far.convicted) and so_far.convicted_is_open is not True


def was_held_before(action: Recognition, so_far: ProceedingsFacts) -> bool:
    """The person has been held since before being protected, and no breach says so yet."""
    return says_yes(action) and so_far.held is True and so_far.held_is_open is not True


def is_held_and_protected(action: DetentionFound, presumption: PresumptionFacts) -> bool:
    """Somebody protected is held, wherever and for whatever it is said to be."""
    return presumption.protects


def is_seen_free(action: ReleaseRecorded, author: AuthorFacts, held: HeldFacts) -> bool:
    """Somebody who did not hold the person knows it first hand."""
    return is_free_first_hand(action.how_known, author, held)


def is_only_said_free(action: ReleaseRecorded, author: AuthorFacts, held: HeldFacts) -> bool:
    """The person is said to be free, by who held her or him or by hearsay, and is on file as held."""
    return bool(held.places or held.custody) and not is_seen_free(action, author, held)


def is_only_said_of_a_court(action: CourtOrderedCustody, author: AuthorFacts) -> bool:
    """Nobody but who holds the person has seen the order."""
    return not is_order_seen(action.order_seen, action.kind, author, action.by_agency)


def is_protected_and_only_said(
    action: CourtOrderedCustody, presumption: PresumptionFacts, author: AuthorFacts
) -> bool:
    """Somebody protected is held on an order that nobody has seen."""
    return presumption.protects and is_only_said_of_a_court(action, author)


def is_not_linked(action: AssessChargeLink) -> bool:
    """The assessor found no link."""
    return action.linked is False


def is_linked_after_all(
    action: AssessChargeLink, presumption: PresumptionFacts, so_far: ProceedingsFacts
) -> bool:
    """A charge that went on because nobody saw a link is now found linked, or doubtful."""
    was_cleared = action.charge_ref in (so_far.cleared or ())
    return presumption.protects and was_cleared and action.linked is not False


def drops_the_charge(action: ProsecutorAnswered) -> bool:
    """The prosecutor answers that the charge is dropped."""
    return action.decision is ProsecutorDecision.DROPPED


def _leaves_nothing(charge_ref: str, standing: tuple[str, ...] | None) -> bool:
    return standing is not None and set(standing) <= {charge_ref}


def drops_the_last_charge(action: ChargeDropped | ProsecutorAnswered, so_far: ProceedingsFacts) -> bool:
    """No other charge stands beside the one that is dropped."""
    kept_up = isinstance(action, ProsecutorAnswered) and not drops_the_charge(action)
    return not kept_up and _leaves_nothing(action.charge_ref, so_far.charged)


def clears_the_last_charge(action: AssessChargeLink, so_far: ProceedingsFacts) -> bool:
    """No other charge stands beside the one that is found not linked."""
    return is_not_linked(action) and _leaves_nothing(action.charge_ref, so_far.charged)


def may_be_a_controller(action: WasHandedOver) -> bool:
    """Suspected, not known, or somebody who employed, recruited or lent to the person."""
    return action.suspected_controller is not False or action.to_kind in HOLDS_POWER


def custody_goes_on(action: ReviewCustody) -> bool:
    """The review keeps the custody."""
    return action.goes_on


def ended_properly(action: InvestigationEnded) -> bool:
    """The investigation ended before a court, or with reasons that a court looked at."""
    if action.because is EndedBecause.SENT_TO_COURT:
        return True
    return bool(action.reasons) and action.reviewed is True
