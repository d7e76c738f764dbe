"""Databases for a while: migrated once into templates, cloned for each test or story that asks.

`perform` opens durable transactions, so a test cannot hide in an outer one and roll back: it gets databases
of its own instead. A template carries in its name a digest of all that shapes it and is kept between runs. A clone
that was used is washed and used again; only one whose shape was changed is thrown away.
"""

from __future__ import annotations

import fcntl
import itertools
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from django.db import connections

from tutela.config import database, lasting
from tutela.config.installation import Installation
from tutela.config.lasting import point
from tutela.config.migrating import migrate
from tutela.config.shape import digest
from tutela.config.washing import Washable

KEPT = 4
#: So many times a clone is washed: rows that were taken out leave room that is only slowly used again.
AGAIN = 60
_numbers = itertools.count(1)
_MADE = "SELECT datname, shobj_description(oid, 'pg_database') FROM pg_database"


@dataclass(frozen=True)
class Pair:
    """The names of a main database and of its key store."""

    main: str
    keys: str


@dataclass
class Used:
    """What a pair was copied from, how it is washed, and how many times it was."""

    source: Pair
    main: Washable
    keys: Washable
    times: int = 0


class Templates:
    """The migrated databases of this version of the source, and clones of them."""

    def __init__(self, urls: database.Urls, admin: psycopg.Connection) -> None:
        self.urls, self.admin = urls, admin
        self.main, self.keys = "", ""
        self._free: dict[Pair, list[Pair]] = {}
        self._used: dict[Pair, Used] = {}

    @property
    def pair(self) -> Pair:
        """The names of the two templates."""
        return Pair(self.main, self.keys)

    def prepare(self) -> None:
        """Makes the templates unless they are there; throws away what earlier runs left."""
        with (Installation.at().folder / "templates").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # one process migrates, the others wait for it
            mark = digest()
            self.main, self.keys = f"tutela_t_{mark}", f"tutela_tk_{mark}"
            there = self._databases()
            self._throw_away(there, mark)
            if self.main not in there:
                self._make(self.pair, None, migrate)

    def filled(self, mark: str, fill: Callable[[], None]) -> Pair:
        """Templates with something in them, put there by `fill`; kept under a mark of their own."""
        shape = self.main.removeprefix("tutela_t_")
        pair = Pair(f"tutela_f_{mark}_{shape}", f"tutela_fk_{mark}_{shape}")
        with (Installation.at().folder / "templates").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            there = self._databases()
            self._throw_away_filled(there)
            if pair.main not in there:
                self._make(pair, self.pair, fill)
        return pair

    def _databases(self) -> dict[str, float]:
        """Databases by name, with the time that their comment holds."""
        said = self.admin.execute(_MADE)
        return {name: float(note or 0) for name, note in said if (note or "0")[0].isdigit()}

    def _throw_away(self, there: dict[str, float], mark: str) -> None:
        old = sorted((name for name in there if name.startswith("tutela_t_")), key=there.__getitem__)
        marks = [name.rpartition("_")[2] for name in old if mark not in name]
        gone = {name for part in marks[:-KEPT] for name in there if name.endswith(part)}
        for name in there:
            owner = re.fullmatch(r"tutela_ck?_(\d+)_\d+", name)
            if name in gone or (owner and not Path(f"/proc/{owner[1]}").exists()):
                self.drop(name)

    def _throw_away_filled(self, there: dict[str, float]) -> None:
        """Filled templates whose own template is gone, and all but the newest: another process may be at one."""
        filled = sorted((n for n in there if n.startswith("tutela_f_")), key=there.__getitem__)
        orphans = [n for n in filled if f"tutela_t_{n.rpartition('_')[2]}" not in there]
        for name in {*orphans, *filled[:-KEPT]}:
            self.drop(name)
            self.drop(name.replace("tutela_f_", "tutela_fk_", 1))

    def _make(self, wanted: Pair, source: Pair | None, fill: Callable[[], object]) -> None:
        fresh = Pair(f"{wanted.main}_new", f"{wanted.keys}_new")
        for name in (fresh.main, fresh.keys):
            self.drop(name)
        if source is None:
            self._create_empty(fresh)
        else:
            self._create(fresh, source)
        point(self.urls.named(fresh.main, fresh.keys))
        try:
            fill()
        finally:
            connections.close_all()
        for name, final in ((fresh.main, wanted.main), (fresh.keys, wanted.keys)):
            self.drop(final)
            self.admin.execute(f"ALTER DATABASE {name} RENAME TO {final}")
            self.admin.execute(f"COMMENT ON DATABASE {final} IS '{time.time()}'")

    def _create_empty(self, pair: Pair) -> None:
        for name, owner in ((pair.main, "tutela_owner"), (pair.keys, "tutela_keys")):
            self.admin.execute(f"CREATE DATABASE {name} OWNER {owner} TEMPLATE template0 ENCODING 'UTF8'")
        with psycopg.connect(database.on(self.urls.admin, pair.main), autocommit=True) as connection:
            for extension in database.EXTENSIONS:
                connection.execute(f"CREATE EXTENSION {extension} WITH SCHEMA public")

    def _create(self, pair: Pair, source: Pair) -> None:
        copies = ((pair.main, source.main, "tutela_owner"), (pair.keys, source.keys, "tutela_keys"))
        for name, template, owner in copies:
            self.admin.execute(f"CREATE DATABASE {name} OWNER {owner} TEMPLATE {template} STRATEGY FILE_COPY")

    def drop(self, name: str) -> None:
        """Drops a database with whoever is still connected to it."""
        self.admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def make(self, source: Pair | None = None) -> Pair:
        """Both databases fresh from their templates; whoever made them drops them."""
        number = f"{os.getpid()}_{next(_numbers)}"
        pair = Pair(f"tutela_c_{number}", f"tutela_ck_{number}")
        self._create(pair, source or self.pair)
        return pair

    def drop_pair(self, pair: Pair) -> None:
        """Drops both databases."""
        self.drop(pair.main)
        self.drop(pair.keys)

    def take(self, source: Pair | None = None) -> Pair:
        """Both databases as fresh from their templates; whoever takes them gives them back."""
        source = source or self.pair
        free = self._free.setdefault(source, [])
        if free:
            return free.pop()
        pair = self.make(source)
        self._used[pair] = Used(source, self._washable(pair.main), self._washable(pair.keys))
        return pair

    def _washable(self, name: str) -> Washable:
        return Washable.of(psycopg.connect(database.on(self.urls.admin, name), autocommit=True))

    def give_back(self, pair: Pair) -> None:
        """Washes both databases for the next who takes them; drops them where that cannot be done."""
        used = self._used[pair]
        try:
            is_clean = used.times < AGAIN and all(
                one.wash(lasting.processes(name))
                for one, name in ((used.main, pair.main), (used.keys, pair.keys))
            )
        except psycopg.Error:  # somebody dropped or broke it
            is_clean = False
        if is_clean:
            used.times += 1
            self._free[used.source].append(pair)
        else:
            self._lose(pair)

    def _lose(self, pair: Pair) -> None:
        used = self._used.pop(pair)
        for name in (pair.main, pair.keys):
            lasting.part(name)
        used.main.close()
        used.keys.close()
        self.drop_pair(pair)

    def close(self) -> None:
        """Drops what was given back."""
        for pair in [pair for free in self._free.values() for pair in free]:
            self._lose(pair)
        self._free.clear()

    @contextmanager
    def clone(self, source: Pair | None = None) -> Iterator[database.Urls]:
        """Both databases as fresh from their templates, given back at the end."""
        pair = self.take(source)
        try:
            yield self.urls.named(pair.main, pair.keys)
        finally:
            lasting.leave(pair.main, pair.keys)
            self.give_back(pair)
