"""Which pages there are, and who opens them: found from the addresses of the site, so that none is forgotten.

Each address is tried as nobody, at the heavy desk, and as one member of each kind of work, until somebody gets a page.
What an address needs (`case_id`) comes from what that reader sees, or from a link on a page that was opened. An address
of ours that nobody can open is told, and a test holds it: it is given a reader or a thing, or is named below.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import Resolver404, URLPattern, get_resolver, resolve, reverse

from bench import desk, things
from tutela.agencies.models import Member
from tutela.agencies.sessions import open_session
from tutela.agencies.words import Role
from tutela.engine.access import Actor

BACKEND = "django.contrib.auth.backends.ModelBackend"
OURS, OTHERS = "tutela.doors.", "allauth."
#: Programs have no pages, and those of her own door are weighed where it is tested (tests/portal).
APART = ("tutela.doors.api", "tutela.doors.portal")
DESK = "desk"
LINKS = re.compile(r'href="(/[^"#?]*)')
#: Pages of what a small world may lack; where it is there, a link leads to it.
PERHAPS = frozenset(
    {"received_one", "reckoning", "return_letter", "letter", "document", "complaint", "enquiry", "enquiry_received",
     "group", "for_several"}
)  # fmt: skip
#: What an address is asked for, where without it it leads on to another page.
ASKED = {"write_message": "?other=1"}
#: Pages that more people open than the first who can: (route, reader, name); and what else an address shows.
ALSO: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("home", Role.SHELTER_WORKER, "a shelter's first page", {}),
    ("home", Role.DECISION_MAKER, "a decision-maker's first page", {}),
    ("home", Role.PROSECUTOR, "a prosecutor's first page", {}),
    ("home", Role.COORDINATOR, "a coordinator's first page", {}),
    ("people", Role.DECISION_MAKER, "people of the largest agency", {}),
    ("caseload", Role.DECISION_MAKER, "caseload of the largest agency", {}),
    ("behind", Role.MONITOR, "board: refusals", {"what": "refusals"}),
    ("behind", Role.MONITOR, "board: overdue", {"what": "overdue"}),
    ("behind", Role.MONITOR, "board: urgent", {"what": "urgent"}),
    ("behind", Role.MONITOR, "board: waivers", {"what": "waivers"}),
    ("behind", Role.MONITOR, "board: held", {"what": "held"}),
    ("case_do", Role.DECISION_MAKER, "a decision", {"action_name": "decide_conclusive"}),
    ("case_do", Role.PROSECUTOR, "a charge's form", {"action_name": "bring_charge"}),
)
NAMES = {
    "account_login": "sign-in", "home": "what I owe", "screen": "screening: settings", "do": "more to do",
    "monitor": "board", "behind": "board: breaches", "name": "case: name", "charges": "case: charges",
    "case_do": "case: a form", "case_beds": "case: beds",
}  # fmt: skip


@dataclass(frozen=True)
class Page:
    """A page to measure, and who opens it."""

    name: str
    reader: Reader
    url: str


@dataclass
class Reader:
    """Somebody with a browser; without a member: nobody in particular."""

    member: Member | None = None
    long_case: UUID | None = None

    @cached_property
    def client(self) -> Client:
        """A browser in which the member is signed in."""
        client = Client(headers={"accept-encoding": "gzip"})
        if self.member is not None:
            user, _ = get_user_model().objects.get_or_create(username=self.member.key)
            client.force_login(user, BACKEND)
        return client

    @cached_property
    def actor(self) -> Actor | None:
        """The same member, for reading what an address needs."""
        return open_session(self.member) if self.member is not None else None

    def url(self, route: Route, more: dict[str, str] | None = None) -> str | None:
        """The address for this reader; None where there is nothing of the kind to see."""
        given = things.needed(route.needs, self.actor, self.long_case)
        if given is None:
            return None
        return reverse(route.name, kwargs={**given, **(more or {})}) + ASKED.get(route.name, "")


@dataclass(frozen=True)
class Route:
    """An address with a name."""

    name: str
    module: str
    needs: frozenset[str]


@dataclass
class Site:
    """The pages that were found, and the addresses of ours that nobody could open."""

    pages: list[Page] = field(default_factory=list)
    unopened: list[str] = field(default_factory=list)
    links: dict[str, tuple[Reader, str]] = field(default_factory=dict)

    def take(self, page: Page, text: str) -> None:
        """Keeps a page, and the first link to each address on it."""
        self.pages.append(page)
        for url in set(LINKS.findall(text)):
            with suppress(Resolver404):
                self.links.setdefault(resolve(url).view_name, (page.reader, url))


def routes() -> list[Route]:
    """Every named address that may be a page: ours, and those of signing in."""
    found = {route.name: route for route in _walk(get_resolver().url_patterns)}
    return [
        r for r in found.values() if r.module.startswith((OURS, OTHERS)) and not r.module.startswith(APART)
    ]


def _walk(patterns: Any, above: frozenset[str] = frozenset()) -> Iterator[Route]:
    for one in patterns:
        needs = above | frozenset(getattr(one.pattern, "converters", None) or one.pattern.regex.groupindex)
        if not isinstance(one, URLPattern):
            yield from _walk(one.url_patterns, needs)
        elif one.name:
            yield Route(one.name, getattr(one.callback, "__module__", ""), needs)


def site(at: desk.Desk) -> Site:
    """Tries every address."""
    readers = _readers(at)
    found = Site()
    by_name = {route.name: route for route in routes()}
    left = [r for r in by_name.values() if _opened(r, _tries(r, list(readers.values())), found)]
    for route in left:
        linked = [found.links[route.name]] if route.name in found.links else []
        if _opened(route, linked, found) and route.module.startswith(OURS) and route.name not in PERHAPS:
            found.unopened.append(route.name)
    for name, who, called, more in ALSO:
        reader = readers.get(who)
        url = reader.url(by_name[name], more) if reader else None
        if reader and url and reader.client.get(url).status_code == 200:
            found.pages.append(Page(called, reader, url))
    return found


def _tries(route: Route, readers: list[Reader]) -> Iterator[tuple[Reader, str]]:
    for reader in readers:
        url = reader.url(route)
        if url is not None:
            yield reader, url


def _opened(route: Route, tries: Iterable[tuple[Reader, str]], found: Site) -> bool:
    """Keeps the page as the first who can opens it; returns whether it may be one and nobody could."""
    for reader, url in tries:
        answer = reader.client.get(url)
        is_text = str(answer.get("Content-Type", "")).startswith("text/html")
        if answer.status_code == 405 or (answer.status_code == 200 and not is_text):
            return False  # for sending only, or a file
        if answer.status_code == 200:
            page = Page(NAMES.get(route.name, route.name.replace("_", " ")), reader, url)
            found.take(page, unpacked(answer).decode())
            return False
    return True


def unpacked(answer: Any) -> bytes:
    """The page as it was before it was compressed."""
    is_packed = answer.get("Content-Encoding") == "gzip"
    return gzip.decompress(answer.content) if is_packed else answer.content


def _readers(at: desk.Desk) -> dict[str, Reader]:
    members = Member.objects.select_related("agency").filter(active=True, agency__active=True)
    found = {"": Reader(), DESK: Reader(members.get(key=at.member), at.long_case)}
    for role in Role:
        others = members.filter(roles__contains=[role]).exclude(key=at.member)
        member = None if role == Role.SYSTEM else others.order_by("key").first()
        if member is not None:
            found[role] = Reader(member)
    return found
