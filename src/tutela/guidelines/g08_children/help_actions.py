"""What is given to a child, kind by kind, and what goes on when she comes of age."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, ClassVar

from tutela.agencies.words import Sector
from tutela.cases.models import Case
from tutela.engine.actions import Act, Fact, may
from tutela.engine.fields import AgencyId, CaseId, Kept, Prose
from tutela.guidelines.g06_protection.words import SaidThrough

from .guardian_words import Office, OfficeEnd
from .help_words import ChildHelp, GoesOn, HelpState
from .missing_models import ComingOfAge
from .models import Representative

_WHO = may(Sector.CHILD_PROTECTION, Sector.PROTECTION, Sector.NGO, Sector.SHELTER, Sector.LEGAL_AID)


class PlanChildHelp(Act):
    """Plan with a child what is given to her, kind by kind: what is in place, what comes, what nobody offers here.

    Units    review_on: a calendar day; never later than the profile's interval
    Writes   what is not in place is owed by a day, and seen as a gap until it is given
    Source   G8.7
    """

    who = _WHO
    need = "child"
    provisions = ("G8.7",)

    case: CaseId
    physical: HelpState
    health: HelpState
    psychosocial: HelpState
    legal: HelpState
    schooling: HelpState
    housing: HelpState
    said_through: SaidThrough
    review_on: date | None = None
    notes: Annotated[Prose, Kept("statements")] | None = None

    def state(self, kind: ChildHelp) -> HelpState:
        """How far one kind of help is."""
        found: HelpState = getattr(self, str(kind))
        return found

    def apply(self) -> None:
        """Only the entry, and the duties that it meets and starts."""


class ComesOfAge(Fact):
    """A child may come of age within the profile's time ahead. Seen by the clock, so that nobody is late for it.

    Writes   ComingOfAge; a plan for the time after is owed
    Source   P10, G8.7
    """

    system: ClassVar[bool] = True
    need = "child"
    provisions = ("P10",)

    case: CaseId

    def apply(self, case: Case, at: datetime) -> None:
        """Keeps that it was seen, once."""
        ComingOfAge.objects.get_or_create(case=case, defaults={"seen_at": at})


class PlanComingOfAge(Act):
    """Plan with her what goes on after she turns eighteen, and who stands at her side: nothing is lost on that day.

    Shape    agreed: she says yes to it herself
    Units    of_age_on: her birthday, where it is known
    Writes   ComingOfAge
    Source   P10, G8.7
    """

    who = _WHO
    need = "child"
    provisions = ("P10", "G8.7")

    case: CaseId
    goes_on: tuple[GoesOn, ...]
    agreed: bool | None = None
    said_through: SaidThrough
    of_age_on: date | None = None
    notes: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Keeps the plan; a later one takes its place."""
        found, _ = ComingOfAge.objects.get_or_create(case=case, defaults={"seen_at": at})
        found.planned_at, found.covers = at, sorted({str(one) for one in self.goes_on})
        found.of_age_on = self.of_age_on or found.of_age_on
        found.save()


class TurnsEighteen(Fact):
    """By what is on file she is eighteen today. It ends nothing: what was owed to the child is owed to her.

    Writes   ComingOfAge.turned_at; somebody of her choice at her side is owed
    Source   P10
    """

    system: ClassVar[bool] = True
    need = "child"
    refreshes = True
    provisions = ("P10",)

    case: CaseId

    def apply(self, case: Case, at: datetime) -> None:
        """Keeps the day; no office, no stay and no duty ends by it."""
        found, _ = ComingOfAge.objects.get_or_create(case=case, defaults={"seen_at": at})
        found.turned_at = found.turned_at or at
        found.save(update_fields=["turned_at"])


class HandOverOfAge(Act):
    """Hand over from her guardian to whom she wants at her side as an adult, at her own pace.

    Shape    wanted: she wants this agency; guardian_stays: she wants her guardian to go on beside it
    Writes   ComingOfAge.handed_over_at; Representative.ended_at, unless the guardian stays
    Source   P10, G8.8
    """

    need = "child"
    refreshes = True
    provisions = ("P10", "G8.8")

    case: CaseId
    to_agency: AgencyId
    wanted: bool | None = None
    said_through: SaidThrough
    guardian_stays: bool

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the day; ends the guardian's office where she does not want it any longer."""
        found, _ = ComingOfAge.objects.get_or_create(case=case, defaults={"seen_at": at})
        found.handed_over_at = at
        found.save(update_fields=["handed_over_at"])
        if not self.guardian_stays:
            held = Representative.objects.filter(case=case, office=Office.GUARDIAN, ended_at=None)
            held.update(ended_at=at, ended_because=OfficeEnd.OF_AGE)
        return {"coming_of_age": found.pk}
