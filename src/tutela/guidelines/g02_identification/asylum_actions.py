"""The way to asylum: a wish recorded by anybody at any step, its steps, its end; and help for who is not identified."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from tutela.agencies.words import Sector
from tutela.cases.models import Case
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, Fault, InvalidAction, may
from tutela.engine.fields import CaseId, Country, Kept, Language, Prose, Ref
from tutela.guidelines.g06_protection.words import SaidThrough

from .models import AsylumClaim, Screening
from .words import AsylumEnd, AsylumStep, Way, Wish


def open_claim(case: Case, by: Actor, at: datetime, **known: Any) -> AsylumClaim:
    """The claim that is open, with what is newly known of it; a new one where there is none."""
    found = AsylumClaim.objects.filter(case=case, ended_at=None).first()
    if found is None:
        first = {"wish": Wish.ASYLUM, "wished_at": at, "recorded_by": by.agency_id}
        return AsylumClaim.objects.create(case=case, **{**first, **known})
    for name, value in known.items():
        if value not in (None, ""):
            setattr(found, name, value)
    found.save()
    return found


class AskForAsylum(Fact):
    """The person wants asylum, or is afraid to go back. Anybody who sees the file writes it down, at any step.

    Shape    smuggled: whether smugglers brought her across a border; whether she was trafficked is another question
    Writes   AsylumClaim; the asylum authority's duty. No removal and no contact with that country from now on
    Source   G2.7, G1.6
    """

    compartment = "status"
    herself = True
    need = "status"
    provisions = ("G2.7",)

    case: CaseId
    wish: Wish = Wish.ASYLUM
    country: Country | None = None
    smuggled: bool | None = None
    words: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps the wish; a fear that has become a wish is the same claim. Opens the file again if it was closed."""
        Case.objects.filter(pk=case.pk).update(closed_at=None)
        claim = open_claim(case, by, at, smuggled=self.smuggled, country=self.country or "")
        if claim.wished_at == at or self.wish is Wish.ASYLUM:
            claim.wish = self.wish
            claim.save(update_fields=["wish"])
        return {"asylum_claim": claim.pk}


class RecordAsylumStep(Fact):
    """The asylum authority registered the wish or decided, or an appeal was lodged or refused.

    Writes   AsylumClaim; a refusal ends nothing: there is time to appeal, and an appeal keeps all protection
    Source   G2.7, G1.6
    """

    compartment = "status"
    need = "status"
    provisions = ("G2.7",)

    case: CaseId
    step: AsylumStep
    told_in: Language | None = None

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Moves the claim on; one that nobody had written down is written down now."""
        column = {AsylumStep.REGISTERED: "registered_at", AsylumStep.APPEALED: "appealed_at"}
        claim = open_claim(case, by, at, state=self.step, **{column.get(self.step, "decided_at"): at})
        return {"asylum_claim": claim.pk}


class EndAsylum(Act):
    """End an asylum claim: withdrawn by the person after independent advice, or refused for good.

    Reads    how far the claim is, the time to appeal
    Writes   AsylumClaim.ended_at. Help, and what else stands against a removal, goes on
    Source   G2.7, G1.6
    """

    who = may(Sector.ASYLUM, Sector.COURT, Sector.LEGAL_AID)
    compartment = "status"
    needs = "status"
    need = "status"

    case: CaseId
    because: AsylumEnd
    advised: bool | None = None
    told_in: Language | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Ends the claim that is open."""
        claim = AsylumClaim.objects.get(case=case, ended_at=None)
        claim.ended_at, claim.end_reason = at, self.because
        claim.save(update_fields=["ended_at", "end_reason"])


class OfferOtherHelp(Act):
    """Offer somebody who is not identified as trafficked what else there is: rights at work, asylum, health care,
    the protection of smuggled people. What she wants becomes a referral; what she declines is offered no more for now.

    Shape    screening: where there is no file, the screening that came to nothing; offered, declined: ways
    Source   G2.7, G2.1, P8: nobody is dropped
    """

    need = "information"

    case: CaseId | None = None
    screening: Annotated[UUID, Ref("screening", subject=True)] | None = None
    offered: tuple[Way, ...]
    declined: tuple[Way, ...] = ()
    said_through: SaidThrough = SaidThrough.OWN_LANGUAGE

    def apply(self, case: Case | None, screening: Screening | None) -> None:
        """Only the entry, and the duties that it meets. It belongs to a file or to a screening, and declines only
        what was offered.
        """
        if case is None and screening is None:
            raise InvalidAction([Fault("case", "field.missing", {})])
        if set(self.declined) - set(self.offered):
            raise InvalidAction([Fault("declined", "asylum.not_offered", {})])
