"""Whether anybody looks into who trafficked the person."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from tutela.agencies.words import Sector
from tutela.cases.models import Case
from tutela.engine.actions import Act, Fact, may
from tutela.engine.fields import AgencyId, CaseId, Kept, Prose

from .models import Investigation
from .words import EndedBecause, FileRef, Origin, RefusedBecause, Suspects


class OpenInvestigation(Act):
    """Begin to look into who trafficked the person. It needs no complaint, and nobody's name.

    Writes   Investigation
    Source   P2, P13; harm.md 8
    """

    who = may(Sector.POLICE, Sector.PROSECUTION, Sector.LABOUR_INSPECTION, Sector.BORDER, Sector.COURT)
    need = "proceedings"

    case: CaseId
    origin: Origin = Origin.OWN_INITIATIVE
    suspects: Suspects = Suspects.UNKNOWN
    investigation_ref: FileRef | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the investigation."""
        made = Investigation.objects.create(
            case=case,
            state="open",
            origin=self.origin,
            suspects=self.suspects,
            investigation_ref=self.investigation_ref or "",
            opened_at=at,
        )
        return {"investigation": made.pk}


class InvestigationRefused(Fact):
    """Police or prosecution refused to look into it.

    Writes   Investigation; a breach
    Source   P13
    """

    need = "proceedings"

    case: CaseId
    because: RefusedBecause = RefusedBecause.NO_REASON
    by_agency: AgencyId | None = None
    reasons: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the refusal."""
        made = Investigation.objects.create(
            case=case,
            state="refused",
            because=self.because,
            ended_at=at,
            has_reasons=self.reasons is not None,
        )
        return {"investigation": made.pk}


class InvestigationEnded(Fact):
    """An investigation ended.

    Shape    reviewed: whether a court looked at the reasons, or the case went to court; None: not known
    Writes   Investigation; a breach, where it ended without reasons or without review
    Source   P13
    """

    event = "criminal_investigation_ended"
    need = "proceedings"

    case: CaseId
    because: EndedBecause
    by_agency: AgencyId | None = None
    reasons: Annotated[Prose, Kept("statements")] | None = None
    reviewed: bool | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Ends what was open; an end that nobody had opened here is kept as well."""
        ended = {
            "state": "ended",
            "because": self.because,
            "ended_at": at,
            "has_reasons": self.reasons is not None,
            "reviewed": self.reviewed,
        }
        running = Investigation.objects.filter(case=case, state="open").order_by("opened_at").last()
        if running is None:
            return {"investigation": Investigation.objects.create(case=case, **ended).pk}
        Investigation.objects.filter(pk=running.pk).update(**ended)
        return {"investigation": running.pk}
