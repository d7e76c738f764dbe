"""What an answer gives away: nothing that its reader may not read, and the journal keeps the rest."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from tests.people_who_act import NOW, agency, did, made, tried
from tutela.agencies.actions import CutGrant, GrantAccess
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase, RecordDetails
from tutela.config.database import Urls
from tutela.engine import stage
from tutela.engine.access import Actor, acting
from tutela.engine.models import Duty, Entry
from tutela.engine.outcomes import Denied, Done, Refused
from tutela.engine.perform import perform
from tutela.engine.rules import Reason, guard, rules
from tutela.engine.time import frozen
from tutela.guidelines.g02_identification.actions import PresumeTrafficked
from tutela.guidelines.g04_law.actions import AssertRisk, RecordStayOfRemoval, RemovePerson


@pytest.fixture
def ngo(db_world: Urls) -> Actor:
    return agency("harbour", Sector.NGO, Role.CASEWORKER)


@pytest.fixture
def police(ngo: Actor) -> Actor:
    return agency("police", Sector.POLICE, Role.INVESTIGATOR)


@pytest.fixture
def monitor(ngo: Actor) -> Actor:
    return agency("monitor", Sector.MONITOR, Role.MONITOR)


@pytest.fixture
def case(ngo: Actor, police: Actor) -> uuid.UUID:
    """A file of which the police see the facts and nothing else."""
    opened = made(did(OpenCase(age_basis="known", age_low=30), ngo), "case")
    did(GrantAccess(case=opened, to_agency=police.agency_id, purpose="proceedings", basis="consent"), ngo)
    return opened


def test_a_reason_that_may_not_be_read_is_neutral_and_the_journal_keeps_it(
    ngo: Actor, police: Actor, monitor: Actor, case: uuid.UUID
) -> None:
    did(PresumeTrafficked(case=case), ngo)
    refused = tried(RemovePerson(case=case), police)
    assert isinstance(refused, Refused)
    assert {(o.code, o.neutral, o.provisions, o.guard, o.instead) for o in refused.objections} == {
        ("protection.applies", True, (), "", ())
    }
    with acting(police, NOW):
        assert not Entry.objects.filter(act_id=refused.act_id).exists(), "nor in the timeline"
    for reader in (ngo, monitor):
        with acting(reader, NOW):
            entry = Entry.objects.get(act_id=refused.act_id)
        assert "stay.presumed" in entry.detail["codes"] and entry.compartment == "status"
    told = tried(RemovePerson(case=case), ngo)
    assert isinstance(told, Denied), "who may not remove is not told why nobody may"


def test_what_starts_in_a_closed_part_of_the_file_is_not_told(
    ngo: Actor, police: Actor, case: uuid.UUID
) -> None:
    """Whether a duty to stay a removal starts says whether a stay is on file."""
    first = did(AssertRisk(case=case), police)
    assert first.started == () and first.met == () and first.breaches == ()
    with acting(ngo, NOW):
        assert Duty.objects.filter(subject_id=case, rule="stay_of_removal").exists()
    assert "stay_of_removal" in did(RecordStayOfRemoval(case=case), ngo).met
    second = did(AssertRisk(case=case), police)
    assert second.model_dump(exclude={"act_id", "made"}) == first.model_dump(exclude={"act_id", "made"})


def test_an_answer_is_not_given_again_to_whom_the_file_was_closed(
    ngo: Actor, police: Actor, case: uuid.UUID
) -> None:
    key, act = uuid.uuid4(), RecordDetails(case=case, languages=("bn",))
    assert isinstance(perform(act, police, key=key, clock=frozen(NOW)), Done)
    did(CutGrant(case=case, from_agency=police.agency_id), ngo)
    again = perform(act, police, key=key, clock=frozen(NOW))
    assert isinstance(again, Denied)
    did(GrantAccess(case=case, to_agency=police.agency_id, purpose="proceedings", basis="consent"), ngo)
    assert isinstance(perform(act, police, key=key, clock=frozen(NOW)), Done), (
        "the first answer, and no second act"
    )
    with acting(ngo, NOW):
        assert Entry.objects.filter(subject_id=case, action="record_details").count() == 1


@pytest.fixture
def no_more_files() -> Iterator[None]:
    """A guard on an act that has no subject yet."""

    @guard(OpenCase, provisions=["P1"])
    def no_more_files_are_opened(action: OpenCase) -> Reason | None:
        return Reason("test.none")

    yield
    rules.guards[OpenCase].remove(rules.all_guards.pop("no_more_files_are_opened"))
    stage._classes_of.cache_clear()


@pytest.mark.usefixtures("no_more_files")
def test_a_refusal_without_a_subject_keeps_its_reason_on_the_actors_own_chain(
    ngo: Actor, db_world: Urls
) -> None:
    refused = tried(OpenCase(found_through="a friend of hers"), ngo)
    assert isinstance(refused, Refused)
    with psycopg.connect(db_world.owner) as owner:
        rows: list[Any] = owner.execute(
            "SELECT outcome, provisions, detail FROM engine_entry WHERE subject_id = %s", [ngo.member_id]
        ).fetchall()
    assert [(o, p, d["codes"]) for o, p, d in rows] == [("refused", ["P1"], ["test.none"])]
