"""What rules on protection look at."""

from __future__ import annotations

from dataclasses import dataclass

from tutela.engine.facts import facts


@facts(needs=("place",))
@dataclass(frozen=True)
class PlaceFacts:
    """The place that would be offered."""

    for_whom: str | None = None
    for_sex: str | None = None
    is_open: bool | None = None
    area: str | None = None


@facts(needs=("case", "place"))
@dataclass(frozen=True)
class FitFacts:
    """What the person and the place have to do with each other."""

    sex: str | None = None
    threatened_there: bool | None = None


@facts(needs=("case",))
@dataclass(frozen=True)
class RoofFacts:
    """Where the person sleeps: whether another place is held for her beside the one that would end."""

    stays: int | None = None
    offers: int | None = None
