"""What the protection office reads of what was received: what waits, and one item opened. The monitor reads lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from tutela.agencies.models import Member
from tutela.agencies.reads import Choice, agency_names
from tutela.agencies.words import Role, Sector
from tutela.engine import intake
from tutela.engine.access import Actor, acting
from tutela.engine.actions import registry
from tutela.engine.models import Intake
from tutela.people.keys import as_engine
from tutela.people.received import open_received

from .models import Case

PAGE = 100
#: What people are asked about first: a Fact of this need tells of danger.
DANGER = "safety"


@dataclass(frozen=True)
class Item:
    """One thing that was received, without what it says.

    Shape  roles: the sender's; child: whether the file that it names is of somebody who may be one; None: not known
    """

    id: UUID
    action: str
    why: str
    agency: str
    roles: tuple[str, ...]
    received_at: datetime
    happened_at: datetime
    due_at: datetime | None
    state: str
    because: str
    child: bool | None

    @property
    def is_danger(self) -> bool:
        """Whether its kind tells of danger."""
        return self.action in registry and registry.get(self.action).need == DANGER

    @property
    def comes_first(self) -> bool:
        """A child, or danger, as far as either is known."""
        return self.is_danger or self.child is True

    def is_overdue(self, now: datetime) -> bool:
        """Overdue is a comparison. One without a clock came before there were any, and is late."""
        return self.state == intake.WAITING and (self.due_at is None or self.due_at < now)


@dataclass(frozen=True)
class Opened:
    """One item, opened.

    Shape  content: by field, as it was sent; names: id and pseudonym of the file that it names, if there is one
    """

    item: Item
    content: dict[str, Any] = field(repr=False)
    names: tuple[UUID, str] | None = None


def is_office(actor: Actor) -> bool:
    """Whether this is somebody who looks after what was received. The database decides again, and for itself."""
    return actor.sector == Sector.PROTECTION_OFFICE and Role.PROTECTION_OFFICER in actor.roles


def waiting(actor: Actor, limit: int = PAGE) -> list[Item]:
    """What waits: children and danger first, then what is due first. Nothing for anybody else."""
    with acting(actor):
        found = _items(Intake.objects.filter(state=intake.WAITING).order_by("due_at", "recorded_at")[:limit])
    return sorted(found, key=lambda item: not item.comes_first)


def set_aside(actor: Actor, limit: int = PAGE) -> list[Item]:
    """What was put into no file, newest first, with the reason's code; the monitor reads it too."""
    with acting(actor):
        return _items(Intake.objects.filter(state=intake.SET_ASIDE).order_by("-recorded_at")[:limit])


def count_waiting(actor: Actor) -> int:
    """How much waits."""
    with acting(actor):
        return Intake.objects.filter(state=intake.WAITING).count()


def item(actor: Actor, intake_id: UUID) -> Item | None:
    """One item without what it says; None for what is not there, or not the actor's."""
    with acting(actor):
        found = _items(Intake.objects.filter(pk=intake_id))
    return found[0] if found else None


def opened(actor: Actor, intake_id: UUID, purpose: str, at: datetime) -> Opened | None:
    """What one item says, for a purpose; the key store keeps the trace first. None for what is not the actor's.

    The monitor sees that there is an item, and does not open it.

    Raises   KeyStoreDown, KeyDestroyed; ValueError: no purpose
    """
    import json

    if not is_office(actor):
        return None
    with acting(actor):
        row = Intake.objects.filter(pk=intake_id).first()
        if row is None:
            return None
        [shown] = _items(Intake.objects.filter(pk=intake_id))
    content = json.loads(open_received(row, actor, purpose, at))["content"]
    return Opened(shown, content, _named(content.get("case")))


def _named(case_id: Any) -> tuple[UUID, str] | None:
    """The file that an opened item names, by its pseudonym; the office sees no more of it than that it is there."""
    if case_id is None:
        return None
    with as_engine():
        found = Case.objects.filter(pk=case_id).values_list("pk", "pseudonym").first()
    return (found[0], str(found[1])) if found else None


def _items(rows: QuerySet[Intake] | list[Intake]) -> list[Item]:
    found = list(rows)
    names = agency_names({row.agency_id for row in found})
    roles = dict(Member.objects.filter(pk__in={row.member_id for row in found}).values_list("pk", "roles"))
    return [
        Item(
            row.pk, row.action, row.why, names.get(row.agency_id, ""), tuple(roles.get(row.member_id, ())),
            row.recorded_at, row.occurred_at, row.due_at, row.state, row.because, row.child,
        )
        for row in found
    ]  # fmt: skip


def choices(actor: Actor, case_id: UUID | None) -> list[Choice]:
    """What may be matched or set aside, by kind and time; nothing of what it says."""
    with acting(actor):
        found = Intake.objects.exclude(state=intake.MATCHED).order_by("due_at", "recorded_at")[:PAGE]
        return [(str(row.pk), f"action:{row.action}") for row in found]
