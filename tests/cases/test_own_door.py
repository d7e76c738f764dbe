"""A person's own door: what it opens, what it hides, and what no handle of it can reach."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from django.db import connection, transaction

from tests.people_who_act import agency, did, made, tried
from tutela.agencies.words import Role, Sector
from tutela.cases import own_door_codes as codes
from tutela.cases.actions import OpenCase
from tutela.cases.complaint_actions import AnswerComplaint, Complain, NameAdvocate
from tutela.cases.consent_actions import CallBack, RecordConsent, WithdrawConsent
from tutela.cases.own_door_actions import ClosePortal, OpenPortal
from tutela.cases.own_door_actor import herself
from tutela.config.database import Urls
from tutela.engine import jobs, once
from tutela.engine.access import Actor, NotSignedIn, acting
from tutela.engine.models import Duty, Entry
from tutela.engine.outcomes import Denied, Done
from tutela.engine.perform import perform

TALK = ("who_holds_it", "traces", "when_forced")
TOLD = ("may_take_back", "help_does_not_depend", "notes_may_be_disclosed")


def now() -> datetime:
    return datetime.now(UTC)


class Town:
    """A caseworker, a monitor, two women with a file each, and a clinic that one of them agreed to."""

    def __init__(self) -> None:
        at = now()
        self.worker = agency("harbour", Sector.NGO, Role.CASEWORKER)
        self.clinic = agency("clinic", Sector.HEALTH, Role.HEALTH_WORKER)
        self.aid = agency("aid", Sector.LEGAL_AID, Role.LAWYER)
        self.monitor = agency("rights", Sector.MONITOR, Role.MONITOR, lead=True)
        opened = OpenCase(age_basis="known", age_low=30, languages=("en",))
        self.hers, self.other = (made(did(opened, self.worker, at), "case") for _ in range(2))
        yes = {"receiver": self.clinic.agency_id, "purpose": "health", "compartments": ("facts", "health")}
        said = {"told": TOLD, "language": "en", "interpreting": "not_needed", "said_through": "own_language"}
        self.consents = [
            made(did(RecordConsent(case=case, **yes, **said), self.worker, at), "consent")
            for case in (self.hers, self.other)
        ]

    def door(self, case: uuid.UUID, **more: Any) -> dict[str, str]:
        """Opens a door, and gives what was handed over."""
        asked = {"said_through": "own_language", "phone": "own_and_alone", "talked_of": TALK,
                 "when_forced": "tell_caseworker", "language": "en", **more}  # fmt: skip
        with once.taken() as given:
            did(OpenPortal(case=case, **asked), self.worker, now())
        return dict(given)

    def inside(self, codes_: dict[str, str], second: bool = False) -> Actor:
        """The person, come in by her code."""
        handle = uuid.uuid4().hex
        assert entered(codes_["code"], handle)
        if second:
            assert said_word(handle, codes_["word"])
        return herself(handle)


def asked(sql: str, *values: Any) -> Any:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]


def entered(code: str, handle: str) -> bool:
    return bool(asked("SELECT tutela_enter(%s, %s, 5)", codes.code_digest(code), handle))


def said_word(handle: str, word: str) -> bool:
    door = asked("SELECT tutela_hers_door(%s)", handle)
    return bool(asked("SELECT tutela_second_step(%s, %s)", handle, codes.word_digest(door, word)))


@pytest.fixture
def town(db_world: Urls) -> Town:
    return Town()


def test_the_codes_are_handed_over_once_and_are_in_nothing_that_is_kept(town: Town, db_world: Urls) -> None:
    given = town.door(town.hers)
    assert set(given) == {"code", "word", "other"} and len(given["code"]) == 13
    plain = given["code"].replace(" ", "")
    with psycopg.connect(db_world.owner) as owner:
        tables = [t for (t,) in owner.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
        for table in tables:
            for text in (given["code"], plain, given["word"], given["other"].replace(" ", "")):
                found = owner.execute(
                    f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s', [f"%{text}%"]
                ).fetchone()
                assert found == (0,), table
    assert not entered("138 0000 0000", "wrong") and entered(plain, "right")


def test_a_handle_opens_her_own_file_and_no_other(town: Town) -> None:
    """Raw statements as the app's role: the tables stay shut, and the functions answer for one case."""
    town.door(town.other)
    actor = town.inside(town.door(town.hers), second=True)
    with acting(actor), connection.cursor() as cursor:
        cursor.execute("SELECT tutela_member() IS NULL, tutela_agency() IS NULL, current_user")
        assert cursor.fetchone() == (True, True, "tutela_app")
        for table in ("cases_case", "cases_consent", "engine_entry", "engine_body", "engine_duty",
                      "agencies_grant", "cases_owndoor", "people_identity"):  # fmt: skip
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone() == (0,), table
        cursor.execute("SELECT id FROM tutela_hers_consents(%s)", [actor.handle])
        assert [row[0] for row in cursor.fetchall()] == [town.consents[0]]
    for table in ("cases_owndoorcode", "cases_owndoorsession", "cases_complaint"):
        with pytest.raises(Exception, match="permission denied"), acting(actor):
            connection.cursor().execute(f"SELECT 1 FROM {table}")
    about_her = {"said_through": "portal", "consent": town.consents[1]}
    assert isinstance(tried(WithdrawConsent(case=town.other, **about_her), actor, now()), Denied)
    assert isinstance(tried(CallBack(case=town.hers, reached=True), actor, now()), Denied)
    assert isinstance(tried(ClosePortal(case=town.other), actor, now()), Denied)


