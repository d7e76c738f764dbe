"""Figures: what the records add up to, by provision; each with a chart, a table and one sentence."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tutela.doors import figures as say
from tutela.doors import words
from tutela.engine.access import NotSignedIn
from tutela.engine.figures import Cell, Figure, NoFigure, Row, TooLong
from tutela.engine.measures import Measure, measures

from .. import charts, forms
from .gate import Asking, signed_in

#: At most so many groups are drawn; the table holds all.
DRAWN = 24
#: Colours of the parts of a bar, by what a column counts; the others follow in order.
TONES = {"in_time": "met-edge", "found": "met-edge", "supported": "met-edge", "judged": "met-edge", "late": "owed-edge",
         "overdue": "overdue-edge", "missed": "overdue-edge", "breaches": "owed-edge"}  # fmt: skip
OTHERS = ("lagoon", "edge", "ink-2", "owed-edge", "line")
#: Columns that count again what another one counts already, and so are no part of a bar.
BESIDE = ("escalated", "answered", "lost_on_the_way")
#: Measures whose columns are steps that follow each other: one bar each, never in one bar.
STEPS = ("pipeline",)


@signed_in
def figures(request: Asking) -> HttpResponse:
    """All figures, by the provision that they answer."""
    groups = [
        {
            "id": provision,
            "title": words.provision_title(provision),
            "url": reverse("provision", args=[provision]),
            "rows": [
                {"url": reverse("figure", args=[m.name]), "title": say.title(m), "about": say.about(m)}
                for m in some
            ],
        }
        for provision, some in say.by_provision()
    ]
    return render(request, "tutela/figures.html", {"groups": groups})


@signed_in
def figure(request: Asking, name: str) -> HttpResponse:
    """One figure, split as the reader chose; as a page, or as a file of values."""
    measure = measures.get(name)
    if measure is None:
        raise Http404
    by = [one for one in (request.GET.get("by", ""), request.GET.get("and", "")) if one]
    context: dict[str, Any] = {
        "title": say.title(measure),
        "choices": [
            _choice(measure, "by", _("Split by"), request),
            _choice(measure, "and", _("and by"), request),
        ],
        "since": _day(request, "since"),
        "until": _day(request, "until"),
        "provisions": [(p, words.provision_title(p)) for p in measure.provisions],
    }
    try:
        found, shown = say.read(request.who.actor, name, by, context["since"], context["until"])
    except (NoFigure, NotSignedIn):
        raise Http404 from None
    except TooLong:
        context["trouble"] = _("This figure takes too long to count now. Choose a shorter time.")
        return render(request, "tutela/figure.html", context, status=503)
    if request.GET.get("as") == "csv":
        return _file(shown, name)
    context |= {"shown": shown, "drawing": _drawn(found, shown), "legend": _legend(found)}
    context |= {"wide": len(found.by), "rows": _table(found, shown)}
    return render(request, "tutela/figure.html", context)


def _choice(measure: Measure, field: str, label: str, request: HttpRequest) -> dict[str, Any]:
    chosen = request.GET.get(field, "")
    options = [(dim, say.dimension(dim), dim == chosen) for dim in measure.by]
    return {"name": field, "label": label, "options": [("", _("nothing"), not chosen), *options]}


def _day(request: HttpRequest, name: str) -> date | None:
    """A day of the address; what is none is left out."""
    try:
        return date.fromisoformat(forms.as_day(request.GET.get(name, "")))
    except ValueError:
        return None


def _file(shown: say.Shown, name: str) -> HttpResponse:
    response = HttpResponse("\ufeff" + say.as_csv(shown), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _table(found: Figure, shown: say.Shown) -> list[tuple[tuple[str, ...], list[tuple[str, str]]]]:
    """The rows of the table and the whole below them, each number with its head: on a phone they fold."""
    heads, wide = shown.heads[len(found.by) :], len(found.by)
    whole = (_("together"), *[""] * (wide - 1)) if wide else ()
    return [
        (group, list(zip(heads, numbers, strict=True)))
        for group, numbers in (*shown.rows, (whole, shown.total))
    ]


def _parts(found: Figure) -> dict[str, str]:
    """The columns that make up a bar, with their colours."""
    columns = [c for c in found.measure.counts if c not in BESIDE]
    spare = iter(OTHERS)
    return {c: TONES[c] if c in TONES else next(spare, "line") for c in columns}


def _legend(found: Figure) -> list[dict[str, str]]:
    if found.measure.name in STEPS:
        return []
    return [{"tone": tone, "word": say.column(found.measure, c)} for c, tone in _parts(found).items()]


def _drawn(found: Figure, shown: say.Shown) -> str:
    """A lying bar for each group; the steps of a way, where the figure is not split."""
    parts = _parts(found)
    if found.measure.name in STEPS:
        steps = {} if found.by else {c: found.total.cells[c] for c in parts}
        bars = [(say.column(found.measure, c), {c: cell}) for c, cell in steps.items()]
        parts = dict.fromkeys(parts, "lagoon")
    else:
        groups = [
            (_name(found, row, said), row) for row, (said, _n) in zip(found.rows, shown.rows, strict=True)
        ]
        groups = groups[:DRAWN] if found.by else [(_("together"), found.total)]
        bars = [(name, {c: row.cells[c] for c in parts}) for name, row in groups]
    rows = [one for name, cells in bars for one in _bar(name, cells, found.threshold)]
    if not any(row["end"] for row in rows):
        return ""
    return charts.bars(rows, [name for name, _cells in bars], parts)


def _name(found: Figure, row: Row, said: tuple[str, ...]) -> str:
    """What stands before a bar: there is room for a provision's number, and its title is in the table."""
    parts = zip(found.by, row.group, said, strict=True)
    return " · ".join(code if dim == "provision" else text for dim, code, text in parts)


def _bar(name: str, cells: dict[str, Cell], threshold: int | None) -> list[dict[str, Any]]:
    """One bar in parts; what is kept back has no length, and its label says so."""
    values = {c: cell.value or 0 for c, cell in cells.items()}
    label = " · ".join(say.number(cell, threshold) for cell in cells.values())
    return [
        {"name": name, "state": c, "n": n, "place": at, "end": sum(values.values()), "label": label}
        for at, (c, n) in enumerate(values.items())
    ]
