"""What the clock notices for protection: a stay whose last night has passed."""

from __future__ import annotations

import uuid
from datetime import datetime

from tutela.agencies.system import system
from tutela.engine import profile
from tutela.engine.perform import perform
from tutela.engine.time import frozen, system_clock
from tutela.people.keys import as_engine

from .actions import StayRanOut
from .models import Placement

#: So many at a time, so that nobody waits behind them.
BATCH = 100
_SPACE = uuid.UUID("3c0a7a52-7c39-4b1f-8a51-6d1e0f4d9a11")


def notice_stays_over(now: datetime | None = None) -> int:
    """Writes down every stay that came to the end of its nights, so that the next place is owed; returns how many.

    Writes   as `stay_ran_out`
    Source   G6.1, P8
    """
    moment = now or system_clock()
    today = profile.current().day(moment)
    with as_engine():
        over = Placement.objects.filter(state="accepted", nights__endswith__lte=today, case__closed_at=None)
        found = list(over.order_by("nights").values_list("case_id", "pk")[:BATCH])
    done = 0
    for case_id, placement_id in found:
        action = StayRanOut(case=case_id, placement=placement_id)
        key = uuid.uuid5(_SPACE, str(placement_id))
        done += perform(action, system("clock"), key=key, clock=frozen(moment)).result == "done"
    return done
