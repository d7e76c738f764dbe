"""Complaints of a person: hers alone, to the monitor, with somebody independent at her side, and at no cost to her."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.db import connection

from tutela.agencies.models import Agency
from tutela.agencies.words import Role, Sector
from tutela.engine import sealing
from tutela.engine.access import HERSELF, Actor
from tutela.engine.actions import Act, Fact, Fault, InvalidAction, Who, may
from tutela.engine.fields import AgencyId, Kept, Language, Prose, Ref
from tutela.people import keys

from .models import Complaint
from .words import ComplaintAbout, ComplaintAnswer

ComplaintId = Annotated[UUID, Ref("complaint", subject=True)]
COMPARTMENT = "statements"
#: Who may stand at her side: nobody who houses, holds, charges or decides about her.
ADVOCATES = (Sector.LEGAL_AID, Sector.NGO, Sector.HELPLINE, Sector.MONITOR, Sector.CHILD_PROTECTION)


def info(complaint_id: UUID) -> bytes:
    """What the sealed words are bound to."""
    return sealing.binding(complaint_id, COMPARTMENT, "complaint")


class Complain(Fact):
    """Say what went wrong, whoever did it. It goes to the independent monitor, and to no agency that helps or holds.

    Shape    against: the agency, where she names one; it is told nothing
    Writes   Complaint, a subject of its own; the monitor's duties to answer and to find an advocate
    Source   G1.7: the monitor sees complaints by a way that no agency can narrow; P8: help costs nothing
    """

    who = Who(frozenset({HERSELF}))
    herself = True
    opens = "complaint"
    compartment = COMPARTMENT
    need = "rights"
    provisions = ("G1.7",)

    about: ComplaintAbout
    against: AgencyId | None = None
    words: Annotated[Prose, Kept("statements")]
    wants_advocate: bool = True
    language: Language

    def apply(self, new: UUID, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps her words closed to the complaint's own key. Whose file it is the session says, and nobody else."""
        publics = keys.publics_of(new)
        if publics is None:
            raise RuntimeError("no room gives keysets; a complaint cannot be sealed")
        if self.against is not None and not Agency.objects.filter(pk=self.against).exists():
            raise InvalidAction([Fault("against", "field.not_here", {})])
        Complaint.objects.create(
            id=new,
            case_id=_own_case(by),
            about=self.about,
            against_id=self.against,
            wants_advocate=self.wants_advocate,
            keyset_id=publics.keyset_id,
            sealed=sealing.seal(publics.publics[COMPARTMENT], info(new), self.words.encode()),
            language=self.language,
            made_at=at,
        )
        return {}


class NameAdvocate(Act):
    """Name who stands at the person's side while her complaint is looked into: independent of whoever it is about.

    Writes   Complaint.advocate_id
    Source   harm.md 11 and 16; P8
    """

    who = may(Sector.MONITOR, Role.MONITOR)
    need = "rights"
    provisions = ("G1.7",)

    complaint: ComplaintId
    advocate: AgencyId

    def apply(self, complaint: Complaint) -> None:
        """Keeps who it is. Raises InvalidAction for who is complained of, or is not independent."""
        found = Agency.objects.get(pk=self.advocate, active=True)
        if found.pk == complaint.against_id or found.sector not in ADVOCATES:
            raise InvalidAction([Fault("advocate", "complaint.not_independent", {})])
        complaint.advocate_id = found.pk
        complaint.save(update_fields=["advocate_id"])


class AnswerComplaint(Act):
    """Say what became of a complaint. The person reads the answer at her own door.

    Writes   Complaint.answer, answered_at
    Source   G1.7
    """

    who = may(Sector.MONITOR, Role.MONITOR)
    need = "rights"
    provisions = ("G1.7",)

    complaint: ComplaintId
    answer: ComplaintAnswer

    def apply(self, complaint: Complaint, at: datetime) -> None:
        """Keeps the answer. Raises InvalidAction where there is one."""
        if complaint.answered_at is not None:
            raise InvalidAction([Fault("complaint", "complaint.answered", {})])
        complaint.answer, complaint.answered_at = self.answer, at
        complaint.save(update_fields=["answer", "answered_at"])


def _own_case(by: Actor) -> uuid.UUID:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tutela_hers_case(%s, false)", [by.handle])
        found: uuid.UUID | None = cursor.fetchone()[0]
    if found is None:
        raise InvalidAction([Fault("complaint", "field.not_here", {})])
    return found
