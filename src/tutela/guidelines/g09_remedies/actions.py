"""Claims: opened for whoever wants one, moved on step by step, helped, and followed to the last payment.

Wages are reckoned in `wage_actions.py`; what was taken from the person is demanded back in `return_actions.py`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from tutela.agencies.words import Sector
from tutela.cases.models import Case
from tutela.engine import profile
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, Fault, InvalidAction, may
from tutela.engine.fields import CaseId, Currency, Kept, Line, Minor, Prose, Ref
from tutela.guidelines.g04_law.permit_actions import ahead_of

from . import return_actions, wage_actions
from .limits import limit_of
from .models import Claim, ClaimHelp, Payment
from .words import Against, Body, ClaimState, ClaimStep, HelpKind, HelpState, RefusedFor, Remedy, Track

__all__ = ["return_actions", "wage_actions"]

ClaimId = Annotated[UUID, Ref("claim")]

#: Term of the profile: how long before its last day a claim is to be filed.
AHEAD = "limitation_warning"
#: Who brings claims for people, or helps them to.
CLAIMS_FOR_PEOPLE = may(
    Sector.LEGAL_AID, Sector.NGO, Sector.PROTECTION, Sector.SHELTER, Sector.LABOUR_INSPECTION, Sector.PROTECTION_OFFICE,
    Sector.CHILD_PROTECTION, Sector.COMPETENT_AUTHORITY, Sector.HELPLINE, Sector.HEALTH,
)  # fmt: skip
#: Who sees to it that an award is paid, by whom it is against; else the court.
ENFORCERS = {Against.STATE: Sector.COORDINATION, Against.FUND: Sector.COORDINATION}


class OpenClaim(Act):
    """Begin to seek a remedy for the person: before a criminal court, a civil one, or an authority.

    Reads    the last day for it, from the profile or as entered; what she wants
    Writes   Claim; help with it, its filing in time, and a right to stay are owed
    Units    harm_until: the last day of the harm; limit_on: the last day on which it can be filed
    Source   P17, G9.1, G4.9
    """

    who = CLAIMS_FOR_PEOPLE
    need = "remedies"
    provisions = ("P17", "G9.1", "G4.9")

    case: CaseId
    track: Track
    seeks: Remedy
    against: Against
    body: Body
    agreed: bool | None = None
    harm_until: date | None = None
    limit_on: date | None = None
    limit_source: Line | None = None
    asked_minor: Minor | None = None
    currency: Currency | None = None

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Makes the claim. One that comes late is opened all the same, and its author is told."""
        self._check()
        today = profile.current().day(at)
        limit = limit_of(self.track, self.seeks, self.harm_until, self.limit_on)
        late = limit.on is not None and limit.on < today
        file_by = ahead_of(limit.on, AHEAD, today) if limit.on is not None and not late else None
        made = Claim.objects.create(
            case=case,
            track=self.track,
            seeks=self.seeks,
            against=self.against,
            body=self.body,
            opened_at=at,
            opened_by=by.agency_id,
            harm_until=self.harm_until,
            limit_on=limit.on,
            limit_from=limit.said_by,
            file_by=file_by,
            late=late,
            currency=self.currency or "",
            asked_minor=self.asked_minor,
        )
        notes = ["claim.late"] if late else ["claim.no_limit"] if limit.on is None else []
        return {"claim": made.pk, "notes": notes, **({"file_by": file_by} if file_by else {})}

    def _check(self) -> None:
        if self.limit_on is not None and not self.limit_source:
            raise InvalidAction([Fault("limit_source", "claim.limit_source", {})])
        if self.asked_minor is not None and not self.currency:
            raise InvalidAction([Fault("currency", "money.currency", {})])


