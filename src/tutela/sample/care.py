"""A bed, help, information, health and safety: the weeks and months of a life under protection."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from tutela.agencies.words import Compartment, Purpose
from tutela.cases.actions import ReviewUrgentAct
from tutela.engine.models import UrgentAct
from tutela.guidelines.g02_identification.actions import (
    AcceptReferral,
    CompleteReferral,
    DeclineReferral,
    ReferPerson,
)
from tutela.guidelines.g02_identification.words import DeclineWhy
from tutela.guidelines.g06_protection.actions import (
    AcceptPlace,
    DeclinePlace,
    EndStay,
    OfferPlace,
    PlaceTonight,
)
from tutela.guidelines.g06_protection.care_actions import (
    AcceptService,
    DeclineService,
    EmergencyTreatment,
    InformPerson,
    OfferService,
    ProposeExamination,
    ProtectPerson,
    ServiceGiven,
    ThreatReported,
    ToldAfterwards,
)
from tutela.guidelines.g06_protection.words import (
    Because,
    Consent,
    Examination,
    Interpreting,
    Measure,
    SaidThrough,
    ServiceKind,
    Topic,
)
from tutela.guidelines.g08_children.guardian_actions import (
    AcceptAppointment,
    AppointRepresentative,
    ArrangeForChild,
)
from tutela.guidelines.g08_children.guardian_words import ChildMeasure, Conflict, Office
from tutela.guidelines.g08_children.staff_actions import AssignToChild

from . import childhood, planning
from .cast import MEMBERS, agency_of
from .persons import Person
from .texts import note
from .world import Bed, Life, World, fits

_C = Compartment
_ALL = (_C.FACTS, _C.IDENTITY, _C.WHEREABOUTS, _C.HEALTH, _C.STATUS, _C.STATEMENTS)
_TEST = {"examination": Examination.HIV_TEST, "consent": Consent.NOT_ASKED}
#: To whom a person is referred, what for, and what she lets them see.
REFERRALS = {
    "door": (Purpose.PROTECTION, _ALL),
    "bridge": (Purpose.PROTECTION, (_C.FACTS, _C.IDENTITY, _C.WHEREABOUTS, _C.STATUS, _C.STATEMENTS)),
    "clinic": (Purpose.HEALTH, (_C.FACTS, _C.HEALTH)),
    "advice": (Purpose.LEGAL_HELP, (_C.FACTS, _C.STATEMENTS, _C.STATUS, _C.LEGAL)),
    "panel": (Purpose.IDENTIFICATION, (_C.FACTS, _C.STATEMENTS, _C.STATUS)),
    "residence": (Purpose.RESIDENCE, (_C.FACTS, _C.STATUS)),
    "children": (Purpose.CHILD_PROTECTION, _ALL),
    "office": (Purpose.PROCEEDINGS, (_C.FACTS, _C.STATEMENTS, _C.STATUS)),
    "prosecutor": (Purpose.PROCEEDINGS, (_C.FACTS,)),
    "police": (Purpose.PROCEEDINGS, (_C.FACTS,)),
    "coordination": (Purpose.PROTECTION, (_C.FACTS,)),
    "service": (Purpose.PROTECTION, _ALL),
    "linden": (Purpose.SHELTER, (_C.FACTS, _C.WHEREABOUTS)),
    "anchor": (Purpose.SHELTER, (_C.FACTS, _C.WHEREABOUTS)),
    "asylum": (Purpose.RESIDENCE, (_C.FACTS, _C.STATUS)),
}  # fmt: skip
#: Beyond the circle that learns who a child is.
BEYOND = ("door", "bridge")
#: Who answers for an agency.
ANSWERS = {
    "door": "rahman", "bridge": "moyo", "clinic": "novak", "advice": "klein", "panel": "marek", "residence": "vance",
    "children": "ortiz", "office": "weiss", "prosecutor": "hart", "police": "lind", "coordination": "nyberg",
    "asylum": "tessema", "service": "ferri", "linden": "wu", "anchor": "adeyemi",
}  # fmt: skip


def asked(w: World, p: Person, to: str, by: str) -> UUID | None:
    """A referral that waits for its answer; none where that agency sees the file already."""
    if to in p.granted or agency_of(by) == to:
        return None
    purpose, compartments = REFERRALS[to]
    if p.is_child is not False and to in BEYOND:
        compartments = tuple(one for one in compartments if one is not _C.IDENTITY)
    agreed = None if p.is_child and to != "residence" else True
    about = {"case": p.case, "to_agency": w.agencies[to], "purpose": purpose, "agreed": agreed}
    p.granted.add(to)
    return w.do(ReferPerson(compartments=compartments, **about), by)["referral"]


def refer(w: World, p: Person, to: str, by: str | None = None) -> Life:
    """A referral, and mostly an answer within a day; now and then a no, or nothing for too long."""
    referral = asked(w, p, to, by or p.met_by)
    if referral is None:
        return
    soon = w.days_left < 7 or not w.is_late(to, 0.4)
    yield w.after(hours=w.rng.choice([0.5, 1, 2, 3, 5] if soon else [9, 20, 30, 55]))
    assert p.case is not None
    if to == "bridge" and w.chance(0.4):
        because = w.rng.choice([DeclineWhy.NO_CAPACITY, DeclineWhy.LANGUAGE])
        w.do(DeclineReferral(case=p.case, referral=referral, because=because), ANSWERS[to])
        return
    w.do(AcceptReferral(case=p.case, referral=referral), ANSWERS[to])
    if w.chance(0.3):
        w.begin(
            _completed(w, CompleteReferral(case=p.case, referral=referral), ANSWERS[to]), w.office(days=6)
        )


def _completed(w: World, done: CompleteReferral, by: str) -> Life:
    w.do(done, by)
    return
    yield


def handed_to_the_worker(w: World, p: Person) -> Life:
    """Whoever met the person refers on to those who stay."""
    own = agency_of(p.worker)
    if own == agency_of(p.met_by):
        return
    yield from refer(w, p, own)


def informed(w: World, p: Person, by: str, *topics: Topic, understood: bool | None = True) -> None:
    """Explains, in the person's language."""
    w.do(information(w, p, by, *topics, understood=understood), by)


