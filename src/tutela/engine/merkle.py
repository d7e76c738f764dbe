"""The Merkle tree of RFC 9162, section 2.1: hashes, roots, and proofs that a stranger can check.

Nothing here knows the journal or a database. Leaves are given as their *leaf hashes*, in order; a tree of a
million leaves grows through `CompactRange`, which keeps one hash for each bit of its size and never reads a
leaf twice.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(data: bytes) -> bytes:
    """The hash of one leaf. The leading 0x00 keeps a leaf from ever passing for an inner node."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node from its two children."""
    return sha256(b"\x01" + left + right).digest()


class CompactRange:
    """The right edge of a growing tree: the roots of its perfect subtrees, largest first.

    Shape    peaks: one hash per bit set in `size`
    """

    __slots__ = ("peaks", "size")

    def __init__(self, size: int = 0, peaks: Iterable[bytes] = ()) -> None:
        self.size = size
        self.peaks = list(peaks)
        if size < 0 or len(self.peaks) != size.bit_count():
            raise ValueError(f"a tree of {size} leaves has {size.bit_count()} peaks, not {len(self.peaks)}")
        if any(len(peak) != HASH_BYTES for peak in self.peaks):
            raise ValueError("every peak is a SHA-256 hash")

    def append(self, leaf: bytes) -> None:
        """Put one leaf hash at the right end. Costs one inner hash on average."""
        size = self.size
        while size & 1:
            leaf = node_hash(self.peaks.pop(), leaf)
            size >>= 1
        self.peaks.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        """The root over all leaves so far; the hash of nothing for an empty tree."""
        if not self.peaks:
            return EMPTY_ROOT
        result = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            result = node_hash(peak, result)
        return result


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root over these leaf hashes."""
    tree = CompactRange()
    for leaf in leaves:
        tree.append(leaf)
    return tree.root()


def inclusion_proof(leaves: Sequence[bytes], index: int, size: int) -> list[bytes]:
    """The path that shows leaf `index` in the tree of the first `size` leaves, from the bottom up.

    Raises   IndexError: there is no such leaf in a tree of that size
    """
    if not 0 <= index < size <= len(leaves):
        raise IndexError(f"no leaf {index} in a tree of {size} (of {len(leaves)} known)")
    path: list[bytes] = []
    low, high = 0, size
    while high - low > 1:
        middle = low + _split(high - low)
        if index < middle:
            path.append(root_of(_between(leaves, middle, high)))
            high = middle
        else:
            path.append(root_of(_between(leaves, low, middle)))
            low = middle
    path.reverse()
    return path


def verify_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether `path` shows that `leaf` stands at `index` under `root` (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    here, last = index, size - 1
    result = leaf
    for sibling in path:
        if last == 0:
            return False
        if here & 1 or here == last:
            result = node_hash(sibling, result)
            while not here & 1 and here:
                here, last = here >> 1, last >> 1
        else:
            result = node_hash(result, sibling)
        here, last = here >> 1, last >> 1
    return last == 0 and hmac.compare_digest(result, root)


def consistency_proof(leaves: Sequence[bytes], old: int, new: int) -> list[bytes]:
    """The nodes that show the tree of `new` leaves to be the tree of `old` leaves, only longer.

    Raises   IndexError: the sizes are not 0 < old <= new <= the leaves known
    """
    if not 0 < old <= new <= len(leaves):
        raise IndexError(f"no proof from {old} to {new} (of {len(leaves)} known)")
    path: list[bytes] = []
    low, high, target, whole = 0, new, old, True
    while target != high:
        middle = low + _split(high - low)
        if target <= middle:
            path.append(root_of(_between(leaves, middle, high)))
            high = middle
        else:
            path.append(root_of(_between(leaves, low, middle)))
            low, whole = middle, False
    if not whole:
        path.append(root_of(_between(leaves, low, high)))
    path.reverse()
    return path


def verify_consistency(old: int, new: int, old_root: bytes, new_root: bytes, path: Sequence[bytes]) -> bool:
    """Whether `path` shows that the newer tree only adds to the older one (RFC 9162, 2.1.4.2)."""
    if not 0 < old <= new:
        return False
    if old == new:
        return not path and hmac.compare_digest(old_root, new_root)
    nodes = [old_root, *path] if old & (old - 1) == 0 else list(path)
    if not nodes:
        return False
    here, last = old - 1, new - 1
    while here & 1:
        here, last = here >> 1, last >> 1
    old_result = new_result = nodes[0]
    for node in nodes[1:]:
        if last == 0:
            return False
        if here & 1 or here == last:
            old_result, new_result = node_hash(node, old_result), node_hash(node, new_result)
            while not here & 1 and here:
                here, last = here >> 1, last >> 1
        else:
            new_result = node_hash(new_result, node)
        here, last = here >> 1, last >> 1
    return (
        last == 0 and hmac.compare_digest(old_result, old_root) and hmac.compare_digest(new_result, new_root)
    )


def _split(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1


def _between(leaves: Sequence[bytes], low: int, high: int) -> Iterator[bytes]:
    return (leaves[at] for at in range(low, high))
