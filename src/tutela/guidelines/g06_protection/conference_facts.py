"""What rules on case conferences look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tutela.engine.facts import facts


@dataclass(frozen=True)
class Yes:
    """A consent of hers in force: to whom, and its last day; None where it has none."""

    receiver: str | None = None
    until: date | None = None


@facts(needs=("case",))
@dataclass(frozen=True)
class AgreedToFacts:
    """To whom she has agreed, as it stands at that time."""

    agreed: tuple[Yes, ...] | None = None

    def lacking(self, agencies: Iterable[Any], own: str | None, day: date | None) -> set[str]:
        """Which of these agencies, beside the one that acts, have no consent that holds on that day."""
        held = {
            yes.receiver for yes in self.agreed or () if day is None or yes.until is None or yes.until >= day
        }
        return {str(one) for one in agencies} - {own} - {one for one in held if one is not None}


@facts(needs=("case", "conference"))
@dataclass(frozen=True)
class ConferenceFacts:
    """The conference that an action names, looked up under its case."""

    her_part: str | None = None
