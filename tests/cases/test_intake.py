"""Nothing received is ever lost: kept once, opened with a trace, matched as its sender's, or set aside and kept."""

from __future__ import annotations

import json
import uuid
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.people_who_act import NOW, agency, did, made, tried
from tutela.agencies.words import Role, Sector
from tutela.cases import received
from tutela.cases.actions import OpenCase, RecordAge
from tutela.cases.board import journal, monitor_board
from tutela.cases.intake_actions import MatchReceived, OpenFileFromReceived, SetReceivedAside
from tutela.cases.models import Case
from tutela.config.database import Urls
from tutela.engine.access import Actor, acting
from tutela.engine.actions import InvalidAction
from tutela.engine.models import Breach, Duty, Entry, Intake
from tutela.engine.outcomes import Denied, Received, Refused
from tutela.engine.perform import perform
from tutela.engine.time import frozen
from tutela.guidelines.g02_identification.actions import PresumeTrafficked
from tutela.guidelines.g05_enforcement.custody_actions import DetentionFound
from tutela.people.keys import as_engine
from tutela.people.keystore.store import traces_of

LATER = NOW + timedelta(hours=5)


class World:
    """One presumed person's file at one organisation, the police who cannot see it, the office, and the monitor."""

    def __init__(self) -> None:
        self.ngo = agency("lantern", Sector.NGO, Role.CASEWORKER)
        self.police = agency("police", Sector.POLICE, Role.FIRST_RESPONDER, lead=True)
        self.centre = agency("centre", Sector.DETENTION, Role.FIRST_RESPONDER, lead=True)
        self.office = agency("office", Sector.PROTECTION_OFFICE, Role.PROTECTION_OFFICER, lead=True)
        self.monitor = agency("monitor", Sector.MONITOR, Role.MONITOR, lead=True)
        self.case = made(did(OpenCase(age_basis="known", age_low=30), self.ngo), "case")
        did(PresumeTrafficked(case=self.case), self.ngo)

    def held(self, **more: Any) -> DetentionFound:
        return DetentionFound(case=self.case, place_kind="police_station", **more)

    def waiting(self) -> uuid.UUID:
        """The one thing that waits."""
        [item] = received.waiting(self.office)
        return item.id


@pytest.fixture
def world(db_world: Urls) -> World:
    return World()


def seen(model: Any, **which: Any) -> list[Any]:
    with as_engine():
        return list(model.objects.filter(**which))


def test_what_is_matched_is_in_the_file_as_if_its_sender_had_had_access(world: World) -> None:
    began = NOW - timedelta(hours=2)
    told = tried(world.held(occurred_at=began), world.police)
    assert isinstance(told, Received)
    [item] = received.waiting(world.office)
    assert (item.agency, item.roles, item.is_danger) == ("police", ("first_responder",), True)
    assert item.due_at == NOW + timedelta(hours=24)
    assert not item.is_overdue(LATER)
    assert item.is_overdue(NOW + timedelta(hours=25))
    done = did(MatchReceived(intake=item.id, case=world.case), world.office, LATER)
    assert done.made["brought"] == str(told.act_id)
    [entry] = seen(Entry, subject_id=world.case, action="detention_found", outcome="recorded")
    assert (entry.actor_id, entry.agency_id) == (world.police.member_id, world.police.agency_id)
    assert (entry.act_id, entry.occurred_at, entry.recorded_at) == (told.act_id, began, LATER)
    assert entry.detail["intake"] == str(item.id)
    [breach] = seen(Breach, subject_id=world.case, rule="held_all_the_same")
    assert breach.opened_at == began
    [owed] = seen(Duty, subject_id=world.case, rule="release")
    assert owed.started_at == began
    [looked] = seen(Duty, subject_id=item.id)
    assert looked.state == "met"
    assert received.waiting(world.office) == []


