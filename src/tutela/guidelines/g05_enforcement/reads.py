"""What people read about charges, detention, custody and inquiries, each within what their agency was granted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q

from tutela.agencies.models import Agency
from tutela.agencies.reads import agency_names, party
from tutela.engine.access import Actor, acting
from tutela.engine.paper import render

from . import enquiry_reads
from .letter import content, file_name
from .models import (
    Charge,
    Conviction,
    Custody,
    Detention,
    Investigation,
    Letter,
    LinkAssessment,
    Operation,
    ProtectionPlan,
    WitnessMeasure,
)
from .steps_words import Ready


@dataclass(frozen=True)
class ChargeRead:
    """A charge with what was found about it, and what became of it.

    Shape  linked: True, False, or None when nobody could tell; assessed: whether anybody looked
    """

    charge: Charge
    assessed: bool
    linked: bool | None
    letters: tuple[Letter, ...]
    conviction: Conviction | None


@dataclass(frozen=True)
class Held:
    """Every detention on file, and the whole hours that the person was held, counted once where they overlap."""

    detentions: tuple[Detention, ...]
    hours: int
    is_held: bool


def only_charge(actor: Actor, case_id: UUID) -> tuple[str, str] | None:
    """Reference and offence of the charge, fine or conviction of a case on which there is one alone."""
    with acting(actor):
        brought, convicted = (
            kind.objects.filter(case_id=case_id).values_list("charge_ref", "offence")
            for kind in (Charge, Conviction)
        )
        found = list(brought.union(convicted)[:2])
    return found[0] if len(found) == 1 else None


def charges(actor: Actor, case_id: UUID, at: datetime | None = None) -> tuple[ChargeRead, ...]:
    """The charges and fines of a case, the newest first."""
    with acting(actor, at):
        found = Charge.objects.filter(case_id=case_id).order_by("-brought_at", "charge_ref")
        links = {
            (a.charge_ref, a.offence): a
            for a in LinkAssessment.objects.filter(case_id=case_id).order_by("id")
        }
        convictions = {(c.charge_ref, c.offence): c for c in Conviction.objects.filter(case_id=case_id)}
        letters: dict[str, list[Letter]] = {}
        for letter in Letter.objects.filter(case_id=case_id).order_by("sent_at"):
            letters.setdefault(letter.charge_ref, []).append(letter)
        return tuple(
            ChargeRead(
                charge=c,
                assessed=(c.charge_ref, c.offence) in links,
                linked=links[key].linked if (key := (c.charge_ref, c.offence)) in links else None,
                letters=tuple(letters.get(c.charge_ref, ())),
                conviction=convictions.get((c.charge_ref, c.offence)),
            )
            for c in found
        )


def convictions(actor: Actor, case_id: UUID, at: datetime | None = None) -> tuple[Conviction, ...]:
    """The convictions of a case, the newest first."""
    with acting(actor, at):
        return tuple(Conviction.objects.filter(case_id=case_id).order_by("-convicted_at"))


def held(actor: Actor, case_id: UUID, at: datetime) -> Held:
    """The detentions of a case, and the hours until `at` or the release."""
    with acting(actor, at):
        found = tuple(Detention.objects.filter(case_id=case_id).order_by("started_at"))
    return Held(found, hours_held([(d.started_at, d.ended_at) for d in found], at), _runs(found))


def _runs(found: tuple[Detention, ...]) -> bool:
    return any(d.ended_at is None for d in found)


def hours_held(spans: list[tuple[datetime, datetime | None]], until: datetime) -> int:
    """Whole hours in which at least one of these spans ran; an open one runs until `until`."""
    seconds, counted_to = 0.0, None
    for start, end in sorted(spans, key=lambda span: span[0]):
        stop = min(end or until, until)
        begin = start if counted_to is None else max(start, counted_to)
        if stop > begin:
            seconds += (stop - begin).total_seconds()
            counted_to = stop
    return int(seconds // 3600)


def custody(actor: Actor, case_id: UUID, at: datetime | None = None) -> tuple[Custody, ...]:
    """Custody that courts ordered, apart from detention, the newest first."""
    with acting(actor, at):
        return tuple(Custody.objects.filter(case_id=case_id).order_by("-started_at"))


def investigations(actor: Actor, case_id: UUID, at: datetime | None = None) -> tuple[Investigation, ...]:
    """Investigations opened, ended and refused."""
    with acting(actor, at):
        return tuple(Investigation.objects.filter(case_id=case_id).order_by("-opened_at", "-ended_at"))


def protection_plan(actor: Actor, case_id: UUID) -> ProtectionPlan | None:
    """The newest plan that protects somebody who testifies; None where there is none, or none that is theirs to see."""
    with acting(actor):
        return ProtectionPlan.objects.filter(case_id=case_id).order_by("-made_at").first()


@dataclass(frozen=True)
class LetterFile:
    """A letter as a file; its name says nothing of what is inside."""

    name: str
    content: bytes


def letter_file(
    actor: Actor,
    case_id: UUID,
    charge_ref: str,
    language: str,
    kind: str,
    at: datetime | None = None,
) -> LetterFile:
    """The newest letter about a charge, as it was sent, with its file name.

    Shape    language: en or zh-hans; kind: docx or pdf
    Raises   LookupError where there is none, or none that this actor may see; ValueError for another language or kind
    """
    with acting(actor, at):
        found = Letter.objects.filter(case_id=case_id, charge_ref=charge_ref).order_by("-sent_at").first()
        if found is None:
            raise LookupError("there is no such letter here")
        agencies = {a.pk: a for a in Agency.objects.filter(pk__in=(found.from_agency_id, found.to_agency_id))}
    sender, receiver = (
        party(agencies.get(pk), language) for pk in (found.from_agency_id, found.to_agency_id)
    )
    return LetterFile(file_name(found, kind), render(content(found, sender, receiver, language), kind))


def letter(
    actor: Actor, case_id: UUID, charge_ref: str, language: str, kind: str, at: datetime | None = None
) -> bytes:
    """The newest letter about a charge, as a file's content; see `letter_file`."""
    return letter_file(actor, case_id, charge_ref, language, kind, at).content


