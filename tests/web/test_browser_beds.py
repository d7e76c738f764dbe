"""Beds by keyboard, the calendar by arrow keys, a file that loads as one scrolls; axe, sizes, themes, languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.web.browsing import LANGUAGES, chromium, needs_chromium, signed_in, window
from tests.web.country import Country
from tests.web.test_browser import all_faults, go_by_key

pytestmark = [pytest.mark.browser, needs_chromium]


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_axe_finds_nothing_on_beds_and_on_my_people(live_site: str, land: Country, language: str) -> None:
    woman, girl = land.ids["woman"], land.child
    pages = [("hill", "/beds/"), ("hill", f"/beds/{land.ids['bed2']}/"), ("council", "/beds/"),
             ("harbour", f"/cases/{woman}/beds/"), ("harbour", f"/cases/{girl}/beds/?since=2020-01-01"),
             ("harbour", "/caseload/"), ("harbour", f"/cases/{land.adult}/"), ("harbour", "/")]  # fmt: skip
    cookies = signed_in(land, {key for key, _ in pages})
    found: dict[str, list[str]] = {}
    with chromium() as browser:
        windows = {key: window(browser, live_site, cookies, key, language).new_page() for key, _ in pages}
        for key, url in pages:
            page = windows[key]
            page.goto(live_site + url)
            page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
            if faults := all_faults(page, "wide" if language == "en" else "small"):
                found[f"{key} {url}"] = faults
    assert found == {}


def test_a_bed_is_found_by_keyboard_alone(live_site: str, land: Country) -> None:
    cookies = signed_in(land, {"harbour", "hill"})
    with chromium() as browser:
        page = window(browser, live_site, cookies, "harbour", "en").new_page()
        page.goto(f"{live_site}/caseload/?show=roof")
        pseudonym = page.locator(".mine a.name").nth(1).inner_text()
        for name in (pseudonym, "Find a bed", "Offer this bed"):
            go_by_key(page, name)
        assert page.get_by_role("status").inner_text().startswith("Done: Offer a place.")
        go_by_key(page, "The person takes it")
        go_by_key(page, "Do this")
        assert "A safe place to stay" in page.get_by_role("status").inner_text()
        _by_arrows(window(browser, live_site, cookies, "hill", "en").new_page(), live_site)


def _by_arrows(page: Page, site: str) -> None:
    page.goto(f"{site}/beds/")
    page.locator("table.beds a.free").first.focus()
    before = page.evaluate("document.activeElement.href")
    page.keyboard.press("ArrowRight")
    after = page.evaluate("document.activeElement.href")
    assert after != before and "since=" in after
    page.keyboard.press("ArrowUp")
    assert "/cases/" in page.evaluate("document.activeElement.href")


def test_earlier_entries_come_as_one_scrolls_and_filters_stay_on_the_page(
    live_site: str, land: Country
) -> None:
    for _ in range(52):
        land.did("service_given", "harbour", case=land.adult, service="material")
    cookies = signed_in(land, {"harbour"})
    told: list[str] = []
    with chromium() as browser:
        page = window(browser, live_site, cookies, "harbour", "en").new_page()
        page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
        page.goto(f"{live_site}/cases/{land.adult}/")
        shown = page.locator("#happened .line").count()
        page.get_by_role("link", name="Earlier entries").scroll_into_view_if_needed()
        page.wait_for_function("n => document.querySelectorAll('#happened .line').length > n", arg=shown)
        page.get_by_role("link", name="refusals", exact=True).click()
        page.locator("#show-refusals[aria-current]").wait_for()
        assert page.locator("#happened .line").count() == 1
        assert page.evaluate("document.activeElement.id") == "show-refusals"
    assert told == []
