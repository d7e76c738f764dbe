"""What has to be done about keys from time to time; the worker calls it."""

from __future__ import annotations

from datetime import timedelta

from tutela.engine.time import system_clock

from . import keys
from .keystore.store import KeyStoreDown
from .models import Keyset

#: Free keysets that are kept ready: the cases of a busy hour without the key store.
READY = 200
RENEW_AFTER = timedelta(days=1)


def keep_keys() -> int:
    """Fill the pool, hand in what waits, renew the intake key once a day; return how many keysets were issued.

    While the key store is down nothing is done: everything waits where it is.
    """
    now = system_clock()
    try:
        issued = keys.refill(READY)
        with keys.as_engine():
            newest = Keyset.objects.filter(intake=True).order_by("-taken_at").first()
        if newest is not None and (newest.taken_at is None or now - newest.taken_at > RENEW_AFTER):
            keys.renew_intake(now)
    except KeyStoreDown:
        return 0
    return issued
