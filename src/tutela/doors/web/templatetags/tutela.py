"""What templates ask for: provisions as they are cited, people of a demo, the words of a code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from tutela.agencies.models import Member
from tutela.agencies.words import Role
from tutela.cases.reads import Person
from tutela.doors import words
from tutela.doors.web import explained as explaining
from tutela.doors.web import present, rows, signing
from tutela.doors.web.icons import SPRITE, icons
from tutela.doors.web.present import Cited, ShownRight
from tutela.sample.cast import MAIN

register = template.Library()


@register.simple_tag
def provisions(cited: Iterable[Cited]) -> SafeString:
    """The provisions behind a line, each a small mark."""
    return rows.marks(cited)


@register.simple_tag
def owed_rows(rights: Iterable[ShownRight]) -> SafeString:
    """What is owed, a row each."""
    return rows.owed(rights)


@register.simple_tag
def waits_for(ones: Iterable[dict[str, Any]]) -> SafeString:
    """What one person waits for, a row each."""
    return rows.waits_for(ones)


@register.simple_tag
def demo_people() -> dict[str, Any]:
    """Whom one can be in a demo: one for each kind of work, and everybody by agency."""
    members = signing.demo_people()
    known = sorted(members, key=lambda m: MAIN.index(m.key) if m.key in MAIN else len(MAIN))
    firsts = {role: member for member in reversed(known) for role in member.roles[:1]}
    agencies: dict[str, list[dict[str, str]]] = {}
    for member in members:
        agencies.setdefault(str(member.agency), []).append(_demo_person(member))
    return {
        "firsts": [_demo_person(firsts[role]) for role in Role if role in firsts],
        "agencies": list(agencies.items()),
    }


def _demo_person(member: Member) -> dict[str, str]:
    does = present.listed([words.choice_label("Role", role) for role in member.roles])
    return {"key": member.key, "name": member.name, "agency": str(member.agency), "does": does}


@register.simple_tag
def comma() -> str:
    """What stands between two parts of a line."""
    return present.comma()


@register.simple_tag
def colon() -> str:
    """What stands between a name and its value."""
    return present.colon()


@register.filter
def listed(items: Iterable[Any]) -> str:
    """Several things of one kind."""
    return present.listed(items)


@register.filter
def age(person: Person) -> str:
    """The age as far as it is known."""
    return present.age_said(person)


@register.filter
def tongues(codes: Any) -> str:
    """Languages by name."""
    return present.languages_said(codes)


@register.filter
def standing(value: str) -> str:
    """Where a person stands."""
    return words.choice_label("Standing", value)


@register.filter
def action_label(name: str) -> str:
    """What an action is called."""
    return words.label(name)


@register.filter
def moment(at: Any) -> str:
    """A day and a time."""
    return present.moment(at)


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """One icon of the sprite; hidden from whoever hears the page, unless it is given a label.

    Raises  KeyError: the sprite has no such icon
    """
    if name not in icons():
        raise KeyError(f"the sprite has no icon {name!r}")
    heard = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html('<svg class="icon" {}><use href="{}#{}"></use></svg>', heard, static(SPRITE), name)


@register.simple_tag(takes_context=True)
def explained(context: template.Context, text: Any, term_id: str = "") -> SafeString:
    """A heading or label in which the first word of the glossary explains itself, once on a page."""
    request = context.get("request")
    if request is None or not text:
        return conditional_escape(text)
    seen: set[str] = request.__dict__.setdefault("_explained", set())
    return explaining.explained(str(text), present.language(), seen, term_id)
