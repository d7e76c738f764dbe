"""Opening and ending sessions: how a member becomes an actor.

The handle is a random secret of 256 bits; the database keeps its digest only.
"""

from __future__ import annotations

import secrets
from uuid import UUID

from django.db import connection, transaction

from tutela.engine.access import Actor, NotSignedIn

from .models import Member

#: Hours that a session lasts at most; pages lock earlier.
SESSION_HOURS = 12


def open_session(member: Member, hours: int = SESSION_HOURS) -> Actor:
    """A session of this member. Raises NotSignedIn when the member is not active."""
    handle = secrets.token_urlsafe(32)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tutela_open_session(%s, %s, %s)", [handle, member.pk, hours])
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


def member_of_token(token: str) -> Member:
    """The member that an API token belongs to. Raises NotSignedIn."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tutela_token_member(%s)", [token])
        found: UUID | None = cursor.fetchone()[0]
    member = Member.objects.select_related("agency").filter(pk=found).first() if found else None
    if member is None:
        raise NotSignedIn("this token is not known, or has ended")
    return member
