"""Bringing the databases to the shape that this version of the program expects."""

from __future__ import annotations

import time
from importlib.util import find_spec

from django.apps import apps
from django.core.management import call_command
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from tutela.config.installation import Installation
from tutela.config.logs import event
from tutela.config.shape import is_migrated, remember_migrated

#: Tables of libraries that the serving log-in writes itself, beside those that the engine's rights name.
LIBRARY_TABLES = "procrastinate_jobs procrastinate_events procrastinate_periodic_defers procrastinate_workers"


def migrate_if_needed(installation: Installation) -> int:
    """Migrate unless this very source has migrated this very database before; return how many were
    applied.
    """
    if is_migrated(installation):
        return 0
    count = migrate()
    remember_migrated(installation)
    return count


def migrate() -> int:
    """Migrate both databases and set the rights anew; return how many migrations were applied.

    Everything runs as the owner of the tables, never as the log-in that serves.
    """
    begun = time.monotonic()
    before = _applied()
    _drop_views()
    call_command("migrate", database="owner", verbosity=0, interactive=False)
    if apps.is_installed("tutela.people.keystore"):
        call_command("migrate", "keystore", database="keys", verbosity=0, interactive=False)
    call_command("createcachetable", "tutela_cache", database="owner", verbosity=0)
    owner = connections["owner"]
    with transaction.atomic(using="owner"):
        add_years(owner)
        give_rights(owner)
    count = _applied() - before
    event("migrated", count=count, ms=round((time.monotonic() - begun) * 1000))
    return count


def _drop_views() -> None:
    """Take the views of facts away, so that they stand in no migration's way; `give_rights` makes them anew."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS measures CASCADE")


def add_years(connection: BaseDatabaseWrapper, ahead: int = 5) -> None:
    """Make the partitions of the journal for the years to come, before anything is written in them."""
    first = time.gmtime().tm_year
    with connection.cursor() as cursor:
        for table in ("engine_entry", "engine_body"):
            for year in range(first, first + ahead + 1):
                begin, end = f"{year}-01-01", f"{year + 1}-01-01"
                cursor.execute(
                    f"SELECT to_regclass('{table}_{year}') IS NULL AND NOT EXISTS (SELECT 1 FROM {table}_other "
                    f"WHERE recorded_at >= '{begin}' AND recorded_at < '{end}')"
                )
                if cursor.fetchone()[0]:  # a year with rows in the default partition stays there
                    cursor.execute(
                        f"CREATE TABLE {table}_{year} PARTITION OF {table} FOR VALUES FROM ('{begin}') TO ('{end}')"
                    )


def give_rights(connection: BaseDatabaseWrapper) -> None:
    """Grants and row-level security, whole and idempotent."""
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        for table in sorted(there & {*LIBRARY_TABLES.split(), "tutela_cache"}):
            cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO tutela_app")
        cursor.execute("GRANT SELECT ON django_migrations TO tutela_app")
        cursor.execute("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO tutela_app")
    if find_spec("tutela.engine") and find_spec("tutela.engine.rls"):
        from tutela.engine import rls

        rls.apply(connection)


def _applied() -> int:
    from django.db.migrations.recorder import MigrationRecorder

    return sum(len(MigrationRecorder(connections[alias]).applied_migrations()) for alias in ("owner", "keys"))


def pending() -> list[str]:
    """Names of the migrations that this version has and the databases do not."""
    from django.db.migrations.executor import MigrationExecutor

    found = []
    for alias in ("owner", "keys"):
        executor = MigrationExecutor(connections[alias])
        targets = executor.loader.graph.leaf_nodes()
        if alias == "keys":
            targets = [node for node in targets if node[0] == "keystore"]
        found += [f"{step.app_label}.{step.name}" for step, _ in executor.migration_plan(targets)]
    return sorted(set(found))
