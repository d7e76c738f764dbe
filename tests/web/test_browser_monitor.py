"""The monitor by keyboard: narrow the board, open a number, look at the file; charts and components under axe."""

from __future__ import annotations

import pytest

from tests.web.browsing import LANGUAGES, chromium, needs_chromium, signed_in, window
from tests.web.country import Country
from tests.web.test_browser import all_faults, go_by_key, tab_to

pytestmark = [pytest.mark.browser, needs_chromium]


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_from_the_board_to_a_file_without_names(live_site: str, land: Country, language: str) -> None:
    cookies = signed_in(land, {"rights"})
    size, other = ("wide", "small") if language == "en" else ("small", "wide")
    found: dict[str, list[str]] = {}
    with chromium() as browser:
        page = window(browser, live_site, cookies, "rights", language, size=size).new_page()
        page.goto(live_site + "/monitor/")
        tab_to(page, "f-days")
        page.keyboard.press("ArrowDown")
        tab_to(page, "f-agency")
        with page.expect_navigation():
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
        assert "days=90" in page.url
        page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
        found["board"] = all_faults(page, size)
        page.goto(live_site + "/monitor/refusals/?days=90")
        go_by_key(page, str(land.adult)[:8])
        assert page.url.endswith(f"/monitor/files/{land.adult}/")
        assert "Rahman" not in page.content()
        public = window(browser, live_site, cookies, "", language, size=other).new_page()
        public.goto(live_site + "/instrument/P7/")
        public.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
        found["provision"] = all_faults(public, other)
        if language == "en":
            public.goto(live_site + "/components/")
            found["components"] = all_faults(public, other)
    assert {name: faults for name, faults in found.items() if faults} == {}
