"""Duties on a child's best interests: assessed in time, sooner after an urgent act, and again before it grows old."""

from __future__ import annotations

from tutela.agencies.facts import AuthorFacts
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import ReviewUrgentAct
from tutela.cases.facts import AgeFacts
from tutela.engine.actions import Action
from tutela.engine.rules import duty, on
from tutela.guidelines.g02_identification.actions import AskForRecognition, PresumeTrafficked
from tutela.guidelines.g05_enforcement.steps_actions import ActAtOnce
from tutela.guidelines.g06_protection.actions import PlaceTonight
from tutela.guidelines.g06_protection.care_duties import DEAD

from .bia_actions import AssessBestInterests, DetermineBestInterests
from .grown import GROWN


def may_be_child(action: Action, age: AgeFacts) -> bool:
    """Whoever's age is unknown or disputed counts as one."""
    return age.may_be_child is not False


def _by_child_protection(action: ReviewUrgentAct, author: AuthorFacts) -> bool:
    return author.has(Role.CHILD_PROTECTION_OFFICER)


best_interests = duty(
    "best_interests",
    provisions=["P10"],
    starts=on(PresumeTrafficked, AskForRecognition, when=may_be_child),
    owed_by=Sector.CHILD_PROTECTION,
    within="best_interests",
    met_by=on(AssessBestInterests),
    once=True,
    lapses=GROWN + DEAD,
    doc="What is best for whoever may be a child is assessed, factor by factor, with the child heard.",
)
best_interests_after_urgent = duty(
    "best_interests_after_urgent",
    provisions=["P10"],
    starts=on(PlaceTonight, ActAtOnce, when=may_be_child),
    owed_by=Sector.CHILD_PROTECTION,
    within="child_assessment_after_urgent",
    met_by=on(AssessBestInterests),
    lapses=GROWN + DEAD,
    doc="After an urgent act for whoever may be a child, what is best is assessed within hours.",
)
child_assessment = duty(
    "child_assessment",
    provisions=["P10"],
    starts=on(PlaceTonight, when=may_be_child),
    owed_by=Sector.CHILD_PROTECTION,
    within="child_assessment_after_urgent",
    met_by=on(ReviewUrgentAct, when=_by_child_protection),
    lapses=GROWN + DEAD,
    doc="Somebody who may be a child, and was given a bed at once, is seen by child protection.",
)
best_interests_again = duty(
    "best_interests_again",
    provisions=["P10"],
    starts=on(AssessBestInterests, when=may_be_child),
    owed_by=Sector.CHILD_PROTECTION,
    within="best_interests_review",
    met_by=on(AssessBestInterests),
    lapses=GROWN + DEAD,
    doc="What is best for the child is assessed again before the assessment grows old.",
)
determination_review = duty(
    "determination_review",
    provisions=["P10"],
    starts=on(DetermineBestInterests),
    owed_by=Sector.CHILD_PROTECTION,
    within="best_interests_review",
    on_day="review_on",
    met_by=on(DetermineBestInterests),
    ref="decision",
    lapses=GROWN + DEAD,
    doc="What was determined for the child is looked at again on the day that was set.",
)
