"""Database constraints that say no, turned into refusals: the bed went to somebody else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError

from .actions import Action
from .outcomes import Objection

Hints = Callable[[Any], list[str]]


@dataclass(frozen=True)
class Constraint:
    """What a constraint of this name means to the person whose act met it."""

    name: str
    code: str
    provisions: tuple[str, ...]
    instead: tuple[str, ...]
    hints: Hints | None


_known: dict[str, Constraint] = {}


def means(
    name: str,
    code: str,
    *,
    provisions: tuple[str, ...],
    instead: tuple[str, ...] = (),
    hints: Hints | None = None,
) -> None:
    """Registers the meaning of a constraint; `hints` names what is free instead, asked after the roll-back."""
    _known[name] = Constraint(name, code, provisions, instead, hints)


def objection(error: IntegrityError, action: Action) -> Objection:
    """The objection that a violated constraint stands for. Raises the error itself when nobody gave it a meaning."""
    diagnostics = getattr(error.__cause__, "diag", None)
    constraint = _known.get(getattr(diagnostics, "constraint_name", None) or "")
    if constraint is None:
        raise error
    hints = tuple(constraint.hints(action)) if constraint.hints else ()
    return Objection(
        code=constraint.code,
        provisions=constraint.provisions,
        instead=constraint.instead,
        hints=hints,
        guard=f"constraint:{constraint.name}",
    )
