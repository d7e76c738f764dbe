"""A breach on the way to coming of age."""

from __future__ import annotations

from tutela.cases.facts import AgeFacts
from tutela.engine.rules import breach, on

from .guardian_actions import AcceptAppointment, RepresentativeEnded
from .guardian_words import OfficeEnd


@breach(RepresentativeEnded, provisions=["P10", "G8.8"], ended_by=on(AcceptAppointment))
def left_as_if_she_were_of_age(action: RepresentativeEnded, age: AgeFacts) -> bool:
    """A guardian or lawyer left somebody who may be a child, as if she were of age."""
    return action.because is OfficeEnd.OF_AGE and age.may_be_child is not False
