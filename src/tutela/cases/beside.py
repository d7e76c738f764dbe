"""What stands beside a file on its page, read in the same statement as the file: messages that nobody has opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from tutela.engine.access import Actor

from .models import Case, Message


@dataclass(frozen=True)
class Beside:
    """What the page says beside what is owed.

    Shape  unread: messages of hers to the reader's agency
    """

    unread: int = 0


def asked(actor: Actor) -> dict[str, Any]:
    """Subqueries to annotate a file with."""
    unread = Message.objects.filter(
        case=OuterRef("pk"), agency_id=actor.agency_id, from_her=True, read_at=None
    )
    number = unread.order_by().values("case").annotate(n=Count("pk")).values("n")
    return {"_unread": Coalesce(Subquery(number, output_field=IntegerField()), 0)}


def found(case: Case) -> Beside:
    """What was asked with the file."""
    return Beside(unread=case._unread)  # type: ignore[attr-defined]  # annotated by `asked`
