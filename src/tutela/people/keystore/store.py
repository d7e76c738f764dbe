"""The key store's door. Every asking leaves its trace, committed, before anything is given.

INVARIANT: no key leaves `release` without a trace that is on the disk (tests/people/test_release.py). So
`release` runs in a transaction of its own on the `keys` connection and refuses to run inside anybody else's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NoReturn
from uuid import UUID, uuid4

from django.db import InterfaceError, OperationalError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q, QuerySet
from psycopg.pq import TransactionStatus

from tutela.config.logs import event
from tutela.engine.rls import COMPARTMENTS
from tutela.engine.sealing import Secret, new_pair

from .apps import ALIAS
from .models import ERASE, RELEASE, BlindToken, Key, TokenKey, Trace
from .wrapping import ABOUT_TOKENS, Wrapper, WrongMasterKey, about_key, wrapper

__all__ = [
    "Erased",
    "KeyDestroyed",
    "KeyStoreDown",
    "KeyUnknown",
    "NotAlone",
    "Request",
    "erase",
    "issue_keysets",
    "release",
    "release_many",
    "rotate",
    "traces_of",
]


class KeyStoreDown(RuntimeError):
    """The key store does not answer: names stay shut, and protection goes on."""


class KeyUnknown(LookupError):
    """The key store holds no such key (a deposit may still be on its way)."""


class KeyDestroyed(LookupError):
    """The key was destroyed: what it closed stays closed for ever."""


class NotAlone(RuntimeError):
    """The key store was asked inside a transaction that somebody else could roll back."""


class BulkRefused(RuntimeError):
    """Keys are released one by one; a bulk release is an Act of its own."""


@dataclass(frozen=True)
class Request:
    """Who asks for which compartment of whom, and what for.

    Shape    subject_id: none for a search by name; at: the asker's clock
    """

    member_id: UUID
    agency_id: UUID
    purpose: str
    subject_id: UUID | None
    compartment: str
    at: datetime

    def __post_init__(self) -> None:
        if not self.purpose.strip():
            raise ValueError("opening an identity needs a purpose")
        if self.compartment not in COMPARTMENTS:
            raise ValueError(f"no compartment {self.compartment!r}")


@dataclass(frozen=True)
class Erased:
    """What an erasure destroyed."""

    keys: int
    tokens: int


@contextmanager
def alone() -> Iterator[BaseDatabaseWrapper]:
    """The key store's connection, with no transaction open on it.

    Raises   NotAlone: a transaction is open, or autocommit is off; KeyStoreDown: no answer
    """
    connection = connections[ALIAS]
    try:
        if _has_transaction(connection):
            raise NotAlone("the key store is asked outside any transaction on its connection")
        if connection.connection is not None and not connection.is_usable():
            connection.close()
        connection.ensure_connection()
        yield connection
    except (OperationalError, InterfaceError) as error:
        connection.close()
        event("keystore.down", error=type(error).__name__)
        raise KeyStoreDown("The key store does not answer. Names stay shut until it does.") from error


def _has_transaction(connection: BaseDatabaseWrapper) -> bool:
    """Whether anything is open that somebody could still roll back, however it was begun."""
    if connection.in_atomic_block or not connection.get_autocommit():
        return True
    if connection.connection is None:
        return False
    return connection.connection.info.transaction_status in (
        TransactionStatus.INTRANS,
        TransactionStatus.INERROR,
    )


@contextmanager
def committed(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """A transaction that is on the disk when the block ends, whatever the session was told before."""
    with transaction.atomic(using=ALIAS, durable=True), connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit TO on")
        yield


def write_trace(request: Request, kind: str, keyset_id: UUID | None) -> int:
    """Put down that this was asked; return the trace's number. The caller commits it before giving anything."""
    trace = Trace.objects.using(ALIAS).create(
        kind=kind,
        at=request.at,
        member_id=request.member_id,
        agency_id=request.agency_id,
        purpose=request.purpose,
        subject_id=request.subject_id,
        compartment=request.compartment,
        keyset_id=keyset_id,
    )
    return int(trace.pk)


def issue_keysets(n: int) -> list[tuple[UUID, dict[str, bytes]]]:
    """Make `n` keysets, keep their private keys wrapped, return each id with its public keys by compartment.

    They are committed before they are returned: a public key whose private one was rolled back would close
    for ever.

    Raises   KeyStoreDown, NotAlone
    """
    wraps = wrapper()
    issued: list[tuple[UUID, dict[str, bytes]]] = []
    rows: list[Key] = []
    for _ in range(n):
        keyset_id, publics = uuid4(), {}
        for compartment in COMPARTMENTS:
            private, publics[compartment] = new_pair()
            rows.append(wrapped_row(wraps, keyset_id, compartment, private))
        issued.append((keyset_id, publics))
    with alone() as connection, committed(connection):
        Key.objects.using(ALIAS).bulk_create(rows, batch_size=1000)
    return issued


