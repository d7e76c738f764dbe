"""What follows acts: escalation in order, the outbox in the queue."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from tests.engine.test_perform import agency, opened
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import WaiveGuard
from tutela.cases.jobs import FORCED
from tutela.engine import jobs
from tutela.engine.access import Actor, acting
from tutela.engine.models import Duty, Entry, Outbox
from tutela.engine.outcomes import Done
from tutela.engine.perform import perform
from tutela.engine.time import frozen, system_clock

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def ngo(db_world: object) -> Actor:
    return agency("harbour", Sector.NGO, Role.CASEWORKER)


def owed(by: Actor) -> Duty:
    """A case with one duty of the monitor's: to review a waiver."""
    case = opened(by)
    waived = perform(
        WaiveGuard(
            case=case,
            guard="reasons_are_understood",
            action_digest="ab" * 32,
            reason="only one officer there",
        ),
        by,
        clock=frozen(NOW),
    )
    assert isinstance(waived, Done), waived
    with acting(by, NOW):
        return Duty.objects.get(subject_id=case)


def test_an_overdue_duty_goes_to_the_coordinator_and_then_to_the_monitor(ngo: Actor) -> None:
    duty = owed(ngo)
    assert duty.due_at is not None
    assert jobs.escalate(duty.due_at) == 0
    late = duty.due_at + timedelta(minutes=1)
    assert jobs.escalate(late) == 1
    assert jobs.escalate(late) == 0
    assert jobs.escalate(late + timedelta(hours=47)) == 0
    assert jobs.escalate(late + timedelta(hours=49)) == 1
    with acting(ngo, NOW):
        duty.refresh_from_db()
        assert duty.escalated_to == "monitor"
        assert Entry.objects.filter(subject_id=duty.subject_id, action="escalate").count() == 2


def test_living_until_a_later_day_tells_each_office_in_its_own_time(ngo: Actor) -> None:
    duty = owed(ngo)
    assert duty.due_at is not None
    told = list(jobs.live_until(duty.due_at + timedelta(days=30)))
    assert [s.to for s in told] == ["coordinator", "monitor"]
    assert told[0].at == duty.due_at
    assert told[1].at == duty.due_at + timedelta(hours=48)


def test_the_outbox_moves_to_the_queue_and_its_listeners_are_told(ngo: Actor) -> None:
    opened(ngo)
    moved = jobs.move_outbox()
    assert moved >= 1
    assert jobs.move_outbox() == 0
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'tutela.tell'")
        assert cursor.fetchone()[0] == moved


def test_a_door_opened_by_force_waits_behind_nothing(ngo: Actor) -> None:
    opened(ngo)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE tutela_engine")
        Outbox.objects.create(kind=FORCED, ids={"door": "d", "case": "c"}, recorded_at=system_clock())
    assert jobs.move_outbox(limit=1) == 1
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT args->>'kind', priority FROM procrastinate_jobs WHERE task_name = 'tutela.tell'"
        )
        assert cursor.fetchall() == [(FORCED, jobs.FIRST)]


def test_the_tree_takes_in_what_was_committed(ngo: Actor) -> None:
    opened(ngo)
    assert jobs.sequence() >= 1
