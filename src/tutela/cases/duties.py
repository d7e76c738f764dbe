"""Duties that belong to the file itself."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.engine.rules import duty, named_in, on

from . import family_duties, thread_duties, worker_duties
from .actions import ReviewWaiver, WaiveGuard
from .complaint_actions import AnswerComplaint, Complain, NameAdvocate
from .consent_actions import AnswerWithdrawal, CallBack, WithdrawConsent
from .facts import ConsentFacts
from .intake_actions import MatchReceived, OpenFileFromReceived, SetReceivedAside
from .own_door_actions import ForcedToOpen

__all__ = ["family_duties", "thread_duties", "worker_duties"]

waiver_review = duty(
    "waiver_review",
    provisions=["P1"],
    starts=on(WaiveGuard),
    owed_by=Sector.MONITOR,
    within="waiver_review",
    met_by=on(ReviewWaiver),
    ref="waiver",
    doc="The monitor looks at every waiver of a rule.",
)


def _was_passed_on(action: WithdrawConsent, given: ConsentFacts) -> bool:
    """Somebody else received something by it; a yes to an examination was passed on to nobody."""
    return given.receiver is not None


def _was_reached(action: CallBack) -> bool:
    return action.reached and action.line_was_safe


stop_using = duty(
    "stop_using",
    provisions=["G6.6"],
    starts=on(WithdrawConsent, when=_was_passed_on),
    owed_by=named_in("receiver"),
    within="consent_withdrawn_stop",
    met_by=on(AnswerWithdrawal),
    ref="withdrawal",
    doc="Whoever received something by a consent that was taken back stops using it, and says so.",
)
called_back = duty(
    "called_back",
    provisions=["G6.6"],
    starts=on(WithdrawConsent, when=_was_passed_on),
    owed_by=named_in("caller"),
    within="withdrawal_called_back",
    met_by=on(CallBack, when=_was_reached),
    doc="She is called back on a safe line: whoever holds her phone may have taken the consent back for her.",
)
reached_after_force = duty(
    "reached_after_force",
    provisions=["G6.6"],
    starts=on(ForcedToOpen),
    owed_by=named_in("keeper"),
    within="own_door_forced",
    met_by=on(CallBack, when=_was_reached),
    compartment="whereabouts",
    doc="Whoever opened her door with her reaches her on the safe line: somebody may have made her open it.",
)


def _wants_somebody(action: Complain) -> bool:
    return action.wants_advocate


complaint_answered = duty(
    "complaint_answered",
    provisions=["G1.7"],
    starts=on(Complain),
    owed_by=Sector.MONITOR,
    within="complaint_answered",
    met_by=on(AnswerComplaint),
    escalates_to=(),
    doc="The independent monitor looks into a complaint and answers it.",
)
complaint_advocate = duty(
    "complaint_advocate",
    provisions=["G1.7"],
    starts=on(Complain, when=_wants_somebody),
    owed_by=Sector.MONITOR,
    within="complaint_advocate",
    met_by=on(NameAdvocate),
    lapses=on(AnswerComplaint),
    escalates_to=(),
    doc="Somebody independent stands at the person's side while her complaint is looked into.",
)
#: Started by the engine with each thing that it receives and cannot put where it belongs.
received_looked_at = duty(
    "received_looked_at",
    provisions=["P2"],
    starts=(),
    owed_by=Sector.PROTECTION_OFFICE,
    within="received_looked_at",
    met_by=on(MatchReceived, OpenFileFromReceived, SetReceivedAside),
    doc="What was received for a file that its sender does not see is opened, and put where it belongs.",
)
