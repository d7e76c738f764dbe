"""The list of a hundred and the case page: server time, as a member of a small agency and of a big one."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import connections
from django.test import Client

from bench import crowd
from tutela.agencies.models import Member
from tutela.agencies.sessions import open_session
from tutela.cases import reads
from tutela.engine.time import system_clock

BACKEND = "django.contrib.auth.backends.ModelBackend"
AS = {"small_agency": (crowd.SMALL, "rahman"), "big_agency": (crowd.BIG, "marek")}


def measure(rounds: int = 60) -> dict[str, dict[str, Any]]:
    """Medians in milliseconds by figure and agency; `*_read` is the query alone, without page and session.

    The page counts from the request's arrival to the last byte of the answer: middleware, session, template.
    """
    found: dict[str, dict[str, Any]] = {}
    for agency, (key, member_key) in AS.items():
        member = Member.objects.select_related("agency").get(key=member_key)
        client, actor = signed_in(member), open_session(member)
        cases, numbers = _long_cases(key), iter(range(10**9))

        def one(cases: list[UUID] = cases, numbers: Any = numbers) -> UUID:
            return cases[next(numbers) % len(cases)]

        ways: dict[str, Callable[[], Any]] = {
            "list_100_ms": lambda client=client: _get(client, "/people/"),
            "list_100_read_ms": lambda actor=actor: reads.case_list(actor, system_clock()),
            "case_page_ms": lambda client=client, one=one: _get(client, f"/cases/{one()}/"),
            "case_page_read_ms": lambda actor=actor, one=one: reads.case_page(actor, one(), system_clock()),
        }
        assert len(reads.case_list(actor, system_clock()).rows) == reads.PAGE
        for name, way in ways.items():
            found.setdefault(name, {})[agency] = median_ms(way, rounds)
    return found


def signed_in(member: Member) -> Client:
    """A browser in which this member has signed in."""
    user, _ = get_user_model().objects.get_or_create(username=member.key)
    client = Client()
    client.force_login(user, BACKEND)
    return client


def median_ms(way: Callable[[], Any], rounds: int) -> float:
    """The median of so many times, after some to warm up."""
    spent = []
    for number in range(rounds + 5):
        begun = time.perf_counter()
        way()
        if number >= 5:
            spent.append((time.perf_counter() - begun) * 1000)
    return round(statistics.median(spent), 2)


def _get(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    assert answer.content


def _long_cases(agency: str) -> list[UUID]:
    """The twenty cases of this agency with the most entries: those of the sample, with a history of months."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT g.case_id FROM agencies_grant g JOIN agencies_agency a ON a.id = g.agency_id "
            "JOIN engine_subject s ON s.id = g.case_id WHERE a.key = %s AND g.cut_at IS NULL "
            "ORDER BY s.last_seq DESC LIMIT 20",
            [agency],
        )
        return [row[0] for row in cursor.fetchall()]
