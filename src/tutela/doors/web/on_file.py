"""What of the acts that somebody may try nothing on file allows, or only the instrument's exceptions do."""

from __future__ import annotations

from collections.abc import Iterable
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
    """By the name of an act, what must be on a file before it can be tried: every room's."""
    found: dict[str, object] = {}
    for room in settings.ROOMS:
        if ".doors." not in room and find_spec(f"{room}.on_file") is not None:
            found.update(import_module(f"{room}.on_file").ON_FILE)
    return found  # type: ignore[return-value]  # each is an OnFile


def wanted(actions: Iterable[type[Action]]) -> OnFile:
    """What a page asks of a file about these acts."""
    all_of_them = needed()
    return {a.name: all_of_them[a.name] for a in actions if a.name in all_of_them}


def is_later(action: type[Action], on_file: frozenset[str], *, is_child: bool) -> bool:
    """Whether nothing on file allows it yet; what is only for children waits where nobody may be one."""
    return (action.name in needed() and action.name not in on_file) or (
        action.need == "child" and not is_child
    )
