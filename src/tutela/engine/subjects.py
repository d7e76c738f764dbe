"""Subjects: locking them in order, opening new ones, and finding what a room keeps about them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from .journal import Chain, Keyset, take_keyset

_models: dict[str, type[Any]] = {}


def kept_in(kind: str, model: type[Any]) -> None:
    """Registers the model that a room keeps about subjects of a kind; its primary key is the subject's id."""
    _models[kind] = model


def load(kind: str, subject_id: UUID) -> Any:
    """The room's row about a subject, or the id itself where no room keeps one."""
    model = _models.get(kind)
    return model.objects.get(pk=subject_id) if model else subject_id


def lock(cursor: Any, ids: Iterable[UUID]) -> dict[UUID, Chain]:
    """Locks subjects in the order of their ids and returns the ends of their chains; unknown ids are left out."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    cursor.execute(
        "SELECT id, kind, last_seq, head, keyset_id, publics FROM engine_subject WHERE id = ANY(%s) "
        "ORDER BY id FOR UPDATE",
        [wanted],
    )
    return {row[0]: _chain(row) for row in cursor.fetchall()}


def open_new(
    cursor: Any, subject_id: UUID, kind: str, agency_id: UUID | None, at: datetime, sealed: bool = True
) -> Chain:
    """Makes a subject and takes a keyset for it; nobody else can hold its lock yet."""
    keyset = take_keyset(subject_id) if sealed else None
    cursor.execute(
        "INSERT INTO engine_subject (id, kind, agency_id, opened_at, last_seq, head, keyset_id, publics) "
        "VALUES (%s, %s, %s, %s, 0, %s, %s, %s)",
        [
            subject_id, kind, agency_id, at, b"",
            keyset.keyset_id if keyset else None, keyset.packed() if keyset else None,
        ],
    )  # fmt: skip
    return Chain(subject_id, kind, 0, b"", keyset)


def own_chain(cursor: Any, member_id: UUID, agency_id: UUID, at: datetime) -> Chain:
    """The chain of a member's own entries, opened when it is first needed."""
    found = lock(cursor, [member_id])
    if found:
        return found[member_id]
    cursor.execute(
        "INSERT INTO engine_subject (id, kind, agency_id, opened_at, last_seq, head) "
        "VALUES (%s, 'member', %s, %s, 0, %s) ON CONFLICT DO NOTHING",
        [member_id, agency_id, at, b""],
    )
    return lock(cursor, [member_id])[member_id]


def _chain(row: Any) -> Chain:
    keyset = Keyset.unpack(row[4], row[5]) if row[4] else None
    return Chain(row[0], row[1], row[2], bytes(row[3]), keyset)
