"""Who works with whom, as an agency reads of its own people, and a coordinator of all, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F
from django.utils.translation import gettext_noop as _

from tutela.agencies.models import Member
from tutela.agencies.reads import Choice, named
from tutela.engine import profile
from tutela.engine.access import Actor, acting
from tutela.engine.sealing import open_
from tutela.people.identities import released
from tutela.people.keystore.store import Request

from . import workload
from .models import Case, Leave, Supervision, WorkerFor
from .worker_actions import ARRANGES, CLOSED_AS, info

WHY = _("To read one's own supervision")


@dataclass(frozen=True)
class Worker:
    """A member with the people they work with.

    Shape  load: with children counted heavier; supervised: the last one, next_on: the next; either may be None;
           silent: people on whose file this member has done nothing for too long
    """

    id: UUID
    name: str
    people: int
    children: int
    load: int
    away_until: date | None
    supervised: date | None
    next_on: date | None
    silent: int = 0


@dataclass(frozen=True)
class Talk:
    """A supervision of one member; `held_on` is None where only the first day is agreed.

    Shape  mine: the reader is one of the two, and words were kept
    """

    id: UUID
    held_on: date | None
    next_on: date
    by: str
    mine: bool


@dataclass(frozen=True)
class Held:
    """One person and who works with them; stands_in: somebody is there until a day.

    Shape  id: of the row that stands in, by which the person is given back
    """

    case_id: UUID
    pseudonym: str
    id: UUID | None = None
    until: date | None = None


def arranges(actor: Actor) -> bool:
    """Whether this is somebody who arranges work of an agency."""
    return not actor.is_monitor and ARRANGES.admits(actor.sector, actor.roles)


def workers(actor: Actor, at: datetime) -> list[Worker]:
    """The members of the actor's own agency, the heaviest load first."""
    today, (_most, child) = profile.current().day(at), workload.ceiling(at)
    with acting(actor):
        members = list(Member.objects.filter(agency_id=actor.agency_id, active=True).order_by("name"))
        with connection.cursor() as cursor:
            cursor.execute(workload.LOADS.format(which="w.agency_id = %s"), [actor.agency_id])
            loads = {row[0]: (row[1], row[2]) for row in cursor.fetchall()}
        away = Leave.objects.filter(agency_id=actor.agency_id, since__lte=today, until__gte=today)
        leaves = dict(away.values_list("member_id", "until"))
        talks = Supervision.objects.filter(agency_id=actor.agency_id)
        held: dict[UUID, tuple[date | None, date | None]] = {}
        for one in talks.order_by(F("held_on").asc(nulls_first=True)):
            held[one.member_id] = (one.held_on, one.next_on)
        silent = {row[2]: row[3] for row in _silent(at) if row[2]}
    found = [
        Worker(
            m.pk, m.name, *(load := loads.get(m.pk, (0, 0))), workload.weight(*load, child), leaves.get(m.pk),
            *held.get(m.pk, (None, None)), silent.get(m.pk, 0),
        )
        for m in members
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-one.load, one.name))


def people_of(actor: Actor, member_id: UUID) -> list[Held]:
    """The people of one colleague, with who stands in for them."""
    with acting(actor):
        own = WorkerFor.objects.filter(agency_id=actor.agency_id, ended_at=None)
        cases = list(own.filter(member_id=member_id, covers_id=None).values_list("case_id", flat=True))
        covers = {w.case_id: w for w in own.filter(case_id__in=cases, covers_id__isnull=False)}
        names = dict(Case.objects.filter(pk__in=cases, closed_at=None).values_list("pk", "pseudonym"))
    rows = [(case, name, covers.get(case)) for case, name in names.items()]
    found = [Held(case, name, w.pk if w else None, w.until if w else None) for case, name, w in rows]
    return sorted(found, key=lambda one: one.pseudonym)


def above(actor: Actor, at: datetime) -> list[tuple[str, int, int]]:
    """Agencies with workers above what is aimed at: (agency, how many, the heaviest load). Coordinators only."""
    most, child = workload.ceiling(at)
    with acting(actor), connection.cursor() as cursor:
        cursor.execute("SELECT names, workers, heaviest FROM tutela_workloads(%s, %s)", [most, child])
        return [(named(_names(row[0])), row[1], row[2]) for row in cursor.fetchall()]


def silent(actor: Actor, at: datetime) -> list[tuple[str, int]]:
    """Agencies whose workers have done nothing for somebody for too long: (agency, people). Coordinators only."""
    found: dict[str, int] = {}
    with acting(actor):
        for _agency, names, _member, people in _silent(at):
            name = named(_names(names))
            found[name] = found.get(name, 0) + people
    return sorted(found.items(), key=lambda one: (-one[1], one[0]))


def _silent(at: datetime) -> list[Any]:
    """(agency, names, member, people) of silent workers; within `acting`."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tutela_silent(%s)", [workload.silent_since(at)])
        return cursor.fetchall()


def talks_of(actor: Actor, member_id: UUID) -> tuple[str, list[Talk]] | None:
    """A colleague's name and their supervision, newest first; None for who is not of the actor's agency."""
    with acting(actor):
        member = Member.objects.filter(pk=member_id, agency_id=actor.agency_id).first()
        if member is None or not (arranges(actor) or member_id == actor.member_id):
            return None
        rows = list(
            Supervision.objects.filter(member_id=member_id).order_by(F("held_on").desc(nulls_last=True))
        )
        names = dict(Member.objects.filter(pk__in={r.by_member_id for r in rows}).values_list("pk", "name"))
    two = [
        Talk(
            r.pk, r.held_on, r.next_on, names.get(r.by_member_id, ""),
            r.keyset_id is not None and actor.member_id in (r.member_id, r.by_member_id),
        )
        for r in rows
    ]  # fmt: skip
    return member.name, two


def _names(value: object) -> dict[str, str]:
    import json

    found: dict[str, str] = json.loads(value) if isinstance(value, str) else value  # type: ignore[assignment]  # names
    return found


def supervision_words(actor: Actor, supervision_id: UUID, at: datetime) -> str | None:
    """What was said in one supervision, for the two whom it was between; None for everybody else.

    Raises   KeyStoreDown, KeyDestroyed
    """
    with acting(actor):
        row = Supervision.objects.filter(pk=supervision_id).first()
    if row is None or actor.member_id not in (row.member_id, row.by_member_id) or row.keyset_id is None:
        return None
    request = Request(actor.member_id, actor.agency_id, WHY, row.agency_id, CLOSED_AS, at)
    return open_(released(request, row.keyset_id), info(row.pk), bytes(row.sealed)).decode()


def stand_ins(actor: Actor, case_id: UUID | None) -> list[Choice]:
    """Who stands in for a colleague with this person."""
    with acting(actor):
        found = list(WorkerFor.objects.filter(case_id=case_id, ended_at=None, covers_id__isnull=False))
        names = dict(Member.objects.filter(pk__in=[w.member_id for w in found]).values_list("pk", "name"))
    return [(str(w.pk), f"{names.get(w.member_id, '')} · {w.until}") for w in found]


def of_hers(handle: str) -> list[tuple[str, UUID, date | None]]:
    """Who works with her now: (name, agency, until when), after the second step."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, agency_id, until FROM tutela_hers_workers(%s)", [handle])
        return [(row[0], row[1], row[2]) for row in cursor.fetchall()]
