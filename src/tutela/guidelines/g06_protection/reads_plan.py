"""A person's plan on one page: the first day, needs, steps, what she agreed to, danger, contact. Within `acting`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from tutela.agencies.models import Member
from tutela.agencies.reads import Choice, agency_names
from tutela.cases.models import Consent, Withdrawal
from tutela.engine.access import Actor, acting

from . import conference_reads
from .care_models import (
    Booking,
    Death,
    Given,
    HandOver,
    Interpreter,
    Need,
    OnCall,
    OutOfContact,
    Plan,
    PlanStep,
    Safety,
    WantOfPlace,
)
from .care_words import PlaceGroup
from .words import FIRST_DAY


@dataclass(frozen=True)
class FirstDay:
    """One thing of the first day, and when and by whom it was seen to."""

    kind: str
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True)
class Step:
    """One step of the plan."""

    kind: str
    bearer: str
    by_day: date
    ended_at: datetime | None
    end_how: str


@dataclass(frozen=True)
class Agreed:
    """One consent: with whom, for what, which parts, and whether it still holds."""

    id: UUID
    purpose: str
    about: str
    receiver: str
    parts: tuple[str, ...]
    in_short: bool
    given_at: datetime
    until: datetime | None
    withdrawn_at: datetime | None
    holds: bool


@dataclass(frozen=True)
class PlanPage:
    """Everything that the page shows to this reader."""

    first_day: list[FirstDay] = field(default_factory=list)
    needs: dict[str, list[str]] = field(default_factory=dict)
    asked_at: datetime | None = None
    steps: list[Step] = field(default_factory=list)
    plan: Plan | None = None
    agreed: list[Agreed] = field(default_factory=list)
    safety: Safety | None = None
    out_of_contact: datetime | None = None
    died: Death | None = None


def plan_page(actor: Actor, case_id: UUID, at: datetime) -> PlanPage:
    """The page of one file; row-level security leaves out what this reader may not see."""
    with acting(actor):
        given = list(Given.objects.filter(case_id=case_id).order_by("at"))
        needs = list(Need.objects.filter(case_id=case_id, ended_at=None).order_by("kind"))
        steps = list(PlanStep.objects.filter(case_id=case_id).order_by("by_day"))
        consents = list(Consent.objects.filter(case_id=case_id).order_by("-given_at"))
        plan = Plan.objects.filter(case_id=case_id).order_by("-at").first()
        safety = Safety.objects.filter(case_id=case_id).order_by("-at").first()
        lost = OutOfContact.objects.filter(case_id=case_id, ended_at=None).first()
        died = Death.objects.filter(case_id=case_id, was_wrong_at=None).first()
        names = agency_names(
            {
                *(g.agency_id for g in given),
                *(s.bearer_id for s in steps),
                *(c.receiver_id for c in consents),
            }
        )
    return PlanPage(
        first_day=_first_day(given, names),
        needs={u: [n.kind for n in needs if n.urgency == u] for u in ("now", "soon", "later")},
        asked_at=max((n.asked_at for n in needs), default=None),
        steps=[Step(s.kind, names.get(s.bearer_id, ""), s.by_day, s.ended_at, s.end_how) for s in steps],
        plan=plan,
        agreed=[_agreed(c, names, at) for c in consents],
        safety=safety,
        out_of_contact=lost.since if lost else None,
        died=died,
    )


def _first_day(given: list[Given], names: dict[UUID | None, str]) -> list[FirstDay]:
    first = {g.kind: g for g in reversed(given)}
    return [
        FirstDay(kind, g.at, names.get(g.agency_id, "")) if (g := first.get(kind)) else FirstDay(kind)
        for kind in FIRST_DAY
    ]


def _agreed(consent: Consent, names: dict[UUID | None, str], at: datetime) -> Agreed:
    return Agreed(
        id=consent.pk,
        purpose=consent.purpose,
        about=consent.about,
        receiver=names.get(consent.receiver_id, ""),
        parts=tuple(consent.compartments),
        in_short=consent.in_short,
        given_at=consent.given_at,
        until=consent.until,
        withdrawn_at=consent.withdrawn_at,
        holds=consent.is_in_force(at),
    )


def taken_back(actor: Actor) -> list[Withdrawal]:
    """Consents to the actor's own agency that were taken back and that it has not answered yet."""
    with acting(actor):
        own = Withdrawal.objects.filter(receiver_id=actor.agency_id, answered_at=None)
        return list(own.order_by("at"))


@dataclass(frozen=True)
class Night:
    """Who can be called, what the last shift left, and how often there was no place for somebody of each group."""

    on_call: list[tuple[str, OnCall]] = field(default_factory=list)
    left: list[tuple[str, HandOver]] = field(default_factory=list)
    not_found: dict[str, int] = field(default_factory=dict)


def night(actor: Actor, at: datetime, since: datetime, last: int = 5) -> Night:
    """The actor's own agency: who is on call from now on, and the newest hand-overs; want on the files that it sees."""
    with acting(actor):
        turns = list(OnCall.objects.filter(agency_id=actor.agency_id, until__gt=at).order_by("since")[:20])
        left = list(HandOver.objects.filter(agency_id=actor.agency_id).order_by("-at")[:last])
        who = {*(t.member_id for t in turns), *(h.from_member_id for h in left)}
        names = dict(Member.objects.filter(pk__in=who).values_list("pk", "name"))
        wants = WantOfPlace.objects.filter(found=False, at__gte=since).values_list("groups", flat=True)
        missed = [group for groups in wants for group in groups]
    return Night(
        [(names.get(t.member_id, ""), t) for t in turns],
        [(names.get(h.from_member_id, ""), h) for h in left],
        {str(group): missed.count(group) for group in PlaceGroup if group in missed},
    )


# --- what an id may be ----------------------------------------------------------------------------------


def _steps(actor: Actor, case_id: UUID | None) -> list[Choice]:
    with acting(actor):
        found = PlanStep.objects.filter(case_id=case_id, ended_at=None).order_by("by_day")
        return [(str(s.pk), f"enum:ServiceKind.{s.kind} · {s.by_day}") for s in found]


def _interpreters(actor: Actor, case_id: UUID | None) -> list[Choice]:
    with acting(actor):
        found = list(Interpreter.objects.filter(active=True)[:200])
        names = dict(Member.objects.filter(pk__in=[i.member_id for i in found]).values_list("pk", "name"))
    tongues = {i.pk: ", ".join(f"language:{code}" for code in i.languages) for i in found}
    said = [(str(i.pk), f"{names.get(i.member_id, '')} · {tongues[i.pk]}") for i in found]
    return sorted(said, key=lambda one: one[1])


def _bookings(actor: Actor, case_id: UUID | None) -> list[Choice]:
    with acting(actor):
        found = Booking.objects.filter(case_id=case_id).order_by("-starts_at")
        return [(str(b.pk), f"enum:Appointment.{b.appointment} · {b.starts_at:%Y-%m-%d}") for b in found]


CHOICES_PLAN: dict[str, Callable[[Actor, UUID | None], list[Choice]]] = {
    "conference": conference_reads.choices,
    "plan_step": _steps,
    "interpreter": _interpreters,
    "booking": _bookings,
}
