"""The data folder of one installation and the secrets kept in it.

Everything that Tutela makes for itself on a machine (passwords of its database log-ins, keys of a demo)
is in one file of this folder, readable by its owner only. Nothing else on the machine is written to.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SECRETS = "secrets.json"


def default_folder() -> Path:
    """The folder named by TUTELA_DATA, else `.data/MODE` where the command was started."""
    mode = os.environ.get("TUTELA_MODE", "production")
    return Path(os.environ.get("TUTELA_DATA") or f".data/{mode}").absolute()


@dataclass(frozen=True)
class Installation:
    """One data folder."""

    folder: Path

    @classmethod
    def at(cls, folder: Path | str | None = None) -> Installation:
        """The installation in `folder`; nothing is made until it is needed."""
        return cls(Path(folder).absolute() if folder else default_folder())

    def make(self) -> None:
        """Make the folder, closed to others; a folder that was there keeps its permissions."""
        if not self.folder.is_dir():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder alone, so that two commands started together do not both prepare it."""
        self.make()
        with (self.folder / "lock").open("w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield

    def known(self) -> dict[str, str]:
        """The secrets kept so far, by name."""
        path = self.folder / SECRETS
        if not path.exists():
            return {}
        found: dict[str, str] = json.loads(path.read_text())
        return found

    def secret(self, name: str) -> str:
        """The secret of this name (32 random bytes, URL-safe), made on first use."""
        known = self.known()
        if name not in known:
            known[name] = secrets.token_urlsafe(32)
            self._keep(known)
        return known[name]

    def remember(self, name: str, value: str) -> str:
        """Keep `value` under `name` unless something is kept there already; return what is kept."""
        known = self.known()
        if name not in known:
            known[name] = value
            self._keep(known)
        return known[name]

    def _keep(self, known: dict[str, str]) -> None:
        self.make()
        fresh = self.folder / f"{SECRETS}.{os.getpid()}"
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as handle:
            json.dump(known, handle, indent=1)
            handle.flush()
            os.fsync(handle.fileno())
        fresh.replace(self.folder / SECRETS)  # whole or not at all: a power cut never halves the secrets
