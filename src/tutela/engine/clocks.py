"""Clocks: a list of events over a calendar, and the time by which something is owed.

Counting rules: the day of the event is day 0 and the last day counts to its end, in the zone of the
deciding authority; hours are exact; a month ends on the same day or its last; a pause gives back what was
left; a minimum that is reached opens a review and ends nothing. `due_at` can always be computed again from
the events, so a stored one is only a cache of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Literal

from tutela.engine.calendars import Calendar, Length, Unit, aware
from tutela.engine.terms import (
    AppliesTo,
    Basis,
    Ending,
    Extendable,
    Kind,
    OnExpiry,
    Term,
    better_for_person,
    dump_term,
    load_term,
)

__all__ = [
    "AppliesTo",
    "Basis",
    "Calendar",
    "ClockEvent",
    "Ending",
    "Extendable",
    "Kind",
    "Length",
    "OnExpiry",
    "State",
    "Term",
    "Unit",
    "better_for_person",
    "due_at",
    "dump_event",
    "dump_term",
    "holds",
    "load_event",
    "load_term",
    "means_overdue",
    "objection",
    "state",
]


EventKind = Literal["start", "pause", "extend", "resume", "happened", "end"]
_EVENT_KINDS = ("start", "pause", "extend", "resume", "happened", "end")


@dataclass(frozen=True, slots=True)
class ClockEvent:
    """One thing that happened to a clock.

    Units    at: an aware time; length: only for `extend`; name: only for `happened` (what the term ends on)
    Raises   ValueError for a naive time, and for a pause or extension without its reason
    """

    kind: EventKind
    at: datetime
    reason: str = ""
    length: Length | None = None
    name: str | None = None

    def __post_init__(self) -> None:
        """Check the shape, so that a bad event fails where it is made."""
        if self.kind not in _EVENT_KINDS:
            raise ValueError(f"{self.kind!r} is no event of a clock; they are {', '.join(_EVENT_KINDS)}")
        object.__setattr__(self, "at", aware(self.at, f"the time of {self.kind!r}"))
        if self.kind in ("pause", "extend") and not self.reason:
            raise ValueError(f"{self.kind!r} needs a reason")
        if (self.kind == "extend") is not (self.length is not None):
            raise ValueError("'extend' has a length, and nothing else has")
        if (self.kind == "happened") is not bool(self.name):
            raise ValueError("'happened' has a name, and nothing else has")


def dump_event(event: ClockEvent) -> dict[str, Any]:
    """An event as JSON keeps it."""
    record: dict[str, Any] = {"kind": event.kind, "at": event.at.isoformat()}
    if event.reason:
        record["reason"] = event.reason
    if event.length is not None:
        record["length"] = {"amount": event.length.amount, "unit": str(event.length.unit)}
    if event.name is not None:
        record["name"] = event.name
    return record


def load_event(record: Mapping[str, Any]) -> ClockEvent:
    """The event that `dump_event` wrote."""
    length = record.get("length")
    return ClockEvent(
        record["kind"],
        datetime.fromisoformat(record["at"]),
        reason=record.get("reason", ""),
        length=Length(length["amount"], Unit(length["unit"])) if length else None,
        name=record.get("name"),
    )


class State(StrEnum):
    """Where a clock stands at a moment."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    OPEN = "open"  # runs, and nobody can know until when: no length in law, or an event still to come
    PAUSED = "paused"
    OVERDUE = "overdue"
    REVIEW = "review"  # reached, and somebody must decide again; what protects the person goes on until then
    EXPIRED = "expired"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class _Walk:
    """What the events come to; `due` is where the length ends, `plain` where it would without extensions."""

    started_at: datetime | None = None
    paused_at: datetime | None = None
    ended_at: datetime | None = None
    due: datetime | None = None
    plain: datetime | None = None
    extended: int = 0
    waiting: tuple[Length, ...] = ()


def due_at(term: Term, events: Iterable[ClockEvent], calendar: Calendar) -> datetime | None:
    """The time after which the term is passed, in UTC.

    Shape    None before the start, while paused, without a length in law, or while an event it ends on is
             missing; a clock that was ended keeps its due time, to tell whether it was met in time
    """
    ordered = _in_order(events)
    return _due(term, ordered, _walk(term, ordered, calendar), calendar)


