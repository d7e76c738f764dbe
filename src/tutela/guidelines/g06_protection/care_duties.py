"""Duties of care over time: needs asked, a plan, danger looked at again, a worry followed, a death not passed over."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.cases.actions import CloseCase
from tutela.cases.facts import AgeFacts
from tutela.engine.rules import ACTOR, duty, named_in, on
from tutela.guidelines.g02_identification.actions import PresumeTrafficked

from .care_facts import LifeFacts
from .care_words import DeathStep, PlanAnswer, StepEnd
from .contact_actions import (
    AfterDeath,
    ContactAgain,
    ContactLost,
    DeathRecorded,
    FollowWorry,
    TraffickedAgain,
)
from .interpreter_actions import BookInterpreter, ComplainOfInterpreter
from .plan_actions import AddPlanStep, AgreePlan, AssessNeeds, AssessSafety, EndPlanStep

#: What ends because the person has died.
DEAD = on(DeathRecorded)


def _yes(action: AgreePlan) -> bool:
    return action.answer is PlanAnswer.YES


def _no(action: AgreePlan) -> bool:
    return action.answer is PlanAnswer.NO


def _done(action: EndPlanStep) -> bool:
    return action.how is StepEnd.DONE


def _not_wanted(action: EndPlanStep) -> bool:
    return action.how is StepEnd.NOT_WANTED


def _wants_it_closed(action: CloseCase, age: AgeFacts) -> bool:
    """An adult who wants her file closed wants no more plan, and no more visits about it. A child's goes on."""
    return action.person_agrees and age.may_be_child is False


def _is_not_safe(action: ContactAgain) -> bool:
    return action.safe is not True


def _was_thought_dead(action: ContactAgain, life: LifeFacts) -> bool:
    return life.has_died is not False


def _somebody_told(action: AfterDeath) -> bool:
    return action.step in (DeathStep.FAMILY_TOLD, DeathStep.NOBODY_TO_TELL)


def _inquest(action: AfterDeath) -> bool:
    return action.step is DeathStep.INQUEST_ASKED_FOR


def _remains(action: AfterDeath) -> bool:
    return action.step is DeathStep.REMAINS_AS_WISHED


def _rights(action: AfterDeath) -> bool:
    return action.step is DeathStep.RIGHTS_EXPLAINED


#: What ends because she wants her file closed.
BY_HER_WISH = on(CloseCase, when=_wants_it_closed)
AFRESH = on(TraffickedAgain) + on(ContactAgain, when=_was_thought_dead)

needs_assessment = duty(
    "needs_assessment",
    provisions=["P8", "G6.1"],
    starts=on(PresumeTrafficked) + AFRESH,
    owed_by=Sector.PROTECTION,
    within="needs_assessment",
    met_by=on(AssessNeeds),
    lapses=DEAD,
    doc="The person is asked what she needs.",
)
care_plan = duty(
    "care_plan",
    provisions=["P8", "G6.1"],
    starts=on(AssessNeeds),
    owed_by=ACTOR,
    within="care_plan",
    met_by=on(AgreePlan, when=_yes),
    declined_by=on(AgreePlan, when=_no) + BY_HER_WISH,
    lapses=DEAD,
    doc="A plan that the person agrees to.",
)
care_plan_review = duty(
    "care_plan_review",
    provisions=["P8", "G6.1"],
    starts=on(AgreePlan, when=_yes),
    owed_by=ACTOR,
    within="care_plan_review",
    on_day="review_on",
    met_by=on(AgreePlan),
    declined_by=BY_HER_WISH,
    lapses=DEAD,
    doc="The plan is looked at again with the person, on the day agreed with her.",
)
care_plan_step = duty(
    "care_plan_step",
    provisions=["P8", "G6.1"],
    starts=on(AddPlanStep),
    owed_by=named_in("bearer"),
    within="care_plan_step",
    on_day="by_day",
    met_by=on(EndPlanStep, when=_done),
    declined_by=on(EndPlanStep, when=_not_wanted) + BY_HER_WISH,
    lapses=DEAD,
    ref="plan_step",
    doc="Whoever has a step of the plan does it by the day agreed with the person.",
)
safety_assessment = duty(
    "safety_assessment",
    provisions=["G6.6", "G5.8"],
    starts=on(PresumeTrafficked, TraffickedAgain) + on(ContactAgain, when=_is_not_safe),
    owed_by=Sector.PROTECTION,
    within="safety_assessment",
    met_by=on(AssessSafety),
    lapses=DEAD,
    doc="Danger to the person, her children and her family is looked at with her.",
)
safety_review = duty(
    "safety_review",
    provisions=["G6.6", "G5.8"],
    starts=on(AssessSafety),
    owed_by=ACTOR,
    within="safety_review",
    on_day="review_on",
    met_by=on(AssessSafety),
    declined_by=BY_HER_WISH,
    lapses=DEAD,
    compartment="whereabouts",
    doc="Danger is looked at again, on the day agreed.",
)
worry_followed = duty(
    "worry_followed",
    provisions=["G6.6", "P8"],
    starts=on(ContactLost),
    owed_by=ACTOR,
    within="worry_followed",
    met_by=on(FollowWorry, ContactAgain),
    lapses=DEAD,
    doc="A worry about somebody out of contact is followed in the way agreed with her.",
)
another_interpreter = duty(
    "another_interpreter",
    provisions=["G6.5", "G6.6"],
    starts=on(ComplainOfInterpreter),
    owed_by=ACTOR,
    within="another_interpreter",
    met_by=on(BookInterpreter),
    lapses=DEAD,
    doc="After a complaint another interpreter is found.",
)
family_told = duty(
    "family_told",
    provisions=["P8", "G6.6"],
    starts=DEAD,
    owed_by=Sector.PROTECTION,
    within="family_told",
    met_by=on(AfterDeath, when=_somebody_told),
    lapses=on(ContactAgain),
    doc="Whom the person had named is told of her death, with care, and hears no more of her life than she allowed.",
)
inquest_asked_for = duty(
    "inquest_asked_for",
    provisions=["P2", "P13"],
    starts=DEAD,
    owed_by=Sector.COORDINATION,
    within="inquest_asked_for",
    met_by=on(AfterDeath, when=_inquest),
    lapses=on(ContactAgain),
    doc="An independent inquiry into the death is asked for.",
)
remains_returned = duty(
    "remains_returned",
    provisions=["P8", "P11"],
    starts=DEAD,
    owed_by=Sector.PROTECTION,
    within="remains_returned",
    met_by=on(AfterDeath, when=_remains),
    lapses=on(ContactAgain),
    doc="What the family wishes for the remains is asked, and their way home is paid and arranged.",
)
family_rights = duty(
    "family_rights",
    provisions=["P17", "G9.1"],
    starts=DEAD,
    owed_by=Sector.LEGAL_AID,
    within="family_rights",
    met_by=on(AfterDeath, when=_rights),
    lapses=on(ContactAgain),
    doc="What the family can claim in her place is explained to them.",
)
