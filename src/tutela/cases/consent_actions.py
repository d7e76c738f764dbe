"""Consent as a record: given with open eyes, resting on one receiver and purpose, and taken back at any time."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Annotated, Any
from uuid import UUID

from tutela.agencies.actions import ConsentId
from tutela.agencies.models import Agency
from tutela.agencies.words import Compartment, Purpose
from tutela.engine import profile
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fault, InvalidAction
from tutela.engine.fields import AgencyId, CaseId, Kept, Language, Prose, Ref

from . import consents
from .models import Case, Consent, Withdrawal
from .own_door_actions import calls_back
from .words import Interpreting, SaidBy, SaidThrough, StoppedHow, Told

WithdrawalId = Annotated[UUID, Ref("withdrawal")]


class RecordConsent(Act):
    """Keep what the person agreed to: who may receive what, for what, until when. Nothing is passed on by this alone.

    Shape    told: what she heard before she said yes; until: the last day on which it holds
    Writes   Consent
    Units    given_on, until: calendar days in the profile's time zone
    Source   G6.6, G2.1; harm.md 1, 6
    """

    need = "safety"
    provisions = ("G6.6", "G2.1")

    case: CaseId
    receiver: AgencyId
    purpose: Purpose
    compartments: tuple[Compartment, ...] = (Compartment.FACTS,)
    told: tuple[Told, ...] = ()
    language: Language
    interpreting: Interpreting
    said_by: SaidBy = SaidBy.HERSELF
    said_through: SaidThrough
    given_on: date | None = None
    until: date | None = None
    conditions: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps the consent; days that cannot be are said so."""
        here = profile.current()
        today, given = here.day(at), self.given_on or here.day(at)
        if given > today:
            raise InvalidAction([Fault("given_on", "date.ahead", {})])
        if self.until is not None and self.until < max(given, today):
            raise InvalidAction([Fault("until", "consent.over_already", {})])
        made = Consent.objects.create(
            case=case,
            purpose=self.purpose,
            receiver_id=Agency.objects.get(pk=self.receiver, active=True).pk,
            compartments=sorted({str(c) for c in (*self.compartments, Compartment.FACTS)}),
            language=self.language,
            interpreting=self.interpreting,
            said_through=self.said_through,
            said_by=self.said_by,
            told=sorted(map(str, self.told)),
            given_at=at if given == today else _noon(given),
            until=_end_of(self.until) if self.until else None,
            recorded_by=by.agency_id,
        )
        return {"consent": made.pk}


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), profile.current().calendar.zone)


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), profile.current().calendar.zone)


class WithdrawConsent(Act):
    """The person takes a consent back. Sharing stops at once, and whoever received something has to stop and answer.

    Writes   Consent.withdrawn_at; the receiver's grant ends; the receiver's duty to stop; the duty to call her back
    Source   G6.6, G6.2; harm.md 11
    """

    need = "safety"
    refreshes = True
    herself = True
    provisions = ("G6.6", "G6.2")

    case: CaseId
    consent: ConsentId
    said_through: SaidThrough

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Stops what rests on it. Raises InvalidAction where it was taken back before."""
        consent = Consent.objects.get(pk=self.consent, case=case)
        if consent.withdrawn_at is not None:
            raise InvalidAction([Fault("consent", "consent.is_withdrawn", {})])
        withdrawal = consents.take_back(consent, at)
        made: dict[str, Any] = {"taken_back": consent.pk, "caller": calls_back(case, by)}
        if withdrawal is not None:
            made |= {"withdrawal": withdrawal, "receiver": consent.receiver_id}
        if consent.used_for is not None:
            made["referral"] = consent.used_for
        return made


class AnswerWithdrawal(Act):
    """Say that your agency has stopped using what the person no longer wants you to have, and what became of it.

    Reads    only that your agency still owes the answer: it does not see the file any more
    Writes   Withdrawal.answered_at
    Source   G6.6
    """

    needs = "owed"
    need = "file"
    provisions = ("G6.6",)

    case: CaseId
    withdrawal: WithdrawalId
    stopped: StoppedHow
    passed_on_to_others: bool = False

    def apply(self, case: Case, by: Actor, at: datetime) -> None:
        """Keeps the answer, for its receiver only."""
        found = Withdrawal.objects.get(
            pk=self.withdrawal, case=case, receiver_id=by.agency_id, answered_at=None
        )
        found.answered_at, found.answer = at, self.stopped
        found.save(update_fields=["answered_at", "answer"])


class CallBack(Act):
    """Call the person back on a safe line after a consent was withdrawn: was it her own wish, and is she safe?

    Source   harm.md 11: a controller may hold the phone
    """

    need = "safety"

    case: CaseId
    reached: bool
    her_own_wish: bool | None = None
    line_was_safe: bool = True

    def apply(self) -> None:
        """Only the entry, and the duty that it meets."""
