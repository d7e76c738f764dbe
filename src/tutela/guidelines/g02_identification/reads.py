"""What people may read of identification: screenings, referrals and their answers, decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from tutela.agencies.reads import Choice, agency_names
from tutela.cases.models import Case, Consent
from tutela.engine.access import Actor, acting
from tutela.engine.models import Duty

from . import reads_found, reads_groups
from .models import Decision, Referral, Route, Screening

PAGE = 50


@dataclass(frozen=True)
class ReferralLine:
    """A referral as sender or receiver sees it; no name is in it."""

    id: UUID
    case_id: UUID
    pseudonym: str
    other: str
    purpose: str
    state: str
    decline_reason: str
    sent_at: datetime
    answered_at: datetime | None
    done_at: datetime | None
    due_at: datetime | None = None
    protocol: str = ""


def screening(actor: Actor, screening_id: UUID) -> Screening | None:
    """One screening of the actor's agency; None for what is not theirs or does not exist."""
    with acting(actor):
        return Screening.objects.filter(pk=screening_id).first()


def screenings(actor: Actor) -> list[Screening]:
    """The agency's screenings that have not expired, newest first."""
    with acting(actor):
        return list(Screening.objects.filter(expired_at=None).order_by("-begun_at")[:PAGE])


def referrals(actor: Actor) -> tuple[list[ReferralLine], list[ReferralLine]]:
    """(sent, received) by the actor's agency, newest first."""
    with acting(actor):
        sent = list(Referral.objects.filter(from_agency_id=actor.agency_id).order_by("-sent_at")[:PAGE])
        received = list(Referral.objects.filter(to_agency_id=actor.agency_id).order_by("-sent_at")[:PAGE])
        ids = {r.case_id for r in (*sent, *received)}
        names = dict(Case.objects.filter(pk__in=ids).values_list("pk", "pseudonym"))
        agencies = agency_names({*(r.to_agency_id for r in sent), *(r.from_agency_id for r in received)})
        due = _due((*sent, *received))
        wanted = {r.route_id for r in (*sent, *received) if r.route_id is not None}
        titles = Route.objects.filter(pk__in=wanted).values_list("pk", "protocol__title")
        routes: dict[UUID | None, str] = dict(titles)
    said = (names, due, routes)
    return (
        [_line(r, agencies.get(r.to_agency_id, ""), *said) for r in sent],
        [_line(r, agencies.get(r.from_agency_id, ""), *said) for r in received],
    )


@dataclass(frozen=True)
class Sent:
    """A referral as its letter says it.

    Shape  agreed: the parts of the file that the person agreed to pass on, by a consent that is in force
    """

    to_agency_id: UUID
    purpose: str
    sent_at: datetime
    due_at: datetime | None
    agreed: tuple[str, ...]


def newest_sent(actor: Actor, case_id: UUID, at: datetime) -> Sent | None:
    """The newest referral of a person that the actor's agency sent."""
    with acting(actor):
        sent = Referral.objects.filter(case_id=case_id, from_agency_id=actor.agency_id)
        found = sent.order_by("-sent_at").first()
        if found is None:
            return None
        due = _due([found]).get(str(found.pk))
        given = list(
            Consent.objects.filter(case_id=case_id, receiver_id=found.to_agency_id).order_by("-given_at")
        )
    agreed = next((tuple(one.compartments) for one in given if one.is_in_force(at)), ())
    return Sent(found.to_agency_id, found.purpose, found.sent_at, due, agreed)


def _due(found: Iterable[Referral]) -> dict[str, datetime | None]:
    """When the answer to each referral is due, by its clock."""
    ids = [str(r.pk) for r in found]
    rows = Duty.objects.filter(rule="referral_answer", ref__in=ids, subject_id__in={r.case_id for r in found})
    return dict(rows.values_list("ref", "due_at"))


def _line(
    referral: Referral,
    other: str,
    names: dict[UUID, str],
    due: dict[str, datetime | None],
    routes: dict[UUID | None, str],
) -> ReferralLine:
    return ReferralLine(
        id=referral.pk,
        case_id=referral.case_id,
        pseudonym=names.get(referral.case_id, ""),
        other=other,
        purpose=referral.purpose,
        state=referral.state,
        decline_reason=referral.decline_reason,
        sent_at=referral.sent_at,
        answered_at=referral.answered_at,
        done_at=referral.done_at,
        due_at=due.get(str(referral.pk)),
        protocol=routes.get(referral.route_id, ""),
    )


def _referrals(actor: Actor, case_id: UUID | None) -> list[Choice]:
    with acting(actor):
        found = list(
            Referral.objects.filter(case_id=case_id, to_agency_id=actor.agency_id)
            .exclude(state__in=("declined", "done", "withdrawn"))
            .order_by("-sent_at")
        )
        names = agency_names({r.from_agency_id for r in found})
    return [(str(r.pk), f"{names.get(r.from_agency_id, '')} · {r.sent_at:%Y-%m-%d}") for r in found]


def _decisions(actor: Actor, case_id: UUID | None) -> list[Choice]:
    with acting(actor):
        found = Decision.objects.filter(case_id=case_id).order_by("-decided_at")
        return [(str(d.pk), f"enum:Stage.{d.stage} · {d.decided_at:%Y-%m-%d}") for d in found]


def _screenings(actor: Actor, case_id: UUID | None) -> list[Choice]:
    """Those from which no file was opened yet: mostly one, the screening that has just been done."""
    here = timezone.localtime
    return [
        (str(s.pk), f"enum:Setting.{s.setting} · {here(s.begun_at):%Y-%m-%d %H:%M}")
        for s in screenings(actor)
        if s.case_id is None
    ]


#: The functions that list what an id may be, by its kind. `enum:…` in a label is a code, which the door puts in words.
CHOICES: dict[str, Callable[[Actor, UUID | None], list[Choice]]] = {
    "referral": _referrals,
    "decision": _decisions,
    "screening": _screenings,
    "protocol": reads_found.choices,
    "group": reads_groups.choices,
}
