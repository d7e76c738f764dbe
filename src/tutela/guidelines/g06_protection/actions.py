"""Places to stay: registering, offering, taking, leaving, and a bed for tonight.

Help, health, information and safety are in `care_actions.py`.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated, Any, ClassVar
from uuid import UUID

from tutela.agencies.actions import OwnAgencyId, grant
from tutela.agencies.models import Agency
from tutela.agencies.words import Basis, Compartment, Purpose, Role, Sector
from tutela.cases import consents
from tutela.cases.models import Case
from tutela.engine import profile
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, Fault, InvalidAction, may
from tutela.engine.clocks import ClockEvent, due_at
from tutela.engine.fields import CaseId, Languages, Line, Ref

from . import (
    care_actions,
    conference_actions,
    consulate_actions,
    contact_actions,
    ending_actions,
    house_actions,
    interpreter_actions,
    plan_actions,
    return_actions,
)
from .care_models import HouseRule
from .care_words import Incident
from .models import Place, Placement
from .words import Because, ForSex, ForWhom, SaidThrough

__all__ = [
    "care_actions",
    "conference_actions",
    "consulate_actions",
    "contact_actions",
    "ending_actions",
    "house_actions",
    "interpreter_actions",
    "plan_actions",
    "return_actions",
]

PlaceId = Annotated[UUID, Ref("place")]
PlacementId = Annotated[UUID, Ref("placement")]

#: Term of the profile: so long an offer holds a place without an answer.
OFFER_ANSWER = "offer_answer"

#: What a house needs to know of somebody who sleeps there.
FOR_THE_HOUSE = (Compartment.FACTS, Compartment.WHEREABOUTS)


class RegisterPlace(Act):
    """Add a bed or a family's room of an open house. Its address is not kept.

    Writes   Place
    Source   G6.1
    """

    who = may(Sector.SHELTER, Sector.NGO, Sector.PROTECTION, Sector.CHILD_PROTECTION, Sector.SYSTEM)
    need = "setup"
    provisions = ("G6.1",)

    agency: OwnAgencyId
    house: Line
    label: Line
    for_whom: ForWhom = ForWhom.ADULTS
    for_sex: ForSex = ForSex.ANYONE
    area: Line | None = None
    step_free: bool = False
    languages: Languages = ()
    people_may_leave: bool = True

    def apply(self, agency: Agency) -> dict[str, Any]:
        """Makes the place; it is closed while the house keeps people in."""
        kept_in = HouseRule.objects.filter(
            agency_id=agency.pk, house=self.house, rule=Incident.KEPT_IN, lifted_at=None
        )
        place = Place.objects.create(
            agency_id=agency.pk,
            house=self.house,
            label=self.label,
            for_whom=self.for_whom,
            for_sex=self.for_sex,
            area=self.area or "",
            step_free=self.step_free,
            languages=list(self.languages),
            is_open=self.people_may_leave and not kept_in.exists(),
        )
        return {"place": place.pk}


class OfferPlace(Act):
    """Offer a free place to a person, for some nights; nobody else can be given it meanwhile.

    Reads    the place, the age and the sex of the person
    Writes   Placement, with the time until which the offer holds it
    Units    since: the first night; until: the day of leaving
    Source   G6.1
    """

    needs = "whereabouts"
    compartment = "whereabouts"
    need = "shelter"
    provisions = ("G6.1",)

    case: CaseId
    place: PlaceId
    since: date
    until: date

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Holds the place for the person, until the answer is due."""
        if self.until <= self.since:
            raise InvalidAction([Fault("until", "dates.order", {})])
        made = Placement.objects.create(
            case=case,
            place=Place.objects.get(pk=self.place, active=True),
            nights=(self.since, self.until),
            offered_at=at,
            offered_by=by.agency_id,
            answer_by=_answer_by(at),
        )
        return {"placement": made.pk}


def _answer_by(at: datetime) -> datetime | None:
    here = profile.current()
    return due_at(here.term(OFFER_ANSWER, here.day(at)), [ClockEvent("start", at)], here.calendar)


