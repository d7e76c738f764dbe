"""What a child reads at her own door. The database answers for the file behind the handle, and for no other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from tutela.cases.facts import AgeFacts


@dataclass(frozen=True)
class OwnAge:
    """How old her file says that she is, and whether she has said that it is wrong.

    Shape  years: the lowest age that may be true today, None where nobody knows
    """

    may_be_child: bool | None
    years: int | None
    challenged: bool


@dataclass(frozen=True)
class AtHerSide:
    """A guardian or a lawyer of hers. Name and agency only after the second step."""

    office: str
    taken: bool
    agency_id: UUID | None
    name: str | None


@dataclass(frozen=True)
class Said:
    """Something she said, or chose not to say; without its words, which are sealed."""

    about: list[str]
    heard_how: str
    at: datetime
    weight: str


def _rows(function: str, handle: str) -> list[tuple[Any, ...]]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {function}(%s)", [handle])  # noqa: S608  a name of ours
        return list(cursor.fetchall())


def age(handle: str, today: date) -> OwnAge:
    """How old she is by her file."""
    rows = _rows("tutela_hers_age", handle)
    if not rows:
        return OwnAge(None, None, False)
    basis, low, on, high, challenged = rows[0]
    facts = AgeFacts(basis, low, on, today, high)
    sure = facts.may_be_child is not None and low is not None
    return OwnAge(facts.may_be_child, low + (facts.since or 0) if sure else None, challenged)


def side(handle: str) -> list[AtHerSide]:
    """Who stands at her side."""
    return [AtHerSide(*row) for row in _rows("tutela_hers_side", handle)]


def views(handle: str) -> list[Said]:
    """What she has said on what is decided about her, the newest first; nothing before the second step."""
    return [Said(*row) for row in _rows("tutela_hers_views", handle)]
