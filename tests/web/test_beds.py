"""Beds as people work with them: the calendar, finding one, two people at one, and a bed for tonight."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from tests.web.country import Country
from tests.web.test_languages import left_in_english
from tests.web.test_pages import got


@pytest.fixture
def house(land: Country) -> Country:
    """The country with a third room, for women, where Romanian is spoken, and one for whose age is in doubt."""
    about = {"agency": str(land.actors["hill"].agency_id), "house": "Hill Road"}
    for label, more in (
        ("Room 3", {"for_sex": "female", "languages": ["ro"]}),
        ("Room 4", {"for_whom": "age_disputed"}),
    ):
        land.did("register_place", "hill", **about, label=label, **more)
    return land


def today(land: Country) -> date:
    return land.now.date()


def key_in(text: str) -> str:
    found = re.search(r'name="key" value="([^"]+)"', text)
    assert found
    return found[1]


def test_the_calendar_names_whom_the_house_sees_and_counts_what_is_free(house: Country) -> None:
    text = got(house.client("hill"), "/beds/")
    assert "By room and day" in text and "Room 1" in text and "Room 4" in text
    pseudonym = re.search(r'class="taken" href="/cases/[^"]+"><strong>([^<]+)', text)
    assert pseudonym and "-" in pseudonym[1]
    assert text.count('class="free"') >= 21
    assert "No offer is open" in text and "Nobody is expected today" in text
    for week in ("1", "8", "99", "x"):
        got(house.client("hill"), f"/beds/?week={week}")


def test_an_offer_from_elsewhere_is_held_and_says_not_for_whom(house: Country) -> None:
    first = today(house)
    house.did("offer_place", "harbour", case=house.ids["woman"], place=str(house.ids["bed2"]),
              since=first.isoformat(), until=(first + timedelta(days=5)).isoformat())  # fmt: skip
    text = got(house.client("hill"), "/beds/")
    assert "Somebody whose file you do not see" in text and "offered, no answer yet" in text
    assert str(house.ids["woman"]) not in text


def test_who_has_no_places_learns_how_they_come_and_where_none_is_free(house: Country) -> None:
    text = got(house.client("council"), "/beds/")
    assert "Your agency has no places in this list" in text
    assert "no house takes them" in text and "3 of 3 free" not in text
    for key in ("court-street", "migration", "authority"):
        assert house.client(key).get("/beds/").status_code == 404
        assert house.client(key).get(f"/cases/{house.adult}/beds/").status_code == 404


def test_a_bed_is_found_for_a_person_and_the_reasons_are_said(house: Country) -> None:
    browser = house.client("harbour")
    url = f"/cases/{house.ids['woman']}/beds/"
    text = got(browser, url)
    assert text.index("Room 3") < text.index("Room 2"), (
        "the house that speaks the person's language comes first"
    )
    assert "Romanian spoken in the house" in text
    assert "plan an interpreter" in text
    assert "it is taken on one of these nights" in text
    assert "it is for others: People whose age is unknown or disputed" in text
    assert "it has steps" in got(browser, f"{url}?steps=yes")
    longer = (today(house) + timedelta(days=27)).isoformat()
    assert f"last={longer}" in text and "28 nights" in got(browser, f"{url}?last={longer}")
    assert "Room 4" in got(browser, f"/cases/{house.child}/beds/").split("not offered")[0]
    assert house.client("hill").get(url).status_code == 404


def test_the_second_at_a_bed_is_shown_what_else_is_free(house: Country) -> None:
    browser, url = house.client("harbour"), f"/cases/{house.ids['woman']}/beds/"
    data = {"key": key_in(got(browser, url)), "since": today(house).isoformat(), "last": today(house).isoformat(),
            "offer": str(house.ids["bed1"])}  # fmt: skip
    lost = browser.post(url, data)
    text = lost.content.decode()
    assert lost.status_code == 409 and "has just gone to somebody else" in text
    assert "Still free for the same nights" in text and "Room 3" in text
    won = browser.post(url, {**data, "key": key_in(text), "offer": str(house.ids["bed2"])}, follow=True)
    assert "Done: Offer a place" in won.content.decode()
    assert "The person takes it" in won.content.decode()


def test_a_bed_tonight_is_given_at_once(house: Country) -> None:
    browser = house.client("harbour")
    assert "/people/?for=place_tonight" in got(browser, "/urgent/")
    assert f"/cases/{house.ids['woman']}/beds/" in got(browser, "/people/?for=place_tonight")
    url = f"/cases/{house.ids['woman']}/beds/"
    done = browser.post(
        url, {"key": key_in(got(browser, url)), "tonight": str(house.ids["bed2"])}, follow=True
    )
    text = done.content.decode()
    assert "Done: Give a bed tonight" in text and "a bed for tonight" in text
    assert "Arriving today" in got(house.client("hill"), "/beds/")


def test_a_house_offers_its_own_bed_to_somebody_of_its_files(house: Country) -> None:
    house.did("grant_access", "harbour", case=house.ids["woman"], to_agency=str(house.actors["hill"].agency_id),
              purpose="shelter", basis="consent", compartments=["facts", "whereabouts"])  # fmt: skip
    browser = house.client("hill")
    url = f"/beds/{house.ids['bed2']}/"
    text = got(browser, url)
    assert "has another place on one of these nights" in text
    first = today(house) + timedelta(days=2)
    wrong = browser.post(url, {"since": first.isoformat(), "last": today(house).isoformat()})
    assert wrong.status_code == 422 and "The last night comes before the first" in wrong.content.decode()
    nobody = browser.post(url, {"since": first.isoformat(), "last": first.isoformat()})
    assert nobody.status_code == 422 and "Choose for whom" in nobody.content.decode()
    data = {"key": key_in(text), "since": first.isoformat(), "last": first.isoformat(),
            "person": str(house.ids["woman"])}  # fmt: skip
    done = browser.post(url, data, follow=True)
    assert "Done: Offer a place" in done.content.decode()
    assert "Offers waiting for an answer" in done.content.decode()
    assert browser.get(f"/beds/{house.adult}/").status_code == 404
    lost = browser.post(url, {**data, "key": "", "person": str(house.adult)})
    assert lost.status_code == 409
    assert f'action="/cases/{house.adult}/beds/"' in lost.content.decode()


def test_nothing_is_left_in_english(house: Country) -> None:
    found = {}
    for key, url in (("hill", "/beds/"), ("hill", f"/beds/{house.ids['bed2']}/"), ("council", "/beds/"),
                     ("harbour", f"/cases/{house.ids['woman']}/beds/"), ("harbour", "/caseload/?show=roof"),
                     ("harbour", f"/cases/{house.child}/")):  # fmt: skip
        browser = house.client(key)
        browser.cookies["django_language"] = "zh-hans"
        found[f"{key} {url}"] = left_in_english(browser.get(url).content.decode())
    assert {url: left for url, left in found.items() if left} == {}
