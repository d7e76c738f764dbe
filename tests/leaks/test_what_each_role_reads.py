"""Raw SQL in each role: without a session nothing, with another agency's nothing, nothing for the next borrower."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta

import psycopg
import pytest
from django.apps import apps
from django.db import connection
from psycopg.errors import CheckViolation, InsufficientPrivilege

from tests.any_action import simplest
from tests.people_who_act import NOW, agency, did, made, tried
from tutela.agencies.actions import CutGrant, GrantAccess
from tutela.agencies.models import Grant, Member
from tutela.agencies.sessions import end_session, open_session
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase, RecordIdentity
from tutela.cases.models import Case
from tutela.config.database import Urls
from tutela.engine import rls
from tutela.engine.access import Actor, NotSignedIn, acting
from tutela.engine.actions import InvalidAction, registry
from tutela.engine.outcomes import Denied, Done
from tutela.engine.perform import perform
from tutela.engine.time import frozen
from tutela.guidelines.g02_identification.actions import BeginScreening, PresumeTrafficked, ReferPerson
from tutela.guidelines.g04_law.actions import AssertRisk, RecordStayOfRemoval
from tutela.guidelines.g06_protection.actions import AcceptPlace, OfferPlace, RegisterPlace
from tutela.guidelines.g06_protection.care_actions import OfferService, ThreatReported
from tutela.people import keys

PROTECTED = [(t, r) for t, r in rls.tables() if not r.open]


@dataclass
class Country:
    """One case with something in most tables, its agency, a stranger, the monitor, and plain connections."""

    urls: Urls
    ngo: Actor
    stranger: Actor
    monitor: Actor
    case: uuid.UUID
    placement: uuid.UUID


@pytest.fixture
def country(db_world: Urls) -> Country:
    ngo = agency("harbour", Sector.NGO, Role.CASEWORKER)
    stranger = agency("elsewhere", Sector.NGO, Role.CASEWORKER)
    monitor = agency("monitor", Sector.MONITOR, Role.MONITOR, lead=True)
    place = made(did(RegisterPlace(agency=ngo.agency_id, house="H", label="1"), ngo), "place")
    case = made(did(OpenCase(age_basis="known", age_low=30, sex="male"), ngo), "case")
    did(BeginScreening(setting="police"), ngo)
    did(PresumeTrafficked(case=case), ngo)
    did(RecordIdentity(case=case, kind="name", value="Nguyen Thi Example"), ngo)
    did(AssertRisk(case=case), ngo)
    did(RecordStayOfRemoval(case=case), ngo)
    did(ThreatReported(case=case, area="docks"), ngo)
    did(OfferService(case=case, service="medical"), ngo)
    offer = OfferPlace(case=case, place=place, since=date(2026, 3, 2), until=date(2026, 3, 9))
    placement = made(did(offer, ngo), "placement")
    did(ReferPerson(case=case, to_agency=ngo.agency_id, purpose="protection", agreed=True), ngo)
    return Country(db_world, ngo, stranger, monitor, case, placement)


@contextmanager
def plain(urls: Urls, actor: Actor | None = None, role: str = "") -> Iterator[psycopg.Connection]:
    """The app's own login, as somebody who writes SQL by hand would use it."""
    with psycopg.connect(urls.app) as raw, raw.transaction():
        if actor is not None:
            raw.execute("SELECT set_config('tutela.session', %s, true)", [actor.handle])
            raw.execute("SELECT set_config('tutela.now', %s, true)", [NOW.isoformat()])
        if role:
            raw.execute(f"SET LOCAL ROLE {role}")
        yield raw


def seen(raw: psycopg.Connection, sql: str) -> int | None:
    """How many rows; None where the role may not even ask."""
    try:
        with raw.transaction():
            row = raw.execute(sql).fetchone()
    except InsufficientPrivilege:
        return None
    assert row is not None
    return int(row[0])


def counts(raw: psycopg.Connection) -> dict[str, int | None]:
    return {t: seen(raw, f'SELECT count(*) FROM "{t}"') for t, _ in PROTECTED}


