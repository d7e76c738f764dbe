"""Laws for whoever may be a child, over every rule: doubt closes and never opens, and nothing is decided alone.

Who is in doubt is safeguarded as a child and asked as an adult: what is closed to either is closed to her.
"""

from __future__ import annotations

import dataclasses
import random
import typing
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from tests.any_action import DAYS, LONG, NUMBERS, every, one, simplest
from tests.laws.decisions import DECISIONS, GUARDIAN_ONLY, WHY_NOT
from tutela.cases.facts import AgeFacts
from tutela.cases.words import AgeBasis
from tutela.engine import judging, profile
from tutela.engine.actions import Act, Action, registry
from tutela.engine.clocks import better_for_person
from tutela.engine.fields import FieldKind, FieldSpec
from tutela.engine.rules import Asks, BreachRule, Guard, Trigger, rules
from tutela.guidelines.g05_enforcement.steps_actions import ActAtOnce
from tutela.guidelines.g06_protection.actions import PlaceTonight
from tutela.guidelines.g08_children.bia_facts import BestInterestsFacts, ViewsFacts
from tutela.guidelines.g08_children.rights_facts import SideFacts

DAY = date(2026, 3, 2)
ADULT = AgeFacts(AgeBasis.KNOWN, 30, DAY, DAY, 30)
CHILD = AgeFacts(AgeBasis.KNOWN, 14, DAY, DAY, 14)
DOUBTFUL = (
    AgeFacts(),
    AgeFacts(AgeBasis.UNKNOWN, None, None, DAY),
    AgeFacts(AgeBasis.DISPUTED, 30, DAY, DAY, 30),
    AgeFacts(AgeBasis.ESTIMATED, 17, DAY, DAY, 20),
    AgeFacts(AgeBasis.KNOWN, 17, None, DAY, 17),
)
TRIES = 400 if LONG else 40

GUARDS = [g for g in rules.all_guards.values() if AgeFacts in g.asks.classes]
BREACHES = [b for b in rules.all_breaches.values() if AgeFacts in b.asks.classes]
CONDITIONS = [
    (rule.name, effect, trigger)
    for rule in rules.duties.values()
    for effect, trigger in rule.triggers()
    if trigger.when is not None and AgeFacts in trigger.when.classes
]
#: Rules by which who is in doubt is neither a child nor an adult, each with the reason why that is right.
ITS_OWN_CASE = {
    "means_are_not_weighed_for_a_child": "in doubt means are written down and never read: an adult is decided by them",
    "no_age_is_assessed_without_doubt": "doubt is what it answers, and she says yes to it herself",
    "a_conclusive_yes_has_its_elements": "it stands against a yes for the person; in doubt that stays open to her",
    "a_place_fits_the_age": "she sleeps neither among adults nor beside small children: a kind of place of her own",
    "only_who_is_missing_is_looked_for": "a child is looked for, an adult may leave: who is in doubt is looked for",
    "kept_from_going": "a child is kept from going back, an adult may go: who is in doubt is asked as an adult",
}


def action_of(draw: random.Random, cls: type[Action]) -> Action:
    """Any action of a class that has the right form."""
    for _ in range(20):
        data = {spec.name: _value(draw, spec) for spec in cls.specs() if spec.required or draw.random() < 0.6}
        try:
            return cls.model_validate({name: v for name, v in data.items() if v is not None})
        except ValidationError:
            continue
    return simplest(cls)


def _value(draw: random.Random, spec: FieldSpec) -> Any:
    match spec.kind:
        case FieldKind.CHOICE:
            return draw.choice(spec.choices)
        case FieldKind.CHOICES:
            return draw.sample(list(spec.choices), draw.choice([0, 1, len(spec.choices)]))
        case FieldKind.YES_NO | FieldKind.YES_NO_UNKNOWN:
            return draw.choice([True, False])
        case FieldKind.DATE:
            return draw.choice(DAYS)
        case FieldKind.WHOLE:
            return draw.choice(NUMBERS)
    return one(spec)


def facts_of(draw: random.Random, asks: Asks) -> dict[type[Any], Any]:
    """Any facts that a rule asks for, with anything unknown; the age is left to the law."""
    found: dict[type[Any], Any] = {}
    for cls in asks.classes:
        hints = typing.get_type_hints(cls)
        found[cls] = cls(
            **{f.name: draw.choice(every(hints[f.name], f.name)) for f in dataclasses.fields(cls)}
        )
    return found


def told(draw: random.Random, cls: type[Action], asks: Asks) -> Iterator[tuple[Action, list[bool]]]:
    """What a rule says of an adult, of a child, and of somebody in doubt in the same situation, many times."""
    for _ in range(TRIES):
        action, facts = action_of(draw, cls), facts_of(draw, asks)
        ages = (ADULT, CHILD, draw.choice(DOUBTFUL))
        yield action, [bool(asks(action, {**facts, AgeFacts: age})) for age in ages]


