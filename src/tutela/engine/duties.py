"""Duties and breaches at work: what an action starts, meets, pauses or ends on the subject that it is about."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from . import alerts, clocks, profile
from .actions import Action
from .calendars import MOST
from .journal import Line, Moment, stamp
from .models import Breach, Duty
from .rules import ACTOR, BreachRule, DutyRule, Trigger, rules

#: The reason of an end of a pause that was set when the pause began.
PLANNED = "planned"
_TELL_NEXT = (
    "UPDATE engine_duty SET escalated_to = %s, escalated_at = %s WHERE id = %s AND subject_id = %s "
    "AND state = 'open' RETURNING id, rule"
)

_situation: list[tuple[type[Any], Callable[[Any], bool | None]]] = []
Bearers = Callable[[Any, list[str], UUID, datetime], Mapping[str, UUID | None]]
_bearers: list[Bearers] = []


def varies_by(facts_class: type[Any], may_be_child: Callable[[Any], bool | None]) -> None:
    """Registers the facts that choose between a term for an adult and one for a child (the room `cases`)."""
    _situation[:] = [(facts_class, may_be_child)]


def bearers_come_from(find: Bearers) -> None:
    """Registers who answers for each of some sectors on a subject (the room `agencies`)."""
    _bearers[:] = [find]


def situation() -> list[tuple[type[Any], Callable[[Any], bool | None]]]:
    """The facts class that duties need besides those of their conditions, and how it says who may be a child."""
    return list(_situation)


@dataclass(frozen=True)
class Change:
    """What happened to one duty or breach, for the journal and for the answer."""

    effect: str
    rule: str
    line: Line


def mark_of(subject_id: UUID, typed: str) -> str:
    """The mark of a reference that somebody typed, by which its duties are found again."""
    return hashlib.sha256(subject_id.bytes + typed.encode()).hexdigest()[:32]


@dataclass
class Scene:
    """An action as it is being performed: everything that duties and breaches look at."""

    cursor: Any
    action: Action
    moment: Moment
    gathered: dict[type[Any], Any]
    made: Mapping[str, Any]
    subject_id: UUID

    def mark(self, name: str | None) -> str:
        """What tells duties and breaches of one rule apart. What somebody typed, a court's reference, is digested:
        the monitor reads these rows, and a reference leads to a name.
        """
        value = self.ref(name)
        typed = name is not None and name not in self.made and type(getattr(self.action, name, None)) is str
        return mark_of(self.subject_id, value) if typed else value

    def ref(self, name: str | None) -> str:
        """The value of a field: of what was made, else of the action."""
        if name is None:
            return ""
        value = self.made.get(name, getattr(self.action, name, ""))
        return str(value) if value is not None else ""

    def failed(self, rule: str, error: Exception) -> None:
        """Tells somebody on call that a rule crashed. What happened is recorded all the same."""
        act = self.moment
        name = type(error).__name__
        alerts.crashed(self.cursor, alerts.RULE_FAILED, rule, act.action, act.act_id, act.recorded_at, name)

    def may_be_child(self) -> bool | None:
        """True, False, or None: unknown."""
        if not _situation:
            return False
        cls, read = _situation[0]
        return read(self.gathered[cls])


def wake(scene: Scene) -> list[Change]:
    """Moves every duty that this action concerns, and starts those that it starts."""
    concerned = rules.by_trigger.get(type(scene.action), ())
    fired = [
        (rule, effect)
        for rule in concerned
        for effect, trigger in rule.triggers()
        if _fires(rule.name, trigger, scene, crashed=effect in ("starts", "resumes"))
    ]
    if not fired:
        return []
    names = list({rule.name for rule, _ in fired})
    known = list(Duty.objects.filter(subject_id=scene.subject_id, rule__in=names))
    changes: list[Change] = []
    for rule, effect in fired:
        if effect != "starts":
            changes += [c for d in known if _meant(d, rule, scene) and (c := _move(d, effect, scene))]
    started: list[Duty] = []
    for rule, effect in fired:
        if effect == "starts" and _may_start(rule, [*known, *started], scene):
            started.append(_start(rule, scene))
    _keep(started, scene)
    return changes + [_change("duty.started", duty) for duty in started]


def begin(rule: DutyRule, scene: Scene) -> tuple[Duty, Change]:
    """Starts a duty that no rule's trigger starts: what the engine itself makes somebody owe."""
    started = _start(rule, scene)
    _keep([started], scene)
    return started, _change("duty.started", started)


