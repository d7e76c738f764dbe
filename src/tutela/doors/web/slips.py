"""Nothing typed is lost when a session ends: a form carries a slip that says for whom it was made.

    slip(member_id, form, case_id, now)     goes into the form, sealed; it opens nothing and names nobody
    owner(text, form, case_id, now)         whose form came back, or None
    hold(…), held(…)                        what may not be kept on the server, sealed into the page itself

A slip is not a sign-in. All it allows is to keep what was typed with its owner's drafts, which the owner finds after
signing in again and nobody else does. What is about who a person is stays out of the drafts: it goes back, sealed, into
the page that it came from, and is gone when that page is closed.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from .drafts import KEPT_FOR, NOBODY, Typed, about, seal, unseal

#: Names under which forms bring these along.
SLIP, HELD = "_slip", "_held"
_ID = 16


def slip(member_id: UUID, form: str, case_id: UUID | None, now: datetime) -> str:
    """A slip for one form, made for one member; it is good for as long as a draft."""
    until = int((now + KEPT_FOR).timestamp())
    return _text(seal(member_id.bytes + until.to_bytes(8), _place(form, case_id)))


def owner(text: str, form: str, case_id: UUID | None, now: datetime) -> UUID | None:
    """The member for whom this form was made; None when the slip is another form's, too old, or made up."""
    plain = unseal(_bytes(text), _place(form, case_id))
    if plain is None or int.from_bytes(plain[_ID:]) < now.timestamp():
        return None
    return UUID(bytes=plain[:_ID])


def hold(member_id: UUID, form: str, case_id: UUID | None, typed: Mapping[str, list[str]]) -> str:
    """What was typed, sealed for its owner."""
    plain = {name: values for name, values in typed.items() if values}
    return _text(seal(json.dumps(plain).encode(), b"held" + about(member_id, form, case_id)))


def held(text: str, member_id: UUID, form: str, case_id: UUID | None) -> Typed | None:
    """The same again; None for anybody but its owner."""
    plain = unseal(_bytes(text), b"held" + about(member_id, form, case_id))
    return None if plain is None else json.loads(plain)


def _place(form: str, case_id: UUID | None) -> bytes:
    return b"tutela slip 1" + (case_id or NOBODY).bytes + form.encode()


def _text(sealed: bytes) -> str:
    return urlsafe_b64encode(sealed).decode()


def _bytes(text: str) -> bytes:
    try:
        return urlsafe_b64decode(text.encode())
    except (Error, ValueError):
        return b""
