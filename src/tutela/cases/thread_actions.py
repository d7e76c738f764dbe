"""Messages between a person and whoever serves her: written, answered, read. One thread for each agency."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from tutela.agencies.models import Agency
from tutela.agencies.words import Compartment, Role, Sector
from tutela.engine import sealing
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fault, InvalidAction, may
from tutela.engine.fields import AgencyId, CaseId, Language, Note
from tutela.people import keys

from .models import Case, Message
from .words import SaidThrough

#: Who does the work with her.
WITH_HER = may(
    Role.CASEWORKER, Role.CHILD_PROTECTION_OFFICER, Role.GUARDIAN, Role.SHELTER_WORKER, Role.HEALTH_WORKER,
    Role.LAWYER, Role.FIRST_RESPONDER,
)  # fmt: skip
#: What she writes to her lawyer or doctor is closed as their own notes are; to others, as her own words are.
CLOSED_AS = {
    str(Sector.LEGAL_AID): str(Compartment.LEGAL),
    str(Sector.HEALTH): str(Compartment.HEALTH),
}


def info(message_id: UUID, compartment: str) -> bytes:
    """What the sealed words are bound to."""
    return sealing.binding(message_id, compartment, "message")


class WriteMessage(Act):
    """Write to the person at her own door, or answer her. She writes to whoever serves her; nobody else reads it.

    Shape    to_agency: whom she writes to; empty where somebody of an agency writes to her;
             said_through: how she said it, where somebody writes it down for her because she has no door of her own
    Writes   Message; the agency's duty to answer her
    Source   P8, G6.5, G6.6; harm.md 11
    """

    who = WITH_HER
    herself = True
    need = "information"
    provisions = ("G6.6",)

    case: CaseId
    words: Note
    language: Language
    to_agency: AgencyId | None = None
    said_through: SaidThrough | None = None

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps the words closed to her own key. At her own door it takes the second step."""
        if by.is_herself:
            self._is_hers(by)
        agency = Agency.objects.get(pk=self.to_agency or by.agency_id, active=True)
        compartment = CLOSED_AS.get(agency.sector, str(Compartment.STATEMENTS))
        publics = keys.publics_of(case.pk)
        if publics is None:
            raise RuntimeError("no room gives keysets; a message cannot be sealed")
        made = uuid.uuid4()
        Message.objects.create(
            id=made,
            case=case,
            agency_id=agency.pk,
            from_her=self.to_agency is not None,
            through=self.said_through or "",
            member_id=by.member_id,
            roles=sorted(by.roles),
            language=self.language,
            compartment=compartment,
            keyset_id=publics.keyset_id,
            sealed=sealing.seal(publics.publics[compartment], info(made, compartment), self.words.encode()),
            sent_at=at,
        )
        return {"message": made, "receiver": agency.pk}

    def _is_hers(self, by: Actor) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT tutela_hers_case(%s, true)", [by.handle])
            opened = cursor.fetchone()[0]
        if opened is None:
            raise InvalidAction([Fault("case", "field.not_here", {})])


class ReadMessages(Act):
    """Open what the person wrote to your agency. She sees when it was read, and what whoever read it does there.

    Writes   Message.read_at, read_roles
    Source   G6.6; harm.md 11: role and agency, not the worker
    """

    who = WITH_HER
    need = "information"

    case: CaseId

    def apply(self, case: Case, by: Actor, at: datetime) -> None:
        """Marks what nobody of the agency had read."""
        unread = Message.objects.filter(case=case, agency_id=by.agency_id, from_her=True, read_at=None)
        unread.update(read_at=at, read_roles=sorted(by.roles))
