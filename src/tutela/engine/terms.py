"""One time limit as the law, a treaty or the project sets it, and which of two is better for the person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from math import inf
from typing import Any, Literal

from tutela.engine.calendars import Length, Unit


class Kind(StrEnum):
    """What a length means: at least, at most, exactly, hoped for, or no length in law."""

    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    FIXED = "fixed"
    TARGET = "target"
    NONE_IN_LAW = "none_in_law"


class Basis(StrEnum):
    """Where a value comes from. A project's target is shown as such, never as law; `agreed` is in no profile: it is
    what agencies agreed among themselves.
    """

    LAW = "law"
    TREATY = "treaty"
    PROJECT_TARGET = "project_target"
    AGREED = "agreed"


class OnExpiry(StrEnum):
    """What passing the due time asks for."""

    ESCALATE = "escalate"
    DECIDE_AGAIN = "decide_again"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Ending:
    """An end set by named events: the later or the earlier of them, and of the length where it counts too."""

    rule: Literal["later_of", "earlier_of"]
    events: tuple[str, ...]
    with_length: bool = True


@dataclass(frozen=True, slots=True)
class Extendable:
    """Who may extend, how often, and by how much in all (None: no such bound in the text)."""

    by: str
    times: int | None = None
    cap: Length | None = None


@dataclass(frozen=True, slots=True)
class AppliesTo:
    """Whose clock it is."""

    age: Literal["adult", "child", "all"] = "all"
    nationality: Literal["any", "national", "foreign", "eea", "third_country"] = "any"
    other: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One time limit of a country profile, with everything needed to show where it comes from.

    Shape    better: which of two lengths is better for the person (duty: shorter; protection: longer);
             while_running: what the person has meanwhile; start_known: False where valid_from is only the
             first day that the source shows; day_zero: False where the law counts the event's day as day 1
    """

    key: str
    kind: Kind
    length: Length | None = None
    ends_on: Ending | None = None
    while_running: tuple[str, ...] = ()
    extendable: Extendable | None = None
    on_expiry: OnExpiry = OnExpiry.ESCALATE
    better: Literal["shorter", "longer"] = "shorter"
    bearer: str = ""
    duty: str = ""
    starts_on: str = ""
    applies_to: AppliesTo = AppliesTo()
    day_zero: bool = True
    basis: Basis = Basis.PROJECT_TARGET
    legal_basis: str = ""
    provisions: tuple[str, ...] = ()
    source: str = ""
    checked_on: date | None = None
    checked_by: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    start_known: bool = True
    profile: str = ""
    note: str = ""

    def in_force(self, day: date) -> bool:
        """Whether it applied on that day; both ends belong to it."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day <= self.valid_to)


def dump_term(term: Term) -> dict[str, Any]:
    """A term as JSON keeps it: the value that was used, whatever the profile says later."""
    record: dict[str, Any] = {}
    for part in fields(term):
        value = getattr(term, part.name)
        if value is None or (part.default is not MISSING and value == part.default):
            continue
        record[part.name] = _plain(value)
    return record


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, StrEnum) else value


def load_term(record: Mapping[str, Any]) -> Term:
    """The term that `dump_term` wrote."""
    read: dict[str, Callable[[Any], Any]] = {
        "kind": Kind,
        "length": _load_length,
        "ends_on": lambda saved: Ending(saved["rule"], tuple(saved["events"]), saved["with_length"]),
        "extendable": lambda saved: Extendable(saved["by"], saved["times"], _load_length(saved["cap"])),
        "applies_to": lambda saved: AppliesTo(**saved),
        "on_expiry": OnExpiry,
        "basis": Basis,
        "while_running": tuple,
        "provisions": tuple,
        "checked_on": date.fromisoformat,
        "valid_from": date.fromisoformat,
        "valid_to": date.fromisoformat,
    }
    return Term(**{name: read.get(name, _as_is)(value) for name, value in record.items()})


def _as_is(value: Any) -> Any:
    return value


def _load_length(saved: Mapping[str, Any] | None) -> Length | None:
    return None if saved is None else Length(saved["amount"], Unit(saved["unit"]))


#: The fewest and the most hours that one of each unit can be, holidays included.
_HOURS = {
    Unit.HOURS: (1.0, 1.0),
    Unit.DAYS: (24.0, 24.0),
    Unit.WORKING_DAYS: (24.0, inf),
    Unit.MONTHS: (28 * 24.0, 31 * 24.0),
    Unit.YEARS: (365 * 24.0, 366 * 24.0),
}


@dataclass(frozen=True, slots=True)
class _Bound:
    """A length of time known only within limits; `length` tells equal ones apart from merely similar ones."""

    least: float
    most: float
    length: Length | None = None


_NOTHING, _FOREVER = _Bound(0, 0), _Bound(inf, inf)


def better_for_person(old: Term, new: Term) -> bool:
    """Whether a new rule is better for the person in at least one respect and surely worse in none.

    An old case keeps the rule of its start unless this says yes: doubt (5 working days or 7 days?) keeps it.
    """
    respects = (
        _compare_times(old, new),
        _compare_sets(frozenset(old.while_running), frozenset(new.while_running)),
        _compare_extensions(old, new),
    )
    return None not in respects and -1 not in respects and 1 in respects


def _compare_times(old: Term, new: Term) -> int | None:
    """1 if the new times are better, 0 if the same, -1 if worse, None if nobody can say."""
    (old_least, old_most), (new_least, new_most) = _range(old), _range(new)
    up = _at_most(old_least, new_least) and _at_most(old_most, new_most)
    down = _at_most(new_least, old_least) and _at_most(new_most, old_most)
    if up and down:
        return 0
    if up or down:
        return 1 if up is (new.better == "longer") else -1
    return None


def _range(term: Term) -> tuple[_Bound, _Bound]:
    """The shortest and the longest that a term can turn out, for the person."""
    if term.kind is Kind.NONE_IN_LAW:
        return (_NOTHING if term.better == "longer" else _FOREVER), _FOREVER
    length = _NOTHING
    if term.length is not None:
        low, high = _HOURS[term.length.unit]
        length = _Bound(term.length.amount * low, term.length.amount * high, _in_months(term.length))
    counted = term.length is not None and (term.ends_on is None or term.ends_on.with_length)
    if not counted:
        return _NOTHING, _FOREVER
    if term.ends_on is not None:
        return (length, _FOREVER) if term.ends_on.rule == "later_of" else (_NOTHING, length)
    if term.better == "longer" and term.kind is Kind.MINIMUM:
        return length, _FOREVER
    if term.better == "longer" and term.kind is Kind.MAXIMUM:
        return _NOTHING, length
    return length, length


def _in_months(length: Length) -> Length:
    if length.unit is Unit.YEARS:
        return Length(12 * length.amount, Unit.MONTHS)
    return length


def _at_most(one: _Bound, other: _Bound) -> bool:
    if one.length is not None and other.length is not None and one.length.unit is other.length.unit:
        return one.length.amount <= other.length.amount
    return one.most <= other.least


def _compare_sets(old: frozenset[str], new: frozenset[str]) -> int | None:
    if old == new:
        return 0
    if old < new:
        return 1
    return -1 if new < old else None


def _compare_extensions(old: Term, new: Term) -> int:
    """Being extendable is good for a protection and bad for a duty somebody owes the person."""
    gained = (new.extendable is not None) - (old.extendable is not None)
    return gained if new.better == "longer" else -gained
