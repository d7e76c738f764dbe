"""What an address needs (`case_id`, `charge_id`…), as one reader sees it: the long file of the desk, else the first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from tutela.cases import reads
from tutela.doors.web import rule_text
from tutela.engine.access import Actor, acting
from tutela.engine.models import Entry
from tutela.engine.time import system_clock
from tutela.guidelines.g02_identification.models import Screening
from tutela.guidelines.g05_enforcement.models import Charge, Letter
from tutela.guidelines.g06_protection.models import Place

Needed = dict[str, Any]


def needed(names: frozenset[str], actor: Actor | None, long_case: UUID | None) -> Needed | None:
    """Values for all these names that belong together; None where this reader sees nothing of the kind."""
    found: Needed = dict(_public())
    if "action_name" in names:
        found["action_name"] = "offer_place" if "case_id" in names else "open_case"
    if not names <= found.keys() and actor is not None:
        for thing in _seen(actor, long_case):
            if names <= found.keys() | thing.keys():
                return {name: {**found, **thing}[name] for name in names}
    return {name: found[name] for name in names} if names <= found.keys() else None


def _public() -> Iterator[tuple[str, str]]:
    yield "provision_id", "P7"
    yield "what", "breaches"
    yield from (("story", story) for story in list(rule_text.stories())[:1])


def _seen(actor: Actor, long_case: UUID | None) -> Iterator[Needed]:
    """Things that this reader may open, each with what belongs to it."""
    if actor.is_monitor:
        with acting(actor):
            refused = Entry.objects.filter(outcome="refused").order_by("-recorded_at").first()
        yield from [{"subject_id": refused.subject_id}] if refused else []
        return
    rows = [] if long_case else reads.case_list(actor, system_clock(), limit=1).rows
    yield from [{"case_id": long_case}] if long_case else [{"case_id": row.id} for row in rows]
    with acting(actor):
        charge = Charge.objects.order_by("-brought_at").first()
        letter = Letter.objects.order_by("-sent_at").first()
        place = (
            Place.objects.filter(agency_id=actor.agency_id, active=True).order_by("house", "label").first()
        )
        screening = Screening.objects.filter(expired_at=None).order_by("-begun_at").first()
    yield from [{"case_id": charge.case_id, "charge_id": charge.pk}] if charge else []
    if letter:
        yield {"case_id": letter.case_id, "letter_id": letter.pk, "language": "en", "kind": "pdf"}
    yield from [{"place_id": place.pk}] if place else []
    yield from [{"screening_id": screening.pk}] if screening else []
