"""Where the data lives: the server, its roles and its two databases, made ready without being asked.

With DATABASE_URL unset the embedded PostgreSQL is started; with it, that server is used, through a role that
may create roles and databases. The people's keys have a database and a log-in of their own, and may live on
another server altogether (KEYS_DATABASE_URL).

    tutela_owner     logs in to migrate; owns the database
    tutela_app       logs in to serve; takes the three roles below only by asking (SET LOCAL ROLE)
    tutela_engine    sees every fact and no identity
    tutela_monitor   sees breaches, refusals and duties, no identity
    tutela_measures  sees de-identified facts, and no table at all
    tutela_keys      logs in to the key store, and to nothing else
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urlsplit

from tutela.config import embedded
from tutela.config.embedded import DatabaseUnavailable
from tutela.config.installation import Installation

if TYPE_CHECKING:
    import psycopg

__all__ = ["DatabaseUnavailable", "Urls", "clear", "ensure", "on", "running", "stop", "urls"]

MAIN, KEYS = "tutela", "tutela_keys"
EXTENSIONS = ("btree_gist", "pg_trgm", "fuzzystrmatch", "unaccent")
ROLES = {
    "tutela_owner": "LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB",
    "tutela_app": "LOGIN NOINHERIT NOSUPERUSER NOCREATEROLE NOCREATEDB",
    "tutela_engine": "NOLOGIN",
    "tutela_monitor": "NOLOGIN",
    "tutela_measures": "NOLOGIN",
    "tutela_keys": "LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB",
}


@dataclass(frozen=True)
class Urls:
    """The addresses of the databases, each with its own log-in; they hold passwords and are never shown."""

    admin: str = field(repr=False)
    owner: str = field(repr=False)
    app: str = field(repr=False)
    keys: str = field(repr=False)

    def named(self, main: str, keys: str) -> Urls:
        """The same log-ins on other databases: a test's clones."""
        return replace(self, owner=on(self.owner, main), app=on(self.app, main), keys=on(self.keys, keys))


def _names() -> tuple[str, str]:
    """The names of the two databases; in the mode `test` a story told in another process gives those of its world."""
    given = os.environ.get("TUTELA_WORLD", "") if os.environ.get("TUTELA_MODE") == "test" else ""
    main, _, keys = given.partition(",")
    return (main, keys) if keys else (MAIN, KEYS)


def on(url: str, database: str) -> str:
    """The address of another database of the same server."""
    return urlsplit(url)._replace(path=f"/{quote(database)}").geturl()


def urls(data_dir: Path | str | None = None, url: str | None = None) -> Urls:
    """The addresses, without starting or asking anything; the same that `ensure` returns.

    Reads    the secrets in the data folder, DATABASE_URL and KEYS_DATABASE_URL
    """
    installation = Installation.at(data_dir)
    url = url or os.environ.get("DATABASE_URL")
    keys = os.environ.get("KEYS_DATABASE_URL")
    main, key_store = _names()
    base = url or _embedded_url(installation)
    return Urls(
        admin=base,
        owner=_login(base, "tutela_owner", installation, main),
        app=_login(base, "tutela_app", installation, main),
        keys=keys or _login(base, "tutela_keys", installation, key_store),
    )


def ensure(data_dir: Path | str | None = None, url: str | None = None, *, fast: bool = False) -> Urls:
    """Start the server if it is ours, make roles, databases and extensions that are missing; return the
    addresses.

    `fast` trades durability for speed, for tests only. Safe to call again, and from two commands at once.

    Raises   DatabaseUnavailable, with what to do
    """
    import psycopg

    installation = Installation.at(data_dir)
    url = url or os.environ.get("DATABASE_URL")
    with installation.locked():
        if not url:
            server = embedded.cluster(installation)
            server.prepare(installation.secret("postgres"))
            if not server.is_running():
                server.start(embedded.FAST if fast else {})
        admin = urls(data_dir, url).admin
        try:
            with psycopg.connect(admin, autocommit=True, connect_timeout=10) as connection:
                _make_roles(connection, installation, url)
                _make_databases(connection, keys_here="KEYS_DATABASE_URL" not in os.environ)
            with psycopg.connect(on(admin, MAIN), autocommit=True) as connection:
                for extension in EXTENSIONS:
                    connection.execute(f"CREATE EXTENSION IF NOT EXISTS {extension} WITH SCHEMA public")
        except psycopg.Error as error:
            raise DatabaseUnavailable(_explain(error, admin)) from error
    return urls(data_dir, url)


def stop(data_dir: Path | str | None = None) -> None:
    """Stop the embedded server of this data folder, if it runs."""
    installation = Installation.at(data_dir)
    with installation.locked():
        if not os.environ.get("DATABASE_URL") and "postgres" in installation.known():
            embedded.cluster(installation).stop()


def clear(data_dir: Path | str | None = None) -> None:
    """Throw away all data of an installation of invented people and make its databases anew.

    Raises   DatabaseUnavailable outside a demo, or where the server is not ours
    """
    import psycopg

    if os.environ.get("TUTELA_MODE") != "demo" or os.environ.get("DATABASE_URL"):
        raise DatabaseUnavailable("Only a demo on its own embedded server may be cleared.")
    with psycopg.connect(urls(data_dir).admin, autocommit=True) as connection:
        for name in (MAIN, KEYS):
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    (Installation.at(data_dir).folder / "migrated").unlink(missing_ok=True)
    ensure(data_dir)


