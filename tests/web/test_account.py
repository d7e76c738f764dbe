"""One's own account: where one is signed in, how one signs in, how one sees pages. Nobody else's, and no more."""

from __future__ import annotations

import re
from datetime import timedelta

import psycopg
import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import get_user_model
from django.test import Client

from tests.web.country import Country
from tutela.agencies.sessions import sessions_of
from tutela.config.database import Urls
from tutela.doors.cli.login import give
from tutela.doors.web.devices import device_code, device_said
from tutela.doors.web.explained import explained

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:147.0) Gecko/20100101 Firefox/147.0"
SECRET = "a long enough password"


def signed_in(land: Country, key: str, agent: str = "") -> Client:
    """A browser that came by the sign-in page."""
    user, _ = get_user_model().objects.get_or_create(username=land.members[key])
    user.set_password(SECRET)
    user.save()
    browser = Client(headers={"user-agent": agent})
    answer = browser.post("/accounts/login/", {"login": land.members[key], "password": SECRET})
    assert answer.status_code == 302, answer.content[:2000]
    return browser


@pytest.mark.parametrize(
    ("agent", "code"),
    [
        (FIREFOX, "firefox/windows"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/150.0 Safari/537.36", "chrome/linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0 Safari/537.36 Edg/150.0", "edge/windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1", "safari/iphone"),
        ("curl/8.5", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_a_device_is_two_words_without_a_version(agent: str, code: str) -> None:
    assert device_code(agent) == code
    assert not re.search(r"\d", device_said(code))


def test_sessions_are_listed_and_end_at_once(land: Country, db_world: Urls) -> None:
    here, there = signed_in(land, "harbour", FIREFOX), signed_in(land, "harbour")
    other = signed_in(land, "north")
    page = here.get("/account/").content.decode()
    assert "Firefox on Windows" in page and "A device of unknown kind" in page and "this one" in page
    actor = land.actors["harbour"]  # a third session, of the test's own
    wanted = next(s for s in sessions_of(actor) if s.device == "firefox/windows")
    there.post("/account/sessions/end/", {"session": str(wanted.id)})
    for address in ("/", "/account/", "/accounts/2fa/", "/accounts/password/change/"):
        answer = here.get(address)
        assert answer.status_code == 302 and "/accounts/login/" in answer.headers["Location"], address
    assert other.get("/account/").status_code == 200
    foreign = sessions_of(land.actors["north"])[-1]
    there.post("/account/sessions/end/", {"session": str(foreign.id)})
    there.post("/account/sessions/end/", {})
    assert other.get("/account/").status_code == 200, "somebody else's session does not end"
    assert there.get("/account/").status_code == 200 and sessions_of(actor) == []
    with psycopg.connect(db_world.owner) as admin:
        row = admin.execute(
            "SELECT count(*) FROM agencies_session WHERE device <> '' AND ended_at IS NOT NULL"
        )
        assert row.fetchone() == (0,), "what has ended is forgotten"


def test_when_a_session_was_used_is_exact_to_minutes(land: Country, db_world: Urls) -> None:
    browser = signed_in(land, "harbour")
    with psycopg.connect(db_world.owner, autocommit=True) as admin:
        admin.execute("UPDATE agencies_session SET used_at = used_at - interval '1 hour'")
    browser.get("/account/")
    used = sorted(s.used_at for s in sessions_of(land.actors["harbour"]))
    assert used[-1] - used[0] > timedelta(minutes=50)


def test_language_and_colours_go_with_the_member(land: Country) -> None:
    first = signed_in(land, "rights")
    first.post("/preferences/language/", {"language": "zh-hans", "next": "/account/"})
    first.post("/preferences/theme/", {"theme": "dark", "next": "/account/"})
    second = signed_in(land, "rights")
    page = second.get("/account/").content.decode()
    assert '<html lang="zh-Hans"' in page and 'data-theme="dark"' in page
    second.post("/preferences/language/", {"language": "tlh", "next": "/"})
    third = signed_in(land, "north")
    assert '<html lang="en"' in third.get("/account/").content.decode()
    nobody = Client()
    assert not nobody.post("/preferences/theme/", {"theme": "pink"}).cookies


def test_the_second_step(land: Country, db_world: Urls) -> None:
    browser = signed_in(land, "harbour")
    user = get_user_model().objects.get(username=land.members["harbour"])
    page = browser.get("/accounts/2fa/totp/activate/", follow=True)
    assert "Is it still you?" in page.content.decode()
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    with psycopg.connect(db_world.owner) as admin:
        row = admin.execute("SELECT data::text FROM mfa_authenticator").fetchone()
    assert row and secret not in row[0], "a copy of the database makes nobody's codes"
    assert Authenticator.objects.get().wrap().validate_code("000000") is False
    again = Client()
    answer = again.post("/accounts/login/", {"login": land.members["harbour"], "password": SECRET})
    assert answer.headers["Location"] == "/accounts/2fa/authenticate/"
    assert again.get("/").status_code == 302, "not signed in by the password alone"
    page = again.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert page.status_code == 200 and 'aria-invalid="true"' in page.content.decode()
    assert "s" in browser.cookies and "Use a passkey" in page.content.decode()


def test_a_lost_phone_is_not_a_lost_member(land: Country) -> None:
    browser = signed_in(land, "harbour")
    user = get_user_model().objects.get(username=land.members["harbour"])
    TOTP.activate(user, generate_totp_secret())
    password = give(land.members["harbour"], anew=True)
    assert browser.get("/account/").status_code == 302, "every session has ended"
    again = Client()
    answer = again.post("/accounts/login/", {"login": land.members["harbour"], "password": password})
    assert answer.headers["Location"] == "/" and again.get("/account/").status_code == 200


def test_a_word_explains_itself_once_and_only_as_a_whole() -> None:
    seen: set[str] = set()
    first = explained("Breaches open", "en", seen)
    assert first.startswith("<button") and "popover" in first and first.endswith(" open")
    assert explained("Breaches open", "en", seen) == "Breaches open"
    assert explained("A breached <wall>", "en", set()) == "A breached &lt;wall&gt;"
    assert "popover" in explained("未了结的违反", "zh-hans", set())
    assert 'id="term-means_element"' in explained("Means", "en", set(), "means")


def test_what_is_not_offered_is_not_there_and_the_rest_is_ours(client: Client, db_world: Urls) -> None:
    for way in ("signup", "email", "confirm-email", "confirm-email/x:y", "password/reset", "social/signup"):
        assert client.get(f"/accounts/{way}/").status_code == 404, way
    for way, said in (("inactive", "This log-in is closed"), ("3rdparty/login/cancelled", "Not signed in")):
        page = client.get(f"/accounts/{way}/").content.decode()
        assert f"<h1>{said}</h1>" in page and "Third-Party" not in page
