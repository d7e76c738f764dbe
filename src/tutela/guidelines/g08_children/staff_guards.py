"""Guards on who works with a child: trained for it and in date, or led for some hours by somebody who is."""

from __future__ import annotations

from datetime import date

from tutela.agencies.facts import AuthorFacts
from tutela.cases.facts import AgeFacts
from tutela.engine import profile
from tutela.engine.actions import Act
from tutela.engine.rules import PROCEDURAL, Reason, Waiver, guard
from tutela.guidelines.g02_identification.decision_actions import (
    DecideConclusive,
    DecideReasonableGrounds,
    DecideReconsideration,
    MakeDecisionFinal,
)
from tutela.guidelines.g04_law.actions import GrantRecoveryPeriod
from tutela.guidelines.g04_law.permit_actions import EndPermit

from .age_actions import AnswerAgeChallenge, ProposeAgeAssessment
from .guardian_actions import AcceptAppointment
from .missing_actions import TalkAfterReturn
from .rights_facts import LeaderFacts, LedFacts, WorkerFacts
from .staff_actions import AssignToChild

VALIDITY = "training_child_validity"


def in_date(trained_on: date | None, today: date | None) -> bool:
    """Whether a training in child law and psychology still holds; one that nobody recorded does not."""
    if trained_on is None or today is None:
        return False
    here = profile.current()
    length = here.term(VALIDITY, today).length
    return length is not None and today <= here.calendar.move(trained_on, length)


def not_trained_for(age: AgeFacts, author: AuthorFacts, led: LedFacts) -> Reason | None:
    """What every guard on decisions about a child asks: trained and in date, or led by telephone just now."""
    if age.when_asked is False or led.now is True or in_date(author.child_training_on, author.today):
        return None
    return Reason("child.untrained")


@guard(
    DecideReasonableGrounds, DecideConclusive, DecideReconsideration, MakeDecisionFinal,
    ProposeAgeAssessment, AnswerAgeChallenge, GrantRecoveryPeriod, EndPermit, TalkAfterReturn,
    provisions=["G8.10"], strength=PROCEDURAL, waiver=Waiver.ANOTHER_AGENCY, instead=[AssignToChild],
    child_safeguard=True,
)  # fmt: skip
def who_decides_about_a_child_is_trained(
    action: Act, age: AgeFacts, author: AuthorFacts, led: LedFacts
) -> Reason | None:
    """Only somebody trained for children, in date, decides about who may be a child, or who is led by one."""
    return not_trained_for(age, author, led)


@guard(
    AcceptAppointment, provisions=["G8.10"], strength=PROCEDURAL, waiver=Waiver.ANOTHER_AGENCY,
    instead=["appoint_representative"],
)  # fmt: skip
def who_stands_at_a_childs_side_is_trained(
    action: AcceptAppointment, author: AuthorFacts, led: LedFacts
) -> Reason | None:
    """A guardian or lawyer of a child is trained for children, in date."""
    return not_trained_for(AgeFacts(), author, led)


@guard(
    AssignToChild, provisions=["G8.10"], strength=PROCEDURAL, waiver=Waiver.ANOTHER_AGENCY,
    instead=[AssignToChild, "refer_person"],
)  # fmt: skip
def who_works_with_a_child_is_trained(
    action: AssignToChild, worker: WorkerFacts, leader: LeaderFacts
) -> Reason | None:
    """A child is given to somebody trained for children; with none at hand, to the nearest, led by one by telephone.

    That holds for the profile's hours, and once: then somebody trained is there.
    """
    if in_date(worker.child_training_on, worker.today):
        return None
    if not action.none_at_hand or not in_date(leader.child_training_on, leader.today):
        return Reason("child.worker_untrained")
    return Reason("child.led_before") if worker.covered is not False else None
