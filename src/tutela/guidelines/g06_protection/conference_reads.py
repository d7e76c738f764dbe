"""Conferences on one person: as her workers read them, and as she does at her own door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from tutela.agencies.reads import Choice, agency_names
from tutela.cases.models import Consent
from tutela.engine.access import Actor, acting
from tutela.engine.models import Entry

from .care_models import PlanStep
from .conference_models import Conference

MOST = 30


@dataclass(frozen=True)
class Decision:
    """A step that was decided: who does what by when."""

    kind: str
    bearer_id: UUID
    bearer: str
    by_day: date
    ended_at: datetime | None
    end_how: str


@dataclass(frozen=True)
class Meeting:
    """One conference.

    Shape  names: of the agencies that are to come, and that came; minutes_in: the compartments that something is
           written in; seq: the entry that holds it, None where nothing was held or this reader may not see it
    """

    id: UUID
    purpose: str
    on_day: date
    state: str
    her_part: str
    her_part_at: datetime
    she_was_there: bool | None
    invited: tuple[str, ...]
    attended: tuple[str, ...]
    minutes_in: tuple[str, ...]
    seq: int | None
    decisions: tuple[Decision, ...]


def meetings(actor: Actor, case_id: UUID) -> list[Meeting]:
    """The conferences on a file, what is still to come first."""
    with acting(actor):
        rows = list(Conference.objects.filter(case_id=case_id).order_by("-on_day", "-called_at")[:MOST])
        steps = list(PlanStep.objects.filter(conference_id__in=[r.pk for r in rows]).order_by("by_day"))
        entries = Entry.objects.filter(subject_id=case_id, action="conference_ended", outcome="recorded")
        found = entries.order_by("seq").values_list("detail", "seq") if rows else ()
        seqs = {str(detail.get("made", {}).get("minutes")): seq for detail, seq in found}
        names = agency_names(
            {*(a for r in rows for a in (*r.agencies, *r.attended)), *(s.bearer_id for s in steps)}
        )
    shown = [_meeting(row, steps, names, seqs.get(str(row.pk))) for row in rows]
    return sorted(shown, key=lambda one: one.state != "called")


def _meeting(
    row: Conference, steps: list[PlanStep], names: dict[UUID | None, str], seq: int | None
) -> Meeting:
    return Meeting(
        row.pk,
        row.purpose,
        row.on_day,
        row.state,
        row.her_part,
        row.her_part_at,
        row.she_was_there,
        tuple(names.get(one, "") for one in row.agencies),
        tuple(names.get(one, "") for one in row.attended),
        tuple(row.minutes_in),
        seq,
        tuple(
            Decision(s.kind, s.bearer_id, names.get(s.bearer_id, ""), s.by_day, s.ended_at, s.end_how)
            for s in steps
            if s.conference_id == row.pk
        ),
    )


def may_come(actor: Actor, case_id: UUID, at: datetime) -> list[tuple[UUID, str, datetime | None]]:
    """To whom she has agreed, by name, and until when: only they can be called together."""
    with acting(actor):
        found = Consent.objects.filter(case_id=case_id, withdrawn_at=None, receiver_id__isnull=False)
        rows = [c for c in found.order_by("-given_at") if c.is_in_force(at) and c.receiver_id]
        names = agency_names({c.receiver_id for c in rows})
    longest: dict[UUID, datetime | None] = {}
    for row in rows:
        if row.receiver_id is None or row.receiver_id == actor.agency_id:
            continue
        held = longest.get(row.receiver_id, row.until)
        longest[row.receiver_id] = max(held, row.until) if held and row.until else None
    return [(one, names.get(one, ""), until) for one, until in longest.items()]


def of_hers(handle: str) -> tuple[list[dict[str, Any]], dict[UUID, list[Decision]]]:
    """Conferences on her as she reads them, and what each decided; nothing before the second step."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tutela_hers_conferences(%s)", [handle])
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        cursor.execute(
            "SELECT conference_id, kind, bearer_id, by_day, ended_at, end_how FROM tutela_hers_decisions(%s)",
            [handle],
        )
        decided: dict[UUID, list[Decision]] = {}
        for conference, kind, bearer, by_day, ended_at, end_how in cursor.fetchall():
            one = Decision(kind, bearer, "", by_day, ended_at, end_how)
            decided.setdefault(conference, []).append(one)
    return rows, decided


def choices(actor: Actor, case_id: UUID | None) -> list[Choice]:
    """Conferences on a file, the newest first."""
    with acting(actor):
        found = Conference.objects.filter(case_id=case_id).order_by("-on_day")[:MOST]
        return [(str(c.pk), f"enum:ConferencePurpose.{c.purpose} · {c.on_day}") for c in found]
