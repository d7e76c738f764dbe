"""What a person reads at her own door. The database answers for the file behind the handle, and for no other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from tutela.agencies.models import Agency, Member
from tutela.people.keystore.models import RELEASE
from tutela.people.keystore.store import KeyStoreDown, alone, traces_of

from .own_door_actor import MEMBER_ID

#: How many readings of her file are shown, the newest first.
MOST = 50


@dataclass(frozen=True)
class Owed:
    """One thing that is owed to her. By whom: only after the second step."""

    rule: str
    state: str
    started_at: datetime
    due_at: datetime | None
    ended_at: datetime | None
    sector: str | None
    agency_id: UUID | None


@dataclass(frozen=True)
class Agreed:
    """Something she agreed to."""

    id: UUID
    purpose: str
    about: str
    receiver_id: UUID | None
    compartments: list[str]
    given_at: datetime
    until: datetime | None
    withdrawn_at: datetime | None


@dataclass(frozen=True)
class Receiver:
    """An agency that sees her file now."""

    agency_id: UUID
    purpose: str
    basis: str
    since: datetime
    compartments: list[str]


@dataclass(frozen=True)
class Reading:
    """One opening of what is locked: role and agency, never the worker."""

    agency_id: UUID
    roles: tuple[str, ...]
    purpose: str
    compartment: str
    at: datetime


@dataclass(frozen=True)
class Offer:
    """Help that was offered to her, or that she takes."""

    id: UUID
    kind: str
    provider_id: UUID
    state: str
    offered_at: datetime


@dataclass(frozen=True)
class Complained:
    """One complaint of hers, without its words: they are the monitor's to read."""

    about: str
    made_at: datetime
    advocate_id: UUID | None
    answered_at: datetime | None
    answer: str


def _rows(function: str, handle: str) -> list[dict[str, Any]]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {function}(%s)", [handle])  # noqa: S608  a name of ours
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def duties(handle: str) -> list[Owed]:
    """What is owed to her: open first, then by when it is due."""
    return [Owed(**row) for row in _rows("tutela_hers_duties", handle)]


def consents(handle: str) -> list[Agreed]:
    """What she agreed to; nothing before the second step."""
    return [Agreed(**row) for row in _rows("tutela_hers_consents", handle)]


def receivers(handle: str) -> list[Receiver]:
    """Who sees her file now; nothing before the second step."""
    return [Receiver(**row) for row in _rows("tutela_hers_receivers", handle)]


def complaints(handle: str) -> list[Complained]:
    """What she complained of; nothing before the second step."""
    return [Complained(**row) for row in _rows("tutela_hers_complaints", handle)]


def offers(handle: str) -> list[Offer]:
    """Help that she can say yes or no to; nothing before the second step."""
    return [Offer(**row) for row in _rows("tutela_hers_offers", handle)]


def choices(handle: str) -> dict[str, Any]:
    """What she chose last, by name; nothing before the second step."""
    found = _rows("tutela_hers_choices", handle)
    return found[0] if found else {}


def readings(handle: str) -> list[Reading] | None:
    """Who opened what is locked, newest first; None while the key store does not answer. After the second step only."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT tutela_hers_case(%s, true)", [handle])
        case_id: UUID | None = cursor.fetchone()[0]
    if case_id is None:
        return []
    try:
        with alone():
            kept = traces_of(case_id).filter(kind=RELEASE).exclude(member_id=MEMBER_ID)
            traces = list(kept.order_by("-id")[:MOST])
    except KeyStoreDown:
        return None
    roles = dict(Member.objects.filter(pk__in={t.member_id for t in traces}).values_list("pk", "roles"))
    return [
        Reading(t.agency_id, tuple(roles.get(t.member_id, ())), t.purpose, t.compartment, t.at)
        for t in traces
    ]


def sectors(ids: Iterable[UUID | None]) -> dict[UUID | None, str]:
    """The kinds of agencies by id. Agencies are public."""
    return dict(Agency.objects.filter(pk__in={i for i in ids if i}).values_list("pk", "sector"))
