"""A decision-maker: from the queue by clock to a decision with reasons in the person's language."""

from __future__ import annotations

import pytest

from tests.web.browsing import needs_chromium
from tests.web.country import Country
from tests.web.roles.walking import Walk, four_windows

pytestmark = [pytest.mark.browser, needs_chromium]

STAGE = "Decision whether there are reasonable grounds"
FOUND = ("Recruitment", "Deception", "Forced labour or services")
REASONS = {"en": "What was seen and what was told agree.", "zh": "所见与所述一致。"}


def test_from_signing_in_to_a_decision(live_site: str, land: Country) -> None:
    women = [land.woman("authority")[1] for _ in range(4)]
    with four_windows(live_site, land, "authority") as windows:
        for pseudonym, (walk,) in zip(women, windows, strict=True):
            decides(walk, pseudonym)


def decides(walk: Walk, pseudonym: str) -> None:
    walk.sign_in("authority")
    walk.open("Decisions")
    walk.reads("Adults", STAGE)
    walk.open(pseudonym)
    walk.reads("What the definition says of this", "Still open", "You have not answered yes or no.")
    for element in FOUND:
        with walk.page.expect_response(lambda response: response.request.method == "POST"):
            walk.choose(element, "Found")
    walk.page.locator("#look .state.met").wait_for()
    comes_back(walk, pseudonym)
    walk.choose("The decision is for the person", "Yes")
    walk.write("Reasons, in words that the person understands", REASONS[walk.language])
    walk.pick("Language of the reasons", {"en": "Romanian", "zh": "罗马尼亚语"}[walk.language])
    walk.open("Decide")
    walk.done("Decide on reasonable grounds")
    walk.reads("Conclusive decision")


def comes_back(walk: Walk, pseudonym: str) -> None:
    """What one has begun is there when one comes back, on this device or another."""
    walk.open("Decisions")
    walk.reads("you have begun")
    walk.open(pseudonym)
    assert walk.page.locator("input[name='means.deception'][value=found]").is_checked()
