"""What happens around `perform` when it breaks.

A deadlock or a lost connection starts anew, and a Fact is kept whatever broke.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from functools import wraps
from uuid import UUID

import psycopg
from django.db import OperationalError, connection, transaction

from tutela.config.logs import event

from . import access, alerts, intake, receipts
from .access import Actor, NotSignedIn
from .actions import Action, Fact, InvalidAction
from .outcomes import Outcome
from .time import Clock, system_clock

Performing = Callable[[Action, Actor, UUID | None, Clock], Outcome]
#: How often an act that met a deadlock, or whose connection was cut, is tried before the error is shown.
TRIES = 3
#: A deadlock, a connection that failed, a server that stopped (SQLSTATE; none where the connection just ended).
BY_THE_DATABASE = ("40P01", "08", "57P")
FAILED = "action.failed"


def unbroken(performing: Performing) -> Callable[..., Outcome]:
    """Two acts that come to wait for each other: the database ends one, nothing of it is left, and it starts anew.

    So does an act whose connection was cut: should it have been written all the same, its key finds its receipt.
    A Fact that breaks what records it is not lost: it goes to intake, and somebody on call is told.
    """

    @wraps(performing)
    def perform(action: Action, by: Actor, key: UUID | None = None, clock: Clock = system_clock) -> Outcome:
        key = key or uuid.uuid4()
        for _ in range(TRIES):
            try:
                return performing(action, by, key, clock)
            except (InvalidAction, NotSignedIn):
                raise
            except Exception as error:
                if _left_nothing(error):
                    continue
                if not isinstance(action, Fact):
                    raise
                return _kept(action, by, key, clock, error)
        return performing(action, by, key, clock)

    return perform


def _left_nothing(error: Exception) -> bool:
    """Whether the database itself ended the attempt: by a deadlock, or together with the connection."""
    cause = error.__cause__ if isinstance(error, OperationalError) else None
    return isinstance(cause, psycopg.Error) and (
        cause.sqlstate is None or cause.sqlstate.startswith(BY_THE_DATABASE)
    )


def _kept(action: Action, by: Actor, key: UUID, clock: Clock, error: Exception) -> Outcome:
    """Keeps a Fact in intake after everything else of it was rolled back. Raises the error where that breaks too."""
    from .perform import Run

    logging.getLogger("tutela.engine").error("a Fact could not be recorded", exc_info=error)
    try:
        with transaction.atomic(durable=True), connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE tutela_engine")
            run = Run(cursor, action, by, key, clock())
            known = receipts.claim(cursor, by.member_id, key, action, run.now)
            run.standing = access.standing(cursor, by, run.subjects, action.needs, run.now)
            if known is not None:
                return run.told_again(known) if run.is_denied() else known
            alerts.alert(cursor, FAILED, run.act_id, run.now, action=action.name)
            outcome = run.settled(intake.keep(run, "failed"))
    except Exception:  # noqa: BLE001  # whatever it is, the first error says more
        raise error from None
    event(FAILED, action=action.name, error=type(error).__name__)
    return outcome
