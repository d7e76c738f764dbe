"""Duties on going back: a plan, word of the arrival, calls as she chose, and help at once where there is danger."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.engine.rules import duty, on

from .care_actions import ProtectPerson
from .return_actions import FollowUp, PersonTravelled, PlanReturn, RecordReturnChoice, SilenceChecked
from .return_facts import JourneyFacts
from .return_words import Channel, FoundHow, ReturnStep, ReturnWay


def _wants_to_go(action: RecordReturnChoice) -> bool:
    return action.wants is ReturnWay.RETURN


def _wants_something_else(action: RecordReturnChoice) -> bool:
    return action.wants is not ReturnWay.RETURN


def _arranges(action: PlanReturn) -> bool:
    return action.step is ReturnStep.ARRANGE


def _wants_calls(action: PersonTravelled, journey: JourneyFacts) -> bool:
    """Her own word at leaving, else what her plan says; without either nobody calls."""
    if action.agreed_to_calls is not None:
        return action.agreed_to_calls
    return journey.channel not in (None, Channel.NOT_AT_ALL)


def _heard_of(action: FollowUp | SilenceChecked) -> bool:
    return action.found is not FoundHow.SILENT


def _silent_and_may_be_looked_for(action: FollowUp, journey: JourneyFacts) -> bool:
    return action.found is FoundHow.SILENT and journey.silence_may_be_checked


def _goes_on(action: FollowUp) -> bool:
    return action.found is not FoundHow.WANTS_NO_MORE


def _wants_no_more(action: FollowUp | SilenceChecked) -> bool:
    return action.found is FoundHow.WANTS_NO_MORE


def _in_danger(action: FollowUp | SilenceChecked) -> bool:
    return action.found is FoundHow.IN_DANGER


reintegration_plan = duty(
    "reintegration_plan",
    provisions=["G6.8", "P11"],
    starts=on(RecordReturnChoice, when=_wants_to_go),
    owed_by=Sector.PROTECTION,
    within="reintegration_plan",
    met_by=on(PlanReturn, when=_arranges),
    lapses=on(RecordReturnChoice, when=_wants_something_else) + on(PersonTravelled),
    doc="A plan for after the return that she agrees to: health, housing, schooling, work, safety; somebody meets her.",
)

return_arrival = duty(
    "return_arrival",
    provisions=["G6.8"],
    starts=on(PersonTravelled, when=_wants_calls),
    owed_by=Sector.PROTECTION,
    within="return_arrival",
    met_by=on(FollowUp, SilenceChecked, when=_heard_of),
    compartment="whereabouts",
    doc="Word that she has arrived, by the channel that she chose.",
)

return_follow_up = duty(
    "return_follow_up",
    provisions=["G6.8"],
    starts=on(PersonTravelled, when=_wants_calls) + on(FollowUp, when=_goes_on),
    owed_by=Sector.PROTECTION,
    within="return_follow_up",
    met_by=on(FollowUp, when=_goes_on),
    declined_by=on(FollowUp, SilenceChecked, when=_wants_no_more),
    on_day="call_on",
    compartment="whereabouts",
    doc="She is asked how she is, as often and by the channel that she chose, until she wishes it no more.",
)

silence_check = duty(
    "silence_check",
    provisions=["G6.8"],
    starts=on(FollowUp, when=_silent_and_may_be_looked_for),
    owed_by=Sector.PROTECTION,
    within="silence_check",
    met_by=on(SilenceChecked) + on(FollowUp, when=_heard_of),
    compartment="whereabouts",
    doc="Who is not heard of is looked for in the way that she agreed to, and in no other.",
)

danger_after_return = duty(
    "danger_after_return",
    provisions=["G6.8", "P11"],
    starts=on(FollowUp, SilenceChecked, when=_in_danger),
    owed_by=Sector.PROTECTION,
    within="danger_after_return",
    met_by=on(ProtectPerson),
    compartment="whereabouts",
    doc="Danger after a return is answered at once: help there, and the way back.",
)