def state(term: Term, events: Iterable[ClockEvent], calendar: Calendar, now: datetime) -> State:
    """Where the clock stands now, from what had happened by now."""
    now = aware(now, "now")
    ordered = [event for event in _in_order(events) if event.at <= now]
    walk = _walk(term, ordered, calendar)
    if walk.started_at is None:
        return State.NOT_STARTED
    if walk.ended_at is not None:
        return State.ENDED
    due = _due(term, ordered, walk, calendar)
    if due is None:
        return State.PAUSED if walk.paused_at is not None else State.OPEN
    if now <= due:
        return State.RUNNING
    if means_overdue(term):
        return State.OVERDUE
    ends_by_itself = term.on_expiry is OnExpiry.NOTHING and term.kind is not Kind.MINIMUM
    return State.EXPIRED if ends_by_itself else State.REVIEW


def means_overdue(term: Term) -> bool:
    """Whether passing the due time means that somebody failed; a minimum that is reached never does."""
    return term.on_expiry is OnExpiry.ESCALATE and term.kind not in (Kind.MINIMUM, Kind.NONE_IN_LAW)


def holds(term: Term, events: Iterable[ClockEvent], calendar: Calendar, now: datetime) -> tuple[str, ...]:
    """What the person has now by this clock (`no_removal`, `assistance_due`, …).

    It outlasts a pause, a State that is late, and a review that nobody has decided yet.
    """
    at = state(term, events, calendar, now)
    return () if at in (State.NOT_STARTED, State.EXPIRED, State.ENDED) else term.while_running


def objection(term: Term, events: Iterable[ClockEvent], calendar: Calendar, new: ClockEvent) -> str | None:
    """The code of what is wrong with adding an event now, or None. Rules ask before they write."""
    ordered = _in_order(events)
    walk = _walk(term, ordered, calendar)
    if new.kind == "start":
        return "clock.already_started" if walk.started_at else None
    if walk.started_at is None:
        return None if new.kind == "happened" else "clock.not_started"
    if walk.ended_at is not None:
        return "clock.ended"
    if new.at < walk.started_at and new.kind != "happened":
        return "clock.before_start"
    match new.kind:
        case "pause" if walk.paused_at:
            return "clock.already_paused"
        case "pause" if walk.due is not None and new.at > walk.due:
            return "clock.already_passed"
        case "resume" if not walk.paused_at:
            return "clock.not_paused"
        case "extend":
            return _extension_objection(term, ordered, walk, calendar, new)
        case _:
            return None


def _extension_objection(
    term: Term, ordered: Sequence[ClockEvent], walk: _Walk, calendar: Calendar, new: ClockEvent
) -> str | None:
    if not _may_extend(term):
        return "clock.not_extendable"
    if walk.due is None:
        return "clock.no_length"
    in_working_days = term.length is not None and term.length.unit is Unit.WORKING_DAYS
    if in_working_days and new.length is not None and new.length.unit is not Unit.WORKING_DAYS:
        return "clock.extend_in_working_days"
    used = walk.extended + len(walk.waiting)
    if term.extendable and term.extendable.times is not None and used >= term.extendable.times:
        return "clock.extended_enough"
    if not walk.paused_at and _walk(term, [*ordered, new], calendar).due == walk.due:
        return "clock.extended_enough"
    return None


def _in_order(events: Iterable[ClockEvent]) -> list[ClockEvent]:
    return sorted(events, key=lambda event: event.at)  # stable: equal times keep their order


def _may_extend(term: Term) -> bool:
    """A minimum can be longer without a word in the law; everything else needs one."""
    return term.extendable is not None or term.kind is Kind.MINIMUM


def _walk(term: Term, ordered: Sequence[ClockEvent], calendar: Calendar) -> _Walk:
    walk = _Walk()
    for event in ordered:
        if walk.ended_at is not None:
            break
        if walk.started_at is None:
            if event.kind == "start":
                due = _first_due(term, event.at, calendar)
                walk = _Walk(started_at=event.at, due=due, plain=due)
            continue
        walk = _step(term, walk, event, calendar)
    return walk


