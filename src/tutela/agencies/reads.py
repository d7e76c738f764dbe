"""What people may read of agencies: who is signed in, who takes part, who is called in an emergency."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.utils.translation import get_language

from tutela.engine.access import Actor, acting
from tutela.engine.paper import Party

from .models import Agency, Member
from .words import Sector

Choice = tuple[str, str]

#: Who is called first when somebody is in danger.
EMERGENCY = (
    Sector.HELPLINE,
    Sector.PROTECTION_OFFICE,
    Sector.SHELTER,
    Sector.CHILD_PROTECTION,
    Sector.HEALTH,
)

_WHO = """
SELECT s.member_id, s.agency_id, s.sector, s.roles, m.name, m.unit, a.names, tutela_session_used(%s)
FROM tutela_may(%s, '{}', 'facts', now()) s
JOIN agencies_member m ON m.id = s.member_id JOIN agencies_agency a ON a.id = s.agency_id
"""


@dataclass(frozen=True)
class SignedIn:
    """Whoever is at the keyboard: the actor, and the words that a page shows of them."""

    actor: Actor
    name: str
    unit: str
    agency_names: dict[str, str]

    @property
    def agency(self) -> str:
        """The agency's name in the reader's language."""
        return named(self.agency_names)


@dataclass(frozen=True)
class Phone:
    """An agency to call, with its number."""

    agency_id: UUID
    name: str
    sector: str
    number: str


def named(names: dict[str, str]) -> str:
    """A name in the reader's language, else in English."""
    return names.get(get_language() or "en") or names.get("en") or ""


def who_is(handle: str) -> SignedIn | None:
    """The member whose session this is, in one statement; None when it has ended."""
    import json

    with connection.cursor() as cursor:
        cursor.execute(_WHO, [handle, handle])
        row = cursor.fetchone()
    if row is None:
        return None
    actor = Actor(handle, row[0], row[1], row[2], frozenset(row[3]))
    names = json.loads(row[6]) if isinstance(row[6], str) else row[6]
    return SignedIn(actor, row[4], row[5], names)


def agency_names(ids: Iterable[UUID | None]) -> dict[UUID | None, str]:
    """The names of agencies in the reader's language, by id. Needs no `acting`: agencies are public."""
    wanted = {i for i in ids if i is not None}
    if not wanted:
        return {}
    rows = Agency.objects.filter(pk__in=wanted).values_list("pk", "names")
    return {pk: named(names) for pk, names in rows}


def party(agency: Agency | None, language: str) -> Party:
    """An agency as a letter in a language names it; an empty one where it is not known."""
    if agency is None:
        return Party("")
    return Party(agency.names.get(language) or agency.names.get("en") or agency.key, agency.phone)


def party_of(agency_id: UUID | None, language: str) -> Party:
    """The same by its id. Needs no `acting`: agencies are public."""
    return party(Agency.objects.filter(pk=agency_id).first() if agency_id else None, language)


def party_of_member(actor: Actor, member_id: UUID, language: str) -> Party:
    """The agency of a member, as a letter names it; an empty one for whom the actor may not know."""
    with acting(actor):
        member = Member.objects.filter(pk=member_id).select_related("agency").first()
    return party(member.agency if member else None, language)


def all_agency_names() -> dict[UUID | None, str]:
    """The names of all agencies but Tutela itself, by sector. Needs no `acting`: agencies are public."""
    rows = Agency.objects.exclude(sector=Sector.SYSTEM).order_by("sector", "key").values_list("pk", "names")
    return {pk: named(names) for pk, names in rows}


def emergency_numbers() -> list[Phone]:
    """Agencies with a number, those first who answer at any hour."""
    order = {str(sector): place for place, sector in enumerate(EMERGENCY)}
    found = Agency.objects.filter(active=True, sector__in=order).exclude(phone="")
    phones = [Phone(a.pk, named(a.names), a.sector, a.phone) for a in found]
    return sorted(phones, key=lambda p: (order[p.sector], p.name))


def agencies(actor: Actor, case_id: UUID | None = None) -> list[Choice]:
    """Every agency that takes part, by sector and name."""
    with acting(actor):
        rows = list(
            Agency.objects.filter(active=True)
            .exclude(sector=Sector.SYSTEM)
            .values_list("pk", "names", "sector")
            .order_by("sector", "key")
        )
    return [(str(pk), named(names)) for pk, names, _ in rows]


def members(actor: Actor, case_id: UUID | None = None) -> list[Choice]:
    """Members of the actor's own agency."""
    with acting(actor):
        found = Member.objects.filter(agency_id=actor.agency_id, active=True).order_by("name")
        return [(str(pk), name) for pk, name in found.values_list("pk", "name")]


#: The functions that list what an id may be, by the kind of the id.
CHOICES: dict[str, Callable[[Actor, UUID | None], list[Choice]]] = {"agency": agencies, "member": members}
