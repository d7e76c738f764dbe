"""How long `./tutela demo` takes until the sign-in page comes: the first time, and again."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def seconds() -> dict[str, float]:
    """From the command to its end with `--check`: into an empty folder, with the sample, and once more."""
    with tempfile.TemporaryDirectory(prefix="tutela-bench-") as folder:
        return {"first": _check(folder), "again": _check(folder)}


def _check(folder: str) -> float:
    environ = {**os.environ, "TUTELA_DATA": folder, "PYTHONPATH": str(ROOT / "src")}
    for name in ("TUTELA_LOG", "TUTELA_MODE", "DJANGO_SETTINGS_MODULE", "TUTELA_SAMPLE"):
        environ.pop(name, None)
    begun = time.perf_counter()
    command = [sys.executable, "-m", "tutela", "demo", "--check", "--data", folder]
    done = subprocess.run(command, env=environ, cwd=ROOT, capture_output=True, text=True, check=False)
    spent = time.perf_counter() - begun
    if done.returncode:
        raise RuntimeError(f"the demo did not start: {(done.stdout + done.stderr)[-800:]}")
    return round(spent, 1)
