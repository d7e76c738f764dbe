"""What somebody signs in on, in two words: the kind of browser and the kind of machine. Versions are let go of."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

#: What tells a browser by its own account of itself; the first that fits, since each claims to be its elders too.
BROWSERS = (
    ("edge", "Edge", r"\bEdgA?/|\bEdgiOS/"),
    ("opera", "Opera", r"\bOPR/"),
    ("samsung", "Samsung Internet", r"\bSamsungBrowser/"),
    ("firefox", "Firefox", r"\bFirefox/|\bFxiOS/"),
    ("chrome", "Chrome", r"Chrome/|\bCriOS/|\bChromium/"),
    ("safari", "Safari", r"\bSafari/"),
)
MACHINES = (
    ("iphone", "iPhone", r"iPhone"),
    ("ipad", "iPad", r"iPad"),
    ("android", "Android", r"Android"),
    ("windows", "Windows", r"Windows"),
    ("mac", "Mac", r"Macintosh|Mac OS X"),
    ("linux", "Linux", r"Linux|X11"),
)
#: Sessions that no browser opened.
PROGRAMS = ("program", "command")


def device_code(user_agent: str) -> str:
    """The kind of browser and machine, such as `firefox/windows`; empty where neither is known."""
    browser = _first(BROWSERS, user_agent)
    machine = _first(MACHINES, user_agent)
    return f"{browser}/{machine}" if browser or machine else ""


def _first(kinds: tuple[tuple[str, str, str], ...], text: str) -> str:
    return next((code for code, _name, pattern in kinds if re.search(pattern, text)), "")


def device_said(code: str) -> str:
    """The same in words."""
    if code in PROGRAMS:
        return {"program": _("A program, by its token"), "command": _("The command line")}[code]
    browser_code, _slash, machine_code = code.partition("/")
    names = {"browser": _named(BROWSERS, browser_code), "machine": _named(MACHINES, machine_code)}
    if names["browser"] and names["machine"]:
        return _("%(browser)s on %(machine)s") % names
    return names["browser"] or names["machine"] or _("A device of unknown kind")


def _named(kinds: tuple[tuple[str, str, str], ...], wanted: str) -> str:
    return next((name for code, name, _pattern in kinds if code == wanted), "")
