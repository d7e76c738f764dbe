"""Interpreters: who they are, what they are tied to, for what they are booked, and what a person says of them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from tutela.agencies.actions import OwnAgencyId
from tutela.agencies.models import Agency, Member
from tutela.agencies.words import Role
from tutela.cases.models import Case
from tutela.cases.words import Sex
from tutela.engine.actions import Act, Fact, Fault, InvalidAction, may
from tutela.engine.fields import CaseId, Kept, Language, Languages, MemberId, Moment, Prose, Ref

from .care_models import Booking, Interpreter
from .care_words import Appointment, Ties, WrongWith
from .words import ForSex

InterpreterId = Annotated[UUID, Ref("interpreter")]
BookingId = Annotated[UUID, Ref("booking")]


class RegisterInterpreter(Act):
    """Add a member of your agency to the register of interpreters, with the languages and the sex; or change them.

    Writes   Interpreter
    Source   G6.5
    """

    who = may(Role.ADMINISTRATOR, Role.COORDINATOR, Role.SYSTEM)
    need = "setup"

    agency: OwnAgencyId
    member: MemberId
    languages: Languages
    sex: Sex = Sex.UNKNOWN
    takes_bookings: bool = True

    def apply(self, agency: Agency) -> dict[str, Any]:
        """Keeps the newest word on a member of this agency."""
        if not self.languages:
            raise InvalidAction([Fault("languages", "field.missing", {})])
        member = Member.objects.get(pk=self.member, agency=agency, active=True)
        known = {"languages": list(self.languages), "sex": self.sex, "active": self.takes_bookings}
        made, _new = Interpreter.objects.update_or_create(
            member_id=member.pk, defaults={**known, "agency_id": agency.pk}
        )
        return {"interpreter": made.pk}


class BookInterpreter(Act):
    """Book an interpreter for one appointment, after asking about ties to the person's community, employer or suspect.

    Shape    ties: what the interpreter answered; who is tied is not booked. she_wants: the sex she asked for
    Units    starts_at: aware UTC
    Writes   Booking
    Source   G6.5; harm.md 7
    """

    need = "information"
    provisions = ("G6.6",)

    case: CaseId
    interpreter: InterpreterId
    language: Language
    appointment: Appointment
    starts_at: Moment
    ties: Ties
    she_wants: ForSex = ForSex.ANYONE

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Keeps the booking. An hour that has passed is said so."""
        if self.starts_at < at:
            raise InvalidAction([Fault("starts_at", "date.past", {})])
        made = Booking.objects.create(
            case=case,
            interpreter=Interpreter.objects.get(pk=self.interpreter, active=True),
            language=self.language,
            appointment=self.appointment,
            starts_at=self.starts_at,
        )
        return {"booking": made.pk}


class ComplainOfInterpreter(Fact):
    """The person says that something was wrong with an interpreter. That one is not booked for her again.

    Writes   Booking.complained_at; another interpreter is owed
    Source   G6.5, G6.6
    """

    need = "information"

    case: CaseId
    booking: BookingId
    wrong_with: WrongWith
    words: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Marks the booking of this case."""
        found = Booking.objects.get(pk=self.booking, case=case)
        found.complained_at, found.wrong_with = at, self.wrong_with
        found.save(update_fields=["complained_at", "wrong_with"])
