"""What people get back: papers first, then wages and damages, by instalments or not at all; and what is undone."""

from __future__ import annotations

from datetime import timedelta

from tutela.guidelines.g04_law.permit_actions import AskForPermit, PermitGranted
from tutela.guidelines.g04_law.words import StayGround
from tutela.guidelines.g05_enforcement.undoing_actions import BurdenFound, UndoingMoved
from tutela.guidelines.g05_enforcement.words import Agreement, BurdenKind, UndoStep
from tutela.guidelines.g09_remedies.actions import ClaimMoved, HelpWithClaim, OpenClaim, PaymentReceived
from tutela.guidelines.g09_remedies.return_actions import (
    BelongingsReturned,
    BelongingsWithheld,
    DemandReturn,
)
from tutela.guidelines.g09_remedies.wage_actions import CalculateWages
from tutela.guidelines.g09_remedies.words import (
    Against,
    Body,
    ClaimStep,
    HelpKind,
    Holder,
    RefusedFor,
    Remedy,
    Returned,
    Taken,
    Track,
)

from .persons import Person
from .world import Life, World


def claims(w: World, p: Person) -> Life:
    """Papers demanded back; wages reckoned and claimed; damages in the trial; care from a fund."""
    assert p.case is not None
    yield from papers(w, p)
    if w.chance(0.4):
        yield from burden(w, p)
    yield from wages(w, p)
    if w.chance(0.5):
        yield from beside(w, p)


def papers(w: World, p: Person) -> Life:
    """A passport and what else was kept back."""
    assert p.case is not None
    what = (Taken.PASSPORT, *w.rng.sample([Taken.PHONE, Taken.PAY, Taken.BELONGINGS], 1))
    taken = w.do(BelongingsWithheld(case=p.case, what=what, holder=Holder.EMPLOYER), p.worker)["withheld"]
    yield w.office(days=2)
    ask = DemandReturn(
        case=p.case, withheld=taken, to_agency=w.agencies["police"], agreement=Agreement.AGREED
    )
    w.do(ask, p.worker)
    yield w.office(days=w.rng.choice([4, 6, 20]))
    outcome = w.rng.choice([Returned.RETURNED, Returned.RETURNED, Returned.PARTLY, Returned.REFUSED])
    w.do(BelongingsReturned(case=p.case, withheld=taken, outcome=outcome), p.worker)


def burden(w: World, p: Person) -> Life:
    """Something from that time that weighs on the person, lifted or not yet."""
    assert p.case is not None
    kind = w.rng.choice([BurdenKind.ENTRY_BAN, BurdenKind.POLICE_RECORD, BurdenKind.DEBT_CLAIMED])
    found = w.do(BurdenFound(case=p.case, burden=kind), p.worker)["undoing"]
    yield w.office(days=5)
    w.do(UndoingMoved(case=p.case, undoing=found, step=UndoStep.SOUGHT), p.worker)
    yield w.office(days=w.rng.choice([15, 40]))
    step = w.rng.choice([UndoStep.UNDONE, UndoStep.UNDONE, UndoStep.REFUSED])
    w.do(UndoingMoved(case=p.case, undoing=found, step=step), p.worker)


def wages(w: World, p: Person) -> Life:
    """Wages reckoned, claimed and awarded; paid by instalments, or refused on a ground that is none."""
    assert p.case is not None
    today = w.now.date()
    claim = w.do(
        OpenClaim(
            case=p.case,
            track=Track.CIVIL,
            seeks=Remedy.WAGES,
            against=Against.EMPLOYER,
            body=Body.LABOUR_COURT,
            agreed=True,
            limit_on=today + timedelta(days=w.rng.choice([100, 300, 700])),
            limit_source="Labour code, limitation of claims",
        ),
        p.worker,
    )["claim"]
    w.do(
        CalculateWages(
            case=p.case,
            claim=claim,
            worked_from=today - timedelta(days=w.rng.randint(200, 400)),
            worked_until=today - timedelta(days=w.rng.randint(60, 150)),
            week_hours=w.rng.choice([60, 72, 84]),
            currency="EUR",
            lawful_hour_minor=1180,
            lawful_source="Minimum wage act, s. 1",
            usual_week_hours=40,
            more_percent=25,
            paid_minor=w.rng.randint(0, 6) * 20_000,
            charged_minor=w.rng.randint(0, 4) * 100_000,
            interest_hundredths=500,
        ),
        p.worker,
    )
    yield w.office(days=4)
    w.do(HelpWithClaim(case=p.case, claim=claim, kind=HelpKind.LAWYER), p.worker)
    w.do(HelpWithClaim(case=p.case, claim=claim, kind=HelpKind.COURT_FEES), p.worker)
    w.do(AskForPermit(case=p.case, ground=StayGround.CLAIM), p.worker)
    yield w.office(days=9)
    p.has_permit = True
    since = w.now.date()
    permit = PermitGranted(
        case=p.case, ground=StayGround.CLAIM, since=since, until=since + timedelta(days=365), may_work=True
    )
    w.do(permit, p.worker)
    w.do(ClaimMoved(case=p.case, claim=claim, step=ClaimStep.FILED), p.worker)
    yield w.office(days=w.rng.choice([60, 90]))
    if w.chance(0.25):
        w.do(
            ClaimMoved(case=p.case, claim=claim, step=ClaimStep.REFUSED, because=RefusedFor.IRREGULAR_STATUS),
            p.worker,
        )
        yield w.office(days=8)
        w.do(ClaimMoved(case=p.case, claim=claim, step=ClaimStep.APPEALED), p.worker)
        return
    award = p.unpaid = 900_000
    w.do(
        ClaimMoved(case=p.case, claim=claim, step=ClaimStep.AWARDED, awarded_minor=award, currency="EUR"),
        p.worker,
    )
    for _ in range(w.rng.choice([1, 2, 3])):
        yield w.office(days=26)
        p.unpaid -= 300_000
        w.do(PaymentReceived(case=p.case, claim=claim, amount_minor=300_000, currency="EUR"), p.worker)


def beside(w: World, p: Person) -> Life:
    """Damages in the criminal trial, and care from a fund, beside the wages."""
    assert p.case is not None
    trial = OpenClaim(
        case=p.case,
        track=Track.CRIMINAL,
        seeks=Remedy.DAMAGES,
        against=Against.TRAFFICKER,
        body=Body.CRIMINAL_COURT,
        agreed=True,
    )
    w.do(trial, p.worker)
    care = OpenClaim(
        case=p.case,
        track=Track.ADMINISTRATIVE,
        seeks=Remedy.REHABILITATION,
        against=Against.FUND,
        body=Body.COMPENSATION_FUND,
        agreed=True,
    )
    claim = w.do(care, p.worker)["claim"]
    yield w.office(days=20)
    w.do(ClaimMoved(case=p.case, claim=claim, step=ClaimStep.FILED), p.worker)
