"""What the clock notices for protection: a stay whose last night has passed, an offer without an answer, an urgent
act whose time is over.
"""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db.models import Q

from tutela.agencies.system import system
from tutela.engine import profile
from tutela.engine.actions import Action, InvalidAction
from tutela.engine.models import UrgentAct
from tutela.engine.perform import perform
from tutela.engine.time import frozen, system_clock
from tutela.people.keys import as_engine

from .actions import StayRanOut
from .ending_actions import OfferRanOut, UrgentTimeOver
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
    return sum(_written(StayRanOut(case=case, placement=stay), stay, moment) for case, stay in found)


def notice_offers_over(now: datetime | None = None) -> int:
    """Frees every place that an offer holds beyond the time for an answer, or beyond its nights; returns how many.

    Writes   as `offer_ran_out`
    Source   G6.1, P8
    """
    moment = now or system_clock()
    today = profile.current().day(moment)
    with as_engine():
        over = Q(answer_by__lte=moment) | Q(nights__endswith__lte=today)
        offers = Placement.objects.filter(over, state="offered").order_by("offered_at")
        found = list(offers.values_list("case_id", "pk")[:BATCH])
    return sum(_written(OfferRanOut(case=case, placement=offer), offer, moment) for case, offer in found)


def notice_urgent_over(now: datetime | None = None) -> int:
    """Looks at every urgent act whose time is over: it has ended, is ordinary by now, or is a breach; returns how many.

    Writes   as `urgent_time_over`
    Source   harm.md 2; P10, G6.1
    """
    moment = now or system_clock()
    with as_engine():
        over = UrgentAct.objects.filter(ended_at=None, ends_at__lte=moment).order_by("ends_at")
        found = list(over.values_list("subject_id", "pk")[:BATCH])
    return sum(_written(UrgentTimeOver(case=case, urgent_act=act), act, moment) for case, act in found)


def _written(action: Action, about: uuid.UUID, moment: datetime) -> bool:
    """Whether the clock could write it down; somebody may have been quicker, and then there is nothing to write."""
    key = uuid.uuid5(_SPACE, f"{action.name} {about}")
    try:
        return perform(action, system("clock"), key=key, clock=frozen(moment)).result == "done"
    except InvalidAction:
        return False
