"""What rules on charges, detention and hand-over look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tutela.engine import profile
from tutela.engine.facts import facts

from . import steps_facts

__all__ = ["steps_facts"]

#: Term of the profile: how long training in assessing a charge's link holds.
LINK_TRAINING = "training_link_assessment_validity"


@dataclass(frozen=True)
class LinkFinding:
    """The newest assessment of one charge. `linked` None: the assessor could not tell; found_by: an agency."""

    charge_ref: str
    offence: str
    linked: bool | None = None
    found_by: str | None = None


@facts(needs=("case",))
@dataclass(frozen=True)
class LinkFacts:
    """What was found about the link of each charge to the trafficking.

    Shape  found: the newest finding of each charge and offence; None: nothing was assessed
    """

    found: tuple[LinkFinding, ...] | None = None

    def finding(self, charge_ref: str, offence: str) -> LinkFinding | None:
        """The assessment of this very charge, for this very offence."""
        same = (f for f in self.found or () if (f.charge_ref, f.offence) == (charge_ref, offence))
        return next(same, None)

    def is_not_linked(self, charge_ref: str, offence: str) -> bool:
        """Somebody trained and independent found no link. Anything else counts as linked."""
        found = self.finding(charge_ref, offence)
        return found is not None and found.linked is False

    def is_wholly_not_linked(self, charge_ref: str) -> bool:
        """Everything that was assessed under this reference was found not linked."""
        same = [f for f in self.found or () if f.charge_ref == charge_ref]
        return bool(same) and all(f.linked is False for f in same)


@facts(needs=("case",))
@dataclass(frozen=True)
class ProceedingsFacts:
    """What is going on against the person.

    Shape  charged, convicted: references of charges and convictions that stand and were not found unlinked;
           cleared: charges that stand and were found not linked;
           *_is_open: a breach for it is on file and has not ended
    """

    held: bool | None = None
    held_is_open: bool | None = None
    charged: tuple[str, ...] | None = None
    charged_is_open: bool | None = None
    convicted: tuple[str, ...] | None = None
    convicted_is_open: bool | None = None
    cleared: tuple[str, ...] | None = None


@facts(needs=("case",))
@dataclass(frozen=True)
class BurdenFacts:
    """What weighs on the person from the time of the trafficking and has not been lifted, by ids."""

    standing: tuple[str, ...] | None = None


@facts(needs=("case", "undoing"))
@dataclass(frozen=True)
class UndoingFacts:
    """What an action undoes, looked up under its case: a conviction or another burden."""

    is_conviction: bool | None = None


def link_training_holds(trained_on: date | None, today: date | None) -> bool:
    """Whether training in assessing a charge's link is in date; one that nobody recorded is not."""
    if trained_on is None or today is None:
        return False
    here = profile.current()
    length = here.term(LINK_TRAINING, today).length
    return length is not None and today <= here.calendar.move(trained_on, length)
