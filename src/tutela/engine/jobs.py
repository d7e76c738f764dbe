"""What follows acts by itself: overdue duties escalate, the outbox goes to the job queue, the tree grows."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from tutela.config.logs import event

from . import profile, sequencer
from .access import Actor
from .actions import parse
from .clocks import ClockEvent, due_at
from .perform import perform
from .rules import rules
from .signing import Signer
from .time import frozen, system_clock

#: Key of the profile: how long the first office told has before the next one is told as well.
NEXT_OFFICE = "escalate_to_monitor"
BATCH = 500
_SPACE = uuid.UUID("0a0f7c55-9a52-4bb0-8b5e-2f1f6f0a8f6d")

_clock_actor: list[Callable[[], Actor]] = []
#: What waits behind nothing else, in the outbox and in the queue, where others have the priority 0.
_first: set[str] = set()
FIRST = 10
#: The action that tells the next office of a duty, by the kind of subject that it belongs to.
_escalating: dict[str, str] = {"case": "escalate"}
Listener = Callable[[str, dict[str, Any]], None]
_listeners: list[Listener] = []


def escalates_as(actor: Callable[[], Actor]) -> None:
    """Registers the system actor in whose name duties escalate (the room `agencies`)."""
    _clock_actor[:] = [actor]


def goes_first(kind: str) -> None:
    """What must follow an act of this kind waits behind nothing else: somebody may be in danger."""
    _first.add(kind)


def escalates_by(kind: str, action: str) -> None:
    """Registers the action by which duties of another kind of subject escalate."""
    _escalating[kind] = action


def listens(listener: Listener) -> Listener:
    """Registers somebody who is told of each act once it is committed: kind and ids, no words."""
    if listener not in _listeners:
        _listeners.append(listener)
    return listener


@dataclass(frozen=True)
class Step:
    """One office that must be told of one overdue duty, and from when on.

    Shape  kind: that of the subject
    """

    at: datetime
    duty_id: UUID
    subject_id: UUID
    kind: str
    rule: str
    to: str


_OVERDUE = """
SELECT d.id, d.subject_id, s.kind, d.rule, d.due_at, d.escalated_to, d.escalated_at
FROM engine_duty d JOIN engine_subject s ON s.id = d.subject_id
WHERE d.state = 'open' AND d.due_at < %s AND s.kind = ANY(%s) AND d.escalated_to <> 'monitor'
ORDER BY d.due_at, d.id LIMIT %s
"""


def steps(now: datetime, limit: int = BATCH) -> list[Step]:
    """Who is to be told by now, earliest first.

    Reads    Duty, with the profile's term between one office and the next
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE tutela_engine")
        cursor.execute(_OVERDUE, [now, list(_escalating), limit])
        rows = cursor.fetchall()
    found = [step for row in rows if (step := _step(*row)) is not None and step.at <= now]
    return sorted(found, key=lambda s: (s.at, str(s.duty_id)))


def _step(
    duty_id: UUID,
    subject_id: UUID,
    kind: str,
    rule: str,
    due: datetime,
    told: str,
    told_at: datetime | None,
) -> Step | None:
    known = rules.duties.get(rule)
    line = known.escalates_to if known else ("coordinator", "monitor")
    if not told and line:
        return Step(due, duty_id, subject_id, kind, rule, line[0])
    rest = line[line.index(told) + 1 :] if told in line else ()
    if not rest or told_at is None:
        return None
    here = profile.current()
    term = here.term(NEXT_OFFICE, here.day(told_at))
    at = due_at(term, [ClockEvent("start", told_at)], here.calendar)
    return Step(at, duty_id, subject_id, kind, rule, rest[0]) if at else None


def escalate(now: datetime | None = None) -> int:
    """Tells the next office of every duty that is overdue; returns how many were told.

    Writes   the same as any other action: an entry on the subject's chain
    Source   P2
    """
    moment = now or system_clock()
    return sum(_tell(step, moment) for step in steps(moment))


def live_until(now: datetime) -> Iterator[Step]:
    """Escalates step by step, each at its own time, as a running installation would have: for stories."""
    seen: set[tuple[UUID, str]] = set()
    while due := [s for s in steps(now) if (s.duty_id, s.to) not in seen]:
        first = due[0]
        seen.add((first.duty_id, first.to))
        _tell(first, first.at)
        yield first


def _tell(step: Step, now: datetime) -> bool:
    if not _clock_actor:
        raise RuntimeError("no room says who escalates")
    name = _escalating[step.kind]
    action = parse(name, {step.kind: step.subject_id, "duty": step.duty_id, "to": step.to})
    key = uuid.uuid5(_SPACE, f"{step.duty_id} {step.to} {step.at.isoformat()}")
    outcome = perform(action, _clock_actor[0](), key=key, clock=frozen(now))
    event("duty.escalated", duty=step.rule, duty_id=step.duty_id, to=step.to)
    return outcome.result == "done"


def move_outbox(limit: int = BATCH) -> int:
    """Takes what must follow from the outbox to the job queue, in one transaction; returns how many."""
    from .tasks import tell

    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE tutela_engine")
        cursor.execute(
            "DELETE FROM engine_outbox WHERE id IN (SELECT id FROM engine_outbox "
            "ORDER BY kind = ANY(%s) DESC, id LIMIT %s FOR UPDATE SKIP LOCKED) RETURNING kind, ids",
            [sorted(_first), limit],
        )
        rows = cursor.fetchall()
        cursor.execute("RESET ROLE")
        for kind, ids in rows:
            told_at_once = tell.configure(priority=FIRST if kind in _first else 0)
            told_at_once.defer(kind=kind, ids=json.loads(ids) if isinstance(ids, str) else ids)
    if rows:
        event("outbox.moved", count=len(rows))
    return len(rows)


def told(kind: str, ids: dict[str, Any]) -> None:
    """Tells every listener of one act."""
    for listener in _listeners:
        listener(kind, ids)


def sequence() -> int:
    """Takes committed entries into the journal's tree and signs its head; returns the tree's size."""
    try:
        head = sequencer.sequence(Signer.from_settings(), system_clock())
    except sequencer.AnotherSequencer:
        return 0
    return head.size if head else 0


def ask_to_verify() -> bool:
    """Puts a verification of the journal into the queue, where it holds up no round; one at a time."""
    from .tasks import verify

    return _asked(verify)


def ask_to_count() -> bool:
    """Puts the counting of figures into the queue, likewise."""
    from .tasks import count

    return _asked(count)


def _asked(task: Any) -> bool:
    from procrastinate.exceptions import AlreadyEnqueued

    try:
        task.defer()
    except AlreadyEnqueued:
        return False
    return True
