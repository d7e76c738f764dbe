"""Signing in, the second step and the list of sessions in a real browser, by keyboard; drafts that keep themselves."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth import get_user_model
from playwright.sync_api import BrowserContext, Page

from tests.web.browsing import all_faults, chromium, needs_chromium, window
from tests.web.country import Country
from tests.web.test_account import SECRET

pytestmark = [pytest.mark.browser, needs_chromium]

#: A folder for pictures of each page, to look at.
LOOK = os.environ.get("TUTELA_LOOK")


def looked_at(page: Page, name: str, found: dict[str, list[str]]) -> None:
    """What is wrong with the open page, in both sizes and themes."""
    if faults := all_faults(page, "small"):
        found[name] = faults
    if LOOK:
        for size, theme in ((360, "light"), (1280, "dark")):
            page.set_viewport_size({"width": size, "height": 900})
            page.evaluate("name => document.documentElement.dataset.theme = name", theme)
            page.screenshot(path=Path(LOOK) / f"{name}.{size}.png", full_page=True)
    page.set_viewport_size({"width": 1280, "height": 900})


def tab_to(page: Page, name: str) -> None:
    """Moves by Tab until what is focused bears this name."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if name in page.evaluate("[document.activeElement.innerText, document.activeElement.id].join(' ')"):
            return
    raise AssertionError(f"the keyboard does not reach {name!r}")


def go_by_key(page: Page, name: str) -> None:
    """Opens what bears this name, with the keyboard."""
    tab_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def signs_in(page: Page, site: str, member: str) -> None:
    """By user name and password, with the keyboard."""
    page.goto(f"{site}/accounts/login/?next=/account/")
    tab_to(page, "id_login")
    page.keyboard.type(member)
    tab_to(page, "id_password")
    page.keyboard.type(SECRET)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def with_passkeys(context: BrowserContext, page: Page) -> None:
    """A device that has a finger on its sensor at all times."""
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
               "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_from_a_password_to_a_passkey_and_the_end_of_a_session(live_site: str, land: Country) -> None:
    member, site = land.members["harbour"], live_site.replace("127.0.0.1", "localhost")
    user, _ = get_user_model().objects.get_or_create(username=member)
    user.set_password(SECRET)
    user.save()
    found: dict[str, list[str]] = {}
    with chromium() as browser:
        context = window(browser, site, {}, "", "en")
        page = context.new_page()
        with_passkeys(context, page)
        signs_in(page, site, member)
        go_by_key(page, "App, passkeys, codes")
        go_by_key(page, "Set up an app")
        tab_to(page, "id_password")
        page.keyboard.type(SECRET)
        go_by_key(page, "Go on")
        page.locator("summary", has_text="cannot read it").click()
        looked_at(page, "app", found)
        secret = page.locator("code.secret").inner_text()
        page.locator("#id_code").fill(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Recovery codes").wait_for()
        looked_at(page, "codes", found)
        page.goto(f"{site}/accounts/2fa/webauthn/add/")
        go_by_key(page, "Add this device")
        page.goto(f"{site}/accounts/2fa/webauthn/")
        looked_at(page, "passkeys", found)
        elsewhere = window(browser, site, {}, "", "en").new_page()
        signs_in(elsewhere, site, member)
        looked_at(elsewhere, "authenticate", found)
        page.get_by_text(page.locator(".menu summary").last.inner_text()).first.click()
        page.get_by_role("button", name="Sign out").click()
        page.goto(f"{site}/accounts/login/?next=/account/")
        go_by_key(page, "Sign in with a passkey")
        page.get_by_role("heading", name="Where you are signed in").wait_for()
        other = window(browser, site, {}, "", "zh").new_page()
        other.goto(f"{site}/accounts/login/")
        tab_to(page, "End it…")
        page.keyboard.press("Enter")
        looked_at(page, "account", found)
        go_by_key(page, "End this session now")
        assert "1 other session has ended." in page.get_by_role("status").inner_text()
    assert found == {}


def test_a_draft_keeps_itself_and_a_word_explains_itself(live_site: str, land: Country) -> None:
    url, cookies = (
        f"/cases/{land.adult}/do/refer_person/",
        {"harbour": land.client("harbour").cookies["s"].value},
    )
    with chromium() as browser:
        page = window(browser, live_site, cookies, "harbour", "en").new_page()
        page.goto(live_site + url)
        page.locator("#f-reason").press_sequentially("She asks for a lawyer.")
        page.locator("#kept", has_text="Kept at").wait_for()
        page.goto(live_site + url)
        assert page.locator("#f-reason").input_value() == "She asks for a lawyer."
        page.goto(f"{live_site}/cases/{land.adult}/")
        word = page.locator("button.term").first
        word.focus()
        page.keyboard.press("Enter")
        means = page.locator(".means:popover-open")
        means.wait_for()
        box, at = means.bounding_box(), word.bounding_box()
        assert box and at and abs(box["y"] - at["y"]) < 200
        if LOOK:
            page.screenshot(path=Path(LOOK) / "word.png")
        page.keyboard.press("Escape")
        means.wait_for(state="hidden")
