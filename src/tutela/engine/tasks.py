"""Jobs of the queue. They carry ids only."""

from __future__ import annotations

from typing import Any

from procrastinate.contrib.django import app


@app.task(name="tutela.tell", queue="tutela", retry=5)
def tell(kind: str, ids: dict[str, Any]) -> None:
    """Tells whoever listens that an act was committed."""
    from .jobs import told

    told(kind, ids)


@app.task(name="tutela.verify", queue="tutela", queueing_lock="tutela.verify", lock="tutela.verify")
def verify() -> None:
    """Verifies the journal and keeps the result, which the monitor's board shows."""
    from .kept import verify_and_keep
    from .time import system_clock

    verify_and_keep(system_clock())
