"""Public cards for kinds of places: no sign-in, no script, no cookie, nothing kept; a few kilobytes in one piece."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe

from tutela.agencies.reads import emergency_numbers
from tutela.agencies.words import Sector
from tutela.doors.now import clock
from tutela.engine import profile
from tutela.guidelines.g02_identification.cards import Cards, languages
from tutela.guidelines.g02_identification.words import Spot

from ..context import TAGS

STYLE = Path(__file__).parents[1] / "static" / "tutela" / "cards.css"
#: Where a reader goes who must not be seen with this page: read by millions, and about nothing.
AWAY = "https://www.wikipedia.org/"


@cache
def _style() -> tuple[str, str]:
    """The sheet, and its mark in the content policy."""
    text = STYLE.read_text(encoding="utf-8")
    return text, base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@require_safe
def places(request: HttpRequest, language: str = "") -> HttpResponse:
    """Every kind of place, in the language asked for, else in one that the reader's device asks for."""
    return _page(request, _cards(request, language), None)


@require_safe
def card(request: HttpRequest, language: str, spot: str) -> HttpResponse:
    """The card of one kind of place."""
    found = _cards(request, language)
    if spot not in {str(one) for one in found.places}:
        raise Http404
    return _page(request, found, Spot(spot))


def _cards(request: HttpRequest, language: str) -> Cards:
    known = languages()
    if language and language not in known:
        raise Http404
    return known.get(language or get_language_from_request(request)) or known["en"]


def _page(request: HttpRequest, cards: Cards, spot: Spot | None) -> HttpResponse:
    text, mark = _style()
    context: dict[str, Any] = {
        "cards": {"tag": _tag(cards.language), "direction": cards.direction},
        "words": cards.words,
        "card": cards.places[spot] if spot else None,
        "places": [{"name": c.name, "url": _url(cards, s)} for s, c in cards.places.items()],
        "languages": [
            {"name": one.name, "tag": _tag(code), "url": _url(one, spot)}
            for code, one in languages().items()
            if code != cards.language
        ],
        "numbers": numbers(),
        "up": _url(cards, None),
        "away": AWAY,
        "style": mark_safe(text),  # noqa: S308  our own file
    }
    response = HttpResponse(render_to_string("tutela/place_card.html", context))
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'sha256-{mark}'; img-src data:; base-uri 'none'; frame-ancestors 'none'"
    )
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _url(cards: Cards, spot: Spot | None) -> str:
    return (
        reverse("place_card", args=[cards.language, spot])
        if spot
        else reverse("places_in", args=[cards.language])
    )


def _tag(language: str) -> str:
    return TAGS.get(language, language)


def numbers() -> list[dict[str, str]]:
    """Numbers that anybody may call: of the country's profile, and of the helplines of this installation."""
    here = profile.current()
    named = here.value("helplines", here.day(clock()()))
    found = [{"name": name, "number": number} for name, number in named.items()]
    own = [p for p in emergency_numbers() if p.sector == Sector.HELPLINE]
    return found + [{"name": p.name, "number": p.number} for p in own]
