"""Every page: its weight on a first visit and on later ones, its queries, and the server's time."""

from __future__ import annotations

import gzip
import re
import statistics
import time
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tutela.agencies.models import Member
from tutela.agencies.sessions import open_session
from tutela.cases import board_figures, reads
from tutela.engine.time import system_clock

BACKEND = "django.contrib.auth.backends.ModelBackend"
#: Opens and closes a transaction; not a question to the database.
FRAME = re.compile(r"(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET LOCAL ROLE|RESET ROLE|SELECT set_config)")
#: What a page fetches besides itself; fonts are the system's.
PARTS = re.compile(r'(?:href|src)="/static/([^"#?]+\.(?:css|js|svg))')
#: At most so many kilobytes on a first visit and on later ones.
STAFF, SMALL = (150, 25), (30, 30)
#: Pages for a phone on a bad line.
SMALL_PAGES = frozenset({"sign-in", "urgent", "screening: settings"})


@dataclass(frozen=True)
class Page:
    """A page to measure, and who opens it: the member's key; empty: nobody."""

    name: str
    who: str
    url: str


def measure(times: int = 15) -> list[dict[str, Any]]:
    """The figures of every page, in the database that Django looks at.

    Shape   {"name", "kb_first", "kb_again", "queries", "ms"}: kilobytes compressed, with and without what a browser
            keeps (style, script, icons); questions to the database; the server's median in milliseconds
    """
    board_figures.keep_board(system_clock())  # as the worker does every ten minutes
    clients: dict[str, Client] = {}
    found = []
    for page in pages():
        if page.who not in clients:
            clients[page.who] = _client(page.who)
        found.append(_figures(page, clients[page.who], times))
    return found


def beyond(figures: list[dict[str, Any]]) -> list[str]:
    """Which page misses which goal."""
    told = []
    for row in figures:
        first, again = SMALL if row["name"] in SMALL_PAGES else STAFF
        for what, most in (("kb_first", first), ("kb_again", again), ("queries", 15), ("ms", 100)):
            if row[what] > most:
                told.append(f"{row['name']}: {what} {row[what]}, at most {most}")
    return told


def pages() -> list[Page]:
    """Every page that can be opened, as somebody of the sample who works with it."""
    found = [
        Page("sign-in", "", "/accounts/login/"),
        Page("instrument", "", "/instrument/"),
        Page("provision", "", "/instrument/P7/"),
        Page("words", "", "/words/"),
        Page("harm", "", "/harm/"),
    ]
    by_role = {role: _member(role) for role in ("first_responder", "caseworker", "monitor", "shelter_worker",
                                                "decision_maker", "prosecutor", "coordinator")}  # fmt: skip
    for name, role, url in (
        ("what I owe", "caseworker", "/"),
        ("urgent", "first_responder", "/urgent/"),
        ("screening: settings", "first_responder", "/screen/"),
        ("referrals", "first_responder", "/referrals/"),
        ("people", "caseworker", "/people/"),
        ("more to do", "caseworker", "/do/"),
        ("a shelter's first page", "shelter_worker", "/"),
        ("a decision-maker's first page", "decision_maker", "/"),
        ("a prosecutor's first page", "prosecutor", "/"),
        ("board", "monitor", "/monitor/"),
        ("board: refusals", "monitor", "/monitor/refusals/"),
        ("board: breaches", "monitor", "/monitor/breaches/"),
        ("board: overdue", "monitor", "/monitor/overdue/"),
    ):
        if by_role[role]:
            found.append(Page(name, by_role[role].key, url))
    return found + _of_a_case()


def _of_a_case() -> list[Page]:
    """The pages of one file that a caseworker sees nearly whole."""
    for member in Member.objects.select_related("agency").filter(**_works("caseworker")).order_by("key"):
        actor, now = open_session(member), system_clock()
        for row in reads.case_list(actor, now).rows[:20]:
            found = reads.case_page(actor, row.id, now)
            if found and {"identity", "status"} <= found.compartments:
                case = f"/cases/{row.id}/"
                return [
                    Page("case", member.key, case),
                    Page("case: name", member.key, f"{case}name/"),
                    Page("case: charges", member.key, f"{case}charges/"),
                    Page("case: a form", member.key, f"{case}do/offer_place/"),
                ]
    return []


def _works(role: str) -> dict[str, Any]:
    return {"roles__contains": [role], "active": True}


def _member(role: str) -> Any:
    return Member.objects.select_related("agency").filter(**_works(role)).order_by("key").first()


def _client(key: str) -> Client:
    client = Client(headers={"accept-encoding": "gzip"})
    if key:
        user, _ = get_user_model().objects.get_or_create(username=key)
        client.force_login(user, BACKEND)
    return client


def _figures(page: Page, client: Client, times: int) -> dict[str, Any]:
    answer = client.get(page.url)
    assert answer.status_code == 200, (page.url, answer.status_code)
    body = gzip.decompress(answer.content) if answer.get("Content-Encoding") == "gzip" else answer.content
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
