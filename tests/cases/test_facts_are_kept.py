"""Facts: none is refused, none is lost, none is edited; both times are kept."""

from __future__ import annotations

import json
import uuid
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from tests.people_who_act import NOW, agency, did, made, tried
from tutela.agencies.sessions import end_session
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import Corrected, OpenCase, RecordAge, RecordDetails
from tutela.config.database import Urls
from tutela.engine import sealing
from tutela.engine.access import Actor, NotSignedIn, acting
from tutela.engine.actions import InvalidAction
from tutela.engine.models import Alert, Duty, Entry
from tutela.engine.outcomes import Done, Received
from tutela.engine.perform import perform
from tutela.engine.time import frozen
from tutela.guidelines.g04_law.actions import AssertRisk
from tutela.people.keystore import store

SAID = "Ella dice que su hermano está en el puerto"


@pytest.fixture
def ngo(db_world: Urls) -> Actor:
    return agency("harbour", Sector.NGO, Role.CASEWORKER)


@pytest.fixture
def stranger(ngo: Actor) -> Actor:
    return agency("elsewhere", Sector.NGO, Role.CASEWORKER)


@pytest.fixture
def case(ngo: Actor) -> uuid.UUID:
    return made(did(OpenCase(age_basis="known", age_low=30), ngo), "case")


def rows(urls: Urls, sql: str, *given: Any) -> list[Any]:
    with psycopg.connect(urls.owner) as owner:
        return owner.execute(sql, given).fetchall()


def test_a_fact_without_access_is_sealed_and_kept_once(
    ngo: Actor, stranger: Actor, case: uuid.UUID, db_world: Urls
) -> None:
    """For whom there is no file, and for whom there is one that is not theirs: the same answer, and nothing shows."""
    key = uuid.uuid4()
    fact = AssertRisk(case=case, words=SAID, occurred_at=NOW - timedelta(days=2))
    first = perform(fact, stranger, key=key, clock=frozen(NOW))
    again = perform(fact, stranger, key=key, clock=frozen(NOW + timedelta(hours=1)))
    assert isinstance(first, Received) and again == first and first.why == "access"
    nowhere = tried(fact.model_copy(update={"case": uuid.uuid4()}), stranger)
    assert isinstance(nowhere, Received) and nowhere.model_dump(exclude={"act_id"}) == first.model_dump(
        exclude={"act_id"}
    )
    kept = rows(db_world, "SELECT id, action, keyset_id, sealed, occurred_at, recorded_at, member_id "
                "FROM engine_intake ORDER BY recorded_at, ctid")  # fmt: skip
    assert len(kept) == 2
    intake_id, action, keyset_id, sealed, occurred, recorded, member = kept[0]
    assert (action, member) == ("assert_risk", stranger.member_id)
    assert (occurred, recorded) == (NOW - timedelta(days=2), NOW)
    assert SAID.encode() not in bytes(sealed)
    asked = store.Request(uuid.UUID(int=1), uuid.UUID(int=2), "to match it", intake_id, "facts", NOW)
    private = store.release(asked, keyset_id)
    content = json.loads(sealing.open_(private, sealing.binding(intake_id, "facts", "intake"), bytes(sealed)))
    assert content["action"] == "assert_risk" and content["content"]["words"] == SAID
    assert content["content"]["case"] == str(case)
    assert rows(db_world, "SELECT count(*) FROM engine_outbox WHERE kind = 'intake'") == [(2,)]
    own = rows(db_world, "SELECT outcome, detail FROM engine_entry WHERE subject_id = %s", stranger.member_id)
    assert [o for o, _ in own] == ["received", "received"]
    assert str(case) not in str(own), "not even which file it was meant for"
    assert rows(db_world, "SELECT count(*) FROM engine_entry WHERE subject_id = %s", case) == [(1,)]
    assert rows(db_world, "SELECT count(*) FROM g04_law_riskassertion") == [(0,)]


