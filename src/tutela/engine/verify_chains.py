"""The chains, computed anew: every entry's hash, and that it follows the one before it.

This is the part whose speed counts, so that a journal of millions is verified over a coffee. The database puts
some hundred entries into one run of bytes, and fixed places cut it again. First come the entries that begin a
chain, then the others; mostly in order, and what is not is put aside and looked at again at the end.

    length of the header (4) | id (8) | subject (16) | hash (32) | prev (0 or 32) | header
"""

from __future__ import annotations

import struct
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import pq

from .findings import Finding

_TOGETHER = 256  # entries in one run of bytes
_RUNS = """COPY (SELECT (
    SELECT string_agg(int4send(octet_length(header)) || int8send(id) || uuid_send(subject_id) || hash || prev
        || header, ''::bytea) FROM engine_entry WHERE id BETWEEN run AND run + {last} AND octet_length(hash) = 32
        AND octet_length(prev) = {prev}) FROM generate_series({start}::bigint, {stop}, {step}) AS run
) TO STDOUT (FORMAT BINARY)"""
_MISSHAPEN = """SELECT id, subject_id, seq FROM engine_entry
WHERE octet_length(hash) <> 32 OR octet_length(prev) NOT IN (0, 32) ORDER BY id"""
_ENDS = """COPY (SELECT uuid_send(id) || head FROM engine_subject WHERE last_seq > 0)
TO STDOUT (FORMAT BINARY)"""
_CHAIN = "SELECT id, seq, prev, hash FROM engine_entry WHERE subject_id = %s ORDER BY seq, id"
_NUMBERS = """SELECT id, subject_id, seq FROM (
    SELECT id, subject_id, seq, lag(seq, 1, 0) OVER (PARTITION BY subject_id ORDER BY seq, id) AS before
    FROM engine_entry) n WHERE seq <> before + 1 ORDER BY id"""

_CUT_FIRST = struct.Struct(">I8s16s32s").unpack_from
_CUT = struct.Struct(">I8s16s32s32s").unpack_from
_HEAD = 60  # what stands before prev and header
_COPY_ROW = 6  # what COPY puts before a row: the number of columns, the length of the only one
_COPY_START, _COPY_END = 19, 2


@dataclass
class Chains:
    """What the chains are.

    Shape    ends: by subject (16 bytes), the hash of its last entry (32)
    """

    entries: int = 0
    ends: dict[bytes, bytes] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    astray: set[bytes] = field(default_factory=set)
    changed: list[tuple[bytes, bytes]] = field(default_factory=list)


def verify(connection: BaseDatabaseWrapper, cursor: Any) -> Chains:
    """Hash every entry, hold each against the one before it, and the last against its subject."""
    found = Chains()
    _read(connection, cursor, 0, lambda run: _first_entries(run, found))
    _read(connection, cursor, 32, lambda run: _later_entries(run, found))
    cursor.execute(_MISSHAPEN)
    for entry_id, subject_id, seq in cursor.fetchall():
        found.entries += 1
        found.astray.add(subject_id.bytes)
        found.findings.append(Finding("chain.hash", subject_id, entry_id, seq))
    for subject, entry_id in found.changed:
        number = int.from_bytes(entry_id, "big")
        found.findings.append(Finding("chain.hash", UUID(bytes=subject), number, _seq_of(cursor, number)))
    for subject in found.astray:
        found.findings += _in_order(cursor, subject, found)
    found.findings += _numbers(cursor)
    found.findings += _ends_elsewhere(connection, cursor, found.ends)
    return found


def _first_entries(run: bytes, found: Chains) -> None:
    """Entries with nothing before them: each must be the only such one of its subject."""
    at, ends = 0, found.ends
    while at < len(run):
        length, entry_id, subject, digest = _CUT_FIRST(run, at)
        start = at + _HEAD
        at = start + length
        found.entries += 1
        if sha256(run[start:at]).digest() != digest:
            found.changed.append((subject, entry_id))
        if subject in ends:
            found.astray.add(subject)
        ends[subject] = digest


def _later_entries(run: bytes, found: Chains) -> None:
    """Entries that follow another: the hash before must be the last one seen of the subject."""
    at, stop, count = 0, len(run), 0
    ends, end_of, cut, hashed = found.ends, found.ends.get, _CUT, sha256
    while at < stop:
        length, entry_id, subject, digest, prev = cut(run, at)
        start = at + 60
        at += length + 92
        count += 1
        if hashed(run[start:at]).digest() != digest:
            found.changed.append((subject, entry_id))
        if end_of(subject) != prev:
            found.astray.add(subject)
        ends[subject] = digest
    found.entries += count


