"""Guards at work: every guard of an Act looks, in any order; one objection refuses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from .actions import Act, Action
from .alerts import GUARD_FAILED
from .outcomes import Objection
from .rls import COMPARTMENTS
from .rules import ABSOLUTE, Guard, Reason, Waiver, rules


@dataclass(frozen=True)
class Finding:
    """One guard's objection, with what it would give away.

    Shape  failed: the class of the error, where the guard crashed
    """

    guard: Guard
    reason: Reason
    failed: str | None = None

    @property
    def compartment(self) -> str:
        """The strictest compartment that the reason reveals."""
        revealed = [c for c in COMPARTMENTS if c in self.reason.reveals]
        return revealed[-1] if revealed else "facts"


def look(guards: Iterable[Guard], action: Action, gathered: dict[type[Any], Any], day: date) -> list[Finding]:
    """What these guards object to. A guard that crashes objects too: `guard.failed`."""
    found = []
    for guard in guards:
        if not guard.in_force(day):
            continue
        try:
            reason = guard.asks(action, gathered)
        except Exception as error:  # noqa: BLE001  # whatever went wrong, the rule did not say yes
            found.append(Finding(guard, Reason(GUARD_FAILED), failed=type(error).__name__))
            continue
        if reason is not None:
            found.append(Finding(guard, reason))
    return found


def set_aside(action: Action, gathered: dict[type[Any], Any], day: date) -> tuple[str, ...]:
    """Names of the guards that would have stopped the ordinary form of an urgent protective act."""
    if not isinstance(action, Act) or action.urgent_form_of is None:
        return ()
    kept = set(rules.guards_of(type(action)))
    every = [*rules.guards.get(type(action), ()), *rules.guards_of(action.urgent_form_of)]
    aside = [g for g in dict.fromkeys(every) if g not in kept]
    return tuple(f.guard.name for f in look(aside, action, gathered, day))


def use_waivers(
    cursor: Any,
    findings: list[Finding],
    action: Action,
    subjects: list[UUID],
    by: Any,
    act_id: UUID,
    at: datetime,
) -> list[Finding]:
    """The findings that remain after live waivers for this very action were used. An absolute guard has none."""
    open_to_waiver = [
        f
        for f in findings
        if f.guard.strength is not ABSOLUTE and f.guard.waiver is not Waiver.NOBODY and not f.failed
    ]
    if not open_to_waiver or not subjects:
        return findings
    cursor.execute(
        "SELECT id, guard, agency_id FROM engine_waiver WHERE subject_id = ANY(%s) AND digest = %s "
        "AND used_by_act IS NULL AND until > %s AND given_by <> %s ORDER BY given_at",
        [subjects, action.digest(), at, by.member_id],
    )
    used: list[UUID] = []
    names: set[str] = set()
    for waiver_id, name, agency_id in cursor.fetchall():
        match = next((f for f in open_to_waiver if f.guard.name == name and name not in names), None)
        if match and not (match.guard.waiver is Waiver.ANOTHER_AGENCY and agency_id == by.agency_id):
            used.append(waiver_id)
            names.add(name)
    rest = [f for f in findings if f.guard.name not in names]
    if used and not rest:
        cursor.execute("UPDATE engine_waiver SET used_by_act = %s WHERE id = ANY(%s)", [act_id, used])
    return rest


def as_objection(finding: Finding, readable: frozenset[str]) -> Objection:
    """What the actor is told: the reason, or a neutral one where it would give away what the actor may not read."""
    guard, reason = finding.guard, finding.reason
    absolute = guard.strength is ABSOLUTE
    if any(c not in readable for c in reason.reveals):
        return Objection(code="protection.applies", neutral=True, absolute=absolute)
    return Objection(
        code=reason.code,
        provisions=guard.provisions,
        instead=guard.instead,
        params=dict(reason.params),
        absolute=absolute,
        guard=guard.name,
    )
