"""Deposits: what was made while the key store could not be asked, sealed so that only it can take it in.

The key store publishes the public keys of an *intake* keyset. A case opened while the store is down gets
keys made on the spot, their private halves sealed to the intake key and forgotten; a name's searchable words
travel the same way. Taken in, every person has keys of their own, so that erasing one never touches another.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tutela.engine.sealing import Secret, binding, open_, seal

from .apps import ALIAS
from .models import Key
from .store import alone, committed, unwrapped, wrapped_row
from .tokens import keep_words, token_key
from .wrapping import wrapper

KEYSET, WORDS = "keyset", "words"
COMPARTMENT = "identity"


@dataclass(frozen=True)
class Deposit:
    """One sealed thing for the key store.

    Shape    kind: keyset or words; intake_id: the keyset that it is sealed to
    """

    kind: str
    subject_id: UUID
    intake_id: UUID
    sealed: bytes


def deposit_keyset(
    intake_id: UUID,
    publics: Mapping[str, bytes],
    subject_id: UUID,
    keyset_id: UUID,
    privates: Mapping[str, Secret],
) -> Deposit:
    """The private keys of a keyset made outside, sealed to the intake key."""
    keys = {name: base64.b64encode(secret.reveal()).decode() for name, secret in privates.items()}
    content = {"keyset": str(keyset_id), "keys": keys}
    return _sealed(KEYSET, intake_id, publics, subject_id, content)


def deposit_words(
    intake_id: UUID, publics: Mapping[str, bytes], subject_id: UUID, words: Sequence[tuple[str, str]]
) -> Deposit:
    """A person's searchable words, sealed to the intake key."""
    return _sealed(WORDS, intake_id, publics, subject_id, {"words": sorted(words)})


def take_in(deposits: Sequence[Deposit]) -> int:
    """Take deposits into the key store, all or none; what was taken in before changes nothing.

    Raises   KeyStoreDown, NotAlone, SealBroken, KeyDestroyed
    """
    with alone() as connection, committed(connection):
        wraps = wrapper()
        intake = {each: unwrapped(each, COMPARTMENT) for each in {deposit.intake_id for deposit in deposits}}
        rows: list[Key] = []
        for deposit in deposits:
            info = _info(deposit.kind, deposit.subject_id)
            content = json.loads(open_(intake[deposit.intake_id], info, deposit.sealed))
            if deposit.kind == WORDS:
                words = [(kind, text) for kind, text in content["words"]]
                keep_words(token_key(), deposit.subject_id, words)
                continue
            keyset_id = UUID(content["keyset"])
            for compartment, private in content["keys"].items():
                rows.append(wrapped_row(wraps, keyset_id, compartment, Secret(base64.b64decode(private))))
        Key.objects.using(ALIAS).bulk_create(rows, ignore_conflicts=True, batch_size=1000)
    return len(deposits)


def retire(intake_id: UUID, at: datetime) -> None:
    """Destroy an intake keyset: deposits in old backups of the other database stay shut from now on."""
    with alone() as connection, committed(connection):
        living = Key.objects.using(ALIAS).filter(keyset_id=intake_id, destroyed_at=None)
        living.update(wrapped_private=None, destroyed_at=at)


def _sealed(
    kind: str, intake_id: UUID, publics: Mapping[str, bytes], subject_id: UUID, content: Mapping[str, object]
) -> Deposit:
    words = json.dumps(content, ensure_ascii=False).encode()
    sealed = seal(publics[COMPARTMENT], _info(kind, subject_id), words)
    return Deposit(kind=kind, subject_id=subject_id, intake_id=intake_id, sealed=sealed)


def _info(kind: str, subject_id: UUID) -> bytes:
    return binding(subject_id, COMPARTMENT, f"deposit of {kind}")