class ClaimMoved(Fact):
    """A claim was filed, decided, appealed, enforced or closed; or its last day became known.

    Shape    limit_on: the last day on which it can be filed, once somebody found it in the law;
             because: why it was refused or closed; appeal_by: the last day for an appeal
    Writes   Claim; a breach, where it was refused on a ground that is none
    Source   P17, G9.1, G4.9
    """

    need = "remedies"
    provisions = ("P17", "G9.1", "G4.9")

    case: CaseId
    claim: ClaimId
    step: ClaimStep
    limit_on: date | None = None
    limit_source: Line | None = None
    because: RefusedFor | None = None
    awarded_minor: Minor | None = None
    currency: Currency | None = None
    appeal_by: date | None = None
    reasons: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Moves the claim on."""
        claim = Claim.objects.get(pk=self.claim, case=case)
        if self.step is ClaimStep.LIMIT_FOUND:
            return self._limit(claim, profile.current().day(at))
        claim.state = ClaimState(self.step.value)
        if self.step is ClaimStep.FILED:
            claim.filed_at = claim.filed_at or at
        elif self.step is ClaimStep.AWARDED:
            self._award(claim)
        if self.step in (ClaimStep.AWARDED, ClaimStep.REFUSED):
            claim.decided_at, claim.appeal_by = at, self.appeal_by
        if self.step in (ClaimStep.REFUSED, ClaimStep.CLOSED):
            claim.because = self.because or RefusedFor.NO_REASON
        claim.ended_at = at if self.step is ClaimStep.CLOSED else None
        claim.save()
        enforcer = ENFORCERS.get(Against(claim.against), Sector.COURT)
        return {"enforcer": enforcer} if self.step is ClaimStep.AWARDED else {}

    def _limit(self, claim: Claim, today: date) -> dict[str, Any]:
        """The last day on which it can be filed; only while it is not."""
        if claim.filed_at is not None or claim.ended_at is not None:
            raise InvalidAction([Fault("step", "claim.is_filed", {})])
        if self.limit_on is None or not self.limit_source:
            field = "limit_on" if self.limit_on is None else "limit_source"
            raise InvalidAction([Fault(field, "claim.limit_source", {})])
        late = self.limit_on < today
        file_by = None if late else ahead_of(self.limit_on, AHEAD, today)
        claim.limit_on, claim.limit_from, claim.late, claim.file_by = self.limit_on, "entered", late, file_by
        claim.save(update_fields=["limit_on", "limit_from", "late", "file_by"])
        return {"notes": ["claim.late"] if late else [], **({"file_by": file_by} if file_by else {})}

    def _award(self, claim: Claim) -> None:
        """What was awarded, in the currency of the claim; a remedy that is no money has no sum."""
        if self.awarded_minor is None:
            return
        if not self.currency:
            raise InvalidAction([Fault("currency", "money.currency", {})])
        claim.awarded_minor, claim.currency = self.awarded_minor, self.currency


class PaymentReceived(Fact):
    """Money came in for a claim: all of it, or a part.

    Writes   Payment, Claim.paid_minor; the claim ends when the whole award is paid
    Source   P17, G9.1
    """

    need = "remedies"
    provisions = ("P17", "G9.1")

    case: CaseId
    claim: ClaimId
    amount_minor: Minor
    currency: Currency

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Adds the payment to what was paid before."""
        claim = Claim.objects.get(pk=self.claim, case=case)
        if claim.currency and claim.currency != self.currency:
            raise InvalidAction([Fault("currency", "money.other_currency", {"currency": claim.currency})])
        Payment.objects.create(
            case=case, claim=claim, amount_minor=self.amount_minor, currency=self.currency, at=at
        )
        claim.currency = self.currency
        claim.paid_minor += self.amount_minor
        if claim.awarded_minor is not None and claim.paid_minor >= claim.awarded_minor:
            claim.state, claim.ended_at = ClaimState.PAID, at
        claim.save()
        return {}


class HelpWithClaim(Fact):
    """A lawyer, an interpreter, fees or travel: help with a claim was given, refused, or is not needed.

    Writes   ClaimHelp
    Source   G9.2, G4.9
    """

    need = "remedies"
    provisions = ("G4.9", "G9.1")

    case: CaseId
    claim: ClaimId
    kind: HelpKind
    state: HelpState = HelpState.GIVEN

    def apply(self, case: Case, at: datetime) -> None:
        """Keeps what became of it."""
        claim = Claim.objects.get(pk=self.claim, case=case)
        ClaimHelp.objects.create(case=case, claim=claim, kind=self.kind, state=self.state, at=at)
