"""Intake: a Fact that could not be recorded where it belongs is kept sealed, and brought in by the protection office.

What was received is a subject of its own: its chain tells that it came, who looked after it, and what became of it.
Bringing it in is part of the act that matches it, in the same transaction: the Fact is carried out on the chosen file
as its author's, at the time at which it happened, with the act id that its sender was told.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction

from . import duties, facts, sealing, subjects
from .access import Actor
from .actions import Action, Fact, Fault, InvalidAction, parse
from .journal import Line, canonical, stamp, write
from .models import Intake
from .outcomes import Objection, Outcome, Received
from .rules import rules

if TYPE_CHECKING:
    from .perform import Run

KIND, PURPOSE = "intake", "intake"
WAITING, MATCHED, SET_ASIDE = "waiting", "matched", "set_aside"
#: The duty to look at what was received, where a room declares it.
LOOKED_AT = "received_looked_at"

Opener = Callable[[Intake, Actor, str, datetime], bytes]
_opener: list[Opener] = []
_author: list[Callable[[UUID], Actor]] = []


class Objected(Exception):
    """What is brought in met a constraint: everything of the act that brings it in is undone."""

    def __init__(self, objection: Objection) -> None:
        self.objection = objection
        super().__init__(objection.code)


def opens_by(opener: Opener) -> None:
    """Registers who opens what was sealed, and leaves the trace of it first (the room `people`)."""
    _opener[:] = [opener]


def authors_by(find: Callable[[UUID], Actor]) -> None:
    """Registers who a member is, without a session: the author of what is brought in (the room `agencies`)."""
    _author[:] = [find]


# --- keeping --------------------------------------------------------------------------------------------


def keep(run: Run, why: str) -> Outcome:
    """Keeps a Fact sealed, for the protection office to match; nothing that a person entered is lost.

    INVARIANT: sent twice, it is kept once, under whatever key (tests/cases/test_intake.py).
    """
    from . import stage

    digest = run.action.digest()
    known = _kept_before(run, digest)
    if known is not None:
        return known
    chain = subjects.open_new(run.cursor, uuid.uuid4(), KIND, None, run.now)
    if chain.keyset is None:
        raise RuntimeError("no room gives keysets; a Fact cannot be sealed")
    content = canonical({"action": run.action.name, "content": run.action.model_dump(mode="json")})
    made = Intake(
        id=chain.subject_id,
        action=run.action.name,
        why=why,
        member_id=run.by.member_id,
        agency_id=run.by.agency_id,
        recorded_at=run.now,
        occurred_at=run.moment.occurred_at,
        key=run.key,
        digest=digest,
        act_id=run.act_id,
        child=_may_be_child(run),
        keyset_id=chain.keyset.keyset_id,
        sealed=sealing.seal(chain.keyset.publics["facts"], info(chain.subject_id), content),
    )
    changes = _clock_starts(run, made)
    made.save(force_insert=True)
    own = subjects.own_chain(run.cursor, run.by.member_id, run.by.agency_id, run.now)
    said = {"intake": str(made.pk), "why": why}
    lines = [
        Line(own.subject_id, "received", detail=said),
        Line(made.pk, "received", detail={"why": why, "sealed": hashlib.sha256(made.sealed).hexdigest()}),
        *(change.line for change in changes),
    ]
    write(run.cursor, {own.subject_id: own, made.pk: chain}, lines, run.moment)
    stage.tell(run, KIND, intake=str(made.pk))
    return Received(act_id=run.act_id, why=why)


def _kept_before(run: Run, digest: bytes) -> Outcome | None:
    """What was answered to this very request, where its key stands for another one; its double waits here."""
    run.cursor.execute(
        "SELECT 1 FROM engine_receipt WHERE owner_id = %s AND key = %s FOR UPDATE",
        [run.by.member_id, run.key],
    )
    known = Intake.objects.filter(member_id=run.by.member_id, key=run.key, digest=digest).first()
    return Received(act_id=known.act_id, why=known.why) if known and known.act_id else None


def _may_be_child(run: Run) -> bool | None:
    """Whether it may be about a child; what cannot be gathered is unknown, and keeps nothing from being kept."""
    for cls, may_be_child in duties.situation():
        try:
            with transaction.atomic():
                return may_be_child(facts.gather(run.cursor, [cls], run.params())[cls])
        except Exception:  # noqa: BLE001  # nothing that somebody entered is lost over it
            return None
    return None


def _clock_starts(run: Run, made: Intake) -> list[duties.Change]:
    """Starts the duty to look at it, from the moment of receipt, whenever it happened."""
    rule = rules.duties.get(LOOKED_AT)
    if rule is None:
        return []
    duty, change = duties.begin(rule, _scene(run, made.pk))
    made.due_at = duty.due_at
    return [change]


def _scene(run: Run, intake_id: UUID) -> duties.Scene:
    moment = replace(run.moment, occurred_at=run.now)
    gathered = {cls: cls() for cls, _ in duties.situation()} | (run.gathered or {})
    return duties.Scene(run.cursor, run.action, moment, gathered, {}, intake_id)


# --- bringing in ----------------------------------------------------------------------------------------


def bring_in(run: Run, intake_id: UUID, subject_id: UUID) -> dict[str, Any]:
    """Carries out what was received, on this file, as if its author had had access; part of the act that matches it.

    Writes   Intake.matched_to; whatever the Fact itself writes; its breaches and duties
    Raises   InvalidAction: it is matched already, belongs to no file, or does not fit this one; Objected
    """
    from . import stage

    assert run.chains is not None
    row = Intake.objects.select_for_update().get(pk=intake_id)
    if row.state == MATCHED:
        raise InvalidAction([Fault("intake", "intake.matched", {})])
    inner = _as_author(run, row, fact_of(row, opened(row, run.by, "intake.match", run.now), subject_id))
    inner.chains = {subject_id: run.chains[subject_id]}
    inner.gathered = facts.gather(run.cursor, stage.classes(inner.action), inner.params())
    try:
        made, objection = stage.apply(inner)
    except InvalidAction as error:
        raise InvalidAction([Fault("case", "intake.does_not_fit", {})]) from error
    if objection is not None:
        raise Objected(objection)
    made.pop("notes", None)  # its sender hears only that it was received
    changes = stage.consequences(inner, made)
    row.state, row.matched_to, row.matched_at, row.because = MATCHED, subject_id, run.now, ""
    row.save(update_fields=["state", "matched_to", "matched_at", "because"])
    stage.record(inner, made, changes, intake=str(row.pk), received=stamp(row.recorded_at))
    ended = duties.wake(_scene(run, row.pk))
    if ended:
        write(run.cursor, run.chains, [change.line for change in ended], run.moment)
    return {"brought": inner.act_id, **{f"brought_{name}": value for name, value in made.items()}}


def opened(row: Intake, by: Actor, purpose: str, at: datetime) -> dict[str, Any]:
    """What was sealed, as plain data: `action`, and `content` by field. Whoever opens it leaves a trace first."""
    if not _opener:
        raise RuntimeError("no room opens what was received")
    found: dict[str, Any] = json.loads(_opener[0](row, by, purpose, at))
    return found


def fact_of(row: Intake, found: dict[str, Any], case_id: UUID) -> Action:
    """The Fact as it is carried out: on this file, at the time at which it happened.

    Raises   InvalidAction: it is about no file, or its form is not what this version knows
    """
    content = {**found["content"], "case": str(case_id), "occurred_at": row.occurred_at.isoformat()}
    try:
        action = parse(found["action"], content)
    except InvalidAction as error:
        raise InvalidAction([Fault("intake", "intake.no_file", {})]) from error
    if not isinstance(action, Fact) or action.opens or set(action.subject_ids()) != {"case"}:
        raise InvalidAction([Fault("intake", "intake.no_file", {})])
    return action


def _as_author(run: Run, row: Intake, action: Action) -> Run:
    from .perform import Run

    if not _author:
        raise RuntimeError("no room says who sent what was received")
    inner = Run(run.cursor, action, _author[0](row.member_id), run.key, run.now)
    inner.act_id = row.act_id or inner.act_id
    inner.moment = replace(inner.moment, act_id=inner.act_id)
    return inner


def info(intake_id: UUID) -> bytes:
    """What the sealed content is tied to."""
    return sealing.binding(intake_id, "facts", PURPOSE)
