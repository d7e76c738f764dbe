"""Who is shown to have been an adult all along: what is owed to children alone lapses by it, and says why.

A birthday shows nothing of the kind. Who turns eighteen was a child when it came to be owed, and keeps it.
"""

from __future__ import annotations

from datetime import date

from tutela.agencies.facts import AuthorFacts
from tutela.cases.actions import SETTLES_AGE, RecordAge
from tutela.cases.facts import AgeFacts, StandingFacts
from tutela.cases.words import AgeBasis
from tutela.engine import profile
from tutela.engine.rules import on

from .age_actions import AgeAssessed, AnswerAgeChallenge, admitted
from .rights_facts import AssessmentFacts


def _all_along(low: int | None, today: date | None, standing: StandingFacts) -> bool:
    """Whether somebody of this least age was an adult already when first presumed; counted for the child."""
    if low is None or today is None:
        return False
    majority: int = profile.current().value("majority_age", today)
    return low - _years_begun(standing, today) >= majority


def _years_begun(standing: StandingFacts, today: date) -> int:
    """Years since the presumption, each begun one as a whole; one where nobody knows since when."""
    if standing.presumed_at is None:
        return 1
    since = profile.current().day(standing.presumed_at)
    if since >= today:
        return 0
    return today.year - since.year + ((today.month, today.day) > (since.month, since.day))


def _recorded(action: RecordAge, age: AgeFacts, standing: StandingFacts, author: AuthorFacts) -> bool:
    """Child protection or a court has found out how old the person is."""
    if author.sector not in SETTLES_AGE or action.age_basis in (AgeBasis.UNKNOWN, AgeBasis.DISPUTED):
        return False
    low = action.age_low if action.age_low is not None else action.age_high
    return _all_along(low, age.today, standing)


def _fairly(method: str | None, agreed: bool | None, author: AuthorFacts, today: date | None) -> bool:
    """By her own yes, by an admitted method, written down by somebody whose word settles an age."""
    return agreed is True and method in admitted(today) and author.sector in set(map(str, SETTLES_AGE))


def _assessed(
    action: AgeAssessed, found: AssessmentFacts, age: AgeFacts, standing: StandingFacts, author: AuthorFacts
) -> bool:
    """The whole margin of a fair assessment lies above the age."""
    named = action.age_assessment is not None
    method, agreed = (found.method, found.agreed) if named else (action.method, action.agreed)
    if action.margin is None or action.age_low is None or not _fairly(method, agreed, author, age.today):
        return False
    return _all_along(action.age_low - action.margin, age.today, standing)


def _upheld(
    action: AnswerAgeChallenge,
    found: AssessmentFacts,
    age: AgeFacts,
    standing: StandingFacts,
    author: AuthorFacts,
) -> bool:
    """A fair assessment was challenged, and stands."""
    if not action.upheld or found.low is None or found.margin is None:
        return False
    fair = _fairly(found.method, found.agreed, author, age.today)
    return fair and _all_along(found.low - found.margin, age.today, standing)


GROWN = on(RecordAge, when=_recorded) + on(AgeAssessed, when=_assessed) + on(AnswerAgeChallenge, when=_upheld)
