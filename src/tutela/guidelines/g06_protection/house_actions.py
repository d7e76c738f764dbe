"""Houses from day to day: rules and incidents that restrict people, who is on call, what a shift leaves to the next."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from tutela.agencies.actions import OwnAgencyId
from tutela.agencies.models import Agency, Member
from tutela.agencies.words import Sector
from tutela.cases.models import Case
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, Fault, InvalidAction, may
from tutela.engine.fields import CaseId, Kept, Line, MemberId, Moment, Prose

from .care_models import HandOver, HouseRule, OnCall
from .care_words import Handed, Incident
from .models import Place

#: Who runs houses or answers calls at night.
RUNS = may(
    Sector.SHELTER, Sector.NGO, Sector.PROTECTION, Sector.CHILD_PROTECTION, Sector.HELPLINE, Sector.HEALTH,
    Sector.PROTECTION_OFFICE,
)  # fmt: skip


class StateHouseRule(Fact):
    """A rule of a house that keeps people in, or from their telephone, papers or visitors: in force, or lifted.

    Shape    legal_basis: the ground in law, in the words of the country's profile; what that does not admit is none
    Writes   HouseRule; a breach while it is in force without such a ground; whether the house's places are open
    Source   G1.5, G6.1: the monitor sees every restriction on movement; G2.6: who keeps people in runs no shelter
    """

    who = RUNS
    need = "setup"
    provisions = ("G6.1",)

    agency: OwnAgencyId
    house: Line
    rule: Incident
    lifted: bool = False
    legal_basis: Line | None = None

    def apply(self, agency: Agency, at: datetime) -> None:
        """Keeps the rule, or since when it is lifted. While people are kept in, nobody is placed there."""
        now = HouseRule.objects.filter(agency_id=agency.pk, house=self.house, rule=self.rule, lifted_at=None)
        if self.lifted:
            now.update(lifted_at=at)
        elif not now.exists():
            HouseRule.objects.create(agency_id=agency.pk, house=self.house, rule=self.rule, since=at)
        if self.rule is Incident.KEPT_IN:
            Place.objects.filter(agency_id=agency.pk, house=self.house).update(is_open=self.lifted)


class IncidentHappened(Fact):
    """Something happened to the person in a house. It never costs her the place.

    Shape    legal_basis: the ground in law of a restriction, in the words of the country's profile
    Source   G1.5, G6.1
    """

    compartment = "whereabouts"
    need = "shelter"
    provisions = ("G6.1",)

    case: CaseId
    incident: Incident
    legal_basis: Line | None = None
    words: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case) -> None:
        """Only the entry, and the breach that it opens or ends."""


class SetOnCall(Act):
    """Say who of your agency can be called, from when until when.

    Writes   OnCall
    Units    since, until: aware UTC
    Source   P8, G6.1: somebody answers in the first hour
    """

    who = RUNS
    need = "setup"

    agency: OwnAgencyId
    member: MemberId
    since: Moment
    until: Moment

    def apply(self, agency: Agency, at: datetime) -> dict[str, Any]:
        """Keeps the turn of a member of this agency. Raises InvalidAction for one that ends before it begins."""
        if self.until <= self.since:
            raise InvalidAction([Fault("until", "time.order", {})])
        if self.until <= at:
            raise InvalidAction([Fault("until", "date.past", {})])
        member = Member.objects.get(pk=self.member, agency=agency, active=True)
        made = OnCall.objects.create(
            agency_id=agency.pk, member_id=member.pk, since=self.since, until=self.until
        )
        return {"on_call": made.pk}


class HandOverShift(Fact):
    """Leave to the next shift what it has to know. What is said in words is sealed; no name belongs in it.

    Writes   HandOver
    Source   G6.1
    """

    who = RUNS
    need = "setup"

    agency: OwnAgencyId
    to_member: MemberId
    points: tuple[Handed, ...]
    words: Prose | None = None

    def apply(self, agency: Agency, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps the points, for a member of this agency."""
        member = Member.objects.get(pk=self.to_member, agency=agency, active=True)
        made = HandOver.objects.create(
            agency_id=agency.pk,
            from_member_id=by.member_id,
            to_member_id=member.pk,
            points=sorted(map(str, self.points)),
            at=at,
        )
        return {"hand_over": made.pk}
