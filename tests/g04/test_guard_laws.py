"""The guards on staying as laws: a million situations, no database."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.g05 import laws
from tutela.guidelines.g04_law import guards
from tutela.guidelines.g04_law.actions import RemovePerson, ReviewStay
from tutela.guidelines.g04_law.facts import PresumptionFacts, StayFacts
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
BY_PRESUMPTION = {
    RemovePerson: guards.nobody_presumed_trafficked_is_removed,
    ReviewStay: guards.a_stay_lasts_as_long_as_the_presumption,
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
