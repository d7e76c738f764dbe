"""Charges, the assessment of their link to the trafficking, the letter to the prosecutor, and convictions.

Detention, hand-over and investigation are in `custody_actions.py` and `inquiry_actions.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from tutela.agencies.models import Agency
from tutela.agencies.words import Sector
from tutela.cases.facts import AgeFacts
from tutela.cases.models import Case
from tutela.engine import profile
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, Fault, InvalidAction, may
from tutela.engine.clocks import ClockEvent, due_at
from tutela.engine.fields import AgencyId, CaseId, Kept, Prose

from . import (
    custody_actions,
    enquiry_actions,
    inquiry_actions,
    operation_actions,
    pursuit_actions,
    steps_actions,
    undoing_actions,
)
from .models import Charge, Conviction, Detention, Letter, LinkAssessment
from .words import Agreement, FileRef, Offence, ProsecutorDecision, Sentence

__all__ = [
    "custody_actions",
    "enquiry_actions",
    "inquiry_actions",
    "operation_actions",
    "pursuit_actions",
    "steps_actions",
    "undoing_actions",
]

#: Who writes to a prosecutor for the person.
SPEAKS_FOR_THE_PERSON = may(
    Sector.PROTECTION_OFFICE, Sector.LEGAL_AID, Sector.NGO, Sector.PROTECTION, Sector.SHELTER, Sector.HEALTH,
    Sector.CHILD_PROTECTION, Sector.COMPETENT_AUTHORITY, Sector.LABOUR_INSPECTION, Sector.ASYLUM, Sector.HELPLINE,
    Sector.COORDINATION,
)  # fmt: skip


class BringCharge(Act):
    """Bring a charge against the person.

    Reads    presumption; the assessment of this charge's link; how old the person is
    Writes   Charge
    Source   P7, G2.5, G8.3
    """

    who = may(Sector.PROSECUTION, Sector.POLICE)
    need = "proceedings"

    case: CaseId
    charge_ref: FileRef
    offence: Offence

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps the charge that nothing stood against."""
        made = _charge(case, self.charge_ref, self.offence, at, here=True, prosecutor=by.agency_id)
        return {"charge": made.pk}


class AssessChargeLink(Act):
    """Say whether a charge is linked to the person's being trafficked, with reasons. Unknown counts as linked.

    Reads    who the assessor is, and the date of the training
    Writes   LinkAssessment
    Source   P7, G2.5
    """

    need = "proceedings"

    case: CaseId
    charge_ref: FileRef
    offence: Offence
    linked: bool | None = None
    reasons: Annotated[Prose, Kept("statements")]

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps the finding; the newest one counts."""
        made = LinkAssessment.objects.create(
            case=case,
            charge_ref=self.charge_ref,
            offence=self.offence,
            linked=self.linked,
            assessed_at=at,
            assessed_by=by.member_id,
            agency_id=by.agency_id,
        )
        return {"assessment": made.pk, **_undoing(case, self.charge_ref)}


class ChargeFound(Fact):
    """A charge was brought elsewhere, or began before.

    Writes   Charge; a breach and its duties, where it goes against protection
    Source   P7, G2.5, G8.3
    """

    need = "proceedings"

    case: CaseId
    charge_ref: FileRef
    offence: Offence
    prosecutor: AgencyId | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the charge."""
        made = _charge(case, self.charge_ref, self.offence, at, prosecutor=self.prosecutor)
        return {"charge": made.pk}


