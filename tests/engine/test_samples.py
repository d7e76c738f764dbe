"""Verification computes due times again from the events of their clocks."""

from __future__ import annotations

import pytest
from django.db import connection, connections

from tests.people_who_act import agency, did, made
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase
from tutela.engine.verify import verify_chains
from tutela.guidelines.g02_identification.actions import PresumeTrafficked


@pytest.fixture
def duties(db_world: object) -> None:
    """A person presumed trafficked, to whom much is owed."""
    ngo = agency("harbour", Sector.NGO, Role.CASEWORKER)
    case = made(did(OpenCase(age_basis="known", age_low=30), ngo), "case")
    did(PresumeTrafficked(case=case), ngo)


def test_a_due_time_that_was_moved_by_hand_is_found(duties: None) -> None:
    assert verify_chains(connection).first("sample.due_at") is None
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE engine_duty SET due_at = due_at + interval '9 days' WHERE rule = 'shelter'")
    found = verify_chains(connection).first("sample.due_at")
    assert found is not None and found.subject_id is not None
