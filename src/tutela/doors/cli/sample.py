"""`tutela sample`: loads the invented country, eighteen months of it, into an installation that is still empty."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import click

from tutela.doors.cli.ground import data_option, ground
from tutela.doors.cli.progress import console

Progress = Callable[[int, int], None]


@click.command("sample")
@click.option("--full", is_flag=True, help="300 people instead of 42; takes some minutes.")
@click.option("--seed", type=int, default=None, help="Another history. The same seed tells the same one.")
@data_option
def command(full: bool, seed: int | None, data: Path | None) -> None:
    """Load the invented country: agencies, members, and people whose cases are eighteen months old or new.

    `./tutela demo` does this by itself, once, with 42 people. Every act of it goes through the same door as
    all others, so that what the rules refuse stands there as refused. The history ends at the present moment
    of this machine. It is loaded into an empty installation only, and never in production.
    """
    from rich.progress import Progress as Bar

    with ground(data), Bar(console=console, transient=True) as bar:
        task = bar.add_task("Telling eighteen months", total=None)
        told = load(lambda done, total: bar.update(task, completed=done, total=total), full=full, seed=seed)
    console.print(f"[green]✓[/green] {told} acts. Start with: ./tutela demo")


def load(progress: Progress | None = None, *, full: bool = False, seed: int | None = None) -> int:
    """Load the sample; returns how many acts were performed.

    Raises   ClickException in production, and where somebody has been at work already
    """
    from django.conf import settings

    from tutela.agencies.models import Agency
    from tutela.agencies.words import Sector
    from tutela.config.logs import event
    from tutela.sample import country

    if settings.IS_PRODUCTION:
        raise click.ClickException("Invented people never go into a production installation.")
    if Agency.objects.exclude(sector=Sector.SYSTEM).exists():
        raise click.ClickException(
            "There are agencies in this installation already, perhaps from a load that was interrupted.\n"
            "The sample goes into an empty one: name another folder with --data, or delete this one."
        )
    begun, people = time.monotonic(), country.FULL if full else country.PEOPLE
    loaded = country.load(progress, people=people, seed=country.SEED if seed is None else seed)
    spent = round((time.monotonic() - begun) * 1000)
    event("sample.loaded", actions=loaded.acts, people=people, ms=spent)
    return loaded.acts


def people() -> list[tuple[str, str, str]]:
    """Whom to sign in as first: (name, what she or he does, agency), one for each kind of work."""
    from tutela.sample.cast import AGENCIES, MAIN, MEMBERS

    agencies = {row.key: row.en for row in AGENCIES}
    members = {row.key: row for row in MEMBERS}
    found = [members[key] for key in MAIN]
    return [(row.name, str(row.roles[0]).replace("_", " "), agencies[row.agency]) for row in found]
