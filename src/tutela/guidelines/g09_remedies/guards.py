"""Guards on remedies: nobody is sent away who claims, and no claim is made over her head."""

from __future__ import annotations

from tutela.engine.rules import Reason, guard
from tutela.guidelines.g04_law.actions import RecordStayOfRemoval, RemovePerson, ReviewStay
from tutela.guidelines.g04_law.facts import PermitFacts
from tutela.guidelines.g04_law.permit_actions import EndPermit
from tutela.guidelines.g04_law.words import LEAVES_NO_GAP, ReviewOutcome
from tutela.guidelines.g05_enforcement.words import Agreement

from .actions import OpenClaim
from .facts import ClaimsFacts
from .return_actions import DemandReturn

_REVEALS = ("status",)


@guard(RemovePerson, provisions=["G9.3", "P17"], instead=[RecordStayOfRemoval])
def nobody_is_removed_while_claiming(action: RemovePerson, claims: ClaimsFacts) -> Reason | None:
    """No removal while a claim of the person is open: they stay until it is decided and paid, or they end
    it."""
    return Reason("claim.stays", reveals=_REVEALS) if claims.any_is_open else None


@guard(ReviewStay, provisions=["G9.3", "P17"], instead=[ReviewStay])
def a_stay_lasts_while_claiming(
    action: ReviewStay, claims: ClaimsFacts, permit: PermitFacts
) -> Reason | None:
    """No review ends a stay while a claim is open, unless a permit takes its place."""
    if action.outcome is not ReviewOutcome.ENDS or permit.holds is True:
        return None
    return Reason("claim.stays", reveals=_REVEALS) if claims.any_is_open else None


@guard(EndPermit, provisions=["G9.3", "P17"], instead=["inform_person"])
def a_permit_lasts_while_claiming(action: EndPermit, claims: ClaimsFacts) -> Reason | None:
    """While a claim is open, a permit ends for another status, or because the person says so."""
    if action.because in LEAVES_NO_GAP:
        return None
    return Reason("claim.stays", reveals=_REVEALS) if claims.any_is_open else None


@guard(OpenClaim, provisions=["G9.1", "P17"], instead=["inform_person"])
def a_claim_is_her_own(action: OpenClaim) -> Reason | None:
    """A claim is brought because the person wants it; not knowing is not wanting."""
    return None if action.agreed is True else Reason("claim.not_hers")


@guard(DemandReturn, provisions=["G6.6"], instead=["inform_person"])
def what_is_hers_is_asked_for_as_she_agreed(action: DemandReturn) -> Reason | None:
    """No letter about what was taken against the person's word: whoever holds it may come to know where
    they are."""
    return Reason("return.said_no") if action.agreement is Agreement.SAID_NO else None
