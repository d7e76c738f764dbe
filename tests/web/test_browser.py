"""What pages do with scripts and without: what each role does is told in `roles`; axe looks in `test_every_page`."""

from __future__ import annotations

import uuid

import pytest

from tests.web.browsing import chromium, needs_chromium, signed_in, window
from tests.web.country import Country

pytestmark = [pytest.mark.browser, needs_chromium]


def test_a_page_needs_no_script(live_site: str, land: Country) -> None:
    cookies = signed_in(land, {"harbour"})
    with chromium() as browser:
        context = browser.new_context(java_script_enabled=False)
        context.add_cookies([{"name": "s", "value": cookies["harbour"], "url": live_site}])
        page = context.new_page()
        page.goto(f"{live_site}/do/open_case/")
        page.get_by_role("button", name="Do this").click()
        assert "/cases/" in page.url and uuid.UUID(page.url.split("/")[4])


def test_earlier_entries_come_as_one_scrolls(live_site: str, land: Country) -> None:
    for _ in range(52):
        land.did("service_given", "harbour", case=land.adult, service="material")
    cookies = signed_in(land, {"harbour"})
    told: list[str] = []
    with chromium() as browser:
        page = window(browser, live_site, cookies, "harbour", "en").new_page()
        page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
        page.goto(f"{live_site}/cases/{land.adult}/")
        shown = page.locator("#happened .line").count()
        page.locator("#happened details.more > summary").last.click()
        page.get_by_role("link", name="Earlier entries").scroll_into_view_if_needed()
        page.wait_for_function("n => document.querySelectorAll('#happened .line').length > n", arg=shown)
    assert told == []


def test_a_fault_leads_to_its_field(live_site: str, land: Country) -> None:
    cookies = signed_in(land, {"harbour"})
    with chromium() as browser:
        page = window(browser, live_site, cookies, "harbour", "en").new_page()
        page.goto(f"{live_site}/cases/{land.adult}/do/offer_place/")
        page.get_by_role("button", name="Do this").click()
        first = page.locator(".faults a").first
        field = (first.get_attribute("href") or "").removeprefix("#")
        first.click()
        assert field.startswith("f-") and page.evaluate("document.activeElement.id") == field