def _step(term: Term, walk: _Walk, event: ClockEvent, calendar: Calendar) -> _Walk:
    match event.kind:
        case "pause" if walk.paused_at is None and (walk.due is None or event.at <= walk.due):
            # A clock that has passed cannot be paused: that would hide that somebody is late.
            return replace(walk, paused_at=event.at)
        case "resume" if walk.paused_at is not None:
            return _resumed(term, walk, walk.paused_at, event.at, calendar)
        case "extend" if event.length is not None and _may_extend(term):
            if walk.paused_at is not None:
                return replace(walk, waiting=(*walk.waiting, event.length))
            return _extended(term, walk, event.length, calendar)
        case "end":
            return replace(walk, ended_at=event.at)
        case _:
            return walk


def _first_due(term: Term, started_at: datetime, calendar: Calendar) -> datetime | None:
    if term.length is None or term.kind is Kind.NONE_IN_LAW:
        return None
    if term.length.unit is Unit.HOURS or term.day_zero:
        return calendar.add(started_at, term.length)
    return calendar.end_of(calendar.move(calendar.local_day(started_at) - timedelta(days=1), term.length))


def _resumed(term: Term, walk: _Walk, paused_at: datetime, at: datetime, calendar: Calendar) -> _Walk:
    """Give back exactly what was left, then apply the extensions granted meanwhile."""
    back = replace(
        walk,
        paused_at=None,
        waiting=(),
        due=_shifted(term, walk.due, paused_at, at, calendar),
        plain=_shifted(term, walk.plain, paused_at, at, calendar),
    )
    for length in walk.waiting:
        back = _extended(term, back, length, calendar)
    return back


def _shifted(
    term: Term, due: datetime | None, paused_at: datetime, resumed_at: datetime, calendar: Calendar
) -> datetime | None:
    if due is None or term.length is None:
        return None
    if term.length.unit is Unit.HOURS:
        return due + (resumed_at - paused_at)
    paused, resumed, last = (calendar.local_day(at) for at in (paused_at, resumed_at, due))
    if term.length.unit is Unit.WORKING_DAYS:
        left = calendar.working_between(paused, last)
        return calendar.end_of(calendar.nth_working(resumed, left))
    return calendar.end_of(resumed + (last - paused))


def _extended(term: Term, walk: _Walk, length: Length, calendar: Calendar) -> _Walk:
    allowed = term.extendable or Extendable(by="")
    used_up = allowed.times is not None and walk.extended >= allowed.times
    if walk.due is None or walk.plain is None or used_up:
        return walk
    longer = _longer(term, walk.due, length, calendar)
    if allowed.cap is not None:
        longer = min(longer, _longer(term, walk.plain, allowed.cap, calendar))
    return replace(walk, due=max(walk.due, longer), extended=walk.extended + 1)


def _longer(term: Term, due: datetime, length: Length, calendar: Calendar) -> datetime:
    longer = calendar.add(due, length)
    if term.length is not None and term.length.unit is Unit.WORKING_DAYS:
        return calendar.end_of(calendar.nth_working(calendar.local_day(longer), 0))
    return longer


def _due(term: Term, ordered: Sequence[ClockEvent], walk: _Walk, calendar: Calendar) -> datetime | None:
    if walk.started_at is None or term.kind is Kind.NONE_IN_LAW:
        return None
    by_length = None if walk.paused_at is not None else walk.due
    if term.ends_on is None:
        return by_length
    pick = min if term.ends_on.rule == "earlier_of" else max
    ends = [_happened(term, name, ordered, calendar, pick) for name in term.ends_on.events]
    if term.ends_on.with_length:
        ends.append(by_length)
    known = [end for end in ends if end is not None]
    if term.ends_on.rule == "earlier_of":
        return min(known, default=None)
    if walk.paused_at is not None or len(known) < len(ends):
        return None
    return max(known)


def _happened(
    term: Term,
    name: str,
    ordered: Sequence[ClockEvent],
    calendar: Calendar,
    pick: Callable[[list[datetime]], datetime],
) -> datetime | None:
    """When a named event counts: the end of its day, or the instant for a term in hours."""
    times = [event.at for event in ordered if event.kind == "happened" and event.name == name]
    if not times:
        return None
    if term.length is not None and term.length.unit is Unit.HOURS:
        return pick(times)
    return calendar.end_of(calendar.local_day(pick(times)))
