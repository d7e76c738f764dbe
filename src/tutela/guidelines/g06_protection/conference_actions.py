"""Case conferences: she is asked first, those come to whom she agreed, and what is decided has a bearer and a day."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from tutela.agencies.models import Agency
from tutela.agencies.words import Role
from tutela.cases.models import Case
from tutela.engine import profile
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, Fault, InvalidAction, may
from tutela.engine.fields import AgencyId, CaseId, Kept, Prose, Ref

from .conference_models import Conference
from .conference_words import ConferenceEnd, ConferencePurpose, HerPart
from .words import SaidThrough

ConferenceId = Annotated[UUID, Ref("conference")]
#: Who works with her.
WITH_HER = may(
    Role.CASEWORKER,
    Role.CHILD_PROTECTION_OFFICER,
    Role.GUARDIAN,
    Role.SHELTER_WORKER,
    Role.HEALTH_WORKER,
    Role.LAWYER,
)
#: In which field what was said stands, by the compartment that it is closed to.
MINUTES = {
    "facts": "minutes", "health": "about_health", "statements": "what_she_said", "whereabouts": "about_where",
    "status": "about_staying", "legal": "about_the_law",
}  # fmt: skip


class CallConference(Act):
    """Call those who work with the person together, for one purpose: she is asked first, and agreed to each who comes.

    Shape    agencies: who is to come, beside the agency that calls; said_through: how her answer was heard
    Units    on_day: a calendar day in the profile's time zone
    Writes   Conference; the duty to hold it and write it down
    Source   G6.6, P8
    """

    who = WITH_HER
    need = "case"
    provisions = ("G6.6",)

    case: CaseId
    purpose: ConferencePurpose
    on_day: date
    agencies: tuple[AgencyId, ...]
    her_part: HerPart
    said_through: SaidThrough

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps who comes. A day in the past is said so."""
        if self.on_day < profile.current().day(at):
            raise InvalidAction([Fault("on_day", "date.past", {})])
        wanted = set(self.agencies) | {by.agency_id}
        if Agency.objects.filter(pk__in=wanted, active=True).count() != len(wanted):
            raise InvalidAction([Fault("agencies", "field.not_here", {})])
        made = Conference.objects.create(
            case=case,
            purpose=self.purpose,
            called_by=by.agency_id,
            called_at=at,
            on_day=self.on_day,
            agencies=sorted(wanted),
            her_part=self.her_part,
            her_part_at=at,
        )
        return {"conference": made.pk}


class AnswerConference(Act):
    """Keep what the person says about a conference on her: comes, sends words, leaves it to them, or no.

    Shape    words: what she wants to be read out there
    Writes   Conference.her_part; her no calls it off
    Source   G6.6
    """

    who = WITH_HER
    herself = True
    need = "case"
    provisions = ("G6.6",)

    case: CaseId
    conference: ConferenceId
    her_part: HerPart
    said_through: SaidThrough
    words: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Keeps her answer, as often as she gives another one before it is held."""
        found = Conference.objects.get(pk=self.conference, case=case)
        if found.state != "called":
            raise InvalidAction([Fault("conference", "conference.over", {})])
        found.her_part, found.her_part_at = self.her_part, at
        if self.her_part is HerPart.SAYS_NO:
            found.state, found.ended_at = str(ConferenceEnd.CALLED_OFF), at
        found.save(update_fields=["her_part", "her_part_at", "state", "ended_at"])


class ConferenceEnded(Fact):
    """A conference was held, or called off. What was said is closed to the parts of the file that it belongs to.

    Shape    attended: which agencies came; the fields of the minutes: one for each compartment
    Writes   Conference.state, attended; the minutes, sealed; the duty to tell her, where she was not there
    Source   G6.6
    """

    who = WITH_HER
    need = "case"
    provisions = ("G6.6",)

    case: CaseId
    conference: ConferenceId
    how: ConferenceEnd
    attended: tuple[AgencyId, ...] = ()
    she_was_there: bool | None = None
    minutes: Prose | None = None
    about_health: Annotated[Prose, Kept("health")] | None = None
    what_she_said: Annotated[Prose, Kept("statements")] | None = None
    about_where: Annotated[Prose, Kept("whereabouts")] | None = None
    about_staying: Annotated[Prose, Kept("status")] | None = None
    about_the_law: Annotated[Prose, Kept("legal")] | None = None

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps what became of it, and in which compartments something was written."""
        found = Conference.objects.get(pk=self.conference, case=case)
        found.state, found.ended_at = str(self.how), at
        if self.how is ConferenceEnd.HELD:
            found.attended = sorted({*self.attended, by.agency_id})
            found.she_was_there = self.she_was_there
            found.minutes_in = [part for part, name in MINUTES.items() if getattr(self, name)]
        found.save()
        return {"minutes": found.pk}
