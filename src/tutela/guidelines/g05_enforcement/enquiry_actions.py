"""The protection enquiry: asked before a custody, a charge or a removal, answered by a person on the telephone."""

from __future__ import annotations

from datetime import date, datetime
from math import ceil
from typing import Annotated, Any, ClassVar
from uuid import UUID

from tutela.agencies.words import Compartment, Role, Sector
from tutela.cases.actions import DutyId
from tutela.cases.models import Case
from tutela.engine import profile, sealing
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fault, InvalidAction, may
from tutela.engine.clocks import ClockEvent, due_at
from tutela.engine.duties import pass_up
from tutela.engine.fields import CaseId, Country, Kept, Line, Moment, Prose, Ref
from tutela.engine.journal import canonical
from tutela.engine.models import Outbox
from tutela.guidelines.g02_identification.forms import Setting
from tutela.people import keys, tokens

from .enquiry_models import Enquiry, EnquiryOnFile, EnquiryPattern
from .enquiry_words import ASKERS, TOGETHER, EnquiryKind, EnquirySaid, TellingGround, mark_of
from .words import FileRef

EnquiryId = Annotated[UUID, Ref("enquiry", subject=True)]
COMPARTMENT = "identity"
#: Term of the profile: within how long the office calls back.
CALLBACK = "enquiry_callback"
#: What the outbox tells once a question is committed: its person is compared with others only then.
ASKED = "enquiry.asked"
#: What is closed to the enquiry's own key.
SEALED = ("act_ref", "person_name", "other_names", "birth_date", "nationality", "call")


def info(enquiry_id: UUID) -> bytes:
    """What the sealed content is bound to."""
    return sealing.binding(enquiry_id, COMPARTMENT, "enquiry")


def due_after(at: datetime) -> datetime | None:
    """By when the office calls back whoever asks at this time."""
    here = profile.current()
    return due_at(here.term(CALLBACK, here.day(at)), [ClockEvent("start", at)], here.calendar)


def hours_after(at: datetime) -> int:
    """The same in whole hours, as the reply says it."""
    due = due_after(at)
    return ceil((due - at).total_seconds() / 3600) if due else 0


class AskProtection(Act):
    """Ask before a person is held, charged or removed. Every question gets the same reply, whoever it is about.

    INVARIANT: nothing here looks anybody up; the reply, its size and the work behind it are the same for all
    (tests/g05/test_enquiry.py).

    Shape    act_ref: the reference of that custody, charge or removal; call: the number to call back
    Writes   Enquiry, a subject of its own, sealed; the office owes a call within the profile's hours
    Source   P7, G2.5, G2.6; harm.md 4
    """

    who = may(*ASKERS)
    opens = "enquiry"
    compartment = COMPARTMENT
    need = "rights"
    provisions = ("P7", "G2.5", "G2.6")

    kind: EnquiryKind
    act_ref: FileRef
    person_name: Line
    other_names: Line | None = None
    birth_date: date | None = None
    nationality: Country | None = None
    setting: Setting
    call: Line

    def apply(self, new: UUID, by: Actor, at: datetime) -> dict[str, Any]:
        """Seals the question; whether anybody is known is asked after it is committed, and by the office."""
        publics = keys.publics_of(new)
        if publics is None:
            raise RuntimeError("no room gives keysets; an enquiry cannot be sealed")
        content = canonical(self.model_dump(mode="json", include=set(SEALED)))
        Enquiry.objects.create(
            id=new,
            kind=self.kind,
            ref_mark=mark_of(self.act_ref),
            setting=self.setting,
            agency_id=by.agency_id,
            member_id=by.member_id,
            asked_at=at,
            due_at=due_after(at),
            keyset_id=publics.keyset_id,
            sealed=sealing.seal(publics.publics[COMPARTMENT], info(new), content),
        )
        for one in (self.person_name, self.other_names):
            if one is not None:
                tokens.index_name(new, one)
        Outbox.objects.create(kind=ASKED, ids={"enquiry": str(new)}, recorded_at=at)
        return {"hours": hours_after(at), "setting": str(self.setting), "notes": ("enquiry.asked",)}


