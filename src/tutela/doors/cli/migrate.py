"""`tutela migrate`: both databases to the shape of this version."""

from __future__ import annotations

from pathlib import Path

import click

from tutela.doors.cli.ground import data_option, ground
from tutela.doors.cli.progress import console, step


@click.command("migrate")
@click.option("--check", is_flag=True, help="Only say what is pending; exit with 1 if anything is.")
@data_option
def command(check: bool, data: Path | None) -> None:
    """Bring the databases to the shape of this version and set all rights anew.

    Roles, databases and extensions that are missing are made first (the log-in of DATABASE_URL needs the
    right to). Tables are changed as their owner, the keys' own database as its log-in; row-level security
    is written afresh from what the models declare. Nothing is lost by running it again. Stop the server
    first, and have a backup.
    """
    with ground(data, migrated=False) as installation:
        from tutela.config import migrating, shape

        if check:
            names = migrating.pending()
            for name in names:
                console.print(name)
            raise SystemExit(1 if names else 0)
        with step("Migrating") as note:
            count = migrating.migrate()
            shape.remember_migrated(installation)
            note.append(f"{count} migrations")
