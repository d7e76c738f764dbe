"""Who works with whom on the pages: named on the file, the silent shown, supervision read by the two alone."""

from __future__ import annotations

from datetime import timedelta

from tests.web.country import Country
from tests.web.test_pages import got
from tutela.agencies.system import system
from tutela.engine.access import Actor


def member(land: Country, key: str, name: str) -> str:
    """One more colleague."""
    from tests.people_who_act import did
    from tutela.agencies.actions import EnrolMember

    setup: Actor = system("setup")
    enrol = EnrolMember(
        agency=land.actors[key].agency_id, key=f"{key}-two", display_name=name, roles=("caseworker",)
    )
    return str(did(enrol, setup, land.now - timedelta(days=40)).made["member"])


def test_the_worker_stands_on_the_file_and_who_is_silent_on_the_workers_page(land: Country) -> None:
    browser, case = land.client("harbour"), land.ids["woman"]
    assert "nobody named yet" in got(browser, f"/cases/{case}/")
    other = member(land, "harbour", "Rosa Two")
    land.did("name_worker", "harbour", timedelta(hours=1), case=case, colleague=other)
    assert "Rosa Two" in got(browser, f"/cases/{case}/")
    case, _name = land.woman(ago=timedelta(days=20))
    land.did("name_worker", "harbour", timedelta(days=16), case=case, colleague=other)
    assert "1 person with nothing done for 14 days" in got(browser, "/workers/")
    text = got(land.client("council"), "/workers/")
    assert "Silent" in text and "Harbour House" in text and "Rosa Two" not in text


def test_what_was_said_is_opened_by_the_two_alone(land: Country) -> None:
    browser, agency = land.client("harbour"), str(land.actors["harbour"].agency_id)
    other = member(land, "harbour", "Rosa Two")
    today = land.now.date()
    first = {"agency": agency, "colleague": other, "next_on": str(today + timedelta(days=7))}
    land.did("record_supervision", "harbour", **first)
    assert "First day agreed" in got(browser, f"/workers/{other}/supervision/")
    made = land.did("record_supervision", "harbour", **first, held_on=str(today), words="zqx rest").made
    page = got(browser, f"/workers/{other}/supervision/")
    assert "Open what was said" in page and "zqx" not in page
    said = browser.post(f"/workers/{other}/supervision/", {"talk": made["supervision"]})
    assert "zqx rest" in said.content.decode()
    assert land.client("hill").get(f"/workers/{other}/supervision/").status_code == 404


def test_a_coordinator_reads_every_operation_and_begins_none(land: Country) -> None:
    day = str(land.now.date() + timedelta(days=9))
    land.did("plan_operation", "police", on_day=day, expected=6, children=1)
    text = got(land.client("council"), "/operations/")
    assert "Police, anti-trafficking unit" in text and "Begin an operation" not in text
    assert "Begin an operation" in got(land.client("police"), "/operations/")
    assert "Police, anti" not in got(land.client("north"), "/operations/")
