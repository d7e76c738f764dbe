"""Opening what was received for nobody's file: one item, by one protection officer, traced before it is given."""

from __future__ import annotations

from datetime import datetime

from tutela.engine import intake
from tutela.engine.access import Actor
from tutela.engine.actions import Fault, InvalidAction
from tutela.engine.models import Intake
from tutela.engine.sealing import open_

from .identities import released
from .keystore.store import KeyDestroyed, KeyStoreDown, Request

COMPARTMENT = "facts"


def open_received(row: Intake, by: Actor, purpose: str, at: datetime) -> bytes:
    """The content of one item. The key store commits the trace before it gives the key.

    Raises   KeyStoreDown, KeyDestroyed; ValueError: no purpose
    """
    request = Request(by.member_id, by.agency_id, purpose, row.pk, COMPARTMENT, at)
    return open_(released(request, row.keyset_id), intake.info(row.pk), bytes(row.sealed))


def open_to_match(row: Intake, by: Actor, purpose: str, at: datetime) -> bytes:
    """The same within an act. With the key store down nothing is done, and the item goes on waiting.

    Raises   InvalidAction
    """
    try:
        return open_received(row, by, purpose, at)
    except KeyStoreDown:
        raise InvalidAction([Fault("intake", "intake.shut", {})]) from None
    except KeyDestroyed:
        raise InvalidAction([Fault("intake", "intake.erased", {})]) from None
