"""Guards on care over time: a plan is hers, a worry is followed as she chose, no interpreter with ties."""

from __future__ import annotations

from tutela.cases.actions import CloseCase
from tutela.cases.facts import AgeFacts, FileFacts, StandingFacts
from tutela.cases.words import Sex
from tutela.engine.rules import PROCEDURAL, Reason, guard

from .care_facts import InterpreterFacts, LifeFacts, PlanFacts
from .care_words import StepEnd, Ties
from .contact_actions import FollowWorry
from .interpreter_actions import BookInterpreter, RegisterInterpreter
from .plan_actions import AddPlanStep, AgreePlan, AssessNeeds, AssessSafety, EndPlanStep
from .words import ForSex, SaidThrough


@guard(AssessNeeds, AssessSafety, provisions=["P8", "G6.1"], instead=["book_interpreter"])
def she_is_asked_herself(action: AssessNeeds | AssessSafety) -> Reason | None:
    """What somebody needs, and what they fear, they are asked themselves; nobody fills it in about them."""
    asked = action.asked_herself if isinstance(action, AssessNeeds) else action.looked_at_with_her
    return None if asked else Reason("plan.not_with_her")


@guard(AddPlanStep, AgreePlan, provisions=["P8", "G6.1"], instead=["book_interpreter"])
def a_plan_is_hers(action: AddPlanStep | AgreePlan) -> Reason | None:
    """A plan, and every step of it, is agreed by the person, in words that they understand."""
    return Reason("plan.not_heard") if action.said_through is SaidThrough.STAFF_ONLY else None


@guard(EndPlanStep, provisions=["P8", "G4.8"], instead=["book_interpreter"])
def what_she_wants_no_more_she_says(action: EndPlanStep) -> Reason | None:
    """A step ends as not wanted only by the person's own word."""
    if action.how is StepEnd.DONE or action.said_through is not SaidThrough.STAFF_ONLY:
        return None
    return Reason("plan.not_heard")


@guard(AgreePlan, provisions=["P8", "G6.5"], instead=["record_details"])
def a_plan_is_understood(action: AgreePlan, standing: StandingFacts) -> Reason | None:
    """A plan is agreed in a language of the person's."""
    spoken = standing.languages
    if spoken is not None and (not spoken or action.language in spoken):
        return None
    return Reason("plan.language")


@guard(FollowWorry, provisions=["G6.6", "P8"], instead=["agree_plan", "contact_again"])
def a_worry_is_followed_as_she_chose(action: FollowWorry, plan: PlanFacts, age: AgeFacts) -> Reason | None:
    """An adult who leaves is free: they are looked for only in a way that they chose, or where their life
    is in danger."""
    if action.life_in_danger or age.may_be_child is True:
        return None
    return None if action.way in (plan.worry_ways or ()) else Reason("worry.not_her_way")


@guard(CloseCase, provisions=["P2", "P17"], instead=["after_death"])
def a_death_closes_no_file(action: CloseCase, life: LifeFacts, file: FileFacts) -> Reason | None:
    """After a death the file stays open until the family, the truth and the claims have had their due."""
    return None if life.has_died is False or file.owed == 0 else Reason("death.owed")


@guard(BookInterpreter, provisions=["G6.6", "G6.5"], instead=[BookInterpreter])
def an_interpreter_has_no_ties(action: BookInterpreter) -> Reason | None:
    """Nobody interprets who is tied to the person's community, employer or suspect, or was not asked about it."""
    if action.ties is Ties.NONE:
        return None
    return Reason("interpreter.not_asked" if action.ties is Ties.NOT_ASKED else "interpreter.tied")


@guard(BookInterpreter, provisions=["G6.6", "G6.5"], instead=[BookInterpreter])
def whom_she_complained_of_does_not_come_again(
    action: BookInterpreter, booked: InterpreterFacts
) -> Reason | None:
    """An interpreter of whom the person complained is not booked for them again."""
    return None if booked.complained is False else Reason("interpreter.complained")


@guard(
    BookInterpreter,
    provisions=["G6.5"],
    strength=PROCEDURAL,
    instead=[BookInterpreter, RegisterInterpreter],
)
def an_interpreter_fits(action: BookInterpreter, booked: InterpreterFacts) -> Reason | None:
    """An interpreter speaks the language, and is of the sex that the person asked for."""
    if action.language not in (booked.speaks or ()):
        return Reason("interpreter.language")
    wanted = {ForSex.FEMALE: Sex.FEMALE, ForSex.MALE: Sex.MALE}.get(action.she_wants)
    return None if wanted is None or booked.sex == wanted else Reason("interpreter.sex")