def test_a_known_key_with_other_content_loses_no_fact_and_serves_no_dead_session(
    ngo: Actor, case: uuid.UUID, db_world: Urls
) -> None:
    key = uuid.uuid4()
    assert isinstance(
        perform(RecordDetails(case=case, languages=("bn",)), ngo, key=key, clock=frozen(NOW)), Done
    )
    other = RecordDetails(case=case, languages=("vi",))
    kept = perform(other, ngo, key=key, clock=frozen(NOW))
    assert isinstance(kept, Received) and kept.why == "key_reused"
    before = rows(
        db_world, "SELECT (SELECT count(*) FROM engine_intake), (SELECT count(*) FROM engine_entry)"
    )
    end_session(ngo.handle)
    for fact in (other, RecordDetails(case=case, languages=("bn",))):
        with pytest.raises(NotSignedIn):
            perform(fact, ngo, key=key, clock=frozen(NOW))
    after = rows(db_world, "SELECT (SELECT count(*) FROM engine_intake), (SELECT count(*) FROM engine_entry)")
    assert before == after


def test_both_times_are_kept_and_clocks_run_from_when_it_happened(ngo: Actor, case: uuid.UUID) -> None:
    happened = NOW - timedelta(days=3)
    assert "stay_of_removal" in did(AssertRisk(case=case, occurred_at=happened), ngo).started
    with acting(ngo, NOW):
        entry = Entry.objects.get(subject_id=case, action="assert_risk", outcome="recorded")
        duty = Duty.objects.get(subject_id=case, rule="stay_of_removal")
    assert (entry.occurred_at, entry.recorded_at) == (happened, NOW)
    header = json.loads(bytes(entry.header))
    assert header["occurred"].startswith("2026-02-27T09") and header["recorded"].startswith("2026-03-02T09")
    assert duty.started_at == happened and duty.due_at is not None and duty.due_at < NOW, (
        "it is overdue already"
    )


def test_a_clock_that_is_ahead_is_noticed_and_nothing_happens_in_the_future(
    ngo: Actor, case: uuid.UUID
) -> None:
    near = RecordAge(case=case, age_basis="unknown", occurred_at=NOW + timedelta(minutes=4))
    assert did(near, ngo).notes == ()
    far = AssertRisk(case=case, occurred_at=NOW + timedelta(days=400))
    assert did(far, ngo).notes == ("clock.ahead",)
    with acting(ngo, NOW):
        entries = Entry.objects.filter(subject_id=case, outcome="recorded").order_by("seq")
        assert [e.occurred_at for e in entries] == [NOW, NOW]
        assert entries[0].detail == {}
        assert entries[1].detail["clock"]["claimed"].startswith("2027-04-06")
        assert Duty.objects.get(subject_id=case, rule="stay_of_removal").started_at == NOW
    assert [(a.kind, set(a.ids)) for a in Alert.objects.all()] == [("clock.ahead", {"act", "agency"})]


def test_a_wrong_fact_is_corrected_beside_it_and_never_in_it(
    ngo: Actor, case: uuid.UUID, db_world: Urls
) -> None:
    did(RecordDetails(case=case, languages=("bn",)), ngo)
    every = "SELECT seq, header, prev, hash FROM engine_entry WHERE subject_id = %s AND seq <= 2 ORDER BY seq"
    bodies = "SELECT entry_id, compartment, sealed FROM engine_body WHERE subject_id = %s ORDER BY 1, 2"
    before, sealed = rows(db_world, every, case), rows(db_world, bodies, case)
    did(Corrected(case=case, entry_seq=2, right_is=SAID), ngo)
    assert not Alert.objects.exists()
    did(Corrected(case=case, entry_seq=2, wrong_file=True), ngo)
    assert [a.kind for a in Alert.objects.all()] == ["entry.wrong_file"], (
        "the most urgent kind reaches somebody awake"
    )
    assert str(case) not in str(Alert.objects.get().ids)
    assert rows(db_world, every, case) == before
    assert rows(db_world, bodies, case)[: len(sealed)] == sealed
    with acting(ngo, NOW):
        assert Entry.objects.filter(subject_id=case, action="corrected").count() == 2
    for nothing in (0, -1, 5, 99, 2_147_483_647):
        with pytest.raises(InvalidAction) as invalid:
            tried(Corrected(case=case, entry_seq=nothing), ngo)
        assert [(f.field, f.code) for f in invalid.value.faults] == [("entry_seq", "field.not_here")]
