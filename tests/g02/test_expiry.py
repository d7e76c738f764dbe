"""Suspicion ends: below the threshold no identity, and after the days that the profile gives, nothing at all."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from tests.people.conftest import key_store_down
from tests.people_who_act import NOW, agency, did, made
from tutela.agencies.words import Role, Sector
from tutela.engine.access import Actor, acting
from tutela.engine.actions import InvalidAction
from tutela.guidelines.g02_identification.actions import AnswerScreening, BeginScreening, RaiseCase
from tutela.guidelines.g02_identification.jobs import expire_screenings
from tutela.guidelines.g02_identification.models import Screening
from tutela.people.keystore.models import Key

LATER = NOW + timedelta(days=120)


@pytest.fixture
def officer(db_world: object) -> Actor:
    return agency("inspectors", Sector.LABOUR_INSPECTION, Role.FIRST_RESPONDER)


def screened(by: Actor) -> UUID:
    """A screening in which somebody said yes to being asked."""
    begun = made(did(BeginScreening(setting="labour_inspection"), by), "screening")
    did(AnswerScreening(screening=begun, answers={"safe_now": "afraid_here"}), by)
    return begun


def keys_left() -> int:
    return Key.objects.using("keys").exclude(destroyed_at=None).count()


def test_a_screening_that_no_case_came_of_goes_with_its_key(officer: Actor) -> None:
    gone, kept = screened(officer), screened(officer)
    did(RaiseCase(screening=kept, agreed=True), officer)
    assert expire_screenings(NOW + timedelta(days=1)) == 0
    before = keys_left()
    assert expire_screenings(LATER) == 1
    assert expire_screenings(LATER) == 0
    assert keys_left() > before
    with acting(officer, LATER):
        empty, other = Screening.objects.get(pk=gone), Screening.objects.get(pk=kept)
        assert (empty.answers, empty.level) == ({}, "")
        assert other.answers and other.expired_at is None


def test_what_has_expired_takes_no_answers_any_more(officer: Actor) -> None:
    gone = screened(officer)
    expire_screenings(LATER)
    with pytest.raises(InvalidAction):
        did(AnswerScreening(screening=gone, answers={"safe_now": "afraid_here"}), officer, LATER)


def test_with_the_key_store_down_nothing_is_said_to_have_ended(officer: Actor) -> None:
    gone = screened(officer)
    with key_store_down():
        assert expire_screenings(LATER) == 0
    with acting(officer, LATER):
        assert Screening.objects.get(pk=gone).answers
    assert expire_screenings(LATER) == 1
