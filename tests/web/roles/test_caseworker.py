"""A caseworker: from her people to a bed that somebody takes; an offer that is refused; a name, for a purpose."""

from __future__ import annotations

import pytest

from tests.web.browsing import needs_chromium
from tests.web.country import Country
from tests.web.roles.walking import Walk, four_windows

pytestmark = [pytest.mark.browser, needs_chromium]


def test_from_my_people_to_a_bed_and_a_refusal(live_site: str, land: Country) -> None:
    for number in range(3, 7):
        land.room(number)
    women = [land.woman() for _ in range(4)]
    for case, _ in women:
        land.did("record_identity", "harbour", case=case, kind="name", value="Elena")
    with four_windows(live_site, land, "harbour") as windows:
        for (_, pseudonym), (walk,) in zip(women, windows, strict=True):
            walk.sign_in("harbour")
            finds_a_bed(walk, pseudonym)
            is_refused(walk)
            opens_the_name(walk)
            filters(walk)


def finds_a_bed(walk: Walk, pseudonym: str) -> None:
    walk.open("My people", pseudonym)
    walk.reads("What this person is owed", "What has happened", "What can be done")
    walk.unfold("A safe place to stay")
    walk.reads("What would meet this")
    walk.open("Find a bed", "Offer this bed")
    walk.done("Offer a place")
    walk.open("The person takes it", "Do this")
    walk.done("The person takes the place")


def is_refused(walk: Walk) -> None:
    """Help in return for testimony; then the same help, for nothing."""
    walk.unfold("Help and care")
    walk.open("Offer help")
    walk.pick("Kind of help", "Medical care")
    walk.choose("In return for", "Testimony")
    walk.open("Do this")
    walk.reads("This cannot be done", "What can be done instead")
    walk.open("Offer help")
    walk.open("Do this")
    walk.done("Offer help")


def opens_the_name(walk: Walk) -> None:
    assert "Elena" not in walk.page.content()
    walk.unfold("The name is sealed. Open it, for a purpose…")
    walk.write("Why do you need the name now?", "to meet her at the clinic")
    walk.open("Open the name")
    walk.reads("Elena", "Close the name")
    walk.open("Close the name")
    assert "Elena" not in walk.page.content()


def filters(walk: Walk) -> None:
    """Only what was refused: the page stays, and so does the place where one is on it."""
    walk.press("refusals")
    walk.page.locator("#show-refusals[aria-current]").wait_for()
    assert walk.page.locator("#happened .line").count() == 1
    assert walk.page.evaluate("document.activeElement.id") == "show-refusals"
