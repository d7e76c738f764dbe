"""Those who do the work: who works with whom, their supervision, a leave with somebody in the place, a conference."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from tutela.agencies.words import Compartment, Purpose
from tutela.cases import worker_reads
from tutela.cases.consent_actions import RecordConsent
from tutela.cases.words import Interpreting, SaidThrough, Told
from tutela.cases.worker_actions import BeginLeave, NameWorker, RecordSupervision
from tutela.guidelines.g06_protection.care_actions import InformPerson
from tutela.guidelines.g06_protection.conference_actions import CallConference
from tutela.guidelines.g06_protection.conference_words import ConferencePurpose, HerPart
from tutela.guidelines.g06_protection.words import Topic

from . import keeping
from .cast import agency_of
from .diligence import sees
from .persons import Person
from .world import Life, World

#: Who works at Open Door.
DOOR = ("rahman", "silva")
SAID = "Three hard months. Two people go to a colleague; no calls after seven in the evening."


def lives(w: World) -> Iterator[tuple[float, Life]]:
    """When each of this begins, in days before the end: last of all, so that other lives go on as they would."""
    yield 0.30, _named(w)
    yield 0.25, _supervised(w)
    yield 0.20, _away(w)
    yield 0.15, _conference(w)


def _theirs(w: World, worker: str) -> list[Person]:
    found = [p for p in w.people.values() if not p.is_finished and p.worker == worker and p.case is not None]
    return [p for p in found if sees(agency_of(worker), keeping.case(p), w.now)]


def _hears(p: Person) -> InformPerson:
    """Nothing is drawn here: the lives of others go on as they would."""
    return InformPerson(
        case=keeping.case(p), topics=(Topic.WORKER,), language=p.language, understood=True,
        interpreting=Interpreting.CHILD_FRIENDLY if p.is_child else Interpreting.BY_TELEPHONE,
        interpreter="Voices 21",
    )  # fmt: skip


def _named(w: World) -> Life:
    """Each person of Open Door hears who works with them."""
    for worker in DOOR:
        for p in _theirs(w, worker)[:8]:
            w.do(NameWorker(case=p.case, colleague=w.actors[worker].member_id), worker)
            yield w.after(minutes=9)
            w.do(_hears(p), worker)


def _supervised(w: World) -> Life:
    """One had supervision and has it again this week; of the other the first day was agreed."""
    rahman, silva = (w.actors[key].member_id for key in DOOR)
    held, ahead = (w.end - timedelta(days=25)).date(), (w.end + timedelta(days=5)).date()
    talk = RecordSupervision(
        agency=w.agencies["door"], colleague=rahman, held_on=held, next_on=ahead, words=SAID
    )
    w.do(talk, "silva")
    yield w.after(minutes=30)
    first = RecordSupervision(agency=w.agencies["door"], colleague=silva, next_on=ahead + timedelta(days=3))
    w.do(first, "rahman")


def _away(w: World) -> Life:
    """One goes on leave next week; a colleague is named for each of their people, for all of those days."""
    since, until = (w.end + timedelta(days=6)).date(), (w.end + timedelta(days=13)).date()
    rahman, silva = (w.actors[key].member_id for key in DOOR)
    people = {keeping.case(p): p for p in w.people.values() if p.case is not None}
    for held in worker_reads.people_of(w.actors["silva"], silva):
        w.do(NameWorker(case=held.case_id, colleague=rahman, until=until), "rahman")
        yield w.after(minutes=7)
        if held.case_id in people:
            w.do(_hears(people[held.case_id]), "rahman")
    leave = BeginLeave(agency=w.agencies["door"], colleague=silva, since=since, until=until)
    w.do(leave, "rahman")


def _conference(w: World) -> Life:
    """Those who work with somebody come together about the plan; asked first, and agreed to who comes."""
    told = (Told.MAY_TAKE_BACK, Told.HELP_DOES_NOT_DEPEND, Told.NOTES_MAY_BE_DISCLOSED)
    for p in [p for p in _theirs(w, "rahman") if p.is_child is False and p.is_planned][:1]:
        agreed = RecordConsent(
            case=p.case, receiver=w.agencies["advice"], purpose=Purpose.LEGAL_HELP,
            compartments=(Compartment.FACTS,), told=told, language=p.language,
            interpreting=Interpreting.IN_PERSON, said_through=SaidThrough.INTERPRETER,
        )  # fmt: skip
        w.do(agreed, "rahman")
        yield w.after(minutes=25)
        call = CallConference(
            case=p.case, purpose=ConferencePurpose.PLAN, on_day=(w.end + timedelta(days=4)).date(),
            agencies=(w.agencies["advice"],), her_part=HerPart.COMES, said_through=SaidThrough.INTERPRETER,
        )  # fmt: skip
        w.do(call, "rahman")
