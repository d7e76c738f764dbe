"""Erasure: the keys are destroyed, and with them everything that was closed by them; the tokens go with them.

What stays is the case's pseudonymous facts and a journal that still verifies. Copies of the key store end
with its backups (N days, no archive); until then a restored backup could bring the keys back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from . import keys
from .keystore import store
from .models import Deposit, Keyset


@dataclass(frozen=True)
class Authority:
    """Who decided the erasure, and why; it goes into the trace."""

    member_id: UUID
    agency_id: UUID
    reason: str


def erase(subject_id: UUID, authority: Authority, at: datetime) -> store.Erased:
    """Make a person unreadable for ever. Safe to repeat.

    Deposits go first: one taken in a moment later would bring a key back to life.

    Writes   Deposit (removed); in the key store: Key, BlindToken, Trace
    Raises   KeyStoreDown, NotAlone
    """
    with keys.as_engine():
        waiting, _ = Deposit.objects.filter(subject_id=subject_id).delete()
        keyset_ids = list(Keyset.objects.filter(subject_id=subject_id).values_list("id", flat=True))
    request = store.Request(
        authority.member_id, authority.agency_id, authority.reason, subject_id, "identity", at
    )
    erased = store.erase(request, keyset_ids)
    if waiting:
        keys.renew_intake(at)
    return erased
