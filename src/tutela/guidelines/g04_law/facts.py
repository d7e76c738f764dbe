"""What rules on staying, and on every act against a person, look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tutela.agencies.words import Sector
from tutela.cases.words import Standing
from tutela.engine.facts import facts

_PRESUMED = (Standing.PRESUMED, Standing.REASONABLE_GROUNDS, Standing.IDENTIFIED)


@facts(needs=("case",))
@dataclass(frozen=True)
class PresumptionFacts:
    """Whether the person is presumed to have been trafficked, or it is still to be decided.

    A decision against the person changes the standing only once its reconsideration is over.

    Shape  decision_waits: a presumption or a request for recognition has not been decided, or not finally
    """

    standing: str | None = None
    decision_waits: bool | None = None

    @property
    def protects(self) -> bool:
        """Presumed, recognised, or waiting for a decision; what is unknown protects."""
        if self.standing is None or self.standing in _PRESUMED:
            return True
        return self.decision_waits is not False

    @property
    def is_recognised(self) -> bool:
        """Identified as trafficked, with nothing left to decide."""
        return self.standing == Standing.IDENTIFIED and self.decision_waits is False

    @property
    def is_over(self) -> bool:
        """A decision against the presumption is final, and nothing else waits to be decided."""
        return self.standing == Standing.NOT_IDENTIFIED and self.decision_waits is False


@facts(needs=("case",))
@dataclass(frozen=True)
class StayFacts:
    """What stands against a removal.

    Shape  risk_asserted: serious danger to the person or the family was asserted and not yet assessed away;
           recovery_runs: a recovery period was granted and no review has ended it;
           recovery_until: the earliest time at which a review may end it;
           stay_holds: a stay was recorded and no review has ended it
    """

    risk_asserted: bool | None = None
    recovery_runs: bool | None = None
    recovery_until: datetime | None = None
    stay_holds: bool | None = None
    now: datetime | None = None

    @property
    def recovery_is_too_young_to_end(self) -> bool:
        """The least time to recover has not passed, as far as is known."""
        if self.recovery_runs is False:
            return False
        return self.recovery_until is None or self.now is None or self.now < self.recovery_until


@facts(needs=("case",))
@dataclass(frozen=True)
class PermitFacts:
    """On what the person's right to stay rests.

    Shape  holds: a permit is in force today; citizen: None when nobody knows; proceedings: an action against a suspect
           is open; cooperates: she helps the proceedings
    """

    holds: bool | None = None
    citizen: bool | None = None
    proceedings: bool | None = None
    cooperates: bool | None = None

    @property
    def is_needed(self) -> bool:
        """Neither a permit nor citizenship, as far as is known."""
        return self.holds is not True and self.citizen is not True


@facts(needs=("case", "member", "now"))
@dataclass(frozen=True)
class HatsFacts:
    """Whether who enforces a removal also does this person's casework: the same agency, in the same unit.

    The agency is the one that the Fact names (its `by_agency`, which may be left out), else the author's own.

    Shape  agency: its id; sector: its; sees: it is let into this file; unit: that of the author, where she or he works
           there; units: those of its members who have worked on this file
    """

    agency: str | None = None
    sector: str | None = None
    sees: bool | None = None
    unit: str | None = None
    units: tuple[str, ...] | None = None

    @property
    def wears_both(self) -> bool:
        """Immigration casework and enforcement in one. What nobody can tell apart is not split."""
        if self.sector not in (None, Sector.IMMIGRATION) or self.sees is False:
            return False
        return not self.unit or not self.units or not {self.unit, ""}.isdisjoint(self.units)
