"""Plans: what a person needs, who does what by when, danger looked at with her, and both looked at again."""

from __future__ import annotations

from datetime import timedelta

from tutela.cases.words import Interpreting, SaidThrough
from tutela.guidelines.g06_protection.care_words import Danger, PlanAnswer, StepEnd, WorryWay
from tutela.guidelines.g06_protection.plan_actions import (
    AddPlanStep,
    AgreePlan,
    AssessNeeds,
    AssessSafety,
    EndPlanStep,
)
from tutela.guidelines.g06_protection.words import Measure, ServiceKind

from .cast import agency_of
from .persons import Person
from .world import Life, World

_NOW = (ServiceKind.MEDICAL, ServiceKind.SAFE_CALL, ServiceKind.PHONE, ServiceKind.CLOTHES)
_SOON = (ServiceKind.LEGAL, ServiceKind.PAPERS, ServiceKind.MONEY, ServiceKind.FAMILY_CONTACT)
_LATER = (ServiceKind.WORK_PERMISSION, ServiceKind.HOUSING, ServiceKind.BANK_ACCOUNT, ServiceKind.SCHOOLING)
_WAYS = (WorryWay.CALL_HER, WorryWay.ASK_SOMEBODY_SHE_NAMED, WorryWay.ASK_A_PARTNER)
#: Days until a plan, and danger, are looked at again.
AGAIN, SAFE_AGAIN = 56, 21


def planned(w: World, p: Person) -> None:
    """She is asked, danger is looked at with her, and she says what she wants done by when."""
    assert p.case is not None
    w.do(
        AssessNeeds(
            case=p.case, asked_herself=True, interpreting=Interpreting.IN_PERSON,
            now=tuple(w.rng.sample(_NOW, 2)), soon=tuple(w.rng.sample(_SOON, 2)), later=tuple(w.rng.sample(_LATER, 2)),
        ),
        p.worker,
    )  # fmt: skip
    safe(w, p)
    today = w.now.date()
    for kind, days in ((_SOON[w.rng.randint(0, 1)], 14), (_LATER[w.rng.randint(0, 3)], 45)):
        act = AddPlanStep(
            case=p.case, kind=kind, bearer=w.agencies[agency_of(p.worker)], by_day=today + timedelta(days=days),
            said_through=SaidThrough.INTERPRETER,
        )  # fmt: skip
        step = w.do(act, p.worker)["plan_step"]
        if w.chance(0.6):
            ended = EndPlanStep(
                case=p.case, plan_step=step, how=StepEnd.DONE, said_through=SaidThrough.INTERPRETER
            )
            w.begin(_done(w, p, ended), w.office(days=w.rng.choice([5, 9, 13])))
    agreed(w, p, PlanAnswer.YES if w.chance(0.9) else PlanAnswer.NOT_YET)


def agreed(w: World, p: Person, answer: PlanAnswer = PlanAnswer.YES) -> None:
    """Her answer to the plan, and when it is looked at again."""
    assert p.case is not None
    w.do(
        AgreePlan(
            case=p.case, answer=answer, said_through=SaidThrough.INTERPRETER, language=p.language,
            review_on=w.now.date() + timedelta(days=AGAIN), worry_ways=_WAYS[: w.rng.randint(1, 3)],
        ),
        p.worker,
    )  # fmt: skip


def safe(w: World, p: Person) -> None:
    """Danger is looked at with her; nobody is named, and nothing is added up."""
    assert p.case is not None
    w.do(
        AssessSafety(
            case=p.case, dangers=tuple(w.rng.sample(list(Danger), w.rng.randint(0, 2))),
            measures=(Measure.SAFETY_PLAN,), looked_at_with_her=True,
            review_on=w.now.date() + timedelta(days=SAFE_AGAIN),
        ),
        p.worker,
    )  # fmt: skip


def _done(w: World, p: Person, ended: EndPlanStep) -> Life:
    w.do(ended, p.worker)
    return
    yield


def looked_again(w: World, p: Person, visit: int) -> None:
    """Danger is looked at again every other visit, the plan every fourth."""
    if visit == 0:
        planned(w, p)
    elif visit % 4 == 0:
        agreed(w, p)
    if visit and visit % 2 == 0:
        safe(w, p)
