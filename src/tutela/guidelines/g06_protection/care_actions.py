"""Help, health, information and safety: what is offered, agreed to, given, or was withheld."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from tutela.agencies.words import Compartment, Role, Sector
from tutela.cases import consents
from tutela.cases.models import Case
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, may
from tutela.engine.fields import AgencyId, CaseId, Kept, Language, Line, Prose, Ref

from .care_models import Given
from .care_words import Threatens
from .models import HealthRecord, Service, Threat
from .words import (
    Because,
    Consent,
    Entitlement,
    Examination,
    InReturnFor,
    Interpreting,
    Measure,
    RequiredFor,
    SaidThrough,
    ServiceKind,
    Topic,
)

ServiceId = Annotated[UUID, Ref("service")]
HealthRecordId = Annotated[UUID, Ref("health_record")]
ThreatId = Annotated[UUID, Ref("threat")]

#: Under which compartment each kind of help is kept.
KEPT_UNDER = {
    ServiceKind.MEDICAL: Compartment.HEALTH,
    ServiceKind.PSYCHOLOGICAL: Compartment.HEALTH,
    ServiceKind.LEGAL: Compartment.FACTS,
}


class OfferService(Act):
    """Offer help. It is free of any condition, and the person may say no.

    Writes   Service
    Source   P8, G6.1, G6.2
    """

    need = "health"
    provisions = ("G6.2",)

    case: CaseId
    service: ServiceKind
    in_return_for: InReturnFor = InReturnFor.NOTHING

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Makes the offer."""
        made = Service.objects.create(
            case=case,
            kind=self.service,
            compartment=KEPT_UNDER.get(self.service, Compartment.FACTS),
            provider_id=by.agency_id,
            offered_at=at,
        )
        return {"offered_service": made.pk}


class AcceptService(Act):
    """The person agrees to this help, for this purpose. They may take it back at any time.

    Writes   Service.state
    Source   G6.2
    """

    need = "health"
    herself = True
    provisions = ("G6.2",)

    case: CaseId
    offered_service: ServiceId
    said_through: SaidThrough = SaidThrough.OWN_LANGUAGE

    def apply(self, case: Case, at: datetime) -> None:
        """Marks the offer as accepted."""
        service = Service.objects.get(pk=self.offered_service, case=case, state="offered")
        service.state, service.answered_at = "accepted", at
        service.save(update_fields=["state", "answered_at"])


class DeclineService(Act):
    """The person says no to this help, or takes their consent back. Nothing else changes by it.

    Writes   Service.state; the duty to offer again
    Source   G6.2; harm.md 9
    """

    need = "health"
    herself = True

    case: CaseId
    offered_service: ServiceId
    said_through: SaidThrough

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Marks the offer as declined. Whoever would have given it offers again, where she said so by herself."""
        service = Service.objects.get(pk=self.offered_service, case=case, state__in=["offered", "accepted"])
        service.state, service.answered_at = "declined", at
        service.save(update_fields=["state", "answered_at"])
        return {"binds": service.provider_id} if by.is_herself else {}


class EndService(Act):
    """End help that was being given, and say why.

    Writes   Service.state
    Source   P8
    """

    need = "health"

    case: CaseId
    offered_service: ServiceId
    because: Because

    def apply(self, case: Case, at: datetime) -> None:
        """Ends the service."""
        service = Service.objects.get(pk=self.offered_service, case=case, state__in=["offered", "accepted"])
        service.state, service.ended_at, service.end_reason = "ended", at, self.because
        service.save(update_fields=["state", "ended_at", "end_reason"])


class ServiceGiven(Fact):
    """Help was given: food, clothes, a doctor, somebody to talk to, a lawyer.

    Shape    agreed: whether she said yes to this care, where it is to her body or mind; None when that is not known
    Writes   Given
    Source   P8, G4.8, G6.1, G6.2
    """

    need = "health"
    provisions = ("G6.1", "P9")

    case: CaseId
    service: ServiceKind
    agreed: bool | None = None

    def apply(self, case: Case, by: Actor, at: datetime) -> None:
        """Keeps what was given, when and by whom."""
        Given.objects.create(
            case=case,
            kind=self.service,
            compartment=KEPT_UNDER.get(self.service, Compartment.FACTS),
            agency_id=by.agency_id,
            at=at,
        )


class ServiceWasWithheld(Fact):
    """Help was refused, cut or ended somewhere, whoever did it and why, as far as is known.

    Source   P8: a breach where it was a condition, or where nobody knows why
    """

    need = "rights"

    case: CaseId
    service: ServiceKind
    because: Because = Because.UNKNOWN
    by_agency: AgencyId | None = None

    def apply(self) -> None:
        """Only the entry, and the breach that it opens."""


class InformPerson(Fact):
    """Explain to the person, in a language that they understand, what they are owed and what happens
    next.

    Shape    understood: None when nobody asked whether it was understood
    Source   G4.8, G6.5
    """

    need = "information"
    provisions = ("G4.8", "G6.5", "P17")

    case: CaseId
    topics: tuple[Topic, ...]
    language: Language
    interpreting: Interpreting
    understood: bool | None = None
    interpreter: Line | None = None

    def apply(self) -> None:
        """Only the entry, and the duties that it meets."""


class WithholdEntitlement(Act):
    """Mark something that is owed as of right as not granted. It exists to be refused, with the reason why.

    Source   G4.8
    """

    need = "rights"

    case: CaseId
    entitlement: Entitlement
    because: Because = Because.DISCRETION


class ProposeExamination(Act):
    """An examination, test, treatment or counselling: by the person's own consent to this very thing.

    Writes   HealthRecord; Consent, which she may take back at any time
    Source   G6.2
    """

    compartment = "health"
    needs = "health"
    need = "health"
    provisions = ("G6.2",)

    case: CaseId
    examination: Examination
    consent: Consent
    required_for: RequiredFor = RequiredFor.NOTHING

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps that it was agreed to."""
        agreed = consents.for_care(case, self.examination, by, at)
        made = HealthRecord.objects.create(
            case=case, kind=self.examination, consent=self.consent, at=at, told_at=at
        )
        return {"health_record": made.pk, "agreed_to": agreed}


