"""What pausing, extending and ending do to a clock, and which events make no sense."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.engine.clock_making import PLAIN, extend, happened, pause, resume, start, term, utc
from tutela.engine import profile
from tutela.engine.clocks import (
    Calendar,
    ClockEvent,
    Extendable,
    Kind,
    Length,
    OnExpiry,
    State,
    Term,
    Unit,
    due_at,
    dump_event,
    holds,
    load_event,
    means_overdue,
    objection,
    state,
)


def test_a_pause_gives_back_exactly_what_was_left() -> None:
    hours = [start(utc(2026, 3, 1, 8)), pause(utc(2026, 3, 1, 10)), resume(utc(2026, 3, 4, 11, 30))]
    assert due_at(term(6, Unit.HOURS), hours, PLAIN) == utc(2026, 3, 4, 15, 30)
    days = [start(utc(2026, 3, 1, 8)), pause(utc(2026, 3, 3, 10)), resume(utc(2026, 3, 13, 9))]
    assert due_at(term(5, Unit.DAYS), days, PLAIN) == utc(2026, 3, 16, 23, 59, 59)
    working = [start(utc(2026, 3, 2, 8)), pause(utc(2026, 3, 4, 10)), resume(utc(2026, 3, 13, 9))]
    assert due_at(term(5, Unit.WORKING_DAYS), working, PLAIN) == utc(2026, 3, 18, 23, 59, 59)


def test_a_paused_clock_has_no_due_time_and_still_protects() -> None:
    recovery = term(30, Unit.DAYS, Kind.MINIMUM, while_running=("no_removal",))
    events = [start(utc(2026, 3, 1, 8)), pause(utc(2026, 3, 3, 10))]
    assert due_at(recovery, events, PLAIN) is None
    assert state(recovery, events, PLAIN, utc(2027, 1, 1)) is State.PAUSED
    assert holds(recovery, events, PLAIN, utc(2027, 1, 1)) == ("no_removal",)


def test_what_is_overdue_cannot_be_paused_away() -> None:
    events = [start(utc(2026, 3, 1, 8)), pause(utc(2026, 3, 2, 10))]
    six = term(6, Unit.HOURS)
    assert objection(six, events[:1], PLAIN, events[1]) == "clock.already_passed"
    assert state(six, events, PLAIN, utc(2026, 3, 5)) is State.OVERDUE


def test_an_extension_stops_at_its_cap_and_at_its_number() -> None:
    answer = term(1, Unit.MONTHS, extendable=Extendable("complexity", cap=Length(2, Unit.MONTHS)))
    events = [start(utc(2026, 1, 15, 8)), extend(utc(2026, 2, 1), 1, Unit.MONTHS)]
    assert due_at(answer, events, PLAIN) == utc(2026, 3, 15, 23, 59, 59)
    events.append(extend(utc(2026, 3, 1), 5, Unit.MONTHS))
    assert due_at(answer, events, PLAIN) == utc(2026, 4, 15, 23, 59, 59)
    assert objection(answer, events, PLAIN, extend(utc(2026, 4, 1), 1, Unit.DAYS)) == "clock.extended_enough"
    once = term(10, Unit.DAYS, extendable=Extendable("judge", times=1))
    twice = [start(utc(2026, 1, 1)), *(extend(utc(2026, 1, n), 5, Unit.DAYS) for n in (3, 4))]
    assert due_at(once, twice, PLAIN) == utc(2026, 1, 16, 23, 59, 59)
    assert objection(once, twice[:2], PLAIN, twice[2]) == "clock.extended_enough"


def test_an_extension_granted_in_a_pause_counts_from_its_end() -> None:
    stay = term(10, Unit.DAYS, Kind.MINIMUM)
    events = [
        start(utc(2026, 1, 1, 8)),
        pause(utc(2026, 1, 5)),
        extend(utc(2026, 1, 6), 3, Unit.DAYS),
        resume(utc(2026, 1, 8)),
    ]
    assert due_at(stay, events, PLAIN) == utc(2026, 1, 17, 23, 59, 59)


def test_what_the_law_does_not_let_anybody_extend_stays_as_it_is() -> None:
    fixed = term(10, Unit.DAYS, Kind.FIXED)
    begun = [start(utc(2026, 1, 1, 8))]
    more = extend(utc(2026, 1, 2), 30, Unit.DAYS)
    assert objection(fixed, begun, PLAIN, more) == "clock.not_extendable"
    assert due_at(fixed, [*begun, more], PLAIN) == due_at(fixed, begun, PLAIN)


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (start(utc(2026, 1, 3)), "clock.already_started"),
        (pause(utc(2025, 1, 3)), "clock.before_start"),
        (resume(utc(2026, 1, 3)), "clock.not_paused"),
        (pause(utc(2026, 1, 3)), None),
        (happened(utc(2025, 1, 3), "departure"), None),
        (ClockEvent("end", utc(2026, 1, 3)), None),
        (extend(utc(2026, 1, 3), 1, Unit.DAYS), "clock.extend_in_working_days"),
        (extend(utc(2026, 1, 3), 1, Unit.WORKING_DAYS), None),
    ],
)
def test_rules_can_ask_before_they_write(new: ClockEvent, code: str | None) -> None:
    decision = term(5, Unit.WORKING_DAYS, extendable=Extendable("court"))
    assert objection(decision, [start(utc(2026, 1, 2, 8))], PLAIN, new) == code


def test_rules_can_ask_about_clocks_that_stand_still() -> None:
    five = term(5, Unit.DAYS)
    begun = [start(utc(2026, 1, 2, 8))]
    paused = [*begun, pause(utc(2026, 1, 3))]
    assert objection(five, [], PLAIN, pause(utc(2026, 1, 3))) == "clock.not_started"
    assert objection(five, paused, PLAIN, pause(utc(2026, 1, 4))) == "clock.already_paused"
    ended = [*begun, ClockEvent("end", utc(2026, 1, 3))]
    assert objection(five, ended, PLAIN, pause(utc(2026, 1, 4))) == "clock.ended"
    endless = Term(key="x", kind=Kind.NONE_IN_LAW, extendable=Extendable("court"))
    assert objection(endless, begun, PLAIN, extend(utc(2026, 1, 3), 1, Unit.DAYS)) == "clock.no_length"


def test_an_ended_clock_keeps_its_due_time_and_takes_no_more_events() -> None:
    five = term(5, Unit.DAYS)
    events = [start(utc(2026, 1, 1)), ClockEvent("end", utc(2026, 1, 3)), pause(utc(2026, 1, 4))]
    assert due_at(five, events, PLAIN) == utc(2026, 1, 6, 23, 59, 59)
    assert state(five, events, PLAIN, utc(2026, 2, 1)) is State.ENDED


def test_a_clock_looks_only_at_what_had_happened_by_then() -> None:
    five = term(5, Unit.DAYS)
    events = [start(utc(2026, 1, 1)), ClockEvent("end", utc(2026, 2, 3))]
    assert state(five, events, PLAIN, utc(2025, 12, 1)) is State.NOT_STARTED
    assert state(five, events, PLAIN, utc(2026, 1, 2)) is State.RUNNING
    assert state(five, events, PLAIN, utc(2026, 1, 8)) is State.OVERDUE


def test_a_waiver_that_nobody_used_expires_by_itself() -> None:
    waiver = profile.load("default").term("waiver_use", date(2026, 1, 1))
    assert waiver.on_expiry is OnExpiry.NOTHING
    assert state(waiver, [start(utc(2026, 1, 1))], PLAIN, utc(2026, 1, 3)) is State.EXPIRED
    assert not means_overdue(waiver)


def test_a_time_without_its_zone_is_refused() -> None:
    naive = datetime(2026, 1, 1, 8)
    with pytest.raises(
        ValueError, match=r"the time of 'start' must say its time zone.*Pass an aware UTC time"
    ):
        ClockEvent("start", naive)
    with pytest.raises(ValueError, match="now must say its time zone"):
        state(term(1, Unit.DAYS), [start(utc(2026, 1, 1))], PLAIN, naive)
    with pytest.raises(ValueError, match="must say its time zone"):
        PLAIN.local_day(naive)


def test_other_zones_come_out_as_utc() -> None:
    at = datetime.fromisoformat("2026-07-01T10:00+09:00")
    assert ClockEvent("start", at).at == utc(2026, 7, 1, 1)
    assert ClockEvent("start", at).at.tzinfo is UTC
    due = due_at(term(1, Unit.DAYS), [start(at)], Calendar("Asia/Tokyo"))
    assert due is not None
    assert due.tzinfo is UTC


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: ClockEvent("begin", utc(2026, 1, 1)), "no event of a clock"),
        (lambda: ClockEvent("pause", utc(2026, 1, 1)), "needs a reason"),
        (lambda: ClockEvent("extend", utc(2026, 1, 1), "because"), "has a length"),
        (lambda: ClockEvent("start", utc(2026, 1, 1), length=Length(1, Unit.DAYS)), "has a length"),
        (lambda: ClockEvent("happened", utc(2026, 1, 1)), "has a name"),
        (lambda: Length(0, Unit.DAYS), "1 or more"),
        (lambda: Length(True, Unit.DAYS), "1 or more"),
        (lambda: Length(101, Unit.YEARS), "the most accepted"),
        (lambda: Calendar("Mars/Olympus"), "no time zone"),
        (lambda: Calendar(weekend=frozenset(range(1, 8))), "a weekend is some"),
        (lambda: Calendar(weekend=frozenset({0})), "a weekend is some"),
        (lambda: PLAIN.move(date(2026, 1, 1), Length(1, Unit.HOURS)), "added to an instant"),
    ],
)
def test_what_makes_no_sense_is_refused_where_it_is_made(make: object, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        make()  # type: ignore[operator]  # a lambda


@pytest.mark.parametrize(
    "event",
    [
        start(utc(2026, 1, 1)),
        pause(utc(2026, 1, 1)),
        extend(utc(2026, 1, 1), 3, Unit.DAYS),
        happened(utc(2026, 1, 1), "departure"),
    ],
)
def test_an_event_can_be_kept_and_read_again(event: ClockEvent) -> None:
    assert load_event(dump_event(event)) == event
