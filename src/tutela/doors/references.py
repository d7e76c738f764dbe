"""Names that people use for things: a case's pseudonym, the key of an agency or of somebody who works there.

Only what the actor may see is found; everything else stays as it was typed, and is then no identifier.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from tutela.agencies.models import Agency, Member
from tutela.cases.models import Case
from tutela.engine.access import Actor, acting
from tutela.engine.actions import Action, registry
from tutela.engine.fields import FieldKind

from .answers import is_id
from .now import told_time

_find: dict[str, Callable[[str], UUID | None]] = {
    "case": lambda text: Case.objects.filter(pseudonym__iexact=text).values_list("pk", flat=True).first(),
    "agency": lambda text: Agency.objects.filter(key=text).values_list("pk", flat=True).first(),
    "member": lambda text: Member.objects.filter(key=text).values_list("pk", flat=True).first(),
}


def found_by(kind: str, find: Callable[[str], UUID | None]) -> None:
    """Registers how a thing of this kind is found by the name that people use for it."""
    _find[kind] = find


def resolve(action: str, data: Mapping[str, Any], by: Actor) -> dict[str, Any]:
    """The same data with names replaced by ids, as this actor sees them.

    Raises  InvalidAction for an unknown action
    """
    model: type[Action] = registry.get(action)
    found = dict(data)
    wanted = [s for s in model.specs() if s.ref and s.ref.kind in _find and found.get(s.name)]
    names = [s for s in wanted if any(not is_id(str(one)) for one in _many(found[s.name]))]
    if not names:
        return found
    with acting(by, told_time()):
        for spec in names:
            assert spec.ref is not None
            ids = [_one(spec.ref.kind, str(one)) for one in _many(found[spec.name])]
            found[spec.name] = ids if spec.kind is FieldKind.IDS else ids[0]
    return found


def _many(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _one(kind: str, text: str) -> str:
    known = None if is_id(text) else _find[kind](text)
    return str(known) if known else text
