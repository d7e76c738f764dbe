"""What rules on a child's best interests and views look at."""

from __future__ import annotations

from dataclasses import dataclass

from tutela.engine.facts import facts

from .bia_words import SAID, ChildDecision, Determined, HeardHow


@facts(needs=("case",))
@dataclass(frozen=True)
class BestInterestsFacts:
    """Whether an assessment is in date, and what was determined, decision by decision.

    Shape  determined: decision to outcome, of the newest determination in date on each
    """

    in_date: bool | None = None
    determined: dict[ChildDecision, Determined] | None = None

    def favours(self, decision: ChildDecision) -> bool:
        """Determined formally, in date, to be best for the child."""
        return (self.determined or {}).get(decision) == Determined.IN_HER_INTEREST


@facts(needs=("seats",))
@dataclass(frozen=True)
class PanelFacts:
    """Those who sit at the table: how many people there are, from how many agencies, of which sectors."""

    people: int | None = None
    agencies: int | None = None
    sectors: tuple[str, ...] | None = None


@facts(needs=("case",))
@dataclass(frozen=True)
class ViewsFacts:
    """What the child was asked about, and how she was heard; the newest on each decision, in date.

    Shape  heard: decision to how; weighed: decision to whether its weight is on file
    """

    heard: dict[ChildDecision, HeardHow] | None = None
    weighed: dict[ChildDecision, bool] | None = None

    def are_on_file(self, decision: ChildDecision) -> bool:
        """She was heard and it was weighed, she chose not to speak, or it is written why nobody could ask."""
        how = (self.heard or {}).get(decision)
        if how is None:
            return False
        return how not in SAID or (self.weighed or {}).get(decision) is True
