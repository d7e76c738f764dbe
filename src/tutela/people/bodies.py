"""Words that an action sealed into its entry, opened again for a purpose; the key store keeps the trace first."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from tutela.engine.access import Actor, acting
from tutela.engine.journal import BODY_PURPOSE
from tutela.engine.models import Body, Entry
from tutela.engine.sealing import Secret, binding, open_

from .identities import released
from .keystore.store import KeyDestroyed, Request

#: So many entries are opened at a time.
PAGE = 20


@dataclass(frozen=True)
class Written:
    """What one entry says in one compartment; `content` by field, None where its key was destroyed."""

    seq: int
    action: str
    outcome: str
    occurred_at: datetime
    agency_id: UUID
    compartment: str
    content: dict[str, Any] | None


@dataclass(frozen=True)
class Page:
    """Entries that were opened, newest first, and where older ones begin; None where there are none."""

    rows: list[Written]
    before: int | None


def opened(
    actor: Actor, case_id: UUID, made: tuple[str, UUID], compartment: str, purpose: str, at: datetime
) -> dict[str, Any] | None:
    """What was sealed in one compartment of the entry that made something; None where this actor reads nothing of it.

    Shape    made: what kind of thing, and its id, as the entry names it
    Raises   KeyStoreDown, KeyDestroyed; ValueError: no purpose
    """
    kind, pk = made
    with acting(actor):
        entry = (
            Entry.objects.filter(subject_id=case_id, detail__made__contains={kind: str(pk)})
            .only("id")
            .first()
        )
        body = Body.objects.filter(entry_id=entry.pk, compartment=compartment).first() if entry else None
    if body is None:
        return None
    return _content(body, _released(actor, body, purpose, at))


def written(
    actor: Actor,
    case_id: UUID,
    purpose: str,
    at: datetime,
    *,
    seq: int | None = None,
    before: int | None = None,
) -> Page:
    """What the entries of a file say, as far as this actor reads it: one act of them, or a page of them, newest first.

    An entry may say something in several compartments. Each that is opened leaves one trace in the key store,
    before anything is given.

    Shape    seq: the entries of this one's act alone; before: entries older than this one
    Reads    Entry and Body, under row-level security
    Raises   KeyStoreDown; ValueError: no purpose
    """
    with acting(actor):
        # Words that are sealed stand with their entry; both are read as the actor, so that neither shows the other.
        found = Body.objects.filter(subject_id=case_id)
        entries = Entry.objects.filter(subject_id=case_id).defer("header", "prev", "hash")
        if seq is not None:
            entries = entries.filter(act_id__in=entries.filter(seq=seq).values("act_id"))
        elif before is not None:
            entries = entries.filter(seq__lt=before)
        rows = list(entries.filter(pk__in=found.values("entry_id")).order_by("-seq")[: PAGE + 1])
        bodies = list(found.filter(pk__in=[row.pk for row in rows[:PAGE]]))
    keys: dict[tuple[UUID, str], Secret | None] = {}
    for body in bodies:
        if (body.keyset_id, body.compartment) not in keys:
            keys[body.keyset_id, body.compartment] = _or_destroyed(actor, body, purpose, at)
    of = {row.pk: [body for body in bodies if body.pk == row.pk] for row in rows[:PAGE]}
    shown = [_written(row, body, keys) for row in rows[:PAGE] for body in of[row.pk]]
    return Page(shown, rows[PAGE - 1].seq if len(rows) > PAGE else None)


def _written(entry: Entry, body: Body, keys: dict[tuple[UUID, str], Secret | None]) -> Written:
    private = keys[body.keyset_id, body.compartment]
    return Written(
        entry.seq,
        entry.action,
        entry.outcome,
        entry.occurred_at,
        entry.agency_id,
        body.compartment,
        None if private is None else _content(body, private),
    )


def _or_destroyed(actor: Actor, body: Body, purpose: str, at: datetime) -> Secret | None:
    try:
        return _released(actor, body, purpose, at)
    except KeyDestroyed:
        return None


def _released(actor: Actor, body: Body, purpose: str, at: datetime) -> Secret:
    request = Request(actor.member_id, actor.agency_id, purpose, body.subject_id, body.compartment, at)
    return released(request, body.keyset_id)


def _content(body: Body, private: Secret) -> dict[str, Any]:
    info = binding(body.subject_id, body.compartment, BODY_PURPOSE)
    return dict(json.loads(open_(private, info, bytes(body.sealed))))
