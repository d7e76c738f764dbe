"""With whom a child lives, looked at again; and the search for her family, up to living with it again."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from tutela.agencies.words import Sector
from tutela.cases.models import Case
from tutela.engine.actions import Act, Fact, may
from tutela.engine.fields import CaseId, Kept, Prose

from .bia_actions import valid_until
from .care_models import ChildCare, FamilyRisk, Tracing
from .care_words import (
    CareKind,
    CareLooked,
    FamilyBond,
    FamilyDanger,
    FamilyStep,
    Siblings,
    TracedThrough,
)

_WHO = may(Sector.CHILD_PROTECTION, Sector.PROTECTION, Sector.NGO)


class ArrangeCare(Act):
    """Arrange with whom a child lives: nearest to a family first, brothers and sisters together.

    Shape    tried: kinds nearer to a family that were looked for first
    Units    review_on: a calendar day; never later than the profile's interval
    Writes   ChildCare, instead of the one before; its review is owed
    Source   G8.5
    """

    who = _WHO
    compartment = "whereabouts"
    needs = "whereabouts"
    need = "child"
    provisions = ("G8.5",)

    case: CaseId
    kind: CareKind
    siblings: Siblings
    tried: tuple[CareKind, ...] = ()
    review_on: date | None = None
    with_whom: Annotated[Prose, Kept("whereabouts")] | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Ends the arrangement before, and keeps this one."""
        ChildCare.objects.filter(case=case, ended_at=None).update(ended_at=at)
        made = ChildCare.objects.create(
            case=case, kind=self.kind, siblings=self.siblings, tried=sorted(map(str, self.tried)), since=at
        )
        return {"child_care": made.pk}


class ReviewCare(Act):
    """Look again at how a child lives: with her, where she lives.

    Writes   ChildCare; the next review is owed while it goes on
    Source   G8.5
    """

    who = _WHO
    compartment = "whereabouts"
    needs = "whereabouts"
    need = "child"
    provisions = ("G8.5",)

    case: CaseId
    found: CareLooked
    seen_herself: bool
    review_on: date | None = None
    notes: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Notes it on the arrangement that holds."""
        care = ChildCare.objects.get(case=case, ended_at=None)
        care.reviewed_at = at
        care.ended_at = at if self.found is CareLooked.ENDED else None
        care.save()


class AssessFamilyRisk(Act):
    """Look at danger from and for the family, before it is looked for or the child lives with it again.

    Writes   FamilyRisk, in date for as long as the profile says
    Source   G8.4
    """

    who = _WHO
    compartment = "whereabouts"
    need = "child"
    provisions = ("G8.4",)

    case: CaseId
    before: FamilyStep
    finding: FamilyDanger = FamilyDanger.UNKNOWN
    reasons: Annotated[Prose, Kept("statements")]

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps it beside earlier ones; the newest for a step holds."""
        made = FamilyRisk.objects.create(
            case=case, before=self.before, finding=self.finding, at=at, until=valid_until(at)
        )
        return {"family_risk": made.pk}


class StartTracing(Act):
    """Begin to look for a child's family, quietly.

    Writes   Tracing
    Source   G8.4
    """

    who = _WHO
    compartment = "whereabouts"
    need = "child"
    provisions = ("G8.4",)

    case: CaseId
    through: TracedThrough
    known: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the search; one that went on is ended by it."""
        Tracing.objects.filter(case=case, ended_at=None).update(ended_at=at)
        return {"tracing": Tracing.objects.create(case=case, through=self.through, started_at=at).pk}


class ContactFamily(Act):
    """Speak with the child's family for the first time.

    Writes   Tracing.contacted_at
    Source   G8.4
    """

    who = _WHO
    compartment = "whereabouts"
    need = "child"
    provisions = ("G8.4",)

    case: CaseId
    whom: Annotated[Prose, Kept("statements")]

    def apply(self, case: Case, at: datetime) -> None:
        """Notes it on the search that goes on."""
        search = Tracing.objects.get(case=case, ended_at=None)
        search.contacted_at = at
        search.save(update_fields=["contacted_at"])


class VerifyFamily(Fact):
    """Whether who was found is the child's family, by papers, by what both remember, or otherwise.

    Writes   Tracing.verified
    Source   G8.4
    """

    compartment = "whereabouts"
    need = "child"
    provisions = ("G8.4",)

    case: CaseId
    bond: FamilyBond
    how: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case) -> None:
        """Notes it on the search that goes on."""
        Tracing.objects.filter(case=case, ended_at=None).update(verified=self.bond)


class ReuniteFamily(Act):
    """The child lives with her family again.

    Writes   Tracing.reunited_at; a visit is owed
    Source   G8.4
    """

    who = _WHO
    compartment = "whereabouts"
    needs = "whereabouts"
    need = "child"
    provisions = ("G8.4",)

    case: CaseId
    where: Annotated[Prose, Kept("whereabouts")]

    def apply(self, case: Case, at: datetime) -> None:
        """Ends the search."""
        Tracing.objects.filter(case=case, ended_at=None).update(reunited_at=at, ended_at=at)


class VisitReunited(Fact):
    """A child who lives with her family again was visited, and seen alone.

    Source   G8.4
    """

    compartment = "whereabouts"
    need = "child"
    provisions = ("G8.4",)

    case: CaseId
    seen_alone: bool
    is_well: bool | None = None
    notes: Annotated[Prose, Kept("statements")] | None = None
