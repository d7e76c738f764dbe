"""Duties that belong to the file itself."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.engine.rules import duty, on

from .actions import ReviewWaiver, WaiveGuard
from .intake_actions import MatchReceived, OpenFileFromReceived, SetReceivedAside

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
