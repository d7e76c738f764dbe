"""What people read of groups: the event, the files found in it that they see, and the next deadline of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, Q

from tutela.agencies.reads import Choice
from tutela.cases.models import Case
from tutela.engine.access import Actor, acting
from tutela.engine.models import Duty

from .models import Group, GroupFile, Screening


@dataclass(frozen=True)
class GroupLine:
    """An event of the actor's agency: how many were screened, and how many have a file."""

    group: Group
    screened: int
    files: int


@dataclass(frozen=True)
class FoundLine:
    """One of those who were found. What the others said is not here."""

    case_id: UUID
    pseudonym: str
    standing: str
    due_at: datetime | None
    overdue: int


def groups(actor: Actor) -> list[GroupLine]:
    """The events of the actor's agency, newest first."""
    with acting(actor):
        found = list(Group.objects.order_by("-opened_at")[:50])
        ids = [g.pk for g in found]
        screened = dict(
            Screening.objects.filter(group_id__in=ids).values_list("group_id").annotate(n=Count("pk"))
        )
        files = dict(
            GroupFile.objects.filter(group_id__in=ids).values_list("group_id").annotate(n=Count("pk"))
        )
    return [GroupLine(g, screened.get(g.pk, 0), files.get(g.pk, 0)) for g in found]


def group(
    actor: Actor, group_id: UUID, now: datetime
) -> tuple[Group, list[FoundLine], list[Screening]] | None:
    """An event, the files found in it that the actor sees (the next due first), and screenings without a file."""
    with acting(actor):
        found = Group.objects.filter(pk=group_id).first()
        if found is None:
            return None
        cases = list(Case.objects.filter(found_in__group_id=group_id))
        due: dict[UUID, dict[str, Any]] = {
            row["subject_id"]: dict(row)
            for row in Duty.objects.filter(subject_id__in=[c.pk for c in cases], state="open")
            .values("subject_id")
            .annotate(next=Min("due_at"), late=Count("pk", filter=Q(due_at__lt=now)))
        }
        open_ones = list(
            Screening.objects.filter(group_id=group_id, case=None, expired_at=None).order_by("begun_at")
        )
    lines = [
        FoundLine(
            c.pk, c.pseudonym, c.standing, due.get(c.pk, {}).get("next"), due.get(c.pk, {}).get("late", 0)
        )
        for c in cases
    ]
    return (
        found,
        sorted(lines, key=lambda one: (one.due_at is None, one.due_at or now, one.pseudonym)),
        open_ones,
    )


def choices(actor: Actor, case_id: UUID | None) -> list[Choice]:
    """Events to choose from, by day and place."""
    with acting(actor):
        return [
            (str(g.pk), f"{g.opened_at:%Y-%m-%d} · {g.place}")
            for g in Group.objects.order_by("-opened_at")[:50]
        ]
