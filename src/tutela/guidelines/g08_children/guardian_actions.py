"""Who stands at a child's side before proceedings touch it: guardian and lawyer, and what makes proceedings fit."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from tutela.agencies.actions import grant
from tutela.agencies.models import Agency
from tutela.agencies.words import Basis, Compartment, Purpose, Sector
from tutela.cases.models import Case
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, may
from tutela.engine.fields import AgencyId, CaseId, Ref

from .guardian_words import ChildMeasure, Conflict, Office, OfficeEnd
from .models import ChildFriendly, Representative

RepresentativeId = Annotated[UUID, Ref("representative")]
_PURPOSES = {Office.GUARDIAN: Purpose.CHILD_PROTECTION, Office.LAWYER: Purpose.LEGAL_HELP}


class AppointRepresentative(Act):
    """Appoint a guardian or a lawyer for a child, whose own interests were looked into first.

    Shape    of_agency: whose member it will be; wanted: what the child says of it, where it was asked
    Writes   Representative (an earlier one of the same office ends); the agency's grant of the facts, and no more
    Source   P10, G8.8
    """

    who = may(Sector.CHILD_PROTECTION, Sector.COURT, Sector.PROTECTION, Sector.PROTECTION_OFFICE)
    need = "child"
    refreshes = True
    provisions = ("G8.8",)

    case: CaseId
    office: Office
    of_agency: AgencyId
    conflict: Conflict = Conflict.NOT_CHECKED
    wanted: bool | None = None

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps the appointment, and lets the agency see the facts."""
        agency = Agency.objects.get(pk=self.of_agency, active=True)
        Representative.objects.filter(case=case, office=self.office, ended_at=None).update(
            ended_at=at, ended_because=OfficeEnd.REPLACED
        )
        made = Representative.objects.create(
            case=case,
            office=self.office,
            agency_id=agency.pk,
            appointed_at=at,
            appointed_by=by.agency_id,
        )
        if agency.pk != by.agency_id:
            opened = (str(Compartment.FACTS),)
            grant(case.pk, agency.pk, _PURPOSES[self.office], Basis.CHILD, opened, at)
        return {"representative": made.pk}


class AcceptAppointment(Act):
    """Take on the office of guardian or lawyer of a child. From now on the child has one.

    Writes   Representative.accepted_at
    Source   P10, G8.8
    """

    need = "child"
    refreshes = True
    provisions = ("G8.8",)

    case: CaseId
    representative: RepresentativeId

    def apply(self, case: Case, by: Actor, at: datetime) -> None:
        """Marks the appointment as accepted."""
        found = Representative.objects.get(case=case, pk=self.representative, ended_at=None)
        found.accepted_at, found.accepted_by = at, by.member_id
        found.save(update_fields=["accepted_at", "accepted_by"])


class RepresentativeEnded(Fact):
    """A guardian or lawyer of a child no longer is: by the child's wish, for a conflict, or for another reason.

    Writes   Representative.ended_at; a new one is owed
    Source   P10, G8.8
    """

    need = "child"
    refreshes = True
    provisions = ("G8.8",)

    case: CaseId
    representative: RepresentativeId
    because: OfficeEnd

    def apply(self, case: Case, at: datetime) -> None:
        """Ends the office; ended once, it stays so."""
        found = Representative.objects.get(case=case, pk=self.representative)
        if found.ended_at is None:
            found.ended_at, found.ended_because = at, self.because
            found.save(update_fields=["ended_at", "ended_because"])


class ArrangeForChild(Act):
    """Put on file what makes proceedings fit for this child, before it is asked anything in them.

    Writes   ChildFriendly; the newest one holds
    Source   G8.8
    """

    need = "child"
    refreshes = True
    provisions = ("G8.8",)

    case: CaseId
    measures: tuple[ChildMeasure, ...]

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the measures beside earlier ones."""
        made = ChildFriendly.objects.create(
            case=case, measures=[str(m) for m in self.measures], arranged_at=at
        )
        return {"child_friendly": made.pk}
