"""What a protection enquiry makes the office owe: a call within the profile's hours."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.engine.rules import duty, on

from .enquiry_actions import CALLBACK, AnswerEnquiry, AskProtection
from .enquiry_words import EnquirySaid


def asks_to_wait(action: AnswerEnquiry) -> bool:
    """They were asked to wait: another call is owed."""
    return action.said is EnquirySaid.PLEASE_WAIT


enquiry_answered = duty(
    "enquiry_answered",
    provisions=["P7", "G2.5", "G2.6"],
    starts=on(AskProtection) + on(AnswerEnquiry, when=asks_to_wait),
    owed_by=Sector.PROTECTION_OFFICE,
    within=CALLBACK,
    met_by=on(AnswerEnquiry),
    doc="Whoever asks before a charge, a detention or a removal is called back.",
)
