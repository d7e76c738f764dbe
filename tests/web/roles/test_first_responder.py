"""A labour inspector at night: screens somebody, reads what it comes to, gives a card, opens a file and refers."""

from __future__ import annotations

import pytest

from tests.web.browsing import needs_chromium
from tests.web.country import Country
from tests.web.roles.walking import Walk, four_windows

pytestmark = [pytest.mark.browser, needs_chromium]

#: What is answered, page by page, until the person has had enough.
ANSWERS = (
    "Safe for now", "No", "No", "Yes, a safe one",
)  # fmt: skip


def test_from_signing_in_to_a_referral(live_site: str, land: Country) -> None:
    with four_windows(live_site, land, "north") as windows:
        for (walk,) in windows:
            screens(walk)
            refers(walk)


def screens(walk: Walk) -> None:
    walk.sign_in("north")
    walk.reads("Urgent help", "Screen a person", "Refer a person", "My referrals")
    walk.open("Screen a person", "Labour inspection", *ANSWERS, "Stop here")
    walk.reads("What speaks for it", "What stayed open", "Help is on offer, whatever this says")
    walk.open("Something to take along", "Safe to carry")
    assert "0800 111 222" in walk.page.locator(".card").inner_text()
    walk.open("What it comes to")


def refers(walk: Walk) -> None:
    walk.open("Open a file, then refer")
    walk.choose("The person agreed to a file", "Yes")
    walk.open("Do this")
    walk.done("Open a file from a screening")
    walk.reads("What this person is owed")
    pseudonym = walk.page.get_by_role("heading", level=1).inner_text()
    walk.unfold("Being safe")
    walk.open("Refer the person")
    walk.pick("To which agency", walk.agency("harbour"))
    walk.pick("For what", "Protection")
    walk.choose("The person agreed to this referral", "Yes")
    walk.open("Do this")
    walk.done("Refer the person")
    walk.open("Referrals")
    walk.reads(pseudonym, walk.agency("harbour"), "no answer yet")
