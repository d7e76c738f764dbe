"""A scratch database that was used and washed is as it was: for the one who comes next, nobody was there."""

from __future__ import annotations

import psycopg
import pytest
from django.db import connection, connections

from tests.people_who_act import did
from tests.world import Templates, point
from tutela.agencies.actions import RegisterAgency
from tutela.agencies.system import system
from tutela.agencies.words import Sector
from tutela.config import database, lasting
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
            with psycopg.connect(
                database.on(admin, pair.main)
            ) as other:  # what was there is changed, and gone
                other.execute("SET LOCAL session_replication_role = replica")
                other.execute("UPDATE agencies_agency SET active = NOT active")
                other.execute("DELETE FROM agencies_member WHERE key = 'system-import'")
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


def _pid() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


@pytest.mark.parametrize("ends", ["after what it did", "in the middle"])
def test_a_connection_that_stays_tells_the_next_nothing_of_who_had_it(
    ends: str, db_templates: Templates, django_db_blocker: object
) -> None:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]  # as above
        pair = db_templates.take()
        point(db_templates.urls.named(pair.main, pair.keys))
        first = _pid()
        with connection.cursor() as cursor:
            cursor.execute("SET TIME ZONE 'Asia/Shanghai'; SET tutela.session = 'a'; LISTEN somebody")
            cursor.execute("SET ROLE tutela_engine; SELECT pg_advisory_lock(7)")
        if ends == "in the middle":
            connection.set_autocommit(False)
            _pid()
        lasting.leave(pair.main, pair.keys)
        db_templates.give_back(pair)
        again = db_templates.take()
        point(db_templates.urls.named(again.main, again.keys))
        assert (again, _pid() == first) == (pair, ends != "in the middle")
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT current_user, current_setting('TimeZone'), "
                "coalesce(current_setting('tutela.session', true), ''), "
                "(SELECT count(*) FROM pg_listening_channels()), "
                "(SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid())"
            )
            assert cursor.fetchone() == ("tutela_app", "UTC", "", 0, 0)
        connections.close_all()
        db_templates.give_back(again)
