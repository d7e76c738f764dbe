"""A browser for the tests: Debian's Chromium, quiet, with axe; and the ways in which every page is looked at."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connections
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from tests.web.contrast import unlike, weighed
from tests.web.country import Country

#: The shell without a window of its own starts three times as fast; whole Chromium does as well.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
SIZES = {"wide": (1280, 900), "small": (360, 740)}
LANGUAGES = {"en": "en", "zh": "zh-hans"}
#: Rules of WCAG 2.2 at the levels A and AA, and axe's own best practices.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


def signed_in(land: Country, keys: set[str]) -> dict[str, str]:
    """Session cookies by agency."""
    return {key: land.client(key).cookies["s"].value for key in keys if key}


@contextmanager
def chromium() -> Iterator[Browser]:
    """One browser, closed at the end. Its loop would keep Django's database out of the test; here that is let in.

    Beside a running loop Django keeps connections of their own. They are let go with the browser: the next test in
    this process would find them where this test's database was.
    """
    with patch.dict(os.environ, DJANGO_ALLOW_ASYNC_UNSAFE="true"), sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        try:
            yield browser
        finally:
            for alias in connections:
                connections[alias].close()
                del connections[alias]
            browser.close()


def window(
    browser: Browser, site: str, cookies: Mapping[str, str], key: str, language: str, theme: str = "light",
    size: str = "wide",
) -> BrowserContext:  # fmt: skip
    """A window in which somebody is signed in (`key`; empty: nobody), with a language, a theme and a size."""
    context = browser.new_context(viewport=_viewport(size), reduced_motion="reduce")
    context.set_default_timeout(60_000)
    wanted = {"django_language": LANGUAGES[language], "theme": theme}
    if key:
        wanted["s"] = cookies[key]
    context.add_cookies([{"name": name, "value": value, "url": site} for name, value in wanted.items()])
    return context


def resize(page: Page, size: str) -> None:
    """The same page in another window."""
    if page.viewport_size != _viewport(size):
        page.set_viewport_size(_viewport(size))


def _viewport(size: str) -> ViewportSize:
    width, height = SIZES[size]
    return {"width": width, "height": height}


@cache
def axe_script() -> str:
    """Axe itself. A window that begins every page with it does not receive it for each."""
    return str(Axe().axe_script)


def axe(page: Page) -> list[str]:
    """What axe finds: every rule on everything, and what is hard to read as the page is drawn now."""
    return rules(page) + contrast(page)


def rules(page: Page) -> list[str]:
    """What axe finds by every rule but that of contrast."""
    _inject(page)
    return _told(page.evaluate(_RULES, TAGS))


def contrast(page: Page, *themes: str) -> list[str]:
    """What is hard to read, in these colours."""
    told = []
    for name, likes in unlike(page, themes).items():
        _inject(page)
        told += [f"{name} {fault}".strip() for fault in _told(weighed(page, name, likes))]
    return told


def _inject(page: Page) -> None:
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_script())


def _told(found: list[dict[str, Any]]) -> list[str]:
    return [f"{v['id']}: {v['help']}: {[n['html'][:140] for n in v['nodes'][:2]]}" for v in found]


def layout(page: Page) -> list[str]:
    """Whether the page scrolls sideways, or has a target that a thumb would miss."""
    told = []
    if wide := page.evaluate(_SIDEWAYS):
        told.append(f"scrolls sideways: {wide}")
    if small := page.evaluate(_SMALL_TARGETS):
        told.append(f"targets below 44 pixels: {small[:4]}")
    return told


def all_faults(page: Page, rules_in: str = "wide") -> list[str]:
    """What is wrong with the open page: every rule of axe once, contrast in both themes and sizes, layout in both.

    It begins with the size that the window has, and leaves the other one: of two pages one is not resized before.
    """
    page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    found: list[str] = []
    for size in sorted(SIZES, key=lambda name: page.viewport_size != _viewport(name)):
        resize(page, size)
        seen = layout(page) + (rules(page) if size == rules_in else []) + contrast(page, "light", "dark")
        found += [f"{size}: {fault}" for fault in seen]
    return found


#: Every rule but contrast.
_RULES = """async tags => (await axe.run(document, {runOnly: {type: 'tag', values: tags},
  rules: {'color-contrast': {enabled: false}}, resultTypes: ['violations']})).violations
  .map(v => ({id: v.id, help: v.help, nodes: v.nodes.map(n => ({html: n.html}))}))"""
_SIDEWAYS = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return '';
  return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > room + 1)
    .slice(-2).map(e => e.outerHTML.slice(0, 120)).join(' ');
}"""
#: Buttons and links that stand alone; a link or a word that explains itself may be as high as its line.
_SMALL_TARGETS = """() => [...document.querySelectorAll(
    'button:not(.term), select, summary, a.btn, a.name, nav a, .opt-in')]
  .filter(e => e.checkVisibility()).map(e => [e, e.getBoundingClientRect()])
  .filter(([e, r]) => r.width > 0 && (r.height < 43.5 || r.width < 43.5))
  .map(([e, r]) => `${e.outerHTML.slice(0, 90)} ${r.width}×${r.height}`)"""
