"""One sequencer, every committed entry once, in a tree that only grows and whose heads are signed."""

from __future__ import annotations

import time
from datetime import timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import transaction

from tests.engine.journals import AT, engine_cursor, entry_ids, extend, grown, tamper, write
from tutela.config.database import Urls
from tutela.engine import merkle, sequencer, subjects
from tutela.engine.sequencer import AnotherSequencer, TreeDamaged, leaf_data, sequence
from tutela.engine.signing import Signer, head_message, is_signed
from tutela.engine.tree_models import Leaf, TreeHead, TreeProgress

pytestmark = pytest.mark.usefixtures("db_world")
SIGNER = Signer(b"a seed for tests only, 32 bytes.")


def leaves() -> list[tuple[int, UUID, int, bytes]]:
    """The leaves in order: index, subject, seq, hash."""
    with engine_cursor():
        return [
            (leaf.index, leaf.subject_id, leaf.seq, bytes(leaf.leaf_hash))
            for leaf in Leaf.objects.order_by("index")
        ]


def progress() -> TreeProgress:
    with engine_cursor():
        return TreeProgress.objects.get()


def test_nothing_to_take_in_is_no_head() -> None:
    assert sequence(SIGNER, AT) is None


def test_every_entry_gets_one_dense_place_and_the_head_is_signed() -> None:
    ids = grown(3, 4)
    head = sequence(SIGNER, AT)
    assert head is not None
    found = leaves()
    assert [index for index, *_ in found] == list(range(12))
    assert {(subject, seq) for _, subject, seq, _ in found} == {(i, n) for i in ids for n in (1, 2, 3, 4)}
    assert (head.size, bytes(head.root)) == (12, merkle.root_of(leaf for *_, leaf in found))
    assert is_signed(head_message(12, bytes(head.root), AT), SIGNER.public, bytes(head.signature))
    assert not is_signed(head_message(13, bytes(head.root), AT), SIGNER.public, bytes(head.signature))
    assert head.key_id == SIGNER.key_id


def test_a_leaf_holds_its_chains_head() -> None:
    [subject] = grown(1, 2)
    sequence(SIGNER, AT)
    with engine_cursor() as cursor:
        cursor.execute("SELECT seq, hash FROM engine_entry ORDER BY seq")
        hashes = [(seq, bytes(digest)) for seq, digest in cursor.fetchall()]
    assert [leaf for *_, leaf in leaves()] == [
        merkle.leaf_hash(leaf_data(subject, seq, digest)) for seq, digest in hashes
    ]


def test_a_second_run_adds_only_what_is_new_and_the_heads_are_consistent() -> None:
    [first, *_] = grown(2, 3)
    old = sequence(SIGNER, AT)
    again = sequence(SIGNER, AT + timedelta(minutes=1))
    assert old is not None
    assert again is not None
    assert (again.size, again.at) == (old.size, old.at)
    extend(first, 5)
    new = sequence(SIGNER, AT + timedelta(minutes=2))
    assert new is not None
    assert (old.size, new.size) == (6, 11)
    hashes = [leaf for *_, leaf in leaves()]
    proof = merkle.consistency_proof(hashes, 6, 11)
    assert merkle.verify_consistency(6, 11, bytes(old.root), bytes(new.root), proof)
    assert TreeHead.objects.count() == 2


def test_batches_make_the_same_tree_as_one_run() -> None:
    grown(4, 5)
    head = sequence(SIGNER, AT, batch=3)
    assert head is not None
    assert bytes(head.root) == merkle.root_of(leaf for *_, leaf in leaves())
    assert [row.size for row in sequencer.heads()] == [3, 6, 9, 12, 15, 18, 20]


def test_an_entry_that_is_committed_late_is_not_forgotten() -> None:
    """Its id is smaller than those already in the tree: a sequencer that only looked ahead would lose it."""
    early, late = grown(2, 1)
    sequence(SIGNER, AT)
    with psycopg.connect(**_as_app()) as slow:
        slow.execute("SET ROLE tutela_engine")
        with slow.cursor() as cursor:
            write(cursor, subjects.lock(cursor, [late]), late, number=5)
            extend(early, 3)  # committed meanwhile, with larger ids
            for minutes in (1, 2, 3):
                head = sequence(SIGNER, AT + timedelta(minutes=minutes))
                assert head is not None
                assert head.size == 5
            assert progress().settled_id < max(entry_ids(early))
        slow.commit()
    head = sequence(SIGNER, AT + timedelta(minutes=4))
    assert head is not None
    assert head.size == 6
    assert leaves()[-1][1] == late
    for _ in range(300):  # a transaction open in any database of the server delays it: other tests have some
        sequence(SIGNER, AT + timedelta(minutes=5))
        if progress().settled_id == max(entry_ids(early)):
            break
        time.sleep(0.05)
    assert progress().settled_id == max(entry_ids(early))


def test_one_that_rolls_back_leaves_no_hole() -> None:
    [subject] = grown(1, 1)
    with pytest.raises(ZeroDivisionError), engine_cursor() as cursor:
        write(cursor, subjects.lock(cursor, [subject]), subject, number=5)
        raise ZeroDivisionError
    extend(subject)
    head = sequence(SIGNER, AT)
    assert head is not None
    assert [index for index, *_ in leaves()] == [0, 1]


def test_there_is_only_one_sequencer(db_world: Urls) -> None:
    grown(1, 1)
    with psycopg.connect(db_world.app) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [sequencer._LOCK])
        with pytest.raises(AnotherSequencer):
            sequence(SIGNER, AT)
    assert sequence(SIGNER, AT)


def test_it_refuses_to_run_inside_a_transaction() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        sequence(SIGNER, AT)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE engine_treehead SET peaks = ''",
        "UPDATE engine_treehead SET peaks = overlay(peaks placing '\\x00'::bytea from 1)",
        "UPDATE engine_treehead SET root = sha256('')",
        "DELETE FROM engine_leaf WHERE index = 2",
    ],
)
def test_nothing_is_added_to_a_damaged_tree(damage: str, db_world: Urls) -> None:
    [subject] = grown(1, 3)
    sequence(SIGNER, AT)
    tamper(db_world.owner, damage)
    extend(subject)
    with pytest.raises(TreeDamaged):
        sequence(SIGNER, AT)


def test_the_app_cannot_write_the_tree() -> None:
    with pytest.raises(Exception, match="permission denied"):
        Leaf.objects.create(index=0, subject_id=uuid4(), seq=1, entry_hash=b"", leaf_hash=b"")


def test_a_signer_shows_nothing_but_its_fingerprint() -> None:
    assert repr(SIGNER) == f"Signer({SIGNER.key_id})"
    assert Signer(b"a seed for tests only, 32 bytes.").key_id == SIGNER.key_id
    with pytest.raises(ValueError, match="32 random bytes"):
        Signer(b"short")


def _as_app() -> dict[str, object]:
    from django.db import connection

    given = connection.settings_dict
    named = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}
    return {key: given[name] for key, name in named.items() if given[name]}
