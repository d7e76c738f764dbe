"""`tutela demo`: a small country to look around in, on this machine only."""

from __future__ import annotations

import inspect
import json
import os
import time
from collections.abc import Callable
from contextlib import ExitStack
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import click
from rich.progress import Progress
from rich.table import Table

from tutela.config import database
from tutela.config.installation import Installation
from tutela.config.shape import is_migrated
from tutela.doors.cli.ground import data_option, use
from tutela.doors.cli.processes import Processes, Stop, free_port, stoppable, wait_for, web
from tutela.doors.cli.progress import console, step

HOST = "127.0.0.1"
SIGN_IN = "/accounts/login/"
PEOPLE = "people.json"


@click.command("demo")
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Port to serve on.  [default: 8000, or a free one]"
)
@data_option
@click.option("--check", is_flag=True, help="Start, fetch the sign-in page, stop; exit with 0 if it came.")
def command(port: int | None, data: Path | None, check: bool) -> None:
    """Start Tutela with invented people and cases.

    PostgreSQL comes with it (unless DATABASE_URL names a server), the schema is made, and a small country
    is loaded, once: agencies, members and cases with eighteen months of history, told through the same door
    as everything else. The address and the people to sign in as are printed. It listens to this machine
    only. Ctrl-C stops everything; the data stays for the next start, in .data/demo or the folder given by
    --data: delete that folder to begin anew.
    """
    os.environ["TUTELA_MODE"] = "demo"
    begun = time.monotonic()
    installation = use(data)
    try:
        with stoppable():
            start(installation, port, check=check, begun=begun)
    except Stop:
        console.print("Stopped. The data is kept.")


def start(installation: Installation, port: int | None, *, check: bool, begun: float) -> None:
    """Start all, say so, and wait for the end (or, for a check, end)."""
    if port and port != free_port(HOST, port):
        raise click.ClickException(f"Somebody listens on port {port} already: choose another with --port.")
    port = port or free_port(HOST, 8000)
    address = f"http://localhost:{port}"
    installation.make()
    log = installation.folder / "log"
    os.environ["TUTELA_LOG"] = str(log)
    with ExitStack() as running:
        with step("Preparing the database" if "DATABASE_URL" in os.environ else "Starting PostgreSQL"):
            running.enter_context(database.running(installation.folder))
        prepare(installation)
        processes = running.enter_context(Processes(log))
        with step("Starting the server"):
            web(processes, HOST, port, workers=1, threads=4)
            status, page = wait_for(processes, f"http://{HOST}:{port}{SIGN_IN}")
        seconds = time.monotonic() - begun
        if status != 200 or "<form" not in page:
            raise processes.fault(f"The sign-in page answered with {status}.")
        if check:
            console.print(f"The sign-in page came after {seconds:.1f} s.")
            return
        processes.start(
            "worker", "tutela", "worker", env={"TUTELA_STARTED": "1"}
        )  # after the page: two cores
        tell(installation, address, seconds)
        processes.watch()


def prepare(installation: Installation) -> None:
    """Bring the schema up to date and load the sample, each only if this has not been done.

    A later start skips even the import of Django here: the server imports it at the same moment.
    """
    stamp = installation.folder / "sample"
    begun = installation.folder / "sample.begun"
    if is_migrated(installation) and stamp.exists():
        return
    if begun.exists():
        with step("Clearing a sample that was only half loaded"):
            database.clear(installation.folder)
    import django

    django.setup()
    from django.db import connections

    from tutela.config.migrating import migrate_if_needed

    with step("Making the tables") as note:
        count = migrate_if_needed(installation)
        note.append(f"{count} migrations")
    if not stamp.exists() and is_wanted():
        begun.touch()
        load_sample(installation)
        begun.rename(stamp)  # a load that was stopped half way begins anew
    connections.close_all()
    for alias in connections:
        if close := getattr(connections[alias], "close_pool", None):
            close()


def is_wanted() -> bool:
    """Whether there is a sample, and nobody asked for an empty demo (TUTELA_SAMPLE=none)."""
    return os.environ.get("TUTELA_SAMPLE") != "none" and bool(find_spec("tutela.doors.cli.sample"))


def load_sample(installation: Installation) -> None:
    """Load the sample data, with progress, and keep the list of people one can sign in as."""
    sample = import_module("tutela.doors.cli.sample")

    takes_progress = "progress" in inspect.signature(sample.load).parameters
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task("Loading the sample data", total=None)

        def show(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        begun = time.monotonic()
        load: Callable[..., object] = sample.load
        load(progress=show) if takes_progress else load()
    console.print(f"[green]✓[/green] Loading the sample data [dim]{time.monotonic() - begun:.1f} s[/dim]")
    people = [list(row) for row in sample.people()] if hasattr(sample, "people") else []
    (installation.folder / PEOPLE).write_text(json.dumps(people, ensure_ascii=False))


def tell(installation: Installation, address: str, seconds: float) -> None:
    """Print where to go and whom to be."""
    console.print(f"\nTutela runs at [bold]{address}[/bold] [dim]after {seconds:.1f} s[/dim]")
    console.print(f"[dim]Its log is {installation.folder / 'log'}[/dim]\n")
    kept = installation.folder / PEOPLE
    people = json.loads(kept.read_text()) if kept.exists() else []
    if people:
        table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 3, 0, 0))
        for title in ("Sign in as", "who is", "at")[: len(people[0])]:
            table.add_column(title)
        for row in people:
            table.add_row(*map(str, row))
        console.print(table)
        console.print("\nThe sign-in page lists them too; no password is needed in a demo.")
    console.print("[dim]Everybody here is invented. Ctrl-C stops everything; the data is kept.[/dim]")
