"""What people may read of asylum and of the person's wish about her consulate: one question to the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from tutela.cases.models import Case
from tutela.engine.access import Actor, acting
from tutela.guidelines.g02_identification.models import AsylumClaim

from .models import ContactWish


@dataclass(frozen=True)
class Claim:
    """The newest wish for asylum, and how far it is."""

    wish: str
    state: str
    country: str
    smuggled: bool | None
    wished_at: datetime
    ended_at: datetime | None
    end_reason: str


@dataclass(frozen=True)
class Contact:
    """What the person wants with her consulate, by her newest word."""

    wants: bool
    at: datetime
    advised_at: datetime | None


def origin(actor: Actor, case_id: UUID) -> tuple[Claim | None, Contact | None]:
    """(asylum, consulate), for whoever may read the right to stay; nothing for others."""
    with acting(actor):
        claim = _newest(AsylumClaim.objects.order_by("-wished_at"), Claim)
        wish = _newest(ContactWish.objects.order_by("-at"), Contact)
        row = Case.objects.filter(pk=case_id).values_list(claim, wish).first()
    found = row or (None, None)
    return (
        Claim(**_timed(found[0])) if found[0] else None,
        Contact(**_timed(found[1])) if found[1] else None,
    )


def _newest(rows: QuerySet[Any], shape: type[Any]) -> Subquery:
    fields = {name: name for name in shape.__dataclass_fields__}
    return Subquery(rows.filter(case_id=OuterRef("pk")).values_list(JSONObject(**fields))[:1])


def _timed(record: dict[str, Any]) -> dict[str, Any]:
    return {
        name: datetime.fromisoformat(value) if value and (name == "at" or name.endswith("_at")) else value
        for name, value in record.items()
    }
