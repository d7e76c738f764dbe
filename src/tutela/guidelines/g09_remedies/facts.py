"""What rules on remedies look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tutela.engine.facts import facts


@facts(needs=("case",))
@dataclass(frozen=True)
class ClaimsFacts:
    """The claims of a person that have not ended. None: nobody knows, which is read as if there were one.

    Shape  open_claims: their ids; ordered: a removal order stands
    """

    open_claims: tuple[str, ...] | None = None
    today: date | None = None

    @property
    def any_is_open(self) -> bool:
        """A claim is open, or nobody knows."""
        return self.open_claims is None or bool(self.open_claims)

    def is_last(self, claim: object) -> bool:
        """No other claim is open beside this one."""
        return self.open_claims is not None and set(self.open_claims) <= {str(claim)}


@facts(needs=("case", "claim"))
@dataclass(frozen=True)
class ClaimFacts:
    """The claim that an action names, looked up under its case."""

    awarded_minor: int | None = None
    paid_minor: int | None = None

    def is_paid_by(self, amount_minor: int) -> bool:
        """Whether this much more pays the whole award."""
        return self.awarded_minor is not None and (self.paid_minor or 0) + amount_minor >= self.awarded_minor
