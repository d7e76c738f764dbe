"""Lengths of time and the calendar they are counted on.

A calendar belongs to the authority that decides: its time zone, its weekend, a dated list of its holidays.
Days end at the last second of that place's day, hours are exact, and summer time changes neither.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_LAST_SECOND = time(23, 59, 59)
_ONE_DAY = timedelta(days=1)


class Unit(StrEnum):
    """What a length is counted in."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"


#: Longer than any law asks for: a slip of the keyboard, not a deadline.
MOST = {Unit.HOURS: 8784, Unit.DAYS: 3660, Unit.WORKING_DAYS: 2610, Unit.MONTHS: 1200, Unit.YEARS: 100}


@dataclass(frozen=True, slots=True)
class Length:
    """An amount of one unit: 30 days, 5 working days, 3 months."""

    amount: int
    unit: Unit

    def __post_init__(self) -> None:
        """Refuse amounts that no deadline has."""
        object.__setattr__(self, "unit", Unit(self.unit))
        if isinstance(self.amount, bool) or not isinstance(self.amount, int) or self.amount < 1:
            raise ValueError(f"the amount of a length is a whole number of 1 or more, not {self.amount!r}")
        if self.amount > MOST[self.unit]:
            raise ValueError(f"{self.amount} {self.unit} is more than {MOST[self.unit]}, the most accepted")

    def __str__(self) -> str:
        return f"{self.amount} {self.unit.replace('_', ' ')}"


def aware(at: datetime, what: str = "a time") -> datetime:
    """The same instant in UTC.

    Raises   ValueError for a time that does not say its zone: nobody could know which instant is meant
    """
    if at.tzinfo is None or at.utcoffset() is None:
        raise ValueError(f"{what} must say its time zone; {at.isoformat()} does not. Pass an aware UTC time.")
    return at.astimezone(UTC)


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True)
class Calendar:
    """Where and how days are counted.

    Shape    weekend: ISO weekdays, Monday is 1 (Saturday and Sunday: 6, 7); later_weekends: what it became,
             each with its first day, in order; holidays: dates, never rules
    Raises   ValueError for an unknown zone or a week without a working day
    """

    time_zone: str = "UTC"
    weekend: frozenset[int] = frozenset({6, 7})
    holidays: frozenset[date] = field(default_factory=frozenset)
    later_weekends: tuple[tuple[date, frozenset[int]], ...] = ()

    def __post_init__(self) -> None:
        """Check the zone and the weekends once, so that counting cannot fail or run for ever."""
        object.__setattr__(self, "weekend", frozenset(self.weekend))
        object.__setattr__(self, "holidays", frozenset(self.holidays))
        for weekend in (self.weekend, *(later for _, later in self.later_weekends)):
            if not weekend <= set(range(1, 8)) or len(weekend) > 6:
                raise ValueError(f"a weekend is some of the weekdays 1 to 7, not {sorted(weekend)}")
        _ = self.zone

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone of the deciding authority."""
        try:
            return ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError(
                f"there is no time zone {self.time_zone!r}; use a name like Europe/London or UTC"
            ) from None

    def local_day(self, at: datetime) -> date:
        """The day on which an instant falls at the deciding authority."""
        return aware(at).astimezone(self.zone).date()

    def end_of(self, day: date) -> datetime:
        """The last second of a local day, in UTC."""
        # Where clocks go back at midnight the last second comes twice: fold takes the second one.
        return datetime.combine(day, _LAST_SECOND, self.zone).replace(fold=1).astimezone(UTC)

    def weekend_on(self, day: date) -> frozenset[int]:
        """The weekend that was kept at the time of a day."""
        weekend = self.weekend
        for since, later in self.later_weekends:
            if since <= day:
                weekend = later
        return weekend

    def is_working(self, day: date) -> bool:
        """Whether it is neither weekend nor holiday."""
        return day.isoweekday() not in self.weekend_on(day) and day not in self.holidays

    def nth_working(self, day: date, count: int) -> date:
        """The day itself or the next working one for 0; for n, the n-th working day after it."""
        if count == 0:
            while not self.is_working(day):
                day += _ONE_DAY
            return day
        while count > 0:
            day += _ONE_DAY
            count -= self.is_working(day)
        return day

    def working_between(self, after: date, until: date) -> int:
        """How many working days lie after one day, up to and with another."""
        days = (until - after).days
        return sum(self.is_working(after + timedelta(days=n)) for n in range(1, days + 1))

    def move(self, day: date, length: Length) -> date:
        """The day a length after another, that one being day 0.

        Raises   ValueError for hours, which are no days
        """
        match length.unit:
            case Unit.DAYS:
                return day + timedelta(days=length.amount)
            case Unit.WORKING_DAYS:
                return self.nth_working(day, length.amount)
            case Unit.MONTHS:
                return add_months(day, length.amount)
            case Unit.YEARS:
                return add_months(day, 12 * length.amount)
            case Unit.HOURS:
                raise ValueError("hours are added to an instant, not to a day")

    def add(self, at: datetime, length: Length) -> datetime:
        """An instant and a length: exact for hours, else the end of the last local day."""
        if length.unit is Unit.HOURS:
            return aware(at) + timedelta(hours=length.amount)
        return self.end_of(self.move(self.local_day(at), length))
