"""Which licences may stand beside Apache-2.0, and the check that every installed package has one of them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

PERMISSIVE = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Unlicense|Zlib|PostgreSQL|HPND|CC0|Public Domain|"
    r"MPL|Mozilla",  # MPL-2.0 asks for its own files back, and no more
    re.IGNORECASE,
)
EXCEPTIONS = {
    "psycopg": "LGPL-3.0: a library that Tutela calls, unmodified, installed beside it and replaceable",
    "psycopg-binary": "as psycopg",
    "psycopg-pool": "as psycopg",
    "docxtpl": "LGPL-2.1: as psycopg; makes letters, and stands behind one small module",
    "qrcode": "BSD; its second classifier speaks of the trademark on the words 'QR code'",
}


def names(requirements: Path) -> list[str]:
    """The packages that a locked file pins."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==", requirements.read_text(), re.MULTILINE)
    return sorted({name.lower().replace("_", "-") for name in found})


def unfit(packages: dict[str, str]) -> list[str]:
    """Packages, by name and licence, whose licence does not go with Apache-2.0; unknown is unfit."""
    found = []
    for name, licence in sorted(packages.items()):
        parts = [part for part in re.split(r";|\bAND\b|\bOR\b|,", licence) if part.strip(" ()")]
        fits = bool(parts) and all(PERMISSIVE.search(part) for part in parts)
        either = " OR " in licence and any(PERMISSIVE.search(part) for part in parts)
        if not (fits or either or name in EXCEPTIONS):
            found.append(f"{name}: {licence or 'no licence given'}")
    return found


def check(requirements: Path = Path("requirements/base.txt")) -> list[str]:
    """What is wrong with the licences of the base packages, as pip-licenses reads them."""
    wanted = names(requirements)
    command = [
        str(Path(sys.executable).with_name("pip-licenses")),
        "--format=json",
        "--from=mixed",
        "--packages",
    ]
    said = subprocess.run([*command, *wanted], capture_output=True, text=True, check=True).stdout
    return unfit({row["Name"].lower().replace("_", "-"): row["License"] for row in json.loads(said)})
