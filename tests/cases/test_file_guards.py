"""A file is no way round: what is owed stays owed, and who sees it is the person's to say."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.people_who_act import NOW, agency, did, made, tried
from tutela.agencies.actions import CutGrant, GrantAccess
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import CloseCase, LapseDuty, OpenCase, RecordAge, WaiveGuard
from tutela.cases.models import Case
from tutela.engine.access import Actor, acting
from tutela.engine.models import Duty
from tutela.engine.outcomes import Done, Refused
from tutela.guidelines.g02_identification.actions import AskForRecognition, PresumeTrafficked, ReferPerson


@pytest.fixture
def ngo(db_world: object) -> Actor:
    return agency("ngo", Sector.NGO, Role.CASEWORKER)


def opened(by: Actor, **about: Any) -> UUID:
    """A file; an adult's unless said otherwise."""
    person = {"age_basis": "known", "age_low": 30, "languages": ("bn",), **about}
    return made(did(OpenCase.model_validate(person), by), "case")


def shared(case: UUID, to: Actor, basis: str = "consent", **more: Any) -> GrantAccess:
    """Sight of a file."""
    return GrantAccess(case=case, to_agency=to.agency_id, purpose="protection", basis=basis, **more)


def codes(outcome: Any) -> set[str]:
    """The reasons of a refusal; none where it was done."""
    return {o.code for o in outcome.objections} if isinstance(outcome, Refused) else set()


def test_no_word_makes_a_duty_disappear(ngo: Actor) -> None:
    case = opened(ngo)
    did(PresumeTrafficked(case=case), ngo)
    with acting(ngo, NOW):
        owed = list(Duty.objects.filter(subject_id=case, state="open"))
    assert owed
    for duty in owed:
        lapse = LapseDuty(case=case, duty=duty.pk, reason="Nobody has time.")
        assert codes(tried(lapse, ngo)) == {"duty.does_not_lapse"}, duty.rule


def test_a_file_is_closed_by_the_persons_wish_or_when_nothing_is_owed(ngo: Actor) -> None:
    quiet, case = opened(ngo), opened(ngo)
    did(CloseCase(case=quiet, person_agrees=False), ngo)
    did(PresumeTrafficked(case=case), ngo)
    assert codes(tried(CloseCase(case=case, person_agrees=False), ngo)) == {"case.owed"}
    police = agency("police", Sector.POLICE, Role.INVESTIGATOR)
    did(shared(case, police), ngo)
    assert "case.enforcement_closes" in codes(tried(CloseCase(case=case, person_agrees=True), police))
    did(CloseCase(case=case, person_agrees=True), ngo)
    did(AskForRecognition(case=case), ngo)
    with acting(ngo, NOW):
        assert Case.objects.get(pk=case).closed_at is None


@pytest.mark.parametrize(
    "name", ["nobody_is_held_for_having_been_trafficked", "another_reconsiders", "not_a_rule"]
)
def test_only_a_rule_of_procedure_is_waived(ngo: Actor, name: str) -> None:
    waive = WaiveGuard(case=opened(ngo), guard=name, action_digest="ab" * 32, reason="We are few.")
    assert codes(tried(waive, ngo)) == {"waiver.never"}


@pytest.mark.parametrize("sector", [Sector.IMMIGRATION, Sector.BORDER, Sector.DETENTION, Sector.CONSULATE])
@pytest.mark.parametrize("age", [30, 15])
def test_these_see_nothing_unless_the_person_agreed(ngo: Actor, sector: Sector, age: int) -> None:
    other, case = agency("other", sector, Role.CASEWORKER), opened(ngo, age_low=age)
    for basis in ("legal_duty", "child", "opened"):
        assert codes(tried(shared(case, other, basis), ngo)) == {"grant.needs_agreement"}
    referred = ReferPerson(case=case, to_agency=other.agency_id, purpose="protection")
    assert "referral.too_much" in codes(tried(referred, ngo))
    did(referred.model_copy(update={"agreed": True}), ngo)


