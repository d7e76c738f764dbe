"""What an agency owes those who do the work."""

from __future__ import annotations

from tutela.engine.rules import duty, named_in, on

from .worker_actions import RecordSupervision


def _was_held(action: RecordSupervision) -> bool:
    return action.held_on is not None


supervision_next = duty(
    "supervision_next",
    provisions=["P8"],
    starts=on(RecordSupervision),
    owed_by=named_in("agency"),
    within="supervision_next",
    on_day="next_on",
    met_by=on(RecordSupervision, when=_was_held),
    ref="colleague",
    doc="Whoever works with people has supervision again, on the day agreed.",
)
