"""The tree, grown anew from its leaves and held against every signed head, ours and those that others
kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper

from .findings import Finding
from .journal import stamp
from .merkle import CompactRange, leaf_hash
from .signing import fingerprint, head_message, is_signed
from .tree_models import TreeHead
from .verify_chains import stream

_LEAVES = (
    "COPY (SELECT leaf_hash || int8send(index) || uuid_send(subject_id) || int8send(seq) || entry_hash "
    "FROM engine_leaf ORDER BY index) TO STDOUT (FORMAT BINARY)"
)


@dataclass(frozen=True)
class Head:
    """A signed head as it travels: what the monitor keeps."""

    size: int
    root: bytes
    at: datetime
    key_id: str
    public: bytes
    signature: bytes

    @classmethod
    def of(cls, row: TreeHead) -> Head:
        """A head as the table holds it."""
        root, public, signature = bytes(row.root), bytes(row.public), bytes(row.signature)
        return cls(row.size, root, row.at, row.key_id, public, signature)

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> Head:
        """A head as `as_json` gave it. Raises KeyError or ValueError for anything else."""
        return cls(
            size=int(found["size"]),
            root=bytes.fromhex(found["root"]),
            at=datetime.fromisoformat(found["at"]),
            key_id=str(found["key_id"]),
            public=bytes.fromhex(found["public"]),
            signature=bytes.fromhex(found["signature"]),
        )

    def as_json(self) -> dict[str, Any]:
        """The head for programs and for keeping."""
        return {
            "size": self.size,
            "root": self.root.hex(),
            "at": stamp(self.at),
            "key_id": self.key_id,
            "public": self.public.hex(),
            "signature": self.signature.hex(),
        }


@dataclass
class Grown:
    """The tree as its leaves make it."""

    leaves: int = 0
    heads: int = 0
    findings: list[Finding] = field(default_factory=list)


def verify(
    connection: BaseDatabaseWrapper, cursor: Any, known: Collection[Head], trusted: Collection[str]
) -> Grown:
    """Grow the tree from its leaves; at the size of each head, compare; check who signed it."""
    ours = [Head.of(row) for row in TreeHead.objects.using(connection.alias).order_by("size")]
    wanted: dict[int, list[Head]] = {}
    for head in [*ours, *known]:
        wanted.setdefault(head.size, []).append(head)
    grown = Grown(heads=len(ours))
    tree = CompactRange()
    for leaf, finding in _leaves(connection):
        if finding:
            grown.findings.append(finding)
        tree.append(leaf)
        for head in wanted.pop(tree.size, ()):
            if head.root != tree.root():
                grown.findings.append(Finding("head.root", at=head.size))
    grown.leaves = tree.size
    grown.findings += [Finding("head.missing_leaves", at=size) for size in wanted]
    if tree.size > max((head.size for head in ours), default=0):
        grown.findings.append(Finding("head.unsigned_leaves", at=tree.size))
    grown.findings += _signatures([*ours, *known], trusted)
    return grown


def _leaves(connection: BaseDatabaseWrapper) -> Iterator[tuple[bytes, Finding | None]]:
    """Every leaf's hash, computed anew, with what is wrong about it."""
    place = 0
    for data in stream(connection, _LEAVES):
        row = bytes(data[6:])
        kept, index, content = row[:32], int.from_bytes(row[32:40], "big"), row[40:]
        computed = leaf_hash(content)
        finding = None
        if index != place or kept != computed:
            check = "leaf.place" if index != place else "leaf.hash"
            seq = int.from_bytes(content[16:24], "big")
            finding = Finding(check, UUID(bytes=content[:16]), None, seq, index)
        yield computed, finding
        place = index + 1


def _signatures(heads: Iterable[Head], trusted: Collection[str]) -> Iterator[Finding]:
    for head in heads:
        if fingerprint(head.public) != head.key_id or head.key_id not in trusted:
            yield Finding("head.key", at=head.size)
        elif not is_signed(head_message(head.size, head.root, head.at), head.public, head.signature):
            yield Finding("head.signature", at=head.size)
