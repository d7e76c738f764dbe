"""Wrapping: private keys lie in the key store only encrypted, under master keys that no database holds.

Master keys come from the settings MASTER_KEY and OLD_MASTER_KEYS: each is 32 random bytes or more in
URL-safe base64. The first one wraps and all of them unwrap, so that a new one can be put in front, and the
old one taken out once `rotate` is done. Another place for them (a KMS, a hardware module) is a class with
the names of `Wrapper`, set as KEY_WRAPPER.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from tutela.engine.sealing import Secret

MASTER_BYTES = 32
_NONCE_BYTES = 12
_LEAST_DISTINCT = 12  # of 32 random bytes fewer than this many different ones is less likely than 1 in 10^15


class WeakKey(ImproperlyConfigured):
    """A master key is missing or could be guessed; the software does not start."""


class WrongMasterKey(RuntimeError):
    """A wrapped key was wrapped by a master key that is not among those given."""


class Wrapper(Protocol):
    """What holds the master keys.

    Shape    current: the id of the key that wraps; about: what a wrapped key is tied to
    """

    current: str

    def knows(self, key_id: str) -> bool: ...

    def wrap(self, secret: Secret, about: bytes) -> bytes: ...

    def unwrap(self, wrapped: bytes, about: bytes, key_id: str) -> Secret: ...


class MasterKeys:
    """Master keys from the settings; AES-256-GCM. A wrapped key is nonce (12 bytes) | ciphertext and tag."""

    def __init__(self, keys: Sequence[Secret]) -> None:
        if not keys:
            raise WeakKey("TUTELA_MASTER_KEY is missing: give a key of 32 random bytes")
        self._keys = {_key_id(key): AESGCM(_derived(_strong(key))) for key in keys}
        self.current = next(iter(self._keys))

    @classmethod
    def from_settings(cls) -> MasterKeys:
        """The key of MASTER_KEY, and behind it those of OLD_MASTER_KEYS."""
        given = (getattr(settings, "MASTER_KEY", ""), *getattr(settings, "OLD_MASTER_KEYS", ()))
        return cls([_decoded(text) for text in given if text])

    def knows(self, key_id: str) -> bool:
        """Whether the key of this id can unwrap."""
        return key_id in self._keys

    def wrap(self, secret: Secret, about: bytes) -> bytes:
        """The secret, wrapped by the current key and tied to `about`."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._keys[self.current].encrypt(nonce, secret.reveal(), about)

    def unwrap(self, wrapped: bytes, about: bytes, key_id: str) -> Secret:
        """The secret again.

        Raises   WrongMasterKey: the key is not given, or these bytes were not wrapped by it for `about`
        """
        if key_id not in self._keys:
            raise WrongMasterKey(f"no master key {key_id}: put it back among TUTELA_OLD_MASTER_KEYS")
        try:
            return Secret(self._keys[key_id].decrypt(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], about))
        except InvalidTag as error:
            raise WrongMasterKey("a wrapped key was changed or moved in the key store") from error


def wrapper() -> Wrapper:
    """What wraps in this installation."""
    path = getattr(settings, "KEY_WRAPPER", "")
    found: Wrapper = import_string(path)() if path else MasterKeys.from_settings()
    return found


def about_key(keyset_id: UUID, compartment: str) -> bytes:
    """What a person's private key is tied to: swapped rows in the key store do not unwrap."""
    return b"tutela private key 1" + keyset_id.bytes + compartment.encode()


ABOUT_TOKENS = b"tutela token key 1"


def key_id_of(text: str) -> str:
    """The id of a master key as the settings give it: what `rotate` is told."""
    return _key_id(_decoded(text))


def _derived(key: Secret) -> bytes:
    return HKDF(hashes.SHA256(), MASTER_BYTES, salt=None, info=b"tutela wrapping 1").derive(key.reveal())


def _key_id(key: Secret) -> str:
    return hashlib.sha256(b"tutela master key id" + key.reveal()).hexdigest()[:16]


def _decoded(text: str) -> Secret:
    try:
        return Secret(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError) as error:
        raise WeakKey("a master key is not URL-safe base64") from error


def _strong(key: Secret) -> Secret:
    if len(key.reveal()) < MASTER_BYTES or len(set(key.reveal())) < _LEAST_DISTINCT:
        raise WeakKey("a master key is not 32 random bytes")
    return key
