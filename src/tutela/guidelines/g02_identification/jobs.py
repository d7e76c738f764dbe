"""What the clock does for identification: suspicion ends, and its key with it."""

from __future__ import annotations

import uuid
from datetime import datetime
from uuid import UUID

from tutela.agencies.system import system
from tutela.engine.perform import perform
from tutela.engine.time import frozen, system_clock
from tutela.people.erasure import Authority, erase
from tutela.people.keys import as_engine
from tutela.people.keystore.store import KeyStoreDown

from .actions import ExpireScreening
from .models import Screening

#: So many at a time, so that nobody waits behind them.
BATCH = 100
_SPACE = uuid.UUID("6f3c1f0e-0f0b-4a57-9b63-2a7d5d1d5e02")


def expire_screenings(now: datetime | None = None) -> int:
    """Ends every screening that no case came of and whose days are over; returns how many.

    The key goes first, then the answers: if the key store is down, nothing is said to have ended, and the next
    round tries again. Both steps are safe to repeat.

    Writes   as `expire_screening`; in the key store, as erasure does
    Source   harm.md 5
    """
    moment = now or system_clock()
    return sum(_expire(screening_id, moment) for screening_id in _over(moment))


def _over(now: datetime) -> list[UUID]:
    with as_engine():
        due = Screening.objects.filter(case=None, expired_at=None, expires_at__lte=now)
        return list(due.order_by("expires_at").values_list("pk", flat=True)[:BATCH])


def _expire(screening_id: UUID, now: datetime) -> bool:
    clock = system("clock")
    authority = Authority(clock.member_id, clock.agency_id, "a screening that no case came of has expired")
    try:
        erase(screening_id, authority, now)
    except KeyStoreDown:
        return False
    action = ExpireScreening(screening=screening_id)
    key = uuid.uuid5(_SPACE, str(screening_id))
    return perform(action, clock, key=key, clock=frozen(now)).result == "done"
