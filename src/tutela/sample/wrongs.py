"""What goes against the person: what is refused when somebody tries it, and what was done elsewhere all the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from tutela.agencies.actions import GrantAccess
from tutela.agencies.words import Basis, Purpose
from tutela.cases.actions import AnswerBreach
from tutela.cases.intake_actions import SetReceivedAside
from tutela.cases.words import SetAsideBecause
from tutela.engine.models import Breach, Intake
from tutela.guidelines.g04_law.actions import RecordStayOfRemoval, RemovalOrdered, RemovePerson
from tutela.guidelines.g04_law.words import RemovalKind, StayBecause
from tutela.guidelines.g05_enforcement.actions import (
    AssessChargeLink,
    BringCharge,
    ChargeFound,
    ProsecutorAnswered,
    SendLetter,
)
from tutela.guidelines.g05_enforcement.custody_actions import (
    DetainPerson,
    DetentionFound,
    HandOver,
    ReleaseRecorded,
)
from tutela.guidelines.g05_enforcement.inquiry_actions import (
    InvestigationEnded,
    InvestigationRefused,
    OpenInvestigation,
)
from tutela.guidelines.g05_enforcement.words import (
    Agreement,
    ClosedPlace,
    EndedBecause,
    HandTo,
    HeldFor,
    HowKnown,
    Offence,
    Origin,
    ProsecutorDecision,
    RefusedBecause,
)
from tutela.guidelines.g06_protection.actions import EndStay
from tutela.guidelines.g06_protection.care_actions import (
    OfferService,
    ServiceWasWithheld,
    ThreatReported,
    WithholdEntitlement,
)
from tutela.guidelines.g06_protection.words import Because, Entitlement, InReturnFor, ServiceKind

from .care import refer
from .persons import Person
from .texts import note
from .world import Life, World

_OFFENCE = {
    "fields": Offence.IRREGULAR_WORK, "plants": Offence.DRUG_CULTIVATION, "begging": Offence.BEGGING,
    "flats": Offence.PROSTITUTION_OFFENCE, "journey": Offence.IRREGULAR_ENTRY,
}  # fmt: skip


def offence(p: Person) -> Offence:
    """What somebody in this kind of work gets charged with."""
    return _OFFENCE.get(p.work.key, Offence.IRREGULAR_STAY)


def file_ref(w: World) -> str:
    """A file's number as the prosecution writes it."""
    return f"PP {w.rng.randint(101, 2999)}/{w.now.year % 100}"


def _case(p: Person) -> UUID:
    assert p.case is not None
    return p.case


def charge_refused(w: World, p: Person) -> Life:
    """The prosecutor asks before acting, and is told no; the finding that it is linked stays on file."""
    yield from refer(w, p, "prosecutor", p.worker)
    yield w.office(days=2)
    number = file_ref(w)
    w.refused(BringCharge(case=_case(p), charge_ref=number, offence=offence(p)), "hart")
    if w.chance(0.5):
        w.refused(BringCharge(case=_case(p), charge_ref=number, offence=Offence.DOCUMENT_OFFENCE), "hart")


def found_out(w: World, p: Person) -> str:
    """A charge was brought elsewhere; returns its file's number."""
    number = file_ref(w)
    office = w.agencies["prosecutor"]
    p.charge = number
    w.do(ChargeFound(case=_case(p), charge_ref=number, offence=offence(p), prosecutor=office), p.worker)
    return number


def charge_found(w: World, p: Person, ends: ProsecutorDecision | None) -> Life:
    """A charge brought elsewhere: assessed, written about, answered; it stops, or it is kept up."""
    number, by = found_out(w, p), p.worker
    yield from refer(w, p, "office", by)
    yield from refer(w, p, "prosecutor", by)
    reasons = note(w.rng, "link", "weiss")
    link = AssessChargeLink(
        case=_case(p), charge_ref=number, offence=offence(p), linked=True, reasons=reasons
    )
    if w.chance(0.4):
        w.refused(link, "grant")
    yield w.office(days=w.rng.choice([1, 2, 5]))
    w.do(link, "weiss")
    letter = SendLetter(
        case=_case(p), charge_ref=number, to_agency=w.agencies["prosecutor"], agreement=Agreement.AGREED
    )
    w.do(letter, "grant")
    if ends is None:
        return
    yield w.office(days=w.rng.choice([3, 5, 9]))
    why = None if ends is ProsecutorDecision.DROPPED else "The file is complete."
    answered = ProsecutorAnswered(
        case=_case(p), charge_ref=number, decision=ends, clear_reasons=False if why else None, reasons=why
    )
    w.do(answered, "hart")


