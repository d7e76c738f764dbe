"""What follows by itself: the board's counts are made before anybody asks; a door that was opened by force is told."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from tutela.agencies.system import system
from tutela.engine import profile
from tutela.engine.perform import perform
from tutela.engine.time import frozen, system_clock
from tutela.people.keys import as_engine

from . import board_figures
from .models import WorkerFor
from .own_door_actions import ForcedToOpen
from .worker_actions import GiveBack

#: What the database puts into the outbox when the other code was given, where the person wants it told.
FORCED = "own_door.forced"


def keep_board() -> None:
    """Counts what the charts of the board are drawn from, and keeps it."""
    board_figures.keep_board(system_clock())


def give_back(now: datetime | None = None) -> int:
    """Gives people back to their own workers when the days of whoever stood in are over; returns how many.

    Writes   as `give_back`
    """
    moment = now or system_clock()
    with as_engine():
        over = WorkerFor.objects.filter(ended_at=None, until__lt=profile.current().day(moment))
        rows = list(over.exclude(covers_id=None).values_list("case_id", "pk")[:100])
    for case, row in rows:
        key = uuid.uuid5(row, "give back")
        perform(GiveBack(case=case, worker_for=row), system("clock"), key=key, clock=frozen(moment))
    return len(rows)


def told_of_force(kind: str, ids: dict[str, Any]) -> None:
    """Starts the duty to reach her on the safe line, after the answer at the door has long been given."""
    if kind == FORCED:
        key = uuid.uuid5(uuid.UUID(ids["door"]), f"forced {system_clock():%Y-%m-%dT%H}")
        perform(ForcedToOpen(case=ids["case"], own_door=ids["door"]), system("clock"), key=key)
