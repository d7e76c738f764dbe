"""What an id of a file may be, for whoever fills in a form. Always within `acting(actor)`."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from tutela.agencies.reads import Choice, agency_names
from tutela.engine.access import Actor, acting
from tutela.engine.models import Breach, Duty, UrgentAct, Waiver

from . import complaints, escalations, received, worker_reads
from .models import Case, Consent, Withdrawal

#: How many files a list of choices holds at most.
MOST = 100


def _duties(actor: Actor, case_id: UUID | None) -> list[Choice]:
    if case_id is None:
        return []
    with acting(actor):
        found = Duty.objects.filter(subject_id=case_id, state="open").order_by("due_at")
        return [(str(d.pk), f"duty:{d.rule}") for d in found]


def _breaches(actor: Actor, case_id: UUID | None) -> list[Choice]:
    if case_id is None:
        return []
    with acting(actor):
        found = Breach.objects.filter(subject_id=case_id, answered_at=None).order_by("-opened_at")
        return [(str(b.pk), f"breach:{b.rule}") for b in found]


def _urgent_acts(actor: Actor, case_id: UUID | None) -> list[Choice]:
    if case_id is None:
        return []
    with acting(actor):
        found = UrgentAct.objects.filter(subject_id=case_id, reviewed_at=None).order_by("-at")
        seen = [(str(u.pk), f"action:{u.action}") for u in found]
    if seen or not escalations.is_coordinator(actor):
        return seen
    told = escalations.escalations(actor).urgent
    return [(str(row.id), f"action:{row.rule}") for row in told if row.case_id == case_id]


def _waivers(actor: Actor, case_id: UUID | None) -> list[Choice]:
    if case_id is None:
        return []
    with acting(actor):
        found = Waiver.objects.filter(subject_id=case_id).order_by("-given_at")
        return [(str(w.pk), f"{w.guard} · {w.given_at:%Y-%m-%d}") for w in found]


def _cases(actor: Actor, case_id: UUID | None) -> list[Choice]:
    if actor.is_monitor:
        return []
    with acting(actor):
        found = Case.objects.order_by("-opened_at")[:MOST]
        return [(str(c.pk), c.pseudonym) for c in found]


def _consents(actor: Actor, case_id: UUID | None) -> list[Choice]:
    with acting(actor):
        found = list(Consent.objects.filter(case_id=case_id, withdrawn_at=None).order_by("-given_at"))
        names = agency_names({c.receiver_id for c in found})
    return [(str(c.pk), " · ".join([*_for_what(c, names), f"{c.given_at:%Y-%m-%d}"])) for c in found]


def _for_what(consent: Consent, names: dict[UUID | None, str]) -> list[str]:
    if consent.about:
        return [f"enum:Examination.{consent.about}"]
    return [f"enum:Purpose.{consent.purpose}", names.get(consent.receiver_id, "")]


def _withdrawals(actor: Actor, case_id: UUID | None) -> list[Choice]:
    with acting(actor):
        found = Withdrawal.objects.filter(receiver_id=actor.agency_id, answered_at=None).order_by("at")
        return [(str(w.pk), f"enum:Purpose.{w.purpose} · {w.at:%Y-%m-%d}") for w in found]


#: The functions that list what an id may be, by its kind. A label `duty:RULE` is a code, which the door puts in words.
CHOICES: dict[str, Callable[[Actor, UUID | None], list[Choice]]] = {
    "case": _cases,
    "duty": _duties,
    "breach": _breaches,
    "urgent_act": _urgent_acts,
    "waiver": _waivers,
    "intake": received.choices,
    "complaint": complaints.choices,
    "consent": _consents,
    "withdrawal": _withdrawals,
    "worker_for": worker_reads.stand_ins,
}
