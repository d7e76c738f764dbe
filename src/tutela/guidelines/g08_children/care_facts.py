"""What rules on tracing and reunion look at."""

from __future__ import annotations

from dataclasses import dataclass

from tutela.engine.facts import facts

from .care_words import NO_BAR, FamilyBond, FamilyDanger


@facts(needs=("case",))
@dataclass(frozen=True)
class FamilyFacts:
    """Danger from and for the family as found before each step, in date; and how far the search is.

    Shape  before_tracing, before_reunion: the newest finding in date; None: not looked at
    """

    before_tracing: FamilyDanger | None = None
    before_reunion: FamilyDanger | None = None
    searching: bool | None = None
    verified: str | None = None

    @property
    def may_be_traced(self) -> bool:
        """Looked at, and nothing serious or unknown."""
        return self.before_tracing in NO_BAR

    @property
    def may_be_joined(self) -> bool:
        """Looked at for living together, and nothing serious or unknown."""
        return self.before_reunion in NO_BAR

    @property
    def is_family(self) -> bool:
        """Who was found is the child's family."""
        return self.verified == FamilyBond.CONFIRMED
