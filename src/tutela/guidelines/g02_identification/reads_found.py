"""What people may read of the way to asylum, of cooperation protocols, and of what was referred outside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Min

from tutela.agencies.reads import Choice, agency_names
from tutela.engine.access import Actor, acting

from .models import AsylumClaim, OffRoute, Protocol, Route

PAGE = 100
#: As many gaps as a coordinator closes one by one.
MOST = 20


@dataclass(frozen=True)
class RouteLine:
    """A route in names and codes."""

    from_sector: str
    to_sector: str
    to_agency: str
    purpose: str
    answer_hours: int


@dataclass(frozen=True)
class ProtocolLine:
    """A protocol with its parties and routes.

    Shape  state: coming, in_force or ended, on the day asked for
    """

    id: UUID
    title: str
    parties: tuple[str, ...]
    since: date
    until: date | None
    state: str
    routes: tuple[RouteLine, ...]
    is_ours: bool


@dataclass(frozen=True)
class Gap:
    """Referrals that no protocol foresaw, from one agency to another for one purpose. No person is behind it.

    Shape  since: the month of the first one that is counted
    """

    sender: str
    receiver: str
    purpose: str
    since: date
    count: int


def asylum(actor: Actor, case_id: UUID) -> AsylumClaim | None:
    """The person's newest claim, for whoever may read the right to stay."""
    with acting(actor):
        return AsylumClaim.objects.filter(case_id=case_id).order_by("-wished_at").first()


def protocols(actor: Actor, today: date) -> list[ProtocolLine]:
    """Every protocol: those of the actor's agency first, then those in force, the newest first."""
    with acting(actor):
        found = list(Protocol.objects.order_by("-in_force_from").prefetch_related("routes")[:PAGE])
        routes = {p.pk: list(p.routes.all()) for p in found}
        wanted = {a for p in found for a in p.parties}
        names = agency_names({*wanted, *(r.to_agency_id for some in routes.values() for r in some)})
    lines = [_line(p, routes[p.pk], names, actor, today) for p in found]
    return sorted(lines, key=lambda one: (not one.is_ours, one.state != "in_force"))


def _line(
    protocol: Protocol,
    routes: Iterable[Route],
    names: dict[UUID | None, str],
    actor: Actor,
    today: date,
) -> ProtocolLine:
    ends = protocol.in_force_until
    state = "ended" if ends is not None and ends < today else "in_force"
    return ProtocolLine(
        id=protocol.pk,
        title=protocol.title,
        parties=tuple(sorted(names.get(a, "") for a in protocol.parties)),
        since=protocol.in_force_from,
        until=ends,
        state="coming" if protocol.in_force_from > today else state,
        routes=tuple(
            RouteLine(r.from_sector, r.to_sector, names.get(r.to_agency_id, ""), r.purpose, r.answer_hours)
            for r in sorted(routes, key=lambda r: (r.from_sector, r.purpose, r.to_sector))
        ),
        is_ours=actor.agency_id in protocol.parties,
    )


def gaps(actor: Actor) -> list[Gap]:
    """What was referred outside any route, the most frequent first; empty for who coordinates nothing."""
    with acting(actor):
        rows = (
            OffRoute.objects.values_list("from_agency_id", "to_agency_id", "purpose")
            .annotate(count=Count("id"), since=Min("month"))
            .order_by("-count", "purpose")[:MOST]
        )
        found = list(rows)
        names = agency_names({i for sender, receiver, *_ in found for i in (sender, receiver)})
    return [Gap(names.get(s, ""), names.get(r, ""), p, since, n) for s, r, p, n, since in found]


def choices(actor: Actor, case_id: UUID | None = None) -> list[Choice]:
    """Protocols to choose from, for who coordinates."""
    with acting(actor):
        found = Protocol.objects.order_by("-in_force_from")[:PAGE]
        return [(str(p.pk), f"{p.title} · {p.in_force_from:%Y-%m-%d}") for p in found]
