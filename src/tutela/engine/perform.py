"""The one way in. Nothing changes a subject except through `perform`; its order is the architecture."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from . import access, facts, judging, receipts, stage
from .access import Actor
from .actions import Act, Action
from .again import unbroken
from .fields import FieldKind
from .journal import Chain, Moment
from .outcomes import Denied, Done, Outcome, Received, Refused
from .rules import rules
from .time import Clock, system_clock


@unbroken
def perform(action: Action, by: Actor, key: UUID | None = None, clock: Clock = system_clock) -> Outcome:
    """Do what an action says, or refuse it, and write down which: in one durable transaction.

    Shape   key: the same for every try of one request, so that a double send changes nothing
    Raises  InvalidAction (wrong form, nothing kept); access.NotSignedIn (the session is over)
    Source  P1: every door passes the same guards
    """
    now, key = clock(), key or uuid.uuid4()
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE tutela_engine; SET CONSTRAINTS ALL IMMEDIATE")
        run = Run(cursor, action, by, key, now)
        try:
            known = receipts.claim(cursor, by.member_id, key, action, now)  # 1. receipt
        except receipts.KeyReused:
            return stage.key_reused(run)
        run.standing = access.standing(cursor, by, run.subjects, action.needs, now)  # 2. access
        if run.is_denied():
            return run.settled(stage.denied(run)) if known is None else run.told_again(known)
        if known is not None:
            return known
        run.chains = stage.locked(run)  # 3. lock
        run.gathered = facts.gather(cursor, run.classes(), run.params())  # 4. facts, after the lock
        if not run.gathered[access.Sight].still:
            return run.settled(stage.denied(run))
        if isinstance(action, Act):  # 5. guards
            found = judging.look(rules.guards_of(type(action)), action, run.gathered, now.date())
            found = judging.use_waivers(cursor, found, action, run.subjects, by, run.act_id, now)
            if found:
                return run.settled(stage.refused(run, found))
        made, objection = stage.apply(run)  # 6. apply, in a savepoint
        if objection is not None:
            return run.settled(stage.met_constraint(run, objection))
        changes = stage.consequences(run, made)  # 7. breaches and duties
        return run.settled(stage.written(run, made, changes))  # 8. entry and outbox


@dataclass
class Run:
    """One action on its way through `perform`."""

    cursor: Any
    action: Action
    by: Actor
    key: UUID
    now: datetime
    standing: access.Standing | None = None
    chains: dict[UUID, Chain] | None = None
    gathered: dict[type[Any], Any] | None = None

    def __post_init__(self) -> None:
        self.act_id = uuid.uuid4()
        self.named = self.action.subject_ids()
        self.subjects = list(self.named.values())
        self.moment = Moment(
            act_id=self.act_id,
            action=self.action.name,
            recorded_at=self.now,
            occurred_at=stage.occurred(self.action, self.now),
            actor_id=self.by.member_id,
            agency_id=self.by.agency_id,
        )

    def is_denied(self) -> bool:
        """Whether the actor lacks the role, or sight of a subject."""
        assert self.standing is not None
        who = self.standing
        if (who.member_id, who.agency_id) != (self.by.member_id, self.by.agency_id):
            raise access.NotSignedIn("the session belongs to somebody else")
        if who.sector == access.HERSELF and not self.action.herself:
            return True
        if who.sector not in ("system", access.HERSELF) and (
            self.action.system or not self.action.who.admits(who.sector, who.roles)
        ):
            return True
        return bool(who.denied)

    def told_again(self, known: Outcome) -> Outcome:
        """The same answer without access: a denial or a receipt tells nothing, and a new try would not be a new act."""
        return known if isinstance(known, Denied | Received) else Denied(act_id=self.act_id)

    def classes(self) -> tuple[type[Any], ...]:
        """The facts to gather: whether the actor still has access, and what the rules look at."""
        return (access.Sight, *stage.classes(self.action))

    def params(self) -> dict[str, Any]:
        """What the subqueries of facts may ask about: every id of the action, who acts, and when."""
        named = {s.name: (s.kind, getattr(self.action, s.name)) for s in self.action.specs()}
        ids = {name: value for name, (kind, value) in named.items() if kind is FieldKind.ID}
        several = {name: list(value or ()) for name, (kind, value) in named.items() if kind is FieldKind.IDS}
        return {
            **ids,
            **several,
            "member": self.by.member_id,
            "agency": self.by.agency_id,
            "now": self.moment.occurred_at,
            "session": self.by.handle,
            "asked": self.subjects,
            "compartment": self.action.needs,
            "recorded": self.now,
        }

    def settled(self, outcome: Done | Refused | Denied | Received) -> Outcome:
        """Writes the outcome beside the receipt's key."""
        receipts.settle(self.cursor, self.by.member_id, self.key, outcome)
        return outcome
