"""Facts about whoever is acting: sector, roles, trainings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tutela.engine.facts import facts

from .words import CALLING, Sector


@facts(needs=("member",))
@dataclass(frozen=True)
class AuthorFacts:
    """The member who acts. Training dates are the latest ones; None: never, as far as is known."""

    member_id: str | None = None
    agency_id: str | None = None
    sector: str | None = None
    roles: tuple[str, ...] | None = None
    identification_training_on: date | None = None
    child_training_on: date | None = None
    link_training_on: date | None = None
    today: date | None = None

    def has(self, role: str) -> bool:
        """Whether the member has this role."""
        return role in (self.roles or ())


@facts(needs=("case", "agency", "to_agency"))
@dataclass(frozen=True)
class SightFacts:
    """What the agency that acts may read of the case, and whom it would let in.

    Shape  own: compartments; to_own: it would let itself in;
           to_sees, to_until: whether that agency sees the case already, and until when
    """

    own: tuple[str, ...] | None = None
    to_sector: str | None = None
    to_own: bool | None = None
    to_sees: bool | None = None
    to_until: datetime | None = None

    def is_shortened_to(self, until: datetime | None) -> bool:
        """Whether a grant until then would end the sight of another agency earlier than it ends today."""
        if until is None or self.to_own is True or self.to_sees is False:
            return False
        return self.to_until is None or until < self.to_until

    def opens_too_much(self, compartments: tuple[str, ...], author: AuthorFacts) -> bool:
        """Whether a grant would open what its giver may not read; privileged parts go only to their own calling."""
        if author.sector == Sector.SYSTEM:
            return False
        calling = CALLING.get(self.to_sector or "") if self.to_own is False else None
        return bool({str(c) for c in compartments} - set(self.own or ()) - (calling or frozenset()))
