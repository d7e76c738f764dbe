"""The one gate through which a figure is read: who may see it, of whom, and with which cells protected.

The database decides how far a reader's sight goes (`measures.reach()`): the monitor reads the whole country as it is;
a coordinator the whole country, protected; everybody else what concerns their own agency, and of people whose files
they do not see only that they are counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import OperationalError, connection

from . import profile
from .access import Actor, NotSignedIn, acting
from .figures_kept import kept_total
from .measures import By, Facts, Measure, measures, to_sql

MONITOR, COUNTRY, OWN = "monitor", "country", "own"
#: Key of the profile: a cell of fewer people than this is not shown to whoever reads the country protected.
SMALL = "small_cell"
#: More rows than this are no figure but a list.
MOST = 2000
#: A figure that takes longer is stopped: pages must not hold up the database.
LONGEST_MS = 20_000


class NoFigure(LookupError):
    """There is no such measure, or it cannot be split so."""


class TooLong(RuntimeError):
    """The database was stopped: this figure takes longer to count than anybody should wait."""


@dataclass(frozen=True)
class Cell:
    """One number; None and hidden: too few people to be shown; None alone: there is nothing to count."""

    value: int | float | None
    hidden: bool = False


@dataclass(frozen=True)
class Row:
    """One group's numbers, by column."""

    group: tuple[str, ...]
    cells: dict[str, Cell]


@dataclass(frozen=True)
class Figure:
    """A measure as one reader sees it.

    Shape  threshold: cells are protected below this number; None: shown as they are;
           at: when it was counted; is_kept: that was before it was asked for
    """

    measure: Measure
    by: By
    reach: str
    at: datetime
    since: date | None
    until: date | None
    threshold: int | None
    total: Row
    rows: tuple[Row, ...]
    is_kept: bool = False

    @property
    def hidden(self) -> bool:
        """Whether anything is kept back."""
        return any(cell.hidden for row in (self.total, *self.rows) for cell in row.cells.values())


def figure(
    actor: Actor,
    name: str,
    now: datetime,
    by: Iterable[str] = (),
    since: date | None = None,
    until: date | None = None,
    at: datetime | None = None,
) -> Figure:
    """Computes one measure for one reader.

    Shape   at: only for stories and tests, which live at another time
    Reads   the views of the schema `measures`, as the role `tutela_measures`
    Raises  NoFigure for a measure or a split that is not there; TooLong; NotSignedIn
    """
    found, dims = _asked(name, by)
    facts = Facts(since, until)
    with acting(actor, at), connection.cursor() as cursor:
        reach = _reach(cursor)
        kept = None if dims or since or until or at else kept_total(cursor, found, now)
        total = [_row(found, kept[1])] if kept else _rows(cursor, found, facts, ())
        rows = _rows(cursor, found, facts, dims) if dims else []
    threshold = None
    if reach == COUNTRY:
        here = profile.current()
        threshold = int(here.at(SMALL, here.day(now)))
        total, rows = ([protected(found, row, threshold) for row in some] for some in (total, rows))
    counted = kept[0] if kept else now
    return Figure(
        found, dims, reach, counted, since, until, threshold, total[0], tuple(rows), is_kept=kept is not None
    )


def _asked(name: str, by: Iterable[str]) -> tuple[Measure, By]:
    found = measures.get(name)
    dims = tuple(dict.fromkeys(by))
    if found is None or not set(dims) <= set(found.by):
        raise NoFigure(name)
    return found, dims


def _reach(cursor: Any) -> str:
    """How far this reader's sight goes; the session is the transaction's."""
    cursor.execute("SET LOCAL ROLE tutela_measures")
    cursor.execute("SELECT set_config('tutela.zone', %s, true)", [profile.current().calendar.time_zone])
    cursor.execute(f"SET LOCAL statement_timeout = {LONGEST_MS}")
    cursor.execute("SELECT measures.reach()")
    reach = str(cursor.fetchone()[0])
    if not reach:
        raise NotSignedIn("no figures for this session")
    return reach


def _rows(cursor: Any, found: Measure, facts: Facts, by: By) -> list[Row]:
    try:
        cursor.execute(to_sql(found, facts, by))
    except OperationalError as error:
        raise TooLong(found.name) from error
    lines = cursor.fetchmany(MOST)
    return [
        Row(
            tuple("" if value is None else str(value) for value in line[: len(by)]),
            {
                c: Cell(_plain(c in found.counts, v))
                for c, v in zip(found.columns, line[len(by) :], strict=True)
            },
        )
        for line in lines
    ]


def _row(found: Measure, cells: dict[str, Any]) -> Row:
    """The whole in the cells that were kept; an agency that nothing concerns has none."""
    return Row((), {c: Cell(_plain(c in found.counts, cells.get(c))) for c in found.columns})


def _plain(counts: bool, value: Any) -> int | float | None:
    """A count is a whole number, and nothing counted is 0; a median has one decimal."""
    if counts:
        return int(value or 0)
    return None if value is None else round(float(value), 1)


def protected(found: Measure, row: Row, threshold: int) -> Row:
    """A row whose small cells are kept back, and whose others are rounded down to a multiple of the threshold.

    Totals are rounded like every other cell and each on its own, so that no subtraction, not even across figures split
    in different ways, gives a small cell back.
    """
    small = {c for c in found.counts if 0 < (row.cells[c].value or 0) < threshold}
    cells: dict[str, Cell] = {}
    for name, cell in row.cells.items():
        rests_on = found.middles.get(name, name)
        if rests_on in small:
            cells[name] = Cell(None, hidden=True)
        elif name in found.counts:
            cells[name] = Cell(int(cell.value or 0) // threshold * threshold)
        else:
            cells[name] = cell
    return Row(row.group, cells)