class PlaceTonight(Act):
    """A bed for tonight, at once: the least that keeps the person safe. It ends by its clock and is reviewed.

    Writes   Placement, taken at once; the house's grant; duties to look at it tomorrow
    Source   harm.md 2; G6.1, P10
    """

    urgent_form_of: ClassVar[type[Act] | None] = OfferPlace
    needs = "facts"
    compartment = "whereabouts"
    need = "shelter"
    refreshes = True
    provisions = ("G6.1",)

    case: CaseId
    place: PlaceId

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Gives the place for one night."""
        place = Place.objects.get(pk=self.place, active=True)
        tonight = profile.current().day(at)
        made = Placement.objects.create(
            case=case,
            place=place,
            nights=(tonight, tonight + timedelta(days=1)),
            offered_at=at,
            accepted_at=at,
            state="accepted",
            urgent=True,
        )
        _let_in(case, place, at, Basis.LEGAL_DUTY)
        return {"placement": made.pk}

    @property
    def since(self) -> date | None:
        """Not known before it is carried out: what else is free is asked for by the day of the refusal."""
        return None


def _let_in(case: Case, place: Place, at: datetime, basis: Basis) -> None:
    grant(case.pk, place.agency_id, Purpose.SHELTER, basis, tuple(map(str, FOR_THE_HOUSE)), at)


class AcceptPlace(Act):
    """The person takes the place; the house now sees what it needs to know.

    Writes   Placement.state; the house's grant
    Source   G6.1
    """

    compartment = "whereabouts"
    need = "shelter"
    herself = True
    refreshes = True
    provisions = ("G6.1",)

    case: CaseId
    placement: PlacementId

    def apply(self, case: Case, by: Actor, at: datetime) -> None:
        """Marks the offer as taken."""
        placement = Placement.objects.select_related("place").get(
            pk=self.placement, case=case, state="offered"
        )
        placement.state, placement.accepted_at = "accepted", at
        placement.save(update_fields=["state", "accepted_at"])
        house = placement.place.agency_id
        consents.in_passing(case.pk, house, Purpose.SHELTER, map(str, FOR_THE_HOUSE), by, at)
        _let_in(case, placement.place, at, Basis.CONSENT)


class DeclinePlace(Act):
    """The person says no to a place. It is theirs to say, is heard properly, and is offered again.

    Writes   Placement.state; the duty to offer again
    Source   harm.md 9
    """

    compartment = "whereabouts"
    herself = True
    need = "shelter"

    case: CaseId
    placement: PlacementId
    said_through: SaidThrough

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Frees the place. Whose place it was offers again, where she said so by herself."""
        placement = Placement.objects.select_related("place").get(
            pk=self.placement, case=case, state="offered"
        )
        placement.state, placement.ended_at, placement.end_reason = "declined", at, "declined"
        placement.save(update_fields=["state", "ended_at", "end_reason"])
        return {"binds": placement.place.agency_id} if by.is_herself else {}


class StayRanOut(Fact):
    """The last night of a stay has passed and nothing follows: noticed by the clock, so that nobody is forgotten.

    Writes   Placement.state; the next place is owed
    Source   G6.1, P8
    """

    system: ClassVar[bool] = True
    compartment = "whereabouts"
    need = "shelter"

    case: CaseId
    placement: PlacementId

    def apply(self, case: Case, at: datetime) -> None:
        """Marks the stay as over."""
        placement = Placement.objects.get(pk=self.placement, case=case, state="accepted")
        placement.state, placement.ended_at, placement.end_reason = "ended", at, "ran_out"
        placement.save(update_fields=["state", "ended_at", "end_reason"])


class EndStay(Act):
    """End somebody's stay in a place, and say why.

    Shape    said_through: how the person's wish was heard, where the stay ends by it
    Writes   Placement.state
    Source   P8, G6.1
    """

    who = may(Role.SHELTER_WORKER, Role.CASEWORKER, Role.CHILD_PROTECTION_OFFICER, Role.PROTECTION_OFFICER)
    compartment = "whereabouts"
    need = "shelter"

    case: CaseId
    placement: PlacementId
    because: Because
    said_through: SaidThrough | None = None
    next_placement: PlacementId | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Ends the stay; the place is free from today."""
        placement = Placement.objects.get(pk=self.placement, case=case, state="accepted")
        today = profile.current().day(at)
        first = placement.nights.lower
        placement.nights = (first, max(today, first + timedelta(days=1)))
        placement.state, placement.ended_at, placement.end_reason = "ended", at, self.because
        placement.save(update_fields=["nights", "state", "ended_at", "end_reason"])
