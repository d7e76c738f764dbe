"""Rows of lists that may be hundreds long, written directly: in templates they would take most of a page's time."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from . import links
from .present import Cited, ShownRight

_CLOCK = '<span class="state {0}"><span aria-hidden="true">{1}</span> {2}</span>'
_OWED = (
    '<div class="right {0}"><div class="line-in"><span class="what">{3}</span>'
    + _CLOCK
    + '<span class="who">{4}{5}</span></div></div>'
)
_WAITS = "<li><span>{3} {4}</span>" + _CLOCK + '<span class="note">{5}{6}</span></li>'


def marks(cited: Iterable[Cited]) -> SafeString:
    """The provisions behind a line, each a small mark."""
    return _marks(tuple(one.id for one in cited))


@lru_cache(2048)
def _marks(ids: tuple[str, ...]) -> SafeString:
    return format_html_join("", '<span class="prov">{}</span> ', ((one,) for one in ids))


def owed(rights: Iterable[ShownRight]) -> SafeString:
    """What is owed, each with its clock and a way to the file where that may be seen."""
    return format_html_join(
        "", _OWED, ((*_clock(one), _what(one), _cited(one), _when(one)) for one in rights)
    )


def waits_for(ones: Iterable[dict[str, Any]]) -> SafeString:
    """What one person waits for, and from whom."""
    ours = format_html("<strong>{}</strong>", _("owed by us"))
    return format_html_join(
        "",
        _WAITS,
        (
            (*_clock(r), r.what, _cited(r), ours if one["ours"] else r.who, _passed_up(r))
            for one in ones
            for r in [one["right"]]
        ),
    )


def _clock(right: ShownRight) -> tuple[str, str, str]:
    return right.state, right.sign, right.said


def _cited(right: ShownRight) -> SafeString:
    return _marks(tuple(right.right.duty.provisions))


def _what(right: ShownRight) -> SafeString:
    if not right.case_id:
        return conditional_escape(right.what)
    said = f"{right.what} · {right.pseudonym}" if right.pseudonym else right.what
    return format_html('<a href="{}">{}</a>', links.of_case("case", right.case_id), said)


def _when(right: ShownRight) -> SafeString:
    return format_html_join(
        "", "<span>{}</span>", ((line,) for line in (right.due_line, right.escalated_line) if line)
    )


def _passed_up(right: ShownRight) -> str:
    return f" · {right.escalated_line}" if right.escalated else ""
