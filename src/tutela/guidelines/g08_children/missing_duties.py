"""Duties on a missing child: the alarm within hours, the search until she is found, a talk, a pattern looked at."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.cases.facts import AgeFacts
from tutela.engine.rules import ACTOR, duty, on
from tutela.guidelines.g06_protection.care_duties import DEAD
from tutela.guidelines.g06_protection.conference_actions import ConferenceEnded
from tutela.guidelines.g06_protection.conference_words import ConferenceEnd
from tutela.guidelines.g06_protection.contact_actions import ContactAgain
from tutela.guidelines.g06_protection.plan_actions import AssessSafety

from .bia_duties import may_be_child
from .bia_words import HeardHow
from .grown import GROWN
from .missing_actions import (
    ChildBack,
    ChildMissing,
    DescriptionTakenBack,
    RaiseAlarm,
    TalkAfterReturn,
)
from .missing_facts import MissingFacts
from .missing_words import SEARCHERS, AlarmTo

#: Heard from again, whichever way it was written down.
BACK = on(ChildBack, ContactAgain)


def _all_searchers(action: RaiseAlarm) -> bool:
    return set(action.to) >= SEARCHERS


def _may_be_abroad(action: ChildMissing, age: AgeFacts) -> bool:
    return action.may_be_abroad is not False and age.may_be_child is not False


def _abroad(action: RaiseAlarm) -> bool:
    return AlarmTo.ABROAD in action.to


def _was_shown(action: ChildBack, missing: MissingFacts) -> bool:
    return missing.shown is not False


def _everywhere(action: DescriptionTakenBack) -> bool:
    return action.everywhere


def _was_gone(action: ChildBack, missing: MissingFacts) -> bool:
    return missing.is_gone is not False


def _was_gone_often(action: ChildBack, missing: MissingFacts) -> bool:
    return missing.is_gone is not False and missing.is_pattern


def _answered(action: TalkAfterReturn) -> bool:
    return action.heard_how is not HeardHow.COULD_NOT_BE_HEARD


def _held(action: ConferenceEnded) -> bool:
    return action.how is ConferenceEnd.HELD


child_alarm = duty(
    "child_alarm",
    provisions=["P10"],
    starts=on(ChildMissing, when=may_be_child),
    owed_by=ACTOR,
    within="child_alarm",
    met_by=on(RaiseAlarm, when=_all_searchers),
    lapses=BACK + GROWN + DEAD,
    doc="Child protection and those who search are told at once that a child is missing.",
)
child_alarm_abroad = duty(
    "child_alarm_abroad",
    provisions=["P10"],
    starts=on(ChildMissing, when=_may_be_abroad),
    owed_by=Sector.CHILD_PROTECTION,
    within="child_alarm_abroad",
    met_by=on(RaiseAlarm, when=_abroad),
    lapses=BACK + GROWN + DEAD,
    doc="Where a missing child may be in another country, those who search there are told.",
)
child_found = duty(
    "child_found",
    provisions=["P10"],
    starts=on(ChildMissing, when=may_be_child),
    owed_by=Sector.CHILD_PROTECTION,
    within="child_found",
    met_by=BACK,
    lapses=GROWN + DEAD,
    doc="A missing child is looked for until found.",
)
talk_after_return = duty(
    "talk_after_return",
    provisions=["P10", "G8.6"],
    starts=on(ChildBack, when=_was_gone),
    owed_by=Sector.CHILD_PROTECTION,
    within="talk_after_return",
    met_by=on(TalkAfterReturn, when=_answered),
    lapses=GROWN + DEAD,
    doc="A child who was missing is asked alone, by somebody independent, why they went and what has to change.",
)
goes_again = duty(
    "goes_again",
    provisions=["P10", "G6.6"],
    starts=on(ChildBack, when=_was_gone_often),
    owed_by=Sector.CHILD_PROTECTION,
    within="goes_again",
    met_by=on(AssessSafety) + on(ConferenceEnded, when=_held),
    lapses=GROWN + DEAD,
    doc="Where a child goes missing again and again, those who care for the child look at what is behind it.",
)
description_back = duty(
    "description_back",
    provisions=["G8.9"],
    starts=on(ChildBack, when=_was_shown),
    owed_by=ACTOR,
    within="description_back",
    met_by=on(DescriptionTakenBack, when=_everywhere),
    doc="What was shown of a missing child is taken back.",
)
