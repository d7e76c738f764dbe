"""A breach on a child's views: nobody makes a child speak."""

from __future__ import annotations

from tutela.engine.rules import breach

from .bia_actions import RecordChildViews


@breach(RecordChildViews, provisions=["G8.6"])
def a_child_was_made_to_speak(action: RecordChildViews) -> bool:
    """A child was pressed to speak. Silence is an answer."""
    return action.pressed is True