@dataclass(frozen=True)
class HeldPerson:
    """One file on which somebody is or was held: whole hours, counted once where detentions overlap."""

    case_id: UUID
    since: datetime
    hours: int
    is_held: bool
    said_free: bool = False


def people_held(actor: Actor, now: datetime, since: datetime, limit: int = 100) -> list[HeldPerson]:
    """Everybody who is held now or was after `since`, without a name: who is still held first, then the longest."""
    with acting(actor):
        found = Detention.objects.filter(Q(ended_at=None) | Q(ended_at__gt=since)).order_by("started_at")
        by_case: dict[UUID, list[Detention]] = {}
        for detention in found[: limit * 10]:
            by_case.setdefault(detention.case_id, []).append(detention)
    rows = [
        HeldPerson(
            case_id,
            own[0].started_at,
            hours_held([(d.started_at, d.ended_at) for d in own], now),
            _runs(tuple(own)),
            all(d.ended_at is not None or d.said_ended_at is not None for d in own),
        )
        for case_id, own in by_case.items()
    ]
    return sorted(rows, key=lambda row: (not row.is_held, -row.hours))[:limit]


Choice = tuple[str, str]


def _measures(actor: Actor, case_id: UUID | None) -> list[Choice]:
    with acting(actor):
        found = WitnessMeasure.objects.filter(case_id=case_id, state__in=("asked", "granted")).order_by(
            "asked_at"
        )
        return [(str(m.pk), f"enum:WitnessShield.{m.measure} · {m.asked_at:%Y-%m-%d}") for m in found]


def _operations(actor: Actor, case_id: UUID | None) -> list[Choice]:
    with acting(actor):
        found = Operation.objects.order_by("-on_day")
        return [(str(o.pk), f"{o.on_day:%Y-%m-%d} · {o.expected}") for o in found]


CHOICES: dict[str, Callable[[Actor, UUID | None], list[Choice]]] = {
    "witness_measure": _measures,
    "operation": _operations,
    "enquiry": enquiry_reads.choices,
}


@dataclass(frozen=True)
class OperationRead:
    """An operation with what is ready, and the places to sleep that nobody holds on its day.

    Shape  ready: by kind of care, for how many; None: nobody has said; agency: whose it is, if not the reader's
    """

    operation: Operation
    ready: dict[str, int | None]
    free_places: int
    agency: str = ""


#: Places to sleep that nobody holds on each of these days.
_FREE = """
SELECT d.day, (SELECT count(*) FROM g06_protection_place p WHERE p.is_open AND p.active
  AND NOT EXISTS (SELECT 1 FROM tutela_taken(d.day, d.day + 1) t WHERE t.place_id = p.id))
FROM unnest(%s::date[]) AS d(day)
"""


def operations(actor: Actor, at: datetime | None = None) -> tuple[OperationRead, ...]:
    """The operations of the actor's agency, the next one first; for a coordinator, of every agency."""
    with acting(actor, at):
        own = list(Operation.objects.order_by("begun_at", "on_day"))
        others = list(Operation.objects.raw("SELECT * FROM tutela_operations_everywhere()"))
        found = list({o.pk: o for o in (*own, *others)}.values())
        found.sort(key=lambda o: (o.begun_at is not None, o.on_day))
        names = agency_names({o.agency_id for o in others})
        with connection.cursor() as cursor:
            cursor.execute(_FREE, [[o.on_day for o in found]])
            free = dict(cursor.fetchall())
    return tuple(
        OperationRead(
            o,
            {str(item): o.ready.get(str(item)) for item in Ready},
            free.get(o.on_day, 0),
            names.get(o.agency_id, "") if o.agency_id != actor.agency_id else "",
        )
        for o in found
    )
