"""Somebody turns out to be a child: what is already owed is owed sooner; turning out to be an adult takes nothing."""

from __future__ import annotations

from datetime import timedelta

from tests.people_who_act import NOW, agency, did, made
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase, RecordAge
from tutela.engine.access import acting
from tutela.engine.models import Duty, Entry
from tutela.guidelines.g02_identification.actions import PresumeTrafficked


def test_a_running_clock_becomes_a_childs(db_world: object) -> None:
    ngo = agency("harbour", Sector.NGO, Role.CASEWORKER)
    case = made(did(OpenCase(age_basis="known", age_low=19), ngo), "case")
    did(PresumeTrafficked(case=case), ngo)

    def due() -> object:
        with acting(ngo, NOW):
            return Duty.objects.get(subject_id=case, rule="identification").due_at

    as_adult = due()
    did(RecordAge(case=case, age_basis="known", age_low=15), ngo, NOW + timedelta(hours=1))
    as_child = due()
    assert as_adult and as_child and as_child < as_adult  # type: ignore[operator]  # both are times
    with acting(ngo, NOW):
        assert Entry.objects.filter(subject_id=case, outcome="duty.retimed").exists()
    did(RecordAge(case=case, age_basis="known", age_low=30), ngo, NOW + timedelta(hours=2))
    assert due() == as_child


def test_who_turns_out_to_be_a_child_goes_to_the_front_and_an_adult_does_not(db_world: object) -> None:
    ngo = agency("harbour", Sector.NGO, Role.CASEWORKER)
    case = made(did(OpenCase(age_basis="known", age_low=19), ngo), "case")
    did(PresumeTrafficked(case=case), ngo)
    aged = [did(RecordAge(case=case, age_basis="known", age_low=years), ngo).started for years in (20, 15)]
    assert "child_decided_first" not in aged[0] and "child_decided_first" in aged[1]
