"""What rules on a missing child look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tutela.engine import profile
from tutela.engine.facts import facts


@facts(needs=("case",))
@dataclass(frozen=True)
class MissingFacts:
    """Whether the child is missing, how often she was, and what was done since.

    Shape  times: this time included; shown: others were shown what she looks like, and it was not taken back;
           assessed_since, determined_since: what is best was assessed, a panel found release best, after she went
    """

    is_gone: bool | None = None
    times: int | None = None
    shown: bool | None = None
    assessed_since: bool | None = None
    determined_since: bool | None = None
    today: date | None = None

    @property
    def is_pattern(self) -> bool:
        """She was missing so often that it says something of where she lives, or of who pulls at her."""
        often: int = profile.current().value("child_missing_often", self.today or date.max)
        return self.times is None or self.times >= often