def test_each_role_reads_what_is_declared_and_writes_nothing_by_itself(country: Country) -> None:
    """One database, every role: by hand, as the app's own login."""
    with plain(country.urls) as nobody:
        assert not any(counts(nobody).values()), "without a session"
        for context in ("no such handle", "", str(country.ngo.member_id), "' OR true --"):
            nobody.execute("SELECT set_config('tutela.session', %s, true)", [context])
            assert not any(counts(nobody).values()), context
    with plain(country.urls, country.stranger) as other:
        found = {t: n for t, n in counts(other).items() if n}
        assert not found, "with another agency's session"
    with plain(country.urls, country.ngo) as own:
        found = {t: n for t, n in counts(own).items() if n}
        assert {"cases_case", "engine_entry", "engine_body", "engine_duty", "people_identity"} <= set(found)
        assert not {
            "engine_subject",
            "engine_receipt",
            "agencies_session",
            "people_keyset",
            "engine_intake",
        } & set(found)
    for role in ("", "tutela_monitor"):
        with plain(country.urls, country.ngo, role) as hand:
            for table, reading in rls.tables():
                if reading.own and not role:
                    continue
                for sql in (
                    f'INSERT INTO "{table}" DEFAULT VALUES', f'UPDATE "{table}" SET "{_column(table)}" = DEFAULT',
                    f'DELETE FROM "{table}"', f'TRUNCATE "{table}"',
                ):  # fmt: skip
                    with pytest.raises(InsufficientPrivilege, match="denied"), hand.transaction():
                        hand.execute(sql)
                        raise AssertionError(f"{role or 'tutela_app'} may {sql}")
    with plain(country.urls, country.ngo, "tutela_monitor") as pretender:
        assert not any(counts(pretender).values()), "the monitor's role without the monitor's session"


def test_the_engine_sees_every_fact_and_no_name_and_rewrites_nothing(country: Country) -> None:
    with plain(country.urls, role="tutela_engine") as engine:
        found = counts(engine)
        assert found.pop("people_identity") is None
        assert {t for t, n in found.items() if n is None} == {t for t, r in PROTECTED if r.own}
        for table in ("engine_entry", "engine_body", "engine_entryseq", "engine_leaf", "people_identity"):
            for sql in (f"UPDATE {table} SET subject_id = NULL", f"DELETE FROM {table}", f"TRUNCATE {table}"):
                if table == "people_identity":
                    sql = sql.replace("subject_id", "case_id")
                with pytest.raises(InsufficientPrivilege), engine.transaction():
                    engine.execute(sql)
        for partition in ("engine_entry_2026", "engine_body_2026"):
            assert seen(engine, f"SELECT count(*) FROM {partition}") is None


def test_what_a_member_keeps_for_herself_is_hers_alone(country: Country) -> None:
    """Drafts: the app writes them under her session, and nobody else finds, changes or plants one."""
    colleague = agency("colleague", Sector.NGO, Role.CASEWORKER)
    put = "INSERT INTO web_draft (id, member_id, form, case_id, sealed, kept_at, expires_at) VALUES " \
        "(gen_random_uuid(), %s, 'open_case', gen_random_uuid(), '', now(), now())"  # fmt: skip
    with psycopg.connect(country.urls.owner) as owner:
        owner.execute(put, [country.ngo.member_id])
    for somebody in (colleague, country.monitor, None):
        with plain(country.urls, somebody) as raw:
            assert seen(raw, "SELECT count(*) FROM web_draft") == 0
            assert raw.execute("UPDATE web_draft SET form = 'x'").rowcount == 0
            assert raw.execute("DELETE FROM web_draft").rowcount == 0
            with pytest.raises(InsufficientPrivilege), raw.transaction():
                raw.execute(put, [country.ngo.member_id])
    with plain(country.urls, country.ngo) as own:
        with pytest.raises(InsufficientPrivilege), own.transaction():
            own.execute("UPDATE web_draft SET member_id = %s", [colleague.member_id])
        assert own.execute("DELETE FROM web_draft").rowcount == 1


