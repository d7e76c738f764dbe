"""My people: who waits for what, by whoever owes it; filters, pages, and what stays unseen."""

from __future__ import annotations

import re
from datetime import timedelta

from tests.web.country import Country
from tests.web.test_pages import got
from tutela.cases import caseload
from tutela.doors.web.views.caseload import days


def test_what_others_owe_to_my_people_stands_on_my_page(land: Country) -> None:
    text = got(land.client("harbour"), "/caseload/")
    assert text.index("Children, and who may be one") < text.index("Everybody else")
    assert "A safe place to stay" in text and "Hill Road shelter" in text
    assert "owed by us" in text and "overdue by" in text


def test_each_filter_keeps_whom_it_counts(land: Country) -> None:
    browser = land.client("harbour")
    for show in caseload.FILTERS:
        text = got(browser, f"/caseload/?show={show}")
        chosen = re.search(r'aria-current="true"><strong>(\d+)', text)
        assert chosen and text.count('class="mine"') == int(chosen[1]), show
    text = got(browser, "/caseload/?show=roof")
    assert text.count('class="mine"') == 2, "the man has a place, the girl and the woman have none"
    assert got(browser, "/caseload/?show=nonsense").count('class="mine"') == 3


def test_pages_follow_a_key_and_lose_nobody(land: Country) -> None:
    actor, when = land.actors["harbour"], days(land.now)
    seen, after = [], None
    for _ in range(5):
        page = caseload.caseload(actor, when, "", after, limit=1)
        seen += [one.person.id for one in page.rows]
        after = page.after
        if after is None:
            break
    assert len(seen) == 3 and set(seen) == {land.adult, land.child, land.ids["woman"]}
    assert seen[0] == land.child
    assert caseload.caseload(actor, when, "", "nonsense").rows


def test_the_first_page_of_a_caseworker_begins_with_them(land: Country) -> None:
    text = got(land.client("harbour"), "/")
    assert text.index("wait for something overdue") < text.index("Children, and who may be one")
    assert "wait for something overdue" not in got(land.client("hill"), "/")


def test_nobody_else_is_in_it(land: Country) -> None:
    text = got(land.client("clinic"), "/caseload/")
    assert "Your agency sees no files" in text
    assert land.client("rights").get("/caseload/").status_code == 404
    land.did(
        "cut_grant",
        "harbour",
        timedelta(0),
        case=land.adult,
        from_agency=str(land.actors["harbour"].agency_id),
    )
    assert str(land.adult) not in got(land.client("harbour"), "/caseload/")


def test_a_closed_file_leaves_the_list_and_what_is_still_owed_stands_apart(land: Country) -> None:
    land.did("close_case", "harbour", timedelta(0), case=land.adult, person_agrees=True)
    browser = land.client("harbour")
    mine, closed = got(browser, "/caseload/"), got(browser, "/caseload/?show=closed")
    assert str(land.adult) not in mine and mine.count('class="mine"') == 2
    assert "have a closed file, and something is still owed" in mine
    assert str(land.adult) in closed and closed.count('class="mine"') == 1
