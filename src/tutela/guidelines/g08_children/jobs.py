"""What the clock notices for children: that somebody may soon be eighteen, and that she is."""

from __future__ import annotations

import uuid
from datetime import datetime

from tutela.agencies.system import system
from tutela.cases.facts import AgeFacts
from tutela.cases.models import Case
from tutela.cases.words import AgeBasis
from tutela.engine import profile
from tutela.engine.actions import Action, InvalidAction
from tutela.engine.perform import perform
from tutela.engine.time import frozen, system_clock
from tutela.people.keys import as_engine

from .help_actions import ComesOfAge, TurnsEighteen
from .missing_models import ComingOfAge

#: Term of the profile: how long ahead of the earliest birthday a plan is asked for.
AHEAD = "coming_of_age_ahead"
BATCH = 100
_SPACE = uuid.UUID("5b8f0f6e-6f1c-4f0e-9b0a-7e2f4a1c9d33")
_KNOWN = [str(one) for one in (AgeBasis.KNOWN, AgeBasis.CLAIMED, AgeBasis.ESTIMATED)]


def notice_coming_of_age(now: datetime | None = None) -> int:
    """Writes down of every child who may turn eighteen within the time ahead that she does; returns of how many.

    An age in whole years leaves a year in which the birthday may be: the first day of it counts.

    Writes   as `comes_of_age`
    Source   P10, G8.7
    """
    moment = now or system_clock()
    here = profile.current()
    today = here.day(moment)
    majority: int = here.value("majority_age", today)
    length = here.term(AHEAD, today).length
    until = here.calendar.move(today, length) if length else today
    with as_engine():
        near = Case.objects.filter(
            closed_at=None, coming_of_age=None, age_basis__in=_KNOWN, age_low__lt=majority
        ).extra(where=["age_on + make_interval(years => %s - age_high - 1) < %s"], params=[majority, until])
        rows = list(near.order_by("age_on")[:BATCH])
    young = [c.pk for c in rows if _age(c, moment).may_be_child is not False]
    return sum(_written(ComesOfAge(case=pk), pk, moment) for pk in young)


def notice_turning_eighteen(now: datetime | None = None) -> int:
    """Writes down of everybody whose age on file has reached eighteen that she is; returns of how many.

    Writes   as `turns_eighteen`
    Source   P10
    """
    moment = now or system_clock()
    here = profile.current()
    majority: int = here.value("majority_age", here.day(moment))
    with as_engine():
        waiting = ComingOfAge.objects.filter(turned_at=None, case__closed_at=None).select_related("case")
        of_age = waiting.extra(
            where=["cases_case.age_on + make_interval(years => %s - cases_case.age_low) <= %s"],
            params=[majority, here.day(moment)],
        )
        rows = [one.case for one in of_age.order_by("seen_at")[:BATCH]]
    grown = [c.pk for c in rows if _age(c, moment).may_be_child is False]
    return sum(_written(TurnsEighteen(case=pk), pk, moment) for pk in grown)


def _age(case: Case, moment: datetime) -> AgeFacts:
    return AgeFacts(case.age_basis, case.age_low, case.age_on, profile.current().day(moment), case.age_high)


def _written(action: Action, about: uuid.UUID, moment: datetime) -> bool:
    """Whether the clock could write it down; somebody may have been quicker, and then there is nothing to write."""
    key = uuid.uuid5(_SPACE, f"{action.name} {about}")
    try:
        return perform(action, system("clock"), key=key, clock=frozen(moment)).result == "done"
    except InvalidAction:
        return False
