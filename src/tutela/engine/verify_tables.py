"""What the tables say against each other: columns against headers, bodies against digests, leaves against
entries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import DataError, transaction

from .findings import Finding

_STAMP = """to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""

#: A header rebuilt from the columns of its entry; only the bodies are looked at apart.
_FROM_COLUMNS = f"""jsonb_build_object(
    'v', 1, 'subject', e.subject_id, 'seq', e.seq, 'act', e.act_id, 'action', e.action, 'outcome', e.outcome,
    'provisions', to_jsonb(e.provisions), 'compartment', e.compartment,
    'occurred', {_STAMP.format("e.occurred_at")}, 'recorded', {_STAMP.format("e.recorded_at")},
    'actor', e.actor_id, 'agency', e.agency_id, 'detail', e.detail)"""

_HEADERS = f"""
WITH b AS (
    SELECT recorded_at, entry_id, jsonb_object_agg(compartment, encode(sha256(sealed), 'hex')) AS digests,
           bool_and(digest = sha256(sealed)) AS whole, min(subject_id::text) AS subject, count(*) AS bodies
    FROM engine_body GROUP BY recorded_at, entry_id),
h AS (
    SELECT e.id, e.subject_id, e.seq, h.header - 'bodies' = {_FROM_COLUMNS} AS columns_agree,
           h.header->'bodies' = coalesce(b.digests, '{{}}') AND coalesce(b.whole, true)
           AND coalesce(b.subject = e.subject_id::text, true) AS bodies_agree
    FROM engine_entry e
    CROSS JOIN LATERAL (SELECT convert_from(e.header, 'UTF8')::jsonb AS header) h
    LEFT JOIN b ON b.recorded_at = e.recorded_at AND b.entry_id = e.id)
SELECT id, subject_id, seq, coalesce(columns_agree, false), coalesce(bodies_agree, false) FROM h
WHERE columns_agree IS NOT TRUE OR bodies_agree IS NOT TRUE ORDER BY id
"""  # noqa: S608 - put together from constants

_BODIES_WITHOUT_ENTRY = """
SELECT b.entry_id, b.subject_id FROM engine_body b
WHERE NOT EXISTS (SELECT FROM engine_entry e WHERE e.recorded_at = b.recorded_at AND e.id = b.entry_id)
ORDER BY b.entry_id
"""

_LEAVES = """
SELECT l.index, l.subject_id, l.seq, e.id FROM engine_leaf l
LEFT JOIN engine_entry e ON e.subject_id = l.subject_id AND e.seq = l.seq
WHERE e.hash IS DISTINCT FROM l.entry_hash ORDER BY l.index
"""

_WAITING = """
SELECT count(*) FROM engine_entry e WHERE NOT EXISTS (
    SELECT FROM engine_leaf l WHERE l.subject_id = e.subject_id AND l.seq = e.seq)
"""


def headers_and_bodies(cursor: Any) -> Iterator[Finding]:
    """Hold the columns of every entry, and its sealed bodies, against its header."""
    try:
        with transaction.atomic(using=cursor.db.alias):
            cursor.execute(_HEADERS)
            rows = cursor.fetchall()
    except DataError:  # one header is no JSON, and the whole query stops: find which
        yield from _unreadable(cursor)
        return
    for entry_id, subject_id, seq, columns_agree, bodies_agree in rows:
        if not columns_agree:
            yield Finding("header.columns", subject_id, entry_id, seq)
        if not bodies_agree:
            yield Finding("body", subject_id, entry_id, seq)
    cursor.execute(_BODIES_WITHOUT_ENTRY)
    for entry_id, subject_id in cursor.fetchall():
        yield Finding("body", subject_id, entry_id)


def leaves(cursor: Any) -> Iterable[Finding]:
    """Hold every leaf against its entry: one that is gone was cut, one with another hash was rewritten."""
    cursor.execute(_LEAVES)
    return [
        Finding("leaf.entry" if entry_id is not None else "leaf.cut", subject_id, entry_id, seq, index)
        for index, subject_id, seq, entry_id in cursor.fetchall()
    ]


def waiting(cursor: Any) -> int:
    """How many entries are not in the tree yet."""
    cursor.execute(_WAITING)
    return int(cursor.fetchone()[0])


def _unreadable(cursor: Any) -> Iterator[Finding]:
    last = 0
    while True:
        cursor.execute(
            "SELECT id, subject_id, seq, header FROM engine_entry WHERE id > %s ORDER BY id LIMIT 10000",
            [last],
        )
        rows = cursor.fetchall()
        if not rows:
            return
        last = rows[-1][0]
        for entry_id, subject_id, seq, header in rows:
            try:
                json.loads(bytes(header))
            except ValueError:
                yield Finding("header.unreadable", subject_id, entry_id, seq)
