"""What commands stand on: the database running, Django set up, the schema up to date."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from tutela.config import database
from tutela.config.installation import Installation

F = TypeVar("F", bound=Callable[..., Any])


def data_option(command: F) -> F:
    """The option `--data DIR`, the same for every command that touches data."""
    return click.option(
        "--data",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder of this installation: its secrets and, with no DATABASE_URL, its database. "
        "[default: $TUTELA_DATA, else .data/demo or .data/production]",
    )(command)


def use(data: Path | None) -> Installation:
    """Make `data` this process's installation, and that of the processes it starts."""
    if data:
        os.environ["TUTELA_DATA"] = str(data.absolute())
    return Installation.at()


@contextmanager
def ground(data: Path | None = None, *, migrated: bool = True) -> Iterator[Installation]:
    """For as long as the block lasts: the database up, Django set up and, unless told otherwise, migrated.

    Whoever leaves last stops the embedded server; a running demo keeps it for itself and for others.
    """
    installation = use(data)
    with database.running(installation.folder):
        import django

        django.setup()
        from django.db import connections

        try:
            if migrated:
                from tutela.config.migrating import migrate_if_needed

                migrate_if_needed(installation)
            yield installation
        finally:
            connections.close_all()
            for alias in connections:
                if close := getattr(connections[alias], "close_pool", None):
                    close()
