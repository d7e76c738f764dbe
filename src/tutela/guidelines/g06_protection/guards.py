"""Guards on protection: help is never a reward, a shelter is never a cell, nobody is examined by force."""

from __future__ import annotations

from tutela.agencies.facts import AuthorFacts
from tutela.agencies.words import ENFORCING
from tutela.cases.facts import AgeFacts, ComplaintFacts, StandingFacts
from tutela.cases.words import Sex, Standing
from tutela.engine.rules import PROCEDURAL, Reason, guard

from . import care_guards, conference_guards, consulate_guards, return_guards
from .actions import AcceptPlace, DeclinePlace, EndStay, OfferPlace, RegisterPlace
from .care_actions import DeclineService, EndService, OfferService, ProposeExamination, WithholdEntitlement
from .facts import FitFacts, HeldPlaceFacts, PlaceFacts, RoofFacts
from .matching import fitting
from .words import (
    CONDITIONS,
    HEARD_BY_ANOTHER,
    HERS,
    RETALIATES,
    Because,
    Consent,
    ForSex,
    ForWhom,
    InReturnFor,
    RequiredFor,
    SaidThrough,
)

__all__ = ["care_guards", "conference_guards", "consulate_guards", "return_guards"]


@guard(OfferService, provisions=["P8", "G6.1"], instead=[OfferService])
def help_is_never_a_reward(action: OfferService) -> Reason | None:
    """No help in return for testimony, cooperation or anything else."""
    if action.in_return_for is InReturnFor.NOTHING:
        return None
    return Reason("service.conditional")


@guard(EndStay, EndService, provisions=["P8", "G6.1"], instead=[OfferService, "offer_place"])
def help_does_not_end_for_silence(action: EndStay | EndService) -> Reason | None:
    """No place and no help ends because the person will not, or cannot, cooperate."""
    return Reason("service.ended_for_silence") if action.because in CONDITIONS else None


@guard(EndStay, EndService, provisions=["P8", "G4.8"], instead=["inform_person", OfferService])
def help_does_not_end_by_discretion(action: EndStay | EndService) -> Reason | None:
    """Nobody's discretion, an unknown reason or a request that came late ends help."""
    never = (Because.DISCRETION, Because.UNKNOWN, Because.ASKED_LATE, Because.NOT_IDENTIFIED)
    return Reason("service.ended_without_reason") if action.because in never else None


@guard(EndStay, provisions=["G6.1", "P8"], instead=["offer_place"])
def nobody_is_put_on_the_street(action: EndStay, standing: StandingFacts, roof: RoofFacts) -> Reason | None:
    """Until a decision against is final, a stay ends only by the person's word, or with another place
    held for them."""
    if action.because in HERS or roof.has_another:
        return None
    if standing.standing == Standing.NOT_IDENTIFIED and action.because is not Because.MOVED_TO_ANOTHER:
        return None
    return Reason("place.no_other", reveals=("whereabouts",))


@guard(EndStay, provisions=["G6.1", "P8"], instead=["offer_place"])
def a_stay_that_she_ends_is_ended_by_her(action: EndStay) -> Reason | None:
    """Only the person can say that they wish to leave, or need the place no longer; not staff for them."""
    if action.because in HERS and action.said_through in (None, SaidThrough.STAFF_ONLY):
        return Reason("stay.not_heard_from_her")
    return None


@guard(EndStay, EndService, provisions=["P8", "G6.1"], instead=["offer_place"])
def a_complaint_costs_no_bed(
    action: EndStay | EndService, complaint: ComplaintFacts, roof: RoofFacts
) -> Reason | None:
    """While a complaint waits for its answer, no stay and no help ends by the word of others, unless a bed follows."""
    if complaint.waits is False or action.because not in RETALIATES:
        return None
    if isinstance(action, EndStay) and roof.has_another:
        return None
    return Reason("stay.complaint_waits", reveals=("legal",))


@guard(EndStay, EndService, provisions=["P8", "G6.1"], instead=["refer_person"])
def who_enforces_ends_no_help(action: EndStay | EndService, author: AuthorFacts) -> Reason | None:
    """Who charges, holds or removes people ends nobody's stay and nobody's help."""
    return Reason("service.enforcement_ends") if author.sector is None or author.sector in ENFORCING else None


