"""Guards on staying: nobody is removed while something stands against it; a stay ends only by a review."""

from __future__ import annotations

from tutela.engine.rules import Reason, guard

from .actions import RecordStayOfRemoval, RemovePerson, ReviewStay
from .facts import PresumptionFacts, StayFacts
from .words import ReviewOutcome

#: Why somebody may not be removed says something of the status: who may not read that gets a neutral reason.
_REVEALS = ("status",)


@guard(RemovePerson, provisions=["G4.6", "P7"], instead=[RecordStayOfRemoval, ReviewStay])
def nobody_presumed_trafficked_is_removed(
    action: RemovePerson, presumption: PresumptionFacts
) -> Reason | None:
    """No removal of somebody who is presumed trafficked, or about whom this is still to be decided."""
    return Reason("stay.presumed", reveals=_REVEALS) if presumption.protects else None


@guard(RemovePerson, provisions=["G4.6", "P11"], instead=[RecordStayOfRemoval, ReviewStay])
def nobody_is_removed_into_danger(action: RemovePerson, stay: StayFacts) -> Reason | None:
    """No removal while serious danger to the person or the family is asserted and not assessed away."""
    return Reason("stay.risk", reveals=_REVEALS) if stay.risk_asserted is not False else None


@guard(RemovePerson, provisions=["G4.6", "P8"], instead=[RecordStayOfRemoval, ReviewStay])
def nobody_is_removed_while_recovering(action: RemovePerson, stay: StayFacts) -> Reason | None:
    """No removal while a recovery and reflection period runs; its end is a review, never a removal."""
    return Reason("stay.recovery", reveals=_REVEALS) if stay.recovery_runs is not False else None


@guard(RemovePerson, provisions=["G4.6"], instead=[ReviewStay])
def the_end_of_a_stay_is_a_review(action: RemovePerson, stay: StayFacts) -> Reason | None:
    """No removal while a stay is on file that no review has ended."""
    return Reason("stay.not_reviewed", reveals=_REVEALS) if stay.stay_holds is not False else None


@guard(ReviewStay, provisions=["G4.6", "P7"], instead=[ReviewStay])
def a_stay_lasts_as_long_as_the_presumption(
    action: ReviewStay, presumption: PresumptionFacts
) -> Reason | None:
    """No review ends the stay of somebody presumed trafficked, or about whom this is still to be decided."""
    if action.outcome is not ReviewOutcome.ENDS:
        return None
    return Reason("stay.presumed", reveals=_REVEALS) if presumption.protects else None


@guard(ReviewStay, provisions=["G4.6", "P8"], instead=[ReviewStay])
def time_to_recover_is_not_shortened(action: ReviewStay, stay: StayFacts) -> Reason | None:
    """No review ends a recovery and reflection period before its least length has passed."""
    if action.outcome is not ReviewOutcome.ENDS:
        return None
    return Reason("stay.recovery", reveals=_REVEALS) if stay.recovery_is_too_young_to_end else None


@guard(ReviewStay, provisions=["G4.6", "P11"], instead=[ReviewStay])
def a_stay_ends_after_hearing_and_assessment(action: ReviewStay, stay: StayFacts) -> Reason | None:
    """A stay ends only after the person was heard, and asserted danger was assessed and not found."""
    if action.outcome is not ReviewOutcome.ENDS:
        return None
    if action.heard is not True:
        return Reason("stay.not_heard")
    if stay.risk_asserted is not False and action.risk_found is not False:
        return Reason("stay.risk", reveals=_REVEALS)
    return None
