"""What every page shows round its content: navigation, language, theme."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tutela.agencies.words import Role, Sector
from tutela.cases import escalations, received
from tutela.guidelines.g05_enforcement.enquiry_words import ASKERS

THEMES = ("", "light", "dark")
#: Who runs houses, or answers for there being enough of them.
HOUSES = (Sector.SHELTER, Sector.NGO, Sector.PROTECTION, Sector.CHILD_PROTECTION, Sector.COORDINATION)
#: Who finds people where they are held or work.
GOES_OUT = (Sector.POLICE, Sector.LABOUR_INSPECTION, Sector.BORDER, Sector.PROSECUTION)
THEME_COOKIE = "theme"
#: The sign that stands before each word of the navigation, and never without it.
NAV_ICONS = {
    "home": "home",
    "owed": "list-check",
    "received": "send",
    "enquiries": "phone",
    "ask_protection": "hand-stop",
    "complaints": "message-circle",
    "monitor": "eye-check",
    "caseload": "users",
    "people": "users",
    "screen": "list-check",
    "referrals": "send",
    "decisions": "flag",
    "charge_queue": "scale",
    "beds": "bed",
    "operations": "flag",
    "figures": "chart-bar",
    "do": "plus",
    "alerts": "bell",
}
#: Tags for `lang=`, which screen readers choose a voice by.
TAGS = {"en": "en", "zh-hans": "zh-Hans"}


def page(request: HttpRequest) -> dict[str, Any]:
    """The frame of a page. Its address without a query is where a change of language or theme comes back to."""
    language = get_language() or "en"
    other = "en" if language != "en" else "zh-hans"
    theme = request.COOKIES.get(THEME_COOKIE, "")
    theme = theme if theme in THEMES else ""
    who = getattr(request, "who", None)
    labels = {"": _("As the device"), "light": _("Light"), "dark": _("Dark")}
    return {
        "who": who,
        "html_lang": TAGS.get(language, language),
        "other_language": {"code": other, "tag": TAGS[other], "name": dict(settings.LANGUAGES)[other]},
        "languages": [
            {"code": code, "tag": TAGS[code], "name": name, "chosen": code == language}
            for code, name in settings.LANGUAGES
        ],
        "theme": theme,
        "themes": [{"value": t, "label": labels[t], "chosen": t == theme} for t in THEMES],
        "nav": _nav(request, who) if who else [],
        "here": _here(request),
        "typed_days": _speaks_another(request, language),
        "is_demo": settings.IS_DEMO,
    }


def _speaks_another(request: HttpRequest, language: str) -> bool:
    """Whether the browser would write days in another language than the page: then they are typed, year first."""
    first = request.headers.get("Accept-Language", "").strip()[:2].lower()
    return first.isalpha() and first != language[:2]


def _here(request: HttpRequest) -> str:
    """A page that answered a POST has no address of its own to come back to but its form's."""
    return request.path


def _nav(request: HttpRequest, who: Any) -> list[dict[str, Any]]:
    monitor = who.actor.is_monitor
    items = [("monitor", _("Board"))] if monitor else [("home", _("What I owe"))]
    if escalations.is_coordinator(who.actor):
        items = [("home", _("What escalates")), ("owed", _("What I owe"))]
    if monitor or received.is_office(who.actor):
        items.insert(1, ("received", _("Received")))
        items.insert(1, ("enquiries", _("Enquiries")))
    if monitor:
        items.insert(1, ("complaints", _("Complaints")))
    else:
        mine = Role.CASEWORKER in who.actor.roles
        items.append(("caseload", _("My people")) if mine else ("people", _("People")))
        if not escalations.is_coordinator(
            who.actor
        ):  # who sees to operations instead, and screens from the first page
            items.append(("screen", _("Screening")))
        items.append(("referrals", _("Referrals")))
        if Role.DECISION_MAKER in who.actor.roles:
            items.insert(1, ("decisions", _("Decisions")))
        if who.actor.roles & {Role.PROSECUTOR, Role.LINK_ASSESSOR}:
            items.insert(1, ("charge_queue", _("Charges")))
        if who.actor.sector in HOUSES:
            items.append(("beds", _("Beds")))
        if who.actor.sector in GOES_OUT or escalations.is_coordinator(who.actor):
            items.append(("operations", _("Operations")))
    if who.actor.sector in ASKERS:
        items.append(("ask_protection", _("Ask first")))
    items.append(("figures", _("Figures")))
    items.append(("do", _("More to do")))
    if who.actor.roles & {Role.ON_CALL, Role.ADMINISTRATOR}:
        items.append(("alerts", _("Alerts")))
    found = [
        {"url": reverse(name), "label": label, "icon": NAV_ICONS.get(name, "chevron-right"), "here": False}
        for name, label in items
    ]
    for item in found:
        url = str(item["url"])
        item["here"] = request.path == url or (url != "/" and request.path.startswith(url))
    return found
