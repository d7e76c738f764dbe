"""What several pages say in the same way: sums, days, and buttons that open a form filled in."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.formats import date_format

from tutela.doors import amounts, words
from tutela.engine.access import Actor
from tutela.engine.actions import registry

from .. import doable, present


def button(actor: Actor, case_id: UUID, name: str, fields: dict[str, str]) -> dict[str, Any] | None:
    """A form filled in as far as it goes, for whoever may try it."""
    action = registry.get(name)
    if not doable.may_try(action, actor):
        return None
    url = doable.url_of(action, case_id)
    return {
        "url": url,
        "label": words.label(action),
        "fields": tuple(fields.items()),
        "id": uuid.uuid4().hex[:8],
    }


def money(minor: int | None, currency: str) -> str:
    """A sum with its currency, as the reader's language writes it."""
    return "" if minor is None else amounts.said(minor, currency or "XXX", str(present.locale()))


def day_said(day: date | None) -> str:
    """A day, as the reader's language writes it."""
    return date_format(day, "DATE_FORMAT") if day else ""
