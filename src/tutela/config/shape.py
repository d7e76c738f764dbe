"""Whether a database has the shape that this source expects, told without asking the database."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from tutela.config import database
from tutela.config.installation import Installation

SOURCE = Path(__file__).resolve().parents[1]
SHAPES = re.compile(r"models\.Model|\brls\b|Reading\(|migrations\.Migration|CREATE |GRANT ")


def digest() -> str:
    """A digest of every source file that has a say in the shape of the databases."""
    found = hashlib.sha256()
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.sql")]):
        text = path.read_text()
        if SHAPES.search(text):
            found.update(f"{path.relative_to(SOURCE)}\0{text}\0".encode())
    return found.hexdigest()[:12]


def is_migrated(installation: Installation) -> bool:
    """Whether this very source has migrated this very database before."""
    stamp = installation.folder / "migrated"
    return stamp.exists() and stamp.read_text() == _mark(installation)


def remember_migrated(installation: Installation) -> None:
    """Note that it has."""
    (installation.folder / "migrated").write_text(_mark(installation))


def _mark(installation: Installation) -> str:
    server = database.urls(installation.folder).admin.encode()
    return f"{digest()} {hashlib.sha256(server).hexdigest()[:12]}"
