"""Laws that hold for every guard and every breach there is, whoever wrote it: unknown, danger, order."""

from __future__ import annotations

import dataclasses
import random
import typing
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.any_action import actions, changed, every, facts_of, tries
from tutela.cases.facts import StandingFacts
from tutela.engine import judging
from tutela.engine.actions import Act, Fact, registry
from tutela.engine.rules import ABSOLUTE, BreachRule, Guard, guard, rules
from tutela.guidelines.g02_identification.facts import AsylumFacts, DecisionFacts, ScreeningFacts
from tutela.guidelines.g04_law.facts import PresumptionFacts, StayFacts
from tutela.guidelines.g06_protection.facts import FitFacts

DAY = date(2026, 3, 2)
GUARDS = sorted(rules.all_guards.values(), key=lambda g: g.name)
BREACHES = sorted(rules.all_breaches.values(), key=lambda b: b.name)

#: Rules that a fact passes while it is unknown, though some value of it would not pass: the facts of which that is
#: right (a class, or one field of it), and why. For all their other facts the law holds.
UNKNOWN_IS_ITS_OWN_CASE = {
    "a_place_fits_the_age": (
        "AgeFacts",
        "an unknown age has a kind of place of its own, neither a child's nor an adult's",
    ),
    "a_conclusive_yes_has_its_elements": (
        "AgeFacts",
        "it stands against a decision for the person; unknown protects",
    ),
    "means_are_not_weighed_for_a_child": (
        "AgeFacts",
        "while the age is unknown, means are written down and never read",
    ),
    "no_age_is_assessed_without_doubt": (
        "AgeFacts",
        "an age is assessed because it is unknown: it spares whoever is surely a child, or surely none, the question",
    ),
    "only_who_is_missing_is_looked_for": (
        "AgeFacts",
        "whoever may be a child is looked for; an adult is free to leave",
    ),
    **dict.fromkeys(
        (
            "no_charge_against_a_child_for_what_was_done_to_it",
            "child_charged_all_the_same",
            "child_convicted_all_the_same",
            "who_decides_about_a_child_is_trained",
            "a_decision_follows_the_definition",
            "who_may_be_a_child_was_one_then",
        ),
        (
            "AgeFacts.asked_on",
            "where nothing was asked before, there is nothing to answer by the rules of that day",
        ),
    ),
    "nobody_agrees_for_the_dead": (
        "LifeFacts",
        "of whom no death is known is alive, and may agree to be helped",
    ),
    "a_found_link_is_not_shopped_away": (
        "LinkFacts",
        "where nobody found anything there is no finding to go round",
    ),
    **{
        rule: (
            f"ProceedingsFacts.{field}",
            "it asks whether something known from before goes on; what nobody knows of cannot go on",
        )
        for rule, field in (
            ("still_held", "held"),
            ("still_charged", "charged"),
            ("still_convicted", "convicted"),
            ("linked_after_all", "cleared"),
        )
    },
}

#: Facts whose truth is a danger to the person, or a protection that holds. Knowing one never opens anything.
DANGERS: list[tuple[type[Any], str, Any]] = [
    (StayFacts, "risk_asserted", True),
    (StayFacts, "recovery_runs", True),
    (StayFacts, "stay_holds", True),
    (FitFacts, "threatened_there", True),
    (PresumptionFacts, "decision_waits", True),
    (PresumptionFacts, "standing", "presumed"),
    (PresumptionFacts, "standing", "identified"),
    (StandingFacts, "standing", "presumed"),
    (StandingFacts, "standing", "identified"),
    (DecisionFacts, "reconsideration_open", True),
    (ScreeningFacts, "expired", True),
    (AsylumFacts, "open", True),
    (AsylumFacts, "fears", True),
]


@st.composite
def situations(draw: st.DrawFn, rule: Guard | BreachRule) -> tuple[Any, dict[type[Any], Any]]:
    """Any action that the rule looks at, in any situation."""
    looked_at = rule.actions if isinstance(rule, Guard) else rule.facts
    action = draw(actions(draw(st.sampled_from(list(looked_at)))))
    return action, {cls: draw(facts_of(cls)) for cls in rule.asks.classes}


def names(cls: type[Any]) -> list[tuple[str, list[Any]]]:
    hints = typing.get_type_hints(cls)
    return [(f.name, every(hints[f.name], f.name)) for f in dataclasses.fields(cls)]


def is_its_own_case(rule: Guard | BreachRule, cls: type[Any], name: str) -> bool:
    which, _ = UNKNOWN_IS_ITS_OWN_CASE.get(rule.name, ("", ""))
    return which in (cls.__name__, f"{cls.__name__}.{name}")


def holds(rule: Guard | BreachRule, action: Any, facts: dict[type[Any], Any]) -> bool:
    """Whether the rule objects, or sees a breach."""
    found = rule.asks(action, facts)
    return found is not None if isinstance(rule, Guard) else bool(found)


