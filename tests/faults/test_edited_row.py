"""Whoever owns the database edits one value of the journal: `verify` names the subject and the entry."""

from __future__ import annotations

import uuid
from typing import Any

import psycopg
import pytest
from django.db import connection

from tests.people_who_act import agency, did, made, tried
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase, RecordIdentity
from tutela.config.database import Urls
from tutela.engine import jobs, verify
from tutela.engine.access import Actor
from tutela.guidelines.g02_identification.actions import PresumeTrafficked
from tutela.guidelines.g06_protection.care_actions import ServiceWasWithheld, WithholdEntitlement

OTHER = uuid.UUID(int=77)
#: Every column of an entry, with an expression of another value of its type.
ENTRY = {
    "recorded_at": "recorded_at + interval '1 second'",
    "subject_id": "%(other)s",
    "seq": "seq + 500",
    "act_id": "%(other)s",
    "action": "'close_case'",
    "outcome": "'done and gone'",
    "provisions": "array_append(provisions, 'P99')",
    "compartment": "'therapy'",
    "occurred_at": "occurred_at - interval '1 day'",
    "actor_id": "%(other)s",
    "agency_id": "%(other)s",
    "detail": 'detail || \'{"made": {}, "more": 1}\'',
    "header": "header || ' '::bytea",
    "prev": "sha256(prev)",
    "hash": "sha256(hash)",
}
BODY = {"sealed": "sealed || '\\x00'::bytea", "digest": "sha256(digest)", "compartment": "'therapy'"}


@pytest.fixture
def ngo(db_world: Urls) -> Actor:
    return agency("harbour", Sector.NGO, Role.CASEWORKER)


def journal(by: Actor) -> uuid.UUID:
    """A chain of every kind of entry: done, recorded, refused, duties, a breach."""
    case = made(did(OpenCase(age_basis="known", age_low=30), by), "case")
    did(PresumeTrafficked(case=case), by)
    did(RecordIdentity(case=case, kind="name", value="Nguyen Thi Example"), by)
    did(ServiceWasWithheld(case=case, service="legal", because="will_not_testify"), by)
    tried(WithholdEntitlement(case=case, entitlement="shelter"), by)
    return case


def named(found: list[Any], case: uuid.UUID, entry_id: int) -> bool:
    return any(f.subject_id == case and f.entry_id == entry_id for f in found)


@pytest.mark.parametrize("is_in_tree", [False, True], ids=["before the tree", "in the tree"])
def test_every_edit_of_an_entry_or_a_body_is_named(ngo: Actor, db_world: Urls, is_in_tree: bool) -> None:
    case = journal(ngo)
    if is_in_tree:
        jobs.sequence()
    assert verify.verify_chains(connection).is_whole
    with psycopg.connect(db_world.owner, autocommit=True) as owner:
        entries = [
            e
            for (e,) in owner.execute(
                "SELECT id FROM engine_entry WHERE subject_id = %s ORDER BY seq", [case]
            ).fetchall()
        ]
        assert len(entries) > 12
        for number, (column, changed) in enumerate(ENTRY.items()):
            edited(owner, "engine_entry", "id", entries[number % len(entries)], column, changed, case)
        bodies = owner.execute("SELECT entry_id FROM engine_body WHERE subject_id = %s", [case]).fetchall()
        for column, changed in BODY.items():
            edited(owner, "engine_body", "entry_id", bodies[-1][0], column, changed, case)
    assert verify.verify_chains(connection).is_whole, "all was put back"


def edited(owner: Any, table: str, key: str, row: int, column: str, changed: str, case: uuid.UUID) -> None:
    """Changes one value, asks, and puts it back."""
    about = {"row": row, "other": OTHER}
    before = owner.execute(f"SELECT {column}, ctid FROM {table} WHERE {key} = %(row)s", about).fetchone()[0]
    where = f"WHERE {key} = %(row)s"
    owner.execute(f"UPDATE {table} SET {column} = {changed} {where}", about)
    report = verify.verify_chains(connection)
    assert not report.is_whole, column
    moved = OTHER if column == "subject_id" else case
    assert named(report.findings, case, row) or named(report.findings, moved, row), (column, report.findings)
    value = psycopg.types.json.Jsonb(before) if column == "detail" else before
    owner.execute(f"UPDATE {table} SET {column} = %(before)s {where}", {**about, "before": value})


def test_what_stands_beside_the_journal_is_held_against_it(ngo: Actor, db_world: Urls) -> None:
    """A duty whose due time was moved, or whose subject's head was: found as well."""
    case = journal(ngo)
    with psycopg.connect(db_world.owner, autocommit=True) as owner:
        owner.execute("UPDATE engine_duty SET due_at = due_at + interval '90 days' WHERE rule = 'shelter'")
        report = verify.verify_chains(connection)
        assert [f.subject_id for f in report.findings] == [case]
        owner.execute("UPDATE engine_duty SET due_at = due_at - interval '90 days' WHERE rule = 'shelter'")
        owner.execute("UPDATE engine_subject SET head = sha256(head) WHERE id = %s", [case])
        assert {f.subject_id for f in verify.verify_chains(connection).findings} == {case}
