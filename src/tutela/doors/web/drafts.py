"""Drafts: what somebody typed and has not sent is found again by that member, for seven days, and by nobody else.

    keep(actor, action, case_id, typed, now)    what was typed so far
    park(member_id, action, …)                  the same, when the member's session was over (see `slips`)
    found(actor, action, case_id, now)          the same again, or None
    drop(actor, action, case_id)                when it was sent, or thrown away
    kept(actor, now)                            for which forms there is one, to mark them in lists

Anything about who a person is stays out: an action that holds it keeps no draft at all, and no field of it is kept.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import connection

from tutela.engine.access import Actor, acting
from tutela.engine.actions import Action

from .models import Draft

Typed = dict[str, list[str]]

#: How long a draft waits for its author.
KEPT_FOR = timedelta(days=7)
NOBODY = UUID(int=0)
#: More than any form holds; a longer one is not kept.
LONGEST = 64_000
_NONCE = 12


@dataclass(frozen=True)
class Kept:
    """A draft as its author finds it again."""

    typed: Typed
    at: datetime


def oneself(actor: Actor) -> Actor:
    """The actor as whoever serves pages: own rows are read and written by that login, the monitor's too."""
    return replace(actor, sector="", roles=frozenset())


def is_kept(action: type[Action]) -> bool:
    """Whether a form keeps drafts: none about who the person is."""
    return "identity" not in (action.compartment, action.needs)


def keep(
    actor: Actor, action: type[Action], case_id: UUID | None, typed: Mapping[str, list[str]], now: datetime
) -> bool:
    """Keeps what was typed so far, instead of what was kept before; says whether there was something to keep."""
    sealed = _sealed(actor.member_id, action, case_id, typed)
    if sealed is None:
        return False
    row = Draft(
        member_id=actor.member_id,
        form=action.name,
        case_id=case_id or NOBODY,
        sealed=sealed,
        kept_at=now,
        expires_at=now + KEPT_FOR,
    )
    with acting(oneself(actor)):
        Draft.objects.bulk_create(
            [row],
            update_conflicts=True,
            unique_fields=["member_id", "form", "case_id"],
            update_fields=["sealed", "kept_at", "expires_at"],
        )
    return True


def park(
    member_id: UUID, action: type[Action], case_id: UUID | None, typed: Mapping[str, list[str]], now: datetime
) -> bool:
    """Keeps what was typed for a member who is not signed in (any more). It can be written so, and not read."""
    sealed = _sealed(member_id, action, case_id, typed)
    if sealed is None:
        return False
    values: list[Any] = [member_id, action.name, case_id or NOBODY, sealed, now, now + KEPT_FOR]
    with connection.cursor() as cursor:
        cursor.execute("SELECT tutela_park_draft(%s, %s, %s, %s, %s, %s)", values)
        return bool(cursor.fetchone()[0])


def found(actor: Actor, action: type[Action], case_id: UUID | None, now: datetime) -> Kept | None:
    """What the member typed and did not send; None where there is nothing, or its days are over."""
    if not is_kept(action):
        return None
    with acting(oneself(actor)):
        row = _mine(actor, action, case_id).filter(expires_at__gt=now).first()
    if row is None:
        return None
    text = unseal(bytes(row.sealed), about(actor.member_id, action.name, case_id))
    if text is None:  # the installation's key was changed: the draft is lost, and nothing else
        return None
    known = {spec.name for spec in action.specs()}
    return Kept({name: values for name, values in json.loads(text).items() if name in known}, row.kept_at)


def drop(actor: Actor, action: type[Action], case_id: UUID | None) -> None:
    """Ends a draft: it was sent, or its author threw it away."""
    if is_kept(action):
        with acting(oneself(actor)):
            _mine(actor, action, case_id).delete()


def kept(actor: Actor, now: datetime) -> frozenset[tuple[str, UUID]]:
    """(action, file) of every draft of the member; what is in them stays closed."""
    with acting(oneself(actor)):
        rows = Draft.objects.filter(member_id=actor.member_id, expires_at__gt=now)
        return frozenset(rows.values_list("form", "case_id"))


def _mine(actor: Actor, action: type[Action], case_id: UUID | None) -> Any:
    return Draft.objects.filter(member_id=actor.member_id, form=action.name, case_id=case_id or NOBODY)


def _worth_keeping(action: type[Action], typed: Mapping[str, list[str]]) -> Typed:
    closed = {spec.name for spec in action.specs() if spec.compartment == "identity"}
    return {name: list(values) for name, values in typed.items() if values and name not in closed}


def _sealed(
    member_id: UUID, action: type[Action], case_id: UUID | None, typed: Mapping[str, list[str]]
) -> bytes | None:
    plain = _worth_keeping(action, typed)
    if not plain or not is_kept(action) or len(text := json.dumps(plain).encode()) > LONGEST:
        return None
    return seal(text, about(member_id, action.name, case_id))


def about(member_id: UUID, form: str, case_id: UUID | None) -> bytes:
    """What a draft is tied to: one put in another's place does not open."""
    return b"tutela draft 1" + member_id.bytes + (case_id or NOBODY).bytes + form.encode()


def seal(text: bytes, tied_to: bytes) -> bytes:
    """Closed with the installation's key, and tied to a place."""
    nonce = os.urandom(_NONCE)
    return nonce + _cipher().encrypt(nonce, text, tied_to)


def unseal(sealed: bytes, tied_to: bytes) -> bytes | None:
    """The text again; None when the key or the place is another."""
    try:
        return _cipher().decrypt(sealed[:_NONCE], sealed[_NONCE:], tied_to)
    except (InvalidTag, ValueError):
        return None


def _cipher() -> AESGCM:
    key: Any = HKDF(hashes.SHA256(), 32, salt=None, info=b"tutela drafts 1")
    return AESGCM(key.derive(str(settings.SECRET_KEY).encode()))
