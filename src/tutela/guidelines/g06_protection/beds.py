"""Beds as people work with them: the calendar of a house, what fits one person and why, want of places.

Always within `acting(actor)`. That a bed is gone, whoever places people may know; whose it is, only who sees the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from tutela.agencies.reads import agency_names
from tutela.cases import reads as cases
from tutela.cases.facts import AgeFacts
from tutela.cases.models import Case
from tutela.cases.words import Sex
from tutela.engine.access import Actor, acting

from .matching import Taken, fitting, taken
from .models import Place, Placement, Threat
from .reads import WHO_PLACES
from .words import ForSex, ForWhom

#: A stay that ends within so many days, with nothing after it, is shown.
SOON = 7


@dataclass(frozen=True)
class Stretch:
    """Some nights of one place in a row: free, held by an offer, or slept in.

    Shape  first, last: nights within the window; since, until: of the whole stay, until is the day of leaving
    """

    place: Place
    state: str
    first: date
    last: date
    since: date
    until: date
    case_id: UUID | None = None
    pseudonym: str = ""
    placement_id: UUID | None = None

    @property
    def nights(self) -> int:
        """How many nights of the window it covers."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class Stay:
    """Who has, or is offered, which place, for which nights."""

    id: UUID
    place: Place
    since: date
    until: date
    state: str
    case_id: UUID | None
    pseudonym: str
    urgent: bool = False
    answer_by: datetime | None = None


@dataclass(frozen=True)
class Calendar:
    """The places of one agency over some nights, and what there is to do about them today."""

    days: list[date]
    rows: list[tuple[Place, list[Stretch]]] = field(default_factory=list)
    offers: list[Stay] = field(default_factory=list)
    held: list[Stay] = field(default_factory=list)
    arriving: list[Stay] = field(default_factory=list)
    leaving: list[Stay] = field(default_factory=list)
    ending: list[Stay] = field(default_factory=list)
    empty: list[Place] = field(default_factory=list)


@dataclass(frozen=True)
class Fit:
    """One place as it is for one person: what speaks for it, and why it cannot be offered.

    Shape  why_not: codes; empty means it can be offered. shares: languages that the house and the person both speak
    """

    place: Place
    agency: str
    why_not: tuple[str, ...]
    shares: tuple[str, ...]
    rank: int = 0


@dataclass(frozen=True)
class Want:
    """How many places for one group are free, of how many."""

    for_whom: str
    for_sex: str
    free: int
    all: int


def may_place(actor: Actor) -> bool:
    """Whether the actor looks at houses at all."""
    return actor.sector in WHO_PLACES


def calendar(actor: Actor, since: date, nights: int, today: date) -> Calendar:
    """The actor's own places over some nights, with everything that today asks for."""
    days = [since + timedelta(days=n) for n in range(nights)]
    start, end = min(since, today) - timedelta(days=1), max(days[-1], today + timedelta(days=SOON))
    with acting(actor):
        places = list(Place.objects.filter(agency_id=actor.agency_id, active=True).order_by("house", "label"))
        if not places:
            return Calendar(days)
        own = {p.pk: p for p in places}
        gone = [t for t in taken(start, end + timedelta(days=1)) if t.place_id in own]
        seen = [_stay(p, own[p.place_id]) for p in _placements(own, start, end)]
        later = _last_nights({s.case_id for s in seen if s.case_id})
    live = [s for s in seen if s.state in ("offered", "accepted")]
    named = {(s.place.pk, s.since): s for s in live}
    hidden = [
        Stay(t.place_id, own[t.place_id], t.nights.lower, t.nights.upper, t.state, None, "")
        for t in gone
        if (t.place_id, t.nights.lower) not in named
    ]
    asleep = {t.place_id for t in gone if today in t.nights}
    soon = today + timedelta(days=SOON)
    return Calendar(
        days=days,
        rows=[(p, _stretches(p, days, [t for t in gone if t.place_id == p.pk], named)) for p in places],
        offers=[s for s in live if s.state == "offered"],
        held=[s for s in hidden if s.state == "offered"],
        arriving=[s for s in [*live, *hidden] if s.since == today],
        leaving=[s for s in seen if s.until == today and s.state in ("accepted", "ended")],
        ending=[
            s
            for s in live
            if s.state == "accepted" and today < s.until <= soon and later.get(s.case_id) == s.until
        ],
        empty=[p for p in places if p.pk not in asleep],
    )


def _placements(own: Iterable[UUID], start: date, end: date) -> list[Placement]:
    found = Placement.objects.filter(
        place_id__in=list(own),
        nights__overlap=(start, end + timedelta(days=1)),
        state__in=["offered", "accepted", "ended"],
    )
    return list(found.select_related("case").order_by("nights"))


def _stay(placement: Placement, place: Place) -> Stay:
    return Stay(
        placement.pk, place, placement.nights.lower, placement.nights.upper, placement.state,
        placement.case_id, placement.case.pseudonym, placement.urgent, placement.answer_by,
    )  # fmt: skip


def _last_nights(case_ids: set[UUID]) -> dict[UUID | None, date]:
    """The day on which each person's last stay or offer ends, in whatever house."""
    found: dict[UUID | None, date] = {}
    rows = Placement.objects.filter(case_id__in=case_ids, state__in=["offered", "accepted"])
    for case_id, nights in rows.values_list("case_id", "nights"):
        found[case_id] = max(found.get(case_id, nights.upper), nights.upper)
    return found


