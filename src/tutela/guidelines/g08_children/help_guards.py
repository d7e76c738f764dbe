"""Guards on what is given to a child, and on the day on which she comes of age: a birthday takes nothing away."""

from __future__ import annotations

from tutela.cases.facts import AgeFacts
from tutela.engine.rules import Reason, guard
from tutela.guidelines.g06_protection.actions import EndStay
from tutela.guidelines.g06_protection.care_actions import EndService
from tutela.guidelines.g06_protection.words import Because, SaidThrough

from .help_actions import HandOverOfAge, PlanChildHelp, PlanComingOfAge
from .help_words import NEVER_LOST, ChildHelp, HelpState


@guard(PlanChildHelp, provisions=["G8.7", "P10"], instead=[PlanChildHelp])
def that_she_wants_no_help_she_says_herself(action: PlanChildHelp) -> Reason | None:
    """That a child does not want one kind of help she says herself; not staff for her."""
    says_no = any(action.state(kind) is HelpState.CHILD_SAYS_NO for kind in ChildHelp)
    if not says_no or action.said_through is not SaidThrough.STAFF_ONLY:
        return None
    return Reason("child.no_not_heard")


@guard(EndStay, EndService, provisions=["P10", "G8.7"], instead=[PlanComingOfAge, "offer_place"])
def nothing_ends_by_a_birthday(action: EndStay | EndService) -> Reason | None:
    """No stay and no help ends because somebody has turned eighteen."""
    return Reason("age.birthday") if action.because is Because.OF_AGE else None


@guard(PlanComingOfAge, provisions=["P10", "G8.7"], instead=[PlanComingOfAge])
def a_plan_for_the_time_after_leaves_nothing_out(action: PlanComingOfAge) -> Reason | None:
    """A plan for the time after a birthday says of everything that it goes on."""
    return None if set(action.goes_on) >= NEVER_LOST else Reason("age.plan_gap")


@guard(PlanComingOfAge, provisions=["P10", "G8.6"], instead=["inform_person"])
def a_plan_for_the_time_after_is_hers(action: PlanComingOfAge) -> Reason | None:
    """A plan for the time after a birthday is made with her: she says yes to it herself."""
    heard = action.said_through is not SaidThrough.STAFF_ONLY
    return None if action.agreed is True and heard else Reason("age.plan_not_hers")


@guard(HandOverOfAge, provisions=["P10", "G8.8"], instead=[HandOverOfAge])
def nobody_is_handed_over_whom_she_does_not_want(action: HandOverOfAge) -> Reason | None:
    """Who stands at her side as an adult is somebody whom she wants, and she says so herself."""
    heard = action.said_through is not SaidThrough.STAFF_ONLY
    return None if action.wanted is True and heard else Reason("age.side_not_wanted")


@guard(HandOverOfAge, provisions=["P10", "G8.8"], instead=[PlanComingOfAge])
def a_guardian_stays_until_she_is_of_age(action: HandOverOfAge, age: AgeFacts) -> Reason | None:
    """No guardian leaves somebody who may still be a child, whatever is planned for later."""
    if action.guardian_stays or age.may_be_child is False:
        return None
    return Reason("age.still_a_child")