@guard(DeclinePlace, DeclineService, provisions=["P8", "G4.8"], instead=["refer_person"])
def who_enforces_hears_no_alone(action: DeclinePlace | DeclineService, author: AuthorFacts) -> Reason | None:
    """A no said to who charges, holds or removes people counts through an interpreter, an advocate or the portal."""
    if author.sector is not None and author.sector not in ENFORCING:
        return None
    return None if action.said_through in HEARD_BY_ANOTHER else Reason("declined.to_enforcement")


@guard(RegisterPlace, provisions=["G6.1", "G2.6"], instead=[RegisterPlace])
def a_shelter_is_open(action: RegisterPlace) -> Reason | None:
    """A place that people may not leave is no shelter, whatever it is called."""
    return None if action.people_may_leave else Reason("place.closed")


@guard(OfferPlace, provisions=["G6.1", "G2.6"], instead=[OfferPlace])
def nobody_is_placed_behind_locked_doors(action: OfferPlace, place: PlaceFacts) -> Reason | None:
    """Nobody is placed in a house that they may not leave."""
    return None if place.is_open is True else Reason("place.closed")


@guard(AcceptPlace, provisions=["G6.1", "G2.6"], instead=[OfferPlace])
def nobody_moves_in_behind_locked_doors(action: AcceptPlace, held: HeldPlaceFacts) -> Reason | None:
    """A house that has begun to keep people in since it offered the place takes nobody in."""
    return None if held.is_open is True else Reason("place.closed")


@guard(OfferPlace, provisions=["G6.1", "P10"], child_safeguard=True, instead=[OfferPlace, "place_tonight"])
def a_place_fits_the_age(
    action: OfferPlace, place: PlaceFacts, age: AgeFacts, fit: FitFacts
) -> Reason | None:
    """Children sleep among children or with their family, adults among adults, whoever is in doubt in between.

    Who turned eighteen in a place may go on there: nobody moves out for a birthday.
    """
    if place.for_whom in [str(kind) for kind in fitting(age.may_be_child)]:
        return None
    if place.for_whom == ForWhom.CHILDREN and fit.lives_there is True and age.may_be_child is False:
        return None
    return Reason("place.age")


@guard(OfferPlace, provisions=["G6.1"], strength=PROCEDURAL, instead=[OfferPlace, "place_tonight"])
def a_place_fits_the_person(action: OfferPlace, place: PlaceFacts, fit: FitFacts) -> Reason | None:
    """A house for women or for men takes in women or men; who is neither, or is not known, goes where all may go."""
    if place.for_sex == ForSex.ANYONE or (fit.sex in (Sex.FEMALE, Sex.MALE) and place.for_sex == fit.sex):
        return None
    return Reason("place.sex")


@guard(OfferPlace, provisions=["G6.1", "G6.6"], instead=[OfferPlace])
def a_place_is_safe(action: OfferPlace, fit: FitFacts) -> Reason | None:
    """No place in the area that the person is threatened from."""
    return Reason("place.unsafe", reveals=("whereabouts",)) if fit.threatened_there is not False else None


@guard(DeclinePlace, DeclineService, provisions=["P8", "G4.8"], instead=["inform_person"])
def a_no_is_heard_from_the_person(action: DeclinePlace | DeclineService) -> Reason | None:
    """'Declined by the person' counts only when they say so, in words that they understand."""
    return Reason("declined.not_heard") if action.said_through is SaidThrough.STAFF_ONLY else None


@guard(WithholdEntitlement, provisions=["G4.8", "P8"], instead=["inform_person", OfferService, "offer_place"])
def nobody_may_withhold_a_right(action: WithholdEntitlement) -> Reason | None:
    """Information, help and recognition are owed as of right: nobody can mark them as not granted."""
    return Reason("right.withheld")


@guard(ProposeExamination, provisions=["G6.2"], instead=[OfferService, "emergency_treatment"])
def nobody_is_examined_without_consent(action: ProposeExamination) -> Reason | None:
    """Every examination, treatment and counselling needs the person's own consent to that very thing."""
    return None if action.consent is Consent.GIVEN else Reason("health.no_consent", reveals=("health",))


@guard(ProposeExamination, provisions=["G6.2", "P8"], instead=[OfferService])
def no_test_is_a_condition(action: ProposeExamination) -> Reason | None:
    """Help, shelter, status and identification never depend on an examination; no test is mandatory."""
    if action.required_for is RequiredFor.NOTHING:
        return None
    return Reason("health.mandatory", reveals=("health",))
