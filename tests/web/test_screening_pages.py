"""Screening on the pages: safety first, one question a page, every page can be the last, never a verdict."""

from __future__ import annotations

import re
import uuid

import pytest
from django.test import Client

from tests.web.country import Country
from tests.web.test_pages import MOST_QUERIES, few_queries, got
from tutela.guidelines.g02_identification.forms import Setting
from tutela.guidelines.g02_identification.reads import screening

#: The last answer of a screening without indication starts a clock: other help is offered.
STARTS_A_CLOCK = 4


def begin(browser: Client, setting: str) -> str:
    """The address of a new screening."""
    response = browser.post("/screen/", {"setting": setting, "key": str(uuid.uuid4())})
    assert response.status_code == 302
    return str(response.headers["Location"])


def question_on(page: str) -> str:
    """Which question a page asks."""
    found = re.search(r'name="question" value="(\w+)"', page)
    assert found
    return found[1]


def answer(browser: Client, at: str, page: str, *values: str, **more: str) -> str:
    """Answers the page and returns the address of the next."""
    data = {"key": str(uuid.uuid4()), "question": question_on(page), **more}
    if values:
        data["answer"] = list(values)  # type: ignore[assignment]  # the client sends each
    with few_queries("answering", MOST_QUERIES + STARTS_A_CLOCK):
        response = browser.post(at, data)
    assert response.status_code == 302, response.content.decode()[:400]
    return str(response.headers["Location"])


@pytest.mark.parametrize("setting", list(Setting))
def test_each_form_can_be_walked_without_any_answer(land: Country, setting: Setting) -> None:
    browser = land.client("north")
    at = begin(browser, setting)
    base, pages = at, []
    while not at.endswith("/result/"):
        page = got(browser, at)
        pages.append(question_on(page))
        assert "Stop here" in page and page.count("aria-pressed") >= 3
        at = answer(browser, base, page, _skip="1")
        assert len(pages) < 60
    assert len(pages) == len(set(pages))
    assert pages[0] in ("safe_now", "safe_to_talk"), "safety comes first"
    text = got(browser, at)
    assert "never a verdict" in text and "Help is on offer" in text


def test_an_urgent_need_stands_above_everything_and_every_page_can_be_the_last(land: Country) -> None:
    browser = land.client("north")
    base = begin(browser, "labour_inspection")
    page = got(browser, base)
    at = answer(browser, base, page, "afraid_here")
    page = got(browser, at)
    at = answer(browser, base, page, _stop="1")
    assert at.endswith("/result/")
    text = got(browser, at)
    assert text.index("First of all") < text.index("<h1")
    assert "In danger now" in text
    assert "Go on with the questions" in text
    assert base in got(browser, "/screen/")


def test_going_back_changes_an_answer_and_none_are_five_different_things(land: Country) -> None:
    browser = land.client("north")
    base = begin(browser, "labour_inspection")
    id_ = uuid.UUID(base.split("/")[2])
    page = got(browser, base)
    at = answer(browser, base, page, "safe")
    page = got(browser, at)
    for code in ("no", "not_asked", "rather_not_say", "unknown"):
        answer(browser, base, page, code)
        found = screening(land.actors["north"], id_)
        assert found and found.answers["hurt"] == code
    back = re.search(r'href="\?at=(\w+)"', page)
    assert back and back[1] == "safe_now"
    earlier = got(browser, f"{base}?at=safe_now")
    assert re.search(r'value="safe" aria-pressed="true"', earlier)
    answer(browser, base, earlier, "afraid_here")
    found = screening(land.actors["north"], id_)
    assert found and found.answers["safe_now"] == "afraid_here" and found.answers["hurt"] == "unknown"


def test_an_answer_that_the_page_does_not_take_is_told_in_place(land: Country) -> None:
    browser = land.client("north")
    base = begin(browser, "border")
    response = browser.post(base, {"question": question_on(got(browser, base)), "answer": "nonsense"})
    assert response.status_code == 422 and b"Please look again" in response.content
    assert browser.post(base, {"question": "no_such_page"}).status_code == 404


def test_from_the_result_to_a_file_and_a_referral(land: Country) -> None:
    browser = land.client("north")
    base = begin(browser, "labour_inspection")
    result = answer(browser, base, got(browser, base), _stop="1")
    page = got(browser, result)
    assert "Open a file, then refer" in page
    id_ = base.split("/")[2]
    prefilled = browser.post("/do/raise_case/", {"_prefill": "1", "screening": id_}).content.decode()
    assert f'value="{id_}" selected' in prefilled
    sent = {"key": str(uuid.uuid4()), "screening": id_, "agreed": "no", "age_basis": "unknown"}
    refused = browser.post("/do/raise_case/", sent)
    assert refused.status_code == 409 and b"This cannot be done" in refused.content
    done = browser.post("/do/raise_case/", {**sent, "key": str(uuid.uuid4()), "agreed": "yes"})
    case = str(done.headers["Location"])
    referral = {
        "key": str(uuid.uuid4()), "to_agency": str(land.actors["harbour"].agency_id), "purpose": "protection",
        "agreed": "yes", "compartments": ["facts"],
    }  # fmt: skip
    assert browser.post(f"{case}do/refer_person/", referral).status_code == 302
    assert "Harbour House" in got(browser, "/referrals/") and "no answer yet" in got(browser, "/referrals/")
    receiver = land.client("harbour")
    assert "Accept" in got(receiver, "/referrals/")
    form = got(receiver, f"{case}do/accept_referral/")
    option = re.search(r'<option value="([0-9a-f-]{36})"', form)
    assert option
    accepted = receiver.post(f"{case}do/accept_referral/", {"key": str(uuid.uuid4()), "referral": option[1]})
    assert accepted.status_code == 302
    assert "accepted" in got(browser, "/referrals/")
    assert "Refer this person" in got(browser, result)


def test_a_card_only_after_the_question_whether_it_is_safe(land: Country) -> None:
    browser = land.client("north")
    base = begin(browser, "health")
    asked = got(browser, f"{base}card/")
    assert "Is a card safe to carry?" in asked and "0800 111 222" not in asked
    carried = got(browser, f"{base}card/?carry=yes")
    assert "0800 111 222" in carried and "traffick" not in carried.split('class="card')[1].split("</div>")[0]
    assert "three times" in got(browser, f"{base}card/?carry=no")


def test_a_screening_is_its_agency_s_only(land: Country) -> None:
    base = begin(land.client("north"), "police")
    for path in ("", "result/", "card/"):
        assert land.client("harbour").get(f"{base}{path}").status_code == 404
    assert land.client("north").post("/screen/", {"setting": "nowhere"}).status_code == 404
