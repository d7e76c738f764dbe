"""A browser for the tests: Debian's Chromium, quiet, with axe; and the ways in which every page is looked at."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.web.country import Country

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
WIDE, SMALL = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
SIZES = {"wide": WIDE, "small": SMALL}
LANGUAGES = {"en": "en", "zh": "zh-hans"}
#: Rules of WCAG 2.2 at the levels A and AA, and axe's own best practices.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """One browser, closed at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


def window(
    browser: Browser, site: str, land: Country | None, key: str, language: str, theme: str, size: str
) -> BrowserContext:
    """A window in which somebody is signed in (`key`; empty: nobody), with a language, a theme and a size."""
    context = browser.new_context(viewport=SIZES[size], reduced_motion="reduce")  # type: ignore[arg-type]
    context.set_default_timeout(15_000)
    cookies = {"django_language": LANGUAGES[language], "theme": theme}
    if key and land is not None:
        cookies["s"] = land.client(key).cookies["s"].value
    context.add_cookies([{"name": n, "value": v, "url": site} for n, v in cookies.items()])  # type: ignore[list-item]
    return context


def faults(page: Page) -> list[str]:
    """What axe finds, and whether the page scrolls sideways or has a target that is too small."""
    found: Any = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    told = [
        f"{v['id']}: {v['help']}: {[n['html'][:140] for n in v['nodes'][:2]]}"
        for v in found.response["violations"]
    ]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        told.append(f"scrolls sideways by {wide} pixels: {page.evaluate(_WIDEST)}")
    small = page.evaluate(_SMALL_TARGETS)
    if small:
        told.append(f"targets below 44 pixels: {small[:4]}")
    return told


_WIDEST = """() => [...document.querySelectorAll('body *')].filter(
  e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).slice(-2).map(e => e.outerHTML.slice(0, 120))"""
#: Buttons and links that stand alone; a link within a sentence may be as high as its line.
_SMALL_TARGETS = """() => [...document.querySelectorAll('button, select, summary, a.btn, a.name, nav a, .opt-in')]
  .filter(e => e.checkVisibility()).map(e => [e, e.getBoundingClientRect()])
  .filter(([e, r]) => r.width > 0 && (r.height < 43.5 || r.width < 43.5)).map(([e, r]) => e.outerHTML.slice(0, 90) + ' ' + r.height)"""