def test_a_file_can_be_opened_from_it(world: World) -> None:
    unknown = world.held().model_copy(update={"case": uuid.uuid4()})
    assert isinstance(tried(unknown, world.police), Received)
    done = did(OpenFileFromReceived(intake=world.waiting(), languages=["bn"]), world.office, LATER)
    new = made(done, "case")
    with acting(world.office, LATER):
        assert Case.objects.get(pk=new).languages == ["bn"]
        assert Entry.objects.filter(subject_id=new, action="detention_found").count() == 1
    with acting(world.police, LATER):
        assert not Case.objects.filter(pk=new).exists()


def test_what_is_set_aside_stays_is_seen_by_the_monitor_and_can_be_matched_later(world: World) -> None:
    tried(world.held(), world.police)
    intake = world.waiting()
    words = "Nobody of that kind is known here."
    did(SetReceivedAside(intake=intake, because="about_nobody", reason=words), world.office)
    assert received.waiting(world.office) == []
    [item] = received.set_aside(world.monitor)
    assert item.because == "about_nobody"
    lines = journal(world.monitor, intake, LATER)
    assert lines is not None
    assert next(line.entry.action for line in lines.timeline.lines) == "set_received_aside"
    did(MatchReceived(intake=intake, case=world.case), world.office, LATER)
    assert seen(Breach, subject_id=world.case, rule="held_all_the_same")
    with pytest.raises(InvalidAction):
        tried(SetReceivedAside(intake=intake, because="other", reason="x"), world.office, LATER)
    with pytest.raises(InvalidAction):
        tried(MatchReceived(intake=intake, case=world.case), world.office, LATER)


def test_only_the_office_opens_it_and_each_opening_is_traced_first(world: World) -> None:
    tried(world.held(), world.police)
    intake = world.waiting()
    for other in (world.police, world.ngo, world.monitor):
        assert received.opened(other, intake, "to look", NOW) is None
        assert isinstance(tried(MatchReceived(intake=intake, case=world.case), other), Denied)
    assert received.waiting(world.police) == []
    before = traces_of(intake).count()
    found = received.opened(world.office, intake, "to find the file", NOW)
    assert found is not None
    assert found.content["place_kind"] == "police_station"
    assert found.names is not None
    assert found.names[0] == world.case
    assert traces_of(intake).count() == before + 1
    assert "police_station" not in repr(found)


def test_sent_again_it_is_received_once_and_says_no_more_after_the_match(world: World) -> None:
    key = uuid.uuid4()
    first = perform(world.held(), world.police, key=key, clock=frozen(NOW))
    again = perform(world.held(), world.police, key=key, clock=frozen(NOW))
    assert first == again
    other = world.held(held_for="charge")
    reused = [perform(other, world.police, key=key, clock=frozen(NOW)) for _ in range(2)]
    assert reused[0] == reused[1]
    assert isinstance(reused[0], Received)
    assert len(received.waiting(world.office)) == 2
    for item in received.waiting(world.office):
        did(MatchReceived(intake=item.id, case=world.case), world.office)
    assert perform(world.held(), world.police, key=key, clock=frozen(LATER)) == first
    assert perform(other, world.police, key=key, clock=frozen(LATER)) == reused[0]


def test_what_does_not_fit_the_file_goes_on_waiting(world: World) -> None:
    from tutela.guidelines.g06_protection.care_actions import ProtectPerson

    lost = ProtectPerson(case=world.case, threat=uuid.uuid4(), measure="moved")
    assert isinstance(tried(lost, world.police), Received)
    intake = world.waiting()
    before = seen(Entry, subject_id=world.case)
    with pytest.raises(InvalidAction) as wrong:
        tried(MatchReceived(intake=intake, case=world.case), world.office)
    assert [fault.code for fault in wrong.value.faults] == ["intake.does_not_fit"]
    assert len(seen(Entry, subject_id=world.case)) == len(before)
    assert world.waiting() == intake


