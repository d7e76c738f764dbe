"""Opening and ending sessions: how a member becomes an actor, and sees where else they are signed in.

The handle is a random secret of 256 bits; the database keeps its digest only.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from tutela.engine.access import Actor, NotSignedIn

from .models import Member

#: Hours that a session lasts at most; pages lock earlier.
SESSION_HOURS = 12


@dataclass(frozen=True)
class OpenSession:
    """One session as its owner sees it.

    Shape  id: a name for it, which opens nothing; device: a code, see `Session`
    """

    id: UUID
    device: str
    opened_at: datetime
    used_at: datetime
    is_this: bool


def open_session(member: Member, hours: int = SESSION_HOURS, device: str = "") -> Actor:
    """A session of this member. Raises NotSignedIn when the member is not active."""
    handle = secrets.token_urlsafe(32)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tutela_open_session(%s, %s, %s, %s)", [handle, member.pk, hours, device])
        if cursor.fetchone()[0] == 0:
            raise NotSignedIn("this member is not active")
    return actor_of(member, handle)


def actor_of(member: Member, handle: str) -> Actor:
    """The actor of a session that is already open; the database checks the handle at each use."""
    return Actor(handle, member.pk, member.agency_id, member.agency.sector, frozenset(member.roles))


def end_session(handle: str) -> None:
    """Ends a session; its handle opens nothing from the next statement on."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT tutela_end_session(%s)", [handle])


def sessions_of(actor: Actor) -> list[OpenSession]:
    """Where the actor is signed in: this session first, then the one used last."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tutela_sessions(%s)", [actor.handle])
        return [OpenSession(*row) for row in cursor.fetchall()]


def end_others(actor: Actor, wanted: UUID | None = None) -> int:
    """Ends one other session of the actor, or all of them; never the one that asks. Returns how many ended."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tutela_end_sessions(%s, %s)", [actor.handle, wanted])
        return int(cursor.fetchone()[0])


def member_of_token(token: str) -> Member:
    """The member that an API token belongs to. Raises NotSignedIn."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tutela_token_member(%s)", [token])
        found: UUID | None = cursor.fetchone()[0]
    member = Member.objects.select_related("agency").filter(pk=found).first() if found else None
    if member is None:
        raise NotSignedIn("this token is not known, or has ended")
    return member