def held(w: World, p: Person, hours: float | None) -> Life:
    """Found in a closed place; released after so many hours, or held still."""
    place = w.rng.choice([ClosedPlace.POLICE_STATION, ClosedPlace.REMOVAL_CENTRE, ClosedPlace.TRANSIT_ZONE])
    since = w.now - timedelta(hours=w.rng.randint(2, 30))
    found = DetentionFound(case=_case(p), place_kind=place, held_for=HeldFor.IMMIGRATION, occurred_at=since)
    w.do(found, p.met_by)
    if hours is None:
        return
    yield w.after(hours=hours)
    w.do(ReleaseRecorded(case=_case(p), how_known=HowKnown.PERSON_MET), p.met_by)
    yield from answered(w, p, "The post was told again that nobody presumed trafficked is held.", p.met_by)


def answered(w: World, p: Person, what: str, by: str) -> Life:
    """Somebody answers for a breach."""
    yield w.office(days=4)
    found = w.newest(by, Breach, "opened_at", subject_id=p.case, answered_at=None)
    if found is not None:
        w.do(AnswerBreach(case=_case(p), breach=found.pk, answer=what), by)


def removal(w: World, p: Person, *, stayed: bool) -> Life:
    """A removal is tried and refused; another one was ordered elsewhere, and is stayed, or not yet."""
    yield from refer(w, p, "residence", p.worker)
    w.refused(RemovePerson(case=_case(p), kind=RemovalKind.ORDER_TO_LEAVE), "vance")
    yield w.office(days=3)
    w.do(RemovalOrdered(case=_case(p), kind=RemovalKind.DEPORTATION), p.worker)
    if stayed:
        yield w.after(hours=w.rng.choice([5, 20, 44]))
        w.do(RecordStayOfRemoval(case=_case(p), because=StayBecause.PRESUMED), "vance")
        yield from answered(
            w, p, "The order was made before the presumption was known; it is stayed.", "vance"
        )


def help_withheld(w: World, p: Person, *, given_back: bool) -> Life:
    """A counter somewhere cut help off; it is given back, or not yet."""
    because = w.rng.choice([Because.WILL_NOT_TESTIFY, Because.UNKNOWN, Because.NOT_IDENTIFIED])
    drawn = w.rng.choice([ServiceKind.MEDICAL, ServiceKind.MONEY, ServiceKind.LEGAL])
    kind = drawn if given_back else ServiceKind.MONEY  # which nobody else gives back by chance
    w.do(ServiceWasWithheld(case=_case(p), service=kind, because=because), p.worker)
    if given_back:
        yield w.after(hours=w.rng.choice([6, 22, 70]))
        w.do(OfferService(case=_case(p), service=kind), p.worker)
        yield from answered(w, p, note(w.rng, "answer", p.worker), p.worker)


def conditional_help(w: World, p: Person) -> None:
    """Help in return for something: no."""
    price = w.rng.choice(
        [InReturnFor.TESTIMONY, InReturnFor.COOPERATION, InReturnFor.COMPLAINT, InReturnFor.WORK]
    )
    w.refused(OfferService(case=_case(p), service=ServiceKind.LEGAL, in_return_for=price), p.worker)


def right_withheld(w: World, p: Person) -> None:
    """A right marked as not granted: no."""
    what = w.rng.choice([Entitlement.INFORMATION, Entitlement.HEALTH, Entitlement.RECOGNITION])
    w.refused(WithholdEntitlement(case=_case(p), entitlement=what, because=Because.ASKED_LATE), p.worker)


