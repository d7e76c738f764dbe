"""Time to recover, asserted danger, the stay of a removal and its review."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from tutela.agencies.words import Sector
from tutela.cases.facts import AgeFacts
from tutela.cases.models import Case
from tutela.engine import profile
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, may
from tutela.engine.fields import AgencyId, CaseId, Country, Kept, Prose
from tutela.guidelines.g05_enforcement.words import FileRef

from . import permit_actions
from .models import RecoveryPeriod, Removal, RiskAssertion, Stay
from .words import AtRisk, DangerFrom, RemovalKind, ReviewOutcome, StayBecause

__all__ = ["permit_actions"]

#: Term of the profile: how long the time to recover is, at least.
RECOVERY = "recovery_reflection"


class AssertRisk(Fact):
    """Somebody says that the person or the family would be in serious danger: enough to stay a removal.

    Writes   RiskAssertion
    Source   G4.6, P11
    """

    need = "status"

    case: CaseId
    at_risk: AtRisk = AtRisk.PERSON
    danger_from: DangerFrom = DangerFrom.UNKNOWN
    country: Country | None = None
    words: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the assertion until somebody has assessed it."""
        made = RiskAssertion.objects.create(
            case=case,
            at_risk=self.at_risk,
            danger_from=self.danger_from,
            country=self.country or "",
            asserted_at=at,
        )
        return {"risk": made.pk}


class GrantRecoveryPeriod(Act):
    """Grant time to recover and to think, whatever the person decides about proceedings.

    Reads    how old the person is; the country profile
    Writes   RecoveryPeriod; its clock, whose end is a review
    Source   G4.6, P8
    """

    who = may(Sector.COMPETENT_AUTHORITY, Sector.IMMIGRATION, Sector.POLICE, Sector.PROTECTION)
    need = "status"

    case: CaseId

    def apply(self, case: Case, by: Actor, at: datetime, gathered: dict[type[Any], Any]) -> dict[str, Any]:
        """Makes the period with the least length that holds today; a running one stays as it is."""
        running = RecoveryPeriod.objects.filter(case=case, ended_at=None).first()
        if running is not None:
            return {"recovery_period": running.pk}
        here = profile.current()
        age: AgeFacts = gathered.get(AgeFacts, AgeFacts())
        term = here.term(RECOVERY, here.day(at), child=age.may_be_child)
        least = here.calendar.add(at, term.length) if term.length else at
        made = RecoveryPeriod.objects.create(
            case=case,
            started_at=at,
            at_least_until=least,
            term_kind=term.kind,
            term_basis=term.basis,
            profile=term.profile or here.code,
            granted_by=by.agency_id,
        )
        return {"recovery_period": made.pk}


class RecordStayOfRemoval(Fact):
    """A removal is stayed: nobody takes the person out of the country while this lasts.

    Shape    until: the day on which it is looked at again, if one was set; it never ends by itself
    Writes   Stay; orders that it blocks; its review is owed
    Source   G4.6
    """

    need = "status"

    case: CaseId
    because: StayBecause = StayBecause.PRESUMED
    until: date | None = None

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps the stay beside those that are there; an order that stands is blocked by it."""
        made = Stay.objects.create(
            case=case, because=self.because, until=self.until, recorded_at=at, recorded_by=by.agency_id
        )
        Removal.objects.filter(case=case, state="ordered", lifted_at=None).update(
            blocked_at=at, blocked_because=self.because, blocked_until=self.until
        )
        return {"stay": made.pk}


class ReviewStay(Act):
    """Look again at the time to recover and the stay of a removal. Its outcome is never a removal.

    Shape    risk_found: what an individual assessment of the danger came to; heard: whether the person was
             heard, after independent advice
    Writes   Stay, RecoveryPeriod and RiskAssertion, when the stay ends
    Source   G4.6, P11
    """

    who = may(Sector.IMMIGRATION, Sector.COMPETENT_AUTHORITY, Sector.ASYLUM, Sector.COURT)
    need = "status"

    case: CaseId
    outcome: ReviewOutcome
    heard: bool | None = None
    risk_found: bool | None = None
    reasons: Annotated[Prose, Kept("status")]

    def apply(self, case: Case, at: datetime) -> None:
        """Notes the review; ends what it ends."""
        stays = Stay.objects.filter(case=case, ended_at=None)
        stays.update(last_review_at=at)
        if self.outcome is ReviewOutcome.ENDS:
            stays.update(ended_at=at)
            RecoveryPeriod.objects.filter(case=case, ended_at=None).update(ended_at=at)
            RiskAssertion.objects.filter(case=case, settled_at=None).update(settled_at=at)


class RemovePerson(Act):
    """Arrange or enforce a removal from the country, whatever it is called.

    Reads    presumption, asserted danger, recovery period, stay; questions that nobody has answered yet
    Shape    act_ref: the reference under which a protection enquiry was made, if there was one
    Writes   Removal
    Source   G4.6, P7, P11
    """

    who = may(Sector.IMMIGRATION, Sector.IMMIGRATION_ENFORCEMENT, Sector.POLICE, Sector.BORDER)
    need = "status"

    case: CaseId
    kind: RemovalKind = RemovalKind.DEPORTATION
    to_country: Country | None = None
    act_ref: FileRef | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the removal that nothing stood against."""
        return {"removal": _removal(case, self.kind, "arranged", self.to_country, at)}


class RemovalOrdered(Fact):
    """A removal was ordered elsewhere.

    Writes   Removal; a breach where it goes against protection, and the duty to stay it
    Source   G4.6, P7
    """

    need = "status"

    case: CaseId
    kind: RemovalKind = RemovalKind.DEPORTATION
    to_country: Country | None = None
    by_agency: AgencyId | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the order."""
        return {"removal": _removal(case, self.kind, "ordered", self.to_country, at)}


class RemovalCarriedOut(Fact):
    """The person was taken out of the country.

    Shape    act_ref: the reference under which a protection enquiry was made, if there was one
    Writes   Removal; a breach where it goes against protection
    Source   G4.6, P7, P11
    """

    need = "status"

    case: CaseId
    kind: RemovalKind = RemovalKind.DEPORTATION
    to_country: Country | None = None
    by_agency: AgencyId | None = None
    act_ref: FileRef | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the removal."""
        return {"removal": _removal(case, self.kind, "carried_out", self.to_country, at)}


def _removal(case: Case, kind: str, state: str, to_country: str | None, at: datetime) -> Any:
    made = Removal.objects.create(case=case, kind=kind, state=state, to_country=to_country or "", at=at)
    return made.pk
