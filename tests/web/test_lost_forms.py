"""A form that comes when its session is over: what was typed waits for its author, and for nobody else."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta

import psycopg
import pytest
from django.test import Client

from tests.web.country import Country
from tests.web.test_screening_pages import begin
from tutela.agencies.sessions import end_session
from tutela.config.database import Urls
from tutela.doors.web import slips

REASON = "Words that nobody else may read"


def slip_of(page: bytes) -> dict[str, str]:
    """The hidden slip of a form."""
    found = re.search(r'name="_slip" value="([^"]+)"', page.decode())
    assert found
    return {"_slip": found.group(1)}


def ended(browser: Client) -> Client:
    """The same browser, after its session was ended elsewhere."""
    end_session(browser.session["tutela"])
    return browser


@pytest.mark.parametrize("how", ["ended", "gone"])
def test_what_was_typed_stands_there_after_signing_in_again(land: Country, db_world: Urls, how: str) -> None:
    browser, url = land.client("harbour"), f"/cases/{land.adult}/do/refer_person/"
    sent = {"reason": REASON, "agreed": "yes", **slip_of(browser.get(url).content)}
    gone = ended(browser) if how == "ended" else Client()
    answer = gone.post(url, sent)
    assert answer.headers["Location"] == f"/accounts/login/?next={url}"
    assert (
        REASON
        not in str(answer.headers) + str(answer.cookies) + gone.get("/accounts/login/").content.decode()
    )
    assert REASON not in land.client("north").get(url).content.decode(), "another member's"
    assert REASON in land.client("harbour").get(url).content.decode()
    with psycopg.connect(db_world.owner) as admin:
        rows = admin.execute("SELECT session_data FROM django_session").fetchall()
    assert all(REASON not in row[0] for row in rows)


def test_a_form_from_before_a_sign_in_is_kept_too(land: Country) -> None:
    url = f"/cases/{land.adult}/do/refer_person/"
    slip = slip_of(land.client("harbour").get(url).content)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies["s"] = land.client("harbour").cookies["s"].value
    answer = strict.post(url, {"reason": REASON, **slip})
    assert answer.status_code == 302 and answer.headers["Location"] == url
    page = strict.get(url).content.decode()
    assert REASON in page and "too old" in page
    strict.cookies["s"] = land.client("north").cookies["s"].value
    assert strict.post(url, {"reason": "x", **slip}).status_code == 403, (
        "another member is told nothing of it"
    )


def test_a_slip_is_for_one_form_and_one_file_and_ends(land: Country) -> None:
    actor, now = land.actors["harbour"], land.now
    slip = slips.slip(actor.member_id, "refer_person", land.adult, now)
    assert slips.owner(slip, "refer_person", land.adult, now) == actor.member_id
    assert slips.owner(slip, "refer_person", land.child, now) is None
    assert slips.owner(slip, "offer_place", land.adult, now) is None
    assert slips.owner(slip, "refer_person", land.adult, now + timedelta(days=8)) is None
    for made_up in ("", "x", "AAAA" * 30, slip[:-4] + "AAAA", "é"):
        assert slips.owner(made_up, "refer_person", land.adult, now) is None
    url = f"/cases/{land.adult}/do/refer_person/"
    Client().post(url, {"reason": REASON, "_slip": "made up"})
    assert REASON not in land.client("harbour").get(url).content.decode()


def test_what_is_about_who_a_person_is_stays_in_the_page(land: Country, db_world: Urls) -> None:
    browser, url = land.client("harbour"), f"/cases/{land.adult}/do/record_identity/"
    sent = {"kind": "name", "value": "Amina Example", **slip_of(browser.get(url).content)}
    page = ended(browser).post(url, sent)
    assert page.status_code == 401 and b"Amina" not in page.content
    held = re.search(r'name="_held" value="([^"]+)"', page.content.decode())
    assert held
    with psycopg.connect(db_world.owner) as admin:
        assert admin.execute("SELECT count(*) FROM web_draft").fetchone() == (0,)
    other = land.client("aid").post(url, {"_held": held.group(1)})
    assert b"Amina" not in other.content
    again = land.client("harbour").post(url, {"_held": held.group(1)})
    assert again.status_code == 200 and b"Amina Example" in again.content


def test_a_draft_is_kept_while_somebody_types(land: Country) -> None:
    browser, url = land.client("harbour"), f"/cases/{land.adult}/do/refer_person/"
    page = browser.get(url).content.decode()
    assert 'hx-trigger="input delay:1500ms"' in page and "htmx-2.min.js" in page
    answer = browser.post(url, {"reason": REASON, "_live": "1"}, headers={"hx-request": "true"})
    assert (
        answer.status_code == 200 and b"Kept at" in answer.content and REASON.encode() not in answer.content
    )
    assert REASON in browser.get(url).content.decode()
    slip = slip_of(browser.get(url).content)
    answer = ended(browser).post(
        url, {"reason": REASON + "!", "_live": "1", **slip}, headers={"hx-request": "true"}
    )
    assert answer.status_code == 200 and b"Sign in again" in answer.content
    assert REASON + "!" in land.client("harbour").get(url).content.decode()
    assert (
        "hx-post"
        not in land.client("harbour").get(f"/cases/{land.adult}/do/record_identity/").content.decode()
    )


def test_the_monitor_keeps_drafts_as_everybody_does(land: Country) -> None:
    browser, url = land.client("rights"), f"/cases/{land.adult}/do/review_waiver/"
    if browser.get(url).status_code == 200:
        browser.post(url, {"_keep": "1", "finding": REASON, "reasons": REASON, "remark": REASON})
        assert browser.get(url).status_code == 200


def test_an_answer_of_a_screening_is_not_lost(land: Country) -> None:
    browser = land.client("north")
    base = begin(browser, "labour_inspection")
    page = browser.get(base).content
    question = re.search(r'name="question" value="([^"]+)"', page.decode())
    answer = re.search(r'name="answer" value="([^"]+)" aria-pressed="false">', page.decode())
    assert question and answer
    sent = {
        "question": question.group(1),
        "answer": answer.group(1),
        "key": str(uuid.uuid4()),
        **slip_of(page),
    }
    ended(browser).post(base, sent)
    again = land.client("north")
    page = again.get(base).content
    pressed = f'value="{answer.group(1)}" aria-pressed="true"'
    assert pressed in page.decode() and b"when your session ended" in page
    assert again.post(base, {**sent, "_brought": "1", "key": str(uuid.uuid4())}).status_code == 302
    assert b"when your session ended" not in again.get(base).content


@pytest.mark.parametrize("form", ["", "name/"])
def test_why_a_name_is_opened_is_found_again_by_its_author_alone(land: Country, form: str) -> None:
    browser, url = land.client("harbour"), f"/cases/{land.adult}/name/"
    slip = slip_of(browser.get(f"/cases/{land.adult}/{form}").content)
    answer = ended(browser).post(url, {"purpose": REASON, **slip})
    assert answer.status_code == 401 and REASON not in answer.content.decode()
    found = re.search(r'name="_held" value="([^"]+)"', answer.content.decode())
    assert found
    held = {"_held": found.group(1)}
    assert Client().post(url, held).status_code == 401
    assert land.client("authority").post(url, held).status_code in (404, 409)
    page = land.client("harbour").post(url, held).content.decode()
    assert REASON in page and "Sealed details" not in page, "the purpose stands there, and nothing is opened"
