"""What rules on steps, witnesses and operations look at."""

from __future__ import annotations

from dataclasses import dataclass

from tutela.engine.facts import facts

from .steps_words import Ready, Threatened


@facts(needs=("case",))
@dataclass(frozen=True)
class AskedBeforeFacts:
    """How often the person was asked already, and whether a step of the kind was planned with its checks."""

    interviews: int | None = None


@facts(needs=("case",))
@dataclass(frozen=True)
class ThreatLevelFacts:
    """The newest threat assessment; none is unknown."""

    level: str | None = None

    @property
    def is_assessed(self) -> bool:
        """Somebody assessed it, and came to something."""
        return self.level not in (None, Threatened.UNKNOWN)


@dataclass(frozen=True)
class ReadyFor:
    """One kind of care, and for how many people it is there."""

    item: str
    people: int | None = None


@facts(needs=("operation",))
@dataclass(frozen=True)
class ReadinessFacts:
    """What is there for the people who will be found.

    Shape  ready: by kind of care, for how many; free_places: beds that nobody holds on the day, for anybody
    """

    expected: int | None = None
    children: int | None = None
    ready: tuple[ReadyFor, ...] | None = None
    free_places: int | None = None

    def lacks(self) -> tuple[str, ...]:
        """The kinds of care that do not suffice; what is not known does not."""
        people = self.expected or 0
        there = {one.item: one.people for one in self.ready or ()}
        children = people if self.children is None else self.children
        wanted = dict.fromkeys(Ready, people) | {Ready.CHILD_OFFICERS: children}
        short: list[Ready] = [
            item for item, needed in wanted.items() if item is not Ready.SHELTER and _of(there, item) < needed
        ]
        if self.expected is None or (self.free_places or 0) < people:
            short.insert(0, Ready.SHELTER)
        return tuple(str(item) for item in short)


def _of(there: dict[str, int | None], item: Ready) -> int:
    """How many it is ready for; a child officer may be needed for none, and must be named all the same."""
    value = there.get(str(item))
    return -1 if value is None else value