def wrapped_row(wraps: Wrapper, keyset_id: UUID, compartment: str, private: Secret) -> Key:
    """The row of one private key, not yet saved."""
    wrapped = wraps.wrap(private, about_key(keyset_id, compartment))
    return Key(
        keyset_id=keyset_id, compartment=compartment, wrapped_private=wrapped, wrapped_by=wraps.current
    )


def release(request: Request, keyset_id: UUID) -> Secret:
    """Give out one private key of one person. The trace is committed first, also when there is no such key.

    Raises   KeyStoreDown, NotAlone, KeyUnknown, KeyDestroyed, WrongMasterKey
    """
    with alone() as connection:
        with committed(connection):
            trace_id = write_trace(request, RELEASE, keyset_id)
        try:
            private = unwrapped(keyset_id, request.compartment)
        except (KeyUnknown, KeyDestroyed, WrongMasterKey) as error:
            event("key.refused", trace_id=trace_id, reason=type(error).__name__)
            raise
    event("key.released", trace_id=trace_id)
    return private


def release_many(*anything: Any) -> NoReturn:
    """Refuses. Whoever needs many keys asks for them by an Act that the monitor sees."""
    raise BulkRefused("keys are released one by one; a bulk release is an Act of its own")


def unwrapped(keyset_id: UUID, compartment: str) -> Secret:
    """A private key in clear, inside the key store's own code only."""
    found = (
        Key.objects.using(ALIAS)
        .filter(keyset_id=keyset_id, compartment=compartment)
        .values_list("wrapped_private", "wrapped_by", "destroyed_at")
        .first()
    )
    if found is None:
        raise KeyUnknown(f"the key store holds no key {keyset_id}/{compartment}")
    wrapped, wrapped_by, destroyed_at = found
    if destroyed_at is not None:
        raise KeyDestroyed(f"the key {keyset_id}/{compartment} was destroyed")
    return wrapper().unwrap(bytes(wrapped or b""), about_key(keyset_id, compartment), wrapped_by)


def erase(request: Request, keyset_ids: Sequence[UUID]) -> Erased:
    """Destroy a person's keys and blind tokens, with a trace for each keyset; safe to repeat.

    Raises   KeyStoreDown, NotAlone
    """
    with alone() as connection, committed(connection):
        for keyset_id in keyset_ids:
            write_trace(request, ERASE, keyset_id)
        living = Key.objects.using(ALIAS).filter(keyset_id__in=keyset_ids, destroyed_at=None)
        keys = living.update(wrapped_private=None, destroyed_at=request.at)
        tokens = 0
        if request.subject_id is not None:
            tokens, _ = BlindToken.objects.using(ALIAS).filter(subject_id=request.subject_id).delete()
    return Erased(keys=keys, tokens=tokens)


def traces_of(subject_id: UUID, keyset_ids: Sequence[UUID] = ()) -> QuerySet[Trace]:
    """Every asking about a person, oldest first; by keyset too, in case one gave another subject's id."""
    about = Q(subject_id=subject_id) | Q(keyset_id__in=list(keyset_ids))
    return Trace.objects.using(ALIAS).filter(about).order_by("id")


def rotate(old: str, new: str, *, batch: int = 500) -> int:
    """Rewrap everything that master key `old` wraps under `new`, batch by batch, while the store is in use.

    Returns the number of keys rewrapped. Bodies stay as they are. The trace and the tokens stay too.

    Raises   WrongMasterKey: `new` is not the key in front, or `old` is not among the others; KeyStoreDown,
             NotAlone
    """
    wraps = wrapper()
    if new != wraps.current or not wraps.knows(old) or old == new:
        raise WrongMasterKey("to rotate, put the new master key in front and keep the old one behind it")
    done = 0
    with alone() as connection:
        while True:
            with committed(connection):
                changed = _rewrap_some(wraps, old, batch)
            done += changed
            if not changed:
                break
        with committed(connection):
            done += _rewrap_token_key(wraps, old)
    return done


def _rewrap_some(wraps: Wrapper, old: str, batch: int) -> int:
    rows = (
        Key.objects.using(ALIAS).select_for_update().filter(wrapped_by=old, destroyed_at=None).order_by("id")
    )
    some = list(rows[:batch])
    for key in some:
        about = about_key(key.keyset_id, key.compartment)
        key.wrapped_private = wraps.wrap(wraps.unwrap(bytes(key.wrapped_private or b""), about, old), about)
        key.wrapped_by = wraps.current
    Key.objects.using(ALIAS).bulk_update(some, ["wrapped_private", "wrapped_by"])
    return len(some)


def _rewrap_token_key(wraps: Wrapper, old: str) -> int:
    for row in TokenKey.objects.using(ALIAS).select_for_update().filter(wrapped_by=old):
        row.wrapped = wraps.wrap(wraps.unwrap(bytes(row.wrapped), ABOUT_TOKENS, old), ABOUT_TOKENS)
        row.wrapped_by = wraps.current
        row.save(using=ALIAS)
        return 1
    return 0
