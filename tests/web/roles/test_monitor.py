"""The monitor: from the board to the entries behind a number, a file without names, and a review."""

from __future__ import annotations

import pytest

from tests.web.browsing import needs_chromium
from tests.web.country import Country
from tests.web.roles.walking import Walk, four_windows

pytestmark = [pytest.mark.browser, needs_chromium]

FINDING = {"en": "There was no other bed.", "zh": "没有别的床位。"}


def test_from_the_board_to_a_file_without_names(live_site: str, land: Country) -> None:
    for number in range(3, 7):
        case, _ = land.woman()
        land.did("place_tonight", "harbour", case=case, place=land.room(number))
    with four_windows(live_site, land, "rights") as windows:
        for left, (walk,) in zip((4, 3, 2, 1), windows, strict=True):
            walk.sign_in("rights")
            narrows(walk)
            looks_behind(walk)
            reviews(walk, left)


def narrows(walk: Walk) -> None:
    walk.reads("The last thirty days", "By provision", "By agency", "How it changes")
    walk.pick("Period", "The last ninety days")
    walk.pick("Agency", walk.agency("hill"))
    walk.open("Show")
    assert "days=90" in walk.page.url
    walk.reads("The last ninety days")


def looks_behind(walk: Walk) -> None:
    walk.open("what was tried, and by which agency")
    walk.open(walk.say("file %(id)s", id=str(walk.land.adult)[:8]))
    walk.reads("What this person is owed", "Breaches", "What has happened")
    assert "Rahman" not in walk.page.content()


def reviews(walk: Walk, left: int) -> None:
    walk.open("Board", walk.say("%(n)s not yet looked at", n=str(left)), "Review an urgent protective act")
    walk.choose("It was needed", "Yes")
    walk.write("What was found, and what follows", FINDING[walk.language])
    walk.open("Do this")
    walk.done("Review an urgent protective act")
