"""Guards on decisions about whoever may be a child: what is best was assessed, and the child was heard."""

from __future__ import annotations

from tutela.agencies.words import ENFORCING, Sector
from tutela.cases.facts import AgeFacts
from tutela.engine.rules import Reason, guard
from tutela.guidelines.g02_identification.asylum_actions import EndAsylum
from tutela.guidelines.g04_law.actions import RemovePerson
from tutela.guidelines.g04_law.permit_actions import EndPermit
from tutela.guidelines.g05_enforcement.steps_actions import PlanStep
from tutela.guidelines.g05_enforcement.steps_words import SPEAKS
from tutela.guidelines.g06_protection.actions import OfferPlace
from tutela.guidelines.g06_protection.return_actions import PlanReturn

from .bia_actions import AssessBestInterests, DetermineBestInterests, RecordChildViews
from .bia_facts import BestInterestsFacts, PanelFacts, ViewsFacts
from .bia_words import PANEL, PANEL_AGENCIES, ChildDecision, PanelSeat

#: The decision that each act is.
DECIDES = {
    PlanReturn: ChildDecision.RETURN,
    RemovePerson: ChildDecision.RETURN,
    EndAsylum: ChildDecision.STATUS,
    EndPermit: ChildDecision.STATUS,
    PlanStep: ChildDecision.TESTIMONY,
}
_Decision = PlanReturn | RemovePerson | EndAsylum | EndPermit | PlanStep


def unassessed(age: AgeFacts, best: BestInterestsFacts) -> Reason | None:
    """Why nothing is decided yet about whoever may be a child: nothing in date says what is best."""
    return None if age.may_be_child is False or best.in_date is True else Reason("child.no_assessment")


def unheard(age: AgeFacts, views: ViewsFacts, decision: ChildDecision) -> Reason | None:
    """Why nothing is decided yet about whoever may be a child: her views on this are not on file, nor why not."""
    return None if age.may_be_child is False or views.are_on_file(decision) else Reason("child.no_views")


def _asks_nobody(action: _Decision) -> bool:
    """A step in which nobody is asked to speak is no decision about her testimony."""
    return isinstance(action, PlanStep) and action.kind not in SPEAKS


@guard(OfferPlace, provisions=["P10"], instead=[AssessBestInterests, "place_tonight"], child_safeguard=True)
def no_stay_without_an_assessment(
    action: OfferPlace, age: AgeFacts, best: BestInterestsFacts
) -> Reason | None:
    """Where whoever may be a child lives is decided by an assessment of what is best; a bed for tonight is not."""
    return unassessed(age, best)


@guard(
    OfferPlace, provisions=["G8.6", "P10"], instead=[RecordChildViews, "place_tonight"], child_safeguard=True
)
def no_stay_without_the_childs_views(action: OfferPlace, age: AgeFacts, views: ViewsFacts) -> Reason | None:
    """Where whoever may be a child lives is not decided before she was asked; a bed for tonight is given at once."""
    return unheard(age, views, ChildDecision.STAY)


@guard(
    PlanReturn, RemovePerson, EndAsylum, EndPermit, PlanStep,
    provisions=["P10"], instead=[AssessBestInterests], child_safeguard=True,
)  # fmt: skip
def no_decision_without_an_assessment(
    action: _Decision, age: AgeFacts, best: BestInterestsFacts
) -> Reason | None:
    """No decision about whoever may be a child without an assessment, in date, of what is best."""
    return None if _asks_nobody(action) else unassessed(age, best)


@guard(
    PlanReturn, RemovePerson, EndAsylum, EndPermit, PlanStep,
    provisions=["G8.6", "P10"], instead=[RecordChildViews], child_safeguard=True,
)  # fmt: skip
def no_decision_without_the_childs_views(
    action: _Decision, age: AgeFacts, views: ViewsFacts
) -> Reason | None:
    """No decision about whoever may be a child before her own views, her silence, or why she could not be heard."""
    decision = next(what for cls, what in DECIDES.items() if isinstance(action, cls))
    return None if _asks_nobody(action) else unheard(age, views, decision)


@guard(
    PlanReturn,
    RemovePerson,
    provisions=["P10", "P11"],
    instead=[DetermineBestInterests],
    child_safeguard=True,
)
def a_child_goes_back_only_after_a_determination(
    action: PlanReturn | RemovePerson, age: AgeFacts, best: BestInterestsFacts
) -> Reason | None:
    """No return of somebody who may be a child before it was formally determined to be best for the child."""
    if age.may_be_child is False or best.favours(ChildDecision.RETURN):
        return None
    return Reason("return.child")


@guard(DetermineBestInterests, provisions=["P10"], instead=[AssessBestInterests])
def a_determination_rests_on_an_assessment(
    action: DetermineBestInterests, best: BestInterestsFacts
) -> Reason | None:
    """Nothing is determined before it was assessed."""
    return None if best.in_date is True else Reason("child.no_assessment")


@guard(DetermineBestInterests, provisions=["G8.6", "P10"], instead=[RecordChildViews])
def nothing_is_determined_over_the_childs_head(
    action: DetermineBestInterests, views: ViewsFacts
) -> Reason | None:
    """Nothing is determined before the child's views on that very decision, or why not, are on file."""
    return None if views.are_on_file(action.decision) else Reason("child.no_views")


@guard(DetermineBestInterests, provisions=["P10"], instead=[AssessBestInterests])
def every_factor_is_weighed(action: DetermineBestInterests) -> Reason | None:
    """Nothing is determined while a factor was not looked into."""
    return None if action.open_factors == 0 else Reason("child.factor_not_weighed")


@guard(DetermineBestInterests, provisions=["P10"], instead=[DetermineBestInterests])
def several_callings_sit_at_the_table(action: DetermineBestInterests) -> Reason | None:
    """A panel has three seats or more, one of them child protection's, and none for who enforces."""
    seats = set(action.panel)
    fits = len(seats) >= PANEL and PanelSeat.CHILD_PROTECTION in seats and PanelSeat.ENFORCEMENT not in seats
    return None if fits else Reason("child.panel")


@guard(DetermineBestInterests, provisions=["P10"], instead=[DetermineBestInterests])
def different_people_sit_at_the_table(action: DetermineBestInterests, seated: PanelFacts) -> Reason | None:
    """Nobody holds two seats of a panel, and those who sit there come from two agencies or more."""
    twice = len(set(action.seats)) != len(action.seats)
    known = seated.people == len(action.seats) and (seated.agencies or 0) >= PANEL_AGENCIES
    return None if known and not twice and len(action.seats) >= PANEL else Reason("child.panel_people")


@guard(DetermineBestInterests, provisions=["P10"], instead=[DetermineBestInterests])
def who_sits_at_the_table_is_independent(action: DetermineBestInterests, seated: PanelFacts) -> Reason | None:
    """Nobody sits on a panel who charges, holds or removes people; somebody of child protection does."""
    sectors = set(seated.sectors or ())
    free = bool(sectors) and not sectors & set(map(str, ENFORCING))
    return None if free and Sector.CHILD_PROTECTION in sectors else Reason("child.panel_independent")
