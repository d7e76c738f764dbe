"""Cooperation protocols between authorities and organisations: parties, routes, hours, and when they are in force."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from tutela.agencies.models import Agency
from tutela.agencies.words import Purpose, Role, Sector
from tutela.engine import profile
from tutela.engine.actions import Act, Fault, InvalidAction, may
from tutela.engine.fields import AgencyId, Line, Ref, Whole

from .models import OffRoute, Protocol, Route

ProtocolId = Annotated[UUID, Ref("protocol", subject=True)]
#: An answer that takes longer than a month is none.
Hours = Annotated[Whole, Field(ge=1, le=720)]


class AgreeProtocol(Act):
    """Put a cooperation protocol on file: its parties, from when, until when. Its routes are added one by one.

    Writes   Protocol
    Source   G2.3
    """

    who = may(Role.COORDINATOR)
    opens = "protocol"
    need = "setup"
    provisions = ("G2.3",)

    title: Line
    parties: tuple[AgencyId, ...]
    in_force_from: date
    in_force_until: date | None = None

    def apply(self, new: UUID) -> dict[str, Any]:
        """Makes the protocol. It needs two parties at least, and an end that does not lie before its beginning."""
        parties = set(self.parties)
        there = Agency.objects.filter(pk__in=parties, active=True).exclude(
            sector__in=[Sector.SYSTEM, Sector.MONITOR]
        )
        if len(parties) < 2 or there.count() != len(parties):
            raise InvalidAction([Fault("parties", "protocol.parties", {})])
        if self.in_force_until is not None and self.in_force_until < self.in_force_from:
            raise InvalidAction([Fault("in_force_until", "protocol.order", {})])
        Protocol.objects.create(
            subject_id=new,
            title=self.title,
            parties=sorted(parties),
            in_force_from=self.in_force_from,
            in_force_until=self.in_force_until,
        )
        return {"protocol": new}


class AddRoute(Act):
    """Add a route to a protocol: who refers to whom, for what, and within how many hours an answer comes.

    Shape    to_agency: where the route leads to one agency; else to every party of the sector
    Writes   Route
    Source   G2.3
    """

    who = may(Role.COORDINATOR)
    need = "setup"
    provisions = ("G2.3",)

    protocol: ProtocolId
    from_sector: Sector
    to_sector: Sector | None = None
    to_agency: AgencyId | None = None
    purpose: Purpose
    answer_hours: Hours

    def apply(self, protocol: Protocol) -> dict[str, Any]:
        """Makes the route between parties; it leads to a sector or to one of the parties."""
        to = Agency.objects.get(pk=self.to_agency) if self.to_agency else None
        sector = to.sector if to else self.to_sector
        if sector is None:
            raise InvalidAction([Fault("to_sector", "field.missing", {})])
        sectors = dict(Agency.objects.filter(pk__in=protocol.parties).values_list("pk", "sector"))
        if self.from_sector not in sectors.values():
            raise InvalidAction([Fault("from_sector", "protocol.no_party", {})])
        if sector not in sectors.values() or (to is not None and to.pk not in sectors):
            raise InvalidAction([Fault("to_agency" if to else "to_sector", "protocol.no_party", {})])
        made = Route.objects.create(
            protocol=protocol,
            from_sector=self.from_sector,
            to_sector=sector,
            to_agency_id=to.pk if to else None,
            purpose=self.purpose,
            answer_hours=self.answer_hours,
        )
        return {"route": made.pk}


class EndProtocol(Act):
    """Say on which day a protocol ends. Referrals sent before keep their time.

    Writes   Protocol.in_force_until
    Source   G2.3
    """

    who = may(Role.COORDINATOR)
    need = "setup"
    provisions = ("G2.3",)

    protocol: ProtocolId
    ends_on: date

    def apply(self, protocol: Protocol) -> None:
        """Notes the last day."""
        if self.ends_on < protocol.in_force_from:
            raise InvalidAction([Fault("ends_on", "protocol.order", {})])
        protocol.in_force_until = self.ends_on
        protocol.save(update_fields=["in_force_until"])


def route_for(sender_id: UUID, to: Agency, purpose: str, at: datetime) -> Route | None:
    """The route that a referral follows on that day: to this very agency before its sector, the quickest first."""
    sender = Agency.objects.get(pk=sender_id)
    day = profile.current().day(at)
    found = Route.objects.filter(
        protocol__parties__contains=[sender_id, to.pk],
        protocol__in_force_from__lte=day,
        from_sector=sender.sector,
        to_sector=to.sector,
        purpose=purpose,
    )
    live = [r for r in found.select_related("protocol") if _is_live(r, to.pk, day)]
    return min(live, key=lambda r: (r.to_agency_id is None, r.answer_hours), default=None)


def _is_live(route: Route, to_id: UUID, day: date) -> bool:
    ends = route.protocol.in_force_until
    return (ends is None or day <= ends) and route.to_agency_id in (None, to_id)


def tell_coordinator(sender_id: UUID, to_id: UUID, purpose: str, at: datetime) -> None:
    """Keeps for the coordinator that somebody was referred where no protocol leads: from whom, to whom, what for."""
    coordinators = Agency.objects.filter(sector=Sector.COORDINATION, active=True)
    lead = coordinators.order_by("-lead", "key").values_list("pk", flat=True).first()
    OffRoute.objects.create(
        coordinator_id=lead,
        from_agency_id=sender_id,
        to_agency_id=to_id,
        purpose=purpose,
        month=profile.current().day(at).replace(day=1),
    )