@contextmanager
def running(
    data_dir: Path | str | None = None, url: str | None = None, *, fast: bool = False
) -> Iterator[Urls]:
    """The database for as long as the block lasts; whoever leaves last stops the embedded server.

    Each user of the data folder holds a shared lock on one file; the system lets go of it when a process
    dies, so that a killed command never keeps the server up for ever nor pulls it from under another one.
    """
    installation = Installation.at(data_dir)
    installation.make()
    with (installation.folder / "users").open("w") as users:
        fcntl.flock(users, fcntl.LOCK_SH)
        try:
            yield ensure(data_dir, url, fast=fast)
        finally:
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pass
            else:
                if not (url or os.environ.get("DATABASE_URL")) and is_alone(installation):
                    stop(data_dir)


def is_alone(installation: Installation, patience: float = 5) -> bool:
    """Whether nobody else is connected to the embedded server; who is just leaving has `patience` seconds.

    The lock says the same. This is the second look before what cannot be taken back: a server stopped under
    somebody at work. One that is left running is stopped by whoever leaves it next.
    """
    import psycopg
    from django.db import connections

    connections.close_all()
    others = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> %s"
    try:
        with psycopg.connect(urls(installation.folder).admin, autocommit=True, connect_timeout=5) as admin:
            for _ in range(1 + int(patience * 10)):
                row = admin.execute(others, [admin.info.backend_pid]).fetchone()
                if row == (0,):
                    return True
                time.sleep(0.1)
    except psycopg.Error:
        return True
    return False


def _embedded_url(installation: Installation) -> str:
    known = installation.known()
    socket = embedded.socket_folder(installation)
    query = urlencode({"host": str(socket)})
    return f"postgresql://postgres:{quote(known.get('postgres', 'not-made-yet'))}@/postgres?{query}"


def _login(base: str, role: str, installation: Installation, database: str) -> str:
    parts = urlsplit(base)
    place = parts.netloc.rpartition("@")[2]
    password = installation.known().get(role, "not-made-yet")
    return on(parts._replace(netloc=f"{role}:{quote(password)}@{place}").geturl(), database)


def _fits(role: str, installation: Installation, url: str | None) -> bool:
    """Whether the password kept for a log-in opens the server; ours are not asked, nobody else sets them."""
    import psycopg

    if not url or role not in installation.known():
        return role in installation.known()
    try:
        # a database that is not there, or not for this log-in, says so only after the password was right
        with psycopg.connect(_login(url, role, installation, MAIN), connect_timeout=10):
            return True
    except psycopg.OperationalError as error:
        return "password" not in str(error)


def _make_roles(connection: psycopg.Connection, installation: Installation, url: str | None) -> None:
    from psycopg import sql

    there = {name for (name,) in connection.execute("SELECT rolname FROM pg_roles")}
    for role, attributes in ROLES.items():
        name = sql.Identifier(role)
        if role not in there:
            connection.execute(sql.SQL("CREATE ROLE {} " + attributes).format(name))
        if "NOLOGIN" not in attributes and (role not in there or not _fits(role, installation, url)):
            if role in there and os.environ.get("TUTELA_MODE", "production") == "production":
                raise DatabaseUnavailable(
                    f"The server has the log-in {role} from another data folder. Bring that folder's"
                    " secrets.json here, or start with TUTELA_DATA naming it."
                )
            password = sql.Literal(installation.secret(role))
            connection.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(name, password))
    for role in ("tutela_engine", "tutela_monitor", "tutela_measures"):
        if role not in there or "tutela_app" not in there:
            # tutela_app is NOINHERIT: membership lets it ask (SET ROLE) and gives nothing by itself;
            # PostgreSQL 15 does not know WITH INHERIT.
            connection.execute(f"GRANT {role} TO tutela_app")


def _make_databases(connection: psycopg.Connection, *, keys_here: bool) -> None:
    there = {name for (name,) in connection.execute("SELECT datname FROM pg_database")}
    wanted = {MAIN: ("tutela_owner", "tutela_app"), KEYS: ("tutela_keys", "tutela_keys")}
    for database, (owner, user) in wanted.items():
        row = connection.execute("SELECT pg_has_role(%s, 'MEMBER')", [owner]).fetchone()
        if (
            row and not row[0]
        ):  # to give a database to a role, and to enter it afterwards, one must be in the role
            connection.execute(f"GRANT {owner} TO CURRENT_USER")
        if database in there or (database == KEYS and not keys_here):
            continue
        connection.execute(f"CREATE DATABASE {database} OWNER {owner} ENCODING 'UTF8' TEMPLATE template0")
        connection.execute(f"REVOKE ALL ON DATABASE {database} FROM PUBLIC")
        connection.execute(f"GRANT CONNECT ON DATABASE {database} TO {user}")


def _explain(error: psycopg.Error, url: str) -> str:
    parts = urlsplit(url)
    server = parts.hostname or "the embedded server"
    return (
        f"The database on {server} could not be prepared: {str(error).strip()}\n"
        "The log-in of DATABASE_URL must exist and may need CREATEROLE and CREATEDB (or be a superuser)."
    )
