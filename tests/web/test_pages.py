"""Each page for each role: it comes, it has one heading, and it asks the database little."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web.country import AGENCIES, Country

MOST_QUERIES = 15


@contextmanager
def few_queries(about: str, most: int = MOST_QUERIES) -> Iterator[None]:
    """Holds a page to the number of statements that a page may issue; beginning and ending are not counted."""
    with CaptureQueriesContext(connection) as seen:
        yield
    asked = [
        q["sql"] for q in seen.captured_queries if not re.match(r"(BEGIN|COMMIT|SAVEPOINT|RELEASE)", q["sql"])
    ]
    assert len(asked) <= most, f"{about}: {len(asked)}\n" + "\n".join(q[:160] for q in asked)


def got(browser: Client, url: str, status: int = 200) -> str:
    """The page at an address, with everything that holds for every page."""
    with few_queries(url):
        response = browser.get(url)
    assert response.status_code == status, (url, response.status_code)
    text = response.content.decode()
    assert len(re.findall(r"<h1[ >]", text)) == 1, url
    assert "style=" not in text and "onclick" not in text, url
    assert '<main id="main"' in text and "skip" in text
    return text


def without_marks(page: bytes) -> bytes:
    """A page without what differs at every request: its address and its tokens."""
    return re.sub(rb"/cases/[0-9a-f-]+/|csrfmiddlewaretoken. value=.\w+", b"", page)


def test_public_pages_need_nobody(db_world: object) -> None:
    browser = Client()
    for url in ("/instrument/", "/instrument/P7/", "/words/", "/harm/", "/accounts/login/"):
        got(browser, url)
    got(browser, "/instrument/P99/", 404)
    assert "sessionid" not in browser.cookies and "s" not in browser.cookies
    assert browser.get("/").status_code == 302


@pytest.mark.parametrize("key", [row[0] for row in AGENCIES if row[0] != "rights"])
def test_every_role_sees_what_it_owes_and_whom(land: Country, key: str) -> None:
    browser = land.client(key)
    assert "What I owe" in got(browser, "/")
    for url in ("/people/", "/do/", "/screen/", "/referrals/", "/urgent/"):
        got(browser, url)
    sees = browser.get(f"/cases/{land.adult}/").status_code == 200
    assert sees is (key not in ("children", "clinic", "office", "social"))
    if sees:
        text = got(browser, f"/cases/{land.adult}/")
        assert "What this person is owed" in text
        assert "Rahman" not in text
        for show in ("acts", "refusals", "breaches", "duties", "nonsense"):
            got(browser, f"/cases/{land.adult}/?show={show}")
    assert browser.get("/monitor/").status_code == 404


def test_the_monitor_sees_numbers_and_what_is_behind_them(land: Country) -> None:
    browser = land.client("rights")
    assert browser.get("/").headers["Location"] == "/monitor/"
    text = got(browser, "/monitor/")
    assert "The last thirty days" in text
    for what in ("breaches", "refusals", "overdue", "waivers", "urgent"):
        got(browser, f"/monitor/{what}/")
    behind = got(browser, "/monitor/refusals/?provision=P8")
    assert f"/monitor/files/{land.adult}/" in behind
    page = got(browser, f"/monitor/files/{land.adult}/")
    assert "Rahman" not in page
    assert browser.get(f"/cases/{land.adult}/").status_code == 404
    assert browser.get("/monitor/nothing/").status_code == 404


def test_what_is_not_yours_looks_like_what_does_not_exist(land: Country) -> None:
    browser = land.client("clinic")
    other = browser.get(f"/cases/{land.adult}/")
    absent = browser.get("/cases/5f0f6c9a-6a0e-4f0e-9d0b-2f6a0c1d7e11/")
    assert other.status_code == absent.status_code == 404
    assert without_marks(other.content) == without_marks(absent.content)
    for path in ("name/", "do/offer_place/"):
        assert browser.get(f"/cases/{land.adult}/{path}").status_code == 404


def test_a_list_of_more_than_a_hundred_is_paged_and_misses_nobody(land: Country) -> None:
    for _ in range(104):
        land.did("open_case", "clinic")
    browser = land.client("clinic")
    first = got(browser, "/people/")
    after = re.search(r'href="\?after=([^"&]+)', first)
    assert after
    second = got(browser, f"/people/?after={after[1]}")
    names = re.findall(r'class="name" href="/cases/([0-9a-f-]+)/', first + second)
    assert len(names) == len(set(names)) == 104
    got(browser, "/people/?after=rubbish")


def test_a_name_opens_for_a_purpose_only_and_says_so(land: Country) -> None:
    browser = land.client("harbour")
    url = f"/cases/{land.adult}/name/"
    assert "Rahman" not in got(browser, url)
    empty = browser.post(url, {"purpose": " "})
    assert empty.status_code == 422 and b"Rahman" not in empty.content
    opened = browser.post(url, {"purpose": "to meet him at the clinic"})
    assert opened.status_code == 200
    assert b"Rahman Example" in opened.content and b"on record" in opened.content
    assert opened.headers["Cache-Control"] == "no-store"
    assert land.client("court-street").get(url).status_code == 404


def test_signing_out_ends_the_session_everywhere(land: Country) -> None:
    from tutela.agencies.reads import who_is

    browser = land.client("harbour")
    got(browser, "/")
    handle = browser.session["tutela"]
    assert who_is(handle)
    browser.post("/accounts/logout/")
    assert who_is(handle) is None
    assert browser.get("/people/").status_code == 302


def test_a_demo_lets_one_choose_whom_to_be(land: Country, settings: object) -> None:
    browser = Client()
    assert browser.post("/demo/sign-in/", {"member": "harbour-one"}).status_code == 404
    settings.IS_DEMO = True  # type: ignore[attr-defined]  # pytest-django's wrapper
    assert "Ines Duarte" in got(browser, "/accounts/login/")
    assert browser.post("/demo/sign-in/", {"member": "nobody"}).status_code == 404
    assert (
        browser.post("/demo/sign-in/", {"member": "harbour-one", "next": "//evil.example"}).headers[
            "Location"
        ]
        == "/"
    )
    assert "Harbour House" in got(browser, "/")


def test_language_and_theme_are_chosen_by_post_only(land: Country) -> None:
    browser = Client()
    assert browser.get("/preferences/theme/").status_code == 405
    browser.post("/preferences/theme/", {"theme": "dark", "next": "/words/"})
    assert 'data-theme="dark"' in got(browser, "/words/")
    browser.post("/preferences/language/", {"language": "zh-hans", "next": "/words/"})
    assert 'lang="zh-Hans"' in got(browser, "/words/")


def test_errors_say_nothing_of_what_was_sent(land: Country) -> None:
    browser = Client(raise_request_exception=False, enforce_csrf_checks=True)
    refused = browser.post("/demo/sign-in/", {"member": "MARKED-NAME"})
    assert refused.status_code == 403
    assert b"MARKED-NAME" not in refused.content and b"<h1" in refused.content
    missing = browser.get("/cases/MARKED-NAME/")
    assert missing.status_code == 404 and b"<h1" in missing.content


def test_a_letter_comes_as_a_file_with_a_name_that_says_nothing(land: Country) -> None:
    land.did("send_letter", "aid", case=land.adult, charge_ref="K 14/26", agreement="agreed",
             to_agency=str(land.actors["court-street"].agency_id))  # fmt: skip
    browser = land.client("aid")
    page = got(browser, f"/cases/{land.adult}/charges/")
    assert "K 14/26" in page and "nobody has assessed the link yet" in page
    links = re.findall(r'href="(/cases/[^"]+/letters/[^"]+)"', page)
    assert len(links) == 4 and not any("K%20" in link for link in links)
    for link in links:
        response = browser.get(link)
        assert response.status_code == 200 and len(response.content) > 5_000
        assert re.search(r'filename="letter-[\d-]+\.(pdf|docx)"', response.headers["Content-Disposition"])
        assert land.client("clinic").get(link).status_code == 404
    assert browser.get(links[0].replace("/en/", "/fr/")).status_code == 404
    assert land.client("clinic").get(f"/cases/{land.adult}/charges/").status_code == 404