def _stretches(
    place: Place, days: list[date], gone: list[Taken], named: dict[tuple[UUID, date], Stay]
) -> list[Stretch]:
    """A row of the calendar: stays as one piece each, free nights one by one."""
    row: list[Stretch] = []
    for day in days:
        held = next((t for t in gone if day in t.nights), None)
        if held is None:
            row.append(Stretch(place, "free", day, day, day, day + timedelta(days=1)))
            continue
        since, until = held.nights.lower, held.nights.upper
        last = row[-1] if row else None
        if last is not None and last.state != "free" and last.since == since:
            continue
        stay = named.get((place.pk, since))
        row.append(
            Stretch(
                place, held.state, day, min(until - timedelta(days=1), days[-1]), since, until,
                stay.case_id if stay else None, stay.pseudonym if stay else "", stay.id if stay else None,
            )
        )  # fmt: skip
    return row


def own_place(actor: Actor, place_id: UUID) -> Place | None:
    """One place of the actor's own agency."""
    with acting(actor):
        return Place.objects.filter(pk=place_id, agency_id=actor.agency_id, active=True).first()


def fits(
    actor: Actor, case_id: UUID, since: date, until: date, step_free: bool, at: datetime
) -> tuple[cases.Person, list[Fit]] | None:
    """Every open place there is, as it is for one person on these nights; None for a case that is not the actor's."""
    if not may_place(actor):
        return None
    with acting(actor):
        case = Case.objects.filter(pk=case_id).first()
        if case is None:
            return None
        places = list(Place.objects.filter(active=True).order_by("house", "label"))
        gone = {t.place_id for t in taken(since, until)}
        unsafe = set(Threat.objects.filter(case=case, ended_at=None).values_list("area", flat=True)) - {""}
        names = agency_names({p.agency_id for p in places})
    found = [
        _fit(p, case, names.get(p.agency_id, ""), p.pk in gone, p.area in unsafe, step_free, since)
        for p in places
    ]
    found.sort(key=lambda f: (f.rank, not f.shares, f.agency, f.place.house, f.place.label))
    return cases.person(case, at), found


def _fit(
    place: Place, case: Case, agency: str, is_gone: bool, is_unsafe: bool, step_free: bool, since: date
) -> Fit:
    age = AgeFacts(case.age_basis, case.age_low, case.age_on, since, case.age_high)
    kinds = [str(kind) for kind in fitting(age.may_be_child)]
    why = [
        code
        for code, holds in (
            ("closed", not place.is_open),
            ("unsafe", is_unsafe),
            ("age", place.for_whom not in kinds),
            ("sex", not _takes(place, case.sex)),
            ("steps", step_free and not place.step_free),
            ("taken", is_gone),
        )
        if holds
    ]
    shares = tuple(code for code in case.languages if code in place.languages)
    rank = kinds.index(place.for_whom) if place.for_whom in kinds else len(kinds)
    return Fit(place, agency, tuple(why), shares, rank)


def _takes(place: Place, sex: str) -> bool:
    return place.for_sex == ForSex.ANYONE or (sex in (Sex.FEMALE, Sex.MALE) and place.for_sex == sex)


def people_for(
    actor: Actor, place: Place, since: date, until: date, at: datetime
) -> list[tuple[cases.Person, tuple[str, ...]]]:
    """People of the actor's files for one bed: (person, why it cannot be offered), those who can have it first."""
    listed = [p for p in cases.case_list(actor, at).rows if p.closed_at is None]
    ids = [p.id for p in listed]
    with acting(actor):
        files = {c.pk: c for c in Case.objects.filter(pk__in=ids)}
        threats = Threat.objects.filter(case_id__in=ids, ended_at=None, area=place.area).exclude(area="")
        unsafe = set(threats.values_list("case_id", flat=True))
        sleeping = Placement.objects.filter(
            case_id__in=ids, state="accepted", nights__overlap=(since, until)
        ).exclude(place=place)
        housed = set(sleeping.values_list("case_id", flat=True))
        is_gone = any(t.place_id == place.pk for t in taken(since, until))
    found = []
    for one in listed:
        why = _fit(place, files[one.id], "", is_gone, one.id in unsafe, False, since).why_not
        found.append((one, (*why, "has_one") if one.id in housed else why))
    return sorted(found, key=lambda row: bool(row[1]))


def want(actor: Actor, since: date, until: date) -> list[Want]:
    """For each group that any house is for: how many open places are free. None free is shown, for it is want.

    Source  G6.1
    """
    if not may_place(actor):
        return []
    with acting(actor):
        gone = {t.place_id for t in taken(since, until)}
        rows = list(Place.objects.filter(active=True, is_open=True).values_list("id", "for_whom", "for_sex"))
    found = []
    for whom in ForWhom:
        for sex in ForSex:
            these = [pk for pk, w, s in rows if w == whom and s == sex]
            if these or sex is ForSex.ANYONE:
                found.append(Want(str(whom), str(sex), sum(pk not in gone for pk in these), len(these)))
    return found


def stays_of(actor: Actor, case_id: UUID, today: date) -> list[Stay]:
    """Places that one person has or is offered, from today on, in their order."""
    with acting(actor):
        return _stays(case_id, today)


def _stays(case_id: UUID, today: date) -> list[Stay]:
    found = Placement.objects.filter(
        case_id=case_id, state__in=["offered", "accepted"], nights__endswith__gt=today
    )
    return [_stay(p, p.place) for p in found.select_related("case", "place").order_by("nights")]


@dataclass(frozen=True)
class Whereabouts:
    """Where one person sleeps and since when they are threatened, as far as the actor may know."""

    stays: list[Stay]
    threatened_since: datetime | None


def whereabouts(actor: Actor, case_id: UUID, today: date) -> Whereabouts:
    """What stands on top of a file of safety; nothing for whoever does not see that part of it."""
    with acting(actor):
        stays = _stays(case_id, today)
        open_threats = Threat.objects.filter(case_id=case_id, ended_at=None).order_by("at")
        return Whereabouts(stays, open_threats.values_list("at", flat=True).first())
