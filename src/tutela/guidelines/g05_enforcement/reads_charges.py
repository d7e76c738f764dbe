"""Charges across files: what a prosecutor's agency sees and owes, and what waits to be assessed. No name is in it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Max, OuterRef, Subquery

from tutela.agencies.models import Grant, Member, Training
from tutela.agencies.reads import agency_names, named
from tutela.agencies.words import TrainingKind
from tutela.cases.models import Case
from tutela.cases.reads import Person, person
from tutela.engine.access import Actor, acting
from tutela.engine.duties import mark_of
from tutela.engine.models import Duty, Entry

from .models import Charge, Conviction, Letter, LinkAssessment

#: The clocks of a charge.
CLOCKS = ("letter_answered", "charge_stopped", "charge_link_assessed", "letter_to_prosecutor")
PAGE = 100


@dataclass(frozen=True)
class Link:
    """The newest assessment of a charge.

    Shape  linked: None when the assessor could not tell; trained_on: the assessor's latest training for this
    """

    linked: bool | None
    at: datetime
    agency: str
    sector: str
    trained_on: date | None


@dataclass(frozen=True)
class ChargeLine:
    """A charge with what was found about it, what was written, and which clocks run."""

    charge: Charge
    person: Person
    link: Link | None
    letters: tuple[Letter, ...]
    duties: tuple[Duty, ...]
    convicted: bool = False
    names: dict[Any, str] = field(default_factory=dict)

    def clock(self, rule: str = "") -> Duty | None:
        """The clock that is due first, of all of them or of one rule."""
        running = [d for d in self.duties if not rule or d.rule == rule]
        return min(running, key=lambda d: d.due_at.timestamp() if d.due_at else math.inf, default=None)

    @property
    def is_to_assess(self) -> bool:
        """Whether somebody has still to say if it is linked."""
        return self.link is None and self.charge.ended_at is None

    @property
    def unanswered(self) -> Letter | None:
        """The newest letter that has no answer yet."""
        return next((letter for letter in reversed(self.letters) if letter.answered_at is None), None)


@dataclass(frozen=True)
class Tried:
    """A charge that was refused here: the entry with the reasons that this reader may see."""

    person: Person
    entry: Entry
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Charges:
    """Everything that stands on the page of charges."""

    lines: list[ChargeLine]
    tried: list[Tried]


def across(actor: Actor, at: datetime) -> Charges:
    """The charges on the files that the actor's agency sees, and what it tried to charge and was refused."""
    with acting(actor):
        seen = Grant.objects.filter(agency_id=actor.agency_id, cut_at=None, until__gt=at, facts=True)
        ids = list(
            seen.filter(case_id__in=Charge.objects.values("case_id")).values_list("case_id", flat=True)
        )
        refused = list(
            Entry.objects.filter(action="bring_charge", outcome="refused", agency_id=actor.agency_id)
            .only("subject_id", "act_id", "recorded_at", "detail")
            .order_by("-recorded_at")[:PAGE]
        )
        everybody = {*ids, *(e.subject_id for e in refused)}
        people = {c.pk: person(c, at) for c in Case.objects.filter(pk__in=everybody)}
        lines = _lines(Charge.objects.filter(case_id__in=ids).order_by("-brought_at"), people)
    return Charges(lines, _tried(refused, people))


def one(actor: Actor, case_id: UUID, charge_id: UUID, at: datetime) -> ChargeLine | None:
    """One charge of one file; None for what is not the actor's or does not exist."""
    with acting(actor):
        people = {c.pk: person(c, at) for c in Case.objects.filter(pk=case_id)}
        lines = _lines(Charge.objects.filter(pk=charge_id, case_id=case_id), people)
    return lines[0] if lines else None


def of_file(actor: Actor, person: Person) -> list[ChargeLine]:
    """Every charge of one file, the newest first."""
    with acting(actor):
        return _lines(Charge.objects.filter(case_id=person.id).order_by("-brought_at"), {person.id: person})


