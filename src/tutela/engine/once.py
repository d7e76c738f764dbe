"""What an act hands over once and nobody keeps: codes to remember.

It must not enter the journal, a receipt or a log, so it is not part of what an act made. A door that can show it opens
a box round `perform`; where no box is open, it is gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

_box: ContextVar[dict[str, str] | None] = ContextVar("once", default=None)


@contextmanager
def taken() -> Iterator[dict[str, str]]:
    """What the act within hands over, by name; empty where it hands over nothing, or was sent a second time."""
    box: dict[str, str] = {}
    token = _box.set(box)
    try:
        yield box
    finally:
        _box.reset(token)


def hand_over(what: Mapping[str, str]) -> None:
    """Puts something into the open box. Called by `apply` only."""
    box = _box.get()
    if box is not None:
        box.clear()
        box.update(what)
