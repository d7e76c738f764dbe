"""The tree against the published vectors, and its laws over trees of any size."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutela.engine import merkle

# The eight leaves and roots that Certificate Transparency implementations test against (RFC 6962 reference
# data).
LEAVES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSION = {
    (0, 1): [],
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
CONSISTENCY = {
    (1, 1): [],
    (1, 8): INCLUSION[0, 8],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): INCLUSION[1, 5][1:],
}
HASHES = [merkle.leaf_hash(leaf) for leaf in LEAVES]


@st.composite
def trees(draw: st.DrawFn, least: int = 1) -> list[bytes]:
    """Leaf hashes of a tree of up to 130 leaves, each different."""
    size = draw(st.integers(least, 130))
    salt = draw(st.integers(0, 5))
    return [merkle.leaf_hash(b"%d/%d" % (salt, number)) for number in range(size)]


def recursive_root(leaves: list[bytes]) -> bytes:
    """The definition of section 2.1.1, word for word, to judge the quick way by."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return merkle.node_hash(recursive_root(leaves[:split]), recursive_root(leaves[split:]))


def test_roots_are_the_published_ones() -> None:
    assert merkle.root_of([]).hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert [merkle.root_of(HASHES[: size + 1]).hex() for size in range(8)] == ROOTS


@pytest.mark.parametrize("at", INCLUSION)
def test_inclusion_proofs_are_the_published_ones(at: tuple[int, int]) -> None:
    index, size = at
    path = merkle.inclusion_proof(HASHES, index, size)
    assert [node.hex() for node in path] == INCLUSION[at]
    assert merkle.verify_inclusion(HASHES[index], index, size, path, bytes.fromhex(ROOTS[size - 1]))


@pytest.mark.parametrize("sizes", CONSISTENCY)
def test_consistency_proofs_are_the_published_ones(sizes: tuple[int, int]) -> None:
    old, new = sizes
    path = merkle.consistency_proof(HASHES, old, new)
    assert [node.hex() for node in path] == CONSISTENCY[sizes]
    old_root, new_root = (bytes.fromhex(ROOTS[size - 1]) for size in sizes)
    assert merkle.verify_consistency(old, new, old_root, new_root, path)


def test_the_seven_leaf_example_of_section_2_1_5() -> None:
    a, b, c, d, e, f, j = HASHES[:7]
    g, h, i = merkle.node_hash(a, b), merkle.node_hash(c, d), merkle.node_hash(e, f)
    k, l7 = merkle.node_hash(g, h), merkle.node_hash(i, j)
    assert merkle.inclusion_proof(HASHES, 0, 7) == [b, h, l7]
    assert merkle.inclusion_proof(HASHES, 3, 7) == [c, g, l7]
    assert merkle.inclusion_proof(HASHES, 4, 7) == [f, j, k]
    assert merkle.inclusion_proof(HASHES, 6, 7) == [i, k]
    assert merkle.consistency_proof(HASHES, 3, 7) == [c, d, g, l7]
    assert merkle.consistency_proof(HASHES, 4, 7) == [l7]
    assert merkle.consistency_proof(HASHES, 6, 7) == [i, j, k]


@given(trees(least=0))
def test_growing_gives_the_root_of_the_definition(leaves: list[bytes]) -> None:
    assert merkle.root_of(leaves) == recursive_root(leaves)


@given(trees(), st.data())
def test_a_tree_taken_up_again_grows_as_if_never_put_down(leaves: list[bytes], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(leaves)))
    first = merkle.CompactRange()
    for leaf in leaves[:cut]:
        first.append(leaf)
    second = merkle.CompactRange(first.size, first.peaks)
    for leaf in leaves[cut:]:
        second.append(leaf)
    assert second.root() == merkle.root_of(leaves)


@given(trees())
def test_every_leaf_is_provable_and_no_other_place_is(leaves: list[bytes]) -> None:
    size, root = len(leaves), merkle.root_of(leaves)
    for index, leaf in enumerate(leaves):
        path = merkle.inclusion_proof(leaves, index, size)
        assert merkle.verify_inclusion(leaf, index, size, path, root)
        assert not merkle.verify_inclusion(leaf, (index + 1) % size, size, path, root) or size == 1
        assert not merkle.verify_inclusion(merkle.leaf_hash(b"other"), index, size, path, root)


@given(trees(), st.data())
def test_any_two_sizes_are_consistent(leaves: list[bytes], data: st.DataObject) -> None:
    new = data.draw(st.integers(1, len(leaves)))
    old = data.draw(st.integers(1, new))
    path = merkle.consistency_proof(leaves, old, new)
    roots = merkle.root_of(leaves[:old]), merkle.root_of(leaves[:new])
    assert merkle.verify_consistency(old, new, *roots, path)


@given(trees(least=2), st.data())
def test_a_changed_past_is_never_consistent(leaves: list[bytes], data: st.DataObject) -> None:
    old = data.draw(st.integers(1, len(leaves) - 1))
    changed = data.draw(st.integers(0, old - 1))
    old_root = merkle.root_of(leaves[:old])
    rewritten = list(leaves)
    rewritten[changed] = merkle.leaf_hash(b"rewritten")
    path = merkle.consistency_proof(rewritten, old, len(leaves))
    assert not merkle.verify_consistency(old, len(leaves), old_root, merkle.root_of(rewritten), path)


@given(trees(least=2), st.data())
def test_a_proof_with_one_bit_changed_fails(leaves: list[bytes], data: st.DataObject) -> None:
    size, root = len(leaves), merkle.root_of(leaves)
    index = data.draw(st.integers(0, size - 1))
    path = merkle.inclusion_proof(leaves, index, size)
    node = data.draw(st.integers(0, len(path) - 1))
    bent = bytearray(path[node])
    bent[data.draw(st.integers(0, 31))] ^= 1 << data.draw(st.integers(0, 7))
    assert not merkle.verify_inclusion(
        leaves[index], index, size, [*path[:node], bytes(bent), *path[node + 1 :]], root
    )
    assert not merkle.verify_inclusion(leaves[index], index, size, path[:-1], root)
    assert not merkle.verify_inclusion(leaves[index], index, size, [*path, root], root)


@given(trees(least=3), st.data())
def test_a_consistency_proof_with_a_node_too_few_or_too_many_fails(
    leaves: list[bytes], data: st.DataObject
) -> None:
    new = len(leaves)
    old = data.draw(st.integers(1, new - 1))
    path = merkle.consistency_proof(leaves, old, new)
    roots = merkle.root_of(leaves[:old]), merkle.root_of(leaves)
    assert not merkle.verify_consistency(old, new, *roots, path[:-1])
    assert not merkle.verify_consistency(old, new, *roots, [*path, roots[1]])
    assert not merkle.verify_consistency(new, old, *roots, path)


def test_impossible_questions_are_refused() -> None:
    with pytest.raises(IndexError):
        merkle.inclusion_proof(HASHES, 8, 8)
    with pytest.raises(IndexError):
        merkle.consistency_proof(HASHES, 0, 8)
    with pytest.raises(ValueError, match="peaks"):
        merkle.CompactRange(3, [HASHES[0]])
    with pytest.raises(ValueError, match="SHA-256"):
        merkle.CompactRange(1, [b"short"])
    assert not merkle.verify_consistency(0, 8, merkle.EMPTY_ROOT, bytes.fromhex(ROOTS[7]), [])
    assert not merkle.verify_inclusion(HASHES[0], 0, 0, [], merkle.EMPTY_ROOT)
