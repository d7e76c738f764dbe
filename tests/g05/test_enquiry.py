"""The protection enquiry cannot be used to find anybody: one reply, and one work, for all; who asks is seen."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.people_who_act import NOW, agency, did, made, tried
from tutela.agencies.system import system
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase, RecordIdentity
from tutela.config.database import Urls
from tutela.doors import answers
from tutela.engine.access import Actor
from tutela.engine.models import Entry, Outbox
from tutela.engine.outcomes import Denied
from tutela.engine.perform import perform
from tutela.engine.time import frozen
from tutela.guidelines.g02_identification.actions import PresumeTrafficked
from tutela.guidelines.g05_enforcement import enquiry_reads as reads
from tutela.guidelines.g05_enforcement.actions import BringCharge
from tutela.guidelines.g05_enforcement.enquiry_actions import (
    ASKED,
    AnswerEnquiry,
    AskProtection,
    CompareEnquiry,
)
from tutela.guidelines.g05_enforcement.enquiry_words import ASKERS, PatternKind, mark_of
from tutela.people.keys import as_engine
from tutela.people.keystore.store import traces_of

KNOWN = "Trần Thị Mai"
LATER = NOW + timedelta(hours=1)


class World:
    """One presumed person's file, two authorities, the office, and the monitor."""

    def __init__(self) -> None:
        self.ngo = agency("lantern", Sector.NGO, Role.CASEWORKER)
        self.police = agency("police", Sector.POLICE, Role.INVESTIGATOR, lead=True)
        self.returns = agency("returns", Sector.IMMIGRATION_ENFORCEMENT, Role.CASEWORKER, lead=True)
        self.office = agency("office", Sector.PROTECTION_OFFICE, Role.PROTECTION_OFFICER, lead=True)
        self.monitor = agency("monitor", Sector.MONITOR, Role.MONITOR, lead=True)
        self.case = made(did(OpenCase(age_basis="known", age_low=24), self.ngo), "case")
        did(RecordIdentity(case=self.case, kind="name", value=KNOWN), self.ngo)
        did(PresumeTrafficked(case=self.case), self.ngo)

    def asks(self, by: Actor, called: str = KNOWN, at: Any = NOW, **more: Any) -> uuid.UUID:
        return made(did(question(called, **more), by, at), "enquiry")


def question(called: str, **more: Any) -> AskProtection:
    given = {"kind": "charge", "act_ref": "F 41/26", "setting": "police", "call": "+1 555 0100"} | more
    return AskProtection(person_name=called, **given)


@pytest.fixture
def world(db_world: Urls) -> World:
    return World()


NAMES = st.sampled_from([KNOWN, "Tran Thi Mai", "Mai Tran", "Nobody Knows", "محمد", "李"])
QUESTIONS = st.builds(
    question,
    NAMES,
    other_names=st.none() | NAMES,
    kind=st.sampled_from(["custody", "charge", "removal"]),
    act_ref=st.sampled_from(["F 41/26", "B 7/26"]),
    birth_date=st.none() | st.dates(),
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=QUESTIONS, other=QUESTIONS)
def test_the_reply_to_any_two_questions_is_the_same(
    world: World, one: AskProtection, other: AskProtection
) -> None:
    def reply(asked: AskProtection) -> str:
        said = answers.answer(perform(asked, world.police, clock=frozen(NOW)), asked)
        own = {said.pop("act_id"), said["made"].pop("enquiry")}
        assert len(own) == 2
        return repr(said)

    assert reply(one) == reply(other)


def test_the_work_behind_the_reply_is_the_same_for_whom_it_knows(world: World) -> None:
    def work(called: str) -> list[str]:
        with CaptureQueriesContext(connection) as seen:
            did(question(called), world.police)
        every = [query["sql"].split("VALUES")[0].split("'")[0] for query in seen.captured_queries]
        return [re.sub(r"s\d+_x\d+", "", sql) for sql in every]

    work(KNOWN)  # the member's own first question of all
    assert work(KNOWN) == work("Ngan Thi Hoa") and len(work(KNOWN)) > 5


@given(sector=st.sampled_from(sorted(Sector)))
def test_who_asks_is_who_acts_against_people(sector: Sector) -> None:
    assert AskProtection.who.admits(sector, frozenset()) == (sector in ASKERS)