def test_before_the_second_step_nothing_dangerous_comes_out(town: Town) -> None:
    given = town.door(town.hers)
    actor = town.inside(given)
    for function in ("consents", "receivers", "complaints"):
        assert asked(f"SELECT count(*) FROM tutela_hers_{function}(%s)", actor.handle) == 0
    assert (
        asked(
            "SELECT count(*) FROM tutela_hers_duties(%s) WHERE sector IS NOT NULL OR agency_id IS NOT NULL",
            actor.handle,
        )
        == 0
    )
    for _ in range(5):
        assert not said_word(actor.handle, "nothing 000")
    assert not said_word(actor.handle, given["word"]), "shut for a day, for whoever tries"


def test_a_consent_that_she_takes_back_stops_at_once_and_her_caseworker_calls(town: Town) -> None:
    actor = town.inside(town.door(town.hers), second=True)
    taken = WithdrawConsent(case=town.hers, consent=town.consents[0], said_through="portal")
    did(taken, actor, now())
    with acting(town.worker):
        owed = {d.rule: d.bearer_agency_id for d in Duty.objects.filter(subject_id=town.hers)}
    assert owed["called_back"] == town.worker.agency_id and owed["stop_using"] == town.clinic.agency_id


def test_under_force_the_door_looks_shut_and_only_her_caseworker_learns(town: Town) -> None:
    given = town.door(town.hers)
    assert not entered(given["other"], "forced")
    with pytest.raises(NotSignedIn):
        tried(ClosePortal(case=town.hers), herself("forced"), now())
    jobs.told("own_door.forced", outbox())
    with acting(town.worker):
        duty = Duty.objects.get(subject_id=town.hers, rule="reached_after_force")
        assert (duty.bearer_agency_id, duty.compartment) == (town.worker.agency_id, "whereabouts")
    quiet = town.door(town.other, when_forced="tell_nobody")
    assert not entered(quiet["other"], "forced too") and not outbox()


def outbox() -> dict[str, str]:
    """What waits in the outbox about force, taken out."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE tutela_engine")
        cursor.execute("DELETE FROM engine_outbox WHERE kind = 'own_door.forced' RETURNING ids")
        row = cursor.fetchone()
    import json

    return (json.loads(row[0]) if isinstance(row[0], str) else row[0]) if row else {}


def test_a_complaint_goes_to_the_monitor_and_no_agency_reads_of_it(town: Town) -> None:
    actor = town.inside(town.door(town.hers))
    complained = did(
        Complain(about="where_i_stay", against=town.worker.agency_id, words="The door is locked at night.",
                 language="en"), actor, now()
    )  # fmt: skip
    complaint = made(complained, "complaint")
    with acting(town.worker):
        assert not Entry.objects.filter(action="complain").exists()
        assert not Duty.objects.filter(rule__startswith="complaint").exists()
    with acting(town.monitor):
        assert {d.rule for d in Duty.objects.filter(subject_id=complaint)} == {
            "complaint_answered", "complaint_advocate",
        }  # fmt: skip
    assert isinstance(
        tried(AnswerComplaint(complaint=complaint, answer="not_found"), town.worker, now()), Denied
    )
    did(NameAdvocate(complaint=complaint, advocate=town.aid.agency_id), town.monitor, now())
    assert isinstance(
        tried(AnswerComplaint(complaint=complaint, answer="partly_right"), town.monitor, now()), Done
    )


def test_a_closed_door_ends_whoever_is_in_it(town: Town) -> None:
    given = town.door(town.hers)
    actor = town.inside(given, second=True)
    did(ClosePortal(case=town.hers), actor, now())
    assert not entered(given["code"], "again")
    with pytest.raises(NotSignedIn):
        perform(ClosePortal(case=town.hers), actor)
