"""Breaches against whoever may be a child."""

from __future__ import annotations

from tutela.cases.facts import AgeFacts
from tutela.engine.rules import breach, on
from tutela.guidelines.g04_law.facts import PresumptionFacts
from tutela.guidelines.g05_enforcement.actions import (
    AssessChargeLink,
    ChargeDropped,
    ChargeFound,
    ConvictionFound,
    ConvictionQuashed,
    FineFound,
    ProsecutorAnswered,
)
from tutela.guidelines.g05_enforcement.conditions import (
    drops_the_charge,
    goes_against_protection,
    is_not_linked,
)
from tutela.guidelines.g05_enforcement.facts import LinkFacts
from tutela.guidelines.g05_enforcement.whose import named_or_who_charged

from . import age_breaches, bia_breaches, help_breaches, missing_breaches
from .rights_facts import ThenFacts

__all__ = ["age_breaches", "bia_breaches", "help_breaches", "missing_breaches"]


@breach(
    ChargeFound,
    FineFound,
    provisions=["G8.3"],
    ended_by=on(ChargeDropped)
    + on(ProsecutorAnswered, when=drops_the_charge)
    + on(AssessChargeLink, when=is_not_linked),
    ref="charge_ref",
    by=named_or_who_charged,
)
def child_charged_all_the_same(
    action: ChargeFound | FineFound,
    age: AgeFacts,
    then: ThenFacts,
    presumption: PresumptionFacts,
    links: LinkFacts,
) -> bool:
    """Somebody who may be a child, or was one then, was charged or fined for something tied to being trafficked."""
    return then.spares(age) and goes_against_protection(action, presumption, links)


@breach(
    ConvictionFound,
    provisions=["G8.3"],
    ended_by=on(ConvictionQuashed) + on(AssessChargeLink, when=is_not_linked),
    ref="charge_ref",
)
def child_convicted_all_the_same(
    action: ConvictionFound,
    age: AgeFacts,
    then: ThenFacts,
    presumption: PresumptionFacts,
    links: LinkFacts,
) -> bool:
    """Somebody who may be a child, or was one then, was convicted of something tied to being trafficked."""
    return then.spares(age) and goes_against_protection(action, presumption, links)
