"""When a claim is late, ends, or is refused on a ground that is none: said once, for duties and breaches alike."""

from __future__ import annotations

from tutela.cases.facts import StandingFacts
from tutela.cases.words import FileKind
from tutela.guidelines.g04_law.facts import PermitFacts

from .actions import ClaimMoved, HelpWithClaim, OpenClaim, PaymentReceived
from .facts import ClaimFacts, ClaimsFacts
from .limits import limit_of
from .return_actions import BelongingsReturned
from .words import IMPROPER, LEGAL, SETTLES, ClaimStep, HelpState, RefusedFor


def is_late(action: OpenClaim, claims: ClaimsFacts) -> bool:
    """Its last day has passed."""
    last = limit_of(action.track, action.seeks, action.harm_until, action.limit_on).on
    return last is not None and claims.today is not None and last < claims.today


def is_in_time(action: OpenClaim, claims: ClaimsFacts) -> bool:
    """Its last day has not passed, or nobody knows it."""
    return not is_late(action, claims)


def is_known(action: ClaimMoved) -> bool:
    """Somebody found its last day."""
    return action.step is ClaimStep.LIMIT_FOUND


def is_known_late(action: ClaimMoved, claims: ClaimsFacts) -> bool:
    """The last day that somebody found has passed."""
    last = action.limit_on
    return is_known(action) and last is not None and claims.today is not None and last < claims.today


def is_known_in_time(action: ClaimMoved, claims: ClaimsFacts) -> bool:
    """The last day that somebody found is still to come."""
    return is_known(action) and not is_known_late(action, claims)


def was_filed(action: ClaimMoved) -> bool:
    """It is before whoever decides."""
    return action.step not in (ClaimStep.CLOSED, ClaimStep.LIMIT_FOUND)


def was_closed(action: ClaimMoved) -> bool:
    """Nothing more is sought by it."""
    return action.step is ClaimStep.CLOSED


def was_awarded(action: ClaimMoved) -> bool:
    """It was decided for the person."""
    return action.step is ClaimStep.AWARDED


def was_awarded_money(action: ClaimMoved) -> bool:
    """It was decided for the person, with a sum to be paid."""
    return was_awarded(action) and action.awarded_minor is not None


def was_awarded_otherwise(action: ClaimMoved) -> bool:
    """It was decided for the person, and something else than money is due: care, training, things, a clean record."""
    return was_awarded(action) and action.awarded_minor is None


def was_carried_out(action: ClaimMoved) -> bool:
    """What was decided was carried out."""
    return action.step is ClaimStep.ENFORCED


def was_refused(action: ClaimMoved) -> bool:
    """It was decided against the person."""
    return action.step is ClaimStep.REFUSED


def was_answered(action: ClaimMoved) -> bool:
    """It was taken further, or given up."""
    return action.step in (ClaimStep.APPEALED, ClaimStep.CLOSED)


def was_overturned(action: ClaimMoved) -> bool:
    """The award stands no more, or nothing is sought any longer."""
    return action.step in (ClaimStep.REFUSED, ClaimStep.CLOSED)


def is_refused_improperly(action: ClaimMoved) -> bool:
    """Refused for being irregular, not testifying, sex work, having agreed: or with no reason at all."""
    return was_refused(action) and (action.because or RefusedFor.NO_REASON) in IMPROPER


def ends_the_last(action: ClaimMoved, claims: ClaimsFacts) -> bool:
    """No claim is open after it."""
    return was_closed(action) and claims.is_last(action.claim)


def pays_all(action: PaymentReceived, claim: ClaimFacts) -> bool:
    """The whole award is paid with it."""
    return claim.is_paid_by(action.amount_minor)


def pays_the_last(action: PaymentReceived, claim: ClaimFacts, claims: ClaimsFacts) -> bool:
    """The whole award is paid, and no other claim is open."""
    return claim.is_paid_by(action.amount_minor) and claims.is_last(action.claim)


def is_a_lawyer(action: HelpWithClaim) -> bool:
    """A lawyer helps."""
    return action.kind in LEGAL and action.state is HelpState.GIVEN


def covers_costs(action: HelpWithClaim) -> bool:
    """Fees, travel, an interpreter: given, or not needed."""
    return action.kind not in LEGAL and action.state is not HelpState.REFUSED


def needs_a_permit(action: OpenClaim, permit: PermitFacts, standing: StandingFacts) -> bool:
    """She has no right to stay yet; a file of one organisation is none of the immigration authority's business."""
    return permit.is_needed and standing.file_kind != FileKind.NGO_ONLY


def lost_while_claiming(action: object, claims: ClaimsFacts, permit: PermitFacts) -> bool:
    """The permit is gone, and a claim goes on."""
    return claims.any_is_open and permit.citizen is not True


def is_back(action: BelongingsReturned) -> bool:
    """Everything is back, or replaced."""
    return action.outcome in SETTLES
