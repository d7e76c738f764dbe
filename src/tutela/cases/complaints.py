"""Complaints as the monitor reads them: a list that says what each is about, and one opened for a purpose."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from tutela.agencies.models import Agency
from tutela.agencies.reads import Choice, agency_names, named
from tutela.engine.access import Actor, acting
from tutela.engine.models import Duty
from tutela.engine.sealing import open_
from tutela.people.identities import released
from tutela.people.keystore.store import Request

from .complaint_actions import ADVOCATES, COMPARTMENT, info
from .models import Complaint

PAGE = 100


@dataclass(frozen=True)
class Item:
    """One complaint, sealed. Whose it is, is the number of a file and no name.

    Shape  due_at: by when the monitor answers
    """

    id: UUID
    about: str
    against: str
    wants_advocate: bool
    advocate: str
    language: str
    made_at: datetime
    due_at: datetime | None
    answer: str

    def is_overdue(self, now: datetime) -> bool:
        """Whether its answer is late."""
        return not self.answer and self.due_at is not None and self.due_at < now


@dataclass(frozen=True)
class Opened:
    """One complaint with its words."""

    item: Item
    words: str = field(repr=False)


def items(actor: Actor) -> list[Item]:
    """Every complaint, unanswered and oldest first. Nothing for anybody but the monitor."""
    if not actor.is_monitor:
        return []
    with acting(actor):
        rows = list(Complaint.objects.order_by("-answered_at", "made_at")[:PAGE])
        due = dict(
            Duty.objects.filter(
                rule="complaint_answered", state="open", subject_id__in=[r.pk for r in rows]
            ).values_list("subject_id", "due_at")
        )
        names = agency_names({i for row in rows for i in (row.against_id, row.advocate_id)})
    found = [_item(row, names, due.get(row.pk)) for row in rows]
    return sorted(found, key=lambda one: (bool(one.answer), one.made_at))


def _item(row: Complaint, names: dict[UUID | None, str], due_at: datetime | None) -> Item:
    against, advocate = names.get(row.against_id, ""), names.get(row.advocate_id, "")
    return Item(
        row.pk,
        row.about,
        against,
        row.wants_advocate,
        advocate,
        row.language,
        row.made_at,
        due_at,
        row.answer,
    )


def opened(actor: Actor, complaint_id: UUID, purpose: str, at: datetime) -> Opened | None:
    """What a complaint says. The key store keeps the trace first. None for what is not there, or not the actor's.

    Raises   KeyStoreDown, KeyDestroyed; ValueError: no purpose
    """
    item = next((one for one in items(actor) if one.id == complaint_id), None)
    if item is None:
        return None
    with acting(actor):
        row = Complaint.objects.get(pk=complaint_id)
    request = Request(actor.member_id, actor.agency_id, purpose, row.pk, COMPARTMENT, at)
    text = open_(released(request, row.keyset_id), info(row.pk), bytes(row.sealed))
    return Opened(item, text.decode())


def advocates(actor: Actor) -> list[Choice]:
    """Who may stand at a person's side: agencies that house, hold and decide nothing."""
    with acting(actor):
        rows = Agency.objects.filter(active=True, sector__in=ADVOCATES).order_by("sector", "key")
        return [(str(pk), named(names)) for pk, names in rows.values_list("pk", "names")]


def choices(actor: Actor, case_id: UUID | None) -> list[Choice]:
    """Complaints without an answer, by what they are about and the day."""
    waits = [one for one in items(actor) if not one.answer]
    return [(str(one.id), f"enum:ComplaintAbout.{one.about} · {one.made_at:%Y-%m-%d}") for one in waits]
