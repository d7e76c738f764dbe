"""Doubt about adulthood never opens what is closed to a child, and never closes her own say."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutela.agencies.actions import GrantAccess
from tutela.agencies.facts import AuthorFacts, SightFacts
from tutela.agencies.words import Basis, Compartment, Purpose, Sector
from tutela.cases.facts import AgeFacts
from tutela.cases.words import AgeBasis
from tutela.guidelines.g05_enforcement.steps_actions import PlanStep
from tutela.guidelines.g05_enforcement.steps_words import StepKind
from tutela.guidelines.g08_children import guardian_guards, privacy_guards, staff_guards
from tutela.guidelines.g08_children.rights_facts import CircleFacts, LedFacts, SideFacts

TODAY = date(2026, 3, 2)
CASE, AGENCY = uuid.UUID(int=1), uuid.UUID(int=2)
ADULT = AgeFacts(AgeBasis.KNOWN, 30, TODAY, TODAY, 30)
CHILD = AgeFacts(AgeBasis.KNOWN, 14, TODAY, TODAY, 14)
DOUBTFUL = (
    AgeFacts(),
    AgeFacts(AgeBasis.DISPUTED, 30, TODAY, TODAY, 30),
    AgeFacts(AgeBasis.ESTIMATED, 17, TODAY, TODAY, 20),
)
maybe = st.sampled_from([True, False, None])
sides = st.builds(SideFacts, guardian=maybe, lawyer=maybe, measures=st.sampled_from([None, ()]))


@pytest.mark.parametrize("doubt", DOUBTFUL)
@given(side=sides, kind=st.sampled_from(StepKind))
@settings(max_examples=40)
def test_who_is_in_doubt_is_safeguarded_in_proceedings_like_a_child(
    doubt: AgeFacts, side: SideFacts, kind: StepKind
) -> None:
    step = PlanStep(case=CASE, kind=kind)
    for rule in (
        guardian_guards.no_proceedings_without_a_guardian,
        guardian_guards.no_proceedings_without_a_lawyer,
        guardian_guards.a_child_is_asked_in_a_way_made_for_children,
    ):
        assert rule(step, doubt, side) == rule(step, CHILD, side)
        assert rule(step, ADULT, side) is None


@pytest.mark.parametrize("doubt", DOUBTFUL)
@given(
    to=st.sampled_from([*Sector, None]), near=maybe, own=maybe, basis=st.sampled_from(Basis), side=sides,
    trained=st.sampled_from([None, date(2020, 1, 1), date(2026, 1, 1)]), led=maybe,
)  # fmt: skip
@settings(max_examples=60)
def test_and_so_are_her_name_and_who_decides(
    doubt: AgeFacts, to: Sector | None, near: bool | None, own: bool | None, basis: Basis, side: SideFacts,
    trained: date | None, led: bool | None,
) -> None:  # fmt: skip
    parts = (Compartment.FACTS, Compartment.IDENTITY)
    opened = GrantAccess(
        case=CASE, to_agency=AGENCY, purpose=Purpose.PROTECTION, basis=basis, compartments=parts
    )
    sight = SightFacts(to_sector=to, to_own=own)
    rule = privacy_guards.a_childs_name_stays_in_its_circle
    assert rule(opened, doubt, sight, CircleFacts(near), side) == rule(
        opened, CHILD, sight, CircleFacts(near), side
    )
    assert rule(opened, ADULT, sight, CircleFacts(near), side) is None
    author = AuthorFacts(child_training_on=trained, today=TODAY)
    assert staff_guards.not_trained_for(doubt, author, LedFacts(led)) == staff_guards.not_trained_for(
        CHILD, author, LedFacts(led)
    )
    assert staff_guards.not_trained_for(ADULT, author, LedFacts(led)) is None
