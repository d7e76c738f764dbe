"""Databases of the bench's own, on a server that keeps what it commits: no figure is made without fsync."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MAIN, KEYS = "tutela_bench", "tutela_bench_keys"


@contextmanager
def server(data: Path | None = None) -> Iterator[None]:
    """The server with Django set up on it, for as long as the block lasts."""
    from tutela.config import database
    from tutela.doors.cli.ground import use

    installation = use(data or Path(".data/bench"))
    with database.running(installation.folder):
        import django

        django.setup()
        try:
            yield
        finally:
            close()


@contextmanager
def scratch(name: str = "", *, stays: bool = False) -> Iterator[str]:
    """Fresh, migrated databases, with Django pointed at them; thrown away at the end unless they are to stay.

    Yields the main one's name.
    """
    import psycopg

    from tutela.config import database
    from tutela.config.migrating import migrate

    urls = database.urls()
    main, keys = MAIN + name, KEYS + name
    with psycopg.connect(urls.admin, autocommit=True) as admin:
        for database_name, owner in ((main, "tutela_owner"), (keys, "tutela_keys")):
            admin.execute(f"DROP DATABASE IF EXISTS {database_name} WITH (FORCE)")
            admin.execute(f"CREATE DATABASE {database_name} OWNER {owner} ENCODING 'UTF8' TEMPLATE template0")
        with psycopg.connect(database.on(urls.admin, main), autocommit=True) as fresh:
            for extension in database.EXTENSIONS:
                fresh.execute(f"CREATE EXTENSION {extension} WITH SCHEMA public")
        try:
            point(urls.named(main, keys))
            migrate()
            yield main
        finally:
            close()
            for database_name in () if stays else (main, keys):
                admin.execute(f"DROP DATABASE IF EXISTS {database_name} WITH (FORCE)")


@contextmanager
def copy_of(main: str, name: str, *, stays: bool = False) -> Iterator[str]:
    """A copy of a database of the bench, thrown away at the end; nobody may be connected to the first one."""
    import psycopg

    from tutela.config import database

    copied = MAIN + name
    close()
    with psycopg.connect(database.urls().admin, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE IF EXISTS {copied} WITH (FORCE)")
        admin.execute(f"CREATE DATABASE {copied} OWNER tutela_owner TEMPLATE {main} STRATEGY FILE_COPY")
        try:
            yield copied
        finally:
            close()
            if not stays:
                admin.execute(f"DROP DATABASE IF EXISTS {copied} WITH (FORCE)")


def finished(main: str) -> None:
    """Notes at a database that it is whole, and which key store is its own: an interrupted run left no note."""
    import psycopg
    from django.db import connections

    from tutela.config import database

    keys = connections["keys"].settings_dict["NAME"]
    with psycopg.connect(database.urls().admin, autocommit=True) as admin:
        admin.execute(f"COMMENT ON DATABASE {main} IS '{keys}'")


def taken_up(name: str) -> str | None:
    """A database that an earlier run left, brought to the shape of today, with Django pointed at it."""
    import psycopg

    from tutela.config import database
    from tutela.config.migrating import migrate

    main = MAIN + name
    with psycopg.connect(database.urls().admin, autocommit=True) as admin:
        said = admin.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [main]
        ).fetchone()
    if said is None or not said[0]:
        return None
    turn_to(main, said[0])
    migrate()
    return main


def point(urls: object) -> None:
    """Point Django's connections, of this thread and of those to come, at these databases."""
    from django.db import connections

    from tutela.config.database import Urls
    from tutela.config.routers import django_database

    assert isinstance(urls, Urls)
    close()
    for alias, url in (("default", urls.app), ("owner", urls.owner), ("keys", urls.keys)):
        wanted = django_database(url)
        for place in (connections.settings[alias], connections[alias].settings_dict):
            place.update({key: wanted[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")})
            place["OPTIONS"] = dict(wanted["OPTIONS"])


def turn_to(main: str, keys: str | None = None) -> None:
    """Turn to a database of the bench; the key store of the last `scratch` stays unless another is named."""
    from django.db import connections

    from tutela.config import database

    known = str(connections["keys"].settings_dict["NAME"])
    point(database.urls().named(main, keys or known))


def close() -> None:
    """Close every connection and every pool of this thread."""
    from django.db import connections

    for alias in connections:
        connections[alias].close()
        if close_pool := getattr(connections[alias], "close_pool", None):
            close_pool()