def information(w: World, p: Person, by: str, *topics: Topic, understood: bool | None = True) -> InformPerson:
    """What is explained, in the person's language, through an interpreter where one is needed."""
    spoken = next(row.languages for row in MEMBERS if row.key == by)
    needs_none = p.language in spoken
    how = (
        Interpreting.NOT_NEEDED
        if needs_none
        else w.rng.choice([Interpreting.IN_PERSON, Interpreting.BY_TELEPHONE])
    )
    if p.is_child and not needs_none:
        how = Interpreting.CHILD_FRIENDLY
    assert p.case is not None
    return InformPerson(
        case=p.case, topics=topics, language=p.language, interpreting=how, understood=understood,
        interpreter=None if needs_none else f"Voices {w.rng.randint(11, 58)}",
    )  # fmt: skip


def given(w: World, p: Person, by: str, service: ServiceKind) -> None:
    """Help was given."""
    assert p.case is not None
    w.do(ServiceGiven(case=p.case, service=service), by)


def first_hours(w: World, p: Person) -> Life:
    """Food and warmth, then rights in the own language; sometimes the interpreter comes too late."""
    given(w, p, p.met_by, ServiceKind.MATERIAL)
    if w.chance(0.08) and w.days_left > 7:
        yield w.after(hours=w.rng.randint(25, 40))
    informed(w, p, p.met_by, Topic.RIGHTS, Topic.HELP, Topic.LIMITS, Topic.CONSULATE)


def bed_tonight(w: World, p: Person) -> Life:
    """A bed: at once where it cannot wait, and otherwise offered and taken, or declined."""
    bed = w.free_bed(p)
    if bed is None or p.case is None or p.leaves_on > w.now.date():
        return
    if p.is_child is not False or w.chance(0.15):
        tonight(w, p, bed)
        yield w.office(days=0 if p.is_child else 1)
        yield from urgent_act_reviewed(w, p)
        bed = w.free_bed(p)
    elif w.chance(0.12) and w.days_left > 7:
        placement = offered(w, p, bed, nights=7)
        w.refused(
            DeclinePlace(case=p.case, placement=placement, said_through=SaidThrough.STAFF_ONLY), p.met_by
        )
        said = w.rng.choice([SaidThrough.INTERPRETER, SaidThrough.ADVOCATE])
        w.do(DeclinePlace(case=p.case, placement=placement, said_through=said), p.met_by)
        yield w.office(days=w.rng.choice([6, 20, 34]))
        bed = w.free_bed(p)
    if bed is not None:
        taken(w, p, bed)
        yield from known_to_the_house(w, p, bed.agency)


def known_to_the_house(w: World, p: Person, house: str) -> Life:
    """The house sees whom it takes in; told of those who may still be there."""
    if house in ANSWERS and w.days_left < 150:
        yield from refer(w, p, house)


