"""Both languages on every page: no English is left on a Chinese page, and every text has its Chinese."""

from __future__ import annotations

import re
import uuid
from html import unescape

from django.test import Client

from tests.web.country import AGENCIES, Country
from tutela.config import catalogue
from tutela.doors.web import doable
from tutela.engine.actions import registry

#: People's names, Tutela's own, and words that are the same in both languages.
SAME = re.compile(r"Tutela|English|[A-Z]\w+-\d+|E/2002/68/Add\.1|K 14/26|Hill Road|Room \d|[a-z-]+-one")
WORDS = re.compile(r"[A-Za-z]{3,}(?:[ ,;:’'-]+[A-Za-z]{2,})+")
PARTS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.S)


def chinese(browser: Client) -> Client:
    """The same browser, in Chinese."""
    browser.cookies["django_language"] = "zh-hans"
    return browser


def left_in_english(page: str) -> list[str]:
    """Runs of English words that a reader sees or hears, outside of what is marked as English."""
    page = page[page.index("<body") :]
    page = re.sub(r'<(\w+)[^>]* lang="en"[^>]*>.*?</\1>', " ", page, flags=re.S)
    heard = " ; ".join(re.findall(r'(?:aria-label|title|placeholder|content)="([^"]*)"', page))
    seen = PARTS.sub(" ; ", page)
    names = "|".join(re.escape(row[4]) for row in AGENCIES)
    text = SAME.sub(" ", re.sub(names, " ", unescape(seen + " ; " + heard)))
    return WORDS.findall(text)


def test_every_text_of_the_web_door_has_its_chinese() -> None:
    missing = [line for line in catalogue.gather().missing() if line.startswith("doors/web/")]
    assert missing == []


def test_no_english_is_left_on_chinese_pages(land: Country) -> None:
    north = chinese(land.client("north"))
    base = north.post("/screen/", {"setting": "labour_inspection", "key": str(uuid.uuid4())}).headers[
        "Location"
    ]
    public = ["/instrument/", "/words/", "/harm/", "/accounts/login/", "/nowhere/"]
    mine = [
        f"/cases/{land.adult}/",
        f"/cases/{land.adult}/charges/",
        f"/cases/{land.adult}/name/",
        f"/cases/{land.adult}/do/offer_place/",
    ]
    pages: list[tuple[Client, str]] = [(chinese(Client()), url) for url in public]
    pages += [
        (north, url)
        for url in ("/", "/urgent/", "/screen/", base, f"{base}result/", f"{base}card/?carry=yes")
    ]
    harbour = chinese(land.client("harbour"))
    pages += [(harbour, url) for url in ("/", "/people/", "/referrals/", "/do/", *mine)]
    monitor = chinese(land.client("rights"))
    behind = [f"/monitor/{what}/" for what in ("breaches", "refusals", "overdue", "waivers", "urgent")]
    pages += [(monitor, url) for url in ("/monitor/", *behind, f"/monitor/files/{land.adult}/")]
    pages += [(chinese(land.client("office")), "/alerts/")]
    found = {
        url: left for browser, url in pages if (left := left_in_english(browser.get(url).content.decode()))
    }
    assert found == {}


def test_no_english_is_left_on_the_forms_and_their_answers(land: Country) -> None:
    found: dict[str, list[str]] = {}
    browsers = {row[0]: chinese(land.client(row[0])) for row in AGENCIES}
    for action in registry:
        for key, browser in browsers.items():
            if doable.may_try(action, land.actors[key]) and action.name not in doable.DESIGNED:
                response = browser.get(doable.url_of(action, land.adult))
                if response.status_code == 200:
                    found[action.name] = left_in_english(response.content.decode())
                    break
    sent = {"placement": str(land.ids["placement"]), "because": "will_not_testify"}
    refused = browsers["hill"].post(f"/cases/{land.adult}/do/end_stay/", sent)
    found["refused"] = left_in_english(refused.content.decode())
    invalid = browsers["harbour"].post(f"/cases/{land.adult}/do/offer_place/", {"since": "x"})
    found["invalid"] = left_in_english(invalid.content.decode())
    assert {name: left for name, left in found.items() if left} == {}


def test_provisions_read_in_chinese(land: Country) -> None:
    browser = chinese(Client())
    found = {}
    for id_ in ("P1", "P7", "P8", "G2.1", "G2.5", "G2.6", "G3.1", "G4.6", "G6.1", "G6.2", "G8.1", "G11.1"):
        if left := left_in_english(browser.get(f"/instrument/{id_}/").content.decode()):
            found[id_] = left
    assert found == {}


def test_pages_of_signing_in_are_ours_and_in_chinese(land: Country) -> None:
    browser = chinese(land.client("harbour"))
    found = {}
    for url in (
        "/accounts/logout/",
        "/accounts/2fa/",
        "/accounts/password/change/",
        "/accounts/reauthenticate/",
    ):
        response = browser.get(url, follow=True)
        assert response.status_code == 200, url
        page = response.content.decode()
        assert '<main id="main"' in page, url
        if left := left_in_english(page):
            found[url] = left
    assert found == {}
