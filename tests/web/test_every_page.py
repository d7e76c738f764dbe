"""Every page in a real browser, in both languages, themes and sizes: axe finds nothing, nothing scrolls sideways.

A page that somebody adds and forgets here fails the first test.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from playwright.sync_api import Page

from tests.cases.test_own_door import entered
from tests.people_who_act import did, made
from tests.web.browsing import all_faults, axe_script, chromium, needs_chromium, signed_in, window
from tests.web.country import Country
from tests.web.test_enquiries import enquiry
from tests.web.test_prosecution import REF
from tests.web.test_received import sent
from tests.web.test_screening_pages import begin
from tutela.cases.own_door_actor import herself
from tutela.doors.web import rule_text
from tutela.engine import once
from tutela.engine.access import acting
from tutela.engine.actions import parse
from tutela.guidelines.g05_enforcement.models import Charge

#: Addresses that are no pages of their own: an answer to a form, a file, or a way of signing in that is not offered.
NO_PAGES = {
    "language", "theme", "end_sessions", "demo_sign_in", "letter", "return_letter", "document",
    "set_language", "read_messages", "call_conference",
    "not_offered", "account_signup", "account_email", "account_email_verification_sent", "account_set_password",
    "account_reset_password", "account_reset_password_done", "account_reset_password_from_key",
    "account_reset_password_from_key_done", "account_confirm_login_code", "account_confirm_email", "mfa_authenticate",
    "mfa_reauthenticate", "mfa_deactivate_totp", "mfa_generate_recovery_codes", "mfa_download_recovery_codes",
    "mfa_view_recovery_codes", "mfa_reauthenticate_webauthn", "mfa_remove_webauthn", "mfa_edit_webauthn",
    "mfa_login_webauthn",
}  # fmt: skip
#: Doors and rooms of addresses that are not for people, or not opened in this installation.
ELSEWHERE = ("api/", "my/", "accounts/3rdparty/", "accounts/social/", "accounts/oidc/")


def every_page(land: Country, screening: str, charge: UUID) -> list[tuple[str, str]]:
    """(who is signed in, address) of each page."""
    case, woman, event = f"/cases/{land.adult}", f"/cases/{land.ids['woman']}", group(land)
    pages = {
        "": ("/accounts/login/", "/instrument/", "/instrument/P7/", story(), "/words/", "/harm/", "/components/",
             "/nowhere/", "/places/", "/places/en/", "/places/en/airport/", "/my/", "/accounts/inactive/",
             "/accounts/3rdparty/login/cancelled/"),
        "north": ("/", "/urgent/", "/screen/", screening, f"{screening}?at=who_present", f"{screening}result/",
                  f"{screening}card/?carry=yes", f"{screening}card/?carry=no", "/referrals/",
                  "/groups/", event, f"{event}inform_person/"),
        "harbour": ("/", "/people/", "/people/?for=refer_person", "/caseload/", "/caseload/?show=roof", "/do/",
                    "/workers/", f"/workers/{land.actors['harbour'].member_id}/supervision/",
                    "/taken-back/", "/notices/", f"{case}/plan/", f"{case}/documents/", f"{case}/remedies/",
                    reckoning(land), f"{case}/conferences/", f"{case}/messages/",
                    f"{case}/do/write_message/?other=1",
                    f"{case}/", f"{case}/name/", f"{case}/written/",
                    f"{case}/charges/", f"{woman}/beds/", f"{case}/do/refer_person/",
                    f"{case}/do/inform_person/", f"{case}/do/propose_examination/", f"{case}/do/open_portal/",
                    "/accounts/logout/",
                    "/account/", "/accounts/2fa/", "/accounts/reauthenticate/", "/accounts/password/change/",
                    "/accounts/2fa/totp/activate/", "/accounts/2fa/webauthn/", "/accounts/2fa/webauthn/add/"),
        "hill": ("/beds/", f"/beds/{land.ids['bed2']}/"),
        "authority": ("/decisions/", f"{case}/do/decide_conclusive/?take=1", f"{case}/do/decide_reconsideration/"),
        "court-street": ("/charges/", f"{case}/charges/{charge}/", f"{case}/do/bring_charge/"),
        "aid": ("/charges/", f"{case}/do/assess_charge_link/?charge={charge}"),
        "rights": ("/enquiries/", "/complaints/", complaint(land), "/monitor/", "/monitor/breaches/",
                   "/monitor/refusals/", "/monitor/overdue/", "/monitor/waivers/",
                   f"/monitor/files/{land.adult}/", f"{case}/do/review_waiver/"),
        "police": ("/operations/", "/do/ask_protection/", "/enquiries/received/police/"),
        "council": ("/", "/owed/", "/escalations/", "/beds/", "/protocols/", "/figures/", "/figures/pipeline/",
                    "/do/register_agency/", "/do/enrol_member/"),
        "office": ("/alerts/", "/received/", f"/received/{sent(land)}/", "/enquiries/", f"/enquiries/{enquiry(land)}/"),
    }  # fmt: skip
    return [(key, url) for key, urls in pages.items() for url in urls]


def reckoning(land: Country) -> str:
    """The address of wages that were reckoned."""
    done = land.did("calculate_wages", "harbour", case=land.adult, worked_from="2025-03-01", worked_until="2025-05-31",
                    week_hours=70, currency="EUR", agreed_minor=90_000, agreed_hours=160, lawful_hour_minor=1_100,
                    lawful_source="…")  # fmt: skip
    return f"/cases/{land.adult}/remedies/{done.made['reckoning']}/"


def complaint(land: Country) -> str:
    """The address of one complaint, which somebody sent from her own page."""
    asked = {"said_through": "own_language", "phone": "own_and_alone", "when_forced": "tell_nobody", "language": "en",
             "talked_of": ["who_holds_it", "traces", "when_forced"]}  # fmt: skip
    with once.taken() as given:
        land.did("open_portal", "harbour", case=land.adult, **asked)
    handle = uuid.uuid4().hex
    assert entered(given["code"], handle)
    said = {"about": "where_i_stay", "words": "…", "language": "en"}
    return f"/complaints/{made(did(parse('complain', said), herself(handle), land.now), 'complaint')}/"


def group(land: Country) -> str:
    """The address of an event in which somebody was found."""
    opened = land.did(
        "open_group", "north", place="Fields by the road", employer="A grower", began_on="2026-03-02"
    )
    land.did("put_in_group", "north", case=land.adult, group=str(opened.made["group"]))
    return f"/groups/{opened.made['group']}/"


def story() -> str:
    """The address of one story."""
    return f"/instrument/stories/{next(iter(rule_text.stories()))}/"


def ready(land: Country) -> tuple[str, UUID]:
    """A screening that was begun, and a charge with a letter that was refused here once more."""
    base = begin(land.client("north"), "labour_inspection")
    to = str(land.actors["court-street"].agency_id)
    land.did("send_letter", "harbour", case=land.adult, charge_ref=REF, to_agency=to, agreement="agreed")
    land.tried("bring_charge", "court-street", case=land.adult, charge_ref=REF, offence="irregular_stay")
    with acting(land.actors["harbour"]):
        return base, Charge.objects.get(case_id=land.adult).pk


def names(addresses: URLResolver, before: str = "") -> Iterator[str]:
    """The names of all addresses for people."""
    for one in addresses.url_patterns:
        where = before + str(one.pattern)
        if where.startswith(ELSEWHERE):
            continue
        if isinstance(one, URLPattern):
            yield str(one.name)
        else:
            yield from names(one, where)


def test_no_page_is_forgotten(land: Country) -> None:
    base, charge = ready(land)
    seen = {
        resolve(re.sub(r"\?.*", "", url)).url_name
        for _, url in every_page(land, base, charge)
        if url != "/nowhere/"
    }
    assert set(names(get_resolver())) - seen - NO_PAGES == set()


class EveryPage:
    """All pages, and what they answer, in one language; each language in a class, so that two processes share them."""

    language: str

    def test_nothing_is_wrong_with_any_page(self, live_site: str, land: Country) -> None:
        pages = every_page(land, *ready(land))
        cookies = signed_in(land, {key for key, _ in pages})
        found: dict[str, list[str]] = {}
        with chromium() as browser:
            windows = {}
            for key in {key for key, _ in pages}:
                context = window(browser, live_site, cookies, key, self.language)
                context.add_init_script(axe_script())
                windows[key] = context.new_page()
            for key, url in pages:
                windows[key].goto(live_site + url)
                found[f"{key} {url}"] = all_faults(windows[key])
            for name, (key, url, fill) in answers(land).items():
                page = windows[key]
                page.goto(live_site + url)
                fill(page)
                found[name] = all_faults(page)
        assert {where: wrong for where, wrong in found.items() if wrong} == {}


@needs_chromium
@pytest.mark.browser
class TestInEnglish(EveryPage):
    """English."""

    language = "en"


@needs_chromium
@pytest.mark.browser
class TestInChinese(EveryPage):
    """Chinese."""

    language = "zh"


Answer = tuple[str, str, Callable[[Page], None]]


def answers(land: Country) -> dict[str, Answer]:
    """What pages answer: (who, address, what is done there)."""
    case, woman = f"/cases/{land.adult}", f"/cases/{land.ids['woman']}"
    return {
        "refused": ("hill", f"{case}/do/end_stay/", ends_a_stay),
        "refused, with a letter": ("court-street", f"{case}/do/bring_charge/", brings_a_charge),
        "decision refused": ("authority", f"{case}/do/decide_conclusive/?take=1", decides_against),
        "bed gone": ("harbour", f"{woman}/beds/", lambda page: comes_second(page, land)),
        "invalid": ("harbour", f"{case}/do/offer_place/", send),
        "sign-in failed": ("", "/accounts/login/", fails_to_sign_in),
        "no purpose": ("harbour", f"{case}/name/", send),
        "name opened": ("harbour", f"{case}/name/", opens_a_name),
        "kept": ("harbour", f"{case}/do/service_given/", lambda page: press(page, "[name=_keep]")),
        "draft": ("harbour", f"{case}/do/service_given/", lambda page: None),
        "taken back": ("harbour", f"{case}/", puts_right),
        "done": ("north", "/do/open_case/", send),
    }  # fmt: skip


def press(page: Page, what: str) -> None:
    """Presses a button and waits for its page."""
    with page.expect_navigation():
        page.locator(what).first.press("Enter")


def puts_right(page: Page) -> None:
    """An entry, which may stand among the earlier ones."""
    page.eval_on_selector_all("#happened details", "all => all.forEach(one => one.open = true)")
    press(page, "#happened button.back")


def send(page: Page) -> None:
    """Sends the form as it stands."""
    press(page, "main form button.go")


def ends_a_stay(page: Page) -> None:
    """Because she does not testify."""
    page.select_option("#f-placement", index=1)
    page.select_option("#f-because", "will_not_testify")
    send(page)


def brings_a_charge(page: Page) -> None:
    """The one that is there already."""
    page.fill("#f-charge_ref", REF)
    page.select_option("#f-offence", "irregular_stay")
    send(page)


def decides_against(page: Page) -> None:
    """Although what was found is enough."""
    page.check("input[name=positive][value=no]")
    page.fill("#f-reasons", "…")
    page.select_option("#f-language", "bn")
    send(page)


def comes_second(page: Page, land: Country) -> None:
    """Somebody else takes the bed in between."""
    first = page.locator("button[name=tonight]").first
    land.did("place_tonight", "harbour", case=land.child, place=str(first.get_attribute("value")))
    press(page, f"button[name=tonight][value='{first.get_attribute('value')}']")


def fails_to_sign_in(page: Page) -> None:
    """With a wrong password."""
    page.fill("#id_login", "nobody")
    page.fill("#id_password", "wrong")
    send(page)


def opens_a_name(page: Page) -> None:
    """For a purpose."""
    page.fill("#purpose", "to meet him at the clinic")
    send(page)
