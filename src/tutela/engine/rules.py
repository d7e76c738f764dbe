"""Guards, duties and breaches: the instrument made executable. Rows of data and small pure functions.

Nothing here touches the database or asks the time: rules declare, `perform` judges.
"""

from __future__ import annotations

import inspect
import typing
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from . import facts as facts_module
from .actions import Act, Action


class Strength(StrEnum):
    """Absolute guards have no override for anybody; procedural ones may be waived unless they say otherwise."""

    ABSOLUTE = "absolute"
    PROCEDURAL = "procedural"


ABSOLUTE, PROCEDURAL = Strength.ABSOLUTE, Strength.PROCEDURAL


class Waiver(StrEnum):
    """Who may waive a procedural guard: another member, only one of another agency, or nobody."""

    ANOTHER_MEMBER = "another_member"
    ANOTHER_AGENCY = "another_agency"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Reason:
    """Why a guard objects. The text comes from the room's messages, keyed by the code.

    Shape  reveals: compartments that the reason gives away, strictest last; params: words for the text, never names
    """

    code: str
    reveals: tuple[str, ...] = ()
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Asks:
    """A pure function and the facts classes that its parameters name."""

    function: Callable[..., Any]
    classes: tuple[type[Any], ...]

    def __call__(self, action: Action, gathered: dict[type[Any], Any]) -> Any:
        return self.function(action, *(gathered[c] for c in self.classes))


def asks(function: Callable[..., Any]) -> Asks:
    """Reads a rule's signature: the action first, then facts classes. Raises TypeError for anything else."""
    if function.__name__ == "<lambda>":
        return Asks(function, ())
    hints = typing.get_type_hints(function)
    names = list(inspect.signature(function).parameters)[1:]
    classes = tuple(hints[n] for n in names)
    unknown = [c for c in classes if not facts_module.known(c)]
    if unknown:
        raise TypeError(f"{function.__name__} asks for {unknown[0]!r}, which is not a facts class")
    return Asks(function, classes)


