"""What the clock does for the monitor's board: its counts are made before anybody asks."""

from __future__ import annotations

from tutela.engine.time import system_clock

from . import board_figures


def keep_board() -> None:
    """Counts what the charts of the board are drawn from, and keeps it."""
    board_figures.keep_board(system_clock())