def test_names_go_to_the_police_by_agreement_or_for_a_child(ngo: Actor) -> None:
    police = agency("police", Sector.POLICE, Role.INVESTIGATOR)
    adult, child, doubtful = (
        opened(ngo),
        opened(ngo, age_low=12),
        opened(ngo, age_basis="unknown", age_low=None),
    )
    more = {"compartments": ("facts", "identity", "statements")}
    for case in (adult, doubtful):
        assert "grant.needs_agreement" in codes(tried(shared(case, police, "legal_duty", **more), ngo))
        assert "grant.needs_agreement" in codes(tried(shared(case, police, "child", **more), ngo))
    did(shared(child, police, "child", **more), ngo)
    did(ReferPerson(case=child, to_agency=police.agency_id, purpose="proceedings", **more), ngo)
    did(shared(adult, police, "consent", **more), ngo)


def test_a_file_of_one_organisation_stays_there(ngo: Actor) -> None:
    clinic = agency("clinic", Sector.HEALTH, Role.HEALTH_WORKER)
    children = agency("children", Sector.CHILD_PROTECTION, Role.CHILD_PROTECTION_OFFICER)
    case = opened(ngo, file_kind="ngo_only", age_low=15)
    assert codes(tried(shared(case, clinic, "legal_duty"), ngo)) == {"grant.one_organisation"}
    referred = ReferPerson(case=case, to_agency=clinic.agency_id, purpose="health")
    assert codes(tried(referred, ngo)) == {"grant.one_organisation"}
    did(ReferPerson(case=case, to_agency=children.agency_id, purpose="child_protection"), ngo)
    did(shared(case, clinic), ngo)


def test_the_monitor_is_let_in_by_nobody(ngo: Actor) -> None:
    monitor, case = agency("monitor", Sector.MONITOR, Role.MONITOR), opened(ngo)
    assert codes(tried(shared(case, monitor), ngo)) == {"grant.monitor"}
    referred = ReferPerson(case=case, to_agency=monitor.agency_id, purpose="protection", agreed=True)
    assert codes(tried(referred, ngo)) == {"grant.monitor"}


def test_a_short_grant_does_not_end_a_long_one(ngo: Actor) -> None:
    case, house = opened(ngo), agency("house", Sector.SHELTER, Role.SHELTER_WORKER)
    police = agency("police", Sector.POLICE, Role.INVESTIGATOR)
    did(shared(case, house), ngo)
    did(shared(case, police), ngo)
    assert codes(tried(shared(case, house, until=NOW + timedelta(minutes=1)), police)) == {"grant.shortens"}
    did(shared(case, agency("new", Sector.NGO, Role.CASEWORKER), until=NOW + timedelta(days=3)), ngo)


def test_sight_is_not_cut_by_just_anybody(ngo: Actor) -> None:
    case, lawyer = opened(ngo), agency("aid", Sector.LEGAL_AID, Role.LAWYER)
    house = agency("house", Sector.SHELTER, Role.SHELTER_WORKER)
    for other in (lawyer, house):
        did(shared(case, other), ngo)
    assert codes(tried(CutGrant(case=case, from_agency=lawyer.agency_id), house)) == {"grant.others_cut"}
    did(CutGrant(case=case, from_agency=house.agency_id), house)
    did(CutGrant(case=case, from_agency=lawyer.agency_id), ngo)


@pytest.mark.parametrize(
    ("before", "sector", "after"),
    [
        ({"age_low": 16}, Sector.POLICE, "disputed"),
        ({"age_low": 16}, Sector.NGO, "disputed"),
        ({"age_basis": "disputed", "age_low": 16, "age_high": 19}, Sector.IMMIGRATION, "disputed"),
        ({"age_low": 16}, Sector.CHILD_PROTECTION, "known"),
        ({"age_basis": "unknown", "age_low": None}, Sector.HEALTH, "known"),
    ],
)
def test_nobody_makes_an_adult_of_a_child_by_writing_it_down(
    ngo: Actor, before: dict[str, Any], sector: Sector, after: str
) -> None:
    case, other = opened(ngo, **before), agency("other", sector, Role.CASEWORKER)
    did(shared(case, other), ngo)
    outcome = tried(RecordAge(case=case, age_basis="known", age_low=25), other)
    assert isinstance(outcome, Done), "what was said is always kept"
    with acting(ngo, NOW):
        assert Case.objects.get(pk=case).age_basis == after
