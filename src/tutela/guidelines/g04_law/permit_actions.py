"""The right to stay: citizenship, helping proceedings, permits asked for, given, refused and ended."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated, Any

from tutela.agencies.words import Sector
from tutela.cases.models import Case
from tutela.cases.words import SaidThrough
from tutela.engine import profile
from tutela.engine.actions import Act, Fact, Fault, InvalidAction, may
from tutela.engine.calendars import Unit
from tutela.engine.fields import YEARS, CaseId, Kept, Prose

from .models import Permit, PermitAnswer, Removal, RightToStay
from .words import PermitBecause, PermitDecision, StayGround

#: Term of the profile: how long before its end a permit's renewal is asked for.
RENEWAL = "permit_renewal_ahead"


class RecordRightToStay(Fact):
    """Whether the person is a citizen of this country. A citizen needs no stay of removal and no permit.

    Shape    citizen: None when nobody knows, which is read as no citizen
    Writes   RightToStay
    Source   G4.6
    """

    needs = "status"
    compartment = "status"
    need = "status"

    case: CaseId
    citizen: bool | None = None

    def apply(self, case: Case) -> None:
        """Writes what is known."""
        RightToStay.objects.update_or_create(case=case, defaults={"citizen": self.citizen})


class RecordCooperation(Act):
    """Write down that the person has decided to help the proceedings, or that she stops. Both are hers alone.

    Shape    told_other_grounds: she first heard on what other grounds she may stay
    Writes   RightToStay
    Source   G4.7, P8: beginning is voluntary, ending costs nothing
    """

    compartment = "status"
    herself = True
    need = "proceedings"
    provisions = ("G4.7",)

    case: CaseId
    cooperates: bool
    told_other_grounds: bool | None = None
    said_through: SaidThrough

    def apply(self, case: Case, at: datetime) -> None:
        """Writes the decision; nothing else changes by it."""
        RightToStay.objects.update_or_create(
            case=case, defaults={"cooperates": self.cooperates, "cooperates_since": at}
        )


class AskForPermit(Fact):
    """A residence permit, or its renewal, was asked for.

    Writes   PermitAnswer; a decision is owed
    Source   P9, G4.7
    """

    compartment = "status"
    need = "status"

    case: CaseId
    ground: StayGround

    def apply(self, case: Case, at: datetime) -> None:
        """Keeps that it was asked for."""
        PermitAnswer.objects.create(case=case, decision="asked", ground=self.ground, at=at)


class PermitGranted(Fact):
    """A residence permit was granted or renewed.

    Units    since, until: days; no end where `until` is left out
    Writes   Permit; its renewal is owed ahead of its end
    Source   P9, G4.7, G9.3
    """

    compartment = "status"
    need = "status"
    provisions = ("P9", "G4.7", "G9.3")

    case: CaseId
    ground: StayGround
    since: date
    until: date | None = None
    may_work: bool | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the permit in the place of the one before."""
        if self.until is not None and self.until < self.since:
            raise InvalidAction([Fault("until", "permit.dates", {})])
        Permit.objects.filter(case=case, ended_at=None).update(ended_at=at, because="replaced")
        made = Permit.objects.create(
            case=case,
            ground=self.ground,
            since=self.since,
            until=self.until,
            may_work=self.may_work,
            recorded_at=at,
        )
        return {"permit": made.pk, **_renew_by(self.until, at)}


def _renew_by(until: date | None, at: datetime) -> dict[str, date]:
    return {} if until is None else {"renew_by": ahead_of(until, RENEWAL, profile.current().day(at))}


_DAYS = {Unit.MONTHS: 30, Unit.YEARS: 365}


def ahead_of(day: date, key: str, today: date) -> date:
    """So long before a day as a term of the profile says: when somebody has to be told that it comes."""
    length = profile.current().term(key, today).length
    if length is None or day.year not in YEARS:
        return day
    return day - timedelta(days=length.amount * _DAYS.get(length.unit, 1))


class PermitRefused(Fact):
    """A residence permit was refused, withdrawn or not renewed, and why.

    Writes   PermitAnswer, Permit; a breach, where it was the price for not cooperating
    Source   P8, G4.7
    """

    compartment = "status"
    need = "status"

    case: CaseId
    decision: PermitDecision
    because: PermitBecause = PermitBecause.UNKNOWN
    reasons: Annotated[Prose, Kept("status")] | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Keeps the answer; what was withdrawn ends."""
        PermitAnswer.objects.create(case=case, decision=self.decision, because=self.because, at=at)
        if self.decision is PermitDecision.WITHDRAWN:
            Permit.objects.filter(case=case, ended_at=None).update(ended_at=at, because=self.because)


class EndPermit(Act):
    """End a residence permit, and say why.

    Writes   Permit
    Source   P8, G4.7, G9.3
    """

    who = may(Sector.IMMIGRATION, Sector.COURT)
    compartment = "status"
    needs = "status"
    need = "status"

    case: CaseId
    because: PermitBecause
    said_through: SaidThrough | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Ends the permit that nothing stood against ending."""
        Permit.objects.filter(case=case, ended_at=None).update(ended_at=at, because=self.because)


class RemovalOrderLifted(Fact):
    """A removal order was taken back.

    Writes   Removal.lifted_at
    Source   G4.6, P7
    """

    compartment = "status"
    need = "status"

    case: CaseId

    def apply(self, case: Case, at: datetime) -> None:
        """Lifts every order that stands."""
        Removal.objects.filter(case=case, state="ordered", lifted_at=None).update(lifted_at=at)