class EmergencyTreatment(Fact):
    """Somebody who could not say yes or no was treated in an emergency: the reason stays on file.

    Writes   HealthRecord; the duty to tell the person afterwards
    Source   G6.2
    """

    compartment = "health"
    needs = "health"
    need = "health"
    provisions = ("G6.2",)

    case: CaseId
    examination: Examination
    by_agency: AgencyId | None = None
    reason: Prose

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the record, not yet told."""
        made = HealthRecord.objects.create(
            case=case, kind=self.examination, consent=Consent.CANNOT_SAY, at=at
        )
        return {"health_record": made.pk}


class ToldAfterwards(Fact):
    """The person was told of the treatment that they could not agree to.

    Writes   HealthRecord.told_at
    Source   G6.2
    """

    compartment = "health"
    needs = "health"
    need = "health"

    case: CaseId
    health_record: HealthRecordId

    def apply(self, case: Case, at: datetime) -> None:
        """Marks the record as told."""
        record = HealthRecord.objects.get(pk=self.health_record, case=case)
        record.told_at = at
        record.save(update_fields=["told_at"])


class CounsellingHeld(Fact):
    """Somebody talked with the person, in confidence. What was said is privileged: not even the monitor reads it.

    Writes   the entry, sealed under therapy
    Source   G6.2; harm.md 16
    """

    who = may(Sector.HEALTH, Role.HEALTH_WORKER)
    compartment = "therapy"
    needs = "therapy"
    need = "health"
    provisions = ("G6.2",)

    case: CaseId
    she_came_freely: bool
    notes: Prose | None = None

    def apply(self) -> None:
        """Only the entry."""


class ThreatReported(Fact):
    """Somebody threatens or intimidates the person or the family, here or at home.

    Shape    against: whom it is meant for; nobody is named
    Writes   Threat; the duty to protect
    Source   G6.6, G5.8
    """

    compartment = "whereabouts"
    need = "safety"
    provisions = ("G6.6",)

    case: CaseId
    against: Threatens = Threatens.HERSELF
    area: Line | None = None
    words: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps where the threat comes from: no place there is offered any more."""
        made = Threat.objects.create(case=case, against=self.against, area=self.area or "", at=at)
        return {"threat": made.pk}


class ProtectPerson(Fact):
    """Something was done to make the person safe: about a threat, or after being in the hands of a controller.

    Source   G6.6, G5.8
    """

    compartment = "whereabouts"
    need = "safety"
    provisions = ("G6.6", "G5.8")

    case: CaseId
    threat: ThreatId | None = None
    measure: Measure

    def apply(self, case: Case) -> None:
        """Looks the threat up under its case, where one is named; it stays on file."""
        if self.threat is not None:
            Threat.objects.get(pk=self.threat, case=case)
