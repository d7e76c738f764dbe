"""What rules on protection look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tutela.engine.facts import facts

from . import conference_facts, return_facts

__all__ = ["conference_facts", "return_facts"]


@facts(needs=("place",))
@dataclass(frozen=True)
class PlaceFacts:
    """The place that would be offered."""

    for_whom: str | None = None
    for_sex: str | None = None
    is_open: bool | None = None
    area: str | None = None


@facts(needs=("case", "placement"))
@dataclass(frozen=True)
class HeldPlaceFacts:
    """The place that is held for the person; one that is not there counts as open, and is not found afterwards."""

    is_open: bool | None = None


@facts(needs=("case", "place"))
@dataclass(frozen=True)
class FitFacts:
    """What the person and the place have to do with each other.

    Shape  lives_there: sleeps in this very place, or did until a stay that ended within the month
    """

    sex: str | None = None
    threatened_there: bool | None = None
    lives_there: bool | None = None


@facts(needs=("case",))
@dataclass(frozen=True)
class RoofFacts:
    """Where the person sleeps: whether another place is held for her, from tonight or tomorrow, beside this one.

    Shape  urgent_hours: since the first bed for tonight of the week before, with no place of her own after it;
           urgent_is_open: a breach for it is on file and has not ended
    """

    stays: int | None = None
    offers: int | None = None
    urgent_hours: int | None = None
    urgent_is_open: bool | None = None
    now: datetime | None = None

    @property
    def has_another(self) -> bool:
        """Another place is held, or taken, for her."""
        return (self.offers or 0) > 0 or (self.stays or 0) > 1


@facts(needs=("case", "offered_service"))
@dataclass(frozen=True)
class HelpFacts:
    """The help that an action names, looked up under its case."""

    kind: str | None = None


@facts(needs=("case",))
@dataclass(frozen=True)
class ContactFacts:
    """What the person wants with her consulate, by her newest word, and whether a lawyer advised her before it."""

    wants: bool | None = None
    advised: bool | None = None

    @property
    def is_advised(self) -> bool:
        """She wants it, after independent legal advice."""
        return self.wants is True and self.advised is True
