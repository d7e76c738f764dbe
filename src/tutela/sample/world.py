"""The clock that moves, who acts, and how lives take turns: all that happens, happens through `perform`."""

from __future__ import annotations

import heapq
import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.db.models import Model

from tutela.agencies.system import system
from tutela.engine import jobs
from tutela.engine.access import Actor, acting
from tutela.engine.actions import Action
from tutela.engine.outcomes import Done, Outcome, Refused
from tutela.engine.perform import perform
from tutela.engine.time import frozen
from tutela.guidelines.g02_identification.jobs import expire_screenings
from tutela.guidelines.g06_protection.jobs import notice_offers_over, notice_stays_over, notice_urgent_over
from tutela.guidelines.g08_children.jobs import notice_coming_of_age, notice_turning_eighteen

from . import diligence
from .diligence import Owed
from .persons import Person

Life = Iterator[datetime]
Progress = Callable[[int, int], None]


class WentOtherwise(Exception):
    """An act did not end as the story has it."""


@dataclass
class Bed:
    """One bed and the day from which it is free."""

    place: UUID
    agency: str
    house: str
    for_whom: str
    for_sex: str
    area: str
    free_from: date
    kept: bool = False


class World:
    """The invented country at one moment of its story.

    Shape  strict: a life that goes otherwise than told is a fault (tests), not just cut short (a demo)
    """

    def __init__(self, seed: int, start: datetime, end: datetime, *, strict: bool = False) -> None:
        self.rng = Random(seed)  # noqa: S311 - a story, not a secret
        self.now, self.start, self.end, self.strict = start, start, end, strict
        self.actors: dict[str, Actor] = {}
        self.agencies: dict[str, UUID] = {}
        self.beds: list[Bed] = []
        self.count: Counter[str] = Counter()
        self.went_otherwise: list[str] = []
        self._queue: list[tuple[datetime, int, Life]] = []
        self._numbers = itertools.count()
        self._looked = start
        self.people: dict[UUID, Person] = {}
        self.keeps: Callable[[World, Person, Owed], Life] | None = None
        self.behind: frozenset[str] = frozenset()
        self._known: set[UUID] = set()
        self.interpreters: list[tuple[str, tuple[str, ...], UUID]] = []

    # --- acting ---------------------------------------------------------------------------------------------

    def perform(self, action: Action, by: str) -> Outcome:
        """Performs an action as this member, at the moment of the story; a few minutes pass."""
        actor = self.actors[by] if by in self.actors else system(by)
        outcome = perform(action, actor, clock=frozen(self.now))
        self.count[outcome.result] += 1
        self.now = min(self.end, self.now + timedelta(seconds=self.rng.randint(70, 400)))
        return outcome

    def do(self, action: Action, by: str) -> dict[str, UUID]:
        """Performs what must succeed; returns the ids that it made."""
        outcome = self.perform(action, by)
        if not isinstance(outcome, Done):
            raise WentOtherwise(f"{action.name} by {by}: {_said(outcome)}")
        return {name: UUID(value) for name, value in outcome.made.items() if len(value) == 36}

    def refused(self, action: Action, by: str) -> Refused:
        """Performs what must be refused."""
        outcome = self.perform(action, by)
        if not isinstance(outcome, Refused):
            raise WentOtherwise(f"{action.name} by {by}: {_said(outcome)}, where a refusal was told")
        return outcome

    def newest(self, by: str, model: type[Model], order: str, **wanted: Any) -> Any:
        """The newest row of this kind that the member may read."""
        with acting(self.actors[by], self.now):
            return model._default_manager.filter(**wanted).order_by(f"-{order}").first()

    # --- time -----------------------------------------------------------------------------------------------

    def after(self, days: float = 0, hours: float = 0, minutes: float = 0) -> datetime:
        """So much later, whatever the hour."""
        return self.now + timedelta(days=days, hours=hours, minutes=minutes)

    def office(self, days: float = 0) -> datetime:
        """About so many days later, in office hours."""
        day = self.now + timedelta(days=max(0.0, days * self.rng.uniform(0.8, 1.2)))
        at = day.replace(
            hour=self.rng.randint(8, 16), minute=self.rng.randint(0, 59), second=0, microsecond=0
        )
        if at <= self.now:
            at = self.now + timedelta(minutes=self.rng.randint(20, 90))
        while at.weekday() > 4:
            at += timedelta(days=1)
        return at

    @property
    def days_left(self) -> float:
        """Days until the story ends; in the last ones everything is told as planned."""
        return (self.end - self.now) / timedelta(days=1)

    def chance(self, share: float) -> bool:
        """True so often."""
        return self.rng.random() < share

    def is_late(self, agency: str, times: float = 1.0) -> bool:
        """Whether an agency is late this time, as often as it is at this point of the story."""
        done = (self.now - self.start) / (self.end - self.start)
        return self.chance((1 - diligence.share_in_time(agency, done)) * times)

    def knows(self, p: Person) -> None:
        """Somebody has a file from here on; what is owed to her is answered."""
        assert p.case is not None
        p.number = len(self.people)
        self.people[p.case] = p

    # --- taking turns ---------------------------------------------------------------------------------------

    def begin(self, life: Life, at: datetime) -> None:
        """Lets a life begin at that time."""
        heapq.heappush(self._queue, (at, next(self._numbers), life))

    def run(self, progress: Progress | None = None) -> None:
        """Lets all lives go on until now; what is not finished by then stays as it is: there is work to do."""
        whole = self.end - self.start
        while self._queue and self._queue[0][0] < self.end:
            at, _, life = heapq.heappop(self._queue)
            self.now = max(self.now, at)
            if self.now >= self.end:
                break
            self._clock()
            self._turn(life)
            if progress:
                progress(int(1000 * ((self.now - self.start) / whole)), 1000)
        self.now = self.end
        self._clock()

    def _turn(self, life: Life) -> None:
        try:
            self.begin(life, next(life))
        except StopIteration:
            pass
        except WentOtherwise as fault:
            if self.strict:
                raise
            self.went_otherwise.append(str(fault))

    def _clock(self) -> None:
        """What the clock does: overdue duties are passed up, at most an hour late; each day, what has run out ends."""
        if self.now - self._looked < timedelta(hours=1) and self.now < self.end:
            return
        if self.now.date() > self._looked.date():
            self.count["ran_out"] += expire_screenings(self.now) + notice_stays_over(self.now)
            self.count["ran_out"] += notice_offers_over(self.now) + notice_urgent_over(self.now)
            self.count["grown"] += notice_coming_of_age(self.now) + notice_turning_eighteen(self.now)
        self._keep(self._looked)
        self._looked = self.now
        for _ in jobs.live_until(self.now):
            self.count["escalated"] += 1

    def _keep(self, since: datetime) -> None:
        """Plans when each duty that began since then is answered."""
        new = [d for d in diligence.started_since(since - timedelta(days=2)) if d.id not in self._known]
        self._known.update(d.id for d in new)
        mine = [(self.people[d.subject].number, d) for d in new if d.subject in self.people]
        for number, owed in sorted(mine, key=lambda m: (m[1].started_at, m[1].due_at, m[0], m[1].rule)):
            drawn = Random(f"{number} {owed.rule} {owed.due_at.date()}")  # noqa: S311 - as above
            self.begin(self._answer(self.people[owed.subject], owed, drawn), self._when(owed, drawn))

    def _when(self, owed: Owed, drawn: Random) -> datetime:
        done = (owed.started_at - self.start) / (self.end - self.start)
        at = diligence.answered_at(owed, drawn, done, behind=owed.rule in self.behind)
        return max(self.now, at)

    def _answer(self, p: Person, owed: Owed, drawn: Random) -> Life:
        """Answers one duty, unless that has been done; one that is due later than it was is looked at again."""
        due = diligence.still_due(owed.id)
        if due is not None and due > owed.due_at:
            yield max(self._when(replace(owed, due_at=due), drawn), self.now)
            due = diligence.still_due(owed.id)
        if due is not None and self.keeps is not None:
            yield from self.keeps(self, p, owed)

    # --- beds -----------------------------------------------------------------------------------------------

    def free_bed(self, person: Person) -> Bed | None:
        """A bed that fits the person and is free today."""
        today = self.now.date()
        free = (bed for bed in self.beds if bed.free_from <= today and not bed.kept)
        return next((bed for bed in free if fits(person, bed)), None)


def fits(person: Person, bed: Bed) -> bool:
    """Whether a bed is for people of this age and sex, and not where the person is threatened."""
    kinds = {None: ("age_disputed",), True: ("children",), False: ("adults",)}[person.is_child]
    return (
        bed.for_whom in kinds and bed.for_sex in ("anyone", str(person.sex)) and bed.area not in person.unsafe
    )


def _said(outcome: Outcome) -> str:
    codes = [o.code for o in outcome.objections] if isinstance(outcome, Refused) else []
    return " ".join([outcome.result, *codes])
