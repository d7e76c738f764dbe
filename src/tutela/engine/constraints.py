"""Database constraints that say no, turned into refusals: the bed went to somebody else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import DatabaseError, DataError, IntegrityError

from .actions import Action, Fact, Fault, InvalidAction
from .outcomes import Objection

Hints = Callable[[Any, datetime], list[str]]


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


def objection(error: DatabaseError, action: Action, at: datetime) -> Objection:
    """The objection that a violated constraint stands for; for a Fact, one by which it goes to intake.

    Raises  InvalidAction where nobody gave the constraint a meaning: what was given is taken, or is not there;
            IntegrityError otherwise, without the database's own text, which holds values
    """
    diagnostics = getattr(error.__cause__, "diag", None)
    name = getattr(diagnostics, "constraint_name", None) or ""
    constraint = _known.get(name)
    if constraint is not None:
        hints = tuple(constraint.hints(action, at)) if constraint.hints else ()
        return Objection(
            code=constraint.code,
            provisions=constraint.provisions,
            instead=constraint.instead,
            hints=hints,
            guard=f"constraint:{name}",
        )
    if isinstance(action, Fact):
        return Objection(code="constraint", guard=f"constraint:{name}")
    state = getattr(diagnostics, "sqlstate", None) or ""
    code = "field.wrong" if isinstance(error, DataError) else _FORM.get(state)
    if code is None:
        raise IntegrityError(f"the constraint {name!r} does not hold") from None
    raise InvalidAction([Fault(_field(diagnostics, action), code, {})]) from None


#: What is wrong with the form of an Act, by the database's own class of error: not unique, not there.
_FORM = {"23505": "field.taken", "23503": "field.not_here"}


def _field(diagnostics: Any, action: Action) -> str:
    """The first field of the action among the columns that the database names."""
    found = re.match(r"Key \(([^)]*)\)=", getattr(diagnostics, "message_detail", None) or "")
    columns = found[1].split(", ") if found else []
    names = {spec.name for spec in action.specs()}
    return next((c for column in columns if (c := column.removesuffix("_id")) in names), "action")
