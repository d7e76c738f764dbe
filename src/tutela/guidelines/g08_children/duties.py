"""What is owed to whoever may be a child, beside what is owed to everybody."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.cases.actions import RecordAge
from tutela.cases.facts import AgeFacts, StandingFacts
from tutela.cases.words import Standing
from tutela.engine.rules import duty, on
from tutela.guidelines.g02_identification.actions import AskForRecognition, PresumeTrafficked
from tutela.guidelines.g02_identification.decision_actions import DecideConclusive, DecideReasonableGrounds

from . import bia_duties, care_duties, help_duties, missing_duties, rights_duties
from .grown import GROWN

__all__ = ["bia_duties", "care_duties", "help_duties", "missing_duties", "rights_duties"]


def _turns_out_to_be(action: RecordAge, age: AgeFacts, standing: StandingFacts) -> bool:
    """Somebody waits for a decision, and from what is recorded now may be a child."""
    return rights_duties.says(action, age) is not False and standing.standing == Standing.PRESUMED


def _may_be_child(action: PresumeTrafficked | AskForRecognition, age: AgeFacts) -> bool:
    return age.may_be_child is not False


child_decided_first = duty(
    "child_decided_first",
    provisions=["P10", "G8.2"],
    starts=on(PresumeTrafficked, AskForRecognition, when=_may_be_child)
    + on(RecordAge, when=_turns_out_to_be),
    owed_by=Sector.COMPETENT_AUTHORITY,
    within="identification_reasonable_grounds",
    met_by=on(DecideReasonableGrounds, DecideConclusive),
    once=True,
    lapses=GROWN,
    doc="Whoever may be a child is treated as one: the case goes to the front, and its clock is a child's.",
)