def retime(scene: Scene, child: bool | None) -> list[Change]:
    """Gives open duties the term of the person's age as it is known now, wherever that is better for the person."""
    changes = []
    for duty in Duty.objects.filter(subject_id=scene.subject_id, state="open"):
        rule = rules.duties.get(duty.rule)
        old = clocks.load_term(duty.term)
        here = profile.current()
        new = here.term(rule.within, here.day(duty.started_at), child=child) if rule else old
        if clocks.better_for_person(old, new):
            duty.term = clocks.dump_term(new)
            duty.due_at, duty.review_at = dues(new, [clocks.load_event(e) for e in duty.events])
            duty.save(update_fields=["term", "due_at", "review_at"])
            changes.append(_change("duty.retimed", duty))
    return changes


def pass_up(duty_id: UUID, subject_id: UUID, to: str, at: datetime) -> dict[str, Any]:
    """Notes which office has been told of an overdue duty, and when; returns what the entry says of it.

    Raises   Duty.DoesNotExist: it is not this subject's, or no longer open
    """
    passed = Duty.objects.raw(_TELL_NEXT, [to, at, duty_id, subject_id])
    if not passed:
        raise Duty.DoesNotExist("Duty is not open here")
    return {"rule": passed[0].rule}


def _fires(rule: str, trigger: Trigger, scene: Scene, crashed: bool) -> bool:
    """Whether a trigger fires. `crashed` is the answer of one that crashes: what is owed starts, and does not end."""
    try:
        return trigger.fires(scene.action, scene.gathered)
    except Exception as error:  # noqa: BLE001  # a rule's mistake may neither lose a Fact nor end a duty
        scene.failed(rule, error)
        return crashed


def _is_breach(rule: BreachRule, scene: Scene) -> bool:
    """Whether this is a breach. A rule that crashes counts against the State, like what is unknown."""
    try:
        return bool(rule.asks(scene.action, scene.gathered))
    except Exception as error:  # noqa: BLE001  # as above
        scene.failed(rule.name, error)
        return True


def _meant(duty: Duty, rule: DutyRule, scene: Scene) -> bool:
    return duty.rule == rule.name and duty.state == "open" and duty.ref in ("", scene.mark(rule.ref))


def _may_start(rule: DutyRule, known: list[Duty], scene: Scene) -> bool:
    same = [d for d in known if d.rule == rule.name and d.ref == scene.mark(rule.ref)]
    return not any(d.state == "open" or (rule.once and d.state in ("met", "declined")) for d in same)


def _start(rule: DutyRule, scene: Scene) -> Duty:
    at = scene.moment.occurred_at
    here = profile.current()
    term = _by_the_day(rule, scene, here.term(rule.within, here.day(at), child=scene.may_be_child()))
    term = _in_the_hours(rule, scene, term)
    events = [clocks.ClockEvent("start", at), *_first_pause(rule, scene)]
    duty = Duty(
        id=uuid.uuid4(),
        subject_id=scene.subject_id,
        rule=rule.name,
        ref=scene.mark(rule.ref),
        compartment=rule.compartment,
        provisions=list(rule.provisions),
        started_at=at,
        term=clocks.dump_term(term),
        events=[clocks.dump_event(e) for e in events],
        started_by_act=scene.moment.act_id,
    )
    duty.due_at, duty.review_at = dues(term, events)
    duty.bearer_sector, duty.bearer_agency_id = _bear(rule, scene)
    return duty


def _keep(started: list[Duty], scene: Scene) -> None:
    """Finds who bears what falls on a sector, and writes the duties: two statements, however many they are."""
    open_ones = [duty for duty in started if duty.bearer_agency_id is None]
    if open_ones and _bearers:
        sectors = sorted({duty.bearer_sector for duty in open_ones})
        found = _bearers[0](scene.cursor, sectors, scene.subject_id, scene.moment.recorded_at)
        for duty in open_ones:
            duty.bearer_agency_id = found.get(duty.bearer_sector)
    Duty.objects.bulk_create(started)


