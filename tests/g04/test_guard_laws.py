"""The guards on staying as laws: a million situations, no database."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.g05 import laws
from tutela.engine.rules import Reason
from tutela.guidelines.g04_law import guards
from tutela.guidelines.g04_law.actions import RemovePerson, ReviewStay
from tutela.guidelines.g04_law.facts import HatsFacts, PermitFacts, PresumptionFacts, StayFacts
from tutela.guidelines.g04_law.words import RemovalKind, ReviewOutcome

REMOVALS = st.builds(RemovePerson, case=st.just(laws.CASE), kind=st.sampled_from(RemovalKind))
REVIEWS = st.builds(
    ReviewStay,
    case=st.just(laws.CASE),
    outcome=st.sampled_from(ReviewOutcome),
    heard=laws.MAYBE,
    risk_found=laws.MAYBE,
    reasons=st.just("because"),
)


def _without_a_permit(action: ReviewStay, presumption: PresumptionFacts) -> Reason | None:
    """As long as no permit takes the stay's place; that is a law of its own below."""
    return guards.a_stay_lasts_as_long_as_the_presumption(action, presumption, PermitFacts())


BY_PRESUMPTION = {
    RemovePerson: guards.nobody_presumed_trafficked_is_removed,
    ReviewStay: _without_a_permit,
}
BY_STAY = {
    RemovePerson: (
        guards.nobody_is_removed_into_danger,
        guards.nobody_is_removed_while_recovering,
        guards.the_end_of_a_stay_is_a_review,
    ),
    ReviewStay: (guards.time_to_recover_is_not_shortened, guards.a_stay_ends_after_hearing_and_assessment),
}


@given(REMOVALS | REVIEWS, laws.PRESUMPTIONS, laws.STAYS)
def test_ignorance_and_danger_never_open_a_removal_or_end_a_stay(
    action: RemovePerson | ReviewStay, presumption: PresumptionFacts, stay: StayFacts
) -> None:
    rule = BY_PRESUMPTION[type(action)]
    assert laws.unknown_never_opens(rule, action, presumption)
    assert laws.danger_never_opens(rule, action, presumption)
    for rule in BY_STAY[type(action)]:
        assert laws.unknown_never_opens(rule, action, stay)
        assert laws.danger_never_opens(rule, action, stay)


@given(REVIEWS, laws.PRESUMPTIONS, laws.STAYS)
def test_a_review_that_keeps_the_stay_is_never_refused(
    action: ReviewStay, presumption: PresumptionFacts, stay: StayFacts
) -> None:
    kept = action.model_copy(update={"outcome": ReviewOutcome.GOES_ON})
    assert laws.allows(BY_PRESUMPTION[ReviewStay], kept, presumption)
    assert all(laws.allows(rule, kept, stay) for rule in BY_STAY[ReviewStay])


@given(REVIEWS, laws.PRESUMPTIONS, st.sampled_from([None, False, True]))
def test_only_a_permit_of_somebody_recognised_takes_the_place_of_a_stay(
    action: ReviewStay, presumption: PresumptionFacts, holds: bool | None
) -> None:
    ended = action.model_copy(update={"outcome": ReviewOutcome.ENDS})
    passes = (
        guards.a_stay_lasts_as_long_as_the_presumption(ended, presumption, PermitFacts(holds=holds)) is None
    )
    assert passes is (not presumption.protects or (presumption.is_recognised and holds is True))


def test_what_nobody_can_tell_apart_is_not_split() -> None:
    here = {"agency": "a", "sector": "immigration", "sees": True}
    assert HatsFacts(**here, unit="stay", units=("stay",)).wears_both
    assert HatsFacts(**here, unit="", units=("stay",)).wears_both
    assert HatsFacts(**here, unit="leave", units=("stay", "")).wears_both
    assert HatsFacts(**here, unit="leave", units=()).wears_both
    assert not HatsFacts(**here, unit="leave", units=("stay",)).wears_both
    assert not HatsFacts(**{**here, "sees": False}).wears_both
    assert not HatsFacts(**{**here, "sector": "police"}).wears_both
    assert HatsFacts(**{**here, "sector": None}).wears_both
