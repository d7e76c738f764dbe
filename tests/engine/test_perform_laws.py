"""Laws of `perform` over random histories: replay changes nothing, chains are whole, clocks are what events give."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.any_action import tries
from tests.people_who_act import NOW, agency, did, made
from tutela.agencies.actions import GrantAccess
from tutela.agencies.words import Role, Sector, TrainingKind
from tutela.cases.actions import OpenCase
from tutela.engine import clocks, duties, verify
from tutela.engine.access import Actor
from tutela.engine.actions import InvalidAction, parse
from tutela.engine.models import Duty
from tutela.engine.outcomes import Outcome
from tutela.engine.perform import perform
from tutela.engine.time import frozen
from tutela.guidelines.g06_protection.actions import RegisterPlace

TABLES = ("subject", "receipt", "entry", "entryseq", "body", "duty", "breach", "outbox", "intake", "alert")
#: What somebody does to a case, allowed or not; `thing` becomes an id that an earlier act made, or one of nothing.
STEPS: list[tuple[str, dict[str, Any]]] = [
    ("record_age", {"age_basis": "unknown"}),
    ("record_age", {"age_basis": "known", "age_low": 16}),
    ("record_details", {"languages": ["bn"], "sex": "female"}),
    ("record_identity", {"kind": "name", "value": "Nguyen Thi Example"}),
    ("presume_trafficked", {}),
    ("ask_for_recognition", {}),
    ("decide_reasonable_grounds", {"positive": True, "reasons": "Because.", "language": "bn"}),
    ("decide_reasonable_grounds", {"positive": False, "reasons": "Because.", "language": "bn"}),
    ("assert_risk", {}),
    ("record_stay_of_removal", {}),
    ("grant_recovery_period", {}),
    ("review_stay", {"outcome": "goes_on", "reasons": "Seen."}),
    ("remove_person", {}),
    ("removal_ordered", {}),
    ("offer_place", {"place": "place", "since": date(2026, 3, 2), "until": date(2026, 3, 9)}),
    ("accept_place", {"placement": "placement"}),
    ("decline_place", {"placement": "placement", "said_through": "interpreter"}),
    ("place_tonight", {"place": "place"}),
    ("end_stay", {"placement": "placement", "because": "person_wishes"}),
    ("offer_service", {"service": "medical"}),
    ("accept_service", {"offered_service": "offered_service"}),
    ("service_given", {"service": "material"}),
    ("service_was_withheld", {"service": "legal", "because": "will_not_testify"}),
    ("threat_reported", {"area": "harbour"}),
    ("protect_person", {"threat": "threat", "measure": "moved"}),
    ("withhold_entitlement", {"entitlement": "shelter"}),
    ("corrected", {"entry_seq": 1}),
    ("close_case", {"person_agrees": True}),
]
LINKS = {"place", "placement", "offered_service", "threat"}


@dataclass
class Town:
    """Who acts: one who may do most things, one who may not, one who sees nothing."""

    actors: list[Actor]
    place: uuid.UUID


@pytest.fixture
def town(db_world: object) -> Town:
    every = (Role.CASEWORKER, Role.DECISION_MAKER, Role.SHELTER_WORKER)
    trained = (TrainingKind.IDENTIFICATION,)
    able = agency("able", Sector.COMPETENT_AUTHORITY, *every, trained=trained)
    police = agency("police", Sector.POLICE, Role.INVESTIGATOR)
    stranger = agency("stranger", Sector.NGO, Role.CASEWORKER)
    house = agency("house", Sector.SHELTER, Role.SHELTER_WORKER, lead=True)
    place = made(did(RegisterPlace(agency=house.agency_id, house="H", label="1"), house), "place")
    return Town([able, able, able, police, stranger], place)


def state() -> dict[str, Any]:
    """How many rows each table of the engine has, and a digest of everything in it but what is sealed anew."""
    found = {}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE tutela_engine")
        for name in TABLES:
            cursor.execute(
                f"SELECT count(*), md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM engine_{name} t"
            )
            found[name] = cursor.fetchone()
    return found


@dataclass
class Sent:
    """One request as it was sent, and what came of it."""

    action: Any
    by: Actor
    key: uuid.UUID
    at: datetime
    answer: Outcome | str


def send(action: Any, by: Actor, key: uuid.UUID, at: datetime) -> Outcome | str:
    try:
        return perform(action, by, key=key, clock=frozen(at))
    except InvalidAction as error:
        return str(error)


def live(town: Town, data: st.DataObject) -> list[Sent]:
    """A random history of one case."""
    able = town.actors[0]
    case = made(did(OpenCase(age_basis="known", age_low=30, sex="male", languages=("bn",)), able), "case")
    grant = GrantAccess(case=case, to_agency=town.actors[3].agency_id, purpose="proceedings", basis="consent")
    did(grant, able)
    things: dict[str, Any] = {"place": town.place}
    sent: list[Sent] = []
    for number in range(data.draw(st.integers(4, 14))):
        name, about = data.draw(st.sampled_from(STEPS))
        fields = {k: things.get(k, uuid.UUID(int=7)) if k in LINKS else v for k, v in about.items()}
        action = parse(name, {"case": case, **fields})
        by, at = data.draw(st.sampled_from(town.actors)), NOW + timedelta(hours=7 * number)
        if "occurred_at" in type(action).model_fields and data.draw(st.booleans()):
            action = action.model_copy(
                update={"occurred_at": at - timedelta(hours=data.draw(st.integers(-30, 90)))}
            )
        one = Sent(action, by, uuid.uuid4(), at, "")
        one.answer = send(one.action, one.by, one.key, one.at)
        sent.append(one)
        things.update({k: uuid.UUID(v) for k, v in getattr(one.answer, "made", {}).items() if k in LINKS})
    return sent


def chains_are_whole() -> None:
    """Every chain follows from its headers, and ends where its subject says."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE tutela_engine")
        cursor.execute("SELECT id, last_seq, head FROM engine_subject")
        ends = {row[0]: (row[1], bytes(row[2])) for row in cursor.fetchall()}
        cursor.execute(
            "SELECT subject_id, seq, header, prev, hash FROM engine_entry ORDER BY subject_id, seq"
        )
        at: dict[uuid.UUID, tuple[int, bytes]] = {}
        for subject, seq, header, prev, digest in cursor.fetchall():
            before = at.get(subject, (0, b""))
            assert (seq, bytes(prev)) == (before[0] + 1, before[1])
            assert hashlib.sha256(bytes(prev) + bytes(header)).digest() == bytes(digest)
            at[subject] = (seq, bytes(digest))
    assert {s: at.get(s, (0, b"")) for s in ends} == ends
    report = verify.verify_chains(connection)
    assert report.is_whole, report.findings


def clocks_are_what_their_events_give() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE tutela_engine")
        for duty in Duty.objects.all():
            events = [clocks.load_event(e) for e in duty.events]
            assert [e.at for e in events] == sorted(e.at for e in events)
            if duty.state == "open":
                assert (duty.due_at, duty.review_at) == duties.dues(clocks.load_term(duty.term), events), (
                    duty.rule
                )


@tries(5)
@given(data=st.data())
def test_a_random_history_is_whole_and_replaying_it_changes_nothing(town: Town, data: st.DataObject) -> None:
    sent = live(town, data)
    chains_are_whole()
    clocks_are_what_their_events_give()
    before = state()
    for one in data.draw(st.permutations(sent)):
        if isinstance(one.answer, str):
            continue  # a wrong form leaves nothing, and so may be tried again
        again = send(one.action, one.by, one.key, one.at + timedelta(days=3))
        assert again == one.answer, one.action.name
    assert state() == before
