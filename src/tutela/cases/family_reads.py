"""The family of somebody, as far as the reader sees both files. Always within `acting(actor)`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from .family_models import FamilyLink
from .family_words import SEEN_FROM_THERE, FamilyTie

#: Actions whose entries only those read who see both files.
FAMILY = ("link_family", "end_family_link")

#: Who belongs to the person's family and has a file that the reader sees, as a subquery of the file.
OF_FILE = """(SELECT coalesce(jsonb_agg(jsonb_build_object('case_id', o.id, 'pseudonym', o.pseudonym, 'tie', f.tie,
    'from_there', f.other_id = cases_case.id, 'since', f.since) ORDER BY f.since), '[]')
  FROM cases_familylink f JOIN cases_case o
    ON o.id = CASE WHEN f.case_id = cases_case.id THEN f.other_id ELSE f.case_id END
  WHERE cases_case.id IN (f.case_id, f.other_id) AND f.ended_at IS NULL)"""


@dataclass(frozen=True)
class Relative:
    """Somebody of the same family.

    Shape  tie: what she is to the person of the file that is read
    """

    case_id: UUID
    pseudonym: str
    tie: str
    since: datetime


def family_of(found: list[dict[str, Any]]) -> list[Relative]:
    """What OF_FILE answered."""
    return [
        Relative(
            UUID(one["case_id"]),
            one["pseudonym"],
            one["tie"] if one["from_there"] else str(SEEN_FROM_THERE[FamilyTie(one["tie"])]),
            datetime.fromisoformat(one["since"]),
        )
        for one in found
    ]


def unseen() -> Q:
    """Entries on a link of which the reader does not see both files; refused tries too. Within `acting`."""
    act = OuterRef("act_id")
    return Q(Q(action__in=FAMILY), ~Exists(FamilyLink.objects.filter(Q(act_id=act) | Q(ended_act=act))))
