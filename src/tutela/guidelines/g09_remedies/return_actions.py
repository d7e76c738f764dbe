"""Passport, telephone, pay: what was taken from the person is the first thing people ask for. It is demanded back."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from tutela.agencies.models import Agency
from tutela.cases.models import Case
from tutela.engine import profile
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, Fault, InvalidAction
from tutela.engine.clocks import ClockEvent, due_at
from tutela.engine.fields import AgencyId, CaseId, Ref
from tutela.guidelines.g05_enforcement.actions import SPEAKS_FOR_THE_PERSON
from tutela.guidelines.g05_enforcement.words import Agreement

from .models import ReturnLetter, Withheld
from .words import SETTLES, Holder, Returned, Taken

WithheldId = Annotated[UUID, Ref("withheld")]
#: Term of the profile: by when whoever was asked brings back what was taken.
ANSWER = "belongings_returned"


class BelongingsWithheld(Fact):
    """A passport, a telephone, pay or belongings of the person are kept back by somebody.

    Writes   Withheld; the demand to give it back is owed
    Source   P17, G9.1
    """

    need = "remedies"
    provisions = ("P17", "G9.1")

    case: CaseId
    what: tuple[Taken, ...]
    holder: Holder = Holder.UNKNOWN

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps what was taken."""
        if not self.what:
            raise InvalidAction([Fault("what", "field.missing", {})])
        made = Withheld.objects.create(
            case=case, what=list(map(str, self.what)), holder=self.holder, found_at=at
        )
        return {"withheld": made.pk}


class DemandReturn(Act):
    """Ask an authority, by a letter, to get back what was taken from the person. No name is in the letter.

    Reads    what was taken; whether the person agrees
    Writes   ReturnLetter; whoever was asked owes its return
    Source   P17, G9.1; it goes as far as the person agreed (harm.md 4)
    """

    who = SPEAKS_FOR_THE_PERSON
    need = "remedies"
    provisions = ("P17", "G9.1")

    case: CaseId
    withheld: WithheldId
    to_agency: AgencyId
    agreement: Agreement

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps everything that the letter says."""
        taken = Withheld.objects.get(pk=self.withheld, case=case)
        here = profile.current()
        answer = due_at(here.term(ANSWER, here.day(at)), [ClockEvent("start", at)], here.calendar)
        made = ReturnLetter.objects.create(
            case=case,
            withheld=taken,
            pseudonym=case.pseudonym,
            agreement=self.agreement,
            from_agency_id=by.agency_id,
            to_agency_id=Agency.objects.get(pk=self.to_agency).pk,
            sent_at=at,
            sent_on=here.day(at),
            answer_by=here.day(answer) if answer else None,
        )
        return {"return_letter": made.pk}


class BelongingsReturned(Fact):
    """What was taken came back: all of it, a part, or nothing.

    Writes   Withheld.outcome
    Source   P17, G9.1
    """

    need = "remedies"
    provisions = ("P17", "G9.1")

    case: CaseId
    withheld: WithheldId
    outcome: Returned

    def apply(self, case: Case, at: datetime) -> None:
        """Notes what became of it; it ends when everything is back or replaced."""
        taken = Withheld.objects.get(pk=self.withheld, case=case)
        taken.outcome, taken.ended_at = self.outcome, at if self.outcome in SETTLES else None
        taken.save(update_fields=["outcome", "ended_at"])