@pytest.mark.parametrize("rule", [r for r in [*GUARDS, *BREACHES] if r.asks.classes], ids=lambda r: r.name)
@tries(15)
@given(data=st.data())
def test_what_passes_with_a_fact_unknown_passes_for_every_value_of_it(rule: Any, data: st.DataObject) -> None:
    """So that unknown is never worse for the person than the value that protects best."""
    action, facts = data.draw(situations(rule))
    for cls in rule.asks.classes:
        for name, values in names(cls):
            if is_its_own_case(rule, cls, name):
                continue
            unknown = {**facts, cls: changed(facts[cls], name, None)}
            if holds(rule, action, unknown):
                continue
            for value in values:
                known = {**facts, cls: changed(facts[cls], name, value)}
                assert not holds(rule, action, known), f"{cls.__name__}.{name} = {value!r}"


def test_the_exceptions_are_of_rules_that_are_there() -> None:
    there = {**rules.all_guards, **rules.all_breaches}
    for rule, (which, _) in UNKNOWN_IS_ITS_OWN_CASE.items():
        asked = [(cls, name) for cls in there[rule].asks.classes for name, _ in names(cls)]
        assert any(is_its_own_case(there[rule], *each) for each in asked), f"{rule} does not ask for {which}"
    for cls, name, _ in DANGERS:
        assert name in {f.name for f in dataclasses.fields(cls)}, f"{cls.__name__} has no {name}"


#: Where the fact is the very thing that the act answers, and so no danger to it: rule → field.
ANSWERED = {
    "nothing_is_upheld_that_nobody_asked_about": "reconsideration_open",
    "a_stay_lasts_as_long_as_the_presumption": "standing",  # recognised, with a permit that takes the stay's place
}


def dangers_of(rule: Guard) -> list[tuple[type[Any], str, Any]]:
    return [d for d in DANGERS if d[0] in rule.asks.classes and ANSWERED.get(rule.name) != d[1]]


@pytest.mark.parametrize("rule", list(filter(dangers_of, GUARDS)), ids=lambda r: r.name)
@tries(20)
@given(data=st.data())
def test_a_newly_known_danger_never_turns_a_refusal_into_permission(rule: Guard, data: st.DataObject) -> None:
    action, facts = data.draw(situations(rule))
    if not holds(rule, action, facts):
        return
    for cls, name, value in dangers_of(rule):
        assert holds(rule, action, {**facts, cls: changed(facts[cls], name, value)}), f"{name} = {value!r}"


@pytest.mark.parametrize("cls", [a for a in registry if len(rules.guards_of(a)) > 1], ids=lambda a: a.name)
@tries(8)
@given(data=st.data())
def test_the_order_of_guards_does_not_matter(cls: type[Act], data: st.DataObject) -> None:
    action = data.draw(actions(cls))
    found = rules.guards_of(cls)
    facts = {c: data.draw(facts_of(c)) for g in found for c in g.asks.classes}
    shuffled = random.Random(data.draw(st.integers(0, 99))).sample(found, len(found))
    first = judging.look(found, action, facts, DAY)
    again = judging.look(shuffled, action, facts, DAY)
    assert {(f.guard.name, f.reason) for f in first} == {(f.guard.name, f.reason) for f in again}
    assert not [f for f in first if f.failed], first


def test_every_guard_looks_at_acts_that_are_performed() -> None:
    """A guard on a parent would never look; on a Fact it would hide what happened."""
    performed = set(registry)
    for rule in GUARDS:
        assert set(rule.actions) <= performed, rule.name
        assert not any(issubclass(a, Fact) for a in rule.actions)
    for cls in registry:
        if issubclass(cls, Fact):
            assert rules.guards_of(cls) == []
    for cls in {t.action for d in rules.duties.values() for _, t in d.triggers()}:
        assert cls in performed, f"{cls.__name__} starts or ends a duty and is never performed"


def test_no_guard_can_be_put_on_a_fact_or_on_a_parent() -> None:
    class Told(Fact):
        abstract = True

    class Parent(Act):
        abstract = True

    for cls in (Told, Parent):
        with pytest.raises(TypeError):
            guard(cls, provisions=["P1"])(lambda action: None)


def test_an_urgent_act_keeps_every_absolute_guard_but_a_childs_safeguards() -> None:
    urgent = [a for a in registry if issubclass(a, Act) and a.urgent_form_of is not None]
    assert urgent
    for cls in urgent:
        ordinary = rules.guards_of(cls.urgent_form_of)
        kept = rules.guards_of(cls)
        assert all(g.strength is ABSOLUTE and not g.child_safeguard for g in kept)
        assert {g for g in ordinary if g.strength is ABSOLUTE and not g.child_safeguard} <= set(kept)
