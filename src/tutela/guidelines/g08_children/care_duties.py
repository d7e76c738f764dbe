"""Duties on a child's care: somebody to live with, looked at again, and a place to grow up for good."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.engine.rules import duty, on
from tutela.guidelines.g02_identification.actions import PresumeTrafficked
from tutela.guidelines.g06_protection.care_duties import DEAD

from .bia_actions import DetermineBestInterests
from .bia_duties import may_be_child
from .bia_words import ChildDecision, Determined
from .care_actions import ArrangeCare, ReuniteFamily, ReviewCare, VisitReunited
from .care_words import CareLooked
from .grown import GROWN


def _goes_on(action: ReviewCare) -> bool:
    return action.found is not CareLooked.ENDED


def _has_ended(action: ReviewCare) -> bool:
    return action.found is CareLooked.ENDED


def _for_good(action: DetermineBestInterests) -> bool:
    return action.decision is ChildDecision.DURABLE_SOLUTION and action.outcome is Determined.IN_HER_INTEREST


child_care = duty(
    "child_care",
    provisions=["G8.5"],
    starts=on(PresumeTrafficked, when=may_be_child),
    owed_by=Sector.CHILD_PROTECTION,
    within="child_care",
    met_by=on(ArrangeCare, ReuniteFamily),
    once=True,
    lapses=GROWN + DEAD,
    doc="A child who cannot go back lives with somebody who cares for her, nearest to a family first.",
)
care_review = duty(
    "care_review",
    provisions=["G8.5"],
    starts=on(ArrangeCare) + on(ReviewCare, when=_goes_on),
    owed_by=Sector.CHILD_PROTECTION,
    within="care_review",
    on_day="review_on",
    met_by=on(ReviewCare, when=_goes_on),
    lapses=on(ReviewCare, when=_has_ended) + on(ReuniteFamily) + GROWN + DEAD,
    compartment="whereabouts",
    doc="How the child lives is looked at again, with her, at the profile's interval.",
)
durable_solution = duty(
    "durable_solution",
    provisions=["P10", "G8.5"],
    starts=on(ArrangeCare, when=may_be_child),
    owed_by=Sector.CHILD_PROTECTION,
    within="durable_solution",
    met_by=on(DetermineBestInterests, when=_for_good),
    once=True,
    lapses=GROWN + DEAD,
    doc="Where the child can grow up in safety, for good, is determined.",
)
reunion_visit = duty(
    "reunion_visit",
    provisions=["G8.4"],
    starts=on(ReuniteFamily),
    owed_by=Sector.CHILD_PROTECTION,
    within="reunion_follow_up",
    met_by=on(VisitReunited),
    lapses=GROWN + DEAD,
    compartment="whereabouts",
    doc="A child who lives with her family again is visited, and seen alone.",
)