@pytest.mark.parametrize("rule", [*GUARDS, *BREACHES], ids=lambda r: r.name)
def test_what_is_closed_to_an_adult_or_to_a_child_is_closed_in_doubt(rule: Guard | BreachRule) -> None:
    draw = random.Random(rule.name)
    for cls in rule.actions if isinstance(rule, Guard) else rule.facts:
        for action, (adult, child, doubt) in told(draw, cls, rule.asks):
            if rule.name not in ITS_OWN_CASE:
                assert doubt >= adult, f"doubt about adulthood opened what was closed: {action!r}"
                assert doubt >= child, f"a child's safeguard is missing for who is in doubt: {action!r}"


@pytest.mark.parametrize(
    ("name", "effect", "trigger"), CONDITIONS, ids=lambda v: v if isinstance(v, str) else ""
)
def test_what_is_owed_to_a_child_is_owed_in_doubt_and_ends_for_no_doubt(
    name: str, effect: str, trigger: Trigger
) -> None:
    assert trigger.when is not None
    for action, (adult, child, doubt) in told(random.Random(name), trigger.action, trigger.when):
        if effect == "starts":
            assert doubt >= (adult or child), f"{action!r}"
        elif effect in ("lapses", "declined_by"):
            assert doubt <= (adult and child), f"{action!r}"


@pytest.mark.parametrize("here", profile.available())
def test_a_clock_in_doubt_is_no_worse_than_a_childs_and_no_worse_than_an_adults(here: str) -> None:
    country = profile.load(here)
    for key in {rule.within for rule in rules.duties.values()}:
        doubt = country.term(key, DAY, child=None)
        for other in (country.term(key, DAY, child=True), country.term(key, DAY, child=False)):
            assert not better_for_person(doubt, other), key


def test_every_act_with_a_childs_safeguards_is_a_decision_or_says_why_it_is_none() -> None:
    safeguarded = {cls for g in rules.all_guards.values() if g.child_safeguard for cls in g.actions}
    assert safeguarded == {*DECISIONS, *GUARDIAN_ONLY, *WHY_NOT}


@pytest.mark.parametrize("cls", [*DECISIONS, *GUARDIAN_ONLY], ids=lambda cls: cls.name)
def test_no_decision_about_a_possible_child_without_assessment_views_and_guardian(cls: type[Act]) -> None:
    draw, found = random.Random(cls.name), rules.guards_of(cls)
    asks = Asks(cls, tuple(dict.fromkeys(c for g in found for c in g.asks.classes)))
    for _ in range(TRIES):
        action = action_of(draw, cls)
        facts = facts_of(draw, asks) | {AgeFacts: draw.choice([*DOUBTFUL, CHILD])}
        decision = DECISIONS[cls](action) if cls in DECISIONS else None
        if cls in DECISIONS and decision is None:
            continue  # nobody is asked to speak
        if getattr(action, "limit_on", None) is not None:
            continue  # a claim near its last day is not lost for want of a guardian
        if not _is_ready(facts, decision):
            assert judging.look(found, action, facts, DAY), f"decided all the same: {action!r}"


def _is_ready(facts: dict[type[Any], Any], decision: str | None) -> bool:
    guardian = facts.get(SideFacts, SideFacts()).guardian is True
    if decision is None:
        return guardian
    views: ViewsFacts = facts.get(ViewsFacts, ViewsFacts())
    assessed = facts.get(BestInterestsFacts, BestInterestsFacts()).in_date is True
    return guardian and assessed and decision in (views.heard or {}) and views.are_on_file(decision)  # type: ignore[arg-type]  # a code


@pytest.mark.parametrize("cls", [PlaceTonight, ActAtOnce], ids=lambda cls: cls.name)
@pytest.mark.parametrize("age", [*DOUBTFUL, CHILD])
def test_an_urgent_act_for_a_possible_child_starts_what_it_went_without(
    cls: type[Act], age: AgeFacts
) -> None:
    facts = {AgeFacts: age, SideFacts: SideFacts()}
    started = {
        rule.name
        for rule in rules.by_trigger[cls]
        for trigger in rule.starts
        if trigger.action is cls
        and (
            trigger.when is None
            or trigger.when(simplest(cls), {c: facts.get(c, c()) for c in trigger.when.classes})
        )
    }
    assert {"child_guardian", "child_lawyer", "best_interests_after_urgent"} <= started


def test_the_exceptions_are_of_rules_that_are_there() -> None:
    assert set(ITS_OWN_CASE) <= {*rules.all_guards, *rules.all_breaches}
    assert {*DECISIONS, *GUARDIAN_ONLY, *WHY_NOT} <= set(registry)
