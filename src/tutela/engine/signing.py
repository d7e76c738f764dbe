"""Signing the heads of the tree: Ed25519, over a short text that any program can build again."""

from __future__ import annotations

import base64
from datetime import datetime
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

from .journal import stamp

_HEAD_LABEL = "tutela tree head 1"


class Signer:
    """A signing key. Shows nothing but its fingerprint."""

    def __init__(self, seed: bytes) -> None:
        if len(seed) < 32:
            raise ValueError("a signing key starts from 32 random bytes or more")
        self._key = Ed25519PrivateKey.from_private_bytes(sha256(b"tutela signing seed 1" + seed).digest())
        self.public = self._key.public_key().public_bytes_raw()
        self.key_id = fingerprint(self.public)

    @classmethod
    def from_settings(cls) -> Signer:
        """The key of SIGNING_KEY."""
        text = str(settings.SIGNING_KEY)
        return cls(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))

    def sign(self, message: bytes) -> bytes:
        """The signature over `message`. 64 bytes."""
        return self._key.sign(message)

    def __repr__(self) -> str:
        return f"Signer({self.key_id})"


def fingerprint(public: bytes) -> str:
    """The first 32 hexadecimal digits of the SHA-256 of a public key: what people compare and trust."""
    return sha256(public).hexdigest()[:32]


def trusted_key_ids() -> frozenset[str]:
    """Fingerprints of the keys that this installation signs with, or signed with before."""
    return frozenset({Signer.from_settings().key_id, *getattr(settings, "OLD_SIGNING_KEY_IDS", ())})


def head_message(size: int, root: bytes, at: datetime) -> bytes:
    """What is signed: four lines of text."""
    return f"{_HEAD_LABEL}\n{size}\n{root.hex()}\n{stamp(at)}\n".encode()


def is_signed(message: bytes, public: bytes, signature: bytes) -> bool:
    """Whether `signature` was made over `message` with the private half of `public`."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
