"""What is owed to somebody who wrote."""

from __future__ import annotations

from tutela.agencies.actions import CutGrant
from tutela.engine.rules import duty, named_in, on

from .consent_actions import WithdrawConsent
from .thread_actions import WriteMessage


def _from_her(action: WriteMessage) -> bool:
    return action.to_agency is not None


def _to_her(action: WriteMessage) -> bool:
    return action.to_agency is None


message_answered = duty(
    "message_answered",
    provisions=["G6.6", "P8"],
    starts=on(WriteMessage, when=_from_her),
    owed_by=named_in("receiver"),
    within="message_answered",
    met_by=on(WriteMessage, when=_to_her),
    lapses=on(CutGrant, WithdrawConsent),
    ref="receiver",
    doc="Whoever she wrote to answers her.",
)
