"""Short words for the clock tests: times, events and terms."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tutela.engine.clocks import Calendar, ClockEvent, Kind, Length, Term, Unit

PLAIN = Calendar()


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)


def start(at: datetime) -> ClockEvent:
    return ClockEvent("start", at)


def pause(at: datetime) -> ClockEvent:
    return ClockEvent("pause", at, "interpreter ill")


def resume(at: datetime) -> ClockEvent:
    return ClockEvent("resume", at)


def extend(at: datetime, amount: int, unit: Unit) -> ClockEvent:
    return ClockEvent("extend", at, "more to find out", Length(amount, unit))


def happened(at: datetime, name: str) -> ClockEvent:
    return ClockEvent("happened", at, name=name)


def term(amount: int, unit: Unit, kind: Kind = Kind.MAXIMUM, **more: object) -> Term:
    return replace(Term(key="x", kind=kind, length=Length(amount, unit)), **more)  # type: ignore[arg-type]  # a test
