"""A fresh world for each story: scratch databases with the cast in them, never the demo's data."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
from django.db import connections

from tutela.config.lasting import leave, point
from tutela.config.scratch import Pair, Templates
from tutela.instrument.results import rules_digest

from .cast import Cast, Company, load_cast, set_up

CAST = "cast.yaml"
_PARTITIONS = """
SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
WHERE i.inhparent = %s::regclass AND pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT'
"""


class Worlds:
    """Worlds in which the cast has been set up once. While one is lived in, the next is made ready."""

    def __init__(self, templates: Templates, stories: Path) -> None:
        self.templates = templates
        self.cast: Cast = load_cast(stories / CAST)
        text = (stories / CAST).read_bytes() + Path(__file__).read_bytes() + rules_digest().encode()
        self._mark = hashlib.sha256(text).hexdigest()[:10]
        self._behind = ThreadPoolExecutor(1)
        self._next: Future[Pair] | None = None
        self._source: Pair | None = None
        self._company: Company | None = None

    def _fill(self) -> None:
        """The cast, in databases that are quicker to copy: few entries need no partitions by the year."""
        with connections["owner"].cursor() as cursor:
            for table in ("engine_entry", "engine_body"):
                cursor.execute(_PARTITIONS, [table])
                for (name,) in cursor.fetchall():
                    cursor.execute(f'DROP TABLE "{name}"')
        set_up(self.cast)

    @contextmanager
    def fresh(self) -> Iterator[Company]:
        """A world of its own, gone at the end."""
        pair = self._taken()
        self._next = self._behind.submit(self.templates.take, self._filled())
        point(self.templates.urls.named(pair.main, pair.keys))
        try:
            company = Company(self.cast, self._company)
            self._company = company
            yield company
        finally:
            leave(pair.main, pair.keys)
            self._behind.submit(self.templates.give_back, pair)

    def _taken(self) -> Pair:
        """The world that was made ready, else a new one. Another version's run may have dropped its template."""
        try:
            return self._next.result() if self._next else self.templates.take(self._filled())
        except psycopg.errors.InvalidCatalogName:
            self._source = self._company = None
            self.templates.prepare()
            return self.templates.take(self._filled())

    def _filled(self) -> Pair:
        """The template with the cast in it."""
        if self._source is None:
            self._source = self.templates.filled(self._mark, self._fill)
        return self._source

    def close(self) -> None:
        """Drops the world that was made ready and is not needed."""
        if self._next is not None:
            with suppress(psycopg.errors.InvalidCatalogName):
                self.templates.give_back(self._next.result())
            self._next = None
        self._behind.shutdown(wait=True)
        self.templates.close()
