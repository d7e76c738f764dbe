"""A person's plan on one page, in both languages; and what was taken back, answered without sight of the file."""

from __future__ import annotations

from datetime import timedelta

from tests.web.country import Country
from tests.web.test_pages import got


def planned(land: Country) -> str:
    """A plan of several steps for the adult of the country."""
    case, today = land.adult, land.now.date()
    own = str(land.actors["harbour"].agency_id)
    at, about = timedelta(hours=1), {"case": str(case)}
    land.did("assess_needs", "harbour", at, **about, now=["medical"], soon=["legal", "papers"], later=["housing"],
             asked_herself=True, interpreting="in_person")  # fmt: skip
    land.did("add_plan_step", "harbour", at, **about, kind="papers", bearer=own, said_through="interpreter",
             by_day=(today + timedelta(days=9)).isoformat())  # fmt: skip
    land.did("agree_plan", "harbour", at, **about, answer="yes", said_through="interpreter", language="bn",
             review_on=(today + timedelta(days=30)).isoformat(), worry_ways=["call_her"])  # fmt: skip
    return f"/cases/{case}/plan/"


def test_the_plan_says_what_she_needs_and_when_it_is_looked_at_again(land: Country) -> None:
    url, browser = planned(land), land.client("harbour")
    text = got(browser, url)
    for said in (
        "The first day",
        "Housing after the shelter",
        "Looked at again on",
        "Call the person",
        "holds until",
    ):
        assert said in text, said
    browser.post("/preferences/language/", {"language": "zh-hans", "next": url})
    text = got(browser, url)
    assert "离开庇护所后的住房" in text and "给当事人打电话" in text


def test_a_plan_is_nobody_elses_to_read(land: Country) -> None:
    assert land.client("rights").get(f"/cases/{land.adult}/plan/").status_code == 404


def test_what_was_taken_back_is_answered_without_sight(land: Country) -> None:
    case, office = land.ids["woman"], str(land.actors["office"].agency_id)
    land.did("grant_access", "harbour", timedelta(hours=1), case=case, to_agency=office, purpose="protection",
             basis="consent")  # fmt: skip
    page = got(land.client("harbour"), f"/cases/{case}/do/withdraw_consent/")
    consent = page.split('name="consent"')[1].split('value="')
    chosen = next(v.split('"')[0] for v in consent if len(v.split('"')[0]) == 36)
    land.did("withdraw_consent", "harbour", timedelta(hours=2), case=case, consent=chosen,
             said_through="interpreter")  # fmt: skip
    browser = land.client("office")
    assert browser.get(f"/cases/{case}/").status_code == 404
    text = got(browser, "/taken-back/")
    assert str(case) not in text
    withdrawal = text.split('name="withdrawal" value="')[1].split('"')[0]
    assert browser.post("/taken-back/", {"withdrawal": withdrawal}).status_code == 422
    sent = {"withdrawal": withdrawal, "stopped": "stopped_and_deleted"}
    assert browser.post("/taken-back/", sent).status_code == 302
    assert "Nothing waits for your answer." in got(browser, "/taken-back/")


def test_a_house_sees_who_is_on_call_and_what_was_left(land: Country) -> None:
    hill, soon = land.actors["hill"], land.now + timedelta(hours=9)
    agency, member = str(hill.agency_id), str(hill.member_id)
    land.did(
        "set_on_call",
        "hill",
        agency=agency,
        member=member,
        since=land.now.isoformat(),
        until=soon.isoformat(),
    )
    land.did("hand_over_shift", "hill", agency=agency, to_member=member, points=["medicine", "quiet"])
    text = got(land.client("hill"), "/beds/")
    assert "on call from" in text and "Medicine, All is quiet" in text