def test_the_monitor_sees_what_happened_and_nobody(country: Country) -> None:
    with psycopg.connect(country.urls.owner) as owner:
        for compartment in ("legal", "therapy", "health"):
            owner.execute(
                "INSERT INTO engine_entry (recorded_at, subject_id, seq, act_id, action, outcome, compartment, "
                "occurred_at, actor_id, agency_id, header, prev, hash) SELECT now(), %s, 900, gen_random_uuid(), 'x', "
                "'done', %s, now(), gen_random_uuid(), gen_random_uuid(), '', '', ''",
                [country.case, compartment],
            )
            owner.execute(
                "INSERT INTO engine_duty (id, subject_id, rule, ref, compartment, provisions, bearer_sector, state, "
                "started_at, end_reason, term, events, started_by_act, escalated_to) SELECT gen_random_uuid(), %s, "
                "'x', %s, %s, '{}', 'ngo', 'open', now(), '', '{}', '[]', gen_random_uuid(), ''",
                [country.case, compartment, compartment],
            )
    with plain(country.urls, country.monitor, "tutela_monitor") as raw:
        for table, reading in PROTECTED:
            assert (seen(raw, f'SELECT count(*) FROM "{table}"') is not None) == reading.monitor, table
        assert seen(raw, "SELECT count(*) FROM engine_body") is None
        assert seen(raw, "SELECT count(*) FROM people_identity") is None
        assert seen(raw, "SELECT count(*) FROM cases_case") is None
        for table in ("engine_entry", "engine_duty"):
            secret = f"SELECT count(*) FROM {table} WHERE compartment IN ('legal', 'therapy')"
            assert seen(raw, secret) == 0
            assert seen(raw, f"SELECT count(*) FROM {table} WHERE compartment = 'health'") == 1
        assert seen(raw, "SELECT count(*) FROM engine_entry") > 5  # type: ignore[operator]  # it may ask
    with plain(country.urls, country.monitor) as as_app:
        assert not any(counts(as_app).values()), "the monitor's agency was granted nothing"


def test_a_context_does_not_outlive_its_transaction(country: Country) -> None:
    """The next borrower of the same connection sees nothing, whatever became of the one before."""

    def everything() -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT current_user, current_setting('tutela.session', true), (SELECT count(*) FROM cases_case)"
            )
            user, handle, rows = cursor.fetchone()
        assert user == "tutela_app" and not handle
        return int(rows)

    with acting(country.ngo, NOW):
        assert Case.objects.count() == 1
    assert everything() == 0
    with pytest.raises(ZeroDivisionError), acting(country.ngo, NOW):
        raise ZeroDivisionError
    assert everything() == 0
    with acting(country.monitor, NOW):
        pass
    assert everything() == 0
    assert isinstance(tried(OpenCase(), country.ngo), Done)
    assert everything() == 0
    with pytest.raises(InvalidAction):
        tried(AcceptPlace(case=country.case, placement=uuid.uuid4()), country.ngo)
    assert everything() == 0
    with acting(country.stranger, NOW):
        keys.hand_in()
        assert Case.objects.count() == 0, "the engine's role ends with what needed it"
    with pytest.raises(RuntimeError), acting(country.ngo, NOW), acting(country.stranger, NOW):
        pass
    with pytest.raises(RuntimeError), acting(country.ngo, NOW):
        perform(OpenCase(), country.ngo, clock=frozen(NOW))
    assert everything() == 0


def test_cutting_works_on_the_next_query_of_an_open_session(country: Country) -> None:
    to = country.stranger
    grant = GrantAccess(case=country.case, to_agency=to.agency_id, purpose="protection", basis="consent")
    until = NOW + timedelta(days=1)
    did(grant.model_copy(update={"until": until}), country.ngo)
    count = "SELECT count(*) FROM cases_case"
    with plain(country.urls, to) as open_session_of_stranger:
        assert seen(open_session_of_stranger, count) == 1
        did(CutGrant(case=country.case, from_agency=to.agency_id), country.ngo)
        assert seen(open_session_of_stranger, count) == 0
    did(grant.model_copy(update={"until": until}), country.ngo)
    for at, rows in ((until - timedelta(seconds=1), 1), (until, 0), (until + timedelta(days=9), 0)):
        with acting(to, at):
            assert Case.objects.count() == rows
        outcome = tried(OfferService(case=country.case, service="legal"), to, at)
        assert isinstance(outcome, Done) == bool(rows)
    with plain(country.urls, to) as again:
        assert seen(again, count) == 1
        end_session(to.handle)
        assert seen(again, count) == 0
    with pytest.raises(NotSignedIn):
        tried(OfferService(case=country.case, service="legal"), to)
    with pytest.raises(NotSignedIn):
        open_session(_retired(country, to))


