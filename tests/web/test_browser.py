"""Every page in a real browser: axe, both languages, both themes, both sizes; the main job by keyboard alone."""

from __future__ import annotations

import os
import uuid

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Page

from tests.web.browsing import (
    LANGUAGES,
    PICTURES,
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
from tests.web.test_screening_pages import begin

pytestmark = [pytest.mark.browser, needs_chromium]

#: What is answered on the first pages, by keyboard.
ANSWERED = ("Safe for now", "No", "Not asked", "Yes, a safe one")
SECRET = "a long enough password"


def every_page(land: Country, screening: str) -> list[tuple[str, str]]:
    """(who is signed in, address) of each page."""
    case = f"/cases/{land.adult}/"
    public = ("/accounts/login/", "/instrument/", "/instrument/P7/", "/words/", "/harm/", "/nowhere/")
    responder = ("/", "/urgent/", "/screen/", screening, f"{screening}?at=place_seen", f"{screening}result/",
                 f"{screening}card/?carry=yes", "/referrals/")  # fmt: skip
    caseworker = ("/", "/people/", "/people/?for=refer_person", "/do/", case, f"{case}name/", f"{case}charges/",
                  f"{case}do/refer_person/",
                  f"{case}do/inform_person/", "/accounts/2fa/", "/accounts/logout/")  # fmt: skip
    monitor = ("/monitor/", "/monitor/breaches/", "/monitor/refusals/", "/monitor/overdue/", "/monitor/waivers/",
               f"/monitor/files/{land.adult}/", f"{case}do/review_waiver/")  # fmt: skip
    pages = {"": public, "north": responder, "harbour": caseworker, "rights": monitor,
             "authority": (f"{case}do/decide_conclusive/",), "council": ("/", "/do/register_agency/"),
             "office": ("/", "/alerts/")}  # fmt: skip
    return [(key, url) for key, urls in pages.items() for url in urls]


def all_faults(page: Page, first: str = "wide") -> list[str]:
    """What is wrong with the open page: every rule in one size and theme, contrast in the other, layout in both."""
    resize(page, first)
    theme(page, "light")
    found = axe(page) + layout(page)
    resize(page, "small" if first == "wide" else "wide")
    theme(page, "dark")
    return found + [f"dark: {fault}" for fault in axe(page, "color-contrast") + layout(page)]


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_axe_finds_nothing_on_any_page(live_site: str, land: Country, language: str) -> None:
    base = begin(land.client("north"), "labour_inspection")
    pages = every_page(land, base)
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


def test_the_answers_to_a_form_are_as_accessible_as_the_form(live_site: str, land: Country) -> None:
    cookies = signed_in(land, {"hill", "harbour"})
    found: dict[str, list[str]] = {}
    with chromium() as browser:
        page = window(browser, live_site, cookies, "hill", "en").new_page()
        page.goto(f"{live_site}/cases/{land.adult}/do/end_stay/")
        page.select_option("#f-placement", index=1)
        page.select_option("#f-because", "will_not_testify")
        page.get_by_role("button", name="Do this").click()
        assert page.get_by_role("heading", name="This cannot be done").is_visible()
        found["refused"] = all_faults(page)
        page = window(browser, live_site, cookies, "harbour", "en").new_page()
        page.goto(f"{live_site}/cases/{land.adult}/do/offer_place/")
        page.get_by_role("button", name="Do this").click()
        page.get_by_role("link", name="Bed or room: This is needed.").click()
        assert page.evaluate("document.activeElement.id") == "f-place"
        found["invalid"] = all_faults(page)
    assert {name: faults for name, faults in found.items() if faults} == {}


def go_by_key(page: Page, name: str) -> None:
    """Opens what bears this name, with the keyboard."""
    tab_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def tab_to(page: Page, name: str) -> None:
    """Moves by Tab until what is focused bears this name; every stop on the way must show where one is."""
    for _ in range(120):
        page.keyboard.press("Tab")
        here = page.evaluate(_FOCUSED)
        assert here["seen"], f"no focus to be seen on {here['text']}"
        if name in here["text"]:
            return
    raise AssertionError(f"the keyboard does not reach {name!r}")


_FOCUSED = """() => {
  const e = document.activeElement, label = e.labels && e.labels[0] ? e.labels[0].innerText : '';
  const box = e.closest('.opt-in') || e;
  const seen = [e, box].some(x => getComputedStyle(x).outlineStyle !== 'none');
  return {text: [e.innerText, e.getAttribute('aria-label'), label, e.id].join(' '), seen: seen || e === document.body};
}"""


@pytest.mark.parametrize("size", ["wide", "small"])
def test_by_keyboard_alone_from_signing_in_to_a_file(live_site: str, land: Country, size: str) -> None:
    user, _ = get_user_model().objects.get_or_create(username=land.members["north"])
    user.set_password(SECRET)
    user.save()
    with chromium() as browser:
        page = window(browser, live_site, {}, "", "en", size=size).new_page()
        page.goto(live_site + "/")
        tab_to(page, "Skip to the content")
        tab_to(page, "id_login")
        page.keyboard.type(land.members["north"])
        tab_to(page, "id_password")
        page.keyboard.type(SECRET)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        for name in ("Screen a person", "Labour inspection", *ANSWERED, "Stop here"):
            go_by_key(page, name)
        assert page.get_by_role("heading", name="What speaks for it").is_visible()
        go_by_key(page, "Open a file, then refer")
        tab_to(page, "Yes")
        page.keyboard.press("Space")
        go_by_key(page, "Do this")
        page.get_by_role("heading", name="What this person is owed").wait_for()
        assert page.get_by_role("status").inner_text().startswith("Done: Open a file from a screening.")


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_pictures_for_the_manual(live_site: str, land: Country, language: str) -> None:
    """The pictures in docs/pictures; written anew only when TUTELA_PICTURES is set, since each shows today's date."""
    base = begin(land.client("north"), "labour_inspection")
    cookies = signed_in(land, {"harbour", "rights", "hill", "north"})
    folder = PICTURES if os.environ.get("TUTELA_PICTURES") else None
    case = f"/cases/{land.adult}/"
    shown = {
        "home": ("harbour", "/", "wide"),
        "case": ("harbour", case, "wide"),
        "monitor": ("rights", "/monitor/", "wide"),
        "instrument": ("", "/instrument/", "wide"),
        "people": ("harbour", "/people/", "wide"),
        "screening": ("north", f"{base}?at=who_present", "small"),
    }
    with chromium() as browser:
        for name, (key, url, size) in shown.items():
            page = window(browser, live_site, cookies, key, language, size=size).new_page()
            page.goto(live_site + url)
            _taken(page, name, language, folder)
        page = window(browser, live_site, cookies, "hill", language).new_page()
        page.goto(f"{live_site}{case}do/end_stay/")
        page.select_option("#f-placement", index=1)
        page.select_option("#f-because", "will_not_testify")
        page.locator("main form button.go").click()
        _taken(page, "refusal", language, folder)


def _taken(page: Page, name: str, language: str, folder: object) -> None:
    picture = page.screenshot(clip=None)
    assert len(picture) > 8_000, f"{name} shows nothing"
    if folder is not None:
        PICTURES.mkdir(parents=True, exist_ok=True)
        (PICTURES / f"{name}.{language}.png").write_bytes(picture)


def test_a_page_needs_no_script(live_site: str, land: Country) -> None:
    cookies = signed_in(land, {"harbour"})
    with chromium() as browser:
        context = browser.new_context(java_script_enabled=False)
        context.add_cookies([{"name": "s", "value": cookies["harbour"], "url": live_site}])
        page = context.new_page()
        page.goto(f"{live_site}/do/open_case/")
        page.get_by_role("button", name="Do this").click()
        assert "/cases/" in page.url and uuid.UUID(page.url.split("/")[4])