def put_out(w: World, p: Person) -> None:
    """The house would end the stay of somebody who will not testify: no."""
    if p.bed is None or p.placement is None or p.bed.agency == "children" or p.leaves_on <= w.now.date():
        return
    by = {"linden": "wu", "anchor": "adeyemi"}[p.bed.agency]
    because = w.rng.choice([Because.WILL_NOT_TESTIFY, Because.WILL_NOT_COOPERATE, Because.HOUSE_RULES])
    w.refused(EndStay(case=_case(p), placement=p.placement, because=because), by)


def detained_for_her_good(w: World, p: Person) -> Life:
    """A closed place, kindly meant: no."""
    yield from refer(w, p, "police", p.worker)
    held_for = w.rng.choice([HeldFor.OWN_PROTECTION, HeldFor.WITNESS, HeldFor.IMMIGRATION])
    w.refused(DetainPerson(case=_case(p), place_kind=ClosedPlace.CLOSED_SHELTER, held_for=held_for), "castel")


def handed_over(w: World, p: Person) -> None:
    """Back to whoever came to fetch the person: no."""
    whom = w.rng.choice([HandTo.EMPLOYER, HandTo.ACQUAINTANCE, HandTo.PARTNER])
    w.refused(HandOver(case=_case(p), to_kind=whom, suspected_controller=None), p.met_by)


def somebody_looks(w: World, p: Person) -> None:
    """An agency that the file is none of the business of: denied; a Fact from it is kept all the same."""
    w.perform(DetainPerson(case=_case(p), place_kind=ClosedPlace.TRANSIT_ZONE), "berg")
    if w.chance(0.5):
        w.perform(ThreatReported(case=_case(p), area="Market Row"), "haddad")
        w.begin(_looked_at(w), w.after(hours=w.rng.choice([3, 9, 30])))


def _looked_at(w: World) -> Life:
    """The protection office looks at what was received, and finds it in the file already."""
    found = w.newest("grant", Intake, "recorded_at", state="waiting")
    if found is not None and w.days_left > 3:
        because = SetAsideBecause.ALREADY_IN_THE_FILE
        w.do(
            SetReceivedAside(intake=found.pk, because=because, reason="The same call, written down twice."),
            "grant",
        )
    return
    yield


def firewall(w: World, p: Person) -> None:
    """Enforcement of immigration law is never let in."""
    about = {"purpose": Purpose.RESIDENCE, "basis": Basis.LEGAL_DUTY}
    w.refused(GrantAccess(case=_case(p), to_agency=w.agencies["returns"], **about), p.worker)


def inquiry(w: World, p: Person, *, refused: bool = False) -> Life:
    """Somebody looks into who did it, without a complaint; or it is refused elsewhere."""
    yield from refer(w, p, "police", p.worker)
    if refused:
        because = w.rng.choice(
            [RefusedBecause.ASKED_LATE, RefusedBecause.NO_COMPLAINT, RefusedBecause.NO_REASON]
        )
        w.do(InvestigationRefused(case=_case(p), because=because), p.worker)
        return
    yield w.office(days=w.rng.choice([4, 5, 8] if w.is_late("police") else [0.3, 1, 1]))
    origin = w.rng.choice([Origin.OWN_INITIATIVE, Origin.REFERRAL, Origin.INSPECTION])
    w.do(
        OpenInvestigation(case=_case(p), origin=origin, investigation_ref=f"K {w.rng.randint(11, 980)}"),
        "castel",
    )
    yield w.office(days=w.rng.randint(60, 160))
    ended = InvestigationEnded(
        case=_case(p),
        because=EndedBecause.SENT_TO_COURT,
        reasons="Charges against two organisers.",
        reviewed=True,
    )
    w.do(ended, "castel")


#: What is tried and refused at some moment of a life, and takes no time.
TRIES: tuple[Callable[[World, Person], None], ...] = (
    conditional_help, right_withheld, put_out, handed_over, somebody_looks, firewall,
)  # fmt: skip
