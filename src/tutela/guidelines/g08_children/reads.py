"""What may be read about a child's side, for whoever fills in a form. Always within `acting(actor)`."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from tutela.agencies.models import Agency, Member
from tutela.agencies.reads import Choice, agency_names, named
from tutela.agencies.words import ENFORCING, Sector, TrainingKind
from tutela.cases.models import Case
from tutela.engine.access import Actor, acting

from .guardian_words import CIRCLE
from .models import AgeAssessment, Representative

MOST = 100


def is_in_circle(reader: Actor, case_id: UUID, agency_id: UUID | None = None) -> bool:
    """Whether an agency belongs to those who may learn who a child is; without one, the reader's own.

    Its sector, or because it opened the file or is the child's guardian or lawyer. Whoever is not known is not.
    """
    agency_id = agency_id or reader.agency_id
    with acting(reader):
        if Agency.objects.filter(pk=agency_id, sector__in=[str(s) for s in CIRCLE]).exists():
            return True
        if Case.objects.filter(pk=case_id, opened_by=agency_id).exists():
            return True
        return Representative.objects.filter(case_id=case_id, agency_id=agency_id, ended_at=None).exists()


def _assessments(actor: Actor, case_id: UUID | None) -> list[Choice]:
    if case_id is None:
        return []
    with acting(actor):
        found = AgeAssessment.objects.filter(case_id=case_id).order_by("-assessed_at", "-proposed_at")
        rows = [(a.pk, a.method or "other", a.assessed_at or a.proposed_at) for a in found]
    return [(str(pk), f"enum:AgeMethod.{method} · {at:%Y-%m-%d}") for pk, method, at in rows if at]


def _representatives(actor: Actor, case_id: UUID | None) -> list[Choice]:
    if case_id is None:
        return []
    with acting(actor):
        found = list(Representative.objects.filter(case_id=case_id, ended_at=None).order_by("office"))
    names = agency_names(one.agency_id for one in found)
    return [(str(r.pk), f"enum:Office.{r.office} · {names.get(r.agency_id, '')}") for r in found]


def _leaders(actor: Actor, case_id: UUID | None) -> list[Choice]:
    """Members of any agency who were trained for children; whether that is in date, the rule looks at."""
    with acting(actor):
        found = (
            Member.objects.filter(active=True, trainings__kind=TrainingKind.CHILD_PROTECTION)
            .select_related("agency")
            .order_by("agency__key", "name")
            .distinct()[:MOST]
        )
        return [(str(m.pk), f"{m.name} · {named(m.agency.names)}") for m in found]


def _panel(actor: Actor, case_id: UUID | None) -> list[Choice]:
    """Members of any agency but those that enforce; who sits at one table comes from several."""
    with acting(actor):
        found = (
            Member.objects.filter(active=True, agency__active=True)
            .exclude(agency__sector__in=[*map(str, ENFORCING), Sector.SYSTEM, Sector.MONITOR])
            .select_related("agency")
            .order_by("agency__key", "name")[:MOST]
        )
        return [(str(m.pk), f"{m.name} · {named(m.agency.names)}") for m in found]


CHOICES: dict[str, Callable[[Actor, UUID | None], list[Choice]]] = {
    "age_assessment": _assessments,
    "representative": _representatives,
    "child_leader": _leaders,
    "panel_member": _panel,
}
