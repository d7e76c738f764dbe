"""Whose word on custody and release counts: that of somebody who does not hold the person."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from tutela.agencies.facts import AuthorFacts
from tutela.agencies.words import ENFORCING, Sector
from tutela.engine.facts import facts

from .words import FIRST_HAND, KEEPERS, ClosedPlace, CustodyKind, HowKnown

#: Who keeps the key of somebody whom a court ordered to be held; of any other kind: those who run detention.
CUSTODIANS = {CustodyKind.SECURE_CARE.value: Sector.CHILD_PROTECTION.value}


@facts(needs=("case",))
@dataclass(frozen=True)
class HeldFacts:
    """Where the person is held, in whatever form, and by whom.

    Shape  places, custody: kinds of what runs, as values; by: ids of the agencies named as holding the person
    """

    places: tuple[str, ...] | None = None
    custody: tuple[str, ...] | None = None
    by: tuple[str, ...] | None = None

    @property
    def keepers(self) -> frozenset[str]:
        """Sectors that keep the key."""
        own = {KEEPERS.get(ClosedPlace(place), Sector.DETENTION).value for place in self.places or ()}
        return frozenset(own | {CUSTODIANS.get(kind, Sector.DETENTION.value) for kind in self.custody or ()})


def holds_nobody(author: AuthorFacts, keepers: frozenset[str], by: tuple[str, ...]) -> bool:
    """Whether the author neither enforces nor keeps the key here; somebody of whom nothing is known may do both."""
    if author.sector is None or author.agency_id is None:
        return False
    if author.sector in {sector.value for sector in ENFORCING}:
        return False
    return author.sector not in keepers and author.agency_id not in by


def is_free_first_hand(how_known: HowKnown, author: AuthorFacts, held: HeldFacts) -> bool:
    """Somebody who did not hold the person met her or him, or heard from her or him, that she or he is free."""
    return how_known in FIRST_HAND and holds_nobody(author, held.keepers, held.by or ())


def is_order_seen(
    order_seen: bool | None, kind: CustodyKind, author: AuthorFacts, by_agency: UUID | None
) -> bool:
    """The court itself says that it ordered it, or somebody who holds nobody has seen the order."""
    if author.sector == Sector.COURT:
        return True
    keepers = frozenset({CUSTODIANS.get(kind.value, Sector.DETENTION.value)})
    return order_seen is True and holds_nobody(author, keepers, (str(by_agency),) if by_agency else ())
