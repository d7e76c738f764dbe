"""Breaches on going back: an adult kept from leaving, and somebody looked for in a way that she had not agreed to."""

from __future__ import annotations

from tutela.cases.facts import AgeFacts
from tutela.engine.rules import breach, on

from .care_actions import ProtectPerson
from .return_actions import PersonTravelled, RecordReturnChoice, ReturnWasPrevented, SilenceChecked
from .return_facts import JourneyFacts
from .return_words import ReturnWay


def _stays_after_all(action: RecordReturnChoice) -> bool:
    return action.wants is ReturnWay.STAY


@breach(
    ReturnWasPrevented,
    provisions=["P11"],
    ended_by=on(PersonTravelled) + on(RecordReturnChoice, when=_stays_after_all),
    compartment="status",
)
def kept_from_going(action: ReturnWasPrevented, age: AgeFacts) -> bool:
    """An adult was kept from leaving the country. For a child, what is best is determined first."""
    return age.may_be_child is not True


@breach(SilenceChecked, provisions=["G6.8"], ended_by=on(ProtectPerson), compartment="whereabouts")
def looked_for_in_another_way(action: SilenceChecked, journey: JourneyFacts) -> bool:
    """Somebody who had returned was looked for in a way that she had not agreed to."""
    return action.how != journey.when_silent
