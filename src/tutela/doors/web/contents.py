"""What an action was told, field by field, in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from tutela.doors import amounts, words
from tutela.engine.actions import Action, registry
from tutela.engine.fields import FieldKind, FieldSpec

from . import present

#: What points at something else says nothing to a reader.
_POINTERS = (FieldKind.ID, FieldKind.IDS)


def in_words(name: str, content: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(label, text) of every field that says something; a field that the action no longer has stands as it is."""
    action = registry.get(name) if name in registry else None
    specs = {spec.name: spec for spec in action.specs()} if action else {}
    shown = []
    for field, value in content.items():
        spec = specs.get(field)
        if value is None or value in ("", [], {}) or (spec and spec.kind in _POINTERS):
            continue
        many = value if isinstance(value, list) else [value]
        said = (_said(action, spec, one, content) for one in many)
        between = "、" if present.language().startswith("zh") else ", "
        shown.append((words.field_label(name, field), between.join(said)))
    return shown


def _said(action: type[Action] | None, spec: FieldSpec | None, value: Any, content: Mapping[str, Any]) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if action is None or spec is None:
        return str(value)
    if spec.choices:
        return dict(words.choices_of(action, spec.name)).get(str(value), str(value))
    match spec.kind:
        case FieldKind.TIME:
            return present.moment(datetime.fromisoformat(value))
        case FieldKind.DATE:
            return present.day(date.fromisoformat(value))
        case FieldKind.LANGUAGE | FieldKind.LANGUAGES:
            return present.language_name(value)
        case FieldKind.COUNTRY:
            return str(present.locale().territories.get(value, value))
        case FieldKind.MONEY:
            return amounts.said(value, str(content.get("currency") or ""), str(present.locale()))
    return str(value)
