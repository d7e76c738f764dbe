"""Notices: the inbox of a member, and mail that says nothing, loses nothing and is not sent to whoever did it."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from tests.web.country import Country
from tests.web.test_pages import got
from tutela.config.mail import mail_settings
from tutela.doors.web import notices
from tutela.doors.web.models import NoticeMail
from tutela.engine.access import acting
from tutela.engine.models import Duty


class Post(socketserver.StreamRequestHandler):
    """A mail server that takes everything and remembers it."""

    taken: list[str] = []

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline():
            if line.upper().startswith(b"DATA"):
                self.wfile.write(b"354 go on\r\n")
                text = b""
                while (line := self.rfile.readline()) != b".\r\n":
                    text += line
                Post.taken.append(text.decode())
            self.wfile.write(b"221 bye\r\n" if line.upper().startswith(b"QUIT") else b"250 fine\r\n")


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def mail_on(settings: Any, port: int) -> None:
    for name, value in mail_settings(f"smtp://127.0.0.1:{port}/?from=tutela@mail.example").items():
        setattr(settings, name, value)


@contextmanager
def server(port: int) -> Iterator[None]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", port), Post) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield
        running.shutdown()
        thread.join()


def referred(land: Country) -> str:
    """The woman is referred to the clinic; the act by which its duty to answer began."""
    case = land.ids["woman"]
    land.did("refer_person", "harbour", timedelta(minutes=5), case=str(case), purpose="health", agreed=True,
             to_agency=str(land.actors["clinic"].agency_id))  # fmt: skip
    with acting(land.actors["clinic"]):
        return str(Duty.objects.get(subject_id=case, rule="referral_answer").started_by_act)


def last_mail(land: Country, key: str) -> NoticeMail | None:
    return notices.mine(land.actors[key])[1]


def are_new(land: Country) -> bool:
    clinic = land.actors["clinic"]
    return any(one.is_new for one in notices.inbox(clinic, land.now, notices.mine(clinic)[0].read_until))


def chosen(land: Country, **more: bool) -> None:
    for key in ("clinic", "harbour", "police"):
        notices.keep(land.actors[key], address=f"{key}@mail.example", **more)


def test_the_inbox_says_what_waits_and_names_nobody(land: Country) -> None:
    referred(land)
    browser = land.client("clinic")
    text = got(browser, "/notices/")
    assert "A referral waits for your answer" in text
    with acting(land.actors["clinic"]), connection.cursor() as cursor:
        cursor.execute("SELECT pseudonym FROM cases_case")
        assert all(name not in text for (name,) in cursor.fetchall())
    assert are_new(land)
    browser.post("/notices/", {"read": "1"})
    assert not are_new(land)
    browser.post("/preferences/language/", {"language": "zh-hans", "next": "/notices/"})
    assert "有一项转介等待您答复" in got(browser, "/notices/")


def test_a_server_that_is_down_loses_nothing(land: Country, mail_on: None, port: int) -> None:
    chosen(land, mail=True)
    act = referred(land)
    notices.told("done", {"act": act})
    notices.told("done", {"act": act})  # told again: still one
    assert last_mail(land, "harbour") is None  # whoever did it needs no mail
    assert last_mail(land, "police") is None
    assert notices.send() == 0
    waiting = last_mail(land, "clinic")
    assert waiting is not None and waiting.sent_at is None
    assert (waiting.tries, waiting.failed) == (1, "ConnectionRefusedError")
    assert "will be tried again" in got(land.client("clinic"), "/notices/")
    assert notices.send() == 0  # not at once again
    Post.taken.clear()
    later = datetime.now(UTC) + timedelta(minutes=5)
    with server(port):
        assert notices.send(later) == 1 and notices.send(later) == 0
    [mail] = Post.taken
    assert "Subject: Your list" in mail and "/accounts/login/" in mail and "clinic@mail.example" in mail
    assert "referral" not in mail.lower() and str(land.ids["woman"]) not in mail
    sent = last_mail(land, "clinic")
    assert sent is not None and sent.sent_at is not None and sent.failed == ""


def test_the_digest_comes_once_a_day_and_only_to_who_wants_it(land: Country, mail_on: None) -> None:
    chosen(land, digest=True)
    referred(land)
    with acting(land.actors["clinic"]):
        due = Duty.objects.get(rule="referral_answer", subject_id=land.ids["woman"]).due_at
    assert due is not None
    assert notices.digest(due) >= 1
    found = last_mail(land, "clinic")
    assert found is not None and found.kind == "digest"
    assert notices.digest(due + timedelta(hours=2)) == 0


def test_without_an_address_of_a_server_no_mail_is_asked_for(land: Country, settings: Any) -> None:
    settings.EMAIL_BACKEND = mail_settings("")["EMAIL_BACKEND"]
    chosen(land, mail=True)
    notices.told("done", {"act": referred(land)})
    assert last_mail(land, "clinic") is None and notices.send() == 0
