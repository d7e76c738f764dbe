"""A used scratch database made as it was: what was written is taken out again, instead of copying a template anew.

To copy a template is to copy a thousand small files; to wash a clone is to empty some twenty tables. Which tables were
written the server has counted, rolled back or not; their rows are told apart by the transaction that wrote them. A
database whose shape was changed cannot be washed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, LiteralString

import psycopg

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
#: What holds rows, with the table through which it is reached; catalogues have none.
_PARTS = """
SELECT c.oid::int8, CASE WHEN n.nspname = 'public' THEN coalesce(pg_partition_root(c.oid), c.oid)::regclass::text END
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname = 'public' OR c.oid = ANY (%s::regclass[]) ORDER BY 1
"""
#: How often rows of each were written since the server was made: transactions that ended otherwise count as well.
_WRITTEN = """
SELECT array_agg(pg_stat_get_tuples_inserted(p) + pg_stat_get_tuples_updated(p) + pg_stat_get_tuples_deleted(p)
  ORDER BY n) FROM unnest(%s::oid[]) WITH ORDINALITY u (p, n)
"""
_SEQUENCES = "SELECT format('%I.%I', schemaname, sequencename), start_value FROM pg_sequences ORDER BY 1"
_NUMBERS = """
SELECT array_agg(pg_sequence_last_value(s::regclass) ORDER BY n) FROM unnest(%s::text[]) WITH ORDINALITY u (s, n)
"""
_SETTINGS = (
    "SELECT EXISTS (SELECT 1 FROM pg_db_role_setting WHERE setdatabase = "
    "(SELECT oid FROM pg_database WHERE datname = current_database()))"
)
_OTHERS = (
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() "
    "AND pid <> pg_backend_pid() AND pid <> ALL(%s)"
)
#: What a session wrote is counted at its end, or at the next occasion after it asked for that.
COUNT_NOW = "SELECT pg_stat_force_next_flush()"
_NOW = "SELECT pg_current_xact_id()::text::bigint"


@dataclass
class Washable:
    """A database fresh from its template, with all that it takes to bring it back to this.

    Shape  tables: with their columns; parts: what holds rows, with its table, None for a catalogue; rows: what those
           that are not empty hold, as COPY writes it; written: by part; since: the last transaction before use
    """

    connection: psycopg.Connection
    since: int = 0
    tables: dict[str, str] = field(default_factory=dict)
    parts: dict[int, str | None] = field(default_factory=dict)
    rows: dict[str, bytes] = field(default_factory=dict)
    written: list[int] = field(default_factory=list)
    starts: dict[str, int] = field(default_factory=dict)
    numbers: list[int | None] = field(default_factory=list)

    @classmethod
    def of(cls, connection: psycopg.Connection) -> Washable:
        """Looks at a database that nobody has used yet. The connection is the administrator's, and stays open."""
        found = cls(connection)
        found.tables = dict(connection.execute(_TABLES).fetchall())
        found.parts = dict(connection.execute(_PARTS, [list(_SHAPE)]).fetchall())
        found.rows = {name: rows for name in found.tables if (rows := found._copied(name))}
        found.starts = dict(connection.execute(_SEQUENCES).fetchall())
        found.numbers = found._numbers()
        found._begin()
        return found

    def wash(self, stay: Sequence[int] = ()) -> bool:
        """Takes out what was written since; returns whether it could. These processes of the server may stay, if what
        they wrote has been counted.
        """
        run = self.connection.execute
        run(_OTHERS, [list(stay)])
        written = zip(self.parts.values(), self.written, self._written(), strict=True)
        changed = dict.fromkeys(name for name, before, now in written if before != now)
        if None in changed or self._has_settings():
            return False
        with self.connection.transaction():
            run("SET LOCAL session_replication_role = replica")
            for name in changed:
                self._restore(str(name))
            for (name, start), before, now in zip(
                self.starts.items(), self.numbers, self._numbers(), strict=True
            ):
                if before != now:
                    run(
                        "SELECT setval(%s, %s, %s)",
                        [name, start if before is None else before, before is not None],
                    )
        self._begin()
        return True

    def close(self) -> None:
        """Lets go of the database."""
        self.connection.close()

    def _begin(self) -> None:
        """From here on it is used."""
        self.connection.execute(COUNT_NOW)
        self.since, self.written = int(self._one(_NOW)), self._written()

    def _one(self, query: LiteralString, *values: object) -> Any:
        row = self.connection.execute(query, values, prepare=True).fetchone()
        assert row is not None
        return row[0]

    def _written(self) -> list[int]:
        return list(self._one(_WRITTEN, list(self.parts)))

    def _numbers(self) -> list[int | None]:
        return list(self._one(_NUMBERS, list(self.starts)) or ())

    def _has_settings(self) -> bool:
        return bool(self._one(_SETTINGS))

    def _copied(self, name: str) -> bytes:
        query = f"COPY (SELECT {self.tables[name]} FROM {name}) TO STDOUT"  # noqa: S608 - names from the catalogue
        with self.connection.cursor() as cursor, cursor.copy(_trusted(query)) as copy:
            return b"".join(bytes(part) for part in copy)

    def _restore(self, name: str) -> None:
        """Takes out the rows that are new; where one that was there is missing or changed, puts all of them back."""
        run = self.connection.execute
        if name not in self.rows:
            run(_trusted(f"DELETE FROM {name}"))  # noqa: S608 - as above
            return
        run(_trusted(f"DELETE FROM {name} WHERE xmin::text::bigint > %s"), [self.since])  # noqa: S608 - as above
        if self._one(_trusted(f"SELECT count(*) FROM {name}")) == self.rows[name].count(b"\n"):  # noqa: S608
            return
        run(_trusted(f"DELETE FROM {name}"))  # noqa: S608 - as above
        query = f"COPY {name} ({self.tables[name]}) FROM STDIN"
        with self.connection.cursor() as cursor, cursor.copy(_trusted(query)) as copy:
            copy.write(self.rows[name])


def _trusted(name: str) -> LiteralString:
    """A name from the catalogue itself, quoted there."""
    return name
