"""Pages designed for one action. Such a page stands where the generated form would, at the same address; sending it
takes the same way through `perform`, and keeps what was typed in the same way.

A room of the door says `@designs("decide_conclusive", template=…)` over a function that gives the page what the form
itself does not hold. `read` turns what such a page sends into what the generated form would have sent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import QueryDict

from tutela.cases.reads import Person
from tutela.engine.actions import Action

from .forms import ActionForm
from .views.gate import Asking

Typed = dict[str, list[str]]


@dataclass(frozen=True)
class Asked:
    """What a designed page is made from.

    Shape    typed: what stands in the form; refusal: what the page says of it, if it was sent and refused
    """

    request: Asking
    action: type[Action]
    person: Person
    case_id: UUID
    form: ActionForm
    typed: Typed
    refusal: dict[str, Any] | None


Page = Callable[[Asked], dict[str, Any]]
Reader = Callable[[type[Action], QueryDict, Typed], Typed]
Starter = Callable[[Asking, type[Action], Person], Typed]


@dataclass(frozen=True)
class Design:
    """One designed page: its template, what it shows, how it is read, and what an empty one starts with."""

    template: str
    page: Page
    read: Reader | None = None
    start: Starter | None = None


_designs: dict[str, Design] = {}


def designs(
    *names: str, template: str, read: Reader | None = None, start: Starter | None = None
) -> Callable[[Page], Page]:
    """Says that a function makes the page of these actions."""

    def register(page: Page) -> Page:
        _designs.update(dict.fromkeys(names, Design(template, page, read, start)))
        return page

    return register


def of(action: type[Action], case_id: UUID | None) -> Design | None:
    """The designed page of an action on a file, if it has one."""
    return _designs.get(action.name) if case_id is not None else None
