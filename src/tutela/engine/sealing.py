"""Sealing: what anyone may close for a person, and only the key store can open again.

A sealed body is HPKE (RFC 9180) to one public key: the key of one keyset and one compartment. Closing needs
no secret, so protection goes on while the key store is down. The binding (whose it is, which compartment,
what for) is part of the key derivation: a body moved to another person's file, or to another compartment,
does not open.

    version (1 byte) | encapsulated key (32 bytes) | ciphertext and tag
"""

from __future__ import annotations

import hmac
from typing import NoReturn
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

VERSION = 1
KEY_BYTES = 32
OVERHEAD = 1 + KEY_BYTES + 16
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_LABEL = b"tutela sealed body 1"


class SealBroken(ValueError):
    """A sealed body does not open: another key, another binding, another version, or changed bytes."""


class Secret:
    """Bytes that must not be shown: a blind repr, no pickling; `reveal()` is the one way to them."""

    __slots__ = ("_hidden",)

    def __init__(self, hidden: bytes) -> None:
        self._hidden = bytes(hidden)

    def reveal(self) -> bytes:
        """The bytes themselves. Whoever calls this answers for where they go."""
        return self._hidden

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and hmac.compare_digest(self._hidden, other._hidden)

    def __hash__(self) -> int:
        return id(self)

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a secret is neither pickled nor copied")


def binding(subject_id: UUID, compartment: str, purpose: str) -> bytes:
    """What a sealed body is tied to, as bytes that no two different bindings share.

    Shape    label, the subject's 16 bytes, then each text behind its length (2 bytes)
    """
    parts = [_LABEL, subject_id.bytes]
    for text in (compartment, purpose):
        words = text.encode()
        parts += [len(words).to_bytes(2, "big"), words]
    return b"".join(parts)


def new_pair() -> tuple[Secret, bytes]:
    """A new private key, and the public key that goes with it."""
    private = X25519PrivateKey.generate()
    return Secret(private.private_bytes_raw()), private.public_key().public_bytes_raw()


def public_of(private: Secret) -> bytes:
    """The public key of a private one."""
    return X25519PrivateKey.from_private_bytes(private.reveal()).public_key().public_bytes_raw()


def seal(public: bytes, info: bytes, plaintext: bytes) -> bytes:
    """Close `plaintext` to the holder of `public`, tied to `info` (see `binding`)."""
    key = X25519PublicKey.from_public_bytes(public)
    return bytes((VERSION,)) + _SUITE.encrypt(plaintext, key, info)


def open_(private: Secret, info: bytes, sealed: bytes) -> bytes:
    """What was closed by `seal` with the same `info`.

    Raises   SealBroken: never says which of the possible reasons it was, only an unknown version
    """
    if not sealed or sealed[0] != VERSION:
        raise SealBroken("this body was sealed by a version that is not known here")
    key = X25519PrivateKey.from_private_bytes(private.reveal())
    try:
        return _SUITE.decrypt(sealed[1:], key, info)
    except (InvalidTag, ValueError) as error:
        raise SealBroken("this body does not open with this key and binding") from error
