"""The only place that asks what time it is. Everything else is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """The machine's time, aware, in UTC."""
    return datetime.now(UTC)


def frozen(at: datetime) -> Clock:
    """A clock that stands still: for stories and for tests."""
    return lambda: at
