"""`tutela worker`: what follows acts. It moves the outbox to the job queue, runs the jobs, escalates what
is overdue and takes new entries into the journal's tree.
"""

from __future__ import annotations

import asyncio
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from tutela.doors.cli.ground import data_option, ground

ORDERLY_SECONDS = 10
LONGEST_WAIT_MS = 30_000
LEADER = 7_355_808  # the advisory lock of the one worker that keeps the rounds; any fixed number will do
ROUNDS = {
    "tutela.engine.jobs": {
        "move_outbox": 1.0,
        "sequence": 10.0,
        "escalate": 60.0,
        "ask_to_verify": 6 * 3600.0,
        "ask_to_count": 3600.0,
    },
    "tutela.cases.jobs": {"keep_board": 600.0, "give_back": 900.0},
    "tutela.people.jobs": {"keep_keys": 30.0},
    "tutela.guidelines.g02_identification.jobs": {"expire_screenings": 3600.0},
    "tutela.guidelines.g06_protection.jobs": {
        "notice_stays_over": 900.0,
        "notice_offers_over": 300.0,
        "notice_urgent_over": 300.0,
    },
    "tutela.guidelines.g08_children.jobs": {
        "notice_coming_of_age": 3600.0,
        "notice_turning_eighteen": 3600.0,
    },
    "tutela.doors.web.jobs": {"forget_drafts": 3600.0},
    "tutela.doors.web.notices": {"send": 20.0, "digest": 3600.0},
}


@dataclass
class Round:
    """Something to do every so many seconds; a failure is logged and tried again at the next round."""

    name: str
    every_seconds: float
    act: Callable[[], Any]
    due_at: float = field(default=0.0)

    def go(self, now: float) -> None:
        """Do it if it is time."""
        from django.db import close_old_connections

        from tutela.config.logs import event

        if now < self.due_at:
            return
        self.due_at = now + self.every_seconds
        try:
            self.act()
        except Exception as error:  # noqa: BLE001 - one failing round must not end the others
            event("job.failed", job=self.name, error=type(error).__name__)
            close_old_connections()


def rounds() -> list[Round]:
    """The rounds of the rooms that are there."""
    found = []
    for module, named in ROUNDS.items():
        jobs = import_module(module)
        found += [Round(name, every, getattr(jobs, name)) for name, every in named.items()]
    return found


@contextmanager
def leading() -> Iterator[Callable[[], bool]]:
    """A question, whether this worker is the one that keeps the rounds; the lock goes with the connection."""
    import psycopg

    from tutela.config import database

    connection: psycopg.Connection | None = None
    leads = False

    def is_leader() -> bool:
        nonlocal connection, leads
        try:
            if connection is None:
                connection, leads = psycopg.connect(database.urls().app, autocommit=True), False
            row = connection.execute("SELECT %s OR pg_try_advisory_lock(%s)", [leads, LEADER]).fetchone()
            leads = bool(row and row[0])  # a lock taken once is not asked for again: it would be counted
        except psycopg.Error:
            connection, leads = None, False
        return leads

    try:
        yield is_leader
    finally:
        if connection is not None:
            connection.close()


def keep_rounds(stop: threading.Event) -> None:
    """Go round until told to stop."""
    todo = rounds()
    with leading() as is_leader:
        while todo and not stop.wait(0.25):
            if is_leader():
                for each in todo:
                    each.go(time.monotonic())


def end_with_parent() -> None:
    """End for certain once whoever started this has died: an orderly end may wait for a database that is gone too."""
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(0.5)
    time.sleep(ORDERLY_SECONDS)
    os._exit(1)


async def run_jobs() -> None:
    """Run what is in the job queue until a signal comes."""
    from procrastinate.contrib.django import app

    connector: Any = app.connector
    with app.replace_connector(connector.get_worker_connector()) as working:
        async with working.open_async():
            await working.run_worker_async(concurrency=4, shutdown_graceful_timeout=8)


@click.command("worker")
@data_option
def command(data: Path | None) -> None:
    """Do the work that follows acts, until stopped.

    `demo` and `serve` start one by themselves. Several may run: jobs are shared out, and one of them keeps
    the rounds (outbox every second, the journal's tree every ten, escalations every minute). A round or job
    that fails is logged by name and tried again.
    """
    from tutela.config.logs import event

    # A round that waits for a lock fails, is logged and tried again, instead of holding up all others unseen.
    os.environ["PGOPTIONS"] = f"{os.environ.get('PGOPTIONS', '')} -c lock_timeout={LONGEST_WAIT_MS}".strip()
    with ground(data, migrated="TUTELA_STARTED" not in os.environ):
        stop = threading.Event()
        keeper = threading.Thread(target=keep_rounds, args=(stop,), name="rounds", daemon=True)
        keeper.start()
        threading.Thread(target=end_with_parent, name="end", daemon=True).start()
        event("worker.started")
        try:
            asyncio.run(run_jobs())
        finally:
            stop.set()
            keeper.join(ORDERLY_SECONDS)
            event("worker.stopped")
