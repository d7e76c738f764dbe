"""Which agency a breach is put down to, where the Fact itself does not name one but the file does.

Several agencies, or none: then none is named. A board that blames the wrong one would be worse than one that is silent.
"""

from __future__ import annotations

from dataclasses import dataclass

from tutela.engine.actions import Action
from tutela.engine.facts import facts


@dataclass(frozen=True)
class ChargeOf:
    """A charge that stands, and the agency that brought it: as recorded, else to which the letter went."""

    charge_ref: str
    agency: str | None = None


@facts(needs=("case",))
@dataclass(frozen=True)
class WhoseFacts:
    """Ids of the agencies that hold, charged or convicted the person, as far as they are on file."""

    held: tuple[str, ...] | None = None
    convicted: tuple[str, ...] | None = None
    charged: tuple[ChargeOf, ...] | None = None


def _only(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None


def who_holds(action: Action, whose: WhoseFacts) -> str | None:
    """The one agency that is known to hold the person."""
    return _only(set(whose.held or ()))


def who_convicted(action: Action, whose: WhoseFacts) -> str | None:
    """The one agency that is known to have brought about what the person was convicted for."""
    return _only(set(whose.convicted or ()))


def who_charged(action: Action, whose: WhoseFacts) -> str | None:
    """The agency that brought the charge which the action names; without a reference, the one that brought them all."""
    wanted = getattr(action, "charge_ref", None)
    named = {c.agency for c in whose.charged or () if wanted is None or c.charge_ref == wanted}
    return _only({agency for agency in named if agency}) if None not in named else None


def named_or_who_charged(action: Action, whose: WhoseFacts) -> str | None:
    """The agency that the Fact itself names; else that of the charge on file."""
    named = getattr(action, "prosecutor", None) or getattr(action, "by_agency", None)
    return str(named) if named else who_charged(action, whose)
