"""Jobs of the queue. They carry ids only."""

from __future__ import annotations

from typing import Any

from procrastinate.contrib.django import app


@app.task(name="tutela.tell", queue="tutela", retry=5)
def tell(kind: str, ids: dict[str, Any]) -> None:
    """Tells whoever listens that an act was committed."""
    from .jobs import told

    told(kind, ids)
