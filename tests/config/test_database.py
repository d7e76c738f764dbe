"""The ground: databases, roles and log-ins."""

from __future__ import annotations

import os

import psycopg
import pytest
from django.db import connections

from tutela.config import database
from tutela.config.installation import Installation


def one(url: str, query: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(query).fetchone()
        return row and row[0]


def test_app_takes_a_role_only_by_asking(db_world: database.Urls) -> None:
    with psycopg.connect(db_world.app) as connection:
        held = "SELECT pg_has_role('tutela_engine', 'USAGE'), pg_has_role('tutela_engine', 'MEMBER')"
        assert connection.execute(held).fetchone() == (False, True)
        connection.execute("SET LOCAL ROLE tutela_engine")
        assert connection.execute("SELECT current_user").fetchone() == ("tutela_engine",)


@pytest.mark.parametrize("login", ["app", "keys"])
def test_a_serving_login_cannot_change_tables(db_world: database.Urls, login: str) -> None:
    url = getattr(db_world, login) if login == "app" else database.on(db_world.keys, "tutela")
    with pytest.raises(psycopg.Error, match="permission denied"), psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE mine ()")


def test_app_does_not_reach_the_key_store(db_server: database.Urls) -> None:
    with pytest.raises(psycopg.OperationalError, match="permission denied"):
        psycopg.connect(database.on(db_server.app, "tutela_keys"))


def test_addresses_never_show_their_passwords(db_server: database.Urls) -> None:
    assert "postgresql" not in repr(db_server)


def test_ensure_again_changes_nothing(db_server: database.Urls) -> None:
    assert database.ensure() == db_server == database.urls()


@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="speaks of the embedded server")
def test_a_server_is_not_stopped_under_somebody_at_work(db_server: database.Urls) -> None:
    with psycopg.connect(db_server.app):
        assert not database.is_alone(Installation.at(), patience=0.1)


def test_every_test_has_its_own_databases(db_world: database.Urls) -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT current_database(), current_user")
        name, user = cursor.fetchone()
    assert name.startswith("tutela_c_") and user == "tutela_app"


def test_extensions_are_there(db_world: database.Urls) -> None:
    there = one(db_world.owner, "SELECT array_agg(extname::text) FROM pg_extension")
    assert isinstance(there, list) and set(database.EXTENSIONS) <= set(there)