def test_a_reference_has_the_same_mark_however_it_is_spaced() -> None:
    assert mark_of("F 41/26") == mark_of("f41-26") != mark_of("F 41/27")


def test_the_office_opens_with_a_trace_and_finds_her_across_scripts(world: World) -> None:
    enquiry = world.asks(world.police, "Mai Tran Thi", birth_date="2001-05-01")
    before = len(traces_of(enquiry))
    found = reads.opened(world.office, enquiry, "to call back", LATER)
    assert found is not None
    assert found.content["person_name"] == "Mai Tran Thi" and found.content["act_ref"] == "F 41/26"
    [candidate] = found.candidates
    assert (candidate.case_id, candidate.sure, candidate.is_protected) == (world.case, reads.EXACT, True)
    assert candidate.age_fits is True
    assert len(traces_of(enquiry)) > before
    nobody = reads.opened(world.office, world.asks(world.police, "Nobody Knows"), "to call back", LATER)
    assert nobody is not None and nobody.candidates == []
    for other in (world.police, world.ngo, world.monitor):
        assert reads.opened(other, enquiry, "curious", LATER) is None
    assert reads.waiting(world.police) == reads.waiting(world.ngo) == []
    assert {one.id for one in reads.waiting(world.monitor)} >= {enquiry}


def test_nobody_but_the_office_answers_and_who_asked_cannot_touch_it(world: World) -> None:
    enquiry = world.asks(world.police)
    said = AnswerEnquiry(enquiry=enquiry, called_at=NOW, said="nothing_to_tell")
    for other in (world.police, world.ngo, world.monitor):
        assert isinstance(tried(said, other, LATER), Denied)
    did(said, world.office, LATER)
    assert reads.waiting(world.office) == []


def test_her_file_says_who_asked_and_what_they_were_told(world: World) -> None:
    enquiry = world.asks(world.returns, kind="removal")
    answer = AnswerEnquiry(
        enquiry=enquiry, case=world.case, called_at=NOW, said="protection_applies", ground="imminent_harm",
        reason="She is on tonight's list.",
    )  # fmt: skip
    did(answer, world.office, LATER)
    [(row, who)] = reads.asked_about(world.ngo, world.case)
    assert (who, row.kind, row.said, row.ground) == (
        "returns",
        "removal",
        "protection_applies",
        "imminent_harm",
    )
    assert reads.asked_about(world.police, world.case) == []
    assert len(reads.asked_about(world.monitor, world.case)) == 1
    with as_engine():
        entry = Entry.objects.get(subject_id=world.case, action="answer_enquiry")
    assert entry.compartment == "status" and entry.detail["made"]["asked_by"] == str(world.returns.agency_id)


def test_the_monitor_sees_two_agencies_no_screening_no_act_and_refused_tries(world: World) -> None:
    first = world.asks(world.police, "Muhammad Karimi")
    second = world.asks(world.returns, "Karimi Mohammed", LATER)
    with as_engine():
        told = [row.ids["enquiry"] for row in Outbox.objects.filter(kind=ASKED)]
    assert told == [str(first), str(second)]
    did(CompareEnquiry(enquiry=second), system("clock"), LATER)
    did(CompareEnquiry(enquiry=second), system("clock"), LATER)
    did(
        AnswerEnquiry(enquiry=second, called_at=LATER, said="nothing_to_tell", reference_found=False),
        world.office,
        LATER,
    )
    tried(BringCharge(case=world.case, charge_ref="F 1/26", offence="theft"), world.police, LATER)
    now = NOW + timedelta(days=2)
    used = {one.agency: one for one in reads.use(world.monitor, now)}
    assert used["police"].patterns == (PatternKind.TWO_AGENCIES, PatternKind.NOT_SCREENED)
    assert (used["police"].asked, used["police"].tried) == (1, 1)
    assert PatternKind.NO_REFERENCE in used["returns"].patterns
    for _ in range(9):
        tried(BringCharge(case=world.case, charge_ref="F 1/26", offence="theft"), world.police, LATER)
    used = {one.agency: one for one in reads.use(world.monitor, now)}
    assert PatternKind.OFTEN in used["police"].patterns
    assert reads.use(world.office, now) == reads.use(world.police, now) == []
