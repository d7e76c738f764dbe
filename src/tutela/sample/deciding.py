"""Recognition: the decisions of the competent authority, time to recover, and leave to stay."""

from __future__ import annotations

from tutela.cases.actions import WaiveGuard
from tutela.engine.outcomes import Refused
from tutela.guidelines.g02_identification.actions import AskForRecognition
from tutela.guidelines.g02_identification.decision_actions import (
    DecideConclusive,
    DecideReasonableGrounds,
    DecideReconsideration,
    MakeDecisionFinal,
    RequestReconsideration,
)
from tutela.guidelines.g02_identification.definition import ActElement, PurposeElement
from tutela.guidelines.g02_identification.words import Ground
from tutela.guidelines.g04_law.actions import AssertRisk, GrantRecoveryPeriod, RecordStayOfRemoval, ReviewStay
from tutela.guidelines.g04_law.words import AtRisk, DangerFrom, ReviewOutcome, StayBecause
from tutela.guidelines.g06_protection.words import Topic

from .care import informed, refer
from .finding import helped_on
from .persons import Person
from .texts import AGAINST, note, reasons
from .world import Life, World

_ACTS = (ActElement.RECRUITMENT, ActElement.HARBOURING, ActElement.TRANSPORTATION, ActElement.RECEIPT)


def grounds(w: World, p: Person, by: str | None = None) -> Life:
    """Reasonable grounds, in time or late; then time to recover and the stay of any removal."""
    yield from refer(w, p, "panel", p.worker)
    yield w.office(days=w.rng.choice([6, 7, 9, 14] if w.is_late("panel") else [1, 2, 2, 3, 3, 4]))
    by = by or w.rng.choice(["marek", "marek", "abebe"])
    assert p.case is not None
    if w.chance(0.1):
        never = w.rng.choice(
            [Ground.ASKED_LATE, Ground.NO_COOPERATION, Ground.NOT_INJURED, Ground.IRREGULAR_STATUS]
        )
        w.refused(DecideReasonableGrounds(case=p.case, positive=False, ground=never), by)
    w.do(decision(w, p, DecideReasonableGrounds), by)
    informed(w, p, by, Topic.DECISION, Topic.RIGHTS)
    if "advice" in p.granted and w.chance(0.8):
        informed(w, p, "klein", Topic.REMEDIES, Topic.PROCEEDINGS)
    yield w.after(hours=w.rng.choice([26, 40] if w.is_late("panel", 0.5) else [1, 3, 8, 20]))
    p.recovers_from = w.now.date()
    w.do(GrantRecoveryPeriod(case=p.case), by)


def decision(
    w: World, p: Person, kind: type[DecideReasonableGrounds] | type[DecideConclusive]
) -> DecideConclusive:
    """A decision for the person, element by element, with reasons in the person's language."""
    acts = tuple(w.rng.sample(_ACTS, w.rng.randint(1, 2)))
    means = () if p.is_child is not False else p.work.means
    return kind(  # type: ignore[return-value]  # both have the same fields
        case=p.case, positive=True, acts=acts, means=means, purposes=(p.work.purpose,),
        reasons=reasons(w.rng, p), language=p.language,
    )  # fmt: skip


def conclusive(w: World, p: Person) -> Life:
    """The conclusive decision some weeks later."""
    yield w.office(days=w.rng.choice([2, 5, 9, 14, 20, 34]))
    assert p.case is not None
    p.is_recognised = True
    w.do(decision(w, p, DecideConclusive), w.rng.choice(["marek", "abebe"]))
    informed(w, p, "marek", Topic.DECISION, Topic.REMEDIES)


def against(w: World, p: Person, *, upheld: bool) -> Life:
    """A decision against; it is asked to be looked at again, and somebody else does."""
    yield from refer(w, p, "panel", p.worker)
    yield w.office(days=4)
    assert p.case is not None
    no = DecideReasonableGrounds(
        case=p.case, positive=False, not_purposes=tuple(PurposeElement), acts=_ACTS[:1],
        reasons=AGAINST[p.language], language=p.language,
    )  # fmt: skip
    made = w.do(no, "marek")["decision"]
    informed(w, p, "marek", Topic.DECISION, Topic.RIGHTS)
    helped_on(w, p)
    yield w.office(days=9)
    w.do(RequestReconsideration(case=p.case, decision=made), p.worker)
    w.refused(MakeDecisionFinal(case=p.case, decision=made, told_in=p.language), "marek")
    yield w.office(days=w.rng.choice([6, 10, 18]))
    again = DecideReconsideration(
        case=p.case, decision=made, upheld=upheld, reasons=reasons(w.rng, p), language=p.language
    )
    w.refused(again, "marek")
    w.do(again, "abebe")


def waived_training(w: World, p: Person) -> Life:
    """Nobody else is there to decide: a training out of date is waived once, by another agency, and reviewed."""
    yield from refer(w, p, "panel", p.worker)
    yield from refer(w, p, "coordination", p.worker)
    yield w.office(days=2)
    assert p.case is not None
    wanted = decision(w, p, DecideReasonableGrounds)
    found: Refused = w.refused(wanted, "stone")
    waiver = WaiveGuard(
        case=p.case, guard=found.objections[0].guard, action_digest=wanted.digest().hex(),
        reason="Both colleagues are ill; the person waits for a decision.",
    )  # fmt: skip
    w.do(waiver, "nyberg")
    w.do(wanted, "stone")


def may_stay(w: World, p: Person, reviews: int) -> Life:
    """Any removal is stayed; the stay is looked at again every month and goes on."""
    yield from refer(w, p, "residence", p.worker)
    assert p.case is not None
    yield w.after(hours=w.rng.choice([22, 30, 50] if w.is_late("residence") else [1, 2, 6]))
    because = w.rng.choice([StayBecause.PRESUMED, StayBecause.PRESUMED, StayBecause.RECOVERY_PERIOD])
    w.do(RecordStayOfRemoval(case=p.case, because=because), "vance")
    for _ in range(reviews):
        yield w.office(days=w.rng.choice([27, 29, 34]))
        why = note(w.rng, "stay", "vance")
        w.do(ReviewStay(case=p.case, outcome=ReviewOutcome.GOES_ON, heard=True, reasons=why), "vance")


def risk(w: World, p: Person) -> None:
    """Danger at home, as the person says it."""
    assert p.case is not None
    at_risk = w.rng.choice([AtRisk.PERSON, AtRisk.BOTH, AtRisk.FAMILY])
    danger = w.rng.choice([DangerFrom.TRAFFICKERS, DangerFrom.DEBT, DangerFrom.FAMILY])
    w.do(AssertRisk(case=p.case, at_risk=at_risk, danger_from=danger), p.worker)


def asks(w: World, p: Person) -> None:
    """The person asks to be recognised; it is never too late."""
    assert p.case is not None
    w.do(AskForRecognition(case=p.case, asked_by_person=True), p.worker)
