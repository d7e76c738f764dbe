"""What undoing makes others owe: burdens lifted, records cleared, refusals taken further."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.engine.rules import duty, on, sector_named_in

from .actions import ConvictionQuashed
from .conditions import RECOGNITIONS
from .undoing_actions import BurdenFound, UndoingMoved
from .undoing_conditions import (
    clears_the_record,
    is_undone,
    leaves_a_record,
    undoes_and_leaves_a_record,
    undoes_the_last,
    undoing_goes_on,
    undoing_was_refused,
    was_burdened_before,
    weighs_on_the_protected,
)

record_cleared = duty(
    "record_cleared",
    provisions=["P7"],
    starts=on(ConvictionQuashed, when=leaves_a_record) + on(UndoingMoved, when=undoes_and_leaves_a_record),
    owed_by=Sector.POLICE,
    within="record_cleared",
    met_by=on(ConvictionQuashed, UndoingMoved, when=clears_the_record),
    ref="undoing",
    doc="A conviction that was quashed is taken out of every record.",
)

burden_lifted = duty(
    "burden_lifted",
    provisions=["P7"],
    starts=on(BurdenFound, when=weighs_on_the_protected),
    owed_by=sector_named_in("lifts", Sector.PROSECUTION),
    within="burden_lifted",
    met_by=on(UndoingMoved, when=is_undone),
    ref="undoing",
    doc="An entry ban, a record, a fine or a debt from the time of the trafficking is lifted.",
)

burdens_lifted = duty(
    "burdens_lifted",
    provisions=["P7"],
    starts=on(*RECOGNITIONS, when=was_burdened_before),
    owed_by=Sector.PROSECUTION,
    within="burden_lifted",
    met_by=on(UndoingMoved, when=undoes_the_last),
    doc="Everything that weighed on the person before she was recognised is lifted.",
)

undoing_taken_further = duty(
    "undoing_taken_further",
    provisions=["P7"],
    starts=on(UndoingMoved, when=undoing_was_refused),
    owed_by=Sector.LEGAL_AID,
    within="appeal_advice",
    met_by=on(UndoingMoved, when=undoing_goes_on),
    ref="undoing",
    doc="Where undoing was refused, it is taken further.",
)
