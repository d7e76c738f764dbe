"""What people may read of places, help and threats. Always within `acting(actor)`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from tutela.agencies.reads import Choice
from tutela.agencies.words import Sector
from tutela.cases.models import Case
from tutela.engine import profile
from tutela.engine.access import Actor, acting
from tutela.engine.time import system_clock

from .matching import Taken, free_places, taken
from .models import HealthRecord, Place, Placement, Service, Threat
from .reads_plan import CHOICES_PLAN
from .words import ForSex, ForWhom

#: Nights shown on the board of a house, and asked about where nobody said which.
NIGHTS = 14
#: Who may look at the list of houses at all: nobody who enforces, prosecutes or removes.
WHO_PLACES = frozenset(
    {
        Sector.SHELTER, Sector.NGO, Sector.PROTECTION, Sector.CHILD_PROTECTION, Sector.HELPLINE, Sector.HEALTH,
        Sector.LABOUR_INSPECTION, Sector.BORDER, Sector.POLICE, Sector.ASYLUM, Sector.PROTECTION_OFFICE,
        Sector.COORDINATION,
    }
)  # fmt: skip


@dataclass(frozen=True)
class Bed:
    """One place on the board of a house.

    Shape  nights: for each night from the first one on, whose it is (a pseudonym), `held`, or nothing
    """

    place: Place
    nights: tuple[str, ...]


def board(actor: Actor, since: date, nights: int = NIGHTS, at: datetime | None = None) -> list[Bed]:
    """The actor's own places and who sleeps in them, night by night; an offer holds a place."""
    until = since + timedelta(days=nights)
    with acting(actor, at):
        places = list(Place.objects.filter(agency_id=actor.agency_id, active=True).order_by("house", "label"))
        gone = taken(since, until)
        known = Placement.objects.filter(place__in=places, state="accepted", nights__overlap=(since, until))
        names = {(p.place_id, p.nights.lower): str(p.case) for p in known.select_related("case")}
    days = [since + timedelta(days=n) for n in range(nights)]
    return [Bed(place, tuple(_who(place, day, gone, names) for day in days)) for place in places]


def _who(place: Place, day: date, gone: list[Taken], names: dict[tuple[UUID, date], str]) -> str:
    held = next((t for t in gone if t.place_id == place.pk and day in t.nights), None)
    return names.get((place.pk, held.nights.lower), "held") if held else ""


def free_for(
    actor: Actor, case_id: UUID, since: date, until: date, step_free: bool = False, at: datetime | None = None
) -> list[Place]:
    """Places that are free and fit this person, best first; nothing for a case that is not the actor's."""
    if actor.sector not in WHO_PLACES:
        return []
    with acting(actor, at):
        case = Case.objects.filter(pk=case_id).first()
        return free_places(case, since, until, step_free) if case else []


def want_of_places(
    actor: Actor, since: date, until: date, at: datetime | None = None
) -> list[tuple[str, str, int]]:
    """How many places are free for each group: (for whom, for which sex, free). Zero is shown: it is want."""
    with acting(actor, at):
        gone = [t.place_id for t in taken(since, until)]
        free = Place.objects.filter(active=True, is_open=True).exclude(id__in=gone)
        found = list(free.values_list("for_whom", "for_sex"))
    return [
        (str(whom), str(sex), sum(1 for f in found if f == (whom, sex))) for whom in ForWhom for sex in ForSex
    ]


def _places(actor: Actor, case_id: UUID | None) -> list[Choice]:
    if case_id is None or actor.sector not in WHO_PLACES:
        return []
    tonight = profile.current().day(system_clock())
    with acting(actor):
        case = Case.objects.filter(pk=case_id).first()
        if case is None:
            return []
        fitting = free_places(case, tonight, tonight + timedelta(days=1))
        rest = Place.objects.filter(active=True, is_open=True).exclude(id__in=[p.pk for p in fitting])
        rest = rest.exclude(id__in=[t.place_id for t in taken(tonight, tonight + timedelta(days=1))])
        return [(str(p.pk), _said(p)) for p in [*fitting, *rest.order_by("house", "label")]]


def _said(place: Place) -> str:
    """A place with the people whom it is for."""
    sex = "" if place.for_sex == ForSex.ANYONE else f" · enum:ForSex.{place.for_sex}"
    return f"{place.house} · {place.label} · enum:ForWhom.{place.for_whom}{sex}"


def _placements(actor: Actor, case_id: UUID | None) -> list[Choice]:
    with acting(actor):
        held = Placement.objects.filter(case_id=case_id, state__in=["offered", "accepted"]).select_related(
            "place"
        )
        return [(str(p.pk), f"{p.place.house} · {p.place.label} · {p.nights.lower}") for p in held]


def _services(actor: Actor, case_id: UUID | None) -> list[Choice]:
    with acting(actor):
        found = Service.objects.filter(case_id=case_id, state__in=["offered", "accepted"]).order_by(
            "-offered_at"
        )
        return [(str(s.pk), f"enum:ServiceKind.{s.kind}") for s in found]


def _threats(actor: Actor, case_id: UUID | None) -> list[Choice]:
    with acting(actor):
        return [
            (str(t.pk), f"{t.at:%Y-%m-%d}") for t in Threat.objects.filter(case_id=case_id).order_by("-at")
        ]


def _treatments(actor: Actor, case_id: UUID | None) -> list[Choice]:
    with acting(actor):
        found = HealthRecord.objects.filter(case_id=case_id, told_at=None).order_by("-at")
        return [(str(h.pk), f"{h.at:%Y-%m-%d}") for h in found]


CHOICES: dict[str, Callable[[Actor, UUID | None], list[Choice]]] = {
    "place": _places,
    "placement": _placements,
    "service": _services,
    "threat": _threats,
    "health_record": _treatments,
    **CHOICES_PLAN,
}