def test_what_is_in_it_stands_nowhere_in_clear(world: World) -> None:
    from tutela.guidelines.g06_protection.care_actions import ThreatReported

    tried(ThreatReported(case=world.case, area="Canary Wharf Nine", words="Canary words"), world.police)
    intake = world.waiting()
    did(SetReceivedAside(intake=intake, because="other", reason="Canary reason"), world.office)
    rows = seen(Intake, pk=intake) + seen(Entry, subject_id=intake)
    for row in rows:
        values = {name: bytes(v).decode("latin-1") if isinstance(v, bytes | memoryview) else str(v)
                  for name, v in vars(row).items()}  # fmt: skip
        assert "anary" not in json.dumps(values)


def test_a_rule_that_stands_against_the_match_undoes_all_of_it(world: World) -> None:
    """A constraint that the Fact met once, it may meet again: then it is refused, and waits."""
    from tutela.engine import constraints
    from tutela.engine.intake import Objected
    from tutela.engine.outcomes import Objection

    assert constraints is not None
    tried(world.held(), world.police)
    intake = world.waiting()
    real = DetentionFound.apply

    def apply(self: Any, case: Any, at: Any) -> Any:
        real(self, case, at)
        raise Objected(Objection(code="constraint"))

    DetentionFound.apply = apply  # type: ignore[method-assign,assignment]  # as a constraint of the database would
    try:
        outcome = tried(MatchReceived(intake=intake, case=world.case), world.office)
    finally:
        DetentionFound.apply = real  # type: ignore[method-assign]  # as it was
    assert isinstance(outcome, Refused)
    assert world.waiting() == intake
    assert not seen(Breach, subject_id=world.case)


def test_nothing_received_is_ever_lost(world: World) -> None:
    @settings(max_examples=8)
    @given(data=st.data())
    def live(data: st.DataObject) -> None:
        with as_engine():
            Intake.objects.update(state="matched")
        world.case = made(did(OpenCase(age_basis="known", age_low=30), world.ngo), "case")
        _live(world, data)

    live()


def _live(world: World, data: st.DataObject) -> None:
    """Sends, sends again, matches and sets aside in any order: each thing sent is there, or in the file, once."""
    keys = [uuid.uuid4() for _ in range(3)]
    sent: dict[tuple[uuid.UUID, str], Received] = {}
    for step in range(data.draw(st.integers(3, 8))):
        at = NOW + timedelta(minutes=step)
        what = data.draw(st.sampled_from(["send", "match", "aside"]))
        there = received.waiting(world.office) + received.set_aside(world.office)
        if what == "send" or not there:
            key = data.draw(st.sampled_from(keys))
            basis = data.draw(st.sampled_from(["unknown", "disputed"]))
            told = perform(
                RecordAge(case=world.case, age_basis=basis), world.police, key=key, clock=frozen(at)
            )
            assert isinstance(told, Received)
            assert sent.setdefault((key, basis), told) == told
            continue
        item = data.draw(st.sampled_from(there))
        if what == "match":
            did(MatchReceived(intake=item.id, case=world.case), world.office, at)
        else:
            did(SetReceivedAside(intake=item.id, because="other", reason="x"), world.office, at)
    kept = seen(Intake, act_id__in=[told.act_id for told in sent.values()])
    assert {row.act_id for row in kept} == {told.act_id for told in sent.values()}
    assert len(kept) == len(sent)
    in_file = seen(Entry, subject_id=world.case, action="record_age", outcome="recorded")
    assert {e.act_id for e in in_file} == {row.act_id for row in kept if row.state == "matched"}
    assert len(in_file) == sum(row.state == "matched" for row in kept)


def test_the_monitor_counts_what_is_overdue_in_the_office(world: World) -> None:
    tried(world.held(), world.police)
    late = NOW + timedelta(hours=30)
    board = monitor_board(world.monitor, late)
    assert board.by_agency[world.office.agency_id].overdue == 1
    assert actor_is_told_nothing(world.police)


def actor_is_told_nothing(actor: Actor) -> bool:
    with acting(actor):
        return not Intake.objects.exists() and not Duty.objects.exists()
