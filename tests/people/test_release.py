"""No key without a trace: every way to roll back around a release is tried, and the trace stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest
from django.db import DatabaseError, connection, connections, transaction

from tests.people.conftest import AT, CASE, key_store_down
from tutela.config.database import Urls
from tutela.engine.sealing import Secret, public_of
from tutela.people.keystore import store, wrapping
from tutela.people.keystore.models import Key, Trace
from tutela.people.keystore.store import KeyDestroyed, KeyStoreDown, KeyUnknown, NotAlone, Request

pytestmark = pytest.mark.usefixtures("db_world")


def traces(urls: Urls) -> int:
    """The traces on the disk, seen by a connection of its own."""
    with psycopg.connect(urls.keys) as other:
        row = other.execute("SELECT count(*) FROM keystore_trace").fetchone()
    assert row is not None
    return int(row[0])


class Undo(Exception):
    """Thrown to roll a transaction back."""


def test_a_release_gives_the_key_of_one_compartment_and_leaves_one_trace(request_for: Request) -> None:
    [(keyset_id, publics)] = store.issue_keysets(1)
    assert public_of(store.release(request_for, keyset_id)) == publics["identity"]
    [trace] = store.traces_of(CASE)
    assert (trace.member_id, trace.agency_id, trace.purpose) == (
        request_for.member_id,
        request_for.agency_id,
        request_for.purpose,
    )
    assert (trace.at, trace.compartment, trace.keyset_id) == (AT, "identity", keyset_id)
    assert list(store.traces_of(uuid4(), [keyset_id])) == [trace]


@contextmanager
def _main_rolled_back() -> Iterator[None]:
    with pytest.raises(Undo), transaction.atomic():
        yield
        raise Undo


@contextmanager
def _main_savepoint_rolled_back() -> Iterator[None]:
    with transaction.atomic():
        point = transaction.savepoint()
        yield
        transaction.savepoint_rollback(point)


@contextmanager
def _main_marked_for_rollback() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _main_by_hand() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SAVEPOINT here")
        yield
        cursor.execute("ROLLBACK TO SAVEPOINT here")
        cursor.execute("ROLLBACK")


@contextmanager
def _main_broken() -> Iterator[None]:
    with pytest.raises(DatabaseError), transaction.atomic():
        yield
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")


@contextmanager
def _connection_lost() -> Iterator[None]:
    yield
    connections["keys"].close()
    connection.close()


@pytest.mark.parametrize(
    "around",
    [
        _main_rolled_back,
        _main_savepoint_rolled_back,
        _main_marked_for_rollback,
        _main_by_hand,
        _main_broken,
        _connection_lost,
    ],
)
def test_whatever_is_rolled_back_around_it_the_trace_stays(
    around: Callable[[], AbstractContextManager[None]], request_for: Request, db_world: Urls
) -> None:
    [(keyset_id, _)] = store.issue_keysets(1)
    with around():
        key = store.release(request_for, keyset_id)
    assert isinstance(key, Secret)
    assert traces(db_world) == 1


@contextmanager
def _keys_atomic() -> Iterator[None]:
    with transaction.atomic(using="keys"):
        yield


@contextmanager
def _keys_savepoint() -> Iterator[None]:
    with transaction.atomic(using="keys"), transaction.atomic(using="keys"):
        yield


@contextmanager
def _keys_without_autocommit() -> Iterator[None]:
    transaction.set_autocommit(False, using="keys")
    yield
    transaction.rollback(using="keys")
    transaction.set_autocommit(True, using="keys")


@contextmanager
def _keys_by_hand() -> Iterator[None]:
    with connections["keys"].cursor() as cursor:
        cursor.execute("BEGIN")
        yield
        cursor.execute("ROLLBACK")


@contextmanager
def _keys_by_hand_with_savepoint() -> Iterator[None]:
    with connections["keys"].cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SAVEPOINT here")
        yield
        cursor.execute("ROLLBACK TO SAVEPOINT here")
        cursor.execute("ROLLBACK")


@contextmanager
def _keys_in_a_failed_transaction() -> Iterator[None]:
    with connections["keys"].cursor() as cursor:
        cursor.execute("BEGIN")
        with pytest.raises(DatabaseError):
            cursor.execute("SELECT 1 / 0")
        yield
        cursor.execute("ROLLBACK")


@pytest.mark.parametrize(
    "around",
    [
        _keys_atomic,
        _keys_savepoint,
        _keys_without_autocommit,
        _keys_by_hand,
        _keys_by_hand_with_savepoint,
        _keys_in_a_failed_transaction,
    ],
)
def test_inside_a_transaction_of_the_key_store_nothing_is_given(
    around: Callable[[], AbstractContextManager[None]], request_for: Request
) -> None:
    [(keyset_id, _)] = store.issue_keysets(1)
    with around(), pytest.raises(NotAlone):
        store.release(request_for, keyset_id)
    assert public_of(store.release(request_for, keyset_id))  # afterwards it works again


def test_a_trace_that_cannot_be_written_gives_no_key(request_for: Request, db_world: Urls) -> None:
    [(keyset_id, _)] = store.issue_keysets(1)
    with psycopg.connect(db_world.keys, autocommit=True) as owner:
        owner.execute("CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'full'; END$$")
        owner.execute(
            "CREATE CONSTRAINT TRIGGER no AFTER INSERT ON keystore_trace DEFERRABLE INITIALLY DEFERRED "
            "FOR EACH ROW EXECUTE FUNCTION no()"  # fails at the commit, after the row was written
        )
    with pytest.raises(DatabaseError):
        store.release(request_for, keyset_id)
    assert traces(db_world) == 0


def test_an_asking_that_finds_no_key_is_traced_too(request_for: Request, db_world: Urls) -> None:
    with pytest.raises(KeyUnknown):
        store.release(request_for, uuid4())
    assert traces(db_world) == 1


def test_a_failure_after_the_trace_leaves_it(
    request_for: Request, db_world: Urls, monkeypatch: pytest.MonkeyPatch
) -> None:
    [(keyset_id, _)] = store.issue_keysets(1)
    with monkeypatch.context() as patch, pytest.raises(wrapping.WrongMasterKey):
        patch.setattr(wrapping.MasterKeys, "unwrap", _wrong)
        store.release(request_for, keyset_id)
    assert traces(db_world) == 1


def _wrong(*_: object) -> None:
    raise wrapping.WrongMasterKey("tried")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE keystore_trace SET purpose = 'another'",
        "DELETE FROM keystore_trace",
        "TRUNCATE keystore_trace",
        "SET session_replication_role = replica; DELETE FROM keystore_trace",
    ],
)
def test_a_trace_is_neither_changed_nor_removed(change: str, request_for: Request, db_world: Urls) -> None:
    with pytest.raises(KeyUnknown):
        store.release(request_for, uuid4())
    with (
        psycopg.connect(db_world.keys, autocommit=True) as owner,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        owner.execute(change)
    assert traces(db_world) == 1


def test_many_at_once_are_refused() -> None:
    with pytest.raises(store.BulkRefused):
        store.release_many([uuid4(), uuid4()])


@pytest.mark.parametrize("purpose", ["", "   "])
def test_an_asking_needs_a_purpose(purpose: str, request_for: Request) -> None:
    with pytest.raises(ValueError, match="purpose"):
        replace(request_for, purpose=purpose)


def test_an_asking_names_a_compartment_that_exists(request_for: Request) -> None:
    with pytest.raises(ValueError, match="compartment"):
        replace(request_for, compartment="everything")


def test_with_the_key_store_down_names_stay_shut(request_for: Request) -> None:
    [(keyset_id, _)] = store.issue_keysets(1)
    with key_store_down(), pytest.raises(KeyStoreDown, match="stay shut"):
        store.release(request_for, keyset_id)
    assert store.release(request_for, keyset_id)


def test_a_connection_cut_by_the_server_is_made_anew(request_for: Request, db_world: Urls) -> None:
    [(keyset_id, _)] = store.issue_keysets(1)
    store.release(request_for, keyset_id)
    with psycopg.connect(db_world.keys, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
                      "AND usename = current_user AND datname = current_database()")  # fmt: skip
    assert store.release(request_for, keyset_id)


def test_no_private_key_lies_in_the_store_unwrapped(request_for: Request) -> None:
    [(keyset_id, _)] = store.issue_keysets(1)
    private = store.release(request_for, keyset_id).reveal()
    assert Key.objects.count() == 8
    for wrapped in Key.objects.values_list("wrapped_private", flat=True):
        assert private not in bytes(wrapped)


def test_swapped_rows_do_not_unwrap(request_for: Request) -> None:
    [(one, _), (two, _)] = store.issue_keysets(2)
    other = Key.objects.get(keyset_id=two, compartment="identity").wrapped_private
    Key.objects.filter(keyset_id=one, compartment="identity").update(wrapped_private=other)
    with pytest.raises(wrapping.WrongMasterKey):
        store.release(request_for, one)


def test_erasing_destroys_keys_for_good_and_tells_who_did(
    request_for: Request, other_request: Request
) -> None:
    [(gone, _), (stays, _)] = store.issue_keysets(2)
    erased = store.erase(request_for, [gone])
    assert (erased.keys, erased.tokens) == (8, 0)
    with pytest.raises(KeyDestroyed):
        store.release(request_for, gone)
    assert store.release(other_request, stays)
    assert [trace.kind for trace in store.traces_of(CASE)] == ["erase", "release"]
    assert store.erase(request_for, [gone]).keys == 0
    assert not Key.objects.filter(keyset_id=gone).exclude(wrapped_private=None).exists()


def test_the_trace_keeps_the_stores_own_time_too(request_for: Request) -> None:
    [(keyset_id, _)] = store.issue_keysets(1)
    store.release(replace(request_for, at=AT - timedelta(days=900)), keyset_id)
    trace = Trace.objects.get()
    assert trace.recorded_at - trace.at > timedelta(days=800)
