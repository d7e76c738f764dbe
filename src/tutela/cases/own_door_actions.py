"""A person's own door to her file: opened after a talk about the telephone, closed at any time, opened under force."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

from tutela.agencies.words import Role
from tutela.engine import once
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, may
from tutela.engine.fields import CaseId, Language, Ref

from . import own_door_codes as codes
from .models import Case, OwnDoor, OwnDoorCode, OwnDoorSession
from .words import HerPhone, SaidThrough, TalkedOf, WhenForced

OwnDoorId = Annotated[UUID, Ref("own_door")]
#: Who sits with the person, knows how she is reached safely, and calls her back.
SITS_WITH_HER = may(Role.CASEWORKER, Role.CHILD_PROTECTION_OFFICER, Role.GUARDIAN, Role.SHELTER_WORKER)


class OpenPortal(Act):
    """Open the person's own door to her file, after a talk about the telephone: the codes are shown once.

    Shape    phone: what she would open it on; talked_of: what was talked about; when_forced: what she wants to happen
             when she gives the other code, which shows the public page
    Writes   OwnDoor, OwnDoorCode (digests); an earlier door of hers is closed
    Source   harm.md 11: by opt-in, after a talk about the device
    """

    who = SITS_WITH_HER
    needs = "whereabouts"
    compartment = "whereabouts"
    need = "information"

    case: CaseId
    said_through: SaidThrough
    phone: HerPhone
    talked_of: tuple[TalkedOf, ...] = ()
    when_forced: WhenForced
    language: Language

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Makes the door; the codes are handed over once and are in nothing that is kept."""
        shut(case, at)
        door = OwnDoor.objects.create(
            case=case,
            kept_by=by.agency_id,
            language=self.language,
            phone=self.phone,
            talked_of=sorted(map(str, self.talked_of)),
            when_forced=self.when_forced,
            opened_at=at,
        )
        code, other, word = codes.new_code(), codes.new_code(), codes.new_word(self.language)
        digests = {
            "code": codes.code_digest(code),
            "other": codes.code_digest(other),
            "word": codes.word_digest(door.pk, word),
        }
        OwnDoorCode.objects.bulk_create(
            OwnDoorCode(door=door, kind=kind, digest=digest) for kind, digest in digests.items()
        )
        once.hand_over({"code": code, "word": word, "other": other})
        return {"own_door": door.pk}


class ClosePortal(Act):
    """Close the person's own door: no code opens it any more, and whoever is in it is out.

    Writes   OwnDoor.closed_at; OwnDoorCode (removed); OwnDoorSession.ended_at
    Source   harm.md 11
    """

    who = SITS_WITH_HER
    herself = True
    need = "information"
    compartment = "whereabouts"

    case: CaseId

    def apply(self, case: Case, at: datetime) -> None:
        """Shuts it at once."""
        shut(case, at)


class ForcedToOpen(Fact):
    """The person gave the other code: somebody may be making her open her door. She had asked that this be told.

    Writes   the keeper's duty to reach her on the safe line
    Source   harm.md 11; noted for whoever opened the door with her, and only where she wanted it
    """

    system: ClassVar[bool] = True
    needs = "whereabouts"
    compartment = "whereabouts"
    need = "safety"

    case: CaseId
    own_door: OwnDoorId

    def apply(self, case: Case) -> dict[str, Any]:
        """Says who keeps the door; nothing about the telephone, the time or the place is known or kept."""
        door = OwnDoor.objects.get(pk=self.own_door, case=case)
        return {"keeper": door.kept_by}


def shut(case: Case, at: datetime) -> None:
    """Closes whatever door there is."""
    doors = list(OwnDoor.objects.filter(case=case, closed_at=None))
    for door in doors:
        OwnDoorCode.objects.filter(door=door).delete()
        OwnDoorSession.objects.filter(door=door, ended_at=None).update(ended_at=at)
        door.closed_at = at
        door.save(update_fields=["closed_at"])


def calls_back(case: Case, by: Actor) -> UUID:
    """Who reaches her on the safe line: who acted with her, or, when she acted alone, who opened her door."""
    if not by.is_herself:
        return by.agency_id
    door = OwnDoor.objects.filter(case=case).order_by("-opened_at").first()
    return door.kept_by if door else by.agency_id
