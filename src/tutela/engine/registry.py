"""Finds every room's actions and rules, and lists the rules for whoever asks."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from . import facts
from .actions import registry
from .measures import measures
from .rules import rules as _rules

#: The furniture of a room, in the order in which it is brought in: actions before the rules that look at them.
FURNITURE = ("actions", "facts", "facts_sql", "guards", "duties", "breaches", "measures")
_loaded: set[str] = set()


def load(rooms: list[str]) -> None:
    """Imports the actions and rules of these rooms (package names). Raises TypeError for facts without a query."""
    for piece in FURNITURE:
        for room in rooms:
            name = f"{room}.{piece}"
            if name not in _loaded and find_spec(name) is not None:
                import_module(name)
                _loaded.add(name)
    missing = facts.missing_sql()
    if missing:
        raise TypeError(f"these facts classes have no subquery in facts_sql.py: {', '.join(missing)}")


def rules() -> list[Any]:
    """Every guard, duty, breach, register, measure and publication: objects with kind, name, provisions, doc."""
    from .rules import Other

    records = [
        Other("record", action.name, action.provisions, action.__doc__ or "")
        for action in registry
        if action.provisions
    ]
    return [
        *_rules.all_guards.values(),
        *_rules.duties.values(),
        *_rules.all_breaches.values(),
        *_rules.others,
        *measures.values(),
        *records,
    ]
