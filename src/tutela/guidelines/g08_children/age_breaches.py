"""Breaches in how an age was assessed."""

from __future__ import annotations

from tutela.cases.facts import AgeFacts
from tutela.engine.rules import breach

from .age_actions import AgeAssessed, admitted
from .rights_facts import AssessmentFacts


@breach(AgeAssessed, provisions=["P10"])
def age_assessed_against_her_will(action: AgeAssessed, found: AssessmentFacts, age: AgeFacts) -> bool:
    """An age was assessed without the person's yes, or by a method that the country's profile does not admit."""
    named = action.age_assessment is not None
    agreed = found.agreed if named else action.agreed
    method = found.method if named else action.method
    return agreed is not True or method not in admitted(age.today)
