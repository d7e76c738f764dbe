"""The pool of keysets: public keys issued in advance, so that a case opens even with the key store down.

An empty pool is filled on the spot if the key store is up. If it is not, keys are made here, the private
ones sealed to the intake key, and the deposit is taken in later: until then that person's names stay shut.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.db.models.functions import Now

from tutela.engine.journal import Keyset as PublicKeys
from tutela.engine.rls import COMPARTMENTS
from tutela.engine.sealing import new_pair

from .keystore import deposits, store
from .keystore.store import KeyStoreDown
from .models import Deposit, Keyset

#: How many keysets a refill on the spot makes: enough for the next cases, few enough to wait for.
ON_THE_SPOT = 16
#: How long a retired intake key is kept at least: longer than any transaction lasts.
STILL_IN_USE = timedelta(hours=1)

_TAKE = """
WITH mine AS (SELECT id, publics FROM people_keyset WHERE subject_id = %(subject)s),
     free AS (SELECT id FROM people_keyset WHERE subject_id IS NULL AND NOT intake
              AND NOT EXISTS (SELECT FROM mine) LIMIT 1 FOR UPDATE SKIP LOCKED),
     taken AS (UPDATE people_keyset k SET subject_id = %(subject)s, taken_at = now() FROM free
               WHERE k.id = free.id RETURNING k.id, k.publics)
SELECT id, publics FROM mine UNION ALL SELECT id, publics FROM taken
"""


def take_keyset(subject_id: UUID) -> PublicKeys:
    """The keyset of a new subject; the same again if it has one. Part of the caller's transaction.

    Writes   Keyset.subject_id; a Deposit when the pool is empty and the key store is down
    Raises   KeyStoreDown: it has never been up here, so that not even its intake key is known
    """
    taken = _take(subject_id)
    if taken is None:
        try:
            _add(store.issue_keysets(ON_THE_SPOT))
            taken = _take(subject_id)
        except KeyStoreDown:
            taken = None
    return taken or _make_here(subject_id)


def publics_of(subject_id: UUID) -> PublicKeys | None:
    """The public keys of a subject; None if it never took any."""
    row = Keyset.objects.filter(subject_id=subject_id).values_list("id", "publics").first()
    return PublicKeys.unpack(row[0], bytes(row[1])) if row else None


def refill(minimum: int) -> int:
    """Fill the pool up to `minimum` free keysets, see that there is an intake key, and hand in what waits.

    Returns the number of keysets issued. Run at the start and from time to time.

    Raises   KeyStoreDown, NotAlone
    """
    hand_in()
    with as_engine():
        missing = max(0, minimum - Keyset.objects.filter(subject_id=None, intake=False).count())
    for start in range(0, missing, 500):
        issued = store.issue_keysets(min(500, missing - start))
        with as_engine():
            _add(issued)
    return missing


def hand_in() -> int:
    """Hand every waiting deposit to the key store, which takes each once; return how many there were.

    Raises   KeyStoreDown, NotAlone: the deposits stay where they are
    """
    with as_engine():
        _ensure_intake()
        waiting = list(Deposit.objects.select_for_update(skip_locked=True).order_by("id"))
        if waiting:
            deposits.take_in(
                [deposits.Deposit(d.kind, d.subject_id, d.intake_id, bytes(d.sealed)) for d in waiting]
            )
            Deposit.objects.filter(id__in=[d.id for d in waiting]).delete()
    return len(waiting)


def renew_intake(at: datetime) -> int:
    """Put a new intake key in place, and destroy those retired before to which no deposit is sealed any more.

    So a deposit in an old backup of the main database opens for nobody. A key just retired stays for an
    hour: somebody may be sealing to it right now. Returns the number destroyed. Run daily, and by an erasure.

    Raises   KeyStoreDown, NotAlone
    """
    [(keyset_id, publics)] = store.issue_keysets(1)
    with as_engine():
        Keyset.objects.filter(intake=True, retired_at=None).update(retired_at=at)
        Keyset.objects.create(id=keyset_id, publics=_packed(publics), intake=True, taken_at=at)
    hand_in()
    with as_engine():
        used = Deposit.objects.values("intake_id")
        old = Keyset.objects.filter(intake=True, retired_at__lt=at - STILL_IN_USE).exclude(id__in=used)
        destroyed = list(old.values_list("id", flat=True))
    for intake_id in destroyed:
        deposits.retire(intake_id, at)
    return len(destroyed)


def intake() -> tuple[UUID, Mapping[str, bytes]]:
    """The keyset that deposits are sealed to.

    Raises   KeyStoreDown: the key store has never been up here
    """
    row = Keyset.objects.filter(intake=True, retired_at=None).values_list("id", "publics").first()
    if row is None:
        row = _ensure_intake()
    return row[0], PublicKeys.unpack(row[0], bytes(row[1])).publics


@contextmanager
def as_engine() -> Iterator[None]:
    """A transaction in the engine's role, which may write here; inside an open one, a part of it.

    The role goes back to what it was: it would last to the end of the outer transaction, and whoever reads there as
    an actor would see every file.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        before = cursor.fetchone()[0]
        cursor.execute("SET LOCAL ROLE tutela_engine")
        yield
        if not connection.needs_rollback:  # a roll-back gives the role back by itself
            cursor.execute(f'SET LOCAL ROLE "{before}"')


def save_deposit(deposit: deposits.Deposit) -> None:
    """Keep a deposit until the key store takes it in."""
    Deposit.objects.create(
        kind=deposit.kind,
        subject_id=deposit.subject_id,
        intake_id=deposit.intake_id,
        sealed=deposit.sealed,
        recorded_at=Now(),
    )


def _take(subject_id: UUID) -> PublicKeys | None:
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, {"subject": subject_id})
        row = cursor.fetchone()
    return PublicKeys.unpack(row[0], bytes(row[1])) if row else None


def _add(issued: list[tuple[UUID, dict[str, bytes]]]) -> None:
    Keyset.objects.bulk_create([Keyset(id=each, publics=_packed(publics)) for each, publics in issued])


def _ensure_intake() -> Any:
    row = Keyset.objects.filter(intake=True, retired_at=None).values_list("id", "publics").first()
    if row is None:
        [(keyset_id, publics)] = store.issue_keysets(1)
        row = (keyset_id, _packed(publics))
        Keyset.objects.create(id=keyset_id, publics=row[1], intake=True, taken_at=Now())
    return row


def _make_here(subject_id: UUID) -> PublicKeys:
    intake_id, intake_publics = intake()
    pairs = {compartment: new_pair() for compartment in COMPARTMENTS}
    made = PublicKeys(uuid4(), {name: public for name, (_, public) in pairs.items()})
    privates = {name: private for name, (private, _) in pairs.items()}
    save_deposit(deposits.deposit_keyset(intake_id, intake_publics, subject_id, made.keyset_id, privates))
    Keyset.objects.create(id=made.keyset_id, publics=made.packed(), subject_id=subject_id, taken_at=Now())
    return made


def _packed(publics: Mapping[str, bytes]) -> bytes:
    return b"".join(publics[compartment] for compartment in COMPARTMENTS)
