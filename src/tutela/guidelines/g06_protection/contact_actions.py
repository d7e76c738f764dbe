"""Leaving, out of contact, trafficked again, a death. An adult who leaves is free, and the way back stays open."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from tutela.cases.models import Case
from tutela.engine import profile
from tutela.engine.actions import Act, Fact, Fault, InvalidAction
from tutela.engine.fields import CaseId, Kept, Prose

from .care_models import Death, OutOfContact, WantOfPlace
from .care_words import Again, DeathStep, DiedHow, PlaceGroup, Worry, WorryWay
from .models import Placement


class PlaceWanted(Fact):
    """The person looks for a place, for the first time or again, and whether there was one for somebody like her.

    Writes   WantOfPlace; the next place is owed
    Source   G6.1: want of places by group is shown
    """

    need = "shelter"
    provisions = ("G6.1",)

    case: CaseId
    groups: tuple[PlaceGroup, ...]
    found: bool

    def apply(self, case: Case, at: datetime) -> None:
        """Keeps the want, by group. A file that was closed is open again."""
        Case.objects.filter(pk=case.pk).update(closed_at=None)
        WantOfPlace.objects.create(case=case, groups=sorted(map(str, self.groups)), found=self.found, at=at)


class ContactLost(Fact):
    """Nobody has heard from the person for a while. She is free to go where she wants; this is a worry, no reproach.

    Units    last_heard_on: a calendar day in the profile's time zone
    Writes   OutOfContact; the duty to follow the worry in the way agreed with her
    Source   G6.6, P8
    """

    need = "safety"
    provisions = ("G6.6",)

    case: CaseId
    last_heard_on: date
    worries: tuple[Worry, ...] = ()

    def apply(self, case: Case, at: datetime) -> None:
        """Keeps since when, once."""
        if self.last_heard_on > profile.current().day(at):
            raise InvalidAction([Fault("last_heard_on", "date.ahead", {})])
        if not OutOfContact.objects.filter(case=case, ended_at=None).exists():
            OutOfContact.objects.create(case=case, since=at)


class FollowWorry(Act):
    """Follow a worry about somebody out of contact, in a way that she agreed to. Danger to life is followed at once.

    Source   G6.6
    """

    need = "safety"
    provisions = ("G6.6",)

    case: CaseId
    way: WorryWay
    life_in_danger: bool = False
    reason: Annotated[Prose, Kept("statements")] | None = None

    def apply(self) -> None:
        """Only the entry, and the duty that it meets."""


class ContactAgain(Fact):
    """The person was heard from again. Her place in every kind of help is as it was.

    Shape    safe: as she says, where she could speak freely; None when nobody could ask
    Writes   OutOfContact.ended_at; a death that was recorded by mistake is known to be wrong
    Source   G6.6, P8
    """

    need = "safety"

    case: CaseId
    safe: bool | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Ends the state, and opens the file again if it was closed."""
        OutOfContact.objects.filter(case=case, ended_at=None).update(ended_at=at)
        Death.objects.filter(case=case, was_wrong_at=None).update(was_wrong_at=at)
        Case.objects.filter(pk=case.pk).update(closed_at=None)


class TraffickedAgain(Fact):
    """The person came into the hands of traffickers once more: a new event on the same file, and help from the start.

    Source   P8, G6.1
    """

    need = "identification"
    provisions = ("G6.1",)

    case: CaseId
    how: Again = Again.UNKNOWN
    words: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case) -> None:
        """Opens the file again if it was closed; the rest is the entry, and the clocks that it starts."""
        Case.objects.filter(pk=case.pk).update(closed_at=None)


class DeathRecorded(Fact):
    """The person has died. What was owed to her alone ends; what is owed to her family, and to the truth, begins.

    Writes   Death; her bed is free; the duties towards her family and of an inquiry
    Source   P2, P8, P13, P17
    """

    need = "safety"
    refreshes = True
    provisions = ("P17",)

    case: CaseId
    died_on: date | None = None
    how: DiedHow = DiedHow.UNKNOWN
    words: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Keeps the death. The file stays open."""
        if self.died_on is not None and self.died_on > profile.current().day(at):
            raise InvalidAction([Fault("died_on", "date.ahead", {})])
        Death.objects.create(case=case, died_on=self.died_on, how=self.how, at=at)
        held = Placement.objects.filter(case=case, state__in=["offered", "accepted"])
        held.update(state="ended", ended_at=at, end_reason="death")


class AfterDeath(Fact):
    """Something was done after a death: whom she had named was told, an inquiry asked for, rights explained.

    Source   P2, P8, P17
    """

    need = "rights"

    case: CaseId
    step: DeathStep

    def apply(self) -> None:
        """Only the entry, and the duty that it meets."""
