"""Wages reckoned: worked examples by hand, and laws that hold for any work."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutela.engine import profile
from tutela.guidelines.g09_remedies.wage_actions import again, in_profile, put_in
from tutela.guidelines.g09_remedies.wages import Lawful, NoRate, Work, half_up, reckon

JUNE = Work(date(2025, 6, 2), date(2025, 6, 29), 70)
LEAST = Lawful(1200, date(2025, 1, 1), date(2025, 12, 31), "s. 1")


def test_four_weeks_of_seventy_hours_by_law() -> None:
    """28 days of 70 hours a week are 280 hours; 280 × 12.00 = 3,360.00."""
    found = reckon(JUNE, [LEAST])
    (part,) = found.parts
    assert (part.hours, part.due_minor, part.by_law, part.source) == (280, 336_000, True, "s. 1")
    assert found.owed_minor == 336_000


def test_hours_above_a_usual_week_count_more() -> None:
    """40 hours, and 30 with a quarter more: 77.5 a week; four weeks at 12.00 are 3,720.00."""
    assert reckon(replace(JUNE, usual_hours=40, more_percent=25), [LEAST]).owed_minor == 372_000


def test_what_was_agreed_counts_where_it_is_the_better() -> None:
    """22 euros for seven hours are less than the law asks for; 91 for seven are 13.00 an hour."""
    assert reckon(replace(JUNE, agreed_minor=2200, agreed_hours=7), [LEAST]).owed_minor == 336_000
    better = reckon(replace(JUNE, agreed_minor=9100, agreed_hours=7), [LEAST])
    assert (better.owed_minor, better.parts[0].by_law) == (364_000, False)


def test_what_was_paid_goes_to_the_oldest_month_and_interest_runs_on_the_rest() -> None:
    """Two months; 1,000.00 paid. Eight per cent of what stayed open, for the days since each month's end."""
    work = replace(
        JUNE, last=date(2025, 7, 31), paid_minor=100_000, interest_bp=800, counted_to=date(2026, 7, 31)
    )
    found = reckon(work, [LEAST])
    june, july = found.parts
    assert (june.last, july.first) == (date(2025, 6, 30), date(2025, 7, 1))
    assert (june.set_off_minor, july.set_off_minor) == (100_000, 0)
    assert july.interest_days == 365
    assert july.interest_minor == half_up(Fraction(july.unpaid_minor * 8, 100))
    assert found.owed_minor == found.unpaid_minor + found.interest_minor


def test_a_new_minimum_begins_a_new_part() -> None:
    new = Lawful(1300, date(2025, 6, 16), date(2025, 12, 31))
    first, second = reckon(JUNE, [replace(LEAST, until=date(2025, 6, 15)), new]).parts
    assert (first.hour_minor, second.hour_minor) == (1200, 1300)
    assert (first.days, second.days) == (14, 14)


def test_what_she_was_made_to_pay_is_given_back_and_no_overpayment_eats_it() -> None:
    found = reckon(replace(JUNE, paid_minor=900_000, charged_minor=150_000), [LEAST])
    assert (found.unpaid_minor, found.owed_minor) == (0, 150_000)


def test_without_a_rate_nothing_is_reckoned() -> None:
    with pytest.raises(NoRate):
        reckon(JUNE)
    with pytest.raises(NoRate):
        reckon(replace(JUNE, last=date(2026, 2, 1)), [LEAST])


def test_the_minimum_of_the_profile_is_used_with_its_source() -> None:
    with profile.use("GBR"):
        (found,) = in_profile(date(2025, 3, 1), date(2025, 9, 1), "GBP", None)
        assert (found.hour_minor, found.since) == (1221, date(2025, 4, 1))
        assert "2015" in found.source
        assert in_profile(date(2025, 3, 1), date(2025, 9, 1), "EUR", None) == []
        assert in_profile(date(2025, 3, 1), date(2025, 9, 1), "GBP", 19) == []
    assert in_profile(date(2025, 3, 1), date(2025, 9, 1), "GBP", None) == []


DAYS = st.dates(date(2020, 1, 1), date(2026, 1, 1))
SUMS = st.integers(0, 5_000_000)


@st.composite
def works(draw: st.DrawFn) -> Work:
    first = draw(DAYS)
    return Work(
        first=first,
        last=first + timedelta(days=draw(st.integers(0, 500))),
        week_hours=draw(st.integers(0, 168)),
        agreed_minor=draw(SUMS),
        agreed_hours=draw(st.integers(1, 744)),
        usual_hours=draw(st.none() | st.integers(0, 60)),
        more_percent=draw(st.integers(0, 300)),
        paid_minor=draw(SUMS),
        lawful_deductions_minor=draw(SUMS),
        charged_minor=draw(SUMS),
        interest_bp=draw(st.integers(0, 2000)),
        counted_to=draw(st.none() | DAYS),
    )


LAWFUL = st.lists(
    st.builds(
        lambda hour, since, days: Lawful(hour, since, since + timedelta(days=days), "law"),
        st.integers(0, 3000),
        DAYS,
        st.integers(0, 900),
    ),
    max_size=3,
)


@settings(max_examples=40)
@given(works(), LAWFUL)
def test_every_sum_is_the_sum_of_its_parts_to_the_cent(work: Work, lawful: list[Lawful]) -> None:
    found = reckon(work, lawful)
    assert found.parts[0].first == work.first
    assert found.parts[-1].last == work.last
    assert sum(p.days for p in found.parts) == (work.last - work.first).days + 1
    for part in found.parts:
        assert part.due_minor == part.set_off_minor + part.unpaid_minor
        assert min(part.due_minor, part.set_off_minor, part.unpaid_minor, part.interest_minor) >= 0
    assert found.due_minor == sum(p.due_minor for p in found.parts)
    assert found.set_off_minor == min(found.due_minor, work.paid_minor + work.lawful_deductions_minor)
    assert found.owed_minor == found.unpaid_minor + found.interest_minor + found.charged_minor
    exact = sum(p.counted_hours * p.hour_minor for p in found.parts)
    assert abs(found.due_minor - exact) <= Fraction(len(found.parts), 2)


@settings(max_examples=40)
@given(works(), LAWFUL, st.integers(0, 1000))
def test_more_law_more_hours_and_less_pay_never_lower_what_is_owed(
    work: Work, lawful: list[Lawful], more: int
) -> None:
    owed = reckon(work, lawful).owed_minor
    assert reckon(replace(work, paid_minor=work.paid_minor + more), lawful).owed_minor <= owed
    assert reckon(replace(work, charged_minor=work.charged_minor + more), lawful).owed_minor == owed + more
    # a minimum for the same days only ever raises the rate; the parts stay the same
    raised = [replace(one, hour_minor=one.hour_minor + more) for one in lawful]
    assert reckon(work, raised).owed_minor >= owed


@settings(max_examples=40)
@given(works(), LAWFUL)
def test_what_was_kept_gives_the_same_steps_again(work: Work, lawful: list[Lawful]) -> None:
    kept = json.loads(json.dumps(put_in(work, lawful)))
    assert again(kept) == reckon(work, lawful)
