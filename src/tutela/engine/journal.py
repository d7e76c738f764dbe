"""The journal: one chain of entries for each subject. An entry is a header in clear and one sealed body a compartment.

    hash = SHA-256(hash of the entry before || header)

The header is canonical JSON; it holds the digests of the bodies, so that a body can be destroyed (with its key) and
the chain still verifies. Closing a body needs only a public key, never the key store.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from . import sealing
from .rls import COMPARTMENTS

BODY_PURPOSE = "entry"


@dataclass(frozen=True)
class Keyset:
    """The public keys of one subject, by compartment."""

    keyset_id: UUID
    publics: Mapping[str, bytes]

    @classmethod
    def unpack(cls, keyset_id: UUID, packed: bytes) -> Keyset:
        """From the column of a subject: 32 bytes for each compartment, in the order of COMPARTMENTS."""
        size = sealing.KEY_BYTES
        parts = {c: bytes(packed[i * size : (i + 1) * size]) for i, c in enumerate(COMPARTMENTS)}
        return cls(keyset_id, parts)

    def packed(self) -> bytes:
        """As the column of a subject holds it."""
        return b"".join(self.publics[c] for c in COMPARTMENTS)


@dataclass(frozen=True)
class Line:
    """One entry to be written on one subject's chain."""

    subject_id: UUID
    outcome: str
    provisions: tuple[str, ...] = ()
    compartment: str = "facts"
    detail: Mapping[str, Any] = field(default_factory=dict)
    bodies: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass
class Chain:
    """The end of a subject's chain, and the keys that close its bodies. Locked by whoever holds it."""

    subject_id: UUID
    kind: str
    last_seq: int
    head: bytes
    keyset: Keyset | None


@dataclass(frozen=True)
class Moment:
    """When, who and under which act id: the same for every line of one act."""

    act_id: UUID
    action: str
    recorded_at: datetime
    occurred_at: datetime
    actor_id: UUID
    agency_id: UUID


TakeKeyset = Callable[[UUID], Keyset]
_take: list[TakeKeyset] = []


def keys_come_from(take: TakeKeyset) -> None:
    """Registers who gives a new subject its keyset (the room `people`)."""
    _take[:] = [take]


def take_keyset(subject_id: UUID) -> Keyset | None:
    """A keyset for a new subject; None where no room gives any (the engine's own tests)."""
    return _take[0](subject_id) if _take else None


def stamp(at: datetime) -> str:
    """A time as headers hold it: UTC, microseconds, Z."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def canonical(value: Mapping[str, Any]) -> bytes:
    """JSON with sorted keys and no spaces: the same content gives the same bytes."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def header_of(line: Line, moment: Moment, seq: int, digests: Mapping[str, str]) -> bytes:
    """The header's bytes."""
    return canonical(
        {
            "v": 1,
            "subject": str(line.subject_id),
            "seq": seq,
            "act": str(moment.act_id),
            "action": moment.action,
            "outcome": line.outcome,
            "provisions": list(line.provisions),
            "compartment": line.compartment,
            "occurred": stamp(moment.occurred_at),
            "recorded": stamp(moment.recorded_at),
            "actor": str(moment.actor_id),
            "agency": str(moment.agency_id),
            "detail": dict(line.detail),
            "bodies": dict(digests),
        }
    )


def chained(prev: bytes, header: bytes) -> bytes:
    """The hash of an entry. 32 bytes."""
    return hashlib.sha256(prev + header).digest()


_ENTRY_COLUMNS = (
    "recorded_at, subject_id, seq, act_id, action, outcome, provisions, compartment, occurred_at, actor_id, "
    "agency_id, detail, header, prev, hash"
)
_ENTRY_VALUES = "(" + ", ".join(["%s"] * 11) + ", %s::jsonb, %s, %s, %s)"


def write(cursor: Any, chains: Mapping[UUID, Chain], lines: Sequence[Line], moment: Moment) -> None:
    """Writes all lines of one act, their bodies, their numbers and the new ends of the chains, in one statement."""
    entries: list[Any] = []
    bodies: list[Any] = []
    for line in lines:
        chain = chains[line.subject_id]
        sealed = _sealed(chain, line)
        digests = {compartment: hashlib.sha256(body).hexdigest() for compartment, body in sealed.items()}
        seq = chain.last_seq + 1
        header = header_of(line, moment, seq, digests)
        digest = chained(chain.head, header)
        entries += [
            moment.recorded_at, line.subject_id, seq, moment.act_id, moment.action, line.outcome,
            list(line.provisions), line.compartment, moment.occurred_at, moment.actor_id, moment.agency_id,
            json.dumps(dict(line.detail)), header, chain.head, digest,
        ]  # fmt: skip
        for compartment, body in sealed.items():
            assert chain.keyset is not None  # nothing is sealed without keys
            bodies += [
                line.subject_id,
                seq,
                compartment,
                chain.keyset.keyset_id,
                body,
                hashlib.sha256(body).digest(),
            ]
        chain.last_seq, chain.head = seq, digest
    _insert(cursor, entries, bodies, {line.subject_id: chains[line.subject_id] for line in lines})


def _insert(cursor: Any, entries: list[Any], bodies: list[Any], changed: Mapping[UUID, Chain]) -> None:
    rows = ", ".join([_ENTRY_VALUES] * (len(entries) // 15))
    sql = (
        f"WITH e AS (INSERT INTO engine_entry ({_ENTRY_COLUMNS}) VALUES {rows} RETURNING id, recorded_at, "
        "subject_id, seq), q AS (INSERT INTO engine_entryseq (subject_id, seq, entry_id) "
        "SELECT subject_id, seq, id FROM e)"
    )
    params = list(entries)
    if bodies:
        values = ", ".join(["(%s::uuid, %s::int, %s, %s::uuid, %s::bytea, %s::bytea)"] * (len(bodies) // 6))
        sql += (
            ", b AS (INSERT INTO engine_body (entry_id, recorded_at, subject_id, compartment, keyset_id, sealed, "
            "digest) SELECT e.id, e.recorded_at, e.subject_id, v.compartment, v.keyset_id, v.sealed, v.digest "
            f"FROM (VALUES {values}) v (subject_id, seq, compartment, keyset_id, sealed, digest) "
            "JOIN e ON e.subject_id = v.subject_id AND e.seq = v.seq)"
        )
        params += bodies
    ends = ", ".join(["(%s::uuid, %s::int, %s::bytea)"] * len(changed))
    sql += (
        f" UPDATE engine_subject s SET last_seq = v.seq, head = v.head FROM (VALUES {ends}) v (id, seq, head) "
        "WHERE s.id = v.id"
    )
    for chain in changed.values():
        params += [chain.subject_id, chain.last_seq, chain.head]
    cursor.execute(sql, params)


def _sealed(chain: Chain, line: Line) -> dict[str, bytes]:
    if chain.keyset is None:
        return {}
    return {
        compartment: sealing.seal(
            chain.keyset.publics[compartment],
            sealing.binding(line.subject_id, compartment, BODY_PURPOSE),
            canonical(content),
        )
        for compartment, content in line.bodies.items()
        if content
    }
