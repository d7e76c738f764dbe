"""Going back or staying: danger assessed, ways weighed, a plan she agreed to, and how she is afterwards."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated, Any

from pydantic import Field

from tutela.agencies.words import Sector
from tutela.cases.models import Case
from tutela.cases.words import Interpreting, SaidThrough
from tutela.engine import profile
from tutela.engine.actions import Act, Fact, Fault, InvalidAction, may
from tutela.engine.fields import AgencyId, CaseId, Country, Kept, Language, Prose, Whole

from .models import Return, ReturnAssessment, ReturnChoice
from .plan_actions import still_to_come
from .return_words import (
    Channel,
    FoundHow,
    PlanPart,
    ReturnDangerOf,
    ReturnRisk,
    ReturnStep,
    ReturnWay,
    WhenSilent,
)

#: Term of the profile: how long an assessment may be relied on.
IN_DATE = "return_assessment"


class AssessReturnRisk(Act):
    """Look at the danger to this person and her family, in the place that she would go to.

    Writes   ReturnAssessment, in date for as long as the profile says
    Source   P11, G6.7
    """

    who = may(
        Sector.PROTECTION, Sector.NGO, Sector.LEGAL_AID, Sector.ASYLUM, Sector.IMMIGRATION,
        Sector.COMPETENT_AUTHORITY, Sector.CHILD_PROTECTION,
    )  # fmt: skip
    compartment = "status"
    need = "return"
    provisions = ("P11", "G6.7")

    case: CaseId
    country: Country
    for_person: ReturnRisk = ReturnRisk.UNKNOWN
    for_family: ReturnRisk = ReturnRisk.UNKNOWN
    dangers: tuple[ReturnDangerOf, ...] = ()
    reasons: Annotated[Prose, Kept("status")]

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the assessment beside earlier ones; the newest for a country holds."""
        here = profile.current()
        term = here.term(IN_DATE, here.day(at))
        last = here.day(here.calendar.add(at, term.length)) if term.length else here.day(at)
        made = ReturnAssessment.objects.create(
            case=case,
            country=self.country,
            for_person=self.for_person,
            for_family=self.for_family,
            dangers=list(self.dangers),
            assessed_at=at,
            until=last,
        )
        return {"assessment": made.pk}


class RecordReturnChoice(Fact):
    """What the person wants: to stay, to go back, to go elsewhere, or more time. Changing her mind is always taken.

    Shape    explained: the ways that were laid before her; advised: by somebody who gains nothing by her answer
    Writes   ReturnChoice; a plan is owed to who wants to go back
    Source   P11, G6.7
    """

    compartment = "status"
    herself = True
    need = "return"
    provisions = ("P11", "G6.7")

    case: CaseId
    wants: ReturnWay
    explained: tuple[ReturnWay, ...] = ()
    advised: bool | None = None
    language: Language
    interpreting: Interpreting
    said_through: SaidThrough = SaidThrough.OWN_LANGUAGE

    def apply(self, case: Case, at: datetime) -> None:
        """Keeps her words; what only staff report is kept as not heard. A no ends what was arranged."""
        heard = self.said_through is not SaidThrough.STAFF_ONLY and self.interpreting is not Interpreting.NONE
        ReturnChoice.objects.create(
            case=case,
            wants=self.wants,
            explained=list(self.explained),
            advised=self.advised,
            heard=heard,
            at=at,
        )
        if self.wants is not ReturnWay.RETURN:
            Return.objects.filter(case=case, state__in=("proposed", "arranged")).update(state="called_off")


