"""Guards on steps that touch a person, and on operations: safe first, never twice without reason, care first."""

from __future__ import annotations

from tutela.cases.facts import AgeFacts
from tutela.engine.rules import PROCEDURAL, Reason, Waiver, guard
from tutela.guidelines.g04_law.facts import StayFacts

from .operation_actions import BeginOperation, RecordReadiness
from .steps_actions import ActAtOnce, AskForMeasure, AssessThreat, EndProtectionPlan, PlanProtection, PlanStep
from .steps_facts import AskedBeforeFacts, ReadinessFacts, ThreatLevelFacts
from .steps_words import ALWAYS, FACES, PLAN_NEEDS, SPEAKS, CareTaken, StepSafety


@guard(
    PlanStep, provisions=["G5.1"], strength=PROCEDURAL, waiver=Waiver.NOBODY, instead=[PlanStep, ActAtOnce]
)
def an_unsafe_step_waits(action: PlanStep) -> Reason | None:
    """No step that is unsafe for the person, or whose safety nobody checked, before it is made safe."""
    return None if action.safety in (StepSafety.SAFE, StepSafety.MADE_SAFE) else Reason("step.unsafe")


@guard(
    PlanStep, provisions=["G6.4"], strength=PROCEDURAL, waiver=Waiver.NOBODY, instead=[PlanStep, ActAtOnce]
)
def a_step_has_what_keeps_it_from_hurting(action: PlanStep, age: AgeFacts) -> Reason | None:
    """Each step has somebody at the person's side and breaks; where the person may be a child, it is made
    for children."""
    lacking = ALWAYS - set(action.care)
    if age.may_be_child is not False and CareTaken.CHILD_FRIENDLY not in action.care:
        lacking = lacking | {CareTaken.CHILD_FRIENDLY}
    return Reason("step.care_missing") if lacking else None


@guard(PlanStep, provisions=["G6.4", "G5.1"], strength=PROCEDURAL, waiver=Waiver.NOBODY, instead=[PlanStep])
def nobody_is_asked_again_without_reason(action: PlanStep, before: AskedBeforeFacts) -> Reason | None:
    """Nobody is asked a second time without a reason for it on file."""
    if action.kind not in SPEAKS or before.interviews == 0 or action.again_because is not None:
        return None
    return Reason("step.asked_before")


@guard(PlanStep, provisions=["G6.4", "P8"], instead=["inform_person", PlanStep])
def a_step_is_hers_to_agree_to(action: PlanStep) -> Reason | None:
    """The person knows what a step is for, and that they may say no; nobody is made to speak."""
    if action.kind not in SPEAKS or (action.told is True and action.agreed is True):
        return None
    return Reason("step.not_agreed")


@guard(PlanStep, provisions=["G5.1", "G6.4"], instead=[PlanStep])
def nobody_faces_a_suspect_unawares(action: PlanStep) -> Reason | None:
    """Nobody is put before whoever may have trafficked them without a screen or a link between them."""
    if action.suspect_there is False and action.kind not in FACES:
        return None
    if action.kind in SPEAKS and not {CareTaken.SCREEN, CareTaken.VIDEO_LINK} & set(action.care):
        return Reason("step.faces_suspect")
    return None


@guard(
    PlanStep, provisions=["G4.6", "P8"], strength=PROCEDURAL, waiver=Waiver.NOBODY, instead=["inform_person"]
)
def nobody_is_asked_while_recovering(action: PlanStep, stay: StayFacts) -> Reason | None:
    """Nobody is asked to speak in the time to recover, unless the asking is the person's own."""
    if action.kind not in SPEAKS or stay.recovery_runs is False:
        return None
    return None if action.again_because == "she_asks" else Reason("step.recovering", reveals=("status",))


@guard(AskForMeasure, provisions=["G4.10"], strength=PROCEDURAL, instead=[AssessThreat])
def measures_rest_on_an_assessment(action: AskForMeasure, threat: ThreatLevelFacts) -> Reason | None:
    """A measure for a witness rests on an assessment of the threat."""
    return None if threat.is_assessed else Reason("measure.not_assessed")


@guard(AskForMeasure, provisions=["G5.8"], instead=["inform_person"])
def nobody_is_protected_against_her_will(action: AskForMeasure) -> Reason | None:
    """A measure that turns a person's life around is asked for only when they wish it."""
    return None if action.she_wishes is True else Reason("measure.not_wished")


@guard(PlanProtection, provisions=["G5.8"], strength=PROCEDURAL, instead=[PlanProtection])
def a_plan_covers_what_she_needs(action: PlanProtection) -> Reason | None:
    """A plan has a safe place, counsel of the person's own, their identity kept, and their stay; and they
    agreed to it."""
    if action.agreed is True and set(action.covers) >= PLAN_NEEDS:
        return None
    return Reason("plan.incomplete")


@guard(EndProtectionPlan, provisions=["G5.8", "P8"], instead=[PlanProtection])
def a_plan_outlives_the_judgment(action: EndProtectionPlan) -> Reason | None:
    """A protection plan ends when the person says that they need it no more; not with the proceedings."""
    return None if action.she_wishes is True else Reason("plan.not_over")


@guard(
    BeginOperation, provisions=["G5.6"], strength=PROCEDURAL, waiver=Waiver.NOBODY,
    instead=[RecordReadiness, "begin_to_save_life"],
)  # fmt: skip
def nobody_is_found_before_there_is_care(action: BeginOperation, readiness: ReadinessFacts) -> Reason | None:
    """No planned operation begins before there is care for as many as may be found, counted against free places."""
    lacks = readiness.lacks()
    return Reason("operation.not_ready", params=(("lacks", ", ".join(lacks)),)) if lacks else None
