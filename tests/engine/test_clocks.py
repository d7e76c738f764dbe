"""Clocks, by every shape that a law has been seen to use, with real dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from tests.engine.clock_making import PLAIN, extend, happened, pause, start, term, utc
from tutela.engine import profile
from tutela.engine.calendars import add_months
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
    means_overdue,
    state,
)

GBR = profile.load("GBR")
LONDON = GBR.calendar


def test_minimum_with_an_open_end_is_the_later_of_two_events_in_the_united_kingdom() -> None:
    recovery = GBR.term("recovery_reflection", date(2024, 3, 4))
    begun = [start(utc(2024, 3, 4, 10))]
    assert due_at(recovery, begun, LONDON) is None
    assert state(recovery, begun, LONDON, utc(2024, 8, 1)) is State.OPEN
    assert holds(recovery, begun, LONDON, utc(2024, 8, 1)) == ("no_removal", "assistance_due")
    early = [*begun, happened(utc(2024, 3, 20, 9), "conclusive_decision")]
    assert due_at(recovery, early, LONDON) == utc(2024, 4, 3, 22, 59, 59)  # day 30, in summer time
    late = [*begun, happened(utc(2024, 11, 20, 9), "conclusive_decision")]
    assert due_at(recovery, late, LONDON) == utc(2024, 11, 20, 23, 59, 59)


def test_the_same_person_under_the_rule_before_13_december_2022() -> None:
    old = GBR.term("recovery_reflection", GBR.day(utc(2022, 12, 12, 10)))
    assert due_at(old, [start(utc(2022, 12, 12, 10))], LONDON) == utc(2023, 1, 26, 23, 59, 59)


def test_a_minimum_that_is_reached_opens_a_review_and_ends_nothing() -> None:
    old = GBR.term("recovery_reflection", date(2022, 1, 10))
    begun = [start(utc(2022, 1, 10, 10))]
    after = utc(2022, 2, 25)
    assert not means_overdue(old)
    assert state(old, begun, LONDON, after) is State.REVIEW
    assert "no_removal" in holds(old, begun, LONDON, after)
    assert holds(old, [*begun, ClockEvent("end", utc(2022, 3, 1))], LONDON, utc(2022, 3, 2)) == ()


def test_fixed_length_in_ireland() -> None:
    ireland = profile.load("IRL")
    reflection = ireland.term("recovery_reflection", date(2014, 1, 15), child=False)
    begun = [start(utc(2014, 1, 15, 12))]
    assert due_at(reflection, begun, ireland.calendar) == utc(2014, 3, 16, 23, 59, 59)
    assert state(reflection, begun, ireland.calendar, utc(2014, 3, 17)) is State.REVIEW


def test_different_length_for_a_child_left_to_discretion_in_ireland() -> None:
    ireland = profile.load("IRL")
    child = ireland.term("recovery_reflection", date(2014, 1, 15), child=True)
    begun = [start(utc(2014, 1, 15, 12)), extend(utc(2014, 2, 1), 120, Unit.DAYS)]
    assert due_at(child, begun, ireland.calendar) == utc(2014, 7, 14, 22, 59, 59)


def test_maximum_of_months_in_the_netherlands() -> None:
    netherlands = profile.load("NLD")
    reflection = netherlands.term("recovery_reflection", date(2023, 11, 30))
    begun = [start(utc(2023, 11, 30, 9))]
    assert due_at(reflection, begun, netherlands.calendar) == utc(2024, 2, 29, 22, 59, 59)


def test_clock_tied_to_proceedings_has_no_due_time_until_both_are_over() -> None:
    netherlands = profile.load("NLD")
    permit = netherlands.term("residence_permit", date(2024, 1, 10))
    begun = [start(utc(2024, 1, 10, 9))]
    assert due_at(permit, begun, netherlands.calendar) is None
    one = [*begun, happened(utc(2024, 9, 2, 9), "criminal_investigation_ended")]
    assert state(permit, one, netherlands.calendar, utc(2025, 1, 1)) is State.OPEN
    both = [*one, happened(utc(2025, 6, 3, 9), "criminal_proceedings_ended")]
    assert due_at(permit, both, netherlands.calendar) == utc(2025, 6, 3, 21, 59, 59)
    appeal = [*both, happened(utc(2026, 2, 3, 9), "criminal_proceedings_ended")]
    assert due_at(permit, appeal, netherlands.calendar) == utc(2026, 2, 3, 22, 59, 59)


def test_discretionary_in_the_philippines_and_none_in_the_united_states() -> None:
    presence = Term(key="x", kind=Kind.NONE_IN_LAW, while_running=("no_removal",))
    begun = [start(utc(2023, 5, 1))]
    assert due_at(presence, begun, PLAIN) is None
    assert state(presence, begun, PLAIN, utc(2030, 1, 1)) is State.OPEN
    assert not means_overdue(presence)
    assert holds(presence, begun, PLAIN, utc(2030, 1, 1)) == ("no_removal",)


def test_working_days_and_calendar_days_in_one_procedure() -> None:
    decision = GBR.term("identification_reasonable_grounds", date(2022, 9, 15))
    # Thursday; then Friday, the Monday of the State funeral, and Tuesday to Friday.
    assert due_at(decision, [start(utc(2022, 9, 15, 16))], LONDON) == utc(2022, 9, 23, 22, 59, 59)
    recovery = GBR.term("recovery_reflection", date(2022, 9, 23))
    assert due_at(recovery, [start(utc(2022, 9, 23, 10))], LONDON) == utc(2022, 11, 7, 23, 59, 59)


def test_a_target_that_the_state_sets_and_misses_is_overdue() -> None:
    decision = GBR.term("identification_reasonable_grounds", date(2022, 12, 22))
    begun = [start(utc(2022, 12, 22, 16))]
    assert due_at(decision, begun, LONDON) == utc(
        2023, 1, 3, 23, 59, 59
    )  # two holidays, and the one of New Year
    assert state(decision, begun, LONDON, utc(2023, 1, 3, 23)) is State.RUNNING
    assert state(decision, begun, LONDON, utc(2023, 1, 4, 1)) is State.OVERDUE


@pytest.mark.parametrize("hours", [24, 72])
def test_hours_are_exact_also_over_a_change_of_the_clock(hours: int) -> None:
    notice = term(hours, Unit.HOURS)
    for at in (utc(2026, 3, 28, 12, 30), utc(2026, 10, 24, 12, 30)):
        assert due_at(notice, [start(at)], LONDON) == at + timedelta(hours=hours)


def test_hours_that_a_court_may_extend_to_seven_days_in_thailand() -> None:
    bangkok = Calendar("Asia/Bangkok")
    hold = term(24, Unit.HOURS, extendable=Extendable("court", cap=Length(7, Unit.DAYS)))
    begun = [start(utc(2024, 5, 6, 3))]
    ten = [*begun, extend(utc(2024, 5, 6, 20), 10, Unit.DAYS)]
    assert due_at(hold, ten, bangkok) == utc(
        2024, 5, 14, 16, 59, 59
    )  # one day, and seven at most, to midnight


def test_rule_replaced_on_a_date_in_australia_makes_no_old_case_worse() -> None:
    support = [
        term(45, Unit.DAYS, Kind.FIXED, better="longer", valid_to=date(2023, 6, 30)),
        term(90, Unit.DAYS, Kind.FIXED, better="longer", valid_from=date(2023, 7, 1)),
    ]
    here = replace(profile.load("default"), code="AUS", terms={"x": tuple(support)})
    begun = [start(utc(2023, 6, 12, 1))]
    kept = here.kept_term("x", date(2023, 6, 12), date(2023, 7, 10))
    assert due_at(kept, begun, Calendar("Australia/Sydney")) == utc(2023, 9, 10, 13, 59, 59)


def test_earlier_of_two_events_ends_with_the_first() -> None:
    stay = term(30, Unit.DAYS, Kind.FIXED, ends_on=Ending("earlier_of", ("departure",)))
    begun = [start(utc(2026, 1, 1, 9))]
    assert due_at(stay, begun, PLAIN) == utc(2026, 1, 31, 23, 59, 59)
    assert due_at(stay, [*begun, happened(utc(2026, 1, 9, 8), "departure")], PLAIN) == utc(
        2026, 1, 9, 23, 59, 59
    )
    assert due_at(stay, [*begun, pause(utc(2026, 1, 5))], PLAIN) is None


def test_the_delay_in_l_e_v_greece_is_overdue_long_before_she_is_recognised() -> None:
    here = profile.load("default")
    complaint = utc(2006, 11, 29, 9)
    decision = here.term("identification_reasonable_grounds", here.day(complaint), child=False)
    assert due_at(decision, [start(complaint)], here.calendar) == utc(2006, 12, 6, 23, 59, 59)
    assert state(decision, [start(complaint)], here.calendar, utc(2007, 2, 1)) is State.OVERDUE


def test_the_day_of_the_event_is_day_0_unless_the_profile_says_otherwise() -> None:
    assert due_at(term(3, Unit.DAYS), [start(utc(2026, 5, 1, 23))], PLAIN) == utc(2026, 5, 4, 23, 59, 59)
    counted = term(3, Unit.DAYS, day_zero=False)
    assert due_at(counted, [start(utc(2026, 5, 1, 23))], PLAIN) == utc(2026, 5, 3, 23, 59, 59)
    working = term(1, Unit.WORKING_DAYS, day_zero=False)
    assert due_at(working, [start(utc(2026, 5, 1, 8))], PLAIN) == utc(2026, 5, 1, 23, 59, 59)  # a Friday


def test_the_day_is_that_of_the_deciding_authority() -> None:
    one = term(1, Unit.DAYS)
    at = utc(2026, 7, 1, 23, 30)  # already 2 July in London
    assert due_at(one, [start(at)], LONDON) == utc(2026, 7, 3, 22, 59, 59)
    assert due_at(one, [start(at)], Calendar("America/Lima")) == utc(2026, 7, 3, 4, 59, 59)


@pytest.mark.parametrize(
    ("day", "months", "ends"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 31), 2, date(2026, 3, 31)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
    ],
)
def test_a_month_ends_on_the_same_day_or_on_its_last(day: date, months: int, ends: date) -> None:
    assert add_months(day, months) == ends


def test_years_and_months_agree() -> None:
    begun = [start(utc(2024, 2, 29, 12))]
    assert due_at(term(1, Unit.YEARS), begun, PLAIN) == due_at(term(12, Unit.MONTHS), begun, PLAIN)


@pytest.mark.parametrize(
    ("zone", "day", "ends"),
    [
        ("Europe/London", date(2026, 3, 29), utc(2026, 3, 29, 22, 59, 59)),
        ("Europe/London", date(2026, 10, 25), utc(2026, 10, 25, 23, 59, 59)),
        ("America/Havana", date(2025, 11, 1), utc(2025, 11, 2, 3, 59, 59)),
        ("Asia/Beirut", date(2022, 10, 28), utc(2022, 10, 28, 20, 59, 59)),
        ("Asia/Beirut", date(2022, 10, 29), utc(2022, 10, 29, 21, 59, 59)),
        ("Pacific/Apia", date(2011, 12, 29), utc(2011, 12, 30, 9, 59, 59)),
        ("Asia/Kathmandu", date(2026, 1, 1), utc(2026, 1, 1, 18, 14, 59)),
    ],
)
def test_a_day_ends_at_its_last_second_whatever_clocks_do(zone: str, day: date, ends: datetime) -> None:
    assert Calendar(zone).end_of(day) == ends


@pytest.mark.parametrize(
    "zone", ["Europe/London", "Asia/Beirut", "America/Santiago", "Pacific/Apia", "Africa/Cairo"]
)
def test_days_never_end_in_another_order(zone: str) -> None:
    calendar = Calendar(zone)
    days = [date(2011, 12, 1) + timedelta(days=n) for n in range(60)]
    days += [date(2023, 1, 1) + timedelta(days=n) for n in range(730)]
    ends = [calendar.end_of(day) for day in days]
    assert all(one <= other for one, other in pairwise(ends))


def test_a_weekend_that_moved_counts_as_it_was_kept_on_each_day() -> None:
    emirates = Calendar(
        "Asia/Dubai", frozenset({5, 6}), frozenset(), ((date(2022, 1, 1), frozenset({6, 7})),)
    )
    two = term(2, Unit.WORKING_DAYS)
    assert due_at(two, [start(utc(2021, 12, 16, 8))], emirates) == utc(2021, 12, 20, 19, 59, 59)
    assert due_at(two, [start(utc(2022, 1, 6, 8))], emirates) == utc(2022, 1, 10, 19, 59, 59)
