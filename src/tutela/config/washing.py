"""A used scratch database made as it was: what was written is taken out again, instead of copying a template anew.

To copy a template is to copy a thousand small files; to wash a clone is to empty some twenty tables. Rows are told
apart by the transaction that wrote them. A database whose shape was changed cannot be washed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import LiteralString

import psycopg
from psycopg import sql

#: Catalogues that hold the shape of a database: tables, columns, rights, policies, functions, triggers.
_SHAPE = (
    "pg_class",
    "pg_attribute",
    "pg_proc",
    "pg_policy",
    "pg_trigger",
    "pg_constraint",
    "pg_namespace",
    "pg_index",
)
#: Every table with the columns that can be written; partitions are reached through their table.
_TABLES = """
SELECT c.oid::regclass::text, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
  AND NOT a.attisdropped AND a.attgenerated = ''
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition GROUP BY c.oid ORDER BY 1
"""
_SEQUENCES = "SELECT format('%I.%I', schemaname, sequencename), start_value, last_value FROM pg_sequences"
_SETTINGS = (
    "SELECT count(*) FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase AND d.datname = %s"
)
_OTHERS = (
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() "
    "AND pid <> pg_backend_pid() AND pid <> ALL(%s)"
)
_CHANGES = "SELECT max(xmin::text::bigint), count(*) FROM "
_NOW = "SELECT pg_current_xact_id()::text::bigint"


@dataclass
class Washable:
    """A database fresh from its template, with all that it takes to bring it back to this.

    Shape  tables: with their columns; rows: what those that are not empty hold, as COPY writes it; since: the last
           transaction before use
    """

    connection: psycopg.Connection
    since: int = 0
    tables: dict[str, str] = field(default_factory=dict)
    rows: dict[str, bytes] = field(default_factory=dict)
    sequences: dict[str, tuple[int, int | None]] = field(default_factory=dict)
    shape: list[tuple[int, int]] = field(default_factory=list)

    @classmethod
    def of(cls, connection: psycopg.Connection) -> Washable:
        """Looks at a database that nobody has used yet. The connection is the administrator's, and stays open."""
        found = cls(connection)
        found.tables = dict(connection.execute(_TABLES).fetchall())
        for name, _, number in found._counted():
            if number:
                found.rows[name] = found._copied(name)
        found.sequences = found._numbers()
        found.shape = found._looks()
        found.since = found._last()
        return found

    def wash(self, stay: Sequence[int] = ()) -> bool:
        """Takes out what was written since; returns whether it could. These processes of the server may stay."""
        run = self.connection.execute
        run(_OTHERS, [list(stay)])
        if self._looks() != self.shape or self._has_settings():
            return False
        with self.connection.transaction():
            run("SET LOCAL session_replication_role = replica")
            for name, written, number in self._counted():
                if written or number != self._kept(name):
                    self._restore(name)
            for name, (start, last) in self._numbers().items():
                before = self.sequences[name][1]
                if before != last:
                    run(
                        "SELECT setval(%s, %s, %s)",
                        [name, start if before is None else before, before is not None],
                    )
        self.since = self._last()
        return True

    def close(self) -> None:
        """Lets go of the database."""
        self.connection.close()

    def _last(self) -> int:
        row = self.connection.execute(_NOW).fetchone()
        assert row is not None
        return int(row[0])

    def _counted(self) -> list[tuple[str, int, int]]:
        """(table, rows written since, rows) of every table, in one statement that is planned once."""
        one = "SELECT {name}, count(*) FILTER (WHERE xmin::text::bigint > {since}), count(*) FROM {table}"
        parts = [
            sql.SQL(one).format(name=name, since=sql.Placeholder("since"), table=sql.SQL(_trusted(name)))
            for name in self.tables
        ]
        found = self.connection.execute(
            sql.SQL(" UNION ALL ").join(parts), {"since": self.since}, prepare=True
        )
        return [(name, written, number) for name, written, number in found]

    def _kept(self, name: str) -> int:
        return self.rows[name].count(b"\n") if name in self.rows else 0

    def _copied(self, name: str) -> bytes:
        query = f"COPY (SELECT {self.tables[name]} FROM {name}) TO STDOUT"  # noqa: S608 - names from the catalogue
        with self.connection.cursor() as cursor, cursor.copy(_trusted(query)) as copy:
            return b"".join(bytes(part) for part in copy)

    def _restore(self, name: str) -> None:
        self.connection.execute(_trusted(f"DELETE FROM {name}"))  # noqa: S608 - as above
        if name in self.rows:
            query = f"COPY {name} ({self.tables[name]}) FROM STDIN"
            with self.connection.cursor() as cursor, cursor.copy(_trusted(query)) as copy:
                copy.write(self.rows[name])

    def _numbers(self) -> dict[str, tuple[int, int | None]]:
        return {name: (start, last) for name, start, last in self.connection.execute(_SEQUENCES)}

    def _looks(self) -> list[tuple[int, int]]:
        """Of each catalogue the newest change and the number of rows; what only counts pages is changed in place."""
        parts = [_CHANGES + name for name in _SHAPE]
        return self.connection.execute(_trusted(" UNION ALL ".join(parts)), prepare=True).fetchall()

    def _has_settings(self) -> bool:
        row = self.connection.execute(_SETTINGS, [self.connection.info.dbname]).fetchone()
        return bool(row and row[0])


def _trusted(name: str) -> LiteralString:
    """A name from the catalogue itself, quoted there."""
    return name
