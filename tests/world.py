"""Databases for tests: migrated once into templates, cloned for each test that asks.

`perform` opens durable transactions, so a test cannot hide in an outer one and roll back: it gets databases
of its own instead. A template carries in its name a digest of everything that shapes it and is kept between
runs.
"""

from __future__ import annotations

import fcntl
import itertools
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.db import connections

from tutela.config import database
from tutela.config.installation import Installation
from tutela.config.migrating import migrate
from tutela.config.routers import django_database
from tutela.config.shape import digest

KEPT = 4
_numbers = itertools.count(1)


def point(urls: database.Urls) -> None:
    """Point Django's connections, of this thread and of those to come, at these databases."""
    for alias, url in (("default", urls.app), ("owner", urls.owner), ("keys", urls.keys)):
        connections[alias].close()
        wanted = django_database(url)
        for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT"):
            connections.settings[alias][name] = connections[alias].settings_dict[name] = wanted[name]


class Templates:
    """The migrated databases of this version of the source, and clones of them."""

    def __init__(self, urls: database.Urls, admin: psycopg.Connection) -> None:
        self.urls, self.admin = urls, admin
        self.main, self.keys = "", ""

    def prepare(self) -> None:
        """Make the templates unless they are there; throw away what earlier runs left."""
        with (Installation.at().folder / "templates").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # one process migrates, the others wait for it
            mark = digest()
            self.main, self.keys = f"tutela_t_{mark}", f"tutela_tk_{mark}"
            there = self._databases()
            self._throw_away(there, mark)
            if self.main not in there:
                self._make(there)

    def _databases(self) -> dict[str, float]:
        """Databases by name, with the time that their comment holds."""
        query = "SELECT datname, shobj_description(oid, 'pg_database') FROM pg_database"
        return {
            name: float(said or 0) for name, said in self.admin.execute(query) if (said or "0")[0].isdigit()
        }

    def _throw_away(self, there: dict[str, float], mark: str) -> None:
        old = sorted((name for name in there if name.startswith("tutela_t_")), key=there.__getitem__)
        marks = [name.rpartition("_")[2] for name in old if mark not in name]
        gone = {name for part in marks[:-KEPT] for name in there if name.endswith(part)}
        for name in there:
            owner = re.fullmatch(r"tutela_ck?_(\d+)_\d+", name)
            if name in gone or (owner and not Path(f"/proc/{owner[1]}").exists()):
                self.drop(name)

    def _make(self, there: dict[str, float]) -> None:
        fresh = f"{self.main}_new", f"{self.keys}_new"
        for name, owner in zip(fresh, ("tutela_owner", "tutela_keys"), strict=True):
            self.drop(name)
            self.admin.execute(f"CREATE DATABASE {name} OWNER {owner} TEMPLATE template0 ENCODING 'UTF8'")
        with psycopg.connect(database.on(self.urls.admin, fresh[0]), autocommit=True) as connection:
            for extension in database.EXTENSIONS:
                connection.execute(f"CREATE EXTENSION {extension} WITH SCHEMA public")
        point(self.urls.named(*fresh))
        migrate()
        connections.close_all()
        for name, final in zip(fresh, (self.main, self.keys), strict=True):
            self.drop(final)
            self.admin.execute(f"ALTER DATABASE {name} RENAME TO {final}")
            self.admin.execute(f"COMMENT ON DATABASE {final} IS '{time.time()}'")

    def drop(self, name: str) -> None:
        self.admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    @contextmanager
    def clone(self) -> Iterator[database.Urls]:
        """Both databases fresh from their templates, gone at the end."""
        number = f"{os.getpid()}_{next(_numbers)}"
        names = f"tutela_c_{number}", f"tutela_ck_{number}"
        for name, template, owner in (
            (names[0], self.main, "tutela_owner"),
            (names[1], self.keys, "tutela_keys"),
        ):
            self.admin.execute(f"CREATE DATABASE {name} OWNER {owner} TEMPLATE {template} STRATEGY FILE_COPY")
        try:
            yield self.urls.named(*names)
        finally:
            connections.close_all()
            for name in names:
                self.drop(name)