class PlanReturn(Act):
    """Propose a way home to the person, or arrange the one that she chose.

    Shape    covers: what the plan for afterwards holds; partner: who meets her there; way_back: how she can come again;
             every_days: how often she wishes to be asked how she is
    Writes   Return
    Source   P11, G6.7, G6.8
    """

    who = may(
        Sector.PROTECTION, Sector.NGO, Sector.IMMIGRATION, Sector.COMPETENT_AUTHORITY, Sector.CHILD_PROTECTION
    )
    compartment = "whereabouts"
    need = "return"
    provisions = ("P11", "G6.7", "G6.8")

    case: CaseId
    step: ReturnStep = ReturnStep.ARRANGE
    country: Country
    travels_on: date | None = None
    covers: tuple[PlanPart, ...] = ()
    agreed: bool | None = None
    partner: AgencyId | None = None
    partner_abroad: Annotated[Prose, Kept("whereabouts")] | None = None
    way_back: Annotated[Prose, Kept("whereabouts")] | None = None
    channel: Channel = Channel.SHE_CALLS
    every_days: Annotated[Whole, Field(ge=1, le=366)] | None = None
    when_silent: WhenSilent = WhenSilent.NOTHING

    @property
    def has_partner(self) -> bool:
        """Somebody meets her there."""
        return self.partner is not None or bool(self.partner_abroad)

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the plan, instead of one that was arranged before. Raises InvalidAction for a day that has passed."""
        if self.travels_on is not None:
            still_to_come("travels_on", self.travels_on, at)
        if self.step is ReturnStep.ARRANGE:
            if self.travels_on is None:
                raise InvalidAction([Fault("travels_on", "field.missing", {})])
            Return.objects.filter(case=case, state__in=("proposed", "arranged")).update(state="called_off")
        made = Return.objects.create(
            case=case,
            state="arranged" if self.step is ReturnStep.ARRANGE else "proposed",
            country=self.country,
            travels_on=self.travels_on,
            covers=list(self.covers),
            has_partner=self.has_partner,
            partner_id=self.partner,
            has_way_back=bool(self.way_back),
            channel=self.channel,
            when_silent=self.when_silent,
            every_days=self.every_days,
            planned_at=at,
        )
        return {"going_back": made.pk}


class PersonTravelled(Fact):
    """The person has left for home, or for another country. An adult is free to go, with a plan or without.

    Shape    agreed_to_calls: whether she wants to be asked how she is
    Writes   Return; who meets her owes word of her arrival, and calls as often as she chose
    Source   P11, G6.8
    """

    compartment = "whereabouts"
    need = "return"
    provisions = ("G6.8",)

    case: CaseId
    country: Country
    agreed_to_calls: bool | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the journey on its plan; without one, on a new line."""
        found = Return.objects.filter(case=case, state="arranged", country=self.country).first()
        if found is None:
            found = Return(case=case, country=self.country, planned_at=at, channel=Channel.NOT_AT_ALL)
        found.state, found.travelled_at = "travelled", at
        found.save()
        return {"going_back": found.pk, **_next(found, at)}


class FollowUp(Fact):
    """How somebody was found after the return, by the channel that she chose.

    Shape    next_on: the day of the next call, if she wishes another than the plan says
    Writes   Return; danger and silence start duties of their own; her no ends the calls
    Source   G6.8
    """

    compartment = "whereabouts"
    need = "return"
    provisions = ("G6.8",)

    case: CaseId
    found: FoundHow
    next_on: date | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Notes it on her journey."""
        going = Return.objects.filter(case=case, state="travelled").order_by("-travelled_at").first()
        if going is None:
            return {}
        going.found, going.found_at = self.found, at
        going.save()
        return {"going_back": going.pk, **({"call_on": self.next_on} if self.next_on else _next(going, at))}


class SilenceChecked(Fact):
    """Somebody who was not heard of was looked for in the way that she had agreed to, and in no other.

    Writes   Return
    Source   G6.8
    """

    compartment = "whereabouts"
    need = "return"

    case: CaseId
    how: WhenSilent
    found: FoundHow

    def apply(self, case: Case, at: datetime) -> None:
        """Notes how she was found."""
        Return.objects.filter(case=case, state="travelled").update(found=self.found, found_at=at)


class ReturnWasPrevented(Fact):
    """Somebody kept an adult from leaving: papers withheld, travel refused, help cut. Nobody may.

    Source   P11, G1.5: a breach, until she is free to go
    """

    compartment = "status"
    need = "return"

    case: CaseId
    by_agency: AgencyId | None = None
    because: Annotated[Prose, Kept("status")] | None = None


def _next(going: Return, at: datetime) -> dict[str, date]:
    """The day of the next call, as often as she chose."""
    if not going.every_days:
        return {}
    return {"call_on": profile.current().day(at) + timedelta(days=going.every_days)}
