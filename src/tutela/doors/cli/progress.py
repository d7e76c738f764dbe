"""Telling, step by step, what a command is doing and how long it took."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console

console = Console(highlight=False, soft_wrap=True)


@contextmanager
def step(what: str) -> Iterator[list[str]]:
    """Show `what` while it is being done, then with its time; the block may append a note to the list."""
    note: list[str] = []
    begun = time.monotonic()
    if console.is_terminal:
        with console.status(what):
            yield note
    else:
        yield note
    seconds = time.monotonic() - begun
    said = f"  [dim]{'; '.join(note)}[/dim]" if note else ""
    console.print(f"[green]✓[/green] {what} [dim]{seconds:.1f} s[/dim]{said}")
