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


@app.task(name="tutela.count", queue="tutela", queueing_lock="tutela.count", lock="tutela.count")
def count() -> None:
    """Counts the figures of the whole country and keeps those that are dear."""
    from .figures_kept import keep_figures
    from .time import system_clock

    keep_figures(system_clock())
