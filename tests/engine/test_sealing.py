"""What is sealed opens for the right key and binding, and for nothing else; secrets do not show
themselves."""

from __future__ import annotations

import copy
import logging
import pickle
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutela.engine import sealing
from tutela.engine.sealing import SealBroken, Secret, binding, new_pair, open_, public_of, seal

PRIVATE, PUBLIC = new_pair()
INFO = binding(UUID(int=7), "identity", "name")


@given(st.binary(max_size=4000))
def test_what_is_sealed_opens_again(plaintext: bytes) -> None:
    sealed = seal(PUBLIC, INFO, plaintext)
    assert len(sealed) == len(plaintext) + sealing.OVERHEAD
    assert open_(PRIVATE, INFO, sealed) == plaintext


def test_the_same_words_never_seal_alike() -> None:
    assert seal(PUBLIC, INFO, b"Mei") != seal(PUBLIC, INFO, b"Mei")


@given(st.data())
def test_any_changed_byte_breaks_the_seal(data: st.DataObject) -> None:
    sealed = bytearray(seal(PUBLIC, INFO, b"where she sleeps"))
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(SealBroken):
        open_(PRIVATE, INFO, bytes(sealed))


@pytest.mark.parametrize("length", [0, 1, 32, 48])
def test_a_cut_body_breaks_the_seal(length: int) -> None:
    with pytest.raises(SealBroken):
        open_(PRIVATE, INFO, seal(PUBLIC, INFO, b"words")[:length])


def test_a_body_in_the_wrong_file_compartment_or_purpose_does_not_open() -> None:
    sealed = seal(PUBLIC, INFO, b"words")
    for other in (
        binding(UUID(int=8), "identity", "name"),
        binding(UUID(int=7), "health", "name"),
        binding(UUID(int=7), "identity", "photo"),
    ):
        with pytest.raises(SealBroken):
            open_(PRIVATE, other, sealed)


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(SealBroken):
        open_(new_pair()[0], INFO, seal(PUBLIC, INFO, b"words"))


@given(st.tuples(st.text(), st.text()), st.tuples(st.text(), st.text()))
def test_different_bindings_are_different_bytes(one: tuple[str, str], two: tuple[str, str]) -> None:
    subject = UUID(int=1)
    assert (binding(subject, *one) == binding(subject, *two)) == (one == two)


def test_the_public_key_follows_from_the_private_one() -> None:
    assert public_of(PRIVATE) == PUBLIC


def test_a_secret_shows_itself_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    marked = b"canary-" + uuid4().hex.encode()
    secret = Secret(marked)
    logging.getLogger("test").warning("%s %r %s", secret, secret, {"key": secret})
    for shown in (repr(secret), str(secret), f"{secret:>40}", repr([secret]), caplog.text):
        assert marked.decode() not in shown
    for spread in (lambda: pickle.dumps(secret), lambda: copy.copy(secret), lambda: copy.deepcopy(secret)):
        with pytest.raises(TypeError):
            spread()
    assert not hasattr(secret, "__dict__")
    assert secret == Secret(marked) != Secret(b"other")
    assert secret != marked