def _by_the_day(rule: DutyRule, scene: Scene, term: clocks.Term) -> clocks.Term:
    """The term, ended on the day that was agreed with the person, where that is sooner than the term itself."""
    value = scene.made.get(rule.on_day or "", getattr(scene.action, rule.on_day or "", None))
    if not isinstance(value, date) or isinstance(value, datetime):
        return term
    at, here = scene.moment.occurred_at, profile.current()
    days = min(max((value - here.day(at)).days, 1), MOST[clocks.Unit.DAYS])
    agreed = replace(term, length=clocks.Length(days, clocks.Unit.DAYS))
    start = [clocks.ClockEvent("start", at)]
    longest, sooner = (clocks.due_at(one, start, here.calendar) for one in (term, agreed))
    return agreed if longest is None or (sooner is not None and sooner < longest) else term


def _in_the_hours(rule: DutyRule, scene: Scene, term: clocks.Term) -> clocks.Term:
    """The hours that agencies agreed on, where they did; for who may be a child only if they are the sooner ones."""
    hours = scene.made.get(rule.in_hours or "")
    if not isinstance(hours, int):
        return term
    at, calendar = scene.moment.occurred_at, profile.current().calendar
    length = clocks.Length(hours, clocks.Unit.HOURS)
    agreed = replace(term, length=length, basis=clocks.Basis.AGREED, legal_basis="", source="", note="")
    start = [clocks.ClockEvent("start", at)]
    usual, sooner = (clocks.due_at(one, start, calendar) for one in (term, agreed))
    if scene.may_be_child() is not False and usual is not None and sooner is not None and usual < sooner:
        return term
    return agreed


def _first_pause(rule: DutyRule, scene: Scene) -> list[clocks.ClockEvent]:
    """The pause with which a duty starts, and its end. A rule that crashes pauses nothing."""
    try:
        until = rule.starts_paused(scene.action, scene.gathered) if rule.starts_paused else None
    except Exception as error:  # noqa: BLE001  # what is owed starts, whatever became of its pause
        scene.failed(rule.name, error)
        return []
    at = scene.moment.occurred_at
    if until is None or until <= at:
        return []
    pause = clocks.ClockEvent("pause", at, reason=scene.action.name)
    return [pause, clocks.ClockEvent("resume", until, reason=PLANNED)]


def _planned_end(duty: Duty, event: clocks.ClockEvent, scene: Scene) -> list[clocks.ClockEvent]:
    """When a pause is over if nothing ends it sooner: nobody's forgetting may keep a duty at rest."""
    rule = rules.duties.get(duty.rule)
    if rule is None or rule.pause_within is None:
        return []
    here = profile.current()
    term = here.term(rule.pause_within, here.day(event.at), child=scene.may_be_child())
    until = clocks.due_at(term, [clocks.ClockEvent("start", event.at)], here.calendar)
    return [clocks.ClockEvent("resume", until, reason=PLANNED)] if until else []


def dues(term: clocks.Term, events: list[clocks.ClockEvent]) -> tuple[datetime | None, datetime | None]:
    """(due_at, review_at) of a clock: a minimum that is reached opens a review and is never overdue."""
    due = clocks.due_at(term, events, profile.current().calendar)
    return (due, None) if clocks.means_overdue(term) else (None, due)


#: What an act made under this name is the agency that its author's duties bind, where she acted for herself.
BINDS = "binds"


def _bear(rule: DutyRule, scene: Scene) -> tuple[str, UUID | None]:
    """The sector on which a duty falls, and the agency, where it does not follow from the sector alone."""
    if rule.owed_by == ACTOR:
        bound = scene.ref(BINDS)
        return ACTOR, UUID(bound) if bound else scene.moment.agency_id
    if rule.owed_by.startswith("@field:"):
        value = scene.ref(rule.owed_by.removeprefix("@field:"))
        return ACTOR, UUID(value) if value else scene.moment.agency_id
    sector = rule.owed_by
    if sector.startswith("@sector:"):
        _, name, otherwise, agency = sector.split(":")
        sector = scene.ref(name) or otherwise
        if scene.ref(agency or None):
            return sector, UUID(scene.ref(agency))
    return sector, None


