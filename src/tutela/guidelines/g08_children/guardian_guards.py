"""Guards for a child's side in proceedings: nobody with a conflict, nothing before guardian and lawyer are there."""

from __future__ import annotations

from datetime import timedelta

from tutela.agencies.facts import AuthorFacts
from tutela.cases.facts import AgeFacts
from tutela.engine import profile
from tutela.engine.actions import Act
from tutela.engine.rules import Reason, guard
from tutela.guidelines.g02_identification.asylum_actions import EndAsylum
from tutela.guidelines.g04_law.actions import RemovePerson
from tutela.guidelines.g04_law.permit_actions import EndPermit
from tutela.guidelines.g05_enforcement.actions import BringCharge
from tutela.guidelines.g05_enforcement.steps_actions import PlanStep
from tutela.guidelines.g05_enforcement.steps_words import SPEAKS
from tutela.guidelines.g06_protection.actions import OfferPlace
from tutela.guidelines.g06_protection.return_actions import PlanReturn
from tutela.guidelines.g09_remedies.actions import AHEAD, OpenClaim

from .bia_actions import DetermineBestInterests
from .care_actions import ArrangeCare, ContactFamily, ReuniteFamily, StartTracing
from .guardian_actions import AcceptAppointment, AppointRepresentative, ArrangeForChild
from .guardian_words import CHILD_ALWAYS, FREE_OF_CONFLICT, Conflict, Office
from .rights_facts import AppointeeFacts, AppointmentFacts, SideFacts

Proceedings = PlanStep | BringCharge | OpenClaim


@guard(AppointRepresentative, provisions=["P10", "G8.8"], instead=[AppointRepresentative])
def no_guardian_with_a_conflict(action: AppointRepresentative, whose: AppointeeFacts) -> Reason | None:
    """Nobody is guardian or lawyer who charges, holds, removes, houses or decides about the child, or may gain by it.

    A conflict that nobody looked for is not ruled out.
    """
    free = whose.sector in FREE_OF_CONFLICT[action.office]
    return None if free and action.conflict is Conflict.NONE_FOUND else Reason("guardian.conflict")


@guard(AppointRepresentative, provisions=["P10", "G8.8"], instead=[AppointRepresentative])
def nobody_the_child_does_not_want(action: AppointRepresentative) -> Reason | None:
    """A child who says no to this person gets another one."""
    return Reason("guardian.not_wanted") if action.wanted is False else None


@guard(AcceptAppointment, provisions=["G8.8"], instead=[AppointRepresentative])
def an_office_is_taken_by_who_was_appointed(
    action: AcceptAppointment, found: AppointmentFacts, author: AuthorFacts
) -> Reason | None:
    """Only a member of the agency that was appointed takes the office, while the appointment lasts."""
    own = author.agency_id is not None and author.agency_id == found.agency_id
    return None if own and found.ended is False else Reason("guardian.not_appointed")


@guard(
    PlanStep, BringCharge, OpenClaim,
    provisions=["P10", "G8.8"], instead=[AppointRepresentative], child_safeguard=True,
)  # fmt: skip
def no_proceedings_without_a_guardian(action: Proceedings, age: AgeFacts, side: SideFacts) -> Reason | None:
    """No proceedings touch somebody who may be a child before a guardian has taken office."""
    if age.may_be_child is False or not side.lacks(Office.GUARDIAN) or _would_come_too_late(action, age):
        return None
    return Reason("child.no_guardian")


@guard(
    PlanStep, BringCharge, OpenClaim,
    provisions=["G8.8"], instead=[AppointRepresentative], child_safeguard=True,
)  # fmt: skip
def no_proceedings_without_a_lawyer(action: Proceedings, age: AgeFacts, side: SideFacts) -> Reason | None:
    """No proceedings touch somebody who may be a child before a lawyer of her own has taken office."""
    if age.may_be_child is False or not side.lacks(Office.LAWYER) or _would_come_too_late(action, age):
        return None
    return Reason("child.no_lawyer")


@guard(
    OfferPlace, ArrangeCare, StartTracing, ContactFamily, ReuniteFamily, PlanReturn, RemovePerson, EndAsylum, EndPermit,
    DetermineBestInterests,
    provisions=["P10"], instead=[AppointRepresentative, "place_tonight"], child_safeguard=True,
)  # fmt: skip
def nothing_is_decided_without_a_guardian(action: Act, age: AgeFacts, side: SideFacts) -> Reason | None:
    """Nothing is decided about somebody who may be a child before a guardian is there; a bed for tonight is given."""
    if age.may_be_child is False or not side.lacks(Office.GUARDIAN):
        return None
    return Reason("child.no_guardian")


@guard(PlanStep, provisions=["G8.8"], instead=[ArrangeForChild], child_safeguard=True)
def a_child_is_asked_in_a_way_made_for_children(
    action: PlanStep, age: AgeFacts, side: SideFacts
) -> Reason | None:
    """Nobody who may be a child is asked anything in proceedings before what makes them fit for it is on file."""
    if age.may_be_child is False or action.kind not in SPEAKS:
        return None
    return None if set(side.measures or ()) >= CHILD_ALWAYS else Reason("child.no_measures")


def _would_come_too_late(action: Proceedings, age: AgeFacts) -> bool:
    """A claim near its last day is opened all the same: a child loses no right for want of a guardian."""
    if not isinstance(action, OpenClaim) or action.limit_on is None or age.today is None:
        return False
    here = profile.current()
    length = here.term(AHEAD, age.today).length
    near = here.calendar.move(age.today, length) if length is not None else age.today + timedelta(days=1)
    return action.limit_on <= near
