"""Which actions this actor may try, and how they are grouped: by what the person needs, not by department."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from tutela.agencies.words import Sector
from tutela.doors import words
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Action, registry
from tutela.engine.fields import FieldKind

from . import links, on_file

#: The order in which needs are met: safety before papers.
ORDER = ("safety", "shelter", "health", "information", "identification", "child", "legal", "status", "return",
         "proceedings", "remedies", "rights", "case", "file", "setup", "against")  # fmt: skip
#: The last group: acts that the instrument stops unless what it asks is on file.
AGAINST = "against"
#: The sign before each need, where a list of them is looked through.
ICONS = {
    "safety": "shield-check", "shelter": "bed", "health": "lifebuoy", "information": "message-circle",
    "identification": "list-check", "child": "user", "legal": "scale", "status": "file-text",
    "proceedings": "building-community", "remedies": "heart-handshake", "rights": "hand-stop", "case": "users",
    "return": "home", "file": "book-2", "setup": "settings", "against": "scale",
}  # fmt: skip
#: Actions that have a page of their own instead of a generated form.
DESIGNED = {"begin_screening": "screen", "answer_screening": "screen"}


@dataclass(frozen=True)
class Link:
    """One action to choose; with fields, its form is filled in."""

    name: str
    label: str
    url: str
    is_fact: bool
    meets: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    is_open: bool = False
    is_later: bool = False


@dataclass(frozen=True)
class Group:
    """The actions for one need.

    Shape  later: those that nothing on file allows yet
    """

    need: str
    label: str
    acts: list[Link]
    facts: list[Link]
    icon: str = "chevron-right"
    later: list[Link] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many can be tried now."""
        return len(self.acts) + len(self.facts)


def may_try(action: type[Action], actor: Actor) -> bool:
    """Whether pages offer this action to this actor. `perform` decides again, and for itself."""
    return not action.system and action.who.admits(actor.sector, actor.roles)


def is_about_case(action: type[Action]) -> bool:
    """Whether it belongs to a file."""
    return ("case", "case") in action.subject_fields()


def url_of(action: type[Action], case_id: UUID | None = None) -> str:
    """Where its form is."""
    if case_id is not None and is_about_case(action):
        return links.of_case("case_do", case_id, action.name)
    if action.name in DESIGNED:
        return reverse(DESIGNED[action.name])
    return reverse("do_action", args=[action.name])


def about_a_case(actor: Actor) -> list[type[Action]]:
    """What this actor may try on files."""
    return [a for a in registry if is_about_case(a) and may_try(a, actor)]


def for_case(
    actor: Actor,
    case_id: UUID,
    compartments: frozenset[str],
    is_later: Callable[[type[Action]], bool] | None = None,
) -> list[Group]:
    """What can be tried for one person, by need; `is_later` tells what nothing on the file allows yet."""
    fitting = [a for a in about_a_case(actor) if a.needs in compartments or is_oversight(a, actor)]
    return _grouped(fitting, case_id, is_later)


def is_oversight(action: type[Action], actor: Actor) -> bool:
    """Whether it is done by looking from outside, without sight of the file."""
    return action.needs == "oversight" and actor.sector in (Sector.MONITOR, Sector.COORDINATION)


def for_nobody(actor: Actor) -> list[Group]:
    """What can be tried that belongs to no file."""
    return _grouped(
        [a for a in registry if not is_about_case(a) and may_try(a, actor) and _has_form(a)], None
    )


def urgent(actor: Actor) -> list[type[Action]]:
    """Urgent protective acts, which neither procedure nor papers stop."""
    return [a for a in registry if issubclass(a, Act) and a.urgent_form_of is not None and may_try(a, actor)]


def _has_form(action: type[Action]) -> bool:
    return action.name in DESIGNED or all(s.kind is not FieldKind.ANSWERS for s in action.specs())


def _grouped(
    actions: list[type[Action]],
    case_id: UUID | None,
    is_later: Callable[[type[Action]], bool] | None = None,
) -> list[Group]:
    by_need: dict[str, dict[str, Link]] = {}
    for action in actions:
        need = AGAINST if action.name in on_file.AGAINST else action.need
        link = _link(action, case_id, is_later)
        by_need.setdefault(need, {}).setdefault(link.url, link)
    rank: dict[str, Any] = {need: place for place, need in enumerate(ORDER)}
    groups = []
    for need in sorted(by_need, key=lambda one: rank.get(one, len(ORDER))):
        found = sorted(by_need[need].values(), key=lambda one: (not one.is_open, one.label))
        later = [one for one in found if one.is_later]
        facts = [one for one in found if one.is_fact and not one.is_later]
        acts = [one for one in found if not one.is_fact and not one.is_later]
        label = words.need_label(need) if need != AGAINST else _("Against the person")
        groups.append(Group(need, label, acts, facts, ICONS.get(need, "chevron-right"), later))
    return groups


def _link(
    action: type[Action], case_id: UUID | None, is_later: Callable[[type[Action]], bool] | None
) -> Link:
    later = is_later is not None and is_later(action)
    is_open = is_later is not None and not later and action.name in on_file.needed()
    name, url = words.label(action), url_of(action, case_id)
    return Link(action.name, name, url, not issubclass(action, Act), is_open=is_open, is_later=later)
