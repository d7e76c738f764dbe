"""Plans: what a person needs, who does what by when, danger looked at with her, and both looked at again."""

from __future__ import annotations

from datetime import timedelta

from tutela.cases.words import Interpreting, SaidThrough
from tutela.guidelines.g06_protection.care_words import Danger, PlanAnswer, WorryWay
from tutela.guidelines.g06_protection.plan_actions import (
    AddPlanStep,
    AgreePlan,
    AssessNeeds,
    AssessSafety,
)
from tutela.guidelines.g06_protection.words import Measure, ServiceKind

from .cast import agency_of
from .persons import Person
from .texts import note
from .world import World

_NOW = (ServiceKind.MEDICAL, ServiceKind.SAFE_CALL, ServiceKind.PHONE, ServiceKind.CLOTHES)
_SOON = (ServiceKind.LEGAL, ServiceKind.PAPERS, ServiceKind.MONEY, ServiceKind.FAMILY_CONTACT)
_LATER = (ServiceKind.WORK_PERMISSION, ServiceKind.HOUSING, ServiceKind.BANK_ACCOUNT, ServiceKind.SCHOOLING)
_WAYS = (WorryWay.CALL_HER, WorryWay.ASK_SOMEBODY_SHE_NAMED, WorryWay.ASK_A_PARTNER)
#: Days until a plan, and danger, are looked at again.
AGAIN, SAFE_AGAIN = 84, 29


def planned(w: World, p: Person) -> None:
    """She is asked, danger is looked at with her, and she says what she wants done by when."""
    assert p.case is not None
    w.do(
        AssessNeeds(
            case=p.case, asked_herself=True, interpreting=Interpreting.IN_PERSON,
            notes=note(w.rng, "needs", p.worker),
            now=tuple(w.rng.sample(_NOW, 2)), soon=tuple(w.rng.sample(_SOON, 2)), later=tuple(w.rng.sample(_LATER, 2)),
        ),
        p.worker,
    )  # fmt: skip
    w.do(safety(w, p, p.worker), p.worker)
    today = w.now.date()
    for kind, days in ((_SOON[w.rng.randint(0, 1)], 14), (_LATER[w.rng.randint(0, 3)], 45)):
        act = AddPlanStep(
            case=p.case, kind=kind, bearer=w.agencies[agency_of(p.worker)], by_day=today + timedelta(days=days),
            said_through=SaidThrough.INTERPRETER, in_words=note(w.rng, "step", p.worker) if w.chance(0.4) else None,
        )  # fmt: skip
        w.do(act, p.worker)
    answer = PlanAnswer.YES if w.chance(0.9) else PlanAnswer.NOT_YET
    w.do(agreement(w, p, answer), p.worker)


def agreement(w: World, p: Person, answer: PlanAnswer = PlanAnswer.YES) -> AgreePlan:
    """Her answer to the plan, and when it is looked at again."""
    assert p.case is not None
    return AgreePlan(
        case=p.case, answer=answer, said_through=SaidThrough.INTERPRETER, language=p.language,
        review_on=w.now.date() + timedelta(days=AGAIN), worry_ways=_WAYS[: w.rng.randint(1, 3)],
    )  # fmt: skip


def safety(w: World, p: Person, by: str) -> AssessSafety:
    """Danger is looked at with her; nobody is named, and nothing is added up."""
    assert p.case is not None
    return AssessSafety(
        case=p.case, dangers=tuple(w.rng.sample(list(Danger), w.rng.randint(0, 2))),
        measures=(Measure.SAFETY_PLAN,), looked_at_with_her=True,
        review_on=w.now.date() + timedelta(days=SAFE_AGAIN),
        notes=note(w.rng, "safety", by) if w.chance(0.5) else None,
    )  # fmt: skip
