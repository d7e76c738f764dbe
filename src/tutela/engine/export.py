"""The journal as a file that anyone can verify without Tutela, its database, or trust in either.

JSON lines: first what this is; then every signed head; then every entry, in the order of the tree, those not yet in
it last; then how many there were. A header is given as the text that was hashed; sealed bodies are not given, their
digests are in the header. `tools/tutela_verify.py` reads it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, TextIO

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from .journal import stamp
from .tree_models import TreeHead
from .verify_tree import Head

VERSION = 1
_AT_ONCE = 2000
_ENTRIES = """
SELECT l.index, e.id, e.subject_id, e.seq, e.prev, e.header, e.hash FROM engine_entry e
LEFT JOIN engine_leaf l ON l.subject_id = e.subject_id AND l.seq = e.seq ORDER BY l.index NULLS LAST, e.id
"""


def write(connection: BaseDatabaseWrapper, target: TextIO, now: datetime) -> int:
    """Write the whole journal, in one snapshot; return the number of entries.

    Reads    Entry, Leaf, TreeHead
    Raises   RuntimeError: called inside a transaction
    """
    count = 0
    for line in lines(connection, now):
        count += "entry" in line
        target.write(json.dumps(line, ensure_ascii=True, separators=(",", ":")) + "\n")
    return count


def lines(connection: BaseDatabaseWrapper, now: datetime) -> Iterator[dict[str, Any]]:
    """The lines of an export, each still to be written as JSON."""
    with transaction.atomic(using=connection.alias, durable=True), connection.cursor() as settings:
        settings.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        settings.execute("SET LOCAL ROLE tutela_engine")
        yield {"tutela": "journal", "version": VERSION, "at": stamp(now)}
        for row in TreeHead.objects.using(connection.alias).order_by("size"):
            yield {"head": Head.of(row).as_json()}
        count = 0
        with connection.connection.cursor(name="export") as cursor:
            cursor.itersize = _AT_ONCE
            cursor.execute(_ENTRIES)
            for index, entry_id, subject_id, seq, prev, header, digest in cursor:
                count += 1
                yield {
                    "entry": entry_id,
                    "leaf": index,
                    "subject": str(subject_id),
                    "seq": seq,
                    "prev": bytes(prev).hex(),
                    "header": bytes(header).decode("utf-8", "surrogateescape"),
                    "hash": bytes(digest).hex(),
                }
        yield {"end": count}
