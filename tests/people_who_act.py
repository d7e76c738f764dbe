"""Agencies and members for tests that call `perform` directly."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime
from typing import Any

from tutela.agencies.actions import EnrolMember, RecordTraining, RegisterAgency
from tutela.agencies.models import Member
from tutela.agencies.sessions import open_session
from tutela.agencies.system import system
from tutela.agencies.words import Role, Sector, TrainingKind
from tutela.engine.access import Actor
from tutela.engine.actions import Action
from tutela.engine.outcomes import Done
from tutela.engine.perform import perform
from tutela.engine.time import frozen

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def did(action: Action, by: Actor, at: datetime = NOW) -> Done:
    """Performs an action that must succeed."""
    outcome = perform(action, by, clock=frozen(at))
    assert isinstance(outcome, Done), outcome
    return outcome


def tried(action: Action, by: Actor, at: datetime = NOW) -> Any:
    """Performs an action, whatever comes of it."""
    return perform(action, by, clock=frozen(at))


def agency(
    key: str, sector: Sector, *roles: Role, trained: tuple[TrainingKind, ...] = (), lead: bool = False
) -> Actor:
    """An agency with one member, who is signed in; trained a year ago in what is asked."""
    setup = system("setup")
    made = did(RegisterAgency(key=key, name_en=key, name_zh=key, sector=sector, lead=lead), setup)
    agency_id = uuid.UUID(made.made["agency"])
    member = did(EnrolMember(agency=agency_id, key=f"{key}-one", display_name="One", roles=roles), setup)
    member_id = uuid.UUID(member.made["member"])
    for kind in trained:
        did(
            RecordTraining(agency=agency_id, member=member_id, training=kind, completed_on=date(2025, 3, 1)),
            setup,
        )
    return open_session(Member.objects.select_related("agency").get(pk=member_id))


def made(done: Done, name: str) -> uuid.UUID:
    """An id that an act made."""
    return uuid.UUID(done.made[name])
