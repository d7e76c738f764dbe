"""A shelter worker: offers and their answers, the calendar, a bed for somebody, and a stay that is not ended."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from tests.web.browsing import needs_chromium
from tests.web.country import Country
from tests.web.roles.walking import Walk, four_windows

pytestmark = [pytest.mark.browser, needs_chromium]


def test_from_an_offer_to_a_bed_that_is_kept(live_site: str, land: Country) -> None:
    women = [land.woman("hill") for _ in range(4)]
    rooms = [_offered(land, case, number) for number, (case, _) in enumerate(women, 3)]
    with four_windows(live_site, land, "hill") as windows:
        for (_, pseudonym), room, (walk,) in zip(women, rooms, windows, strict=True):
            walk.sign_in("hill")
            welcomes(walk, pseudonym)
            keeps(walk, pseudonym, room)


def _offered(land: Country, case: UUID, number: int) -> str:
    since, until = land.now.date(), land.now.date() + timedelta(days=5)
    stay = {"since": since.isoformat(), "until": until.isoformat()}
    land.did("offer_place", "harbour", case=case, place=land.room(number), **stay)
    return f"Room {number}"


def welcomes(walk: Walk, pseudonym: str) -> None:
    """The offer for this person is answered; she then arrives today."""
    walk.open("Beds")
    walk.reads("Offers waiting for an answer", "Arriving today", "By room and day")
    moves(walk)
    walk.top()
    walk.to(pseudonym)
    walk.open("The person takes it", "Do this")
    walk.done("The person takes the place")


def moves(walk: Walk) -> None:
    """By arrow keys through the calendar; on a small screen there is a list by day instead."""
    if walk.size == "small":
        assert walk.page.locator(".by-day").is_visible() and not walk.page.locator("table.beds").is_visible()
        return
    walk.page.locator("table.beds a.free").first.focus()
    before = walk.page.evaluate("document.activeElement.href")
    walk.page.keyboard.press("ArrowRight")
    after = walk.page.evaluate("document.activeElement.href")
    assert after != before and "since=" in after
    walk.page.keyboard.press("ArrowDown")
    assert walk.page.evaluate("document.activeElement.href") != after


def keeps(walk: Walk, pseudonym: str, room: str) -> None:
    """Her stay cannot be ended because she does not testify."""
    walk.unfold("A place to stay")
    walk.open("End the stay")
    walk.pick("Stay in a place", f"Hill Road · {room}")
    walk.pick("Why", "The person will not testify")
    walk.open("Do this")
    walk.reads("This cannot be done")
    walk.open("Beds")
    walk.reads(pseudonym)