@dataclass(frozen=True)
class Guard:
    """A rule that looks at an Act before it happens."""

    name: str
    actions: tuple[type[Act], ...]
    provisions: tuple[str, ...]
    strength: Strength
    asks: Asks
    instead: tuple[str, ...] = ()
    waiver: Waiver = Waiver.ANOTHER_MEMBER
    child_safeguard: bool = False
    since: date | None = None
    until: date | None = None
    doc: str = ""
    kind: str = "refuse"

    def in_force(self, day: date) -> bool:
        """Whether the rule applied on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Trigger:
    """An action, and a pure condition on it, that starts, meets, pauses or ends something."""

    action: type[Action]
    when: Asks | None = None

    def fires(self, action: Action, gathered: dict[type[Any], Any]) -> bool:
        """Whether this action, in this situation, is the one meant."""
        return isinstance(action, self.action) and (self.when is None or bool(self.when(action, gathered)))


def on(*actions: type[Action], when: Callable[..., bool] | None = None) -> tuple[Trigger, ...]:
    """Triggers for these actions: `starts=on(PresumeTrafficked)`; add triggers with `+`."""
    condition = asks(when) if when else None
    return tuple(Trigger(a, condition) for a in actions)


#: Bearers that are not a sector: who acted, or the agency that a field of the action names.
ACTOR = "@actor"


def named_in(field_name: str) -> str:
    """The agency that this field of the starting action names."""
    return f"@field:{field_name}"


def sector_named_in(name: str, otherwise: str, agency: str = "") -> str:
    """The sector that the starting action, or what it made, names under `name`; else the other one.

    Shape  agency: a field that may name the very agency
    """
    return f"@sector:{name}:{otherwise}:{agency}"


@dataclass(frozen=True)
class DutyRule:
    """Somebody owes a person something by a time.

    Shape  ref: the field (of the action or of what it made) that tells duties of the same rule apart;
           once: never started again after it was met; within: key of the country profile;
           child_within: key for somebody who may be a child, where it differs;
           pause_within: key of the profile: a pause that nothing ended is over when this term would be;
           starts_paused: says until when a duty that starts now waits, from facts; None: it runs at once;
           on_day: the field that names the day agreed with the person: it is due then, never later than `within`;
           in_hours: what the action made under this name are the hours that agencies agreed among themselves
    """

    name: str
    provisions: tuple[str, ...]
    starts: tuple[Trigger, ...]
    owed_by: str
    within: str
    met_by: tuple[Trigger, ...]
    declined_by: tuple[Trigger, ...] = ()
    lapses: tuple[Trigger, ...] = ()
    pauses: tuple[Trigger, ...] = ()
    resumes: tuple[Trigger, ...] = ()
    extends: tuple[Trigger, ...] = ()
    happens: tuple[Trigger, ...] = ()
    pause_within: str | None = None
    starts_paused: Asks | None = None
    ref: str | None = None
    on_day: str | None = None
    in_hours: str | None = None
    once: bool = False
    compartment: str = "facts"
    escalates_to: tuple[str, ...] = ("coordinator", "monitor")
    doc: str = ""
    kind: str = "duty"

    def triggers(self) -> Iterable[tuple[str, Trigger]]:
        """All triggers, each with what it does to the duty."""
        for effect in (
            "starts",
            "met_by",
            "declined_by",
            "lapses",
            "pauses",
            "resumes",
            "extends",
            "happens",
        ):
            for trigger in getattr(self, effect):
                yield effect, trigger


#: A breach is put down to the agency that this field of the Fact names, where it names one.
NAMED = "by_agency"


@dataclass(frozen=True)
class BreachRule:
    """A Fact that goes against provisions; open until it is ended and answered.

    It may also be found by an Act that shows an earlier Fact in a new light: who is presumed trafficked today
    and still held since last week is held against the instrument.

    Shape  by: whose it is: the field that names the agency, ACTOR, or a function that finds it; nobody may be named
    """

    name: str
    provisions: tuple[str, ...]
    facts: tuple[type[Action], ...]
    asks: Asks
    ended_by: tuple[Trigger, ...] = ()
    answered_by: tuple[Trigger, ...] = ()
    ref: str | None = None
    compartment: str = "facts"
    by: str | Asks = NAMED
    doc: str = ""
    kind: str = "breach"


@dataclass(frozen=True)
class Other:
    """A register, measure or publication that answers provisions: listed for coverage."""

    kind: str
    name: str
    provisions: tuple[str, ...]
    doc: str = ""


@dataclass
class Rules:
    """All rules, by what wakes them."""

    guards: dict[type[Act], list[Guard]] = field(default_factory=lambda: defaultdict(list))
    duties: dict[str, DutyRule] = field(default_factory=dict)
    breaches: dict[type[Action], list[BreachRule]] = field(default_factory=lambda: defaultdict(list))
    by_trigger: dict[type[Action], list[DutyRule]] = field(default_factory=lambda: defaultdict(list))
    ends_breach: dict[type[Action], list[BreachRule]] = field(default_factory=lambda: defaultdict(list))
    all_guards: dict[str, Guard] = field(default_factory=dict)
    all_breaches: dict[str, BreachRule] = field(default_factory=dict)
    others: list[Other] = field(default_factory=list)

    def classes_for(self, action: type[Action]) -> tuple[type[Any], ...]:
        """Every facts class that some rule on this action asks for."""
        found: dict[type[Any], None] = {}
        for guard in self.guards_of(action):
            found.update(dict.fromkeys(guard.asks.classes))
        for breach in self.breaches.get(action, ()):
            found.update(dict.fromkeys(breach.asks.classes))
            if isinstance(breach.by, Asks):
                found.update(dict.fromkeys(breach.by.classes))
        for rule in self.by_trigger.get(action, ()):
            if rule.starts_paused:
                found.update(dict.fromkeys(rule.starts_paused.classes))
            for _, trigger in rule.triggers():
                if issubclass(action, trigger.action) and trigger.when:
                    found.update(dict.fromkeys(trigger.when.classes))
        for ending in self.ends_breach.get(action, ()):
            for trigger in (*ending.ended_by, *ending.answered_by):
                if trigger.action is action and trigger.when:
                    found.update(dict.fromkeys(trigger.when.classes))
        return tuple(found)

    def guards_of(self, action: type[Action]) -> list[Guard]:
        """Guards on an Act; an urgent protective form keeps only what may stop it of its ordinary form's guards."""
        if not issubclass(action, Act):
            return []
        own = list(self.guards.get(action, ()))
        if action.urgent_form_of is None:
            return own
        every = dict.fromkeys([*own, *self.guards_of(action.urgent_form_of)])
        return [g for g in every if g.strength is ABSOLUTE and not g.child_safeguard]


