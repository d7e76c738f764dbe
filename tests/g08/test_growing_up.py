"""The clock notices ahead that a child may be eighteen soon, and that she is; it ends nothing by it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.people_who_act import NOW, agency, did, made
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase
from tutela.cases.words import AgeBasis
from tutela.engine.access import Actor, acting
from tutela.engine.models import Duty
from tutela.guidelines.g02_identification.actions import PresumeTrafficked
from tutela.guidelines.g08_children.jobs import notice_coming_of_age, notice_turning_eighteen

YEAR = timedelta(days=366)


@pytest.fixture
def office(db_world: object) -> Actor:
    """Child protection, with an officer."""
    return agency("children", Sector.CHILD_PROTECTION, Role.CHILD_PROTECTION_OFFICER)


def test_every_birthday_is_seen_ahead_once_and_ends_nothing(office: Actor) -> None:
    for age in (12, 16, 17, 30):
        case = made(did(OpenCase(age_basis=AgeBasis.KNOWN, age_low=age), office, NOW), "case")
        did(PresumeTrafficked(case=case), office, NOW)
    assert notice_coming_of_age(NOW) == 1, "of sixteen the earliest birthday is a year and a day away"
    assert notice_coming_of_age(NOW + timedelta(days=2)) == 1
    assert notice_coming_of_age(NOW + timedelta(days=2)) == 0, "and once"
    assert notice_turning_eighteen(NOW + timedelta(days=30)) == 0
    assert notice_turning_eighteen(NOW + YEAR) == 1
    assert notice_turning_eighteen(NOW + YEAR) == 0
    assert notice_turning_eighteen(NOW + 2 * YEAR) == 1
    with acting(office):
        owed = Duty.objects.filter(rule="child_programme")
        assert owed.count() == 3 and not owed.exclude(state="open").exists()
        assert Duty.objects.filter(rule="hand_over_of_age", state="open").count() == 2
