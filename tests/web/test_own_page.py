"""Giving somebody a page of her own, from the caseworker's form: the codes are on one answer and on no other."""

from __future__ import annotations

import re
import uuid

from tests.web.country import Country

FORM = {
    "said_through": "interpreter", "phone": "of_the_house", "when_forced": "tell_caseworker", "language": "zh",
    "talked_of": ["who_holds_it", "traces", "when_forced"],
}  # fmt: skip


def test_the_codes_are_on_one_answer_and_on_no_other(land: Country) -> None:
    browser, url = land.client("harbour"), f"/cases/{land.adult}/do/open_portal/"
    sent = FORM | {"key": str(uuid.uuid4())}
    shown = browser.post(url, sent).content.decode()
    codes = re.findall(r'class="code">([^<]+)<', shown)
    assert len(codes) == 3 and re.fullmatch(r"\d{3} \d{4} \d{4}", codes[0]) and "/my/" in shown
    again = browser.post(url, sent, follow=True).content.decode()
    assert not [code for code in codes if code in again], "the same form sent twice shows nothing"
    assert not [code for code in codes if code in browser.get(f"/cases/{land.adult}/").content.decode()]


def test_a_watched_telephone_is_refused_with_what_to_do(land: Country) -> None:
    browser, url = land.client("harbour"), f"/cases/{land.adult}/do/open_portal/"
    answer = browser.post(url, FORM | {"phone": "somebody_looks", "key": str(uuid.uuid4())})
    assert answer.status_code == 409 and "device of the house" in answer.content.decode()
