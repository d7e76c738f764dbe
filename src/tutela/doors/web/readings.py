"""The monitor's charts in words: each with its table and one sentence, both computed from the figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tutela.cases.board_figures import FEW, Figures, Wait
from tutela.doors import words
from tutela.instrument.provisions import all_guidelines

from . import charts, present

#: How many months the charts show for each period that can be chosen.
SHOWN = {30: 6, 90: 6, 365: 12}
STATES = {"in_time": "met-edge", "late": "owed-edge", "overdue": "overdue-edge"}


@dataclass(frozen=True)
class Shown:
    """One chart with what it says and the figures that it is drawn from."""

    key: str
    title: str
    reading: str
    drawing: SafeString | str
    heads: list[str]
    rows: list[tuple[str, list[str]]]
    note: str = ""
    legend: list[dict[str, str]] = field(default_factory=list)


def shown(figures: Figures, days: int) -> list[Shown]:
    """The charts of the board, in the reader's language."""
    months = figures.months[-SHOWN[days] :]
    return [
        _by_month("refusals", figures.refusals, months),
        _by_month("breaches", figures.breaches, months),
        _waits(figures.waits, months),
        _duties(figures.duties),
    ]


def month_name(month: str, width: str = "MMM") -> str:
    """`2026-11` as a short month; `yMMMM` gives it in full, with its year."""
    year, number = map(int, month.split("-"))
    day = date(year, number, 1)
    if width == "MMM":
        return format_date(day, "LLL", locale=present.locale())
    from babel.dates import format_skeleton

    return str(format_skeleton(width, day, locale=present.locale()))


def number(value: float) -> str:
    """A number as the reader writes it."""
    return str(format_decimal(value, locale=present.locale()))


def share(part: int, whole: int) -> str:
    """A part of a whole in per cent."""
    return str(format_percent(part / whole if whole else 0, locale=present.locale()))


def _groups() -> dict[str, tuple[str, str]]:
    """Short and full name of each group of provisions."""
    lang = present.language()
    named = {g.id: (g.id, f"{g.id} {g.title(lang)}") for g in all_guidelines()}
    if "principles" in named:
        named["principles"] = (
            "P1–P17",
            next(g.title(lang) for g in all_guidelines() if g.id == "principles"),
        )
    return named


def _by_month(key: str, counts: dict[tuple[str, str], int], months: list[str]) -> Shown:
    named = _groups()
    kept = {(m, g): n for (m, g), n in counts.items() if m in months}
    groups = [g for g in named if any(g == there for _m, there in kept)]
    rows = [
        {"month": month_name(m), "group": named[g][0], "n": n} for (m, g), n in kept.items() if g in named
    ]
    table = [(named[g][1], [number(kept.get((m, g), 0)) for m in months]) for g in groups]
    titles = {"refusals": _("Acts refused, by month"), "breaches": _("Breaches noted, by month")}
    drawing = (
        charts.matrix(rows, [month_name(m) for m in months], [named[g][0] for g in groups]) if rows else ""
    )
    note = _("What cites several groups of provisions counts once in each.")
    heads = [_("Provisions"), *(month_name(m) for m in months)]
    return Shown(key, titles[key], _said_by_month(key, kept, months, named), drawing, heads, table, note)


def _said_by_month(
    key: str, kept: dict[tuple[str, str], int], months: list[str], named: dict[str, tuple[str, str]]
) -> str:
    if not kept:
        return {
            "refusals": _("No act was refused in these months."),
            "breaches": _("No breach was noted in these months."),
        }[key]
    sums: dict[str, int] = {}
    for (_month, group), n in kept.items():
        sums[group] = sums.get(group, 0) + n
    most = max(sums, key=lambda g: sums[g])
    by_month = {m: sum(n for (there, _g), n in kept.items() if there == m) for m in months}
    highest = max(months, key=lambda m: by_month[m])
    said = {
        "refusals": _("Refusals cite %(group)s most often (%(n)s); the month with most was %(month)s."),
        "breaches": _("Breaches go against %(group)s most often (%(n)s); the month with most was %(month)s."),
    }[key]
    group = named[most][1] if most in named else most
    return said % {"group": group, "n": number(sums[most]), "month": month_name(highest, "yMMMM")}


def _waits(waits: list[Wait], months: list[str]) -> Shown:
    kept = [w for w in waits if w.month in months]
    rows = [
        {
            "month": month_name(w.month), "value": w.days, "few": w.n < FEW,
            "label": number(w.days) + (f"\nn={w.n}" if len(months) <= 6 else ""),
        }
        for w in kept
    ]  # fmt: skip
    table = [(month_name(w.month, "yMMMM"), [number(w.days), number(w.n), _few(w)]) for w in kept]
    heads = [_("Month of the presumption"), _("Days, median"), _("People (n)"), _("Read with care")]
    if kept:
        last = kept[-1]
        reading = ngettext(
            "The %(n)d person presumed trafficked in %(month)s who has been decided on waited %(days)s days.",
            "Of the %(n)d people presumed trafficked in %(month)s who have been decided on, half waited %(days)s "
            "days or less for the first decision.",
            last.n,
        ) % {"n": last.n, "month": month_name(last.month, "yMMMM"), "days": number(last.days)}
        if last.n < FEW:
            reading += " " + _("They are few: a single file can move this figure much.")
    else:
        reading = _("Nobody who was presumed trafficked in these months has been decided on yet.")
    drawing = charts.line(rows, [month_name(m) for m in months]) if rows else ""
    note = _("Hollow points stand for fewer than %(n)s people. Who still waits is not in it.") % {"n": FEW}
    return Shown("waits", _("From presumption to first decision, days"), reading, drawing, heads, table, note)


def _few(wait: Wait) -> str:
    return _("few") if wait.n < FEW else ""


def _duties(duties: dict[str, dict[str, int]]) -> Shown:
    said = {"in_time": _("met in time"), "late": _("met late"), "overdue": _("overdue")}
    signs = {"in_time": "✓", "late": "◔", "overdue": "●"}
    sectors = sorted(duties, key=lambda s: -sum(duties[s].values()))
    rows: list[dict[str, Any]] = []
    for sector in sectors:
        counts = duties[sector]
        label, end = " · ".join(str(counts[s]) for s in STATES), sum(counts.values())
        rows += [
            {
                "name": words.choice_label("Sector", sector),
                "state": s,
                "n": counts[s],
                "place": at,
                "end": end,
                "label": label,
            }
            for at, s in enumerate(STATES)
        ]
    table = [
        (words.choice_label("Sector", s), [number(duties[s][state]) for state in STATES]) for s in sectors
    ]
    total = {state: sum(d[state] for d in duties.values()) for state in STATES}
    whole = sum(total.values())
    reading = _("Of %(all)s duties with a time limit, %(share)s were met in time, %(late)s late, and %(overdue)s "
                "are overdue now.") % {
        "all": number(whole), "share": share(total["in_time"], whole), "late": number(total["late"]),
        "overdue": number(total["overdue"]),
    } if whole else _("No duty with a time limit was met in this year, and none is overdue.")  # fmt: skip
    names = [words.choice_label("Sector", s) for s in sectors]
    return Shown(
        "duties", _("Duties of the last twelve months, by sector"), reading,
        charts.bars(rows, names, STATES) if rows else "", [_("Sector"), *said.values()], table,
        legend=[{"state": s, "sign": signs[s], "word": said[s]} for s in STATES],
    )  # fmt: skip
