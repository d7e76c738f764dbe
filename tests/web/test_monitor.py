"""The monitor's board: narrowed, down to entries without names, charts that say what they show; the verified record."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from tests.web.country import Country, _choices
from tests.web.test_pages import got
from tutela.cases import board_figures
from tutela.cases.board import Choice, monitor_board
from tutela.doors.web import readings
from tutela.engine.kept import keep, verify_and_keep


def test_the_board_is_narrowed_by_period_and_agency_in_a_neutral_address(land: Country) -> None:
    browser, hill = land.client("rights"), land.actors["hill"]
    whole = got(browser, "/monitor/")
    narrowed = got(browser, f"/monitor/?days=90&agency={hill.agency_id}")
    assert "The last ninety days" in narrowed
    links = re.findall(r'href="(/monitor/[a-z]+/\?[^"]+)"', narrowed)
    assert links and all(str(hill.agency_id) in link and "Hill" not in link for link in links)
    for link in links[:6]:
        got(browser, link.replace("&amp;", "&"))
    assert browser.get("/monitor/?agency=nonsense").status_code == 404
    got(browser, "/monitor/?days=7000")
    assert "Rahman" not in whole + narrowed
    _counts_by_agency_sum_to_the_whole(land)
    _charts_are_svg_in_our_colours_with_reading_and_table(land)


def _counts_by_agency_sum_to_the_whole(land: Country) -> None:
    actor = land.actors["rights"]
    found = monitor_board(actor, land.now, Choice(90))
    for kind in ("breaches", "refusals", "overdue", "waivers", "urgent"):
        assert sum(getattr(c, kind) for c in found.by_agency.values()) == getattr(found.totals, kind)
    assert found.totals.refusals == 1 and found.totals.breaches
    only = monitor_board(actor, land.now, Choice(90, land.actors["hill"].agency_id))
    assert only.totals.refusals == 1 and set(only.by_agency) == {land.actors["hill"].agency_id}


def test_urgent_acts_and_waivers_lead_to_their_review(land: Country) -> None:
    land.did(
        "place_tonight", "harbour", timedelta(hours=1), case=land.ids["woman"], place=str(land.ids["bed2"])
    )
    browser = land.client("rights")
    page = got(browser, "/monitor/urgent/")
    form = re.search(r'action="([^"]+review_urgent_act/)".*?name="urgent_act" value="([^"]+)"', page, re.S)
    assert form and "not yet looked at" in page
    answered = browser.post(form[1], {"_prefill": "1", "urgent_act": form[2]})
    assert answered.status_code == 200 and form[2].encode() in answered.content
    _hours_of_detention_are_counted_to_the_file(land)


def land_choice(name: str) -> str:
    """The first value that a detention's field may have."""
    return _choices("detention_found", name)[0]


def _hours_of_detention_are_counted_to_the_file(land: Country) -> None:
    land.did("detention_found", "harbour", timedelta(hours=30), case=land.adult, place_kind=land_choice("place_kind"),
             held_for=land_choice("held_for"))  # fmt: skip
    page = got(land.client("rights"), "/monitor/held/")
    assert "30 hours" in page and f"/monitor/files/{land.adult}/" in page


def _charts_are_svg_in_our_colours_with_reading_and_table(land: Country) -> None:
    for language in ("en", "zh-hans"):
        browser = land.client("rights")
        browser.cookies["django_language"] = language
        page = got(browser, "/monitor/")
        assert page.count('class="sheet chart"') == 4
        drawn = re.findall(r"<svg xmlns.*?</svg>", page, re.S)
        assert drawn and all("var(--" in d and "#a000" not in d and "style=" not in d for d in drawn)
        assert "font-family" not in "".join(drawn)


def test_kept_counts_are_those_counted_at_once(land: Country) -> None:
    actor = land.actors["rights"]
    live, verified = board_figures.figures(actor, land.now)
    assert verified is None
    board_figures.keep_board(land.now)
    stored, _ = board_figures.figures(actor, land.now)
    kept_board = monitor_board(actor, land.now, overdue=stored.overdue)
    assert stored.overdue and kept_board.by_agency == monitor_board(actor, land.now).by_agency
    stored = replace(stored, overdue=None)
    assert stored == live and live.waits and live.refusals and live.duties
    hill = str(land.actors["hill"].agency_id)
    assert sum(board_figures.figures(actor, land.now, hill)[0].refusals.values()) <= sum(
        live.refusals.values()
    )
    assert len(readings.shown(live, 365)) == 4
    _the_state_of_the_record_is_the_last_verification(land)


def _the_state_of_the_record_is_the_last_verification(land: Country) -> None:
    browser = land.client("rights")
    assert "not been verified yet" in got(browser, "/monitor/")
    assert verify_and_keep(land.now)
    assert "The record is intact" in got(browser, "/monitor/")
    keep("verified", {"is_whole": False, "entries": 3, "subjects": 1, "checks": ["entry.hash"]}, land.now)
    assert "not whole" in got(browser, "/monitor/")
