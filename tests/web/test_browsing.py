"""The tests' own browser: what it leaves behind for the next test."""

from __future__ import annotations

import pytest
from django.db import connection, connections

from tests.web import contrast as contrasts
from tests.web.browsing import chromium, contrast, needs_chromium
from tutela.config import database

#: Two lines on a ground and one on a card, which is too pale in the dark.
PALE = """<!doctype html><html lang=en><title>…</title><style>
  html { background: #fff; color: #111 } [data-theme=dark] { background: #111; color: #eee }
  p { background: #333; color: #fff } [data-theme=dark] p { color: #555 }
</style><b>weak</b><b>like it</b><p>pale</p><i hidden>not seen</i>"""


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


@needs_chromium
def test_a_text_is_weighed_unless_its_like_was_passed_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contrasts, "PASSED", set())
    with chromium() as browser:
        page = browser.new_page()
        page.set_content(PALE)
        assert [fault.partition(":")[0] for fault in contrast(page, "light", "dark")] == [
            "dark color-contrast"
        ]
        passed = set(contrasts.PASSED)
        assert len(passed) == 3
        assert "pale" in contrast(page, "dark")[0] and contrast(page, "light") == []
        page.evaluate("document.querySelector('b').style.opacity = .5")
        assert "weak" in contrast(page, "light")[0] and passed == contrasts.PASSED
