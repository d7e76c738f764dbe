"""What the engine asks of agencies: who bears a duty, and keeping the columns that lists start from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from tutela.engine.access import Actor

_consents: list[Callable[..., datetime | None]] = []


def consents_are_kept_by(keep: Callable[..., datetime | None]) -> None:
    """Registers who keeps what a person agreed to (the room `cases`): it says until when a consent holds."""
    _consents[:] = [keep]


def consented(*what: Any) -> datetime | None:
    """Keeps the consent that a grant rests on, and says until when it holds; None where it has no end."""
    return _consents[0](*what) if _consents else None


def bearers(cursor: Any, sectors: list[str], subject_id: UUID, at: datetime) -> dict[str, UUID | None]:
    """The agencies that answer for these sectors on this subject; None for a sector that has nobody at all."""
    cursor.execute("SELECT s, tutela_bearer(s, %s, %s) FROM unnest(%s::text[]) s", [subject_id, at, sectors])
    return dict(cursor.fetchall())


def author(member_id: UUID) -> Actor:
    """The author of something that was received: who the member is today, signed in or not. It opens nothing."""
    from .models import Member
    from .sessions import actor_of

    return actor_of(Member.objects.select_related("agency").get(pk=member_id), "")


def keep_lists(cursor: Any, subject_id: UUID) -> None:
    """Writes the next due time of a case into its live grants, where it changed."""
    cursor.execute(
        "UPDATE agencies_grant g SET due_at = d.due FROM (SELECT min(due_at) AS due FROM engine_duty "
        "WHERE subject_id = %s AND state = 'open') d WHERE g.case_id = %s AND g.cut_at IS NULL "
        "AND g.due_at IS DISTINCT FROM d.due",
        [subject_id, subject_id],
    )
