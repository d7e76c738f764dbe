"""Decision-maker, prosecutor and link assessor in a real browser: languages, sizes, themes; by keyboard alone."""

from __future__ import annotations

import uuid

import pytest
from playwright.sync_api import Page

from tests.web.browsing import (
    LANGUAGES,
    axe,
    chromium,
    layout,
    needs_chromium,
    resize,
    signed_in,
    theme,
    window,
)
from tests.web.country import Country
from tests.web.test_browser import go_by_key, tab_to
from tests.web.test_prosecution import REF
from tutela.engine.access import acting
from tutela.guidelines.g05_enforcement.models import Charge

pytestmark = [pytest.mark.browser, needs_chromium]


def faults(page: Page) -> list[str]:
    """What is wrong with the open page: all rules in one size and theme, contrast and layout in the other."""
    page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    resize(page, "wide")
    theme(page, "light")
    found = axe(page) + layout(page)
    resize(page, "small")
    theme(page, "dark")
    return found + [f"dark: {one}" for one in axe(page, "color-contrast") + layout(page)]


def pages(land: Country, charge: uuid.UUID) -> list[tuple[str, str]]:
    case = f"/cases/{land.adult}"
    return [
        ("authority", "/decisions/"),
        ("authority", f"{case}/do/decide_conclusive/?take=1"),
        ("authority", f"{case}/do/decide_reconsideration/"),
        ("court-street", "/charges/"),
        ("court-street", f"{case}/charges/{charge}/"),
        ("court-street", f"{case}/do/bring_charge/"),
        ("aid", "/charges/"),
        ("aid", f"{case}/do/assess_charge_link/?charge={charge}"),
    ]


def test_the_pages_are_accessible_and_a_decision_is_made_by_keyboard(live_site: str, land: Country) -> None:
    to = str(land.actors["court-street"].agency_id)
    land.did("send_letter", "harbour", case=land.adult, charge_ref=REF, to_agency=to, agreement="agreed")
    land.tried("bring_charge", "court-street", case=land.adult, charge_ref=REF, offence="irregular_stay")
    with acting(land.actors["harbour"]):
        charge = Charge.objects.get(case_id=land.adult).pk
    wanted = pages(land, charge)
    cookies = signed_in(land, {key for key, _ in wanted})
    found: dict[str, list[str]] = {}
    with chromium() as browser:
        for language in LANGUAGES:
            windows = {key: window(browser, live_site, cookies, key, language).new_page() for key in cookies}
            for key, url in wanted:
                windows[key].goto(live_site + url)
                if wrong := faults(windows[key]):
                    found[f"{language} {key} {url}"] = wrong
        assert found == {}
        decide(window(browser, live_site, cookies, "authority", "en").new_page(), live_site)


def decide(page: Page, site: str) -> None:
    """From the queue to the decision, with the keyboard; what the definition says changes as one answers."""
    resize(page, "wide")
    page.goto(f"{site}/decisions/")
    go_by_key(page, "Conclusive decision")
    look = page.locator("#look")
    assert "Still open" in look.inner_text()
    for code in ("acts.harbouring", "means.deception", "purposes.servitude"):
        with page.expect_response(lambda response: response.request.method == "POST"):
            page.locator(f"input[name='{code}'][value=found]").press("Space")
    look.locator(".state.met").wait_for()
    page.goto(f"{site}/decisions/")
    assert page.get_by_text("you have begun").is_visible()
    go_by_key(page, "Conclusive decision")
    assert page.locator("input[name='means.deception'][value=found]").is_checked()
    page.locator("input[name=positive][value=yes]").press("Space")
    tab_to(page, "f-reasons")
    page.keyboard.type("What was seen and what was told agree.")
    page.select_option("#f-language", "bn")
    with page.expect_navigation():
        page.get_by_role("button", name="Decide").press("Enter")
    assert page.get_by_role("status").inner_text().startswith("Done:")
