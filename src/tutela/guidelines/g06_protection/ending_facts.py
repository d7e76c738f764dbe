"""What rules on the end of an urgent act look at: where the person sleeps tonight."""

from __future__ import annotations

from dataclasses import dataclass

from tutela.engine.facts import facts


@facts(needs=("case",))
@dataclass(frozen=True)
class TonightFacts:
    """Whether the person sleeps tonight in a bed that was given for tonight only, or has a place of her own.

    Shape  urgent: in an urgent bed; own: in a place that she took, tonight or from tomorrow on
    """

    urgent: bool | None = None
    own: bool | None = None
