"""What a coordinator reads: what is overdue, goes against the instrument, or has not been looked at. No identity.

A file is named only where the coordinator's own agency sees it; of all others there is the rule, the agency that owes
it, and since when. Urgent acts carry the id that their review needs, and no more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from tutela.agencies.models import Agency
from tutela.agencies.reads import named
from tutela.agencies.words import Role, Sector
from tutela.engine.access import Actor, acting

from .guards import MAY_LAPSE
from .models import Case

#: So many of each kind are read at most, the oldest first.
MOST = 200


@dataclass(frozen=True)
class Row:
    """One thing that escalates.

    Shape  kind: duty, breach or urgent; agency, phone: of who owes it, or did it; both may be empty;
           case_id, pseudonym: only of files that the reader's agency sees (an urgent act: the id alone)
    """

    kind: str
    id: UUID
    rule: str
    provisions: tuple[str, ...]
    agency_id: UUID | None
    agency: str
    phone: str
    since: datetime
    due_at: datetime | None
    escalated_to: str
    ended: bool
    case_id: UUID | None
    pseudonym: str = ""

    @property
    def may_lapse(self) -> bool:
        """Whether somebody who sees the file may end it with a reason: only what others have made impossible."""
        return self.kind == "duty" and self.case_id is not None and set(self.provisions) <= MAY_LAPSE


@dataclass(frozen=True)
class Escalations:
    """Everything that escalates, with counts by agency: (overdue duties, breaches)."""

    duties: list[Row] = field(default_factory=list)
    breaches: list[Row] = field(default_factory=list)
    urgent: list[Row] = field(default_factory=list)
    by_agency: list[tuple[str, int, int]] = field(default_factory=list)
    by_provision: list[tuple[str, int, int]] = field(default_factory=list)


def is_coordinator(actor: Actor) -> bool:
    """Whether this is a coordinator. The database decides again, and for itself."""
    return actor.sector == Sector.COORDINATION and Role.COORDINATOR in actor.roles


def escalations(actor: Actor, at: datetime | None = None) -> Escalations:
    """What escalates to the actor: the most overdue first. Nothing for anybody else."""
    with acting(actor, at), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tutela_escalated(%s)", [MOST])
        found = cursor.fetchall()
        agencies = {a.pk: a for a in Agency.objects.filter(pk__in={row[5] for row in found if row[5]})}
        seen = {row[2] for row in found if row[2] and row[0] != "urgent"}
        names = dict(Case.objects.filter(pk__in=seen).values_list("pk", "pseudonym"))
    rows = [_row(row, agencies, names) for row in found]
    duties, breaches, urgent = ([r for r in rows if r.kind == k] for k in ("duty", "breach", "urgent"))
    return Escalations(
        duties, breaches, urgent, _counted(rows, by_agency=True), _counted(rows, by_agency=False)
    )


def is_told_of(actor: Actor, case_id: UUID) -> bool:
    """Whether an urgent act on this file waits for the actor to look at it from outside."""
    return is_coordinator(actor) and any(row.case_id == case_id for row in escalations(actor).urgent)


def _row(row: Any, agencies: dict[UUID, Agency], names: dict[UUID, str]) -> Row:
    kind, pk, case_id, rule, provisions, agency_id, since, due_at, escalated_to, ended = row
    agency = agencies.get(agency_id)
    return Row(
        kind, pk, rule, tuple(provisions), agency_id, named(agency.names) if agency else "",
        agency.phone if agency else "", since, due_at, escalated_to, ended, case_id, names.get(case_id, ""),
    )  # fmt: skip


def _counted(rows: list[Row], *, by_agency: bool) -> list[tuple[str, int, int]]:
    """How many duties and breaches each agency, or each provision, has; the most first. No agency is ""."""
    counts: dict[str, list[int]] = {}
    for row in rows:
        if row.kind == "urgent":
            continue
        for name in [row.agency] if by_agency else row.provisions:
            counts.setdefault(name, [0, 0])[row.kind == "breach"] += 1
    return sorted(((n, d, b) for n, (d, b) in counts.items()), key=lambda c: (-c[1] - c[2], c[0]))
