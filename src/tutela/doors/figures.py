"""A figure as doors say it: labels, one sentence, and rows, in the reader's language; and as a file of values."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from babel import Locale
from babel.dates import format_skeleton
from babel.numbers import format_decimal
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tutela.agencies.reads import all_agency_names
from tutela.engine.access import Actor, acting
from tutela.engine.figures import Cell, Figure, Row, figure
from tutela.engine.measures import Measure, measures
from tutela.instrument.provisions import all_provisions, is_chinese

from . import words
from .now import clock, told_time

#: What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
#: The closed lists from which values of a dimension have their words.
_ENUMS = {
    "sex": ("Sex",),
    "exploitation": ("PurposeElement",),
    "setting": ("Setting",),
    "sector": ("Sector",),
    "from_sector": ("Sector",),
    "purpose": ("Purpose",),
    "suspects": ("Suspects",),
    "spot": ("Spot",),
    "lost": ("EndedBecause", "RefusedBecause", "CourtOutcome"),
}


@dataclass(frozen=True)
class Shown:
    """A figure in words.

    Shape  heads: dimensions first, then what is shown; rows: the words of the group, and its numbers as text
    """

    name: str
    title: str
    about: str
    reading: str
    notes: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    total: tuple[str, ...]


def locale() -> str:
    """The reader's locale, as Babel names it."""
    return "zh_Hans" if is_chinese(get_language() or "en") else "en"


def title(found: Measure) -> str:
    """What a measure is called."""
    return words.measure_label(found.name)


def about(found: Measure) -> str:
    """What is counted, in one sentence: the first of the measure's own description."""
    return words.say(" ".join(found.doc.split("\n\n")[0].split()))


def column(found: Measure, name: str) -> str:
    """What a column shows."""
    return words.measure_label(f"{found.name}.{name}", f"*.{name}")


def dimension(name: str) -> str:
    """What a figure is split by."""
    return words.measure_label(f"by:{name}")


def value(dim: str, code: str, agencies: dict[str, str]) -> str:
    """One value of a dimension in words."""
    if code in ("", "unknown", "not_seen"):
        return words.measure_label(f"{dim}:{code}", f"value:{code}")
    match dim:
        case "provision":
            return f"{code} {words.provision_title(code)}"
        case "agency":
            return agencies.get(code, words.measure_label("value:"))
        case "country":
            return str(Locale.parse(locale()).territories.get(code, code))
        case "language":
            return str(Locale.parse(locale()).languages.get(code, code))
        case "rule":
            return words.duty_label(code)
        case "month":
            year, month = map(int, code.split("-"))
            return str(format_skeleton("yMMM", date(year, month, 1), locale=locale()))
        case "year":
            return code
        case "age_band":
            return code.replace("-", "–")
    enums = [f"enum:{enum}.{code}" for enum in _ENUMS.get(dim, ())]
    known = words.words().tables["LABELS"]
    label = next((known[one] for one in enums if one in known), None)
    return words.say(label) if label else words.measure_label(f"{dim}:{code}")


def number(cell: Cell, threshold: int | None) -> str:
    """A number as the reader writes it; a small one that is kept back says so."""
    if cell.hidden:
        return _("fewer than %(n)s") % {"n": threshold}
    return "–" if cell.value is None else str(format_decimal(cell.value, locale=locale()))


def shown(found: Figure, agencies: dict[Any, str]) -> Shown:
    """A figure with its words.

    Shape  agencies: the names of all, by id
    """
    named = {str(key): name for key, name in agencies.items()}
    measure = found.measure

    def numbers(row: Row) -> tuple[str, ...]:
        return tuple(number(row.cells[c], found.threshold) for c in measure.columns)

    return Shown(
        measure.name,
        title(measure),
        about(measure),
        reading(found),
        tuple(_notes(found)),
        (*(dimension(d) for d in found.by), *(column(measure, c) for c in measure.columns)),
        tuple(
            (tuple(value(d, v, named) for d, v in zip(found.by, row.group, strict=True)), numbers(row))
            for row in found.rows
        ),
        numbers(found.total),
    )


def _notes(found: Figure) -> list[str]:
    notes = []
    if found.reach == "own":
        notes.append(_("Only what concerns your own agency is counted."))
    if found.threshold is not None:
        notes.append(
            _(
                "Numbers are rounded down to a multiple of %(n)s, and smaller ones kept back, so that nobody is found."
            )
            % {"n": found.threshold}
        )
    if {"provision", "exploitation"} & set(found.by):
        notes.append(
            _("What belongs to several groups is counted in each; the groups add up to more than the whole.")
        )
    if found.is_kept:
        at = date_format(localtime(found.at), "DATETIME_FORMAT")
        notes.append(_("Counted on %(at)s; it is counted anew every hour.") % {"at": at})
    if found.since or found.until:
        notes.append(
            _("Counted from %(since)s to %(until)s.")
            % {"since": found.since or "…", "until": found.until or "…"}
        )
    return notes


def reading(found: Figure) -> str:
    """The figure in one sentence, computed from its totals; never from a cell that is kept back."""
    cells = found.total.cells
    if any(cell.hidden for cell in cells.values()):
        return _("There are too few to say it in a sentence without pointing at somebody.")
    say = words.readings().get(found.measure.name)
    totals = {name: cell.value for name, cell in cells.items()}
    return say(totals) if say else ""


@cache
def by_provision() -> tuple[tuple[str, tuple[Measure, ...]], ...]:
    """Every measure, under each provision that it answers, in the order of the instrument."""
    found = {p.id: tuple(m for m in measures.values() if p.id in m.provisions) for p in all_provisions()}
    return tuple((provision, some) for provision, some in found.items() if some)


def as_values(found: Figure) -> dict[str, Any]:
    """A figure for programs: codes and numbers; what is kept back is null, and named."""

    def line(row: Row) -> dict[str, Any]:
        return {
            "group": dict(zip(found.by, row.group, strict=False)),  # the whole has none
            "values": {name: cell.value for name, cell in row.cells.items()},
            "hidden": [name for name, cell in row.cells.items() if cell.hidden],
        }

    return {
        "name": found.measure.name,
        "provisions": list(found.measure.provisions),
        "unit": found.measure.unit,
        "by": list(found.by),
        "reach": found.reach,
        "threshold": found.threshold,
        "at": found.at,
        "since": found.since,
        "until": found.until,
        "total": line(found.total),
        "rows": [line(row) for row in found.rows],
    }


def as_csv(said: Shown) -> str:
    """The table as CSV; what a spreadsheet would take for a formula is marked as text."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_text(head) for head in said.heads])
    for group, numbers in said.rows:
        writer.writerow([_text(cell) for cell in (*group, *numbers)])
    width = len(said.heads) - len(said.total)
    named = [_("together"), *[""] * (width - 1)] if width else []
    writer.writerow([_text(cell) for cell in (*named, *said.total)])
    return out.getvalue()


def _text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def read(
    actor: Actor, name: str, by: Iterable[str] = (), since: date | None = None, until: date | None = None
) -> tuple[Figure, Shown]:
    """One figure through the gate, with its words.

    Raises  NoFigure, TooLong, NotSignedIn
    """
    told = told_time()
    found = figure(actor, name, clock()(), by, since, until, told)
    with acting(actor, told):
        return found, shown(found, all_agency_names())
