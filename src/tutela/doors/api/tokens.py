"""From a token to an actor. A token belongs to one member; each request is that member's.

The database is asked about the token at every request, so that an ended one opens nothing from then on. The
session behind it is kept by this process for a while: opening one writes a row.
"""

from __future__ import annotations

import hashlib
import threading
import time
from dataclasses import dataclass

from django.db import connection
from django.http import HttpRequest
from ninja.security import HttpBearer

from tutela.agencies.models import Member
from tutela.agencies.sessions import member_of_token, open_session
from tutela.config.logs import event
from tutela.engine.access import Actor, NotSignedIn

SESSION_HOURS = 1
#: A kept session is left alone well before it ends.
KEPT_SECONDS = 40 * 60
KEPT_AT_MOST = 2_000


@dataclass
class _Kept:
    actor: Actor
    until: float


class Sessions:
    """Sessions of tokens, in this process."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, bytes], _Kept] = {}
        self._lock = threading.Lock()

    def actor(self, token: str, member: Member) -> Actor:
        """The actor of a token whose member was just looked up."""
        place = (str(connection.settings_dict["NAME"]), hashlib.sha256(token.encode()).digest())
        with self._lock:
            kept = self._kept.get(place)
        roles = frozenset(member.roles)
        if kept and kept.until > time.monotonic() and kept.actor.roles == roles:
            return kept.actor
        actor = open_session(member, hours=SESSION_HOURS, device="program")
        event("sign_in", member_id=member.pk, method="token")
        with self._lock:
            if len(self._kept) >= KEPT_AT_MOST:
                self._kept.clear()
            self._kept[place] = _Kept(actor, time.monotonic() + KEPT_SECONDS)
        return actor

    def forget(self) -> None:
        """Lets go of all of them: a session was found ended."""
        with self._lock:
            self._kept.clear()


sessions = Sessions()


class Token(HttpBearer):
    """`Authorization: Bearer TOKEN`."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The member's actor, or None: unknown, ended, or its member no longer active."""
        if not token or len(token) > 200 or not token.isascii():
            return None
        try:
            return sessions.actor(token, member_of_token(token))
        except NotSignedIn:
            return None


def actor_of(request: HttpRequest) -> Actor:
    """Who asks; ninja keeps what `authenticate` returned."""
    actor = request.auth  # type: ignore[attr-defined]  # ninja sets it
    assert isinstance(actor, Actor)
    return actor
