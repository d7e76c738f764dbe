"""What can be taken back, and by which act. Nothing is ever erased: taking back is an entry of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from tutela.cases.reads import Line
from tutela.doors import words
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Action, registry

from . import doable

#: An act, and the act that ends what it began.
UNDONE_BY = {
    "grant_access": "cut_grant",
    "offer_place": "decline_place",
    "accept_place": "end_stay",
    "place_tonight": "end_stay",
    "offer_service": "decline_service",
    "accept_service": "decline_service",
    "record_consent": "withdraw_consent",
}
#: Of these only the person can say that they end.
HERS = frozenset({"decline_place", "decline_service", "withdraw_consent"})


@dataclass(frozen=True)
class Back:
    """A button that takes an entry back, or corrects it."""

    label: str
    url: str
    fields: tuple[tuple[str, str], ...] = ()


def said(action: type[Action]) -> str:
    """Whether this can be taken back, in one sentence."""
    if not issubclass(action, Act):
        return _("A wrong entry is put right by another beside it; nothing is erased.")
    name = UNDONE_BY.get(action.name, "")
    if name in HERS:
        return _("Only the person can take this back: %(how)s.") % {"how": words.label(name)}
    if name:
        return _("This can be taken back later: %(how)s.") % {"how": words.label(name)}
    return _("This cannot be undone: it stays on file, and what follows from it begins at once.")


def backs(lines: list[Line], actor: Actor, case_id: UUID, compartments: frozenset[str]) -> dict[int, Back]:
    """For each entry that this actor can take back, or put right, the button; by the number of the entry.

    An entry whose counterpart stands later on the same page has been taken back already.
    """
    found: dict[int, Back] = {}
    later: set[str] = set()
    for line in lines:
        entry = line.entry
        if entry.outcome in ("done", "recorded") and entry.action in registry:
            name = UNDONE_BY.get(entry.action, "")
            is_act = issubclass(registry.get(entry.action), Act)
            if name and name not in later and _can(name, actor, compartments):
                found[entry.seq] = Back(words.label(name), doable.url_of(registry.get(name), case_id))
            elif not is_act and entry.agency_id == actor.agency_id and _can("corrected", actor, compartments):
                url = doable.url_of(registry.get("corrected"), case_id)
                found[entry.seq] = Back(_("Put right"), url, (("entry_seq", str(entry.seq)),))
        later.add(entry.action)
    return found


def _can(name: str, actor: Actor, compartments: frozenset[str]) -> bool:
    action: Any = registry.get(name)
    return doable.may_try(action, actor) and action.needs in compartments
