"""How pages of this door are made: one piece each, with sheet and script inside, under 30 kilobytes."""

from __future__ import annotations

import base64
import hashlib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from tutela.doors.web.context import TAGS

FOLDER = Path(__file__).parent


@cache
def _inside(name: str) -> tuple[str, str]:
    """A file that stands in the page, and its mark in the content policy."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    return text, base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def page(template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """One page in the language that is set: no address of ours but its own is asked for, and nothing stays behind."""
    language = get_language() or "en"
    (style, style_mark), (script, script_mark) = _inside("notes.css"), _inside("notes.js")
    context = {
        **context,
        "tag": TAGS.get(language, language),
        "languages": [
            (code, TAGS.get(code, code), name) for code, name in settings.LANGUAGES if code != language
        ],
        "style": mark_safe(style),  # noqa: S308  our own file
        "script": mark_safe(script),  # noqa: S308  our own file
    }
    response = HttpResponse(render_to_string(template, context), status=status)
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'sha256-{style_mark}'; script-src 'sha256-{script_mark}'; img-src data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Cache-Control"] = "no-store"
    return response


def day(at: Any) -> str:
    """A day in the country's zone."""
    return date_format(timezone.localtime(at), "DATE_FORMAT") if at else ""


def date_said(on: date) -> str:
    """A day that has no time."""
    return date_format(on, "DATE_FORMAT")


def moment(at: Any) -> str:
    """A day and a time in the country's zone."""
    return date_format(timezone.localtime(at), "DATETIME_FORMAT") if at else ""
