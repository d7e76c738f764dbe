"""The invented country: told whole, the same each time, with something to do today for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.world import Templates, point
from tutela.agencies.models import Member
from tutela.agencies.sessions import open_session
from tutela.cases.reads import case_list, owed
from tutela.config import database
from tutela.engine.access import Actor, acting
from tutela.engine.models import Duty
from tutela.engine.outcomes import Done, Refused
from tutela.engine.perform import perform
from tutela.engine.time import frozen
from tutela.guidelines.g02_identification.actions import PresumeTrafficked
from tutela.guidelines.g05_enforcement.actions import BringCharge
from tutela.guidelines.g06_protection.actions import AcceptPlace, OfferPlace
from tutela.people.names import searchable
from tutela.sample import cast, country, persons

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)  # a Tuesday morning


@pytest.fixture(scope="module")
def told(db_templates: Templates, django_db_blocker: Any) -> Iterator[psycopg.Connection]:
    """A connection, with every right, to a country of which little more than the certain lives was told."""
    with django_db_blocker.unblock(), db_templates.clone() as urls:
        point(urls)
        loaded = country.load(people=28, clock=frozen(NOW), strict=True)
        assert loaded.acts > 800 and not loaded.went_otherwise
        with psycopg.connect(
            database.on(db_templates.urls.admin, urlsplit(urls.owner).path[1:])
        ) as connection:
            yield connection


def one(told: psycopg.Connection, query: str, *values: object) -> Any:
    """The first row of a query."""
    return told.execute(query, values).fetchone()


def test_nothing_lies_in_the_future_and_all_of_it_within_eighteen_months(told: psycopg.Connection) -> None:
    first, last = one(told, "SELECT min(recorded_at), max(recorded_at) FROM engine_entry")
    assert NOW - country.MONTHS <= first < NOW - timedelta(days=500)
    assert NOW - timedelta(hours=12) < last <= NOW


@pytest.mark.parametrize("key", [key for key in cast.MAIN if key not in ("rahman", "nyberg", "aliyev")])
def test_everybody_on_the_list_owes_something(told: psycopg.Connection, key: str) -> None:
    owes = owed(actor(key), NOW)
    assert owes.rows or owes.unseen


@pytest.mark.parametrize("key", ["rahman", "nyberg", "aliyev"])
def test_who_owes_little_still_sees_files_or_what_was_passed_up(told: psycopg.Connection, key: str) -> None:
    seen = actor(key)
    with acting(seen, NOW):
        passed_up = Duty.objects.filter(
            state="open", escalated_to="monitor" if seen.is_monitor else "coordinator"
        )
        is_told = passed_up.exists()
    assert is_told or len(case_list(seen, NOW).rows) > 3


def actor(key: str) -> Actor:
    """A member, signed in."""
    return open_session(Member.objects.select_related("agency").get(key=key))


def test_today_has_duties_due_and_overdue_refusals_and_open_breaches(told: psycopg.Connection) -> None:
    due = "SELECT count(*) FROM engine_duty WHERE state = 'open' AND due_at BETWEEN %s AND %s"
    assert one(told, due, NOW, NOW + timedelta(days=1))[0] > 0
    assert one(told, due, NOW - timedelta(days=400), NOW)[0] > 5
    refused = "SELECT count(*) FROM engine_entry WHERE outcome = 'refused' AND recorded_at > %s"
    assert one(told, refused, NOW - timedelta(days=5))[0] > 2
    open_ones = {rule for (rule,) in told.execute("SELECT rule FROM engine_breach WHERE ended_at IS NULL")}
    assert {"charged_all_the_same", "held_all_the_same", "help_withheld"} <= open_ones
    passed_up = {
        to for (to,) in told.execute("SELECT DISTINCT escalated_to FROM engine_duty WHERE state = 'open'")
    }
    assert {"coordinator", "monitor"} <= passed_up


def test_something_waits_today_in_every_queue(told: psycopg.Connection) -> None:
    queues = {
        "offers": "SELECT count(*) FROM g06_protection_placement WHERE state = 'offered'",
        "arrivals": "SELECT count(*) FROM g06_protection_placement WHERE lower(nights) = %s::date",
        "enquiries": "SELECT count(*) FROM g05_enforcement_enquiry WHERE answered_at IS NULL",
        "complaints": "SELECT count(*) FROM cases_complaint WHERE answered_at IS NULL",
        "messages": "SELECT count(*) FROM cases_message WHERE read_at IS NULL",
        "bookings": "SELECT count(*) FROM g06_protection_booking WHERE starts_at > %s",
        "operations": "SELECT count(*) FROM g05_enforcement_operation WHERE begun_at IS NULL",
        "found together": "SELECT count(*) FROM g02_identification_groupfile",
    }
    empty = [name for name, query in queues.items() if not one(told, query, *[NOW] * query.count("%s"))[0]]
    assert not empty


def test_most_is_met_and_what_is_late_is_late_by_days_not_by_years(told: psycopg.Connection) -> None:
    met = one(told, "SELECT count(*) FROM engine_duty WHERE state = 'met'")[0]
    late = "SELECT count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY %s - due_at) FROM engine_duty"
    overdue, median = one(told, f"{late} WHERE state = 'open' AND due_at < %s", NOW, NOW)
    assert met > 500 and 10 < overdue < met / 8 and median < timedelta(days=10)
    closed = (
        "SELECT count(*), (SELECT count(*) FROM engine_duty d JOIN cases_case c ON c.id = d.subject_id "
        "WHERE c.closed_at IS NOT NULL AND d.state = 'open' AND d.due_at < %s) "
        "FROM cases_case WHERE closed_at IS NOT NULL"
    )
    files, left = one(told, closed, NOW)
    assert files > 1 and left <= files


def test_the_man_from_the_fields_waits_to_be_presumed(told: psycopg.Connection) -> None:
    query = (
        "SELECT c.standing, s.asks_for_referral FROM cases_case c JOIN g02_identification_screening s "
        "ON s.case_id = c.id WHERE c.languages = '{bn}' AND c.opened_at > %s ORDER BY c.opened_at"
    )
    assert one(told, query, NOW - timedelta(hours=12)) == ("open", True)


def test_every_kind_of_outcome_is_there(told: psycopg.Connection) -> None:
    found = {outcome for (outcome,) in told.execute("SELECT DISTINCT outcome FROM engine_entry")}
    assert {"done", "recorded", "refused", "denied", "duty.started", "duty.met", "breach.opened"} <= found


def test_the_same_seed_draws_the_same_people() -> None:
    one_, other = ([vars(persons.person(rng)) for _ in range(50)] for rng in (Random(7), Random(7)))
    assert one_ == other


@pytest.mark.parametrize("language", sorted({tag for work in persons.WORKS for tag in work.languages}))
def test_names_of_every_language_can_be_found(language: str) -> None:
    for number in range(5):
        name, script = persons.named(Random(number), language, persons.Sex.FEMALE)
        assert len(script) == 4 and searchable(name)


def test_everybody_belongs_somewhere_and_is_called_differently() -> None:
    assert {m.agency for m in cast.MEMBERS} <= {a.key for a in cast.AGENCIES}
    assert len({m.name for m in cast.MEMBERS}) == len(cast.MEMBERS)
    assert set(cast.MAIN) <= {m.key for m in cast.MEMBERS}


def test_and_his_case_can_be_lived_to_a_bed_while_the_charge_is_refused(told: psycopg.Connection) -> None:
    query = "SELECT id FROM cases_case WHERE languages = '{bn}' AND standing = 'open' AND opened_at > %s"
    case = one(told, query, NOW - timedelta(hours=12))[0]
    free = "SELECT id FROM g06_protection_place WHERE house = 'Anchor' AND label = '7'"  # kept for this
    inspector, prosecutor, place = actor("falk"), actor("hart"), one(told, free)[0]
    later = frozen(NOW + timedelta(minutes=5))
    assert perform(PresumeTrafficked(case=case), inspector, clock=later).result == "done"
    charge = BringCharge(case=case, charge_ref="PP 77/26", offence="irregular_work")
    refused = perform(charge, prosecutor, clock=later)
    assert isinstance(refused, Refused) and {"P7", "G2.5"} <= refused.provisions
    nights = {"since": NOW.date(), "until": NOW.date() + timedelta(days=14)}
    offer = perform(OfferPlace(case=case, place=place, **nights), inspector, clock=later)
    assert isinstance(offer, Done)
    taken = perform(AcceptPlace(case=case, placement=offer.made["placement"]), inspector, clock=later)
    assert isinstance(taken, Done) and "shelter" in taken.met
