"""Who works with whom: named, standing in for a time and given back; leave, and supervision of those who work."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from tutela.agencies.actions import OwnAgencyId
from tutela.agencies.models import Agency, Member
from tutela.agencies.words import Role
from tutela.engine import profile, sealing
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fault, InvalidAction, may
from tutela.engine.fields import CaseId, MemberId, Note, Ref
from tutela.people import keys

from . import workload
from .models import Case, Leave, Supervision, WorkerFor

WorkerForId = Annotated[UUID, Ref("worker_for")]
ARRANGES = may(
    Role.CASEWORKER, Role.CHILD_PROTECTION_OFFICER, Role.GUARDIAN, Role.SHELTER_WORKER, Role.HEALTH_WORKER,
    Role.LAWYER, Role.ADMINISTRATOR,
)  # fmt: skip
CLOSED_AS = "statements"


def info(supervision_id: UUID) -> bytes:
    """What the sealed words are bound to."""
    return sealing.binding(supervision_id, CLOSED_AS, "supervision")


class NameWorker(Act):
    """Say who of your agency works with the person: for good, or until a day in the place of who is away.

    Units    until: the last day, in the profile's time zone; empty: for good
    Writes   WorkerFor; the duty to tell her. Above the ceiling of the profile it warns, and refuses nobody help
    Source   P8, G6.6
    """

    who = ARRANGES
    need = "case"
    provisions = ("P8",)

    case: CaseId
    colleague: MemberId
    until: date | None = None

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Names a colleague who is there. Raises InvalidAction for who is on leave, or a day that has passed."""
        today = profile.current().day(at)
        if self.until is not None and self.until < today:
            raise InvalidAction([Fault("until", "date.past", {})])
        member = Member.objects.get(pk=self.colleague, agency_id=by.agency_id, active=True)
        if Leave.objects.filter(member_id=member.pk, since__lte=today, until__gte=today).exists():
            raise InvalidAction([Fault("colleague", "worker.on_leave", {})])
        own = WorkerFor.objects.filter(case=case, agency_id=by.agency_id, ended_at=None)
        base = own.filter(covers_id=None).first()
        covers = base.member_id if base and self.until is not None and base.member_id != member.pk else None
        gone = own if covers is None else own.exclude(covers_id=None)
        gone.update(ended_at=at)
        made = WorkerFor.objects.create(
            case=case, agency_id=by.agency_id, member_id=member.pk, covers_id=covers, since=at,
            until=self.until if covers else None,
        )  # fmt: skip
        notes = ("worker.over_ceiling",) if workload.is_over(member.pk, at) else ()
        return {"worker_for": made.pk, "notes": notes}


class GiveBack(Act):
    """Give a person back to whoever works with her, from a colleague who stood in. By itself when the days are over.

    Writes   WorkerFor.ended_at; the duty to tell her
    Source   P8
    """

    who = ARRANGES
    need = "case"
    provisions = ("P8",)

    case: CaseId
    worker_for: WorkerForId

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Ends the standing in; for the clock, only once its days are over."""
        found = WorkerFor.objects.get(pk=self.worker_for, case=case, ended_at=None, covers_id__isnull=False)
        is_clock = by.sector == "system"
        if not is_clock and found.agency_id != by.agency_id:
            raise InvalidAction([Fault("worker_for", "field.not_here", {})])
        if is_clock and found.until and found.until >= profile.current().day(at):
            raise InvalidAction([Fault("worker_for", "field.not_here", {})])
        found.ended_at = at
        found.save(update_fields=["ended_at"])
        return {"binds": found.agency_id}


class BeginLeave(Act):
    """Write down that a colleague is away. First each of their people has somebody named for all of that time.

    Units    since, until: calendar days, both away
    Writes   Leave
    Source   P8: nobody is left without a worker
    """

    who = ARRANGES
    need = "setup"
    provisions = ("P8",)

    agency: OwnAgencyId
    colleague: MemberId
    since: date
    until: date

    def apply(self, agency: Agency) -> dict[str, Any]:
        """Keeps the days."""
        if self.until < self.since:
            raise InvalidAction([Fault("until", "date.past", {})])
        member = Member.objects.get(pk=self.colleague, agency=agency)
        made = Leave.objects.create(
            agency_id=agency.pk, member_id=member.pk, since=self.since, until=self.until
        )
        return {"leave": made.pk}


class RecordSupervision(Act):
    """A colleague had supervision, and when it comes next. What was said is for the two, and about the work.

    Before the first one there is only the day agreed: it is owed from then on, and is not put off by another record.

    Shape    words: about the work and the worker; nothing about a person, which belongs in the file
    Units    held_on, next_on: calendar days; held_on is empty where the first day is agreed
    Writes   Supervision; the agency's duty to hold the next one
    Source   P8
    """

    who = ARRANGES
    need = "setup"
    provisions = ("P8",)

    agency: OwnAgencyId
    colleague: MemberId
    held_on: date | None = None
    next_on: date
    words: Note | None = None

    def apply(self, agency: Agency, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps the days, and the words sealed to the agency's own key. Nobody supervises herself."""
        member = Member.objects.get(pk=self.colleague, agency=agency)
        if member.pk == by.member_id:
            raise InvalidAction([Fault("colleague", "worker.oneself", {})])
        today = profile.current().day(at)
        if self.held_on is None and (self.words or Supervision.objects.filter(member_id=member.pk).exists()):
            raise InvalidAction([Fault("held_on", "supervision.not_held", {})])
        if self.held_on is not None and self.held_on > today:
            raise InvalidAction([Fault("held_on", "date.ahead", {})])
        if self.next_on < (self.held_on or today):
            raise InvalidAction([Fault("next_on", "date.past", {})])
        made = uuid.uuid4()
        publics = keys.publics_of(agency.pk) if self.words else None
        sealed = b""
        if publics is not None and self.words:
            sealed = sealing.seal(publics.publics[CLOSED_AS], info(made), self.words.encode())
        Supervision.objects.create(
            id=made,
            agency_id=agency.pk,
            member_id=member.pk,
            by_member_id=by.member_id,
            held_on=self.held_on,
            next_on=self.next_on,
            keyset_id=publics.keyset_id if publics else None,
            sealed=sealed,
        )
        return {"supervision": made}