def tonight(w: World, p: Person, bed: Bed) -> None:
    """A bed at once, for one night."""
    assert p.case is not None
    p.placement = w.do(PlaceTonight(case=p.case, place=bed.place), p.met_by)["placement"]
    p.bed, p.moved_in = bed, w.now.date()
    p.leaves_on = bed.free_from = w.now.date() + timedelta(days=1)


def offered(w: World, p: Person, bed: Bed, nights: int, by: str | None = None) -> UUID:
    """Holds this bed for the person; returns the placement."""
    assert p.case is not None
    childhood.assessed(w, p)
    since = max(w.now.date(), p.leaves_on)
    act = OfferPlace(case=p.case, place=bed.place, since=since, until=since + timedelta(days=nights))
    return w.do(act, by or p.met_by)["placement"]


def taken(w: World, p: Person, bed: Bed, by: str | None = None) -> None:
    """The person moves in for some weeks."""
    nights = w.rng.choice([42, 60, 90, 120])
    p.placement = offered(w, p, bed, nights, by)
    assert p.case is not None
    w.do(AcceptPlace(case=p.case, placement=p.placement), by or p.met_by)
    moves_in(w, p, bed, nights)


def moves_in(w: World, p: Person, bed: Bed, nights: int) -> None:
    """From the first free night on the bed is the person's."""
    p.moved_in = max(w.now.date(), p.leaves_on)
    p.bed, p.leaves_on = bed, p.moved_in + timedelta(days=nights)
    bed.free_from = p.leaves_on


def goes_on_staying(w: World, p: Person) -> None:
    """The bed is prolonged in time, or another is found when the stay has run out or fits no more."""
    today = w.now.date()
    if p.leaves_on > today + timedelta(days=14):
        return
    keeps = p.bed is not None and p.leaves_on > today and fits(p, p.bed)
    bed = p.bed if keeps else w.free_bed(p)
    if bed is not None:
        taken(w, p, bed)


def moved_out(w: World, p: Person, because: Because = Because.PERSON_WISHES) -> None:
    """The stay ends, because the person wishes it or needs it no longer."""
    today = w.now.date()
    if p.bed is not None and p.case is not None and p.placement is not None and today < p.leaves_on:
        house = {"service": "ferri", "linden": "wu", "anchor": "adeyemi", "children": "ortiz"}[p.bed.agency]
        said = SaidThrough.INTERPRETER
        w.do(EndStay(case=p.case, placement=p.placement, because=because, said_through=said), house)
        p.leaves_on = p.bed.free_from = max(today, p.moved_in + timedelta(days=1))
    p.bed = p.placement = None


def urgent_act_reviewed(w: World, p: Person) -> Life:
    """Child protection, or the coordinator, looks at what was done at once."""
    by = "ortiz" if p.is_child is not False else "nyberg"
    yield from refer(w, p, agency_of(by))
    found = w.newest(by, UrgentAct, "at", subject_id=p.case, reviewed_at=None)
    if found is None or p.case is None:
        return
    finding = note(w.rng, "urgent", by)
    w.do(ReviewUrgentAct(case=p.case, urgent_act=found.pk, was_needed=True, finding=finding), by)


def health(w: World, p: Person) -> Life:
    """Care is offered; what is agreed to is done, and nothing else."""
    yield from refer(w, p, "clinic")
    assert p.case is not None
    kinds = (ServiceKind.MEDICAL, ServiceKind.PSYCHOLOGICAL)
    offers = [w.do(OfferService(case=p.case, service=kind), "novak")["offered_service"] for kind in kinds]
    for kind, offer in zip(kinds, offers, strict=True):
        about = {"case": p.case, "offered_service": offer, "said_through": SaidThrough.INTERPRETER}
        if w.chance(0.22):
            w.do(DeclineService(**about), "novak")
            w.begin(_offered_again(w, p, kind), w.office(days=w.rng.choice([20, 26, 40])))
            continue
        w.do(AcceptService(**about), "novak")
        what = Examination.GENERAL_CHECK if kind is ServiceKind.MEDICAL else Examination.COUNSELLING
        if w.chance(0.12):
            w.refused(ProposeExamination(case=p.case, **_TEST), "sato")
        w.do(ProposeExamination(case=p.case, examination=what, consent=Consent.GIVEN), "novak")
        given(w, p, "novak", kind)
        yield w.office(days=2)


def _offered_again(w: World, p: Person, kind: ServiceKind) -> Life:
    assert p.case is not None
    w.do(OfferService(case=p.case, service=kind), "novak")
    return
    yield


