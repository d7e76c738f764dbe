"""What follows by itself: the board's counts are made before anybody asks; a door that was opened by force is told."""

from __future__ import annotations

import uuid
from typing import Any

from tutela.agencies.system import system
from tutela.engine.perform import perform
from tutela.engine.time import system_clock

from . import board_figures
from .own_door_actions import ForcedToOpen

#: What the database puts into the outbox when the other code was given, where the person wants it told.
FORCED = "own_door.forced"


def keep_board() -> None:
    """Counts what the charts of the board are drawn from, and keeps it."""
    board_figures.keep_board(system_clock())


def told_of_force(kind: str, ids: dict[str, Any]) -> None:
    """Starts the duty to reach her on the safe line, after the answer at the door has long been given."""
    if kind == FORCED:
        key = uuid.uuid5(uuid.UUID(ids["door"]), f"forced {system_clock():%Y-%m-%dT%H}")
        perform(ForcedToOpen(case=ids["case"], own_door=ids["door"]), system("clock"), key=key)
