"""Guards on staying: nobody is removed while something stands against it; a stay ends only by a review."""

from __future__ import annotations

from tutela.cases.words import SaidThrough
from tutela.engine.rules import Reason, guard

from .actions import RecordStayOfRemoval, RemovePerson, ReviewStay
from .facts import PermitFacts, PresumptionFacts, StayFacts
from .permit_actions import EndPermit, RecordCooperation
from .words import FOR_BEING_TRAFFICKED, FOR_NOT_COOPERATING, LEAVES_NO_GAP, PermitBecause, ReviewOutcome

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
    action: ReviewStay, presumption: PresumptionFacts, permit: PermitFacts
) -> Reason | None:
    """No review ends the stay of somebody presumed trafficked, or about whom this is still to be decided.

    Somebody recognised who holds a residence permit needs the stay no more: the permit is the better protection.
    """
    if action.outcome is not ReviewOutcome.ENDS or (presumption.is_recognised and permit.holds is True):
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


@guard(EndPermit, provisions=["P8", "G4.7"], instead=["inform_person"])
def a_permit_is_no_reward_for_cooperation(action: EndPermit) -> Reason | None:
    """No permit ends because the person stops helping the proceedings, or never did."""
    return Reason("permit.cooperation") if action.because in FOR_NOT_COOPERATING else None


@guard(EndPermit, provisions=["P7", "G4.7"], instead=["inform_person"])
def a_permit_does_not_end_for_having_been_trafficked(action: EndPermit) -> Reason | None:
    """No permit ends for an entry, or a conviction, that the trafficking brought about."""
    return Reason("permit.punishes") if action.because in FOR_BEING_TRAFFICKED else None


@guard(EndPermit, provisions=["P9", "G4.7"], instead=["inform_person"])
def a_permit_lasts_as_long_as_proceedings(action: EndPermit, permit: PermitFacts) -> Reason | None:
    """While an action against a suspect is open, a permit ends for another status, or because the person says so."""
    if action.because in LEAVES_NO_GAP:
        return None
    return Reason("permit.proceedings", reveals=_REVEALS) if permit.proceedings is not False else None


@guard(EndPermit, provisions=["P8", "G4.7"], instead=["inform_person"])
def that_she_gives_up_a_permit_she_says_herself(action: EndPermit) -> Reason | None:
    """Only the person can say that they wish the permit to end; not staff for them."""
    if action.because is not PermitBecause.PERSON_WISHES:
        return None
    return Reason("permit.not_heard") if action.said_through in (None, SaidThrough.STAFF_ONLY) else None


@guard(RecordCooperation, provisions=["G4.7", "P8"], instead=["inform_person"])
def other_grounds_are_explained_first(action: RecordCooperation) -> Reason | None:
    """Nobody agrees to help proceedings before having heard on what other grounds they may stay."""
    if not action.cooperates or action.told_other_grounds is True:
        return None
    return Reason("cooperation.explain_first")


@guard(RecordCooperation, provisions=["G4.7", "P8"], instead=["inform_person"])
def cooperation_is_agreed_to_by_her(action: RecordCooperation) -> Reason | None:
    """Only the person can say that they help the proceedings, in words that they understand."""
    if action.cooperates and action.said_through is SaidThrough.STAFF_ONLY:
        return Reason("cooperation.not_heard")
    return None
