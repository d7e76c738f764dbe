"""Who acts in the bench: an agency with a member, by the same door as everybody."""

from __future__ import annotations

import uuid
from typing import Any

from tutela.agencies.actions import EnrolMember, RegisterAgency
from tutela.agencies.models import Member
from tutela.agencies.sessions import open_session
from tutela.agencies.system import system
from tutela.agencies.words import Role, Sector
from tutela.engine.access import Actor
from tutela.engine.actions import Action
from tutela.engine.outcomes import Done
from tutela.engine.perform import perform


def did(action: Action, by: Actor) -> Done:
    """Performs an action that must succeed."""
    outcome = perform(action, by)
    assert isinstance(outcome, Done), outcome
    return outcome


def made(action: Action, by: Actor, name: str) -> uuid.UUID:
    """An id that an act makes."""
    return uuid.UUID(did(action, by).made[name])


def agency(key: str, sector: Sector, *roles: Role, **more: Any) -> Actor:
    """An agency with one member, who is signed in."""
    setup = system("setup")
    agency_id = made(
        RegisterAgency(key=key, name_en=key, name_zh=key, sector=sector, **more), setup, "agency"
    )
    member = made(
        EnrolMember(agency=agency_id, key=f"{key}-one", display_name="One", roles=roles), setup, "member"
    )
    return open_session(Member.objects.select_related("agency").get(pk=member))
