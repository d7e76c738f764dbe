"""Journeys, step by step: where somebody could have been reached on the way, and was or was not asked."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field

from tutela.cases.models import Case
from tutela.engine.actions import Fact, Fault, InvalidAction
from tutela.engine.fields import YEARS, CaseId, Country, Kept, Line, Whole

from .models import JourneyStep
from .words import Met, Spot

Year = Annotated[Whole, Field(ge=YEARS.start, lt=YEARS.stop)]
Month = Annotated[Whole, Field(ge=1, le=12)]


class RecordJourneyStep(Fact):
    """One place of the journey, as the person tells it: what kind of place, roughly when, who was met there.

    Shape    town: sealed, and read by no figure; year, month: as roughly as she remembers; somebody_asked: whether
             any of them asked her how she was, so that she could have answered
    Writes   JourneyStep, in codes only
    Source   G2.4
    """

    compartment = "statements"
    needs = "statements"
    need = "identification"

    case: CaseId
    spot: Spot
    country: Country | None = None
    town: Annotated[Line, Kept("whereabouts")] | None = None
    year: Year | None = None
    month: Month | None = None
    met: tuple[Met, ...] = ()
    somebody_asked: bool | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the codes; a time that has not come yet is a slip of the hand."""
        if self.year is not None and (self.year, self.month or 1) > (at.year, at.month):
            raise InvalidAction([Fault("year", "journey.future", {})])
        made = JourneyStep.objects.create(
            case=case,
            spot=self.spot,
            country=self.country or "",
            year=self.year,
            month=self.month if self.year is not None else None,
            met=sorted({str(m) for m in self.met}),
            somebody_asked=self.somebody_asked,
            recorded_at=at,
        )
        return {"journey_step": made.pk}
