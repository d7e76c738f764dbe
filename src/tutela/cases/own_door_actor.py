"""Whom entries name when a person acts at her own door: herself, who belongs to no agency and can never sign in."""

from __future__ import annotations

import uuid
from typing import Any

from tutela.agencies.words import Sector
from tutela.engine.access import HERSELF, Actor

_SPACE = uuid.UUID("6a3d2f0e-51a7-4d1e-9c3b-7b8f0f4f2c55")
AGENCY_ID = uuid.uuid5(_SPACE, "herself")
MEMBER_ID = uuid.uuid5(_SPACE, "member")


def make(agency: Any, member: Any) -> None:
    """Makes the two rows; called once, by a migration. The member is not active: no session is ever opened for it."""
    agency.get_or_create(
        id=AGENCY_ID,
        defaults={
            "key": "herself",
            "names": {"en": "The person", "zh-hans": "当事人本人"},
            "sector": Sector.SYSTEM,
        },
    )
    member.get_or_create(
        id=MEMBER_ID,
        defaults={"key": "system-herself", "agency_id": AGENCY_ID, "name": "herself", "active": False},
    )


def herself(handle: str) -> Actor:
    """The person whose own door this handle opened; the database checks it at each use, and for which file."""
    return Actor(handle, MEMBER_ID, AGENCY_ID, HERSELF, frozenset())
