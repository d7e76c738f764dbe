"""The coordinator: from what escalates, in the whole country and without names, to an urgent act that is looked at."""

from __future__ import annotations

import pytest

from tests.web.browsing import needs_chromium
from tests.web.country import Country
from tests.web.roles.walking import Walk, four_windows

pytestmark = [pytest.mark.browser, needs_chromium]

FINDING = {"en": "There was no other bed.", "zh": "没有别的床位。"}


def test_from_what_escalates_to_a_review(live_site: str, land: Country) -> None:
    for number in range(3, 7):
        case, _ = land.woman()
        land.did("place_tonight", "harbour", case=case, place=land.room(number))
    with four_windows(live_site, land, "council") as windows:
        for (walk,) in windows:
            walk.sign_in("council")
            reviews(walk)
            walk.open("What I owe")


def reviews(walk: Walk) -> None:
    walk.reads(
        "What escalates to me", "Overdue", "Urgent acts not yet looked at", "By agency", "By provision"
    )
    assert "Rahman" not in walk.page.content()
    walk.open("Review an urgent protective act")
    walk.choose("It was needed", "Yes")
    walk.write("What was found, and what follows", FINDING[walk.language])
    walk.open("Do this")
    walk.done("Review an urgent protective act")