def _lines(found: Iterable[Charge], people: dict[UUID, Person]) -> list[ChargeLine]:
    charges = [c for c in found if c.case_id in people][: 2 * PAGE]
    ids = {c.case_id for c in charges}
    links = _links(ids)
    letters: dict[tuple[UUID, str], list[Letter]] = {}
    for letter in Letter.objects.filter(case_id__in=ids).order_by("sent_at"):
        letters.setdefault((letter.case_id, letter.charge_ref), []).append(letter)
    duties: dict[tuple[UUID, str], list[Duty]] = {}
    for duty in Duty.objects.filter(subject_id__in=ids, rule__in=CLOCKS, state="open").order_by("due_at"):
        duties.setdefault((duty.subject_id, duty.ref), []).append(duty)
    convicted = set(
        Conviction.objects.filter(case_id__in=ids, quashed_at=None).values_list(
            "case_id", "charge_ref", "offence"
        )
    )
    wanted = {
        i for found in letters.values() for one in found for i in (one.from_agency_id, one.to_agency_id)
    }
    names = agency_names({*wanted, *(c.prosecutor_id for c in charges)})
    lines = [
        ChargeLine(
            c,
            people[c.case_id],
            links.get((c.case_id, c.charge_ref, c.offence)),
            tuple(letters.get((c.case_id, c.charge_ref), ())),
            (*duties.get((c.case_id, mark_of(c.case_id, c.charge_ref)), ()), *_whole_file(c, duties)),
            (c.case_id, c.charge_ref, c.offence) in convicted,
            names,
        )
        for c in charges
    ]
    return sorted(lines, key=_order)


def _whole_file(charge: Charge, duties: dict[tuple[UUID, str], list[Duty]]) -> list[Duty]:
    """Clocks of charges that stood before anybody was recognised: they name none, and belong to each that goes on."""
    return duties.get((charge.case_id, ""), []) if charge.ended_at is None else []


def _order(line: ChargeLine) -> tuple[bool, bool, float]:
    """What is over comes last; then children first, then what is due next."""
    clock = line.clock()
    due = clock.due_at if clock else None
    return (
        line.charge.ended_at is not None,
        not line.person.reads_as_child,
        due.timestamp() if due else math.inf,
    )


def _links(ids: Iterable[UUID]) -> dict[tuple[UUID, str, str], Link]:
    """The newest assessment of each charge, with who made it and whether trained when."""
    trained = (
        Training.objects.filter(member_id=OuterRef("pk"), kind=TrainingKind.LINK_ASSESSMENT)
        .values("member_id")
        .annotate(last=Max("completed_on"))
        .values("last")
    )
    found = list(LinkAssessment.objects.filter(case_id__in=list(ids)).order_by("id"))
    who = {
        m.pk: m
        for m in Member.objects.filter(pk__in={a.assessed_by for a in found})
        .select_related("agency")
        .annotate(trained_on=Subquery(trained))
    }
    links: dict[tuple[UUID, str, str], Link] = {}
    for one in found:
        member: Any = who.get(one.assessed_by)
        links[(one.case_id, one.charge_ref, one.offence)] = Link(
            one.linked,
            one.assessed_at,
            named(member.agency.names) if member else "",
            member.agency.sector if member else "",
            member.trained_on if member else None,
        )
    return links


def _tried(refused: list[Entry], people: dict[UUID, Person]) -> list[Tried]:
    """One line for each try; a refusal is sealed once for each compartment."""
    found: dict[UUID, Tried] = {}
    for entry in refused:
        if entry.subject_id not in people:
            continue
        before = found[entry.act_id].codes if entry.act_id in found else ()
        codes = tuple(dict.fromkeys((*before, *(entry.detail.get("codes") or ()))))
        found[entry.act_id] = Tried(people[entry.subject_id], entry, codes)
    return list(found.values())
