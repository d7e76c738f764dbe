"""Laws of counting that hold for every term, calendar and order of events."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.engine.clock_making import extend, happened, pause, resume, start
from tutela.engine.clocks import (
    Calendar,
    ClockEvent,
    Ending,
    Extendable,
    Kind,
    Length,
    State,
    Term,
    Unit,
    due_at,
    holds,
    state,
)

FIRST = datetime(2022, 1, 1, tzinfo=UTC)
ZONES = ("UTC", "Europe/London", "Asia/Beirut", "America/Santiago", "Pacific/Apia", "Asia/Kathmandu")

times = st.integers(0, 3 * 365 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes))
gaps = st.lists(st.integers(1, 20 * 24 * 60), min_size=0, max_size=6)
days = st.integers(0, 4 * 365).map(lambda n: date(2022, 1, 1) + timedelta(days=n))
calendars = st.builds(
    Calendar,
    st.sampled_from(ZONES),
    st.sampled_from([frozenset({6, 7}), frozenset({5, 6}), frozenset({7}), frozenset()]),
    st.frozensets(days, max_size=40),
)
lengths = st.builds(Length, st.integers(1, 60), st.sampled_from(list(Unit)))
extendables = st.builds(
    Extendable,
    st.just("court"),
    st.none() | st.integers(1, 3),
    st.none() | st.builds(Length, st.integers(1, 60), st.just(Unit.DAYS)),
)
terms = st.builds(
    Term,
    key=st.just("x"),
    kind=st.sampled_from([Kind.MINIMUM, Kind.MAXIMUM, Kind.FIXED, Kind.TARGET]),
    length=lengths,
    extendable=st.none() | extendables,
    day_zero=st.booleans(),
    while_running=st.just(("no_removal",)),
)


@st.composite
def histories(draw: st.DrawFn, of: Unit | None = None) -> list[ClockEvent]:
    """A start, then pauses, resumptions and extensions in some order, each later than the one before."""
    at = draw(times)
    events = [start(at)]
    for gap in draw(gaps):
        at += timedelta(minutes=gap)
        kind = draw(st.sampled_from(["pause", "resume", "extend"]))
        length = draw(lengths) if of is None else Length(draw(st.integers(1, 20)), of)
        made = {"pause": pause(at), "resume": resume(at), "extend": extend(at, length.amount, length.unit)}
        events.append(made[kind])
    return events


@given(terms, histories(), lengths, calendars)
def test_extending_never_brings_the_due_time_earlier(
    term: Term, events: list[ClockEvent], length: Length, calendar: Calendar
) -> None:
    before = due_at(term, events, calendar)
    more = extend(events[-1].at + timedelta(hours=1), length.amount, length.unit)
    after = due_at(term, [*events, more], calendar)
    assert (before is None) == (after is None)
    assert before is None or after is None or after >= before


@given(terms, times, lengths, lengths, calendars)
def test_no_extension_passes_the_cap(
    term: Term, at: datetime, cap: Length, length: Length, calendar: Calendar
) -> None:
    assume(term.length is not None and term.length.unit is not Unit.WORKING_DAYS)
    capped = replace(term, extendable=Extendable("court", cap=cap))
    begun = [start(at)]
    plain = due_at(capped, begun, calendar)
    assert plain is not None
    extended = due_at(capped, [*begun, *(extend(at, length.amount, length.unit) for _ in range(4))], calendar)
    assert extended is not None
    assert plain <= extended <= calendar.add(plain, cap)


@given(st.integers(1, 2000), times, st.integers(0, 2000), st.integers(0, 100_000), calendars)
def test_a_pause_moves_a_clock_of_hours_by_exactly_its_length(
    hours: int, at: datetime, until: int, paused: int, calendar: Calendar
) -> None:
    term = Term(key="x", kind=Kind.MAXIMUM, length=Length(hours, Unit.HOURS))
    stops = at + timedelta(hours=min(until, hours))
    events = [start(at), pause(stops), resume(stops + timedelta(minutes=paused))]
    due = due_at(term, events, calendar)
    assert due == at + timedelta(hours=hours, minutes=paused)


@given(st.integers(1, 200), times, st.integers(0, 4000), st.integers(0, 400), calendars)
def test_a_pause_moves_a_clock_of_days_by_the_days_between(
    length: int, at: datetime, until: int, paused: int, calendar: Calendar
) -> None:
    term = Term(key="x", kind=Kind.MAXIMUM, length=Length(length, Unit.DAYS))
    plain = due_at(term, [start(at)], calendar)
    stops = at + timedelta(hours=until)
    goes_on = stops + timedelta(days=paused)
    assume(plain is not None and stops <= plain)
    due = due_at(term, [start(at), pause(stops), resume(goes_on)], calendar)
    assert plain is not None
    assert due is not None
    moved = calendar.local_day(goes_on) - calendar.local_day(stops)
    assert due == calendar.end_of(calendar.local_day(plain) + moved)


@given(terms, times, st.integers(0, 9000), calendars)
def test_pausing_and_resuming_at_once_changes_nothing(
    term: Term, at: datetime, hours: int, calendar: Calendar
) -> None:
    stops = at + timedelta(hours=hours)
    begun = [start(at)]
    assert due_at(term, [*begun, pause(stops), resume(stops)], calendar) == due_at(term, begun, calendar)


@given(terms, histories(), st.integers(0, 60 * 24 * 60), calendars)
def test_the_later_of_two_is_at_least_both(
    term: Term, events: list[ClockEvent], minutes: int, calendar: Calendar
) -> None:
    later = replace(term, ends_on=Ending("later_of", ("decision",)))
    event = happened(events[0].at + timedelta(minutes=minutes), "decision")
    by_length = due_at(term, events, calendar)
    due = due_at(later, [*events, event], calendar)
    assert due_at(later, events, calendar) is None
    assert (due is None) == (by_length is None)
    if due is not None and by_length is not None:
        assert due >= by_length
        assert due >= event.at - timedelta(seconds=1)


@given(terms, histories(), st.integers(0, 60 * 24 * 60), calendars)
def test_the_earlier_of_two_is_at_most_both(
    term: Term, events: list[ClockEvent], minutes: int, calendar: Calendar
) -> None:
    earlier = replace(term, ends_on=Ending("earlier_of", ("departure",)))
    event = happened(events[0].at + timedelta(minutes=minutes), "departure")
    by_length = due_at(term, events, calendar)
    due = due_at(earlier, [*events, event], calendar)
    assert due is not None
    assert by_length is None or due <= by_length


@given(st.integers(1, 60), histories(of=Unit.WORKING_DAYS), calendars, days)
def test_another_holiday_never_brings_working_days_to_an_earlier_end(
    amount: int, events: list[ClockEvent], calendar: Calendar, holiday: date
) -> None:
    term = Term(
        key="x", kind=Kind.TARGET, length=Length(amount, Unit.WORKING_DAYS), extendable=Extendable("court")
    )
    more = replace(calendar, holidays=calendar.holidays | {holiday})
    before, after = due_at(term, events, calendar), due_at(term, events, more)
    assert before is None or after is None or after >= before


@given(st.integers(1, 60), times, calendars)
def test_working_days_end_on_a_working_day_and_count_right(
    amount: int, at: datetime, calendar: Calendar
) -> None:
    term = Term(key="x", kind=Kind.TARGET, length=Length(amount, Unit.WORKING_DAYS))
    due = due_at(term, [start(at)], calendar)
    assert due is not None
    last = calendar.local_day(due)
    assert calendar.is_working(last)
    assert calendar.working_between(calendar.local_day(at), last) == amount


@given(terms, histories(), calendars, st.randoms(use_true_random=False))
def test_the_order_in_which_events_are_written_down_does_not_matter(
    term: Term, events: list[ClockEvent], calendar: Calendar, random: object
) -> None:
    shuffled = list(events)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random
    assert due_at(term, shuffled, calendar) == due_at(term, events, calendar)


@given(terms, histories(), calendars, times)
def test_a_minimum_is_never_overdue_and_never_ends_protection(
    term: Term, events: list[ClockEvent], calendar: Calendar, now: datetime
) -> None:
    minimum = replace(term, kind=Kind.MINIMUM)
    assume(now >= events[0].at)
    assert state(minimum, events, calendar, now) in (State.RUNNING, State.PAUSED, State.REVIEW)
    assert holds(minimum, events, calendar, now) == ("no_removal",)
