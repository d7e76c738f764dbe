"""The named system actors: what Tutela does by itself, it does as one of these, through `perform`."""

from __future__ import annotations

import uuid
from typing import Any

from tutela.engine.access import Actor

from .models import Agency, Member
from .sessions import open_session
from .words import Role, Sector

_SPACE = uuid.UUID("5f0f6c9a-6a0e-4f0e-9d0b-2f6a0c1d7e11")
AGENCY_ID = uuid.uuid5(_SPACE, "system")
#: setup registers agencies and members; clock escalates; import brings records in from elsewhere.
NAMES = ("setup", "clock", "import")

_open: dict[tuple[str, Any, str], Actor] = {}


def make(agency: Any, member: Any) -> None:
    """Makes the system's agency and members; called once, by a migration, with its models' managers."""
    agency.get_or_create(
        id=AGENCY_ID,
        defaults={"key": "system", "names": {"en": "Tutela", "zh-hans": "Tutela"}, "sector": Sector.SYSTEM},
    )
    for name in NAMES:
        member.get_or_create(
            id=uuid.uuid5(_SPACE, name),
            defaults={"key": f"system-{name}", "agency_id": AGENCY_ID, "name": name, "roles": [Role.SYSTEM]},
        )


def system(name: str) -> Actor:
    """The system actor of that name, with a session of its own in this process."""
    from django.db import connection

    here = connection.settings_dict
    place = (
        str(here["NAME"]),
        here.get("WORLD"),
        name,
    )  # a scratch database that was washed is another world
    if place not in _open:
        member = Member.objects.select_related("agency").get(pk=uuid.uuid5(_SPACE, name))
        _open[place] = open_session(member, hours=24 * 365)
    return _open[place]


__all__ = ["AGENCY_ID", "NAMES", "Agency", "make", "system"]
