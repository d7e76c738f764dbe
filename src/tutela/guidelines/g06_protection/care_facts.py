"""What rules on care over time look at."""

from __future__ import annotations

from dataclasses import dataclass

from tutela.engine.facts import facts


@facts(needs=("case",))
@dataclass(frozen=True)
class PlanFacts:
    """What the person agreed to in her plan.

    Shape  worry_ways: how a worry about her may be followed; empty where she chose nothing
    """

    worry_ways: tuple[str, ...] | None = None


@facts(needs=("case",))
@dataclass(frozen=True)
class CareFacts:
    """Whether care to body or mind has a yes in force, or an emergency on file."""

    medical: bool | None = None
    psychological: bool | None = None


@facts(needs=("case",))
@dataclass(frozen=True)
class LifeFacts:
    """Whether a death is on file that nobody has shown to be a mistake."""

    has_died: bool | None = None


@facts(needs=("case", "interpreter"))
@dataclass(frozen=True)
class InterpreterFacts:
    """The interpreter that a booking names, and what the person said of an earlier one.

    Shape  speaks: languages; complained: she complained of this one before
    """

    speaks: tuple[str, ...] | None = None
    sex: str | None = None
    complained: bool | None = None
