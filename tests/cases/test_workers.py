"""Who works with whom: a warning above the ceiling, nobody left without a worker, and back again after the days."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any

import pytest

from tests.people_who_act import NOW, agency, did, made, tried
from tutela.agencies.actions import EnrolMember
from tutela.agencies.models import Member
from tutela.agencies.sessions import open_session
from tutela.agencies.system import system
from tutela.agencies.words import Role, Sector
from tutela.cases import jobs, worker_reads, workload
from tutela.cases.actions import OpenCase, RecordAge
from tutela.cases.models import Supervision
from tutela.cases.worker_actions import BeginLeave, NameWorker, RecordSupervision
from tutela.config.database import Urls
from tutela.engine.access import Actor, acting

UNTIL = date(2026, 3, 20)


@pytest.fixture
def two(db_world: Urls) -> tuple[Actor, Actor]:
    one = agency("harbour", Sector.NGO, Role.CASEWORKER)
    enrol = EnrolMember(agency=one.agency_id, key="two", display_name="Two", roles=(Role.CASEWORKER,))
    member = made(did(enrol, system("setup")), "member")
    return one, open_session(Member.objects.select_related("agency").get(pk=member))


def person(by: Actor, low: int = 30) -> uuid.UUID:
    return made(did(OpenCase(age_basis="known", age_low=low, languages=("en",)), by), "case")


def test_above_the_ceiling_it_warns_and_tells_the_coordinator_and_is_done(
    two: tuple[Actor, Actor], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = two
    coordinator = agency("council", Sector.COORDINATION, Role.COORDINATOR)
    monkeypatch.setattr(workload, "ceiling", lambda at: (2, 2))
    said = [did(NameWorker(case=person(one, low), colleague=one.member_id), one).notes for low in (30, 12)]
    assert said == [(), ("worker.over_ceiling",)], "a child counts twice"
    assert worker_reads.above(coordinator, NOW) == [("harbour", 1, 3)]
    assert worker_reads.above(one, NOW) == []
    found = {w.id: (w.people, w.children, w.load) for w in worker_reads.workers(one, NOW)}
    assert found[one.member_id] == (2, 1, 3)


def test_who_stood_in_gives_her_back_by_the_clock(two: tuple[Actor, Actor]) -> None:
    one, other = two
    case = person(one)
    did(NameWorker(case=case, colleague=one.member_id), one)
    leave = BeginLeave(agency=one.agency_id, colleague=one.member_id, since=date(2026, 3, 5), until=UNTIL)
    answer: Any = tried(leave, other)
    assert {o.code for o in answer.objections} == {"leave.people_without"}
    did(NameWorker(case=case, colleague=other.member_id, until=UNTIL), other)
    did(leave, other)
    assert [held.until for held in worker_reads.people_of(one, one.member_id)] == [UNTIL]
    assert jobs.give_back(NOW) == 0
    assert jobs.give_back(NOW + timedelta(days=19)) == 1 and jobs.give_back(NOW + timedelta(days=20)) == 0
    assert [held.until for held in worker_reads.people_of(one, one.member_id)] == [None]


def test_supervision_is_for_the_two_and_its_next_day_is_owed(two: tuple[Actor, Actor]) -> None:
    one, other = two
    talk = {"held_on": NOW.date(), "next_on": date(2026, 4, 2), "words": "zqxrest more"}
    done = did(RecordSupervision(agency=one.agency_id, colleague=one.member_id, **talk), other)
    assert done.started == ("supervision_next",)
    pk = made(done, "supervision")
    assert worker_reads.supervision_words(one, pk, NOW) == "zqxrest more"
    with acting(one):
        assert b"zqx" not in bytes(Supervision.objects.get(pk=pk).sealed)
    third = agency("kite", Sector.NGO, Role.CASEWORKER)
    assert worker_reads.supervision_words(third, pk, NOW) is None
    again = {**talk, "held_on": NOW.date(), "next_on": date(2026, 5, 2)}
    later = did(RecordSupervision(agency=one.agency_id, colleague=one.member_id, **again), other)
    assert later.met == ("supervision_next",) and later.started == ("supervision_next",)


def test_a_worker_of_whom_nobody_has_seen_anything_is_shown(two: tuple[Actor, Actor]) -> None:
    one, other = two
    coordinator = agency("council", Sector.COORDINATION, Role.COORDINATOR)
    case = person(one)
    did(NameWorker(case=case, colleague=other.member_id), one)
    later = NOW + timedelta(days=15)
    assert {w.id: w.silent for w in worker_reads.workers(one, NOW)}[other.member_id] == 0
    assert {w.id: w.silent for w in worker_reads.workers(one, later)}[other.member_id] == 1
    assert worker_reads.silent(coordinator, later) == [("harbour", 1)]
    third = agency("kite", Sector.NGO, Role.CASEWORKER)
    assert worker_reads.silent(third, later) == []
    did(RecordAge(case=case, age_basis="known", age_low=31), other, NOW + timedelta(days=9))
    assert worker_reads.silent(coordinator, later) == []


def test_a_first_day_is_agreed_and_owed_and_the_talks_are_listed(two: tuple[Actor, Actor]) -> None:
    one, other = two
    first = did(RecordSupervision(agency=one.agency_id, colleague=one.member_id, next_on=UNTIL), other)
    assert first.started == ("supervision_next",)
    held = {"held_on": NOW.date(), "next_on": date(2026, 4, 2), "words": "rest"}
    did(RecordSupervision(agency=one.agency_id, colleague=one.member_id, **held), other)
    name, talks = worker_reads.talks_of(one, one.member_id) or ("", [])
    assert name and [(t.held_on, t.mine) for t in talks] == [(NOW.date(), True), (None, False)]
    assert worker_reads.talks_of(agency("kite", Sector.NGO, Role.CASEWORKER), one.member_id) is None
