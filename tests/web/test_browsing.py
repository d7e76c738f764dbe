"""The tests' own browser: what it leaves behind for the next test."""

from __future__ import annotations

from django.db import connection, connections

from tests.web.browsing import chromium, needs_chromium
from tutela.config import database


@needs_chromium
def test_each_browser_has_connections_of_its_own_to_the_database_of_its_test(db_world: database.Urls) -> None:
    seen = []
    for _ in range(2):
        with chromium(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid(), current_database()")
            seen.append((connections["default"], cursor.fetchone()))
    assert seen[0][0] is not seen[1][0] and seen[0][1][0] != seen[1][1][0]
    assert seen[0][0].connection is None
    assert seen[1][1][1] in db_world.app
