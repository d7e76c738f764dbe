"""Steps that touch the person: checked before, told after; her protection through proceedings and beyond."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from tutela.agencies.words import Sector
from tutela.cases.models import Case
from tutela.engine.actions import Act, Fact, may
from tutela.engine.fields import AgencyId, CaseId, Kept, Prose, Ref

from .models import ProceedingStep, ProtectionPlan, ThreatAssessment, WitnessMeasure
from .steps_words import (
    AgainBecause,
    CareTaken,
    Covers,
    Harm,
    PartnerAnswer,
    StepKind,
    StepSafety,
    Threatened,
    WitnessShield,
)

MeasureId = Annotated[UUID, Ref("witness_measure")]
_INQUIRING = (
    Sector.POLICE, Sector.PROSECUTION, Sector.COURT, Sector.LABOUR_INSPECTION, Sector.BORDER,
)  # fmt: skip


class PlanStep(Act):
    """Plan an interview, a hearing or another step that touches the person, with its safety and do-no-harm check.

    Shape    told: she knows what it is for and that she may say no; again_because: why she is asked a second time
    Writes   ProceedingStep
    Source   G5.1, G6.4
    """

    who = may(*_INQUIRING)
    need = "proceedings"
    provisions = ("G6.4",)

    case: CaseId
    kind: StepKind
    on_day: date | None = None
    safety: StepSafety = StepSafety.UNKNOWN
    care: tuple[CareTaken, ...] = ()
    told: bool | None = None
    agreed: bool | None = None
    suspect_there: bool | None = None
    again_because: AgainBecause | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the step with what was checked."""
        made = ProceedingStep.objects.create(
            case=case,
            kind=self.kind,
            on_day=self.on_day,
            safety=self.safety,
            care=[str(c) for c in self.care],
            planned_at=at,
        )
        return {"step": made.pk}


class ActAtOnce(PlanStep):
    """Take a step at once, to keep somebody from imminent harm. It is looked at within hours, and the monitor sees it.

    Writes   ProceedingStep; a review is owed
    Source   G5.1; harm.md 2
    """

    urgent_form_of = PlanStep
    need = "safety"


class StepTaken(Fact):
    """An interview, a hearing or another step took place, here or elsewhere.

    Writes   ProceedingStep; a breach, where it hurt the person
    Source   G5.1, G6.4
    """

    need = "proceedings"
    provisions = ("G6.4",)

    case: CaseId
    kind: StepKind
    harm: tuple[Harm, ...] = ()
    by_agency: AgencyId | None = None
    words: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps it on the step that was planned last, else on a line of its own."""
        planned = ProceedingStep.objects.filter(case=case, kind=self.kind, taken_at=None).last()
        step = planned or ProceedingStep(case=case, kind=self.kind)
        step.taken_at, step.harm = at, [str(h) for h in self.harm]
        step.save()
        return {"step": step.pk}


class AssessThreat(Act):
    """Assess how serious the threat to the person as a witness is. Measures rest on it.

    Writes   ThreatAssessment
    Source   G4.10, G5.8
    """

    who = may(*_INQUIRING, Sector.PROTECTION, Sector.PROTECTION_OFFICE, Sector.NGO, Sector.LEGAL_AID)
    compartment = "whereabouts"
    needs = "whereabouts"
    need = "safety"
    provisions = ("G4.10",)

    case: CaseId
    level: Threatened = Threatened.UNKNOWN
    reasons: Annotated[Prose, Kept("whereabouts")]

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the assessment beside earlier ones."""
        return {
            "threat_assessment": ThreatAssessment.objects.create(
                case=case, level=self.level, assessed_at=at
            ).pk
        }


class AskForMeasure(Act):
    """Ask for a measure that protects the person as a witness.

    Reads    the newest threat assessment
    Writes   WitnessMeasure; a decision is owed
    Source   G4.10, G5.8
    """

    compartment = "whereabouts"
    needs = "whereabouts"
    need = "proceedings"
    provisions = ("G4.10",)

    case: CaseId
    measure: WitnessShield
    she_wishes: bool | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps what was asked for."""
        made = WitnessMeasure.objects.create(case=case, measure=self.measure, state="asked", asked_at=at)
        return {"witness_measure": made.pk}


class MeasureDecided(Fact):
    """A measure for a witness was decided on, looked at again, or ended.

    Shape    review_on: the day on which it is looked at again; without one the profile's time runs
    Writes   WitnessMeasure; its review is owed while it holds
    Source   G4.10, G5.8; harm.md 15
    """

    compartment = "whereabouts"
    need = "proceedings"
    provisions = ("G4.10",)

    case: CaseId
    witness_measure: MeasureId
    granted: bool
    review_on: date | None = None
    reasons: Annotated[Prose, Kept("whereabouts")] | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Keeps the decision on what was asked for."""
        found = WitnessMeasure.objects.get(case=case, pk=self.witness_measure)
        held = found.state == "granted"
        found.state = "granted" if self.granted else ("ended" if held else "refused")
        found.decided_at, found.review_on = at, self.review_on
        found.save()


class PlanProtection(Act):
    """Make the plan that protects the person during proceedings and afterwards, together with her.

    Shape    review_on: when it is looked at again; the end of the proceedings does not end it
    Writes   ProtectionPlan; its review is owed
    Source   P9, G5.8
    """

    who = may(
        Sector.POLICE,
        Sector.PROTECTION,
        Sector.PROTECTION_OFFICE,
        Sector.NGO,
        Sector.SHELTER,
        Sector.CHILD_PROTECTION,
    )
    need = "safety"
    provisions = ("P9", "G5.8")

    case: CaseId
    covers: tuple[Covers, ...]
    agreed: bool | None = None
    review_on: date | None = None
    plan: Annotated[Prose, Kept("whereabouts")] | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the plan beside the one before."""
        made = ProtectionPlan.objects.create(
            case=case,
            covers=[str(c) for c in self.covers],
            agreed=self.agreed,
            made_at=at,
            review_on=self.review_on,
        )
        return {"protection_plan": made.pk}


class EndProtectionPlan(Act):
    """End a protection plan, because the person says that she needs it no more.

    Source   G5.8: it goes on after the judgment, until she says so
    """

    who = may(
        Sector.PROTECTION, Sector.PROTECTION_OFFICE, Sector.NGO, Sector.SHELTER, Sector.CHILD_PROTECTION
    )
    need = "safety"

    case: CaseId
    she_wishes: bool | None = None


class OfferPartner(Fact):
    """A partner of civil society was offered to somebody whom the police met.

    Shape    partner: which organisation; answer: what she said
    Source   G5.9
    """

    need = "safety"
    provisions = ("G5.9",)

    case: CaseId
    partner: AgencyId | None = None
    answer: PartnerAnswer

    def apply(self) -> None:
        """Only the entry, and the duty that it meets."""
