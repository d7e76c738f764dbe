"""What rules on identification look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tutela.engine.facts import facts


@facts(needs=("screening",))
@dataclass(frozen=True)
class ScreeningFacts:
    """A screening: what the person agreed to, as its author ticked it."""

    agreement: str | None = None
    age_band: str | None = None
    has_case: bool | None = None
    expired: bool | None = None
    setting: str | None = None
    form_version: int | None = None


@facts(needs=("to_agency",))
@dataclass(frozen=True)
class ReceiverFacts:
    """The agency that a person would be referred to."""

    sector: str | None = None
    active: bool | None = None


@facts(needs=("case", "decision"))
@dataclass(frozen=True)
class DecisionFacts:
    """The decision that an action names, looked up under its case.

    Shape  is_here: there is such a decision; is_newest: no later decision on this person was taken
    """

    is_here: bool | None = None
    is_newest: bool | None = None
    positive: bool | None = None
    reconsideration_open: bool | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    now: datetime | None = None

    @property
    def is_the_newest_no(self) -> bool:
        """A decision against, after which nothing was decided; what is unknown is not one."""
        return self.is_newest is True and self.positive is False


@facts(needs=("case",))
@dataclass(frozen=True)
class AsylumFacts:
    """How far a wish for asylum is, and whether the person fears to go back.

    Shape  open: a wish or claim is on file and nothing has ended it, a granted one included; fears: serious danger
           on return is asserted and not assessed away; refused_at: the newest decision, where it is against her
    """

    open: bool | None = None
    state: str | None = None
    fears: bool | None = None
    refused_at: datetime | None = None
    now: datetime | None = None

    @property
    def protects(self) -> bool:
        """Whether no authority of the country of origin may learn of her; what is unknown protects."""
        return self.open is not False or self.fears is not False
