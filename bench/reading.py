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

from bench import crowd, world
from tutela.agencies.models import Member
from tutela.agencies.sessions import open_session
from tutela.cases import reads
from tutela.engine.time import system_clock

BACKEND = "django.contrib.auth.backends.ModelBackend"
AS = {"small_agency": (crowd.SMALL, "rahman"), "big_agency": (crowd.BIG, "marek")}


class Reader:
    """Somebody at one agency who reads in one of the databases."""

    def __init__(self, main: str, agency: str) -> None:
        self.main = main
        key, member_key = AS[agency]
        self.go()
        member = Member.objects.select_related("agency").get(key=member_key)
        self.client, self.actor, self.cases = signed_in(member), open_session(member), _long_cases(key)
        self.number = 0
        assert len(reads.case_list(self.actor, system_clock()).rows) == reads.PAGE

    def go(self) -> None:
        """Turns to this reader's database."""
        world.turn_to(self.main)

    def ways(self) -> dict[str, Callable[[], Any]]:
        """What is timed: whole pages, and the reads alone."""
        return {
            "list_100_ms": lambda: _get(self.client, "/people/"),
            "list_100_read_ms": lambda: reads.case_list(self.actor, system_clock()),
            "case_page_ms": lambda: _get(self.client, f"/cases/{self._case()}/"),
            "case_page_read_ms": lambda: reads.case_page(self.actor, self._case(), system_clock()),
        }

    def _case(self) -> UUID:
        self.number += 1
        return self.cases[self.number % len(self.cases)]


def measure(
    databases: dict[str, str], turns: int = 10, each: int = 8
) -> dict[str, dict[str, dict[str, float]]]:
    """Medians in milliseconds by figure, agency and size; the sizes take turns, so that noise falls on all.

    A page counts from the request's arrival to the last byte of the answer: middleware, session, template;
    `*_read` is the reading alone.

    Shape   databases: by size, the name of the database
    """
    readers = {(a, size): Reader(main, a) for a in AS for size, main in databases.items()}
    spent: dict[tuple[str, str, str], list[float]] = {}
    for _turn in range(turns):
        for (agency, size), reader in readers.items():
            reader.go()
            for name, way in reader.ways().items():
                spent.setdefault((name, agency, size), []).extend(_times(way, each))
    found: dict[str, dict[str, dict[str, float]]] = {}
    for (name, agency, size), times in spent.items():
        found.setdefault(name, {}).setdefault(agency, {})[size] = round(statistics.median(times), 2)
    return found


def signed_in(member: Member) -> Client:
    """A browser in which this member has signed in."""
    user, _ = get_user_model().objects.get_or_create(username=member.key)
    client = Client()
    client.force_login(user, BACKEND)
    return client


def _times(way: Callable[[], Any], each: int) -> list[float]:
    """Milliseconds of so many times, after two to warm up."""
    spent = []
    for number in range(each + 2):
        begun = time.perf_counter()
        way()
        if number >= 2:
            spent.append((time.perf_counter() - begun) * 1000)
    return spent


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
