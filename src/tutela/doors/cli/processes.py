"""The processes of a running Tutela: the web server and the worker, started, watched and stopped together."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

import click

GRACE_SECONDS = 10


class Stop(Exception):
    """Somebody asked for the end: Ctrl-C, `kill`, a closed terminal."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Turn signals into `Stop` inside the block, so that everything is put away in order."""

    def handle(number: int, frame: FrameType | None) -> None:
        for each in numbers:
            signal.signal(each, signal.SIG_IGN)  # a second Ctrl-C must not interrupt the stopping
        raise Stop

    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, handle) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class Processes:
    """A group of child processes that live and die together."""

    def __init__(self, log: Path | None = None) -> None:
        self.log = log
        self.children: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self, name: str, module: str, *arguments: str, env: dict[str, str] | None = None) -> None:
        """Start `python -m module arguments`, out of the reach of the terminal's own Ctrl-C."""
        tied = [sys.executable, "-m", "tutela.doors.cli.tied", str(os.getpid())]
        command = [*tied, sys.executable, "-m", module, *arguments]
        with ExitStack() as stack:
            log = stack.enter_context(self.log.open("ab")) if self.log else None
            self.children[name] = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=os.environ | (env or {}),
                start_new_session=True,
            )

    def ended(self) -> str | None:
        """The name of a child that is no longer there."""
        return next((name for name, child in self.children.items() if child.poll() is not None), None)

    def watch(self) -> None:
        """Wait until a child ends.

        Raises   ClickException, with its name and the end of the log
        """
        while (name := self.ended()) is None:
            time.sleep(0.2)
        raise self.fault(f"The {name} ended by itself.")

    def fault(self, what: str) -> click.ClickException:
        """The error to raise, with the end of the log."""
        said = (
            self.log.read_text(errors="replace").splitlines()[-20:] if self.log and self.log.exists() else []
        )
        return click.ClickException("\n".join([what, *said]))

    def stop(self) -> None:
        """Ask all to end, the newest first; after some seconds, insist."""
        for child in reversed(self.children.values()):
            if child.poll() is None:
                child.terminate()
        until = time.monotonic() + GRACE_SECONDS
        for child in self.children.values():
            try:
                child.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()


def web(
    processes: Processes, host: str, port: int, *, workers: int, threads: int, more: Sequence[str] = ()
) -> None:
    """Start the web server; it keeps no access log."""
    processes.start(
        "web server", "granian", "--interface", "wsgi", "--host", host, "--port", str(port), "--no-ws",
        "--workers", str(workers), "--blocking-threads", str(threads), "--log-level", "warning",
        "--no-access-log", "--workers-kill-timeout", "5", *more, "tutela.config.wsgi:application",
    )  # fmt: skip


def free_port(host: str, wanted: int) -> int:
    """`wanted` if nobody listens there, else one that is free."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise click.ClickException("No free port was found.")


def fetch(url: str) -> tuple[int, str]:
    """(status, text) of a page; (0, "") while nobody answers."""
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - an address of our own making
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode(errors="replace")
    except OSError:
        return 0, ""


def wait_for(processes: Processes, url: str, seconds: int = 60) -> tuple[int, str]:
    """The first answer from `url`."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        status, text = fetch(url)
        if status:
            return status, text
        if name := processes.ended():
            raise processes.fault(f"The {name} did not start.")
        time.sleep(0.05)
    raise processes.fault(f"No answer from {url} within {seconds} seconds.")
