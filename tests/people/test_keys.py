"""A case can always be opened: from the pool, by a refill on the spot, or with keys made while the key store
is down."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection, connections, transaction

from tests.people.conftest import AGENCY, AT, CASE, WORKER, key_store_down
from tutela.engine.journal import Keyset as PublicKeys
from tutela.engine.rls import COMPARTMENTS
from tutela.engine.sealing import SealBroken, binding, open_, public_of, seal
from tutela.people import jobs, keys
from tutela.people.erasure import Authority, erase
from tutela.people.keystore import deposits, store, wrapping
from tutela.people.keystore.models import Key, TokenKey
from tutela.people.keystore.store import KeyDestroyed, KeyStoreDown, KeyUnknown, Request
from tutela.people.models import Deposit, Keyset

pytestmark = pytest.mark.usefixtures("db_world")
AUTHORITY = Authority(WORKER, AGENCY, "she asked for it")


def taken(subject_id: UUID) -> PublicKeys:
    """What a subject gets, as `perform` would ask for it."""
    with keys.as_engine():
        return keys.take_keyset(subject_id)


def count(**where: object) -> int:
    with keys.as_engine():
        return Keyset.objects.filter(**where).count()


def test_a_subject_takes_one_keyset_of_the_pool_and_keeps_it(request_for: Request) -> None:
    assert keys.refill(3) == 3
    mine = taken(CASE)
    assert set(mine.publics) == set(COMPARTMENTS)
    assert taken(CASE) == mine
    with keys.as_engine():
        assert keys.publics_of(CASE) == mine
        assert keys.publics_of(uuid4()) is None
    assert count(subject_id=None, intake=False) == 2
    assert public_of(store.release(request_for, mine.keyset_id)) == mine.publics["identity"]


def test_taking_is_one_statement(django_assert_num_queries: object) -> None:
    keys.refill(1)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE tutela_engine")
        with django_assert_num_queries(1):  # type: ignore[operator]  # the fixture has no public type
            keys.take_keyset(CASE)


def test_a_refill_fills_up_and_no_further() -> None:
    assert keys.refill(2) == 2
    assert keys.refill(2) == 0
    taken(CASE)
    assert keys.refill(2) == 1
    assert count(intake=True) == 1


def test_an_empty_pool_is_filled_on_the_spot() -> None:
    assert taken(CASE)
    assert count(subject_id=None, intake=False) == keys.ON_THE_SPOT - 1
    assert count(subject_id=CASE) == 1


def test_a_rolled_back_opening_gives_the_keyset_back() -> None:
    keys.refill(1)
    with keys.as_engine():
        keys.take_keyset(CASE)
        transaction.set_rollback(True)
    assert count(subject_id=None, intake=False) == 1


def test_openings_at_the_same_time_take_different_keysets_without_waiting() -> None:
    keys.refill(8)

    def one(number: int) -> UUID:
        try:
            return taken(UUID(int=1000 + number)).keyset_id
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(one, range(8)))) == 8


def test_with_the_key_store_down_a_case_opens_and_its_names_open_later(request_for: Request) -> None:
    keys.refill(0)
    with key_store_down():
        mine = taken(CASE)
        sealed = seal(mine.publics["identity"], binding(CASE, "identity", "x"), b"Mei")
    with keys.as_engine():
        assert Deposit.objects.count() == 1
    with pytest.raises(KeyUnknown):
        store.release(request_for, mine.keyset_id)
    assert keys.hand_in() == 1
    private = store.release(request_for, mine.keyset_id)
    assert open_(private, binding(CASE, "identity", "x"), sealed) == b"Mei"
    assert keys.hand_in() == 0


def test_while_it_stays_down_deposits_wait() -> None:
    keys.refill(0)
    with key_store_down():
        taken(CASE)
        with pytest.raises(KeyStoreDown):
            keys.hand_in()
    with keys.as_engine():
        assert Deposit.objects.count() == 1


def test_a_key_store_that_was_never_there_is_said() -> None:
    with key_store_down(), pytest.raises(KeyStoreDown):
        taken(CASE)


def test_a_deposit_taken_in_twice_changes_nothing() -> None:
    keys.refill(0)
    with key_store_down():
        taken(CASE)
    with keys.as_engine():
        [d] = Deposit.objects.all()
    deposit = deposits.Deposit(d.kind, d.subject_id, d.intake_id, bytes(d.sealed))
    keys.hand_in()
    before = Key.objects.count()
    deposits.take_in([deposit])
    assert Key.objects.count() == before
    with pytest.raises(SealBroken):
        deposits.take_in([replace(deposit, subject_id=uuid4())])


def test_a_deposit_shows_no_key() -> None:
    keys.refill(0)
    with key_store_down():
        mine = taken(CASE)
    with keys.as_engine():
        [d] = Deposit.objects.all()
    assert str(mine.keyset_id).encode() not in bytes(d.sealed)


def test_an_erased_person_does_not_come_back_by_a_deposit(request_for: Request) -> None:
    keys.refill(0)
    with key_store_down():
        mine = taken(CASE)
    erase(CASE, AUTHORITY, AT)
    keys.hand_in()
    with pytest.raises((KeyUnknown, KeyDestroyed)):
        store.release(request_for, mine.keyset_id)


def test_an_intake_key_is_renewed_and_the_old_one_destroyed_after_its_hour() -> None:
    keys.refill(0)
    with keys.as_engine():
        first, _ = keys.intake()
    assert keys.renew_intake(AT) == 0
    assert keys.renew_intake(AT + timedelta(hours=2)) == 1
    with pytest.raises(KeyDestroyed):
        store.unwrapped(first, "identity")
    with keys.as_engine():
        newest, _ = keys.intake()
    assert store.unwrapped(newest, "identity")


def test_erasing_one_person_leaves_the_others(request_for: Request, other_request: Request) -> None:
    mine, other = taken(CASE), taken(UUID(int=99))
    assert erase(CASE, AUTHORITY, AT).keys == len(COMPARTMENTS)
    with pytest.raises(KeyDestroyed):
        store.release(request_for, mine.keyset_id)
    assert store.release(other_request, other.keyset_id)
    assert "she asked for it" in {trace.purpose for trace in store.traces_of(CASE)}


OLD, NEW = "b2xkIG1hc3RlciBrZXkgZm9yIHRlc3RzIDEyMzQ1Njc", "bmV3IG1hc3RlciBrZXkgZm9yIHRlc3RzIDk4NzY1NDM"


@pytest.fixture
def changing(settings: object) -> Iterator[object]:
    """An installation that is about to change its master key."""
    settings.MASTER_KEY, settings.OLD_MASTER_KEYS = OLD, []  # type: ignore[attr-defined]  # set by name
    yield settings


def test_rotation_rewraps_every_key_while_the_store_is_in_use(changing: object, request_for: Request) -> None:
    issued = store.issue_keysets(3)
    old, new = wrapping.key_id_of(OLD), wrapping.key_id_of(NEW)
    changing.MASTER_KEY, changing.OLD_MASTER_KEYS = NEW, [OLD]  # type: ignore[attr-defined]  # as above
    assert store.release(request_for, issued[0][0])
    assert store.rotate(old, new, batch=5) == 24
    assert store.rotate(old, new) == 0
    assert set(Key.objects.values_list("wrapped_by", flat=True)) == {new}
    changing.OLD_MASTER_KEYS = []  # type: ignore[attr-defined]  # as above
    for keyset_id, publics in issued:
        assert public_of(store.release(request_for, keyset_id)) == publics["identity"]


def test_rotation_takes_the_key_of_the_tokens_along(changing: object) -> None:
    keys.refill(0)
    with keys.as_engine():
        intake_id, publics = keys.intake()
        keys.save_deposit(deposits.deposit_words(intake_id, publics, CASE, [("word", "mei")]))
    keys.hand_in()
    changing.MASTER_KEY, changing.OLD_MASTER_KEYS = NEW, [OLD]  # type: ignore[attr-defined]  # as above
    store.rotate(wrapping.key_id_of(OLD), wrapping.key_id_of(NEW))
    assert TokenKey.objects.get().wrapped_by == wrapping.key_id_of(NEW)


def test_a_rotation_that_would_lose_keys_is_refused(changing: object) -> None:
    store.issue_keysets(1)
    for old, new in ((OLD, NEW), (NEW, OLD), (OLD, OLD)):
        with pytest.raises(wrapping.WrongMasterKey):
            store.rotate(wrapping.key_id_of(old), wrapping.key_id_of(new))


def test_without_the_old_master_key_nothing_opens_and_it_says_what_to_do(
    changing: object, request_for: Request
) -> None:
    [(keyset_id, _)] = store.issue_keysets(1)
    changing.MASTER_KEY = NEW  # type: ignore[attr-defined]  # as above
    with pytest.raises(wrapping.WrongMasterKey, match="TUTELA_OLD_MASTER_KEYS"):
        store.release(request_for, keyset_id)


@pytest.mark.parametrize(
    "weak", ["", "c2hvcnQ", "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE", "not base64 at all!"]
)
def test_a_weak_master_key_keeps_the_software_from_starting(weak: str, settings: object) -> None:
    from tutela.people.keystore.apps import master_keys_are_strong

    settings.MASTER_KEY = weak  # type: ignore[attr-defined]  # set by name
    assert [error.id for error in master_keys_are_strong(None)] == ["keystore.E001"]
    settings.MASTER_KEY = OLD  # type: ignore[attr-defined]  # as above
    assert master_keys_are_strong(None) == []


def test_the_worker_keeps_the_pool_full_and_waits_out_a_store_that_is_down(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(jobs, "READY", 3)
    monkeypatch.setattr(jobs, "system_clock", lambda: datetime.now(UTC))
    assert jobs.keep_keys() == 3
    with key_store_down():
        taken(CASE)
        assert jobs.keep_keys() == 0
    assert jobs.keep_keys() == 1
    assert count(intake=True) == 1
    monkeypatch.setattr(jobs, "system_clock", lambda: datetime.now(UTC) + timedelta(days=2))
    jobs.keep_keys()
    assert count(intake=True, retired_at=None) == 1
    assert count(intake=True) == 2
