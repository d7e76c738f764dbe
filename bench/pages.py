"""Every page: its weight on a first visit and on later ones, its queries, and the server's time."""

from __future__ import annotations

import gzip
import re
import statistics
import time
from typing import Any

from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings

from bench import addresses, desk
from tutela.cases import board_figures
from tutela.config.wsgi import settle
from tutela.engine import figures_kept
from tutela.engine.time import system_clock

#: Opens and closes a transaction; not a question to the database.
FRAME = re.compile(r"(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET LOCAL ROLE|RESET ROLE|SELECT set_config)")
#: What a page fetches besides itself; fonts are the system's.
PARTS = re.compile(r'(?:href|src)="/static/([^"#?]+\.(?:css|js|svg))')
#: The frame of every page with nothing in it: what a page costs anyway on this machine, in this run.
BARE = "a bare page"
#: At most so many kilobytes on a first visit and on later ones.
STAFF, SMALL = (150, 25), (30, 30)
#: Pages for a phone on a bad line.
SMALL_PAGES = frozenset({"sign-in", "urgent", "screening: settings"})


def measure(times: int = 15, people: int = desk.PEOPLE, entries: int = desk.ENTRIES) -> list[dict[str, Any]]:
    """The figures of every page, in the database that Django looks at; a bare page of the same run comes first.

    Shape   {"name", "kb_first", "kb_again", "queries", "ms"}: kilobytes compressed, with and without what a browser
            keeps (style, script, icons); questions to the database; the server's median in milliseconds
    """
    at = desk.sit(people, entries)
    settle()  # as the web server does
    board_figures.keep_board(system_clock())  # as the worker does every ten minutes
    figures_kept.keep_figures(system_clock())
    found = addresses.site(at)
    if found.unopened:
        raise LookupError(f"nobody could open: {', '.join(found.unopened)} (see bench/addresses.py)")
    with override_settings(ROOT_URLCONF="bench.bare"):
        bare = addresses.Page(BARE, next(p for p in found.pages if p.name == "case").reader, "/bare/")
        return [_figures(page, times) for page in (bare, *found.pages)]


def beyond(figures: list[dict[str, Any]]) -> list[str]:
    """Which page misses which goal."""
    told = []
    for row in figures:
        first, again = SMALL if row["name"] in SMALL_PAGES else STAFF
        for what, most in (("kb_first", first), ("kb_again", again), ("queries", 15), ("ms", 100)):
            if row[what] > most:
                told.append(f"{row['name']}: {what} {row[what]}, at most {most}")
    return told


def _figures(page: addresses.Page, times: int) -> dict[str, Any]:
    client = page.reader.client
    answer = client.get(page.url)
    assert answer.status_code == 200, (page.url, answer.status_code)
    body = addresses.unpacked(answer)
    with CaptureQueriesContext(connection) as asked:
        client.get(page.url)
    queries = sum(
        not FRAME.match(q["sql"]) for q in asked.captured_queries
    )  # now: the next request empties it
    spent = []
    for _ in range(times):
        begun = time.perf_counter()
        client.get(page.url)
        spent.append((time.perf_counter() - begun) * 1000)
    again = _packed(body)
    return {
        "name": page.name,
        "kb_first": round(again + sum(_part(name) for name in set(PARTS.findall(body.decode()))), 1),
        "kb_again": round(again, 1),
        "queries": queries,
        "ms": round(statistics.median(spent), 1),
    }


def _packed(content: bytes) -> float:
    return len(gzip.compress(content, 6)) / 1000


def _part(name: str) -> float:
    path = finders.find(name)
    assert path, name
    with open(str(path), "rb") as file:
        return _packed(file.read())
