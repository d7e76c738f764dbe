"""Each piece of the pages once, in both directions and both themes: for whoever builds screens. Not in production."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from .. import charts, present
from ..icons import icons

#: Direction and theme of the four sides on which the pieces are shown.
SIDES = (("ltr", "light"), ("rtl", "light"), ("ltr", "dark"), ("rtl", "dark"))


def components(request: HttpRequest) -> HttpResponse:
    """Buttons, states, cards, forms, answers, lines, notices, icons and charts, side by side."""
    if settings.IS_PRODUCTION:
        raise Http404
    states = [
        {"state": "owed", "said": _("due in %(span)s") % {"span": present.span(timedelta(hours=20))}},
        {"state": "overdue", "said": _("overdue")},
        {"state": "met", "said": _("met")},
        {"state": "declined", "said": _("declined by the person")},
    ]
    for one in states:
        one["sign"] = present.SIGNS[one["state"]]
    context = {
        "sides": [{"dir": d, "theme": t, "id": f"{d}-{t}"} for d, t in SIDES],
        "states": states,
        "cited": present.cite(["P7", "G6.1"]),
        "icons": icons(),
        "chart": _chart(),
    }
    return render(request, "tutela/components.html", context)


def _chart() -> str:
    rows = [
        {"month": "1", "value": 4.5, "label": "4.5", "few": False},
        {"month": "2", "value": 3, "label": "3", "few": True},
        {"month": "3", "value": 2.5, "label": "2.5", "few": False},
    ]
    return charts.line(rows, ["1", "2", "3"])
