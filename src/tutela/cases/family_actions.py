"""Files of one family, linked by need; and papers that say who somebody is, followed until they are issued."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.db.models import Q

from tutela.agencies.words import Sector
from tutela.engine.actions import Act, Fact, Fault, InvalidAction, may
from tutela.engine.fields import Apart, CaseId, Ref

from .family_models import FamilyLink, Paper
from .family_words import FamilyTie, LinkedFor, PaperKind, PaperThrough
from .models import Case

#: The other file. Neither entry holds it: it stands in a row that only who sees both reads.
OtherCaseId = Annotated[UUID, Ref("case", subject=True), Apart()]
_WHO = may(Sector.CHILD_PROTECTION, Sector.PROTECTION, Sector.NGO, Sector.SHELTER, Sector.COURT)


def between(case_id: UUID, other_id: UUID) -> Any:
    """The link of two files that holds, whichever of them it was made from."""
    pair = Q(case_id=case_id, other_id=other_id) | Q(case_id=other_id, other_id=case_id)
    return FamilyLink.objects.filter(pair, ended_at=None)


class LinkFamily(Act):
    """Link two files of one family that you see both. Each keeps its own rights, and neither is opened by it.

    Shape    agreed: both were asked and want it; a child is told
    Writes   FamilyLink, read only by who sees both files
    Source   P10, G6.6
    """

    who = _WHO
    need = "child"
    provisions = ("P10",)
    owed_on = "case"

    case: CaseId
    other: OtherCaseId
    tie: FamilyTie
    needed_for: LinkedFor
    agreed: bool | None = None

    def apply(self, case: Case, other: Case, at: datetime, act_id: UUID) -> None:
        """Keeps the link once. Raises InvalidAction for a file and itself, and where they are linked."""
        if case.pk == other.pk:
            raise InvalidAction([Fault("other", "field.not_here", {})])
        if between(case.pk, other.pk).exists():
            raise InvalidAction([Fault("other", "family.linked", {})])
        FamilyLink.objects.create(
            case=case, other=other, tie=self.tie, needed_for=self.needed_for, since=at, act_id=act_id
        )


class EndFamilyLink(Act):
    """Take back the link of two files: it was a mistake, or they do not want it.

    Writes   FamilyLink.ended_at
    Source   G6.6
    """

    who = _WHO
    need = "child"
    provisions = ("P10",)
    owed_on = "case"

    case: CaseId
    other: OtherCaseId

    def apply(self, case: Case, other: Case, at: datetime, act_id: UUID) -> None:
        """Ends it, whichever file it was made from."""
        found = between(case.pk, other.pk).first()
        if found is None:
            raise InvalidAction([Fault("other", "field.not_here", {})])
        found.ended_at, found.ended_act = at, act_id
        found.save(update_fields=["ended_at", "ended_act"])


class PaperLacking(Fact):
    """Somebody has no paper of a kind, such as a child whose birth in exploitation nobody registered.

    Shape    born_exploited: born while the mother was exploited
    Writes   Paper; it is owed until it is issued
    Source   G7.9
    """

    need = "status"
    provisions = ("G7.9",)

    case: CaseId
    paper: PaperKind
    born_exploited: bool | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Keeps one row for each kind."""
        found = Paper.objects.filter(case=case, kind=self.paper).first() or Paper(case=case, kind=self.paper)
        found.lacking_at, found.born_exploited, found.issued_at = at, self.born_exploited, None
        found.save()


class ApplyForPaper(Act):
    """Ask for a paper: at a registry or a court here first; where somebody is afraid of a country, never there.

    Shape    agreed: asking the country of origin is the person's own wish
    Writes   Paper.through
    Source   G7.9
    """

    who = may(
        Sector.CHILD_PROTECTION, Sector.PROTECTION, Sector.NGO, Sector.SHELTER, Sector.COURT, Sector.LEGAL_AID
    )
    need = "status"
    provisions = ("G7.9",)

    case: CaseId
    paper: PaperKind
    through: PaperThrough
    agreed: bool | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Notes who was asked, and when."""
        found = Paper.objects.filter(case=case, kind=self.paper).first() or Paper(case=case, kind=self.paper)
        found.through, found.asked_at = self.through, at
        found.save()


class PaperIssued(Fact):
    """A paper was issued, and the person has it.

    Writes   Paper.issued_at
    Source   G7.9
    """

    need = "status"
    provisions = ("G7.9",)

    case: CaseId
    paper: PaperKind

    def apply(self, case: Case, at: datetime) -> None:
        """Ends what was owed."""
        found = Paper.objects.filter(case=case, kind=self.paper).first() or Paper(case=case, kind=self.paper)
        found.issued_at = at
        found.save()