class AnswerEnquiry(Act):
    """Write down the call: what was said to whoever asked, and on what ground.

    Where it is about somebody with a file, the file is named: she sees there who asked, and what they were told.

    Reads    who asked; what the person agreed to be told
    Shape    disclosed: parts of the file of which anything was told, beside that protection applies
    Writes   Enquiry; EnquiryOnFile; the call that is owed is met, and owed again after "please wait"
    Source   P7, G2.5, G2.6, G6.6; harm.md 4
    """

    who = may(Sector.PROTECTION_OFFICE, Role.PROTECTION_OFFICER)
    needs = "intake"
    compartment = "status"
    owed_on: ClassVar[str] = "enquiry"
    need = "file"
    provisions = ("P7",)

    enquiry: EnquiryId
    case: CaseId | None = None
    called_at: Moment
    said: EnquirySaid
    disclosed: tuple[Compartment, ...] = ()
    ground: TellingGround | None = None
    reason: Annotated[Prose, Kept("statements")] | None = None
    reference_found: bool | None = None

    def apply(self, enquiry: Enquiry, case: Case | None, at: datetime) -> dict[str, Any]:
        """Keeps what was said. Raises InvalidAction for what was answered before, or at a time that cannot be."""
        if enquiry.answered_at is not None:
            raise InvalidAction([Fault("enquiry", "enquiry.answered", {})])
        if not enquiry.asked_at <= self.called_at <= at:
            raise InvalidAction([Fault("called_at", "enquiry.called_when", {})])
        waits = self.said is EnquirySaid.PLEASE_WAIT
        enquiry.said, enquiry.called_at = self.said, self.called_at
        enquiry.state = "told_to_wait" if waits else "answered"
        enquiry.answered_at = None if waits else self.called_at
        if self.reference_found is not None:
            enquiry.reference_found = self.reference_found
        if waits:
            enquiry.due_at = due_after(at)
        enquiry.save()
        if case is not None:
            self._on_file(enquiry, case, at)
        return {"asked_by": enquiry.agency_id}

    def _on_file(self, enquiry: Enquiry, case: Case, at: datetime) -> None:
        EnquiryOnFile.objects.update_or_create(
            case=case,
            enquiry=enquiry,
            defaults={
                "agency_id": enquiry.agency_id,
                "kind": enquiry.kind,
                "said": self.said,
                "ground": self.ground or "",
                "asked_at": enquiry.asked_at,
                "told_at": at,
            },
        )


class CompareEnquiry(Act):
    """See whether another agency asked for the same person, by blind tokens alone: neither question is opened.

    Writes   EnquiryPattern, which the monitor reads
    Source   harm.md 4
    """

    system: ClassVar[bool] = True
    need = "rights"

    enquiry: EnquiryId

    def apply(self, enquiry: Enquiry, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps each pair of questions once."""
        alike = {hit.case_id for hit in tokens.alike(by, enquiry.pk, "to compare enquiries", at)}
        since = enquiry.asked_at - profile.current().span(TOGETHER, enquiry.asked_at)
        others = Enquiry.objects.filter(pk__in=alike, asked_at__gt=since).exclude(agency_id=enquiry.agency_id)
        pairs = [EnquiryPattern(enquiry=enquiry, other=other, found_at=at) for other in others]
        EnquiryPattern.objects.bulk_create(pairs, ignore_conflicts=True)
        return {"alike": len(pairs)}


class EscalateEnquiry(Act):
    """Tell the next in line that nobody called back: the coordinator, then the monitor. Carries no identity.

    Writes   Duty.escalated_to
    Source   P2
    """

    system: ClassVar[bool] = True
    need = "rights"

    enquiry: EnquiryId
    duty: DutyId
    to: Role

    def apply(self, enquiry: Enquiry, at: datetime) -> dict[str, Any]:
        """Notes who has been told, and when."""
        return pass_up(self.duty, enquiry.pk, self.to, at)
