"""The two commands, as processes: they start, answer, and leave nothing behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tutela.config import database
from tutela.config.installation import Installation
from tutela.doors.cli import COMMANDS, group

PLAIN = {name: value for name, value in os.environ.items() if not name.startswith(("TUTELA_", "DJANGO_"))}
TUTELA = [sys.executable, "-m", "tutela"]


def tutela(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    env = PLAIN | {"PYTHONPATH": "src", "COLUMNS": "100"} | environment
    return subprocess.run(
        [*TUTELA, *arguments], env=env, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder whose embedded server is thrown away afterwards."""
    folder = tmp_path_factory.mktemp("data")
    yield folder
    from tutela.config import embedded

    if os.geteuid() == 0 and "cluster" in Installation.at(folder).known():
        import shutil

        shutil.rmtree(embedded.cluster(Installation.at(folder)).home)


needs_own_server = pytest.mark.skipif("DATABASE_URL" in os.environ, reason="speaks of the embedded server")


@needs_own_server
def test_demo_check_starts_answers_and_stops(data: Path) -> None:
    done = tutela("demo", "--check", "--data", str(data), TUTELA_SAMPLE="none")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "The sign-in page came" in done.stdout
    with pytest.raises(Exception, match="connection"):
        import psycopg

        psycopg.connect(database.urls(data).app)


@needs_own_server
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_everything(data: Path, number: signal.Signals) -> None:
    env = PLAIN | {"PYTHONPATH": "src", "PYTHONUNBUFFERED": "1", "TUTELA_SAMPLE": "none"}
    command = [*TUTELA, "demo", "--data", str(data)]
    with subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as demo:
        assert demo.stdout is not None
        said = ""
        while not (address := re.search(r"http://localhost:\d+", said)):
            line = demo.stdout.readline()
            assert line, said
            said += line
        with urllib.request.urlopen(f"{address[0]}/accounts/login/") as answer:
            assert answer.status == 200
        demo.send_signal(number)
        said = demo.stdout.read()
        assert demo.wait(20) == 0 and "Stopped" in said
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(f"{address[0]}/accounts/login/")


@needs_own_server
def test_a_killed_demo_leaves_no_process(data: Path) -> None:
    env = PLAIN | {"PYTHONPATH": "src", "PYTHONUNBUFFERED": "1", "TUTELA_SAMPLE": "none"}
    command = [*TUTELA, "demo", "--data", str(data)]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as demo:
        assert demo.stdout is not None
        while "localhost" not in (line := demo.stdout.readline()):
            assert line, "the demo ended before it ran"
        demo.kill()
    until = time.monotonic() + 20
    while _of(data) and time.monotonic() < until:
        time.sleep(0.1)
    assert not _of(data)


def _of(folder: Path) -> list[str]:
    """Command lines of living processes that belong to a data folder."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if f"TUTELA_DATA={folder}".encode() in (path / "environ").read_bytes():
                found.append((path / "cmdline").read_text())
        except OSError:
            continue
    return found


def test_serve_refuses_without_keys(tmp_path: Path) -> None:
    done = tutela("serve", "--data", str(tmp_path))
    assert done.returncode == 1 and "TUTELA_MASTER_KEY: missing" in done.stderr
    assert "Traceback" not in done.stderr and not list(tmp_path.iterdir())


def test_a_database_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    url = "postgresql://nobody@127.0.0.1:1/none"
    done = tutela("migrate", "--data", str(tmp_path), DATABASE_URL=url)
    assert done.returncode == 1 and "DATABASE_URL" in done.stderr and "Traceback" not in done.stderr


def test_every_command_has_a_help_worth_reading() -> None:
    context = group.make_context("tutela", [], resilient_parsing=True)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None and command.help and len(command.help) > 120, name
        for option in command.params:
            assert not isinstance(option, click.Option) or option.help, f"{name} {option.name}"


def test_help_is_quick_and_lists_the_commands() -> None:
    begun = time.monotonic()
    done = tutela("--help")
    assert time.monotonic() - begun < 3
    assert done.returncode == 0
    for name in COMMANDS:
        assert re.search(rf"^  {name}\b", done.stdout, re.MULTILINE), name


def test_permissions_of_foreign_folders_stay(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    before = closed.stat()
    Installation.at(closed / "data").secret("one")
    after = closed.stat()
    assert (before.st_mode, before.st_uid) == (after.st_mode, after.st_uid)
    assert (closed / "data").stat().st_mode & 0o777 == 0o700
    assert (closed / "data" / "secrets.json").stat().st_mode & 0o777 == 0o600
