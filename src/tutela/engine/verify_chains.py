"""The chains, computed anew: every entry's hash, and that it follows the one before it.

This is the part whose speed counts, so that a journal of millions is verified over a coffee. The database puts the
entries of some sixty ids into one row, column by column, each column one run of bytes:

    ids (8 each) | lengths of prev and header (4 each) | subjects (16 each) | hashes (32 each) | prev and header

so that most of the work is done by calls over whole runs. In the stream a subject's entries mostly come in order; what
does not is put aside and looked at again, in order, at the end. Numbers, and entries that do not fit these places, are
looked at set by set.
"""

from __future__ import annotations

import struct
import sys
import time
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import accumulate, pairwise
from typing import Any
from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import pq

from .findings import Finding

_TOGETHER = 64  # entries in one row: few enough that the database makes the next while this one is read
_RUNS = """COPY (SELECT e.* FROM generate_series({start}::bigint, {stop}, {step}) AS run, LATERAL (
    SELECT string_agg(int8send(id), ''), string_agg(int4send(octet_length(prev) + octet_length(header)), ''),
        string_agg(uuid_send(subject_id), ''), string_agg(hash, ''), string_agg(prev || header, '')
    FROM engine_entry
    WHERE id BETWEEN run AND run + {last} AND octet_length(hash) = 32 AND octet_length(prev) IN (0, 32)) e
) TO STDOUT (FORMAT BINARY)"""
_ENDS = """COPY (SELECT uuid_send(id) || head FROM engine_subject WHERE last_seq > 0)
TO STDOUT (FORMAT BINARY)"""
_CHAIN = "SELECT id, seq, prev, hash FROM engine_entry WHERE subject_id = %s ORDER BY seq, id"
_MISSHAPEN = """SELECT id, subject_id, seq FROM engine_entry
WHERE octet_length(hash) <> 32 OR octet_length(prev) <> CASE seq WHEN 1 THEN 0 ELSE 32 END"""
_NUMBERS = """SELECT id, subject_id, seq FROM (
    SELECT id, subject_id, seq, lag(seq, 1, 0) OVER (PARTITION BY subject_id ORDER BY seq, id) AS before
    FROM engine_entry) n WHERE seq <> before + 1"""

_COLUMNS = 2  # how many columns a row has: what COPY puts before the first of them
_COPY_START, _COPY_ROW, _COPY_END = (
    19,
    6,
    2,
)  # what COPY puts before all, before a row of one column, at the end
_SUBJECTS = struct.Struct("16s").iter_unpack
_AT_ONCE = 50_000


@dataclass
class Chains:
    """What the chains are.

    Shape    ends: by subject (16 bytes), the hash of its last entry (32); astray: subjects whose entries did
             not come in order; changed: entries with another hash than theirs
    """

    entries: int = 0
    ends: dict[bytes, bytes] = field(default_factory=dict)
    astray: set[bytes] = field(default_factory=set)
    changed: list[int] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def verify(connection: BaseDatabaseWrapper, cursor: Any) -> Chains:
    """Hash every entry, hold each against the one before it, and the last against its subject."""
    found = Chains()
    for run in _runs(connection, cursor):
        _read(run, found)
    if found.changed:
        cursor.execute("SELECT subject_id, id, seq FROM engine_entry WHERE id = ANY(%s)", [found.changed])
        found.findings += [Finding("chain.hash", *row) for row in cursor.fetchall()]
    for subject in found.astray:
        found.findings += _in_order(cursor, subject, found)
    found.findings += _ends_elsewhere(connection, cursor, found.ends)
    return found


def numbers(cursor: Any) -> Iterator[Finding]:
    """Chains whose numbers do not run from 1 without a gap, and entries without a whole hash."""
    for check, query in (("chain.number", _NUMBERS), ("chain.hash", _MISSHAPEN)):
        cursor.execute(query)
        for entry_id, subject_id, seq in cursor.fetchall():
            yield Finding(check, subject_id, entry_id, seq)


@dataclass(frozen=True)
class Run:
    """Some entries in the order of their ids; each piece is what is hashed of one: the hash before it, its header."""

    ids: bytes
    subjects: bytes
    hashes: bytes
    pieces: list[bytes]


