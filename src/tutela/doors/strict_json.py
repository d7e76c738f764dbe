"""JSON as doors take it: one object, no key twice, no number that is none."""

from __future__ import annotations

import json
from typing import Any

from tutela.engine.actions import Fault, InvalidAction


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise InvalidAction([Fault(name[:60], "body.duplicate", {"name": name[:60]})])
        found[name] = value
    return found


def _no_number(text: str) -> Any:
    raise ValueError(text)


def read_object(text: str | bytes) -> dict[str, Any]:
    """The object that a text holds. Raises InvalidAction."""
    try:
        found = json.loads(text, object_pairs_hook=_pairs, parse_constant=_no_number)
    except InvalidAction:
        raise
    except (ValueError, RecursionError):
        raise InvalidAction([Fault("body", "body.not_json", {})]) from None
    if not isinstance(found, dict):
        raise InvalidAction([Fault("body", "body.not_json", {})])
    return found