def emergency(w: World, p: Person) -> Life:
    """Somebody who cannot say yes or no is treated, and told afterwards."""
    yield from refer(w, p, "clinic")
    assert p.case is not None
    act = EmergencyTreatment(
        case=p.case, examination=Examination.SURGERY, reason="Not conscious on arrival; bleeding."
    )
    record = w.do(act, "sato")["health_record"]
    yield w.after(hours=w.rng.choice([9, 20, 50]))
    w.do(ToldAfterwards(case=p.case, health_record=record), "novak")


def lawyer(w: World, p: Person) -> Life:
    """A lawyer of her own."""
    yield from refer(w, p, "advice", p.worker if agency_of(p.worker) in p.granted else p.met_by)
    given(w, p, "klein", ServiceKind.LEGAL)
    informed(w, p, "klein", Topic.STATUS, Topic.PROCEEDINGS, Topic.REMEDIES)


def stands_beside(w: World, p: Person) -> Life:
    """Guardian and lawyer of a child, mostly within the day: looked into, appointed, in office; a trained worker."""
    yield from refer(w, p, "children", p.worker if agency_of(p.worker) in p.granted else p.met_by)
    assert p.case is not None
    for office, agency, member in ((Office.GUARDIAN, "children", "bell"), (Office.LAWYER, "advice", "klein")):
        about = {"case": p.case, "office": office, "of_agency": w.agencies[agency]}
        if office is Office.GUARDIAN and w.chance(0.15):
            w.refused(AppointRepresentative(**about), "ortiz")
        if office is Office.GUARDIAN and p.guarded:  # somebody was, before where the child lives was decided
            yield w.after(hours=w.rng.choice([1, 2, 5]))
            continue
        made = w.do(AppointRepresentative(conflict=Conflict.NONE_FOUND, **about), "ortiz")["representative"]
        yield w.after(hours=w.rng.choice([1, 2, 5]))
        if office is Office.LAWYER or not p.guarded:
            w.do(AcceptAppointment(case=p.case, representative=made), member)
            p.guarded = p.guarded or office is Office.GUARDIAN
    w.do(AssignToChild(case=p.case, worker=w.actors["ortiz"].member_id), "ortiz")
    measures = (
        ChildMeasure.TRAINED_INTERVIEWER,
        ChildMeasure.WORDS_A_CHILD_KNOWS,
        ChildMeasure.NEVER_FACES_SUSPECT,
    )
    w.do(ArrangeForChild(case=p.case, measures=measures), "bell")


def threat(w: World, p: Person) -> Life:
    """A threat, answered at once or too late."""
    assert p.case is not None
    near = p.bed is not None and w.chance(0.5)
    area = p.bed.area if near else w.rng.choice(["Old Mills", "North Quay", "Market Row"])
    p.unsafe.add(area)
    made = w.do(ThreatReported(case=p.case, area=area), p.worker)["threat"]
    yield w.after(hours=w.rng.choice([1, 2, 3, 9]))
    if p.bed is not None and p.bed.area == area:
        moved_out(w, p, Because.PERSON_WISHES)
        bed = w.free_bed(p)
        if bed is not None:
            taken(w, p, bed)
    measure = w.rng.choice([Measure.MOVED, Measure.SAFETY_PLAN, Measure.POLICE_PROTECTION])
    w.do(ProtectPerson(case=p.case, threat=made, measure=measure), p.worker)


_WEEKLY = (
    ServiceKind.MATERIAL, ServiceKind.MONEY, ServiceKind.PSYCHOLOGICAL, ServiceKind.TRANSPORT,
    ServiceKind.INTERPRETING, ServiceKind.WORK, ServiceKind.LEGAL, ServiceKind.SCHOOLING,
)  # fmt: skip


def months(w: World, p: Person, visits: int) -> Life:
    """The long part: a visit every two or three weeks, with what is needed then; the bed is prolonged or left."""
    for visit in range(visits):
        yield w.office(days=w.rng.choice([4, 6, 9]) if visit == 0 else w.rng.choice([10, 14, 20, 26]))
        if not p.is_planned:
            p.is_planned = True
            planning.planned(w, p)
        childhood.assessed(w, p)
        kinds = _WEEKLY if p.is_child else _WEEKLY[:-1]
        for kind in w.rng.sample(kinds, w.rng.choice([1, 1, 2])):
            given(w, p, p.worker, kind)
        if w.chance(0.2):
            understood = w.rng.choice([True, True, None])
            informed(w, p, p.worker, w.rng.choice(list(Topic)), Topic.HELP, understood=understood)
        if p.bed is not None:
            goes_on_staying(w, p)
        if w.chance(0.04):
            yield from threat(w, p)
