"""Which acts decide about a child, in words of the tests' own: a new act with a child's safeguards must be put here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tutela.agencies.actions import GrantAccess
from tutela.engine.actions import Act
from tutela.guidelines.g02_identification.actions import ReferPerson
from tutela.guidelines.g02_identification.asylum_actions import EndAsylum
from tutela.guidelines.g02_identification.decision_actions import (
    DecideConclusive,
    DecideReasonableGrounds,
    DecideReconsideration,
    MakeDecisionFinal,
)
from tutela.guidelines.g04_law.actions import GrantRecoveryPeriod, RemovePerson
from tutela.guidelines.g04_law.permit_actions import EndPermit
from tutela.guidelines.g05_enforcement.actions import BringCharge
from tutela.guidelines.g05_enforcement.steps_actions import PlanStep
from tutela.guidelines.g06_protection.actions import OfferPlace
from tutela.guidelines.g06_protection.return_actions import PlanReturn
from tutela.guidelines.g08_children.age_actions import AnswerAgeChallenge, ProposeAgeAssessment
from tutela.guidelines.g08_children.bia_actions import DetermineBestInterests
from tutela.guidelines.g08_children.care_actions import (
    ArrangeCare,
    ContactFamily,
    ReuniteFamily,
    StartTracing,
)
from tutela.guidelines.g08_children.missing_actions import TalkAfterReturn
from tutela.guidelines.g09_remedies.actions import OpenClaim

#: Steps of proceedings in which somebody is asked to speak.
SPOKEN = ("interview", "hearing", "confrontation", "identity_parade")


def _of(decision: str) -> Callable[[Any], str | None]:
    return lambda action: decision


#: Act → on what it decides, which the child must have been asked about; None: this one decides nothing.
DECISIONS: dict[type[Act], Callable[[Any], str | None]] = {
    OfferPlace: _of("stay"),
    ArrangeCare: _of("care"),
    StartTracing: _of("tracing"),
    ContactFamily: _of("tracing"),
    ReuniteFamily: _of("reunion"),
    PlanReturn: _of("return"),
    RemovePerson: _of("return"),
    EndAsylum: _of("status"),
    EndPermit: _of("status"),
    PlanStep: lambda action: "testimony" if action.kind in SPOKEN else None,
    DetermineBestInterests: lambda action: str(action.decision),
}
#: Acts that touch a child and decide nothing about where or with whom it lives: a guardian is there first.
GUARDIAN_ONLY: tuple[type[Act], ...] = (BringCharge, OpenClaim, ProposeAgeAssessment)
#: Acts with a child's safeguards that wait for neither, each with the reason why that is right.
WHY_NOT: dict[type[Act], str] = {
    **dict.fromkeys(
        (DecideReasonableGrounds, DecideConclusive, DecideReconsideration, MakeDecisionFinal),
        "recognition opens help and waits for nothing; who decides is trained",
    ),
    GrantRecoveryPeriod: "time to recover is given and takes nothing; who grants it is trained",
    TalkAfterReturn: "it hears a child and decides nothing; who listens is trained",
    AnswerAgeChallenge: "it answers the child's own word, and somebody trained does",
    GrantAccess: "it shares a file; what may be shared is the circle's",
    ReferPerson: "a child is referred to help without waiting",
}
