"""What is owed around a case conference: that it takes place, and that she hears what was decided."""

from __future__ import annotations

from tutela.cases.facts import StandingFacts
from tutela.cases.worker_actions import GiveBack, NameWorker
from tutela.engine.rules import ACTOR, duty, on

from .care_actions import InformPerson
from .care_duties import DEAD
from .conference_actions import AnswerConference, CallConference, ConferenceEnded
from .conference_words import ConferenceEnd, HerPart
from .understanding import understood
from .words import Topic


def _held(action: ConferenceEnded) -> bool:
    return action.how is ConferenceEnd.HELD


def _called_off(action: ConferenceEnded) -> bool:
    return action.how is ConferenceEnd.CALLED_OFF


def _without_her(action: ConferenceEnded) -> bool:
    return action.how is ConferenceEnd.HELD and action.she_was_there is not True


def _says_no(action: AnswerConference) -> bool:
    return action.her_part is HerPart.SAYS_NO


def _told(action: InformPerson, standing: StandingFacts) -> bool:
    return Topic.CONFERENCE in action.topics and understood(action, standing)


def _told_of_worker(action: InformPerson, standing: StandingFacts) -> bool:
    return Topic.WORKER in action.topics and understood(action, standing)


conference_held = duty(
    "conference_held",
    provisions=["G6.6", "P8"],
    starts=on(CallConference),
    owed_by=ACTOR,
    within="conference_held",
    on_day="on_day",
    met_by=on(ConferenceEnded, when=_held),
    lapses=on(ConferenceEnded, when=_called_off) + on(AnswerConference, when=_says_no) + DEAD,
    ref="conference",
    doc="A conference that was called is held on its day, and what it decides is written down.",
)
conference_told = duty(
    "conference_told",
    provisions=["G6.6", "G6.5"],
    starts=on(ConferenceEnded, when=_without_her),
    owed_by=ACTOR,
    within="conference_told",
    met_by=on(InformPerson, when=_told),
    lapses=DEAD,
    doc="She hears, in a language of hers, what was decided without her in the room.",
)
worker_told = duty(
    "worker_told",
    provisions=["P8", "G6.5"],
    starts=on(NameWorker, GiveBack),
    owed_by=ACTOR,
    within="worker_told",
    met_by=on(InformPerson, when=_told_of_worker),
    lapses=DEAD,
    doc="She hears, in a language of hers, who works with her now.",
)
