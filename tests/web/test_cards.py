"""Cards for places: for everybody, in each language whole, small, with no cookie, no script, nothing from elsewhere."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tutela.config.database import Urls
from tutela.engine import profile
from tutela.guidelines.g02_identification.cards import SPOTS, languages

PLACES = [(language, spot) for language in languages() for spot in SPOTS]


def test_every_card_is_small_and_leaves_nothing_behind(db_world: Urls) -> None:
    client = Client()
    for language, spot in PLACES:
        page = client.get(f"/places/{language}/{spot}/")
        text = page.content.decode()
        assert page.status_code == 200 and len(page.content) < 6_000, (language, spot)
        assert not page.cookies and "no-store" in page.headers["Cache-Control"]
        assert "script" not in text and not re.findall(r'src="|@import|url\(', text)
        assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert page.headers["Referrer-Policy"] == "no-referrer"


def test_its_title_gives_nothing_away(db_world: Urls) -> None:
    for language, spot in PLACES:
        text = Client().get(f"/places/{language}/{spot}/").content.decode()
        title = re.search(r"<title>(.*?)</title>", text)
        assert title and not re.search(r"traffick|victim|help|贩|受害|求助|Tutela", title.group(1))


@pytest.mark.parametrize(
    ("asked", "said"), [("zh-CN,zh;q=0.9", "旅行须知"), ("sw", "Information for travellers")]
)
def test_without_a_language_the_device_says_which(db_world: Urls, asked: str, said: str) -> None:
    assert said in Client().get("/places/", headers={"Accept-Language": asked}).content.decode()


def test_unknown_places_and_languages_are_not_there(db_world: Urls) -> None:
    for path in ("/places/xx/", "/places/en/nowhere/", "/places/en/other/"):
        assert Client().get(path).status_code == 404


def test_numbers_are_those_of_the_country(db_world: Urls) -> None:
    with profile.use("GBR"):
        assert "08000 121 700" in Client().get("/places/en/workplace/").content.decode()
    assert "Ask any clinic" in Client().get("/places/en/workplace/").content.decode()
