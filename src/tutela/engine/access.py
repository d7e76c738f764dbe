"""Who is acting, and the one helper in which anything is read.

`acting(actor)` opens a transaction and tells the database, for that transaction only, whose session it is. Row-level
security does the rest; without it every policy is false. `perform` opens a durable transaction of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from .facts import facts, query

#: The sector that the database gives to whoever came in by her own door: no agency's, and for one subject only.
HERSELF = "person"


@dataclass(frozen=True)
class Actor:
    """A member with an open session. The handle is a secret; it is never shown.

    Shape  sector: the agency's; roles: the member's; the database decides by the handle, never by these
    """

    handle: str = field(repr=False)
    member_id: UUID
    agency_id: UUID
    sector: str
    roles: frozenset[str]

    @property
    def is_monitor(self) -> bool:
        """Whether this is the independent monitor, who reads by a role of its own."""
        return self.sector == "monitor" and "monitor" in self.roles

    @property
    def is_herself(self) -> bool:
        """Whether this is the person whom the subject is about, at her own door."""
        return self.sector == HERSELF


class NotSignedIn(PermissionError):
    """The session has ended, or never was."""


@dataclass(frozen=True)
class Standing:
    """What the database says of an actor: who it is, and which of the subjects asked about are closed to it."""

    member_id: UUID
    agency_id: UUID
    sector: str
    roles: frozenset[str]
    denied: frozenset[UUID]


def standing(cursor: Any, actor: Actor, subjects: list[UUID], need: str, at: datetime) -> Standing:
    """Asks the database about an actor. Raises NotSignedIn when the session is over."""
    cursor.execute("SELECT * FROM tutela_may(%s, %s, %s, %s)", [actor.handle, subjects, need, at])
    row = cursor.fetchone()
    if row is None:
        raise NotSignedIn("the session has ended: sign in again")
    return Standing(row[0], row[1], row[2], frozenset(row[3]), frozenset(row[4]))


@facts(needs=("session", "asked"))
@dataclass(frozen=True)
class Sight:
    """Whether the actor may still touch the subjects, asked again after the lock: a grant may be cut meanwhile."""

    still: bool | None = None


query(
    Sight,
    "SELECT cardinality(m.denied) = 0 AS still "
    "FROM tutela_may(%(session)s, %(asked)s::uuid[], %(compartment)s, %(recorded)s) m",
)


@contextmanager
def acting(actor: Actor, at: datetime | None = None) -> Iterator[None]:
    """Reads as this actor. `at` is only for stories and tests, which live at another time."""
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('tutela.session', %s, true), set_config('tutela.now', %s, true)",
                [actor.handle, at.isoformat() if at else ""],
            )
            if actor.is_monitor:
                cursor.execute("SET LOCAL ROLE tutela_monitor")
        yield