rules = Rules()


def guard(
    *actions: type[Act],
    provisions: Iterable[str],
    strength: Strength = ABSOLUTE,
    instead: Iterable[type[Action] | str] = (),
    waiver: Waiver = Waiver.ANOTHER_MEMBER,
    child_safeguard: bool = False,
    since: str | None = None,
    until: str | None = None,
) -> Callable[[Callable[..., Reason | None]], Callable[..., Reason | None]]:
    """Registers a guard on these Acts.

    Raises  TypeError on a Fact, which can always be recorded; on an abstract Act, which nobody performs, so that
            the guard would never look
    """
    for action in actions:
        if not issubclass(action, Act):
            raise TypeError(f"{action.__name__} is a Fact; no guard may stop a Fact")
        if action.abstract:
            raise TypeError(f"{action.__name__} is abstract; name the Acts that the guard looks at")

    def register(function: Callable[..., Reason | None]) -> Callable[..., Reason | None]:
        rule = Guard(
            name=function.__name__,
            actions=actions,
            provisions=tuple(provisions),
            strength=strength,
            asks=asks(function),
            instead=tuple(a if isinstance(a, str) else a.name for a in instead),
            waiver=waiver,
            child_safeguard=child_safeguard,
            since=date.fromisoformat(since) if since else None,
            until=date.fromisoformat(until) if until else None,
            doc=inspect.getdoc(function) or "",
        )
        for action in actions:
            rules.guards[action].append(rule)
        rules.all_guards[rule.name] = rule
        return function

    return register


def duty(
    name: str,
    *,
    provisions: Iterable[str],
    starts: tuple[Trigger, ...],
    owed_by: str,
    within: str,
    met_by: tuple[Trigger, ...],
    doc: str,
    starts_paused: Callable[..., datetime | None] | None = None,
    **more: Any,
) -> DutyRule:
    """Registers a duty. `doc` says in one plain sentence what is owed."""
    more["starts_paused"] = asks(starts_paused) if starts_paused else None
    rule = DutyRule(name, tuple(provisions), starts, str(owed_by), within, met_by, doc=doc, **more)
    rules.duties[name] = rule
    for action in dict.fromkeys(t.action for _, t in rule.triggers()):
        rules.by_trigger[action].append(rule)
    return rule


def breach(
    *found: type[Action],
    provisions: Iterable[str],
    ended_by: tuple[Trigger, ...] = (),
    answered_by: tuple[Trigger, ...] = (),
    ref: str | None = None,
    compartment: str = "facts",
    by: str | Callable[..., str | None] = NAMED,
) -> Callable[[Callable[..., bool]], BreachRule]:
    """Registers a breach: the function says whether the action shows one. Unknown counts against the State."""

    def register(function: Callable[..., bool]) -> BreachRule:
        rule = BreachRule(
            name=function.__name__,
            provisions=tuple(provisions),
            facts=found,
            asks=asks(function),
            ended_by=ended_by,
            answered_by=answered_by,
            ref=ref,
            compartment=compartment,
            by=by if isinstance(by, str) else asks(by),
            doc=inspect.getdoc(function) or "",
        )
        for fact in found:
            rules.breaches[fact].append(rule)
        for action in dict.fromkeys(t.action for t in (*ended_by, *answered_by)):
            rules.ends_breach[action].append(rule)
        rules.all_breaches[rule.name] = rule
        return rule

    return register


def register(kind: str, name: str, provisions: Iterable[str], doc: str) -> Other:
    """Lists a register (`record`), measure or publication that answers provisions."""
    other = Other(kind, name, tuple(provisions), doc)
    rules.others.append(other)
    return other
