"""Who may read and write which table, declared on the model and applied to the database after each migration.

A model says `reading = Reading(...)`; `apply` turns that into grants and row-level security, whole and idempotent, so
that no table is forgotten and no migration needs to repeat it. Policies hold no OR and compare only with `=` and
booleans, which leak nothing and keep lists fast. Three roles stand under them:

    tutela_app      serves pages: reads what its session's agency was granted
    tutela_engine   `perform`: sees every fact and no identity, and writes
    tutela_monitor  the independent monitor: sees headers, duties and breaches of all, and nobody's name
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.apps import apps

COMPARTMENTS = ("facts", "identity", "health", "statements", "whereabouts", "status", "legal", "therapy")
#: Closed even to the monitor.
PRIVILEGED = ("legal", "therapy")


@dataclass(frozen=True)
class Reading:
    """How a table is read.

    Shape  case: the column holding the case's id; also: a second one, so that only who sees both reads;
           compartment: a fixed compartment, or `column:NAME`;
           agency: the column holding the only agency that reads a row (with `case`: while it sees the file);
           member: likewise the only member;
           open: everybody may read; monitor: the monitor may; sealed: the engine may only add;
           append_only: nobody may change or remove a row; delete: the engine may remove rows;
           office: members of the protection office whose work it is may read;
           own: whoever serves keeps rows of the signed-in member here, and the engine none: no subject is in them
    """

    case: str | None = None
    also: str | None = None
    compartment: str = "facts"
    agency: str | None = None
    member: str | None = None
    open: bool = False
    monitor: bool = False
    sealed: bool = False
    append_only: bool = False
    delete: bool = False
    office: bool = False
    own: bool = False


_functions: list[str] = []


def functions(sql: str) -> None:
    """Registers SQL functions that policies use; they are made before the policies, in the order of registration."""
    if sql not in _functions:
        _functions.append(sql)


def compartment_test(compartment: str, grant: str = "g", table: str = "") -> str:
    """The SQL that says whether grant row `g` opens a compartment, fixed or named by a column."""
    if not compartment.startswith("column:"):
        return f"{grant}.{compartment}"
    column = compartment.removeprefix("column:")
    whens = " ".join(f"WHEN '{c}' THEN {grant}.{c}" for c in COMPARTMENTS)
    return f"CASE {table}{column} {whens} ELSE false END"


def granted(case_column: str, compartment: str, table: str) -> str:
    """The policy of a table that belongs to a case: an agency reads it by a live grant with that compartment."""
    return (
        f"EXISTS (SELECT 1 FROM agencies_grant g WHERE g.case_id = {table}.{case_column} "
        f"AND g.agency_id = (SELECT tutela_agency()) AND {compartment_test(compartment, 'g', table + '.')} "
        f"AND g.cut_at IS NULL AND g.until > (SELECT tutela_now()))"
    )


def _policies(table: str, reading: Reading) -> list[tuple[str, str, str]]:
    """(name, role and command, condition) of every policy of a table."""
    found = [] if reading.sealed else [("engine_reads", "FOR SELECT TO tutela_engine", "true")]
    if reading.case:
        condition = granted(reading.case, reading.compartment, table)
        if reading.also:
            condition += " AND " + granted(reading.also, reading.compartment, table)
        if reading.agency:
            condition += f" AND {reading.agency} = (SELECT tutela_agency())"
        found.append(("app", "FOR SELECT TO tutela_app", condition))
    elif reading.agency:
        found.append(("app", "FOR SELECT TO tutela_app", f"{reading.agency} = (SELECT tutela_agency())"))
    elif reading.member:
        found.append(("app", "FOR SELECT TO tutela_app", f"{reading.member} = (SELECT tutela_member())"))
    elif reading.office:
        found.append(("app", "FOR SELECT TO tutela_app", "(SELECT tutela_is_protection_officer())"))
    if reading.monitor:
        condition = "(SELECT tutela_is_monitor())"
        if reading.compartment.startswith("column:"):
            column = reading.compartment.removeprefix("column:")
            condition += "".join(f" AND {table}.{column} <> '{c}'" for c in PRIVILEGED)
        found.append(("monitor", "FOR SELECT TO tutela_monitor", condition))
    return found


def _own(table: str, column: str) -> list[str]:
    """The SQL for rows that a member writes and reads alone: one policy for all, and no other role."""
    mine = f"{column} = (SELECT tutela_member())"
    return [
        f'GRANT SELECT, INSERT, UPDATE, DELETE ON "{table}" TO tutela_app',
        f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
        f'DROP POLICY IF EXISTS app ON "{table}"',
        f'CREATE POLICY app ON "{table}" FOR ALL TO tutela_app USING ({mine}) WITH CHECK ({mine})',
    ]


def statements(table: str, reading: Reading) -> list[str]:
    """The SQL that gives one table its rights."""
    out = [f'REVOKE ALL ON "{table}" FROM PUBLIC, tutela_app, tutela_engine, tutela_monitor']
    if reading.own and reading.member:
        return out + _own(table, reading.member)
    engine = (
        "INSERT" if reading.sealed else "SELECT, INSERT" if reading.append_only else "SELECT, INSERT, UPDATE"
    )
    if reading.delete:
        engine += ", DELETE"
    out.append(f'GRANT {engine} ON "{table}" TO tutela_engine')
    if reading.open:
        out.append(f'GRANT SELECT ON "{table}" TO tutela_app, tutela_monitor')
        out.append(f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY')
        return out
    out.append(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')
    if reading.case or reading.agency or reading.member or reading.office:
        out.append(f'GRANT SELECT ON "{table}" TO tutela_app')
    if reading.monitor:
        out.append(f'GRANT SELECT ON "{table}" TO tutela_monitor')
    for command in ("INSERT", "UPDATE", "DELETE"):
        name, condition = (
            f"engine_{command.lower()}",
            "WITH CHECK (true)" if command == "INSERT" else "USING (true)",
        )
        out.append(f'DROP POLICY IF EXISTS {name} ON "{table}"')
        out.append(f'CREATE POLICY {name} ON "{table}" FOR {command} TO tutela_engine {condition}')
    for name in ("app", "monitor", "engine_reads"):
        out.append(f'DROP POLICY IF EXISTS {name} ON "{table}"')
    for name, to, condition in _policies(table, reading):
        out.append(f'CREATE POLICY {name} ON "{table}" {to} USING ({condition})')
    return out


def tables() -> list[tuple[str, Reading]]:
    """Every table of the main database with its declaration; Django's own are the app's to read and write."""
    return [
        (m._meta.db_table, m.reading)
        for m in apps.get_models(include_auto_created=True)
        if hasattr(m, "reading") and m._meta.app_label != "keystore"
    ]


def undeclared() -> list[str]:
    """Models of Tutela that say nothing about reading: a mistake that a test finds."""
    return [
        m._meta.label
        for m in apps.get_models()
        if m.__module__.startswith("tutela.")
        and not hasattr(m, "reading")
        and m._meta.app_label != "keystore"
    ]


_FOREIGN = (
    "auth",
    "contenttypes",
    "sessions",
    "account",
    "mfa",
    "socialaccount",
    "admin",
    "sites",
    "usersessions",
)


def apply(connection: Any) -> None:
    """Makes functions, grants and policies as the models declare them. Run as the owner, after migrating."""
    with connection.cursor() as cursor:
        cursor.execute("GRANT USAGE ON SCHEMA public TO tutela_app, tutela_engine, tutela_monitor")
        for sql in _functions:
            cursor.execute(sql)
        there = set(connection.introspection.table_names(cursor))
        for table, reading in tables():
            if table not in there:  # a model before its migration; the check of migrations names it
                continue
            for statement in statements(table, reading):
                cursor.execute(statement)
        cursor.execute("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO tutela_app, tutela_engine")
        _django_tables(cursor)


def _django_tables(cursor: Any) -> None:
    """Sign-in and sessions are the web door's own; jobs belong to whoever serves."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label in _FOREIGN and model._meta.managed:
            cursor.execute(f'GRANT SELECT, INSERT, UPDATE, DELETE ON "{model._meta.db_table}" TO tutela_app')
            cursor.execute(f'GRANT SELECT ON "{model._meta.db_table}" TO tutela_engine')
    cursor.execute(
        "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' "
        "AND (tablename LIKE 'procrastinate%%' OR tablename = 'django_migrations')"
    )
    for (table,) in cursor.fetchall():
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO tutela_app")
