"""Wages owed, reckoned month by month, every step to be read again: no database, no clock, whole numbers only.

The method, version 1:

1. The work is cut at the end of each month, and wherever the lawful minimum changes.
2. Hours of a part: hours worked in a usual week, times days, by seven. Hours above the usual week count with their
   addition.
3. The pay for an hour is the better of what was agreed and the lawful minimum; what was agreed never lowers it.
4. What a part is due is rounded to the smallest unit, a half upwards; every sum is a sum of such whole numbers.
5. What was paid, and what the law lets an employer take off, is set against the oldest part first. Other deductions
   are not taken off.
6. Interest is simple, on what stayed unpaid of each part, from its last day, by days of a year of 365.
7. What she was made to pay, for the job, the journey, a debt, is given back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

METHOD = 1


@dataclass(frozen=True)
class Lawful:
    """The least that the law lets anybody be paid for an hour, from a day until a day, and who says so."""

    hour_minor: int
    since: date
    until: date
    source: str = ""


@dataclass(frozen=True)
class Work:
    """What is known of the work.

    Shape    agreed_minor for agreed_hours: the pay that was agreed, and for how many hours of work it was;
             usual_hours: of a week, above which an hour counts more_percent more
    Units    first, last: days, both worked; *_minor: the smallest unit of the currency; interest_bp: hundredths of a
             per cent a year; counted_to: the day up to which interest runs
    """

    first: date
    last: date
    week_hours: int
    agreed_minor: int | None = None
    agreed_hours: int | None = None
    usual_hours: int | None = None
    more_percent: int = 0
    paid_minor: int = 0
    lawful_deductions_minor: int = 0
    charged_minor: int = 0
    interest_bp: int = 0
    counted_to: date | None = None


@dataclass(frozen=True)
class Part:
    """A month of work, or a part of one, with what it is due.

    Shape    by_law: the lawful minimum was the better rate
    Units    hours, counted_hours, hour_minor: exact; counted_hours with the addition for long weeks
    """

    first: date
    last: date
    hours: Fraction
    counted_hours: Fraction
    hour_minor: Fraction
    by_law: bool
    source: str
    due_minor: int
    set_off_minor: int
    unpaid_minor: int
    interest_days: int
    interest_minor: int

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class Reckoning:
    """Everything, added up. INVARIANT: owed = unpaid + interest + charged (tests/g09/test_wages.py)."""

    parts: tuple[Part, ...]
    due_minor: int
    set_off_minor: int
    unpaid_minor: int
    interest_minor: int
    charged_minor: int
    owed_minor: int


class NoRate(ValueError):
    """Neither an agreed pay nor a lawful minimum is known for a part of the work."""

    def __init__(self, day: date) -> None:
        self.day = day
        super().__init__("no rate is known")


def reckon(work: Work, lawful: Sequence[Lawful] = ()) -> Reckoning:
    """What is owed for the work. Raises NoRate with the first day that has no rate."""
    credit = work.paid_minor + work.lawful_deductions_minor
    parts: list[Part] = []
    for first, last in _cut(work, lawful):
        part = _part(work, lawful, first, last, credit)
        credit -= part.set_off_minor
        parts.append(part)
    due, set_off, unpaid, interest = (
        sum(getattr(p, name) for p in parts)
        for name in ("due_minor", "set_off_minor", "unpaid_minor", "interest_minor")
    )
    owed = unpaid + interest + work.charged_minor
    return Reckoning(tuple(parts), due, set_off, unpaid, interest, work.charged_minor, owed)


def _cut(work: Work, lawful: Sequence[Lawful]) -> list[tuple[date, date]]:
    """The work in parts, none longer than a month, each with one lawful minimum."""
    starts = {work.first}
    day = work.first.replace(day=1)
    while day <= work.last:
        starts.add(day)
        day = (day + timedelta(days=32)).replace(day=1)
    for one in lawful:
        starts |= {one.since, one.until + timedelta(days=1)}
    ordered = sorted(s for s in starts if work.first <= s <= work.last)
    ends = [*(s - timedelta(days=1) for s in ordered[1:]), work.last]
    return list(zip(ordered, ends, strict=True))


def _part(work: Work, lawful: Sequence[Lawful], first: date, last: date, credit: int) -> Part:
    days = (last - first).days + 1
    hour, by_law, source = _rate(work, lawful, first)
    counted = _counted(work) * days / 7
    due = half_up(counted * hour)
    set_off = min(credit, due)
    unpaid = due - set_off
    late = max(0, (work.counted_to - last).days) if work.counted_to else 0
    interest = half_up(Fraction(unpaid * work.interest_bp * late, 10_000 * 365))
    hours = Fraction(work.week_hours * days, 7)
    return Part(first, last, hours, counted, hour, by_law, source, due, set_off, unpaid, late, interest)


def _counted(work: Work) -> Fraction:
    """Hours of a usual week, with those above it counted with their addition."""
    usual = work.week_hours if work.usual_hours is None else min(work.usual_hours, work.week_hours)
    return usual + Fraction((work.week_hours - usual) * (100 + work.more_percent), 100)


def _rate(work: Work, lawful: Sequence[Lawful], day: date) -> tuple[Fraction, bool, str]:
    """(pay for an hour, whether by law, who says so): the better of what was agreed and what the law asks for."""
    minimum = max(
        (one for one in lawful if one.since <= day <= one.until), key=lambda one: one.hour_minor, default=None
    )
    agreed = None
    if work.agreed_minor is not None and work.agreed_hours:
        agreed = Fraction(work.agreed_minor, work.agreed_hours)
    if minimum is not None and (agreed is None or agreed < minimum.hour_minor):
        return Fraction(minimum.hour_minor), True, minimum.source
    if agreed is None:
        raise NoRate(day)
    return agreed, False, ""


def half_up(value: Fraction) -> int:
    """The nearest whole number, a half upwards."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)
