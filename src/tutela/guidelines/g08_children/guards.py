"""Guards for whoever may be a child: whose age nobody knows, or is disputed, counts as one."""

from __future__ import annotations

from tutela.cases.facts import AgeFacts
from tutela.engine.rules import Reason, guard
from tutela.guidelines.g04_law.facts import PresumptionFacts
from tutela.guidelines.g05_enforcement.actions import AssessChargeLink, BringCharge
from tutela.guidelines.g05_enforcement.facts import LinkFacts

from . import (
    age_guards,
    bia_guards,
    care_guards,
    guardian_guards,
    help_guards,
    missing_guards,
    privacy_guards,
    staff_guards,
)
from .rights_facts import ThenFacts

__all__ = [
    "age_guards",
    "bia_guards",
    "care_guards",
    "guardian_guards",
    "help_guards",
    "missing_guards",
    "privacy_guards",
    "staff_guards",
]


@guard(BringCharge, provisions=["G8.3"], instead=[AssessChargeLink, "refer_person"])
def no_charge_against_a_child_for_what_was_done_to_it(
    action: BringCharge, age: AgeFacts, then: ThenFacts, presumption: PresumptionFacts, links: LinkFacts
) -> Reason | None:
    """No charge against a child presumed trafficked, or an adult who was one then, for anything tied to it.

    Only somebody trained and independent of the prosecution can find that it is not tied to it.
    """
    if not then.spares(age) or not presumption.protects:
        return None
    if links.is_not_linked(action.charge_ref, action.offence):
        return None
    return Reason("child.charge")
