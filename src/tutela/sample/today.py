"""What is alive today: something for everybody who works here to see, to answer, or to expect."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from django.db import connection, transaction

from tutela.agencies.words import Compartment, Purpose
from tutela.cases.complaint_actions import Complain
from tutela.cases.consent_actions import RecordConsent
from tutela.cases.own_door_actions import OpenPortal
from tutela.cases.own_door_actor import herself
from tutela.cases.own_door_codes import code_digest, word_digest
from tutela.cases.thread_actions import WriteMessage
from tutela.cases.words import (
    ComplaintAbout,
    HerPhone,
    Interpreting,
    SaidThrough,
    Sex,
    TalkedOf,
    Told,
    WhenForced,
)
from tutela.engine import once
from tutela.engine.access import Actor
from tutela.guidelines.g02_identification.forms import Setting
from tutela.guidelines.g02_identification.group_actions import OpenGroup, PutInGroup
from tutela.guidelines.g05_enforcement.enquiry_actions import AnswerEnquiry, AskProtection
from tutela.guidelines.g05_enforcement.enquiry_words import EnquiryKind, EnquirySaid
from tutela.guidelines.g05_enforcement.operation_actions import PlanOperation, RecordReadiness
from tutela.guidelines.g05_enforcement.steps_words import Ready
from tutela.guidelines.g06_protection.actions import AcceptPlace, OfferPlace
from tutela.guidelines.g06_protection.care_words import Appointment, Handed, Incident, Ties, Worry
from tutela.guidelines.g06_protection.contact_actions import ContactLost
from tutela.guidelines.g06_protection.house_actions import HandOverShift, IncidentHappened, SetOnCall
from tutela.guidelines.g06_protection.interpreter_actions import BookInterpreter, RegisterInterpreter
from tutela.guidelines.g06_protection.return_actions import AssessReturnRisk, PlanReturn, RecordReturnChoice
from tutela.guidelines.g06_protection.return_words import Channel, PlanPart, ReturnRisk, ReturnStep, ReturnWay

from . import care, claiming, keeping
from .cast import agency_of
from .diligence import sees
from .persons import Person, named
from .texts import COMPLAINTS, MESSAGES, note
from .world import Bed, Life, World, fits

#: Interpreters: the key of the member, languages, sex.
INTERPRETERS = (
    ("popa", ("ro", "uk"), Sex.FEMALE), ("xu", ("zh", "vi"), Sex.FEMALE), ("noori", ("fa", "ar", "ur"), Sex.MALE),
    ("gebre", ("ti", "am", "so"), Sex.FEMALE),
)  # fmt: skip
#: Days before the end, who asks, about what, from which setting; and what the answer is, if there is one.
ENQUIRIES = (
    (160, "castel", EnquiryKind.CHARGE, Setting.POLICE, EnquirySaid.NOTHING_TO_TELL, 2),
    (90, "rook", EnquiryKind.REMOVAL, Setting.DETENTION, EnquirySaid.NOTHING_TO_TELL, 3),
    (41, "berg", EnquiryKind.CUSTODY, Setting.BORDER, EnquirySaid.NOTHING_TO_TELL, 7),
    (12, "rook", EnquiryKind.REMOVAL, Setting.DETENTION, EnquirySaid.NOTHING_TO_TELL, 1),
    (3, "hart", EnquiryKind.CHARGE, Setting.POLICE, EnquirySaid.NOTHING_TO_TELL, 2),
    (0.21, "rook", EnquiryKind.REMOVAL, Setting.DETENTION, None, 0),
    (0.09, "castel", EnquiryKind.CUSTODY, Setting.POLICE, None, 0),
    (0.03, "hart", EnquiryKind.CHARGE, Setting.POLICE, None, 0),
)  # fmt: skip


def enquiries(w: World) -> Iterator[tuple[float, Life]]:
    """(days before the end, life): questions before a custody, a charge or a removal."""
    for row in ENQUIRIES:
        yield row[0], _enquiry(w, *row[1:])


def _enquiry(
    w: World, by: str, kind: EnquiryKind, setting: Setting, said: EnquirySaid | None, hours: int
) -> Life:
    language = w.rng.choice(("ro", "vi", "uk", "bn"))
    name, _ = named(w.rng, language, w.rng.choice([Sex.FEMALE, Sex.MALE]))
    ask = AskProtection(
        kind=kind, act_ref=f"{kind[:2].upper()} {w.rng.randint(100, 999)}/{w.now.year % 100}", person_name=name,
        setting=setting, call=f"555 0{w.rng.randint(200, 999)}",
    )  # fmt: skip
    enquiry = w.do(ask, by)["enquiry"]
    if said is None:
        return
    yield w.after(hours=hours)
    answer = AnswerEnquiry(enquiry=enquiry, called_at=w.now, said=said, reference_found=True)
    w.do(answer, "grant")


def interpreters(w: World) -> None:
    """Those of the cooperative who take bookings."""
    agency = w.agencies["voices"]
    for key, languages, sex in INTERPRETERS:
        act = RegisterInterpreter(agency=agency, member=w.actors[key].member_id, languages=languages, sex=sex)
        w.interpreters.append((key, languages, w.do(act, "nyberg")["interpreter"]))


def operations(w: World) -> Iterator[tuple[float, Life]]:
    """One operation next week for which care is not all found yet; one in three weeks that has just been planned."""
    yield 6, _operation(w, "castel", 6, 9, 1, {Ready.SHELTER: 5, Ready.INTERPRETERS: 9, Ready.TRANSPORT: 9})
    yield 2, _operation(w, "okoro", 21, 14, 0, {Ready.INTERPRETERS: 6})


def _operation(w: World, by: str, days: int, expected: int, children: int, ready: dict[Ready, int]) -> Life:
    day = (w.end + timedelta(days=days)).date()
    made = w.do(PlanOperation(on_day=day, expected=expected, children=children), by)["operation"]
    for item, people in ready.items():
        yield w.after(hours=5)
        w.do(RecordReadiness(operation=made, item=item, people=people), by)


def last_hours(w: World) -> Iterator[tuple[float, Life]]:
    """(days before the end, life): what is told of people whose files are there by then."""
    yield 0.07, _event(w)
    yield 4.4, _going_home(w)
    yield 3.2, _out_of_contact(w)
    yield 2.4, _claims(w)
    yield 2.0, _agreements(w)
    yield 1.2, _bookings(w)
    yield 0.95, _shifts(w)
    yield 0.7, _own_door(w)
    yield 0.55, _incident(w)
    yield 0.38, _beds(w)


def _those(w: World, worker: str | None = None, *, grown: bool = True) -> list[Person]:
    """People whose files are worked on, the newest first."""
    found = [p for p in w.people.values() if not p.is_finished and (not grown or p.is_child is False)]
    return [p for p in reversed(found) if p.case is not None and worker in (None, p.worker)]


def _seen_by(w: World, agency: str, some: list[Person]) -> list[Person]:
    return [p for p in some if p.case is not None and sees(agency, p.case, w.now)]


def _sees_hers(w: World, p: Person) -> bool:
    """Whether who stays with the person has her file already."""
    return sees(agency_of(p.worker), keeping.case(p), w.now)


def _event(w: World) -> Life:
    """An inspection at a packing hall, in which several people were found."""
    began = (w.now - timedelta(days=1)).date()
    act = OpenGroup(place="Packing hall, Old Mills Road", employer="Fresh Fields Ltd", began_on=began)
    group = w.do(act, "falk")["group"]
    yield w.after(minutes=6)
    for p in _seen_by(w, "labour", _those(w))[:3]:
        w.do(PutInGroup(case=p.case, group=group), "falk")


def _going_home(w: World) -> Life:
    """Somebody wants to go home: danger assessed, ways weighed, a plan proposed; and somebody who is still thinking."""
    some = [p for p in _seen_by(w, "door", _those(w, "rahman")) if p.is_planned][:2]
    for p, country in zip(some, ("RO", "UA"), strict=False):
        risk = AssessReturnRisk(
            case=p.case, country=country, for_person=ReturnRisk.SOME, for_family=ReturnRisk.NONE_FOUND,
            reasons="The recruiter lives in the next village; a sister in the capital can take her in.",
        )  # fmt: skip
        w.do(risk, "rahman")
        yield w.office(days=0.5)
        wants = ReturnWay.RETURN if p is some[0] else ReturnWay.UNDECIDED
        choice = RecordReturnChoice(
            case=p.case, wants=wants, explained=(ReturnWay.STAY, ReturnWay.RETURN), advised=True,
            language=p.language, interpreting=Interpreting.IN_PERSON, said_through=SaidThrough.INTERPRETER,
        )  # fmt: skip
        w.do(choice, "rahman")
    if some:
        plan = PlanReturn(
            case=some[0].case, step=ReturnStep.PROPOSE, country="RO", channel=Channel.SAFE_NUMBER, every_days=14,
            covers=(PlanPart.SAFETY, PlanPart.HOUSING, PlanPart.WORK),
        )  # fmt: skip
        w.do(plan, "rahman")


def _out_of_contact(w: World) -> Life:
    """Nobody has heard from somebody for some days."""
    for p in [p for p in _those(w, "silva") if p.is_planned and _sees_hers(w, p)][:1]:
        p.left.add("worry_followed")
        last = (w.now - timedelta(days=5)).date()
        w.do(ContactLost(case=p.case, last_heard_on=last, worries=(Worry.CONTROLLER_NEAR,)), "silva")
    return
    yield


def _claims(w: World) -> Life:
    """Claims that were opened these days: wages, for two people of the caseworker at Open Door."""
    for p in [p for p in _those(w, "rahman") if p.is_planned][:2]:
        w.begin(claiming.wages(w, p), w.after(minutes=20))
    return
    yield


def _agreements(w: World) -> Life:
    """Consents, as a record; one of them ends this week."""
    told = (Told.MAY_TAKE_BACK, Told.HELP_DOES_NOT_DEPEND, Told.NOTES_MAY_BE_DISCLOSED)
    known = [p for p in _those(w) if _sees_hers(w, p)]
    for number, p in enumerate(known[:5]):
        until = (w.end + timedelta(days=4 if number == 0 else 80)).date()
        act = RecordConsent(
            case=p.case, receiver=w.agencies["clinic"], purpose=Purpose.HEALTH,
            compartments=(Compartment.FACTS, Compartment.HEALTH), told=told, language=p.language,
            interpreting=Interpreting.IN_PERSON, said_through=SaidThrough.INTERPRETER, until=until,
        )  # fmt: skip
        w.do(act, p.worker)
        yield w.after(minutes=20)


def _bookings(w: World) -> Life:
    """Interpreters booked for today and the next days."""
    for number, (_, languages, interpreter) in enumerate(w.interpreters):
        mine = [p for p in _those(w, grown=False) if p.language in languages and _sees_hers(w, p)]
        for p in mine[:2]:
            starts = w.end + timedelta(hours=2 + 21 * number)
            kind = w.rng.choice([Appointment.LAWYER, Appointment.HEALTH, Appointment.COUNSELLING])
            act = BookInterpreter(
                case=p.case, interpreter=interpreter, language=p.language, appointment=kind, starts_at=starts,
                ties=Ties.NONE,
            )  # fmt: skip
            w.do(act, p.worker)
            yield w.after(minutes=15)


def _own_door(w: World) -> Life:
    """Doors of their own for two people: each complains, and writes to her caseworker; nobody has answered yet."""
    about = (
        (ComplaintAbout.SOMEBODY_WHO_HELPS, "clinic"),
        (ComplaintAbout.POLICE_OR_BORDER, "border"),
    )
    wanted = [p for p in _those(w, grown=False) if p.is_planned and p.language in COMPLAINTS]
    known = [p for p in wanted if _sees_hers(w, p)]
    for (what, agency), p in zip(about, known, strict=False):
        door = OpenPortal(
            case=p.case, said_through=SaidThrough.INTERPRETER, phone=HerPhone.OWN_AND_ALONE,
            talked_of=tuple(TalkedOf), when_forced=WhenForced.TELL_CASEWORKER, language=p.language,
        )  # fmt: skip
        with once.taken() as codes:
            made = w.do(door, p.worker)["own_door"]
        yield w.after(minutes=50)
        w.actors["herself"] = _enters(made, codes)
        complaint = Complain(
            about=what, against=w.agencies[agency], words=COMPLAINTS[p.language], language=p.language
        )
        w.do(complaint, "herself")
        words = MESSAGES[p.language]
        to = w.agencies[agency_of(p.worker)]
        w.do(WriteMessage(case=p.case, words=words, language=p.language, to_agency=to), "herself")


def _enters(door: UUID, codes: dict[str, str]) -> Actor:
    """The person, in by her own door with both of her words."""
    handle = secrets.token_urlsafe(32)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT tutela_enter(%s, %s, %s)", [code_digest(codes["code"]), handle, 60])
        cursor.execute("SELECT tutela_second_step(%s, %s)", [handle, word_digest(door, codes["word"])])
    return herself(handle)


def _shifts(w: World) -> Life:
    """What one shift leaves to the next, and who can be called tonight."""
    linden, wu, tan = w.agencies["linden"], w.actors["wu"], w.actors["tan"]
    points = (Handed.ARRIVAL_TONIGHT, Handed.APPOINTMENT_TOMORROW, Handed.REPAIR)
    hand = HandOverShift(
        agency=linden, to_member=wu.member_id, points=points, words=note(w.rng, "shift", "tan")
    )
    w.do(hand, "tan")
    yield w.after(minutes=10)
    since = w.end - timedelta(hours=3)
    for member, start in ((tan, since), (wu, since + timedelta(hours=12))):
        turn = SetOnCall(
            agency=linden, member=member.member_id, since=start, until=start + timedelta(hours=12)
        )
        w.do(turn, "wu")
    grant = w.actors["grant"]
    turn = SetOnCall(
        agency=w.agencies["office"], member=grant.member_id, since=since, until=since + timedelta(hours=24)
    )
    w.do(turn, "grant")


def _incident(w: World) -> Life:
    """Something happened in the house last night."""
    for p in _seen_by(w, "linden", _those(w, grown=False))[:1]:
        w.do(IncidentHappened(case=p.case, incident=Incident.STRANGER_AT_THE_DOOR), "wu")
    return
    yield


def _beds(w: World) -> Life:
    """Tonight at Linden: somebody arrives, somebody was offered a bed and thinks about it, somebody comes tomorrow."""
    tonight = w.end.date()
    told = 0
    for p in _those(w):
        bed = next((b for b in w.beds if b.agency == "linden" and _is_free(p, b, tonight)), None)
        by = next((m for m in (p.worker, p.met_by) if sees(agency_of(m), keeping.case(p), w.now)), None)
        if told == 4 or bed is None or by is None or p.leaves_on > tonight:
            continue
        since = tonight + timedelta(days=told // 2)
        until = since + timedelta(days=28)
        bed.free_from = p.leaves_on = until
        p.left |= {"shelter", "next_place"}
        yield from care.refer(w, p, "linden", by)
        offer = OfferPlace(case=p.case, place=bed.place, since=since, until=until)
        p.placement = w.do(offer, by)["placement"]
        if told in (1, 3):
            w.do(AcceptPlace(case=p.case, placement=p.placement), by)
        told += 1
        yield w.after(minutes=3)


def _is_free(p: Person, bed: Bed, today: date) -> bool:
    return bed.free_from <= today and not bed.kept and fits(p, bed)
