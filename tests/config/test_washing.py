"""A scratch database that was used and washed is as it was: for the one who comes next, nobody was there."""

from __future__ import annotations

import psycopg
from django.db import connections

from tests.people_who_act import did
from tests.world import Templates, point
from tutela.agencies.actions import RegisterAgency
from tutela.agencies.system import system
from tutela.agencies.words import Sector
from tutela.config import database
from tutela.engine.time import system_clock


def _rows(url: str) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, and where all sequences stand."""
    with psycopg.connect(url) as connection:
        tables = connection.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'public'"
        ).fetchall()
        found = {name: sorted(map(repr, connection.execute(f"TABLE {name}"))) for (name,) in tables}
        found["sequences"] = sorted(
            map(repr, connection.execute("SELECT sequencename, last_value FROM pg_sequences"))
        )
    return found  # type: ignore[return-value]  # rows as text


def test_what_was_written_is_gone_and_the_same_database_comes_again(
    db_templates: Templates, django_db_blocker: object
) -> None:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]  # pytest-django's own type is not public
        fresh = db_templates.make()
        admin = db_templates.urls.admin
        wanted = [_rows(database.on(admin, name)) for name in (fresh.main, fresh.keys)]
        db_templates.drop_pair(fresh)
        seen = []
        for _ in range(2):
            pair = db_templates.take()
            point(db_templates.urls.named(pair.main, pair.keys))
            about = {"key": "a", "name_en": "A", "name_zh": "甲", "sector": Sector.NGO}
            did(RegisterAgency(**about), system("setup"), system_clock())
            assert [_rows(database.on(admin, name)) for name in (pair.main, pair.keys)] != wanted
            connections.close_all()
            db_templates.give_back(pair)
            seen.append(pair)
            assert [_rows(database.on(admin, name)) for name in (pair.main, pair.keys)] == wanted
        assert seen[0] == seen[1]


def test_a_database_whose_shape_was_changed_is_thrown_away(
    db_templates: Templates, django_db_blocker: object
) -> None:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]  # as above
        pair = db_templates.take()
        with psycopg.connect(database.on(db_templates.urls.admin, pair.main), autocommit=True) as connection:
            connection.execute("GRANT SELECT ON engine_body TO tutela_app")
        db_templates.give_back(pair)
        other = db_templates.take()
        assert other != pair
        db_templates.give_back(other)
