"""Messages, meetings and workers, on her pages and on her workers': in a browser, in both languages, with axe."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page

from tests.web.browsing import (
    LANGUAGES,
    SIZES,
    all_faults,
    axe,
    chromium,
    layout,
    needs_chromium,
    signed_in,
    window,
)
from tests.web.country import Country
from tutela.engine import once

DOOR = {
    "said_through": "own_language", "phone": "own_and_alone", "when_forced": "tell_nobody", "language": "en",
    "talked_of": ["who_holds_it", "traces", "when_forced"],
}  # fmt: skip
YES = {
    "purpose": "legal_help", "compartments": ["facts"], "interpreting": "in_person", "said_through": "interpreter",
    "told": ["may_take_back", "help_does_not_depend", "notes_may_be_disclosed"],
}  # fmt: skip


def lived(land: Country) -> dict[str, str]:
    """A conference held and one to come, messages both ways, a worker and a colleague in her place."""
    aid, spoken = str(land.actors["aid"].agency_id), "vi"
    day, case = land.now.date(), land.adult
    land.did("record_consent", "harbour", case=case, receiver=aid, language=_language(land), **YES)
    with once.taken() as given:
        land.did("open_portal", "harbour", case=case, **DOOR)
    call = {"agencies": [aid], "her_part": "comes", "said_through": "interpreter"}
    held = land.did("call_conference", "harbour", case=case, purpose="proceedings", on_day=str(day), **call)
    land.did("conference_ended", "harbour", case=case, conference=held.made["conference"], how="held",
             attended=[aid], she_was_there=False, minutes="…", about_health="…")  # fmt: skip
    land.did("add_plan_step", "harbour", case=case, kind="papers", bearer=aid, said_through="interpreter",
             by_day=str(day + timedelta(days=9)), conference=held.made["conference"])  # fmt: skip
    later = str(day + timedelta(days=6))
    land.did("call_conference", "harbour", case=case, purpose="plan", on_day=later, **call)
    here = str(land.actors["harbour"].agency_id)
    land.did("write_message", "harbour", case=case, to_agency=here, said_through="interpreter", language=spoken,
             words="Tôi có thể ở lại tháng sau không?")  # fmt: skip
    land.did("write_message", "harbour", case=case, language="en", words="Yes.\nAs long as you want.")
    land.did("name_worker", "harbour", case=case, colleague=str(land.actors["harbour"].member_id))
    return dict(given)


def _language(land: Country) -> str:
    from tutela.cases.models import Case
    from tutela.engine.access import acting

    with acting(land.actors["harbour"]):
        return (Case.objects.get(pk=land.adult).languages or ["en"])[0]


@needs_chromium
@pytest.mark.browser
def test_nothing_is_wrong_with_what_she_and_her_workers_see(live_site: str, land: Country) -> None:
    codes, found = lived(land), {}
    case, worker = f"/cases/{land.adult}", str(land.actors["harbour"].member_id)
    cookies = signed_in(land, {"harbour"})
    with chromium() as browser:
        for language in ("en", "zh"):
            page = window(browser, live_site, cookies, "harbour", language).new_page()
            for url in (f"{case}/conferences/", f"{case}/messages/", "/workers/", f"/workers/?away={worker}"):
                page.goto(live_site + url)
                if url.endswith("/messages/"):
                    page.click("button[value=open]")
                found[f"{language} {url}"] = all_faults(page)
            page = window(browser, live_site, {}, "", language, size="small").new_page()
            _comes_in(page, live_site, codes)
            for url in ("", "7/", "7/?w=1", "8/"):
                more = "&" if "?" in url else "?"
                page.goto(f"{live_site}/my/{url}{more}l={LANGUAGES[language]}")
                found[f"{language} my {url}"] = [*_without_the_clock(axe(page)), *_sideways(page)]
    assert {where: wrong for where, wrong in found.items() if wrong} == {}


def _without_the_clock(faults: list[str]) -> list[str]:
    """Her page closes by itself after five minutes, for her safety; axe would rather have it stay open."""
    return [one for one in faults if not one.startswith("meta-refresh")]


def _comes_in(page: Page, site: str, codes: dict[str, str]) -> None:
    page.goto(f"{site}/my/")
    page.fill("#n", codes["code"])
    page.click("button")
    page.goto(f"{site}/my/0/")
    page.fill("#w", codes["word"])
    page.click("button")


def _sideways(page: Page) -> list[str]:
    assert page.viewport_size == dict(zip(("width", "height"), SIZES["small"], strict=True))
    return layout(page)
