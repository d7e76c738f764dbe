"""Journals for tests: chains written as `perform` writes them, without anything to perform."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

import psycopg
from django.db import connection, transaction

from tutela.engine import journal, subjects
from tutela.engine.journal import Chain, Line, Moment
from tutela.engine.verify_tree import Head

AT = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
AGENCY, MEMBER = UUID(int=21), UUID(int=22)


@contextmanager
def engine_cursor() -> Iterator[Any]:
    """A cursor in a transaction of the engine's role."""
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE tutela_engine")
        yield cursor


def moment(number: int = 0) -> Moment:
    """Who did what, and when: one more second for each number."""
    at = AT + timedelta(seconds=number)
    return Moment(uuid4(), "offer_place", at, at, MEMBER, AGENCY)


def write(cursor: Any, chains: Mapping[UUID, Chain], *ids: UUID, number: int = 0) -> None:
    """One act that is about these subjects."""
    lines = [
        Line(
            each,
            "done",
            ("P7", "G2.5"),
            "facts",
            {"place": str(uuid4()), "words": "为什么 – why?"},
            {"facts": {"note": "sealed"}, "health": {"note": "too"}},
        )
        for each in ids
    ]
    journal.write(cursor, chains, lines, moment(number))


def grown(subjects_wanted: int = 3, entries_each: int = 4) -> list[UUID]:
    """Subjects with chains, their entries interleaved; returns the subjects' ids."""
    ids = [uuid4() for _ in range(subjects_wanted)]
    with engine_cursor() as cursor:
        chains = {each: subjects.open_new(cursor, each, "case", AGENCY, AT) for each in ids}
        for number in range(entries_each):
            for each in ids:
                write(cursor, chains, each, number=number)
    return ids


def extend(subject_id: UUID, entries: int = 1) -> None:
    """More entries on one chain."""
    with engine_cursor() as cursor:
        chains = subjects.lock(cursor, [subject_id])
        for number in range(entries):
            write(cursor, chains, subject_id, number=1000 + number)


def tamper(url: str, statement: str, *params: object) -> None:
    """Change the journal as the owner of the database could."""
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute(statement, params)


def entry_ids(subject_id: UUID) -> list[int]:
    """The ids of a chain's entries, in order."""
    with engine_cursor() as cursor:
        cursor.execute("SELECT id FROM engine_entry WHERE subject_id = %s ORDER BY seq", [subject_id])
        return [row[0] for row in cursor.fetchall()]


def heads() -> list[Head]:
    from tutela.engine.tree_models import TreeHead

    return [Head.of(row) for row in TreeHead.objects.order_by("size")]


def rewrite_chain(url: str, case: UUID) -> None:
    """All of a chain made anew, with columns, hashes and the subject's own end: perfect in itself."""
    with psycopg.connect(url, autocommit=True) as owner:
        prev, seq = b"", 0
        rows = owner.execute(
            "SELECT id, header FROM engine_entry WHERE subject_id = %s ORDER BY seq", [case]
        ).fetchall()
        for entry_id, header in rows:
            fresh = bytes(header).replace(b'"outcome":"done"', b'"outcome":"kind"')
            digest, seq = sha256(prev + fresh).digest(), seq + 1
            owner.execute(
                "UPDATE engine_entry SET header = %s, outcome = 'kind', prev = %s, hash = %s WHERE id = %s",
                [fresh, prev, digest, entry_id],
            )
            prev = digest
        owner.execute("UPDATE engine_subject SET head = %s WHERE id = %s", [prev, case])
