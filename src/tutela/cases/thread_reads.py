"""Messages as they are read: by an agency its own, by her all of hers. What they say is opened one thread at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext_noop as _

from tutela.agencies.models import Member
from tutela.engine.access import Actor, acting
from tutela.engine.models import Duty
from tutela.engine.sealing import Secret, open_
from tutela.people.identities import released
from tutela.people.keystore.store import Request

from .models import Message
from .thread_actions import WITH_HER, info
from .thread_guards import SERVE

#: The newest of a thread that are shown.
MOST = 60
#: Why the key store gave the key, as she reads it in the list of who looked.
WHY = _("To read the messages between you and us")
BY_HER = _("To read one's own messages")


@dataclass(frozen=True)
class Line:
    """One message, sealed.

    Shape    who: the name of the member who wrote it, or wrote it down for her; colleagues only
    """

    id: UUID
    agency_id: UUID
    from_her: bool
    through: str
    who: str
    roles: tuple[str, ...]
    language: str
    sent_at: datetime
    read_at: datetime | None
    read_roles: tuple[str, ...]


@dataclass(frozen=True)
class Thread:
    """All between her and one agency, newest first.

    Shape    due_at: by when she is owed an answer; None where nothing waits; words: by message, once it was opened
    """

    lines: tuple[Line, ...]
    due_at: datetime | None = None
    words: dict[UUID, str] = field(default_factory=dict, repr=False)

    @property
    def unread(self) -> int:
        """How many of hers nobody of the agency has opened."""
        return sum(line.from_her and line.read_at is None for line in self.lines)


def writes(actor: Actor) -> bool:
    """Whether this is somebody of an agency that serves people."""
    return actor.sector in SERVE and WITH_HER.admits(actor.sector, actor.roles)


def of_agency(actor: Actor, case_id: UUID) -> Thread:
    """The actor's own agency's thread with her, sealed. Empty where there is none, or it is not theirs to see."""
    with acting(actor):
        return _thread(actor, _rows(actor, case_id), case_id)


def _rows(actor: Actor, case_id: UUID) -> list[Message]:
    own = Message.objects.filter(case_id=case_id, agency_id=actor.agency_id)
    return list(own.order_by("-sent_at", "-id")[:MOST])


def _thread(actor: Actor, rows: list[Message], case_id: UUID) -> Thread:
    names = dict(Member.objects.filter(pk__in={r.member_id for r in rows}).values_list("pk", "name"))
    due = Duty.objects.filter(
        subject_id=case_id, rule="message_answered", state="open", bearer_agency_id=actor.agency_id
    )
    return Thread(
        tuple(_line(row, names.get(row.member_id, "")) for row in rows),
        due.values_list("due_at", flat=True).first(),
    )


def _line(row: Message, who: str) -> Line:
    return Line(
        row.pk, row.agency_id, row.from_her, row.through, who, tuple(row.roles), row.language, row.sent_at,
        row.read_at, tuple(row.read_roles),
    )  # fmt: skip


def opened(actor: Actor, case_id: UUID, at: datetime) -> Thread:
    """The same with its words. The key store keeps the trace first, and she reads it.

    Raises   KeyStoreDown, KeyDestroyed
    """
    with acting(actor):
        rows = _rows(actor, case_id)
        thread = _thread(actor, rows, case_id)
    sealed = [(r.pk, r.keyset_id, r.compartment, bytes(r.sealed)) for r in rows]
    return Thread(thread.lines, thread.due_at, _words(actor, case_id, sealed, WHY, at))


def _words(
    actor: Actor, case_id: UUID, sealed: list[tuple[UUID, UUID, str, bytes]], why: str, at: datetime
) -> dict[UUID, str]:
    """What messages say; one key for all that are closed alike."""
    keys: dict[tuple[UUID, str], Secret] = {}
    for _pk, keyset, compartment, _body in sealed:
        if (keyset, compartment) not in keys:
            request = Request(actor.member_id, actor.agency_id, why, case_id, compartment, at)
            keys[keyset, compartment] = released(request, keyset)
    return {
        pk: open_(keys[keyset, compartment], info(pk, compartment), body).decode()
        for pk, keyset, compartment, body in sealed
    }


def of_hers(actor: Actor, case_id: UUID, agency_id: UUID, at: datetime) -> Thread:
    """One thread as she reads it at her own door, after the second step: nobody's name, only what they do.

    Raises   KeyStoreDown, KeyDestroyed
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tutela_hers_messages(%s, %s, %s)", [actor.handle, agency_id, MOST])
        names = [column.name for column in cursor.description]
        rows: list[dict[str, Any]] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    sealed = [(r["id"], r["keyset_id"], r["compartment"], bytes(r["sealed"])) for r in rows]
    lines = tuple(
        Line(
            r["id"], agency_id, r["from_her"], r["through"], "", tuple(r["roles"]), r["language"], r["sent_at"],
            r["read_at"], tuple(r["read_roles"]),
        )
        for r in rows
    )  # fmt: skip
    return Thread(lines, None, _words(actor, case_id, sealed, BY_HER, at))


def counts_of_hers(handle: str) -> dict[UUID, tuple[int, datetime]]:
    """How many messages stand in each of her threads, and when the newest from the agency came."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT agency_id, number, newest FROM tutela_hers_threads(%s)", [handle])
        return {row[0]: (row[1], row[2]) for row in cursor.fetchall()}


def serves(sector: str | None) -> bool:
    """Whether she may write to agencies of this kind."""
    return sector in SERVE
