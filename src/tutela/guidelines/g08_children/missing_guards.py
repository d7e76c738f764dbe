"""Guards on a missing child: she is looked for without being exposed, and nobody holds her for having gone."""

from __future__ import annotations

from tutela.agencies.facts import AuthorFacts
from tutela.agencies.words import ENFORCING, Sector
from tutela.cases.facts import AgeFacts
from tutela.engine.rules import Reason, guard
from tutela.guidelines.g02_identification.facts import AsylumFacts
from tutela.guidelines.g05_enforcement.custody_actions import DetainPerson
from tutela.guidelines.g05_enforcement.words import HeldFor

from .bia_actions import AssessBestInterests, DetermineBestInterests
from .missing_actions import ChildBack, ChildMissing, RaiseAlarm, ReleaseDescription, TalkAfterReturn
from .missing_facts import MissingFacts
from .missing_words import AlarmTo, ReleasedTo

#: Who does not ask a child why she went: who searches, holds or charges people, and who houses her.
_NOT_INDEPENDENT = frozenset(map(str, (*ENFORCING, Sector.SHELTER)))


@guard(RaiseAlarm, ReleaseDescription, provisions=["G8.9", "P10"], instead=[ChildMissing])
def only_who_is_missing_is_looked_for(
    action: RaiseAlarm | ReleaseDescription, age: AgeFacts, missing: MissingFacts
) -> Reason | None:
    """No alarm, and no description, for an adult, who is free to leave, or for a child who is not missing."""
    is_looked_for = missing.is_gone is True and age.may_be_child is not False
    return None if is_looked_for else Reason("child.not_missing")


@guard(RaiseAlarm, provisions=["G1.6", "P10"], instead=[RaiseAlarm])
def no_alarm_to_who_she_fears(action: RaiseAlarm, asylum: AsylumFacts) -> Reason | None:
    """While asylum is open or she fears to go back, no alarm goes to a country whose authorities she may fear."""
    if AlarmTo.ABROAD not in action.to or not asylum.protects or action.feared is False:
        return None
    return Reason("child.alarm_feared", reveals=("status",))


@guard(ReleaseDescription, provisions=["P10", "G8.9"], instead=[AssessBestInterests])
def no_description_without_an_assessment(action: ReleaseDescription, missing: MissingFacts) -> Reason | None:
    """What a child looks like is shown to nobody before it was assessed, since she went, whether that is best."""
    return None if missing.assessed_since is True else Reason("child.release_not_assessed")


@guard(ReleaseDescription, provisions=["P10", "G8.9"], instead=[DetermineBestInterests, ReleaseDescription])
def nobody_is_shown_to_everybody_without_a_determination(
    action: ReleaseDescription, missing: MissingFacts
) -> Reason | None:
    """Her picture goes to everybody only after a panel found, since she went, that this is best for her."""
    if action.to is not ReleasedTo.EVERYBODY or missing.determined_since is True:
        return None
    return Reason("child.release_not_determined")


@guard(DetainPerson, provisions=["P10", "G8.3", "G2.6"], instead=[ChildBack, "place_tonight"])
def no_child_is_held_for_having_gone(
    action: DetainPerson, age: AgeFacts, missing: MissingFacts
) -> Reason | None:
    """Whoever may be a child and went missing is looked for to be safe: nobody arrests her when she is found."""
    went = action.held_for is HeldFor.WENT_MISSING or missing.is_gone is not False
    return Reason("child.held_for_going") if went and age.may_be_child is not False else None


@guard(TalkAfterReturn, provisions=["P10", "G8.6"], instead=["refer_person"])
def who_asks_why_she_went_is_independent(action: TalkAfterReturn, author: AuthorFacts) -> Reason | None:
    """Why a child went is asked by nobody who searches or holds people, nor by the house that she left."""
    if author.sector is not None and author.sector not in _NOT_INDEPENDENT and action.alone:
        return None
    return Reason("child.talk_not_independent")