_ENDS = {"met_by": "met", "declined_by": "declined", "lapses": "lapsed"}
_EVENTS: dict[str, clocks.EventKind] = {
    "pauses": "pause",
    "resumes": "resume",
    "extends": "extend",
    "happens": "happened",
}


def _move(duty: Duty, effect: str, scene: Scene) -> Change | None:
    at = scene.moment.occurred_at
    if effect in _ENDS:
        duty.state, duty.ended_at, duty.end_reason = _ENDS[effect], at, scene.action.name
        kind: clocks.EventKind = "end"
    else:
        kind = _EVENTS[effect]
    events = [clocks.load_event(e) for e in duty.events]
    length = scene.action.extension() if kind == "extend" else None  # type: ignore[attr-defined]  # extends= needs it
    name = (scene.action.event or scene.action.name) if kind == "happened" else None
    planned = [events.pop()] if events[-1].reason == PLANNED and events[-1].at > at else []
    event = clocks.ClockEvent(
        kind, max(at, events[-1].at), reason=scene.action.name, length=length, name=name
    )
    events += [event, *(planned if kind not in ("resume", "end") else [])]
    events += _planned_end(duty, event, scene) if kind == "pause" else []
    duty.events = [clocks.dump_event(e) for e in events]
    if kind != "end":
        duty.due_at, duty.review_at = dues(clocks.load_term(duty.term), events)
    duty.save()
    return _change(f"duty.{duty.state if kind == 'end' else kind}", duty)


def _change(effect: str, duty: Duty) -> Change:
    detail = {"duty": str(duty.id), "rule": duty.rule, "due": stamp(duty.due_at) if duty.due_at else None}
    line = Line(duty.subject_id, effect, tuple(duty.provisions), duty.compartment, detail)
    return Change(effect, duty.rule, line)


def breaches(scene: Scene) -> list[Change]:
    """Opens the breaches that this action shows, and ends or answers those that it ends or answers."""
    changes = _ending(scene)
    for rule in rules.breaches.get(type(scene.action), ()):
        if _is_breach(rule, scene):
            changes.append(_open(rule, scene))
    return changes


def _open(rule: BreachRule, scene: Scene) -> Change:
    opened = Breach.objects.create(
        subject_id=scene.subject_id,
        rule=rule.name,
        ref=scene.mark(rule.ref),
        compartment=rule.compartment,
        provisions=list(rule.provisions),
        opened_at=scene.moment.occurred_at,
        recorded_at=scene.moment.recorded_at,
        opened_by_act=scene.moment.act_id,
        agency_id=_whose(rule, scene),
    )
    return _breach_change("breach.opened", opened)


def _whose(rule: BreachRule, scene: Scene) -> UUID | None:
    """The agency that a breach is put down to; None where nobody named it, or where finding it crashed."""
    if rule.by == ACTOR:
        return scene.moment.agency_id
    try:
        found = scene.ref(rule.by) if isinstance(rule.by, str) else rule.by(scene.action, scene.gathered)
    except Exception as error:  # noqa: BLE001  # whose it is may stay open; that it happened may not
        scene.failed(rule.name, error)
        return None
    return UUID(str(found)) if found else None


def _ending(scene: Scene) -> list[Change]:
    concerned = rules.ends_breach.get(type(scene.action), ())
    changes = []
    for rule in concerned:
        ends = any(_fires(rule.name, t, scene, crashed=False) for t in rule.ended_by)
        answers = any(_fires(rule.name, t, scene, crashed=False) for t in rule.answered_by)
        still = Breach.objects.filter(subject_id=scene.subject_id, rule=rule.name)
        for found in still if ends or answers else ():
            if found.ref not in ("", scene.mark(rule.ref)):
                continue
            if ends and found.ended_at is None:
                found.ended_at = scene.moment.occurred_at
                found.save(update_fields=["ended_at"])
                changes.append(_breach_change("breach.ended", found))
            if answers and found.answered_at is None:
                found.answered_at = scene.moment.occurred_at
                found.save(update_fields=["answered_at"])
                changes.append(_breach_change("breach.answered", found))
    return changes


def _breach_change(effect: str, found: Breach) -> Change:
    detail = {"breach": str(found.id), "rule": found.rule}
    line = Line(found.subject_id, effect, tuple(found.provisions), found.compartment, detail)
    return Change(effect, found.rule, line)
