"""What of the acts that somebody may try nothing on file allows, or only the instrument's exceptions do."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.conf import settings

from tutela.cases.on_file import OnFile
from tutela.engine.actions import Action

#: Acts against the person: they stand apart, last, where nobody chooses one by mistake.
AGAINST = frozenset(
    {"bring_charge", "contact_origin_authorities", "detain_person", "hand_over", "remove_person",
     "waive_guard", "withhold_entitlement"}
)  # fmt: skip


@cache
def needed() -> OnFile:
    """By the name of an act, what must have been done on a file before it can be tried: every room's."""
    found: dict[str, tuple[str, ...]] = {}
    for room in settings.ROOMS:
        if ".doors." not in room and find_spec(f"{room}.on_file") is not None:
            found.update(import_module(f"{room}.on_file").ON_FILE)
    return found


def is_later(action: type[Action], done: frozenset[str], *, is_child: bool) -> bool:
    """Whether nothing on file allows it yet; what is only for children waits where nobody may be one."""
    first = needed().get(action.name)
    return (first is not None and done.isdisjoint(first)) or (action.need == "child" and not is_child)
