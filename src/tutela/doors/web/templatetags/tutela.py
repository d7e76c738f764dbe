"""What templates ask for: provisions as they are cited, people of a demo, the words of a code."""

from __future__ import annotations

from typing import Any

from django import template

from tutela.cases.reads import Person
from tutela.doors import words
from tutela.doors.web import present, signing

register = template.Library()


@register.inclusion_tag("tutela/_provisions.html")
def provisions(cited: Any) -> dict[str, Any]:
    """The provisions behind a line, each a small mark."""
    return {"cited": cited}


@register.simple_tag
def demo_people() -> list[dict[str, str]]:
    """Whom one can be in a demo, with what each does."""
    return [
        {
            "key": member.key,
            "name": member.name,
            "agency": str(member.agency),
            "does": " · ".join(present.role_label(role) for role in member.roles),
        }
        for member in signing.demo_people()
    ]


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
    return present.standing_label(value)


@register.filter
def action_label(name: str) -> str:
    """What an action is called."""
    return words.label(name)


@register.filter
def moment(at: Any) -> str:
    """A day and a time."""
    return present.moment(at)
