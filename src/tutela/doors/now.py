"""The time by which a door acts: the machine's. Only the story runner lives at other times."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from tutela.engine.time import Clock, frozen, system_clock

_clock: ContextVar[Clock] = ContextVar("doors_clock", default=system_clock)


def clock() -> Clock:
    """The clock to pass to `perform`. Nothing that a client sends has a say in it."""
    return _clock.get()


def told_time() -> datetime | None:
    """The time of a story that is being told; None outside of one, when the database's own time holds."""
    chosen = _clock.get()
    return None if chosen is system_clock else chosen()


@contextmanager
def living_at(at: datetime) -> Iterator[None]:
    """Acts at another time, within this process and this context only: stories and tests.

    INVARIANT: no door calls it (tests/stories/test_runner.py).
    """
    token = _clock.set(frozen(at))
    try:
        yield
    finally:
        _clock.reset(token)
