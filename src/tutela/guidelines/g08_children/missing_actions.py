"""A child is missing: said at once, looked for without exposing her, welcomed back, and asked why by somebody else."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from tutela.cases.models import Case
from tutela.engine.actions import Act, Fact, Fault, InvalidAction
from tutela.engine.fields import CaseId, Country, Kept, Prose
from tutela.engine.models import Alert
from tutela.guidelines.g06_protection.care_models import OutOfContact
from tutela.guidelines.g06_protection.care_words import Worry

from .bia_words import HeardHow
from .missing_models import Missing
from .missing_words import AlarmTo, CameBack, Released, ReleasedTo, WhyGone


class ChildMissing(Fact):
    """A child, or somebody who may be one, is missing. An adult who leaves is free to; a child is looked for.

    Shape    may_be_abroad: taken or gone across a border; what is not known counts as maybe
    Units    occurred_at: since when
    Writes   Missing, OutOfContact; who is on call is told; the alarm and the search are owed
    Source   P10, G6.6
    """

    need = "safety"
    provisions = ("P10",)

    case: CaseId
    worries: tuple[Worry, ...] = ()
    may_be_abroad: bool | None = None
    where_last: Annotated[Prose, Kept("whereabouts")] | None = None

    def apply(self, case: Case, at: datetime, act_id: Any) -> dict[str, Any]:
        """Keeps since when; said twice, it is the same time. Who is on call sees that somebody is missing."""
        found = Missing.objects.filter(case=case, back_at=None).first()
        if found is not None:
            return {"missing": found.pk}
        if not OutOfContact.objects.filter(case=case, ended_at=None).exists():
            OutOfContact.objects.create(case=case, since=at)
        Alert.objects.create(kind="child.missing", ids={"act": str(act_id)}, raised_at=at)
        return {"missing": Missing.objects.create(case=case, since=at).pk}


class RaiseAlarm(Act):
    """Tell those who look for a missing child, here and across the border. Nothing of her life goes with it.

    Shape    country, feared: where the alarm goes abroad; feared: she is afraid of the authorities there
    Writes   Missing.told
    Source   P10, G1.6
    """

    need = "safety"
    provisions = ("P10",)

    case: CaseId
    to: tuple[AlarmTo, ...]
    country: Country | None = None
    feared: bool | None = None

    def apply(self, case: Case) -> None:
        """Keeps who was told. An alarm goes to somebody, and one abroad to a country."""
        if not self.to:
            raise InvalidAction([Fault("to", "field.missing", {})])
        if AlarmTo.ABROAD in self.to and self.country is None:
            raise InvalidAction([Fault("country", "field.missing", {})])
        found = Missing.objects.get(case=case, back_at=None)
        found.told = sorted({*found.told, *map(str, self.to)})
        found.save(update_fields=["told"])


class ReleaseDescription(Act):
    """Show others what a missing child looks like, so that she is found: only if that is best for her.

    Reads    whether she is missing; what was assessed, and determined, since
    Writes   Missing.released_to; taking it back is owed when she is found
    Source   P10, G8.9
    """

    compartment = "statements"
    need = "safety"
    provisions = ("G8.9",)

    case: CaseId
    shows: tuple[Released, ...]
    to: ReleasedTo
    reasons: Prose

    def apply(self, case: Case) -> None:
        """Keeps who was shown it."""
        if not self.shows:
            raise InvalidAction([Fault("shows", "field.missing", {})])
        found = Missing.objects.get(case=case, back_at=None)
        found.released_to = sorted({*found.released_to, str(self.to)})
        found.save(update_fields=["released_to"])


class ChildBack(Fact):
    """A child who was missing is with people again who care for her. Nobody is angry with her, and nobody holds her.

    Shape    safe: as she says, where she could speak freely; None when nobody could ask
    Writes   Missing.back_at, OutOfContact.ended_at; a talk with somebody independent is owed
    Source   P10, G8.6
    """

    need = "safety"
    provisions = ("P10",)

    case: CaseId
    how: CameBack
    safe: bool | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Ends the time; the file is open again if it was closed."""
        Missing.objects.filter(case=case, back_at=None).update(back_at=at, back_how=self.how)
        OutOfContact.objects.filter(case=case, ended_at=None).update(ended_at=at)
        Case.objects.filter(pk=case.pk).update(closed_at=None)


class DescriptionTakenBack(Fact):
    """What was shown of a child is taken back: notices taken down, photographs deleted.

    Shape    everywhere: nothing of it is shown any more, as far as can be seen
    Writes   Missing.released_to
    Source   G8.9
    """

    need = "safety"
    provisions = ("G8.9",)

    case: CaseId
    everywhere: bool

    def apply(self, case: Case) -> None:
        """Notes that nobody is shown it any more."""
        if self.everywhere:
            Missing.objects.filter(case=case).update(released_to=[])


class TalkAfterReturn(Act):
    """Talk with a child who was missing, alone and in peace: why she went, what happened, what has to change.

    Shape    heard_how: choosing not to speak is an answer
    Source   P10, G8.6
    """

    compartment = "statements"
    need = "child"
    provisions = ("P10", "G8.6")

    case: CaseId
    heard_how: HeardHow
    why: tuple[WhyGone, ...] = ()
    alone: bool
    in_danger: bool | None = None
    in_her_words: Prose | None = None
    what_changes: Prose | None = None

    def apply(self) -> None:
        """Only the entry, and the duties that it meets and starts."""
