"""Detention and release, custody that a court ordered, and into whose hands a person is given."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.db.models.functions import Coalesce

from tutela.agencies.facts import AuthorFacts
from tutela.agencies.words import Sector
from tutela.cases.models import Case
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, may
from tutela.engine.fields import AgencyId, CaseId, Kept, Prose

from .custody_facts import HeldFacts, is_free_first_hand, is_order_seen
from .models import Custody, Detention, HandedOver
from .words import KEEPERS, ClosedPlace, CustodyKind, FileRef, HandTo, HeldFor, HowKnown


class DetainPerson(Act):
    """Keep the person in a place that cannot be left freely, whatever it is called and however kindly it is meant.

    Reads    presumption; questions that nobody has answered yet
    Shape    act_ref: the reference under which a protection enquiry was made, if there was one
    Writes   Detention
    Source   P7, G2.6
    """

    need = "safety"

    case: CaseId
    place_kind: ClosedPlace
    held_for: HeldFor = HeldFor.OTHER
    act_ref: FileRef | None = None

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps the detention that nothing stood against."""
        return {"detention": _detention(case, self.place_kind, self.held_for, at, by.agency_id)}


class DetentionFound(Fact):
    """The person is held, or was: hours count from the time at which it began.

    Shape    act_ref: the reference under which a protection enquiry was made, if there was one
    Writes   Detention; a breach and the duty to release, where the person is protected
    Units    occurred_at: when the detention began
    Source   P7, G2.6
    """

    need = "safety"

    case: CaseId
    place_kind: ClosedPlace
    held_for: HeldFor = HeldFor.OTHER
    by_agency: AgencyId | None = None
    act_ref: FileRef | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the detention, and says who keeps the key."""
        keeper = KEEPERS.get(self.place_kind, Sector.DETENTION)
        made = _detention(case, self.place_kind, self.held_for, at, self.by_agency)
        return {"detention": made, "keeper": str(keeper)}


def _detention(case: Case, place_kind: str, held_for: str, at: datetime, by_agency: Any) -> Any:
    made = Detention.objects.create(
        case=case, place_kind=place_kind, held_for=held_for, started_at=at, by_agency_id=by_agency
    )
    return made.pk


class ReleaseRecorded(Fact):
    """The person is free to go, or is said to be.

    It ends the detention when somebody who did not hold the person met her or him, or heard it from her or him. Said
    by who held the person, or by hearsay, it is kept as said: the breach stays open until somebody has seen it.

    Writes   Detention.ended_at, Custody.ended_at, of all that still run; or Detention.said_ended_at
    Source   P7, G2.6
    """

    need = "safety"

    case: CaseId
    how_known: HowKnown = HowKnown.NOT_SAID

    def apply(self, case: Case, at: datetime, gathered: dict[type[Any], Any]) -> None:
        """Ends detention and custody, where it is known first hand; one that began later goes on."""
        author, held = gathered.get(AuthorFacts, AuthorFacts()), gathered.get(HeldFacts, HeldFacts())
        running = Detention.objects.filter(case=case, ended_at=None, started_at__lte=at)
        if not is_free_first_hand(self.how_known, author, held):
            running.filter(said_ended_at=None).update(said_ended_at=at)
            return
        running.update(ended_at=at)
        Custody.objects.filter(case=case, ended_at=None, started_at__lte=at).update(ended_at=at)


class CourtOrderedCustody(Fact):
    """A court ordered that the person be held. Kept apart from detention, and reviewed until it ends.

    An order that only who holds the person speaks of counts as detention, until the court says it, or somebody who
    holds nobody has seen the order.

    Shape    order_seen: whether the author has seen the court's order itself; None: not said
    Writes   Custody; its review is owed; a breach and the duty to see the order, where it is only said
    Source   G2.6; harm.md 15
    """

    need = "proceedings"

    case: CaseId
    kind: CustodyKind
    order_seen: bool | None = None
    by_agency: AgencyId | None = None
    charge_ref: FileRef | None = None

    def apply(self, case: Case, at: datetime, gathered: dict[type[Any], Any]) -> dict[str, Any]:
        """Keeps the custody; one that was only said before is the same, and now seen."""
        author = gathered.get(AuthorFacts, AuthorFacts())
        seen = is_order_seen(self.order_seen, self.kind, author, self.by_agency)
        said = Custody.objects.filter(case=case, kind=self.kind, ended_at=None, confirmed_at=None)
        known = said.order_by("started_at").first() if seen else None
        made = known or Custody(case=case, kind=self.kind, started_at=at)
        made.charge_ref = self.charge_ref or made.charge_ref
        made.by_agency_id = self.by_agency or made.by_agency_id
        made.confirmed_at = at if seen else None
        made.save()
        return {"custody": made.pk}


class ReviewCustody(Act):
    """Look again at custody that a court ordered: what it rests on, and what would do instead.

    Writes   Custody.last_review_at
    Source   G2.6; harm.md 15
    """

    who = may(
        Sector.COURT, Sector.LEGAL_AID, Sector.CHILD_PROTECTION, Sector.PROTECTION_OFFICE, Sector.COORDINATION
    )
    need = "proceedings"

    case: CaseId
    goes_on: bool
    finding: Annotated[Prose, Kept("statements")]

    def apply(self, case: Case, at: datetime) -> None:
        """Notes the review; custody that does not go on ends."""
        custody = Custody.objects.filter(case=case, ended_at=None)
        custody.update(last_review_at=at, confirmed_at=Coalesce("confirmed_at", at))
        if not self.goes_on:
            custody.update(ended_at=at)


class HandOver(Act):
    """Give the person into somebody's hands.

    Shape    suspected_controller: whether that somebody may be controlling the person; None: not known
    Writes   HandedOver
    Source   G5.1, G6.6
    """

    need = "safety"

    case: CaseId
    to_kind: HandTo
    suspected_controller: bool | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the hand-over that nothing stood against."""
        return {"hand_over": _handed_over(case, self.to_kind, self.suspected_controller, at, here=True)}


class WasHandedOver(Fact):
    """The person was given into somebody's hands.

    Writes   HandedOver; a breach and the duty to make the person safe, where that somebody may control her or him
    Source   G5.1, P8
    """

    need = "safety"

    case: CaseId
    to_kind: HandTo
    suspected_controller: bool | None = None
    by_agency: AgencyId | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps what happened."""
        return {"hand_over": _handed_over(case, self.to_kind, self.suspected_controller, at, here=False)}


def _handed_over(case: Case, to_kind: str, suspected: bool | None, at: datetime, here: bool) -> Any:
    made = HandedOver.objects.create(
        case=case, to_kind=to_kind, suspected_controller=suspected, here=here, at=at
    )
    return made.pk
