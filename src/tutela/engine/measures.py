"""Measures: figures computed from the records, one ibis expression each over de-identified facts.

    @measure("G2.3", unit="referral", by=("agency", "sex"), counts=("in_time", "late"), middles={"hours": "answered"})
    def referral_delays(facts: Facts, by: By) -> Expression:
        return split(facts.referral, by).aggregate(...)

A measure reads views of the schema `measures`, in which no id leads to a person, and is a pure function: the same
expression is compiled to SQL here and can be run elsewhere over files. `figures.py` is the gate through which it is
read. Ibis is imported when the first expression is built, so that starting costs nothing.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

#: An ibis table or column; ibis's own types would load it.
Expression = Any
By = tuple[str, ...]
SCHEMA = "measures"
#: Dimensions that say something of the person: what makes a small cell dangerous.
OF_THE_PERSON = ("age_band", "sex", "exploitation", "setting")
#: What every table of facts about people holds beside its own columns.
PERSON = {"age_band": "string", "sex": "string", "exploitation": "array<string>", "setting": "string"}
_LISTS = {"provision": "provisions", "exploitation": "exploitation", "language": "languages"}
_PERIODS = {"month": "%Y-%m", "year": "%Y"}

_tables: dict[str, dict[str, str]] = {}


@dataclass(frozen=True)
class Measure:
    """A figure that can be computed, with the provisions it answers.

    Shape  unit: what is counted; by: the dimensions it can be split by; counts: columns that count;
           middles: a column that is a median -> the column that counts what it rests on
    """

    name: str
    provisions: tuple[str, ...]
    unit: str
    by: By
    counts: tuple[str, ...]
    middles: Mapping[str, str]
    function: Callable[[Facts, By], Expression]
    doc: str = ""
    kind: str = "measure"

    @property
    def columns(self) -> tuple[str, ...]:
        """Everything that the figure shows, in order."""
        return (*self.counts, *self.middles)


@dataclass(frozen=True)
class Facts:
    """De-identified facts of a period, as ibis tables: `facts.duty`.

    Shape  since, until: days that both belong to it; None: without end
    """

    since: date | None = None
    until: date | None = None
    made: dict[str, Expression] = field(default_factory=dict, compare=False)

    def __getattr__(self, name: str) -> Expression:
        if name not in _tables:
            raise AttributeError(f"there are no facts called {name!r}; there are {', '.join(_tables)}")
        if name not in self.made:
            import ibis

            table = ibis.table(_tables[name], name=name, database=SCHEMA)
            if self.since:
                table = table.filter(table.day >= ibis.date(self.since.isoformat()))
            if self.until:
                table = table.filter(table.day <= ibis.date(self.until.isoformat()))
            self.made[name] = table
        return self.made[name]


measures: dict[str, Measure] = {}


def table(name: str, columns: Mapping[str, str]) -> None:
    """Declares a view of the schema `measures`: its columns with ibis's names of types. Each has a `day`."""
    _tables[name] = {"day": "date", **columns}


def tables() -> dict[str, dict[str, str]]:
    """Every view that measures may read, with its columns."""
    return {name: dict(columns) for name, columns in _tables.items()}


def measure(
    *provisions: str,
    unit: str,
    by: Iterable[str],
    counts: Iterable[str],
    middles: Mapping[str, str] | None = None,
) -> Callable[[Callable[[Facts, By], Expression]], Callable[[Facts, By], Expression]]:
    """Registers a measure under its function's name.

    Raises  TypeError for a median that rests on no count: nobody could tell how many it is about
    """
    resting = dict(middles or {})
    counted = tuple(counts)
    loose = [name for name, on in resting.items() if on not in counted]
    if loose:
        raise TypeError(f"the median {loose[0]!r} rests on no column that counts")

    def register(function: Callable[[Facts, By], Expression]) -> Callable[[Facts, By], Expression]:
        name = function.__name__
        doc = inspect.getdoc(function) or ""
        measures[name] = Measure(name, provisions, unit, tuple(by), counted, resting, function, doc)
        return function

    return register


def split(rows: Expression, by: By) -> Expression:
    """The rows by these dimensions, ready for `.aggregate(…)`. What belongs to several groups counts in each."""
    for name in by:
        if name in _LISTS:
            rows = rows.mutate(**{name: rows[_LISTS[name]].unnest()})
        elif name in _PERIODS:
            rows = rows.mutate(**{name: rows.day.strftime(_PERIODS[name])})
    return rows.group_by(list(by)) if by else rows


def to_sql(found: Measure, facts: Facts, by: By) -> str:
    """The measure as one statement for PostgreSQL; its columns are the dimensions and then what it shows."""
    from ibis.backends.sql.compilers.postgres import PostgresCompiler

    expression = found.function(facts, by)
    ordered = expression.select(*by, *found.columns)
    if by:
        ordered = ordered.order_by(list(by))
    return str(PostgresCompiler().to_sqlglot(ordered).sql(dialect="postgres"))


def how_many(column: str, *values: str) -> Callable[[Expression], Expression]:
    """For `.aggregate`: how many rows have one of these values."""
    return lambda rows: rows[column].isin(values).sum()


def middle(column: str) -> Callable[[Expression], Expression]:
    """For `.aggregate`: the median of what is known."""
    return lambda rows: rows[column].median()
