"""The installation's own keys, and the refusal to start without good ones.

    TUTELA_SECRET_KEY    signs sessions and forms
    TUTELA_MASTER_KEY    wraps each person's key; never in the database
    TUTELA_SIGNING_KEY   seed of the key that signs the journal's tree heads

Each is 32 random bytes or more in URL-safe base64, also accepted as a file (`TUTELA_MASTER_KEY_FILE`).
While a master key is being changed, TUTELA_OLD_MASTER_KEYS holds the old ones (comma between): they unwrap,
never wrap. A demo keeps keys of its own in its data folder; production never makes any.
"""

from __future__ import annotations

import base64
import binascii
import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from tutela.config.installation import Installation

NAMES = ("SECRET_KEY", "MASTER_KEY", "SIGNING_KEY")
MAKE_ONE = "python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"


class Key(str):
    """A key in URL-safe base64 that does not show itself when printed for inspection."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Key(…)"

    def octets(self) -> bytes:
        """The key's bytes: (32 or more,)."""
        return base64.urlsafe_b64decode(self + "=" * (-len(self) % 4))


def of_demo(installation: Installation) -> dict[str, Key]:
    """Keys kept in the data folder of a demo, made on first use."""
    return {name: Key(installation.secret(name.lower())) for name in NAMES}


def of_tests() -> dict[str, Key]:
    """The same keys in every run, so that a failing test fails again."""
    return {
        name: Key(base64.urlsafe_b64encode(f"for tests only: {name:<20}".encode()[:32]).decode())
        for name in NAMES
    }


def of_production() -> dict[str, Key]:
    """Keys from the environment.

    Raises   ImproperlyConfigured, naming everything that is missing or weak, never the values
    """
    found = {name: from_environment(f"TUTELA_{name}") for name in NAMES}
    wrong = [f"TUTELA_{name}: {fault}" for name, key in found.items() if (fault := _fault(key))]
    given = [key for key in found.values() if key]
    if len(set(given)) < len(given):
        wrong.append("two keys are the same: each needs its own")
    if wrong:
        lines = "\n  ".join(wrong)
        raise ImproperlyConfigured(f"Tutela does not start:\n  {lines}\nMake a key with: {MAKE_ONE}")
    return {name: Key(key) for name, key in found.items()}


def old_master_keys() -> list[Key]:
    """Master keys that were changed for another one and may still be needed to unwrap.

    Raises   ImproperlyConfigured, naming what is weak, never the value
    """
    given = [Key(text) for text in from_environment("TUTELA_OLD_MASTER_KEYS").replace(",", " ").split()]
    wrong = [f"TUTELA_OLD_MASTER_KEYS: {fault}" for key in given if (fault := _fault(key))]
    if wrong:
        raise ImproperlyConfigured("Tutela does not start:\n  " + "\n  ".join(wrong))
    return given


def hosts_of_production() -> list[str]:
    """The names that the installation is reached by; an answer to any other name would help a forger.

    Raises   ImproperlyConfigured if there are none, or one is a pattern for all
    """
    found = [host.strip() for host in os.environ.get("TUTELA_HOSTS", "").split(",") if host.strip()]
    if not found or "*" in found:
        raise ImproperlyConfigured("TUTELA_HOSTS is missing: the names of this installation, comma between.")
    return found


def from_environment(name: str) -> str:
    """A value of the environment, or what stands in the file that NAME_FILE names; empty without either."""
    path = os.environ.get(f"{name}_FILE")
    return Path(path).read_text().strip() if path else os.environ.get(name, "")


def _fault(key: str) -> str:
    if not key:
        return "missing"
    try:
        octets = base64.b64decode(key + "=" * (-len(key) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return "not URL-safe base64"
    if len(octets) < 32:
        return f"too short ({len(octets)} bytes; 32 are needed)"
    if len(set(octets)) < 16:
        return "weak: the same few bytes over and over"
    return ""
