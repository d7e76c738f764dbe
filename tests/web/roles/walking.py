"""Somebody at a screen with a keyboard who reads one language: what is found, is found by what it is called there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import override
from playwright.sync_api import Browser, Page

from tests.web.browsing import LANGUAGES, SIZES, chromium, layout, window
from tests.web.country import AGENCIES, Country
from tests.web.test_languages import left_in_english
from tutela.doors import words
from tutela.guidelines.g02_identification.form_files import all_forms

SECRET = "a long enough password"
MOST_STOPS = 250


class Walk:
    """One window and one person before it. Each page that is passed is looked at; what is wrong is in `told`."""

    def __init__(self, page: Page, site: str, land: Country, language: str, size: str) -> None:
        self.page, self.site, self.land, self.language, self.size = page, site, land, language, size
        self.told: list[str] = []
        self._keys = page.context.new_cdp_session(page)
        page.add_init_script(_NAMES)
        page.on("console", lambda said: self.told.append(said.text) if _is_wrong(said) else None)

    # --- what is said

    def say(self, english: str, **filled: str) -> str:
        """A text of the pages, as this reader has it."""
        with override(LANGUAGES[self.language]):
            said = words.say(english)
        if said == english and self.language == "zh":
            said = _of_forms().get(english, english)
        return said % filled if filled else said

    def agency(self, key: str) -> str:
        """An agency's name in the reader's language."""
        row = next(row for row in AGENCIES if row[0] == key)
        return row[2] if self.language == "en" else row[3]

    def done(self, english: str) -> None:
        """The page says first that this was done."""
        wanted = self.say("Done: %(what)s.", what=self.say(english))
        text = self.page.locator("main").inner_text()
        assert text.startswith(wanted), f"{wanted!r} does not head {self.page.url}:\n{text[:2000]}"

    def reads(self, *english: str) -> None:
        """All this stands on the page, to be seen."""
        text = self.page.locator("body").inner_text()
        missing = [one for one in english if self.say(one) not in text]
        assert not missing, f"{missing} not on {self.page.url}:\n{text[:3000]}"

    # --- moving

    def sign_in(self, key: str) -> None:
        """From the first page to one's own, with a user name and a password."""
        self.page.goto(self.site + "/")
        self.write("User name", self.land.members[key])
        self.write("Password", SECRET)
        self.enter()

    def top(self) -> None:
        """Back to the beginning of the page's own content, by the link that is there for it."""
        self.to("Skip to the content")
        self.page.keyboard.press("Enter")

    def open(self, *names: str) -> None:
        """Opens what bears this name, and the next, and the next: each a page of its own."""
        for name in names:
            self.to(name)
            self.enter()

    def enter(self) -> None:
        """Enter, which brings another page."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.look()

    def press(self, name: str) -> None:
        """Enter on what changes a part of the page only."""
        self.to(name)
        self.page.keyboard.press("Enter")

    def unfold(self, name: str) -> None:
        """Opens a fold of the page, unless it is open."""
        self.to(name)
        if not self.page.evaluate("document.activeElement.parentElement.open"):
            self.page.keyboard.press("Enter")

    def to(self, name: str, group: str = "") -> dict[str, Any]:
        """By Tab to what bears this name (in a group of this name); at each stop one must see where one is."""
        name, group = self.say(name), self.say(group)
        seen: list[str] = []
        for _ in range(MOST_STOPS):
            here = self.tab()
            if name in here["names"] and group in ("", here["group"]):
                return here
            if self.say("Skip to the content") in here["names"] and not self._is_in_bar(name):
                self.page.keyboard.press("Enter")
            if self.say("Menu") in here["names"] and self._is_in_bar(
                name
            ):  # on a telephone the bar is folded
                self.page.keyboard.press("Enter")
            seen.append(here["names"][0] if here["names"] else "")
        raise AssertionError(f"the keyboard does not reach {name!r} on {self.page.url}: {seen[:80]}")

    def _is_in_bar(self, name: str) -> bool:
        """Whether it is in the bar on top, so that it is not to be skipped."""
        return bool(self.page.evaluate("name => isInBar(name)", name))

    def tab(self) -> dict[str, Any]:
        """One stop further; one must see where one is."""
        self._keys.send("Input.dispatchKeyEvent", _TAB)
        here: dict[str, Any] = self.page.evaluate("focused()")
        assert here["seen"], f"no focus to be seen on {here['names']}"
        return here

    # --- forms

    def write(self, label: str, text: str) -> None:
        """Types into a field, in place of what stands there."""
        self.to(label)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def pick(self, label: str, option: str) -> None:
        """Chooses from a list by the arrow keys."""
        self.to(label)
        wanted = self.say(option)
        for _ in range(self.page.evaluate("document.activeElement.options.length")):
            if self.page.evaluate("document.activeElement.selectedOptions[0].text").startswith(wanted):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{wanted!r} cannot be chosen for {label!r}")

    def choose(self, group: str, answer: str) -> None:
        """Answers a question of which one answer is taken."""
        here = self.page.evaluate("focused()")
        said = self.say(group)
        while here["group"] != said or here["kind"] != "radio":
            here = self.to_next(said)
        for _ in range(12):
            if self.say(answer) in here["names"]:
                if not here["checked"]:
                    self.page.keyboard.press("Space")
                return
            self.page.keyboard.press("ArrowDown")
            here = self.page.evaluate("focused()")
        raise AssertionError(f"{answer!r} is no answer to {group!r}")

    def to_next(self, group: str) -> dict[str, Any]:
        """By Tab to the next stop in a group of this name."""
        for _ in range(MOST_STOPS):
            here = self.tab()
            if here["group"] == group:
                return here
        raise AssertionError(f"the keyboard does not reach {group!r} on {self.page.url}")

    def tick(self, label: str, group: str = "") -> None:
        """Ticks a box."""
        if not self.to(label, group)["checked"]:
            self.page.keyboard.press("Space")

    # --- looking

    def look(self) -> None:
        """What is wrong with this page at this size and in this language."""
        where = re.sub(r"[0-9a-f-]{36}", "…", self.page.url.removeprefix(self.site))
        self.told += [f"{where}: {fault}" for fault in layout(self.page)]
        if self.language == "zh" and (left := left_in_english(self.page.content())):
            self.told.append(f"{where}: left in English: {left[:5]}")


@contextmanager
def four_windows(site: str, land: Country, *keys: str) -> Iterator[Iterator[tuple[Walk, ...]]]:
    """For each language and size a window for each of these people, who all have a password."""
    for key in keys:
        user, _ = get_user_model().objects.get_or_create(username=land.members[key])
        user.set_password(SECRET)
        user.save()
    with chromium() as browser:
        yield _windows(browser, site, land, keys)


def _windows(browser: Browser, site: str, land: Country, keys: tuple[str, ...]) -> Iterator[tuple[Walk, ...]]:
    for language in LANGUAGES:
        for size in SIZES:
            contexts = [window(browser, site, {}, "", language, size=size) for _ in keys]
            walks = tuple(Walk(context.new_page(), site, land, language, size) for context in contexts)
            yield walks
            wrong = [one for walk in walks for one in walk.told]
            assert not wrong, f"{language}, {size}: {wrong}"
            for context in contexts:
                context.close()


def _is_wrong(said: Any) -> bool:
    """A refusal or a form to look at again has a status that browsers report, as has a look that came too late."""
    return said.type == "error" and not re.search(
        r"status of (409|422)|^htmx:(afterRequest|sendAbort)", said.text
    )


@cache
def _of_forms() -> dict[str, str]:
    """The Chinese of what stands in the screening forms, which hold both languages themselves."""
    found: dict[str, str] = {}
    for form in all_forms().values():
        for question in form.questions:
            for said in [question.title, *(choice.label for choice in question.choices)]:
                if said:
                    found[said.text("en")] = said.text("zh-hans")
    return found


#: The key by itself: of a key that is pressed and let go, a browser says so only at its next picture.
_TAB = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
#: What the element in focus is called: its text by lines and parts, its label, its group; and whether one sees it.
_NAMES = """window.isInBar = name =>
  [...document.querySelectorAll('.top a, .top summary, .top button')].some(e => e.innerText.trim() === name);
window.focused = () => {
  const e = document.activeElement, box = e.closest('.opt-in') || e, set = e.closest('fieldset, [role=group]');
  const clean = text => (text || '').replace(/\\s+/g, ' ').replace(/^[‹←✓●◔○–▸→ ]+/, '')
    .replace(/ ?\\((not required|可不填)\\)$/, '').trim();
  const label = e.labels && e.labels[0], legend = set && set.querySelector('legend');
  const own = e.matches('input, select, textarea, body, main') ? '' : e.innerText;
  const lines = [own, e.getAttribute('aria-label'), label && label.innerText, ...[own, label && label.innerText]
    .flatMap(text => (text || '').split(/\\n| · |:/))];
  const names = [...new Set(lines.map(clean))].filter(x => x);
  const shown = [e, box].some(x => getComputedStyle(x).outlineStyle !== 'none');
  return {names: [...names, e.id], group: clean(legend ? legend.innerText : set && set.getAttribute('aria-label')),
    kind: e.type || '', checked: !!e.checked, seen: shown || e === document.body || e.id === 'main'};
}"""
