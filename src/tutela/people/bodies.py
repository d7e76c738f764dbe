"""Words that an action sealed into its entry, opened again for a purpose; the key store keeps the trace first."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from tutela.engine.access import Actor, acting
from tutela.engine.journal import BODY_PURPOSE
from tutela.engine.models import Body, Entry
from tutela.engine.sealing import binding, open_

from .identities import released
from .keystore.store import Request


def opened(
    actor: Actor, case_id: UUID, made: tuple[str, UUID], compartment: str, purpose: str, at: datetime
) -> dict[str, Any] | None:
    """What was sealed in one compartment of the entry that made something; None where this actor reads nothing of it.

    Shape    made: what kind of thing, and its id, as the entry names it
    Raises   KeyStoreDown, KeyDestroyed; ValueError: no purpose
    """
    kind, pk = made
    with acting(actor):
        entry = (
            Entry.objects.filter(subject_id=case_id, detail__made__contains={kind: str(pk)})
            .only("id")
            .first()
        )
        body = Body.objects.filter(entry_id=entry.pk, compartment=compartment).first() if entry else None
    if body is None:
        return None
    request = Request(actor.member_id, actor.agency_id, purpose, case_id, compartment, at)
    private = released(request, body.keyset_id)
    content = json.loads(open_(private, binding(case_id, compartment, BODY_PURPOSE), bytes(body.sealed)))
    return dict(content)