def _read(run: Run, found: Chains) -> None:
    """One loop without calls of our own: each would be a tenth of its time.

    The first entry of a subject has nothing to follow here; that it is its number 1 is seen in `numbers`.
    """
    ends, end_of, hashed = found.ends, found.ends.get, sha256
    digests = [hashed(piece).digest() for piece in run.pieces]
    if b"".join(digests) != run.hashes:
        digests = list(_told_apart(run, digests, found))
    for (subject,), piece, digest in zip(_SUBJECTS(run.subjects), run.pieces, digests, strict=True):
        before = end_of(subject)
        if before is not None and not piece.startswith(before):
            found.astray.add(subject)
        ends[subject] = digest
    found.entries += len(digests)


def _told_apart(run: Run, digests: list[bytes], found: Chains) -> Iterator[bytes]:
    """The hashes as they are kept; entries with another hash than theirs are noted."""
    for number, computed in enumerate(digests):
        digest = run.hashes[32 * number : 32 * number + 32]
        if digest != computed:
            found.changed.append(int.from_bytes(run.ids[8 * number : 8 * number + 8], "big"))
        yield digest


def _rows(connection: BaseDatabaseWrapper, cursor: Any) -> Iterator[memoryview]:
    """All entries that fit, run by run, in the order of their ids."""
    cursor.execute("SELECT min(id), max(id) FROM engine_entry")
    first, last = cursor.fetchone()
    if first is None:
        return
    given = {"start": first, "stop": last, "step": _TOGETHER, "last": _TOGETHER - 1}
    yield from stream(connection, _RUNS.format(**given))


def _runs(connection: BaseDatabaseWrapper, cursor: Any) -> Iterator[Run]:
    """The same, taken apart."""
    for row in _rows(connection, cursor):
        ids, lengths, subjects, hashes, bodies = _columns(row)
        if ids:  # else a run without entries
            sizes = array("I", lengths)
            if sys.byteorder == "little":
                sizes.byteswap()
            pieces = [bodies[start:end] for start, end in pairwise(accumulate(sizes, initial=0))]
            yield Run(ids, subjects, hashes, pieces)


def _columns(row: memoryview) -> Iterator[bytes]:
    """The columns of a row of a binary COPY; a null is empty."""
    at = _COLUMNS
    while at < len(row):
        length = max(0, int.from_bytes(row[at : at + 4], "big", signed=True))
        yield bytes(row[at + 4 : at + 4 + length])
        at += 4 + length


def stream(connection: BaseDatabaseWrapper, query: str) -> Iterator[memoryview]:
    """The rows of a binary COPY, each with the six bytes that COPY puts before it; no parameters."""
    pgconn = connection.connection.pgconn
    result = pgconn.exec_(query.encode())
    if result.status != pq.ExecStatus.COPY_OUT:
        raise RuntimeError(result.get_error_message())
    next_row = pgconn.get_copy_data
    _, start = next_row(0)  # COPY's own start comes in one piece with the first row, or with the end
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
    begun = time.perf_counter()
    for _ in _rows(connection, cursor):
        pass
    fetching = time.perf_counter() - begun
    hashing = 0.0
    pieces: list[bytes] = []
    for run in _runs(connection, cursor):
        pieces.extend(run.pieces)
        if len(pieces) >= _AT_ONCE:
            hashing += _hash_all(pieces)
            pieces.clear()
    return hashing + _hash_all(pieces), fetching


def _hash_all(pieces: list[bytes]) -> float:
    begun = time.perf_counter()
    for piece in pieces:
        sha256(piece).digest()
    return time.perf_counter() - begun


def _in_order(cursor: Any, subject: bytes, found: Chains) -> Iterator[Finding]:
    """Look at one subject's chain in the order of its numbers; only the links, the hashes have been seen."""
    cursor.execute(_CHAIN, [UUID(bytes=subject)])
    before = b""
    for entry_id, seq, prev, digest in cursor.fetchall():
        if bytes(prev) != before:
            yield Finding("chain.link", UUID(bytes=subject), entry_id, seq)
        before = bytes(digest)
    found.ends[subject] = before


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
