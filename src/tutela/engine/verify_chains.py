"""The chains, computed anew: every entry's hash, and that it follows the one before it.

This is the part whose speed counts, so that a journal of millions is verified over a coffee: rows are
streamed as one run of bytes each and cut by fixed places. In the stream a subject's entries mostly come in
order; what does not is put aside and looked at again, in order, at the end.

    id (8) | subject (16) | seq + 1 (4), 32 (1), hash (32) | seq (4), its length (1), prev (0 or 32) | header

The third part of an entry must be equal to the fourth of the next one of its subject.
"""

from __future__ import annotations

import struct
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import pq

from .findings import Finding

_ROW = (
    "int8send(id) || uuid_send(subject_id) || int4send(seq + 1) || "
    "'\\x20'::bytea || hash || int4send(seq) || "
    "substr(int4send(octet_length(prev)), 4) || prev || header"
)
_STREAM = f"COPY (SELECT {_ROW} FROM engine_entry) TO STDOUT (FORMAT BINARY)"  # noqa: S608 - constants
_ENDS = (
    "COPY (SELECT uuid_send(id) || int4send(last_seq + 1) || '\\x20'::bytea || head FROM engine_subject "
    "WHERE last_seq > 0) TO STDOUT (FORMAT BINARY)"
)
_OF_SUBJECTS = (
    "SELECT subject_id, id, seq, prev, hash FROM engine_entry WHERE subject_id = ANY(%s) "
    "ORDER BY subject_id, seq, id"
)
_CUT = struct.Struct(">6x8x16s37s37s").unpack_from  # 6: what COPY puts before each row
_PREV_AT = 6 + 8 + 16 + 37 + 5
_SHORTEST = 6 + 8 + 16 + 37 + 37
_FIRST = b"\x00\x00\x00\x01\x00"  # seq 1, nothing before it
_SIGNATURE, _TRAILER = 19, 2
_AT_ONCE = 50_000


@dataclass
class Chains:
    """What the chains are.

    Shape    ends: by subject (16 bytes), what the next entry would have to begin with
    """

    entries: int = 0
    ends: dict[bytes, bytes] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def verify(connection: BaseDatabaseWrapper, cursor: Any) -> Chains:
    """Hash every entry, hold each against the one before it, and the last against its subject."""
    found = Chains()
    astray = _read(connection, found)
    for subject in astray:
        found.findings += _in_order(cursor, subject, found)
    found.findings += _ends_elsewhere(connection, cursor, found.ends)
    return found


def _read(connection: BaseDatabaseWrapper, found: Chains) -> set[bytes]:
    """Hash every entry; return the subjects whose entries did not come in order.

    One loop without calls of our own: each of them would be a tenth of the time.
    """
    astray: set[bytes] = set()
    ends, end_of, cut, hashed = found.ends, found.ends.get, _CUT, sha256
    count = 0
    next_row, finish = _copy(connection, _STREAM)
    size, row = next_row(0)
    row, size = memoryview(row)[_SIGNATURE:], size - _SIGNATURE
    while size >= 0:
        if size >= _SHORTEST:
            subject, token, link = cut(row)
            if hashed(row[_PREV_AT:]).digest() != token[5:]:
                found.findings.append(_finding("chain.hash", row))
            if end_of(subject) != link and (link[:5] != _FIRST or subject in ends):
                astray.add(subject)
            ends[subject] = token
            count += 1
        elif size > _TRAILER:
            found.findings.append(_finding("chain.hash", row))
            count += 1
        size, row = next_row(0)
    finish()
    found.entries = count
    return astray


def stream(connection: BaseDatabaseWrapper, query: str) -> Iterator[memoryview]:
    """The rows of a binary COPY, each with the six bytes that COPY puts before it; no parameters."""
    next_row, finish = _copy(connection, query)
    size, row = next_row(0)
    row, size = memoryview(row)[_SIGNATURE:], size - _SIGNATURE
    while size >= 0:
        if size > _TRAILER:
            yield row
        size, row = next_row(0)
    finish()


def _copy(connection: BaseDatabaseWrapper, query: str) -> tuple[Callable[[int], Any], Callable[[], None]]:
    """Begin a binary COPY: what gives its rows one by one, and what must be called at the end.

    COPY's signature comes in one piece with the first row, or with the end if there is no row.
    """
    pgconn = connection.connection.pgconn
    result = pgconn.exec_(query.encode())
    if result.status != pq.ExecStatus.COPY_OUT:
        raise RuntimeError(result.get_error_message())

    def finish() -> None:
        while (last := pgconn.get_result()) is not None:
            if last.status == pq.ExecStatus.FATAL_ERROR:
                raise RuntimeError(last.get_error_message())

    return pgconn.get_copy_data, finish


def bare_seconds(connection: BaseDatabaseWrapper) -> tuple[float, float]:
    """How long SHA-256 alone takes over the bytes of every entry, and how long only fetching them; seconds."""
    begun = time.perf_counter()
    for _ in stream(connection, _STREAM):
        pass
    fetching = time.perf_counter() - begun
    hashing = 0.0
    pieces: list[bytes] = []
    for row in stream(connection, _STREAM):
        pieces.append(bytes(row[_PREV_AT:]))
        if len(pieces) == _AT_ONCE:
            hashing += _hash_all(pieces)
            pieces.clear()
    return hashing + _hash_all(pieces), fetching


def _hash_all(pieces: list[bytes]) -> float:
    begun = time.perf_counter()
    for piece in pieces:
        sha256(piece).digest()
    return time.perf_counter() - begun


def _in_order(cursor: Any, subject: bytes, found: Chains) -> Iterator[Finding]:
    """Look at one subject's chain in order of its numbers; only the links, the hashes have been seen."""
    cursor.execute(_OF_SUBJECTS, [[UUID(bytes=subject)]])
    seq_before, hash_before = 0, b""
    for subject_id, entry_id, seq, prev, digest in cursor.fetchall():
        if seq != seq_before + 1 or bytes(prev) != hash_before:
            yield Finding("chain.link", subject_id, entry_id, seq)
        seq_before, hash_before = seq, bytes(digest)
    found.ends[subject] = (seq_before + 1).to_bytes(4, "big") + b"\x20" + hash_before


def _ends_elsewhere(
    connection: BaseDatabaseWrapper, cursor: Any, ends: dict[bytes, bytes]
) -> Iterator[Finding]:
    """Subjects whose chain does not end where they say: its tail was cut, or grew without them."""
    named = set()
    wrong = []
    for data in stream(connection, _ENDS):
        subject = bytes(data[6:22])
        named.add(subject)
        if ends.get(subject) != bytes(data[22:]):
            wrong.append(subject)
    for subject in [*wrong, *(ends.keys() - named)]:
        cursor.execute(
            "SELECT id, seq FROM engine_entry WHERE subject_id = %s ORDER BY seq DESC LIMIT 1",
            [UUID(bytes=subject)],
        )
        entry_id, seq = cursor.fetchone() or (None, 0)
        yield Finding("chain.end", UUID(bytes=subject), entry_id, seq)


def _finding(check: str, data: memoryview) -> Finding:
    row = bytes(data[6:])
    return Finding(
        check, UUID(bytes=row[8:24]), int.from_bytes(row[:8], "big"), int.from_bytes(row[24:28], "big") - 1
    )
