"""The instrument for everyone: searched in both languages, its picture, rules and stories as they read; components."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils.translation import override

from tests.web.test_pages import got
from tutela.doors import words
from tutela.doors.web import rule_text
from tutela.doors.web.icons import icons
from tutela.engine.registry import rules
from tutela.instrument.provisions import all_provisions


def test_the_search_finds_in_both_languages_and_leaves_no_trace(db_world: object) -> None:
    browser = Client()
    whole = got(browser, "/instrument/")
    assert len(re.findall(r'<li><a class="[a-z-]+" href="/instrument/', whole)) == len(all_provisions())
    for typed, wanted in (("p7", "/instrument/P7/"), ("recovery", "/words/#"), ("恢复与反思期", "/words/#")):
        answer = browser.post("/instrument/", {"q": typed})
        assert answer.status_code == 200 and wanted in answer.content.decode(), typed
    nothing = browser.post("/instrument/", {"q": '<b>"xyzzy'}).content.decode()
    assert "Nothing is called that here" in nothing and "<b>" not in nothing
    assert not browser.cookies
    assert "P9" in browser.get("/instrument/?q=p7").content.decode()


def test_each_rule_shows_its_lines_and_each_story_its_text(db_world: object) -> None:
    sources = rule_text.sources()
    without = [(r.kind, r.name) for r in rules() if (r.kind, r.name) not in sources]
    assert without == []
    page = got(Client(), "/instrument/P7/")
    assert "The rule as it reads" in page and "def " in page
    links = re.findall(r'href="(/instrument/stories/[0-9a-f]+/)"', page)
    if not links:
        pytest.skip("no story has been told and recorded here")
    assert "- story: " in got(Client(), links[0])
    got(Client(), "/instrument/stories/000000000000/", 404)


def test_components_are_shown_but_not_in_production(db_world: object, settings: object) -> None:
    page = got(Client(), "/components/")
    assert page.count('dir="rtl"') == 2 and page.count('data-theme="dark"') == 2
    assert all(f"#{name}" in page for name in icons())
    settings.IS_PRODUCTION = True  # type: ignore[attr-defined]  # the fixture's own
    assert Client().get("/components/").status_code == 404


def test_the_titles_of_the_landmark_cases_are_told_in_chinese() -> None:
    told = [one.title for one in rule_text.stories().values() if "landmarks/" in one.file]
    with override("zh-hans"):
        assert told and [title for title in told if words.say(title) == title] == []
