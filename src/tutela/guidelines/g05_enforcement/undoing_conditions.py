"""When something weighs on the person, and when it is undone: said once, for duties and breaches alike."""

from __future__ import annotations

from tutela.guidelines.g04_law.facts import PresumptionFacts

from .actions import ConvictionQuashed
from .conditions import Recognition, says_yes
from .facts import BurdenFacts, UndoingFacts
from .undoing_actions import BurdenFound, UndoingMoved
from .words import PRIVATE, UndoStep

_DONE = (UndoStep.UNDONE, UndoStep.RECORD_CLEARED)


def weighs_on_the_protected(action: BurdenFound, presumption: PresumptionFacts) -> bool:
    """A burden from the time of the trafficking weighs on somebody protected."""
    return presumption.protects


def burdened_by_the_state(action: BurdenFound, presumption: PresumptionFacts) -> bool:
    """And it is the State's: not what somebody privately claims of her."""
    return presumption.protects and action.burden not in PRIVATE


def was_burdened_before(action: Recognition, burdens: BurdenFacts) -> bool:
    """A burden that was found before the person was protected still weighs on her."""
    return says_yes(action) and bool(burdens.standing)


def is_undone(action: UndoingMoved) -> bool:
    """It weighs on the person no more."""
    return action.step in _DONE


def undoes_the_last(action: UndoingMoved, burdens: BurdenFacts) -> bool:
    """No other burden stands beside the one that is undone."""
    return is_undone(action) and set(burdens.standing or ()) == {str(action.undoing)}


def undoes_a_conviction(action: UndoingMoved, what: UndoingFacts) -> bool:
    """A conviction is set aside."""
    return is_undone(action) and what.is_conviction is True


def leaves_a_record(action: ConvictionQuashed) -> bool:
    """The conviction is gone, and stands in the record still."""
    return not action.record_cleared


def clears_the_record(action: ConvictionQuashed | UndoingMoved) -> bool:
    """Nothing of it stands in any record."""
    if isinstance(action, ConvictionQuashed):
        return action.record_cleared
    return action.step is UndoStep.RECORD_CLEARED


def undoes_and_leaves_a_record(action: UndoingMoved, what: UndoingFacts) -> bool:
    """A conviction is set aside, and stands in the record still."""
    return action.step is UndoStep.UNDONE and what.is_conviction is not False


def undoing_was_refused(action: UndoingMoved) -> bool:
    """It was refused to lift it."""
    return action.step is UndoStep.REFUSED


def undoing_goes_on(action: UndoingMoved) -> bool:
    """It was taken further, or has succeeded."""
    return action.step in (UndoStep.APPEALED, *_DONE)
