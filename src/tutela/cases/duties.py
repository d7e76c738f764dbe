"""Duties that belong to the file itself."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.engine.rules import duty, on

from .actions import ReviewWaiver, WaiveGuard

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
