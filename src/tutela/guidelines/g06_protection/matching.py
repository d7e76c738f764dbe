"""Which places are free for somebody: by safety, sex, age, step-free entry and language. Never by testimony."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from tutela.cases.facts import AgeFacts
from tutela.cases.models import Case
from tutela.cases.words import Sex
from tutela.engine import profile

from .models import Place, Threat
from .words import ForSex, ForWhom

#: Which kinds of place fit, the best first.
CHILD = (ForWhom.CHILDREN, ForWhom.FAMILIES)
DOUBTFUL = (ForWhom.AGE_DISPUTED,)
ADULT = (ForWhom.ADULTS, ForWhom.FAMILIES)


def fitting(may_be_child: bool | None) -> tuple[ForWhom, ...]:
    """Kinds of place for this age; None is unknown or disputed."""
    if may_be_child is None:
        return DOUBTFUL
    return CHILD if may_be_child else ADULT


@dataclass(frozen=True)
class Taken:
    """A place that is held or slept in on some nights; whose it is, is not asked."""

    place_id: UUID
    nights: Any
    state: str


def taken(since: date, until: date) -> list[Taken]:
    """Every place that is gone on any of these nights, also those whose person one may not see."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT place_id, nights, state FROM tutela_taken(%s, %s)", [since, until])
        return [Taken(*row) for row in cursor.fetchall()]


def free_places(case: Case, since: date, until: date, step_free: bool = False) -> list[Place]:
    """Free places that fit, best first: in a house of the person's language, then in one of the person's sex alone."""
    age = AgeFacts(case.age_basis, case.age_low, case.age_on, since, case.age_high)
    found = Place.objects.filter(active=True, is_open=True, for_whom__in=fitting(age.may_be_child))
    found = found.filter(_sex(case.sex)).exclude(id__in=[t.place_id for t in taken(since, until)])
    unsafe = [a for a in Threat.objects.filter(case=case, ended_at=None).values_list("area", flat=True) if a]
    found = found.exclude(area__in=unsafe)
    if step_free:
        found = found.filter(step_free=True)
    spoken = set(case.languages)
    order = [str(kind) for kind in fitting(age.may_be_child)]

    def rank(place: Place) -> tuple[Any, ...]:
        foreign, mixed = not spoken & set(place.languages), place.for_sex == ForSex.ANYONE
        return order.index(place.for_whom), foreign, mixed, place.house, place.label

    return sorted(found, key=rank)


def _sex(sex: str) -> Q:
    if sex in (Sex.FEMALE, Sex.MALE):
        return Q(for_sex=ForSex.ANYONE) | Q(for_sex=sex)
    return Q(for_sex=ForSex.ANYONE)


def free_for_action(action: Any, at: datetime) -> list[str]:
    """Ids of what is still free for the person of an action whose place went to somebody else, for the same nights."""
    since: date = getattr(action, "since", None) or profile.current().day(at)
    until: date = getattr(action, "until", None) or since + timedelta(days=1)
    case = Case.objects.get(pk=action.case)
    return [str(place.pk) for place in free_places(case, since, until)[:5]]
