"""The guards of guideline 5, and of guideline 8 on charges, as laws: a million situations, no database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.g05 import laws
from tutela.cases.facts import AgeFacts
from tutela.engine.rules import ABSOLUTE, rules
from tutela.guidelines.g04_law.facts import PresumptionFacts
from tutela.guidelines.g05_enforcement import actions, custody_actions, guards
from tutela.guidelines.g05_enforcement.facts import LinkFacts
from tutela.guidelines.g05_enforcement.words import ClosedPlace, HandTo, HeldFor, Offence
from tutela.guidelines.g08_children.guards import no_charge_against_a_child_for_what_was_done_to_it
from tutela.guidelines.g08_children.rights_facts import ThenFacts

CHARGES = st.builds(
    actions.BringCharge,
    case=st.just(laws.CASE),
    charge_ref=st.sampled_from(laws.REFS),
    offence=st.sampled_from([Offence.THEFT, Offence.IRREGULAR_STAY]),
)
FINDINGS = st.builds(
    actions.AssessChargeLink,
    case=st.just(laws.CASE),
    charge_ref=st.just(laws.REFS[0]),
    offence=st.just(Offence.THEFT),
    linked=laws.MAYBE,
    reasons=st.just("because"),
)
DETENTIONS = st.builds(
    custody_actions.DetainPerson,
    case=st.just(laws.CASE),
    place_kind=st.sampled_from(ClosedPlace),
    held_for=st.sampled_from(HeldFor),
)


THENS = st.builds(ThenFacts, was_child=laws.MAYBE)


@given(CHARGES, laws.PRESUMPTIONS, laws.LINKS)
def test_a_charge_is_never_opened_by_ignorance_or_danger(
    action: actions.BringCharge, presumption: PresumptionFacts, links: LinkFacts
) -> None:
    rule = guards.no_charge_linked_to_the_trafficking
    assert laws.unknown_never_opens(rule, action, presumption, links)
    assert laws.danger_never_opens(rule, action, presumption, links)
    if not laws.allows(rule, action, presumption, links):
        assert not any(laws.allows(rule, action, presumption, more) for more in laws.linked_after_all(links))


@given(CHARGES, laws.AGES, THENS, laws.PRESUMPTIONS, laws.LINKS)
def test_a_childs_charge_is_never_opened_by_ignorance_or_danger(
    action: actions.BringCharge,
    age: AgeFacts,
    then: ThenFacts,
    presumption: PresumptionFacts,
    links: LinkFacts,
) -> None:
    rule = no_charge_against_a_child_for_what_was_done_to_it
    assert laws.unknown_never_opens(rule, action, age, then, presumption, links)
    assert laws.danger_never_opens(rule, action, age, then, presumption, links)
    if not laws.allows(rule, action, age, then, presumption, links):
        assert not laws.allows(guards.no_charge_linked_to_the_trafficking, action, presumption, links)


@given(DETENTIONS, laws.PRESUMPTIONS)
def test_detention_is_never_opened_by_ignorance_danger_or_a_kind_name(
    action: custody_actions.DetainPerson, presumption: PresumptionFacts
) -> None:
    rule = guards.nobody_is_held_for_having_been_trafficked
    assert laws.unknown_never_opens(rule, action, presumption)
    assert laws.danger_never_opens(rule, action, presumption)
    assert laws.allows(rule, action, presumption) == presumption.is_over


@given(FINDINGS, laws.AUTHORS)
def test_nobody_unknown_assesses_a_charge(action: actions.AssessChargeLink, author: object) -> None:
    for rule in (guards.who_assesses_a_charge_is_trained, guards.who_assesses_a_charge_is_independent):
        assert laws.unknown_never_opens(rule, action, author)


@given(st.sampled_from(HandTo), laws.PRESUMPTIONS)
def test_a_suspicion_never_opens_a_hand_over(to_kind: HandTo, presumption: PresumptionFacts) -> None:
    def hand_over(suspected: bool | None) -> custody_actions.HandOver:
        return custody_actions.HandOver(case=laws.CASE, to_kind=to_kind, suspected_controller=suspected)

    for suspected in (True, None):
        assert not laws.allows(guards.nobody_is_handed_to_a_controller, hand_over(suspected))
    rule = guards.nobody_is_handed_to_who_holds_power
    assert laws.unknown_never_opens(rule, hand_over(False), presumption)
    assert laws.danger_never_opens(rule, hand_over(False), presumption)


@pytest.mark.parametrize(
    "act",
    [actions.BringCharge, actions.AssessChargeLink, custody_actions.DetainPerson, custody_actions.HandOver],
)
def test_nobody_may_waive_these(act: type[actions.BringCharge]) -> None:
    assert {g.strength for g in rules.guards_of(act)} == {ABSOLUTE}
