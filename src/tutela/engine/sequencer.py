"""The sequencer: one at a time, it takes committed entries into the tree and signs its head.

`perform` writes each subject's own chain and nothing shared, so that acts on different cases never wait for
each other. The order across cases is made here, afterwards. A leaf holds its chain's head at that entry, so
that a chain cut short still shows.

Which entries are new? Ids are given before a commit, so a smaller id may appear after a larger one. An id
counts as *settled* once every transaction that was open when it was seen has ended.
INVARIANT: a transaction has its own number before its entries take theirs; `perform` writes its receipt
first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from .merkle import HASH_BYTES, CompactRange, leaf_hash
from .signing import Signer, head_message
from .tree_models import TreeHead

_LOCK = 7_458_206_241  # any number that nothing else in this database locks
BATCH = 20_000

_NEW = """
SELECT e.id, e.subject_id, e.seq, e.hash FROM engine_entry e
WHERE e.id > %s AND NOT EXISTS (SELECT FROM engine_leaf l WHERE l.subject_id = e.subject_id AND l.seq = e.seq)
ORDER BY e.id LIMIT %s
"""


class AnotherSequencer(RuntimeError):
    """Another sequencer is at work; there is only ever one."""


class TreeDamaged(RuntimeError):
    """The last head does not follow from what is kept beside it; nothing is added to such a tree."""


@dataclass(frozen=True)
class _Progress:
    settled_id: int
    next_id: int
    next_xid: int


def leaf_data(subject_id: UUID, seq: int, entry_hash: bytes) -> bytes:
    """A leaf before hashing: subject (16 bytes), number in its chain (8), the chain's head there (32)."""
    return subject_id.bytes + seq.to_bytes(8, "big") + entry_hash


def sequence(signer: Signer, now: datetime, *, batch: int = BATCH) -> TreeHead | None:
    """Take every committed entry not yet in the tree; return the newest head, None if there is no entry.

    Each batch is one transaction with a head of its own; a crash leaves a whole tree.

    Reads    Entry
    Writes   Leaf, TreeHead, TreeProgress
    Raises   AnotherSequencer, TreeDamaged; RuntimeError: called inside a transaction
    """
    while True:
        with transaction.atomic(durable=True), connection.cursor() as cursor:
            taken = _sequence_batch(cursor, signer, now, batch)
        if taken < batch:
            return TreeHead.objects.order_by("-size").first()


def _sequence_batch(cursor: Any, signer: Signer, now: datetime, batch: int) -> int:
    cursor.execute("SET LOCAL ROLE tutela_engine")
    cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
    if not cursor.fetchone()[0]:
        raise AnotherSequencer("another sequencer is at work")
    progress = _progress(cursor)
    # in one statement: the number is taken after the snapshot, so whoever holds a smaller entry id has a
    # smaller number
    cursor.execute(
        "SELECT coalesce(max(id), 0), pg_snapshot_xmin(pg_current_snapshot())::text::bigint, "
        "pg_current_xact_id()::text::bigint FROM engine_entry WHERE id > %s",
        [progress.settled_id],
    )
    top, oldest_open, own_xid = cursor.fetchone()
    cursor.execute(_NEW, [progress.settled_id, batch])
    rows = cursor.fetchall()
    if rows:
        tree = _tree(cursor)
        _add_leaves(cursor, tree, rows)
        _sign_head(tree, signer, now)
    reached = max(rows[-1][0] if len(rows) == batch else top, progress.settled_id)
    _settle(cursor, progress, reached, oldest_open, own_xid)
    return len(rows)


def _progress(cursor: Any) -> _Progress:
    cursor.execute("SELECT settled_id, next_id, next_xid FROM engine_treeprogress")
    row = cursor.fetchone()
    return _Progress(*row) if row else _Progress(0, 0, 0)


def _settle(cursor: Any, before: _Progress, reached: int, oldest_open: int, own_xid: int) -> None:
    """Move the settled id up to the one noted before, if nobody open then is open still; note the next."""
    waiting = before.next_id > before.settled_id
    if waiting and (oldest_open <= before.next_xid or reached < before.next_id):
        return
    settled = before.next_id if waiting else before.settled_id
    if (settled, reached) == (before.settled_id, before.next_id):
        return
    cursor.execute(
        "INSERT INTO engine_treeprogress (id, settled_id, next_id, next_xid) VALUES (1, %s, %s, %s) "
        "ON CONFLICT (id) DO UPDATE SET settled_id = excluded.settled_id, next_id = excluded.next_id, "
        "next_xid = excluded.next_xid",
        [settled, reached, own_xid],
    )


def _tree(cursor: Any) -> CompactRange:
    """The tree as the last head left it."""
    cursor.execute("SELECT size, root, peaks FROM engine_treehead ORDER BY size DESC LIMIT 1")
    row = cursor.fetchone()
    if row is None:
        return CompactRange()
    size, root, peaks = row[0], bytes(row[1]), bytes(row[2])
    try:
        tree = CompactRange(size, [peaks[at : at + HASH_BYTES] for at in range(0, len(peaks), HASH_BYTES)])
    except ValueError as error:
        raise TreeDamaged(f"the head of size {size} has lost its peaks") from error
    cursor.execute("SELECT max(index) FROM engine_leaf")
    if tree.root() != root or cursor.fetchone()[0] != size - 1:
        raise TreeDamaged(f"the head of size {size} does not follow from its peaks and leaves")
    return tree


def _add_leaves(cursor: Any, tree: CompactRange, rows: Sequence[tuple[int, UUID, int, bytes]]) -> None:
    leaves: list[tuple[int, UUID, int, bytes, bytes]] = []
    for _id, subject_id, seq, entry_hash in rows:
        leaf = leaf_hash(leaf_data(subject_id, seq, bytes(entry_hash)))
        leaves.append((tree.size, subject_id, seq, bytes(entry_hash), leaf))
        tree.append(leaf)
    cursor.execute(  # not COPY: it does not go with row-level security
        "INSERT INTO engine_leaf (index, subject_id, seq, entry_hash, leaf_hash) "
        "SELECT * FROM unnest(%s::bigint[], %s::uuid[], %s::int[], %s::bytea[], %s::bytea[])",
        [list(column) for column in zip(*leaves, strict=True)],
    )


def _sign_head(tree: CompactRange, signer: Signer, now: datetime) -> None:
    root = tree.root()
    TreeHead(
        size=tree.size,
        root=root,
        peaks=b"".join(tree.peaks),
        at=now,
        key_id=signer.key_id,
        public=signer.public,
        signature=signer.sign(head_message(tree.size, root, now)),
    ).save(force_insert=True)


def heads(since_size: int = 0) -> Iterable[TreeHead]:
    """Signed heads above a size, smallest first: what the monitor takes home."""
    return TreeHead.objects.filter(size__gt=since_size).order_by("size")