def _read(connection: BaseDatabaseWrapper, cursor: Any, prev: int, take: Callable[[bytes], object]) -> None:
    """Give `take` all entries whose `prev` has that many bytes, run by run, in the order of their ids."""
    cursor.execute("SELECT min(id), max(id) FROM engine_entry")
    first, last = cursor.fetchone()
    if first is None:
        return
    given = {"prev": prev, "start": first, "stop": last, "step": _TOGETHER, "last": _TOGETHER - 1}
    for row in stream(connection, _RUNS.format(**given)):
        if len(row) > _COPY_ROW:  # a run without such entries is a null
            take(bytes(row)[_COPY_ROW:])


def stream(connection: BaseDatabaseWrapper, query: str) -> Iterator[memoryview]:
    """The rows of a binary COPY, each with the six bytes that COPY puts before it; no parameters."""
    pgconn = connection.connection.pgconn
    result = pgconn.exec_(query.encode())
    if result.status != pq.ExecStatus.COPY_OUT:
        raise RuntimeError(result.get_error_message())
    next_row = pgconn.get_copy_data
    _, start = next_row(0)  # the signature comes in one piece with the first row, or with the end
    size, row = len(start) - _COPY_START, memoryview(start)[_COPY_START:]
    while size >= 0:
        if size > _COPY_END:
            yield row
        size, row = next_row(0)
    while (result := pgconn.get_result()) is not None:
        if result.status == pq.ExecStatus.FATAL_ERROR:
            raise RuntimeError(result.get_error_message())


def bare_seconds(connection: BaseDatabaseWrapper, cursor: Any) -> tuple[float, float]:
    """How long SHA-256 alone takes over the bytes of every entry, and how long only fetching them; seconds."""
    hashing = 0.0
    begun = time.perf_counter()
    for prev in (0, 32):
        _read(connection, cursor, prev, len)
    fetching = time.perf_counter() - begun
    for prev in (0, 32):
        pieces: list[bytes] = []
        _read(connection, cursor, prev, partial(_collect, pieces, prev))
        begun = time.perf_counter()
        for piece in pieces:
            sha256(piece).digest()
        hashing += time.perf_counter() - begun
    return hashing, fetching


def _collect(pieces: list[bytes], prev: int, run: bytes) -> None:
    pieces.extend(_pieces(run, prev))


def _pieces(run: bytes, prev: int) -> Iterator[bytes]:
    """What is hashed of each entry of a run."""
    at = 0
    while at < len(run):
        start = at + _HEAD
        at = start + prev + int.from_bytes(run[at : at + 4], "big")
        yield run[start:at]


def _seq_of(cursor: Any, entry_id: int) -> int | None:
    cursor.execute("SELECT seq FROM engine_entry WHERE id = %s", [entry_id])
    row = cursor.fetchone()
    return row[0] if row else None


def _in_order(cursor: Any, subject: bytes, found: Chains) -> Iterator[Finding]:
    """Look at one subject's chain in the order of its numbers; only the links, the hashes have been seen."""
    cursor.execute(_CHAIN, [UUID(bytes=subject)])
    before = b""
    for entry_id, seq, prev, digest in cursor.fetchall():
        if bytes(prev) != before:
            yield Finding("chain.link", UUID(bytes=subject), entry_id, seq)
        before = bytes(digest)
    found.ends[subject] = before


def _numbers(cursor: Any) -> Iterator[Finding]:
    """Chains whose numbers do not run from 1 without a gap."""
    cursor.execute(_NUMBERS)
    for entry_id, subject_id, seq in cursor.fetchall():
        yield Finding("chain.number", subject_id, entry_id, seq)


def _ends_elsewhere(
    connection: BaseDatabaseWrapper, cursor: Any, ends: dict[bytes, bytes]
) -> Iterator[Finding]:
    """Subjects whose chain does not end where they say: its tail was cut, or grew without them."""
    named = set()
    wrong = []
    for row in stream(connection, _ENDS):
        subject = bytes(row[_COPY_ROW : _COPY_ROW + 16])
        named.add(subject)
        if ends.get(subject) != bytes(row[_COPY_ROW + 16 :]):
            wrong.append(subject)
    for subject in [*wrong, *(ends.keys() - named)]:
        cursor.execute(
            "SELECT id, seq FROM engine_entry WHERE subject_id = %s ORDER BY seq DESC LIMIT 1",
            [UUID(bytes=subject)],
        )
        entry_id, seq = cursor.fetchone() or (None, 0)
        yield Finding("chain.end", UUID(bytes=subject), entry_id, seq)