def _retired(country: Country, who: Actor) -> Member:
    with psycopg.connect(country.urls.owner) as owner:
        owner.execute("UPDATE agencies_member SET active = false WHERE id = %s", [who.member_id])
    return Member.objects.select_related("agency").get(pk=who.member_id)


def test_a_session_ends_with_the_member_the_agency_and_the_hour(country: Country) -> None:
    count = "SELECT count(*) FROM cases_case"
    undo = {
        "UPDATE agencies_member SET active = {} WHERE id = %s": country.ngo.member_id,
        "UPDATE agencies_agency SET active = {} WHERE id = %s": country.ngo.agency_id,
        "UPDATE agencies_session SET expires_at = now() + interval '1 h' * CASE WHEN {} THEN 1 ELSE -1 END "
        "WHERE member_id = %s": country.ngo.member_id,
    }
    with (
        psycopg.connect(country.urls.owner, autocommit=True) as owner,
        plain(country.urls, country.ngo) as raw,
    ):
        for sql, which in undo.items():
            assert seen(raw, count) == 1
            owner.execute(sql.format("false"), [which])
            assert seen(raw, count) == 0, sql
            with pytest.raises(NotSignedIn):
                tried(OpenCase(), country.ngo)
            owner.execute(sql.format("true"), [which])


def test_the_firewall_stands_in_the_database_itself(country: Country) -> None:
    enforcement = agency("removals", Sector.IMMIGRATION_ENFORCEMENT, Role.CASEWORKER)
    with plain(country.urls, role="tutela_engine") as engine:
        with pytest.raises(CheckViolation), engine.transaction():
            engine.execute("UPDATE agencies_grant SET agency_id = %s", [enforcement.agency_id])
        with pytest.raises(CheckViolation), engine.transaction():
            engine.execute(
                "INSERT INTO agencies_grant SELECT (json_populate_record(g, json_build_object('id', "
                "gen_random_uuid(), 'agency_id', %s::uuid))).* FROM agencies_grant g LIMIT 1",
                [enforcement.agency_id],
            )
    with acting(country.ngo, NOW):
        assert not Grant.objects.filter(agency_id=enforcement.agency_id).exists()


def test_what_is_not_yours_looks_like_what_does_not_exist(country: Country) -> None:
    """Every action on a file: the same answer for another's file and for none; the same for what lies in a file."""
    tried_some = 0
    for cls in registry:
        named = [name for name, kind in cls.subject_fields() if kind == "case"]
        if named != ["case"] or cls.system:
            continue
        answers = []
        for case in (country.case, uuid.uuid4()):
            outcome = perform(simplest(cls, case=case), country.stranger, clock=frozen(NOW))
            answers.append({k: v for k, v in outcome.model_dump().items() if k != "act_id"})
        assert answers[0] == answers[1], cls.name
        tried_some += 1
    assert tried_some > 30
    own = made(did(OpenCase(), country.stranger), "case")
    told = []
    for placement in (country.placement, uuid.uuid4()):
        with pytest.raises(InvalidAction) as invalid:
            tried(AcceptPlace(case=own, placement=placement), country.stranger)
        told.append(str(invalid.value))
    assert told[0] == told[1]
    assert isinstance(
        tried(AcceptPlace(case=country.case, placement=country.placement), country.stranger), Denied
    )


def _column(table: str) -> str:
    return next(m._meta.pk.column for m in apps.get_models() if m._meta.db_table == table)
