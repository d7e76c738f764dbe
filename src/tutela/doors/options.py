"""Fields of an action from plain text: options of a command, cells of a form."""

from __future__ import annotations

from typing import Any

from tutela.engine.actions import Fault, InvalidAction, registry
from tutela.engine.fields import FieldKind, FieldSpec

from .strict_json import read_object

MANY = frozenset({FieldKind.IDS, FieldKind.CHOICES, FieldKind.LANGUAGES})
YES = {"yes": True, "true": True, "no": False, "false": False, "unknown": None}


#: Options of the command itself; a field of the same name is written `--field-key`.
RESERVED = frozenset({"as", "key", "json", "format", "lang", "list", "help", "data"})


def option_of(spec: FieldSpec) -> str:
    """The option of a field: `age_low` → `--age-low`."""
    return ("--field-" if spec.name in RESERVED else "--") + spec.name.replace("_", "-")


def from_options(action: str, given: list[str]) -> dict[str, Any]:
    """Fields from `--name value` and `--name=value`; yes-or-no fields may stand alone.

    Raises  InvalidAction naming every option that is unknown, lacks its value or is given twice
    """
    specs = {option_of(s): s for s in registry.get(action).specs()}
    faults: list[Fault] = []
    texts: dict[str, list[str]] = {}
    rest = list(given)
    while rest:
        word = rest.pop(0)
        name, equals, value = word.partition("=")
        spec = specs.get(name.replace("_", "-"))
        if spec is None:
            faults.append(Fault(word.partition("=")[0][:60], "field.unknown", {}))
            if rest and not rest[0].startswith("--"):
                rest.pop(0)
            continue
        if not equals:
            if rest and not rest[0].startswith("--"):
                value = rest.pop(0)
            elif spec.kind in (FieldKind.YES_NO, FieldKind.YES_NO_UNKNOWN):
                value = "yes"
            else:
                faults.append(Fault(spec.name, "field.missing", {}))
                continue
        if spec.name in texts and spec.kind not in MANY:
            faults.append(Fault(spec.name, "body.duplicate", {"name": spec.name}))
        texts.setdefault(spec.name, []).append(value)
    if faults:
        raise InvalidAction(faults)
    by_name = {s.name: s for s in specs.values()}
    return {name: from_text(by_name[name], values) for name, values in texts.items()}


def from_text(spec: FieldSpec, values: list[str]) -> Any:
    """One field from the texts given for it; what cannot be read stays as it is and is then found wrong."""
    if spec.kind in MANY:
        return [part.strip() for value in values for part in value.split(",") if part.strip()]
    value = values[-1]
    if spec.kind is FieldKind.YES_NO:
        return YES.get(value.lower(), value) if value.lower() != "unknown" else value
    if spec.kind is FieldKind.YES_NO_UNKNOWN:
        return YES.get(value.lower(), value)
    if spec.kind is FieldKind.ANSWERS:
        return read_object(value)
    return value
