"""What stands beside a file on its page, read in the same statement as the file.

Messages that nobody has opened, the worker, the family with files that the reader sees too, and what rooms put there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, IntegerField, JSONField, OuterRef, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from tutela.agencies.models import Member
from tutela.engine.access import Actor

from .family_reads import OF_FILE, Relative, family_of
from .models import Case, Message, WorkerFor

_rooms: dict[str, str] = {}


@dataclass(frozen=True)
class Beside:
    """What the page says beside what is owed.

    Shape  unread: messages of hers to the reader's agency; worker: who of the reader's agency works with her;
           stands_in: who does so in their place, until a day; rooms: what each room's subquery answered, by its name
    """

    unread: int = 0
    worker: str = ""
    stands_in: str = ""
    until: date | None = None
    family: list[Relative] = field(default_factory=list)
    rooms: dict[str, Any] = field(default_factory=dict)


def stands(name: str, subquery: str) -> None:
    """Registers what a room puts beside a file: one subquery on `cases_case` that answers with jsonb."""
    _rooms[name] = subquery


def asked(actor: Actor) -> dict[str, Any]:
    """Subqueries to annotate a file with."""
    unread = Message.objects.filter(
        case=OuterRef("pk"), agency_id=actor.agency_id, from_her=True, read_at=None
    )
    number = unread.order_by().values("case").annotate(n=Count("pk")).values("n")
    own = WorkerFor.objects.filter(case=OuterRef("pk"), agency_id=actor.agency_id, ended_at=None)
    named = own.annotate(_name=Subquery(Member.objects.filter(pk=OuterRef("member_id")).values("name")[:1]))
    rooms = {
        f"_{name}": RawSQL(subquery, [], output_field=JSONField())  # noqa: S611  our own text
        for name, subquery in {"family": OF_FILE, **_rooms}.items()
    }
    return {
        "_unread": Coalesce(Subquery(number, output_field=IntegerField()), 0),
        "_worker": Subquery(named.filter(covers_id=None).values("_name")[:1]),
        "_stands_in": Subquery(named.filter(covers_id__isnull=False).values("_name")[:1]),
        "_until": Subquery(own.filter(covers_id__isnull=False).values("until")[:1]),
        **rooms,
    }


def found(case: Case) -> Beside:
    """What was asked with the file."""
    asked_with: Any = case  # annotated by `asked`
    return Beside(
        asked_with._unread, asked_with._worker or "", asked_with._stands_in or "", asked_with._until,
        family_of(asked_with._family), {name: vars(case)[f"_{name}"] for name in _rooms},
    )  # fmt: skip
