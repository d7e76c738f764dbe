"""How old somebody is: assessed by her own agreement, with its margin of error, challenged, looked at again.

What counts is written into the case by `write_age`, and read by every rule through `AgeFacts.may_be_child` alone.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from tutela.agencies.words import Sector
from tutela.cases.actions import SETTLES_AGE, Years, age_fields
from tutela.cases.facts import AgeFacts
from tutela.cases.models import Case
from tutela.cases.words import AgeBasis, SaidThrough
from tutela.engine import profile
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, Fault, InvalidAction, may
from tutela.engine.fields import AgencyId, CaseId, Kept, Prose, Ref, Whole

from .age_words import AgeMethod
from .models import AgeAssessment

AssessmentId = Annotated[UUID, Ref("age_assessment")]
Margin = Annotated[Whole, Field(ge=0, le=20)]


def admitted(day: date | None) -> tuple[str, ...]:
    """The methods that the country's profile admits on a day, the least intrusive first."""
    found: tuple[str, ...] = profile.current().value("age_methods", day or date.max)
    return tuple(found)


def settles(found: AgeAssessment, sector: str, at: datetime) -> bool:
    """Whether a result may make an adult of somebody: agreed to, by an admitted method, with its margin, by who may.

    Everything that is unknown leaves the doubt where it was, with the person.
    """
    fair = (
        found.agreed is True
        and found.method in admitted(profile.current().day(at))
        and found.margin is not None
    )
    return fair and sector in map(str, SETTLES_AGE)


class ProposeAgeAssessment(Act):
    """Ask the person whether her age may be assessed, because it is in doubt. She may say no, and loses nothing.

    Shape    told: she knows what it is, how far it may err, and that a no changes nothing
    Writes   AgeAssessment
    Source   P10; harm.md 1 and 10: she is asked herself, whatever her age
    """

    who = may(Sector.CHILD_PROTECTION, Sector.PROTECTION, Sector.COURT)
    need = "child"
    provisions = ("P10",)

    case: CaseId
    method: AgeMethod
    told: bool | None = None
    agreed: bool | None = None
    said_through: SaidThrough = SaidThrough.STAFF_ONLY

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps what she agreed to."""
        made = AgeAssessment.objects.create(case=case, method=self.method, agreed=self.agreed, proposed_at=at)
        return {"age_assessment": made.pk}


class AgeAssessed(Fact):
    """An age was assessed, here or elsewhere: with what result, and how far it may err.

    Somebody is an adult only where the whole margin lies above the age; what crosses the line is a child's.

    Shape    age_assessment: the one that was proposed here; without it `method` and `agreed` say how it was done;
             margin: years by which it may err on either side
    Writes   AgeAssessment; Case.age_*; a breach, where she had not agreed or no law admits the method
    Source   P10
    """

    need = "child"
    refreshes = True
    retimes = True
    provisions = ("P10",)

    case: CaseId
    age_assessment: AssessmentId | None = None
    method: AgeMethod | None = None
    agreed: bool | None = None
    age_low: Years | None = None
    age_high: Years | None = None
    margin: Margin | None = None
    by_agency: AgencyId | None = None

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps the result, and writes into the file what may be taken from it."""
        if self.age_low is not None and self.age_high is not None and self.age_low > self.age_high:
            raise InvalidAction([Fault("age_high", "age.order", {})])
        found = self._row(case)
        found.low, found.high = self.age_low, self.age_high if self.age_high is not None else self.age_low
        found.margin, found.assessed_at, found.assessed_by = self.margin, at, by.member_id
        found.save()
        if found.low is not None:
            write_age(case, found, by.sector, at)
        return {"age_assessment": found.pk}

    def _row(self, case: Case) -> AgeAssessment:
        if self.age_assessment is not None:
            return AgeAssessment.objects.get(case=case, pk=self.age_assessment)
        return AgeAssessment(case=case, method=self.method or "", agreed=self.agreed)


def write_age(case: Case, found: AgeAssessment, sector: str, at: datetime) -> None:
    """Writes a result into the file, with the doubt on the person's side."""
    assert found.low is not None and found.high is not None
    margin = found.margin or 0
    low, high = max(0, found.low - margin), found.high + margin
    exact = found.method == AgeMethod.DOCUMENTS and margin == 0 and low == high
    fields = age_fields(AgeBasis.KNOWN if exact else AgeBasis.ESTIMATED, low, high, at)
    after = AgeFacts(fields["age_basis"], low, fields["age_on"], fields["age_on"], high)
    if after.may_be_child is not True and not settles(found, sector, at):
        fields["age_basis"] = AgeBasis.DISPUTED
    for name, value in fields.items():
        setattr(case, name, value)
    case.save()


class ChallengeAge(Fact):
    """The person says that her age on file is wrong. She is safeguarded as a child until it is answered.

    Writes   Case.age_basis; AgeAssessment; an answer is owed by somebody else
    Source   P10
    """

    herself = True
    need = "child"
    refreshes = True
    retimes = True
    provisions = ("P10",)

    case: CaseId
    age_assessment: AssessmentId | None = None
    words: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Marks the result as challenged; whoever is surely a child stays one."""
        found = AgeAssessment.objects.filter(case=case).exclude(assessed_at=None)
        if self.age_assessment is not None:
            found = found.filter(pk=self.age_assessment)
        newest = found.order_by("-assessed_at").first()
        today = profile.current().day(at)
        if AgeFacts(case.age_basis, case.age_low, case.age_on, today, case.age_high).may_be_child is not True:
            case.age_basis = AgeBasis.DISPUTED
            case.save(update_fields=["age_basis"])
        if newest is None:
            return {}
        newest.challenged_at, newest.answered_at, newest.upheld = at, None, None
        newest.save(update_fields=["challenged_at", "answered_at", "upheld"])
        return {"age_assessment": newest.pk}


class AnswerAgeChallenge(Act):
    """Look again at an age that the person challenged: somebody else than whoever assessed it.

    Shape    upheld: the earlier result stands; otherwise the doubt stays on the person's side
    Writes   AgeAssessment; Case.age_*
    Source   P10
    """

    who = may(Sector.CHILD_PROTECTION, Sector.COURT)
    need = "child"
    refreshes = True
    retimes = True
    provisions = ("P10",)

    case: CaseId
    age_assessment: AssessmentId
    upheld: bool
    reasons: Annotated[Prose, Kept("statements")]

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Writes what follows for the file."""
        found = AgeAssessment.objects.get(case=case, pk=self.age_assessment)
        found.answered_at, found.upheld = at, self.upheld
        found.save(update_fields=["answered_at", "upheld"])
        if self.upheld and found.low is not None:
            write_age(case, found, by.sector, at)
        return {"age_assessment": found.pk}