class FineFound(Fact):
    """The person was fined for entry, stay, work, or for something else that follows from being trafficked.

    Writes   Charge, as a fine; a breach, where it goes against protection
    Source   P7
    """

    need = "proceedings"

    case: CaseId
    charge_ref: FileRef
    offence: Offence
    by_agency: AgencyId | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the fine."""
        made = _charge(case, self.charge_ref, self.offence, at, is_fine=True, prosecutor=self.by_agency)
        return {"charge": made.pk}


class ChargeDropped(Fact):
    """A charge was dropped, or a fine taken back.

    Writes   Charge.ended_at
    Source   P7, G2.5
    """

    need = "proceedings"

    case: CaseId
    charge_ref: FileRef

    def apply(self, case: Case, at: datetime) -> None:
        """Ends the charge."""
        _end_charge(case, self.charge_ref, at)


def _charge(
    case: Case,
    charge_ref: str,
    offence: str,
    at: datetime,
    *,
    here: bool = False,
    is_fine: bool = False,
    prosecutor: Any = None,
) -> Charge:
    """The charge of this reference and offence; one that was dropped stands again."""
    made, new = Charge.objects.get_or_create(
        case=case,
        charge_ref=charge_ref,
        offence=offence,
        defaults={"brought_at": at, "brought_here": here, "is_fine": is_fine, "prosecutor_id": prosecutor},
    )
    if not new and made.ended_at is not None:
        made.ended_at = None
        made.save(update_fields=["ended_at"])
    return made


def _end_charge(case: Case, charge_ref: str, at: datetime) -> None:
    Charge.objects.filter(case=case, charge_ref=charge_ref, ended_at=None).update(ended_at=at)


class SendLetter(Act):
    """Send the prosecutor the letter that asks to stop: a pseudonym, the charge, the rules, and no name.

    Reads    the assessment of the charge; whether the person is held, and may be a child
    Writes   Letter; the prosecution owes an answer
    Source   P7, G2.5; harm.md 4, 8: it goes as far as the person agreed
    """

    who = SPEAKS_FOR_THE_PERSON
    need = "proceedings"

    case: CaseId
    charge_ref: FileRef
    to_agency: AgencyId
    agreement: Agreement

    def apply(self, case: Case, by: Actor, at: datetime, gathered: dict[type[Any], Any]) -> dict[str, Any]:
        """Keeps everything that the letter says, so that it can be printed as it was sent."""
        charge = Charge.objects.filter(case=case, charge_ref=self.charge_ref).order_by("ended_at").last()
        if charge is None:
            raise InvalidAction([Fault("charge_ref", "letter.no_charge", {})])
        link = _link(case, charge)
        if link == "not_linked":
            raise InvalidAction([Fault("charge_ref", "letter.not_linked", {})])
        here = profile.current()
        answer_at = due_at(here.term("letter_answer", here.day(at)), [ClockEvent("start", at)], here.calendar)
        made = Letter.objects.create(
            case=case,
            charge_ref=self.charge_ref,
            offence=charge.offence,
            link=link,
            pseudonym=case.pseudonym,
            presumed_on=here.day(case.presumed_at) if case.presumed_at else None,
            may_be_child=gathered.get(AgeFacts, AgeFacts()).may_be_child is not False,
            held=Detention.objects.filter(case=case, ended_at=None).exists(),
            from_agency_id=by.agency_id,
            to_agency_id=Agency.objects.get(pk=self.to_agency).pk,
            sent_at=at,
            sent_on=here.day(at),
            answer_by=here.day(answer_at) if answer_at else None,
            agreement=self.agreement,
        )
        return {"letter": made.pk}


def _link(case: Case, charge: Charge) -> str:
    newest = (
        LinkAssessment.objects.filter(case=case, charge_ref=charge.charge_ref, offence=charge.offence)
        .order_by("-id")
        .first()
    )
    if newest is None:
        return "not_assessed"
    return {True: "linked", False: "not_linked", None: "unknown"}[newest.linked]


class ProsecutorAnswered(Fact):
    """What the prosecutor answered to the letter.

    Shape    clear_reasons: they say which element of trafficking is missing, or why the charge is not linked
    Writes   Letter.decision, Charge; a breach, where a charge is kept up without clear reasons
    Source   P7, G2.5
    """

    need = "proceedings"

    case: CaseId
    charge_ref: FileRef
    decision: ProsecutorDecision
    clear_reasons: bool | None = None
    reasons: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Notes the answer on the letters; a charge that is dropped ends."""
        Letter.objects.filter(case=case, charge_ref=self.charge_ref, answered_at=None).update(
            answered_at=at, decision=self.decision
        )
        if self.decision is ProsecutorDecision.DROPPED:
            _end_charge(case, self.charge_ref, at)


class ConvictionFound(Fact):
    """The person was convicted, here or elsewhere.

    Writes   Conviction; a breach and the duty to seek its quashing, where it goes against protection
    Source   P7, G2.5, G8.3
    """

    need = "proceedings"

    case: CaseId
    charge_ref: FileRef
    offence: Offence
    sentence: Sentence = Sentence.UNKNOWN
    by_agency: AgencyId | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the conviction."""
        made, _ = Conviction.objects.get_or_create(
            case=case,
            charge_ref=self.charge_ref,
            offence=self.offence,
            defaults={
                "sentence": self.sentence,
                "convicted_at": at,
                "by_agency_id": self.by_agency,
            },
        )
        return {"conviction": made.pk, "undoing": made.pk}


class ConvictionQuashed(Fact):
    """A court set the conviction aside.

    Writes   Conviction.quashed_at, record_cleared_at
    Source   P7
    """

    need = "proceedings"

    case: CaseId
    charge_ref: FileRef
    record_cleared: bool = False

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Notes the quashing and, where it was done, the clearing of the record."""
        convictions = Conviction.objects.filter(case=case, charge_ref=self.charge_ref)
        convictions.filter(quashed_at=None).update(quashed_at=at)
        if self.record_cleared:
            convictions.update(record_cleared_at=at)
            _end_charge(case, self.charge_ref, at)
        return _undoing(case, self.charge_ref)


def _undoing(case: Case, charge_ref: str) -> dict[str, Any]:
    """The conviction of this reference, by which its duties and breaches are found again."""
    found = Conviction.objects.filter(case=case, charge_ref=charge_ref).order_by("convicted_at").first()
    return {} if found is None else {"undoing": found.pk}
