"""Several people at once: threads with connections of their own, stopped and let go where a test wants them."""

from __future__ import annotations

import functools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connections

from tutela.config.database import Urls
from tutela.engine.actions import Action

PATIENCE = 20


class Somebody(threading.Thread):
    """One call in a thread of its own. `answer()` waits for it, and raises what it raised."""

    def __init__(self, call: Callable[[], Any], start: threading.Barrier | None = None) -> None:
        super().__init__(daemon=True)
        self._call, self._start, self._answer, self._error = call, start, None, None
        self.start()

    def run(self) -> None:
        try:
            if self._start is not None:
                self._start.wait(PATIENCE)
            self._answer = self._call()
        except BaseException as error:  # noqa: BLE001  # given to whoever asks for the answer
            self._error = error
        finally:
            connections.close_all()

    def answer(self) -> Any:
        self.join(PATIENCE)
        assert not self.is_alive(), "still waiting"
        if self._error is not None:
            raise self._error
        return self._answer


def together(*calls: Callable[[], Any]) -> list[Any]:
    """All of them at the same moment; their answers in order."""
    barrier = threading.Barrier(len(calls))
    everybody = [Somebody(call, barrier) for call in calls]
    return [each.answer() for each in everybody]


@contextmanager
def halted(monkeypatch: Any, action: type[Action]) -> Iterator[tuple[threading.Event, threading.Event]]:
    """The first `apply` of this action stops, its locks held, until let go: yields (reached, go_on)."""
    reached, go_on = threading.Event(), threading.Event()
    whole = action.apply

    @functools.wraps(whole)
    def halting(self: Any, *given: Any, **named: Any) -> Any:
        if not reached.is_set():
            reached.set()
            assert go_on.wait(PATIENCE)
        return whole(self, *given, **named)

    monkeypatch.setattr(action, "apply", halting)
    try:
        yield reached, go_on
    finally:
        go_on.set()


def waiting_locks(urls: Urls) -> int:
    """How many locks somebody in this database waits for, as the database itself says."""
    with psycopg.connect(urls.admin, autocommit=True) as admin:
        row = admin.execute(
            "SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid) "
            "WHERE NOT l.granted AND a.datname = %s",
            [psycopg.conninfo.conninfo_to_dict(urls.app)["dbname"]],
        ).fetchone()
    assert row is not None
    return int(row[0])


def until_somebody_waits(urls: Urls) -> None:
    """Returns once a lock is waited for."""
    give_up = time.monotonic() + PATIENCE
    while not waiting_locks(urls):
        assert time.monotonic() < give_up, "nobody waits"
        time.sleep(0.01)
