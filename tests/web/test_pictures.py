"""The pictures of README and manual, in both languages, from the invented country; only when TUTELA_PICTURES is set.

Each shows the day on which it was made, so that a run which does not ask for them leaves them alone.
"""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, Page

from tests.web.browsing import LANGUAGES, PICTURES, SIZES, chromium, needs_chromium, window
from tests.world import Templates, point
from tutela.config import database
from tutela.config.scratch import Pair
from tutela.sample import country

pytestmark = [
    pytest.mark.browser,
    needs_chromium,
    pytest.mark.skipif(not os.environ.get("TUTELA_PICTURES"), reason="only with TUTELA_PICTURES=1"),
]

#: Who is signed in for which pictures, by the keys of the invented country.
WHO = ("falk", "marek", "rahman", "wu", "hart", "aliyev", "nyberg", "silva")
#: A picture shows no more of a page than this.
MOST = {"wide": 1250, "small": 1100}
#: What a closed file says of itself.
CLOSED = re.compile("This file is closed|此档案已关闭")
ANSWERED = {
    "safe_now": "safe", "hurt": "no", "hungry": "yes", "place_tonight": "no_place", "who_present": "no",
    "age_band": "adult", "agreement": "yes", "hours": "yes", "papers": "yes", "debt": "yes", "threats": "yes",
}  # fmt: skip


@pytest.fixture(scope="module")
def told(db_templates: Templates, django_db_blocker: Any) -> Iterator[Pair]:
    """Eighteen months of the invented country, told once for all pictures."""
    with django_db_blocker.unblock():
        pair = db_templates.make()
        point(db_templates.urls.named(pair.main, pair.keys))
        country.load()
        connections.close_all()
        yield pair
        db_templates.drop_pair(pair)


@pytest.fixture
def db_world(db_templates: Templates, told: Pair, django_db_blocker: Any) -> Iterator[database.Urls]:
    """A copy of the invented country."""
    with django_db_blocker.unblock(), db_templates.clone(told) as urls:
        point(urls)
        yield urls


class Camera:
    """Windows for everybody in one language, and a picture of what they show."""

    def __init__(self, browser: Browser, site: str, cookies: dict[str, str], language: str) -> None:
        self.browser, self.site, self.cookies, self.language = browser, site, cookies, language

    def page(self, who: str, url: str, size: str = "wide", theme: str = "light") -> Page:
        """A page, opened by somebody."""
        page = window(
            self.browser, self.site, self.cookies, who, self.language, theme=theme, size=size
        ).new_page()
        page.set_extra_http_headers(
            {"Accept-Language": "en"}
        )  # the browser's own: its fields for days are English
        page.goto(self.site + url)
        return page

    def take(self, name: str, page: Page) -> None:
        """Keeps what the page shows, down to where a reader of the manual would stop."""
        size = page.viewport_size
        assert size
        kind = "small" if size["width"] == SIZES["small"][0] else "wide"
        high = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": size["width"], "height": min(high, MOST[kind])})
        picture = page.screenshot()
        assert len(picture) > 8_000, f"{name} shows nothing"
        PICTURES.mkdir(parents=True, exist_ok=True)
        (PICTURES / f"{name}.{self.language}.png").write_bytes(picture)
        page.context.close()


def signed_in(key: str) -> Client:
    """A browser of somebody of the invented country."""
    user, _ = get_user_model().objects.get_or_create(username=key)
    client = Client()
    client.force_login(user)
    return client


def screened(client: Client) -> str:
    """A screening with some answers; its address."""
    base = client.post("/screen/", {"setting": "labour_inspection", "key": str(uuid.uuid4())}).headers[
        "Location"
    ]
    for question, answer in ANSWERED.items():
        client.post(base, {"key": str(uuid.uuid4()), "question": question, "answer": answer})
    return str(base)


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_pictures_of_every_role(live_site: str, language: str, settings: Any) -> None:
    clients = {key: signed_in(key) for key in WHO}
    cookies = {key: client.cookies["s"].value for key, client in clients.items()}
    screening = screened(clients["falk"])
    settings.IS_DEMO = True
    with chromium() as browser:
        camera = Camera(browser, live_site, cookies, language)
        of_everybody(camera)
        of_a_first_responder(camera, screening)
        of_a_decision(camera)
        of_a_caseworker(camera)
        of_a_house_and_a_charge(camera)
        of_those_who_look(camera)


def of_everybody(camera: Camera) -> None:
    camera.take("sign-in", camera.page("", "/accounts/login/"))
    camera.take("instrument", camera.page("", "/instrument/"))
    camera.take("provision", camera.page("", "/instrument/P7/"))
    camera.take("components", camera.page("", "/components/", theme="dark"))


def of_a_first_responder(camera: Camera, screening: str) -> None:
    camera.take("responder", camera.page("falk", "/", "small"))
    camera.take("screening", camera.page("falk", f"{screening}?at=hungry", "small"))
    camera.take("result", camera.page("falk", f"{screening}result/", "small"))
    camera.take("card", camera.page("falk", f"{screening}card/?carry=yes", "small"))


def of_a_decision(camera: Camera) -> None:
    page = camera.page("marek", "/decisions/")
    first = page.locator("main a.name").first.get_attribute("href")
    camera.take("decisions", page)
    camera.take("decision", camera.page("marek", f"{first}{'&' if '?' in str(first) else '?'}take=1"))


def of_a_caseworker(camera: Camera) -> None:
    camera.take("home", camera.page("rahman", "/"))
    page = camera.page("rahman", "/caseload/")
    files = [str(one.get_attribute("href")) for one in page.locator(".mine a.name").all()]
    richest = max(files[:25], key=lambda url: _rich(page, camera.site + url))
    camera.take("caseload", page)
    camera.take("case", camera.page("rahman", richest))
    page = camera.page("rahman", f"{richest}name/", "small")
    page.fill(
        "#purpose", {"en": "to meet the person at the clinic", "zh": "到诊所与当事人见面"}[camera.language]
    )
    camera.take("name", page)
    camera.take("find-a-bed", camera.page("rahman", f"{richest}beds/", "small"))


def _rich(page: Page, url: str) -> float:
    """How much an open file has to show: what is owed, late and met, a breach and something refused, in a good mix."""
    text = page.request.get(url).text()
    if CLOSED.search(text):
        return -1
    overdue, owed, met = (text.count(f'"right {state}"') for state in ("overdue", "owed", "met"))
    marks = sum(min(text.count(one), 2) for one in ('"dot breach"', '"dot refused"'))
    return 3 * min(overdue, 2) + 2 * min(owed, 4) + min(met, 4) + marks - max(0, overdue - 4)


def of_a_house_and_a_charge(camera: Camera) -> None:
    camera.take("beds", camera.page("wu", "/beds/"))
    page = camera.page("hart", "/charges/")
    first = str(page.locator("main a.name").first.get_attribute("href"))
    camera.take("charges", page)
    case, _, charge = first.strip("/").partition("/charges/")
    page = camera.page("hart", f"/{case}/do/bring_charge/?charge={charge}")
    with page.expect_navigation():
        page.locator("main form button.go").click()
    camera.take("refusal", page)
    camera.take("charge", camera.page("hart", first))


def of_those_who_look(camera: Camera) -> None:
    camera.take("monitor", camera.page("aliyev", "/monitor/"))
    page = camera.page("aliyev", "/monitor/refusals/")
    first = page.locator("main .line a[href^='/monitor/files/']").first.get_attribute("href")
    page.context.close()
    camera.take("file-without-names", camera.page("aliyev", str(first)))
    camera.take("coordinator", camera.page("nyberg", "/"))
