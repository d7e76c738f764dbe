"""Guards on going back: looked at for this person alone, chosen by her, prepared; and never without all three."""

from __future__ import annotations

from tutela.cases.facts import StandingFacts
from tutela.cases.words import Standing
from tutela.engine.rules import Reason, guard
from tutela.guidelines.g04_law.actions import RemovePerson

from .return_actions import AssessReturnRisk, PlanReturn, RecordReturnChoice
from .return_facts import ChoiceFacts, DangerFacts
from .return_words import NEVER_LEFT_OUT, ReturnStep, ReturnWay

#: The danger, and what she chose, say something of the right to stay.
_REVEALS = ("status",)


@guard(PlanReturn, provisions=["P11", "G6.7"], instead=[AssessReturnRisk, RecordReturnChoice])
def no_return_without_an_assessment_of_its_own(action: PlanReturn, danger: DangerFacts) -> Reason | None:
    """No return is proposed or arranged before the danger there to the person and their family was
    assessed, and is in date."""
    return None if danger.is_assessed_for(action.country) else Reason("return.not_assessed", reveals=_REVEALS)


@guard(RemovePerson, provisions=["P11", "G6.7"], instead=[AssessReturnRisk, "record_stay_of_removal"])
def nobody_is_sent_back_unassessed(
    action: RemovePerson, standing: StandingFacts, danger: DangerFacts
) -> Reason | None:
    """No return of somebody who was ever presumed trafficked is enforced without an assessment that found no danger."""
    if standing.standing == Standing.OPEN:
        return None
    safe = danger.is_assessed_for(action.to_country) and not danger.is_serious
    return None if safe else Reason("return.not_assessed", reveals=_REVEALS)


@guard(PlanReturn, provisions=["P11", "G6.7"], instead=[RecordReturnChoice, "record_stay_of_removal"])
def serious_danger_bars_what_she_has_not_chosen(
    action: PlanReturn, danger: DangerFacts, choice: ChoiceFacts
) -> Reason | None:
    """Serious danger to the person or their family bars a return that they have not chosen; other ways
    stay open."""
    if not danger.is_assessed_for(action.country) or not danger.is_serious:
        return None
    return None if choice.is_informed else Reason("return.danger", reveals=_REVEALS)


@guard(PlanReturn, provisions=["P11", "G6.7"], instead=[RecordReturnChoice, "inform_person"])
def only_what_she_chose_is_arranged(action: PlanReturn, choice: ChoiceFacts) -> Reason | None:
    """A return is arranged only once the person chose it, after independent advice on more than one way."""
    if action.step is ReturnStep.PROPOSE or choice.is_informed:
        return None
    return Reason("return.not_chosen" if choice.wants != ReturnWay.RETURN else "return.not_informed")


@guard(PlanReturn, provisions=["P11", "G6.8"], instead=[PlanReturn])
def nobody_travels_without_a_plan_that_she_agreed_to(action: PlanReturn) -> Reason | None:
    """A return is arranged with a plan that the person agreed to, their safety in it, and somebody who
    meets them there."""
    if action.step is ReturnStep.PROPOSE:
        return None
    if action.agreed is not True:
        return Reason("return.plan_not_agreed")
    if NEVER_LEFT_OUT not in action.covers or not action.has_partner:
        return Reason("return.plan_incomplete")
    return None


@guard(PlanReturn, provisions=["P11", "G6.7"], instead=[PlanReturn])
def who_goes_into_danger_has_a_way_back(action: PlanReturn, danger: DangerFacts) -> Reason | None:
    """An adult who chooses to go although it is dangerous goes with a way to come again."""
    if action.step is ReturnStep.PROPOSE or not danger.is_serious or action.way_back:
        return None
    return Reason("return.no_way_back")
