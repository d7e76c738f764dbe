"""Nobody gains sight or power by the actions on agencies and grants: not for themselves, not through a friend."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.any_action import simplest
from tests.people_who_act import NOW, agency, did, made, tried
from tutela.agencies.actions import EnrolMember, GrantAccess, RegisterAgency
from tutela.agencies.models import Grant, Member
from tutela.agencies.sessions import open_session
from tutela.agencies.system import AGENCY_ID, NAMES, system
from tutela.agencies.words import Compartment, Role, Sector
from tutela.cases.actions import OpenCase
from tutela.config.database import Urls
from tutela.engine.access import Actor, NotSignedIn, acting
from tutela.engine.actions import InvalidAction, registry
from tutela.engine.outcomes import Denied, Done, Refused
from tutela.guidelines.g02_identification.actions import BeginScreening, PresumeTrafficked, ReferPerson
from tutela.guidelines.g04_law.actions import AssertRisk
from tutela.guidelines.g06_protection.actions import RegisterPlace

C = Compartment


@pytest.fixture
def ngo(db_world: Urls) -> Actor:
    return agency("harbour", Sector.NGO, Role.CASEWORKER)


@pytest.fixture
def case(ngo: Actor) -> uuid.UUID:
    return made(did(OpenCase(age_basis="known", age_low=30), ngo), "case")


def grant(case: uuid.UUID, to: Actor, *parts: C, **more: Any) -> GrantAccess:
    about = {"case": case, "to_agency": to.agency_id, "purpose": "protection", "basis": "consent", **more}
    return GrantAccess(compartments=parts or (C.FACTS,), **about)


def sight(case: uuid.UUID, of: Actor) -> set[str]:
    with acting(of, NOW):
        live = Grant.objects.filter(case_id=case, cut_at=None, until__gt=NOW).first()
        return set(live.compartments) if live else set()


def is_refused(outcome: Any, code: str) -> bool:
    return isinstance(outcome, Refused) and code in {o.code for o in outcome.objections}


def test_nobody_opens_for_anybody_what_they_do_not_see(ngo: Actor, case: uuid.UUID) -> None:
    friend, other = (agency(k, Sector.NGO, Role.CASEWORKER) for k in ("friend", "other"))
    lawyer, doctor = (
        agency("aid", Sector.LEGAL_AID, Role.LAWYER),
        agency("clinic", Sector.HEALTH, Role.HEALTH_WORKER),
    )
    did(grant(case, friend), ngo)
    for part in set(C) - {C.FACTS}:
        for to in (friend, other, lawyer, doctor):
            if (to, part) in ((lawyer, C.LEGAL), (doctor, C.THERAPY)):
                continue
            assert is_refused(tried(grant(case, to, part), friend), "grant.not_yours"), (part, to.sector)
            refer = ReferPerson(
                case=case, to_agency=to.agency_id, purpose="protection", agreed=True, compartments=(part,)
            )
            assert is_refused(tried(refer, friend), "grant.not_yours"), part
    assert sight(case, friend) == {"facts"}
    did(grant(case, lawyer, C.FACTS, C.LEGAL), friend)
    did(grant(case, doctor, C.FACTS, C.THERAPY), ngo)
    assert sight(case, lawyer) == {"facts", "legal"} and sight(case, doctor) == {"facts", "therapy"}
    assert is_refused(tried(grant(case, lawyer, C.LEGAL), doctor), "grant.not_yours") is False, (
        "her lawyer's own part"
    )
    assert is_refused(tried(grant(case, doctor, C.LEGAL), ngo), "grant.not_yours"), (
        "no privilege but to its calling"
    )


def test_a_second_grant_neither_revives_nor_prolongs_the_first(ngo: Actor, case: uuid.UUID) -> None:
    other = agency("other", Sector.NGO, Role.CASEWORKER)
    did(grant(case, other, C.FACTS, C.IDENTITY, until=NOW + timedelta(hours=1)), ngo)
    did(grant(case, other), ngo)
    with acting(other, NOW):
        live = Grant.objects.get(cut_at=None)
        assert (live.identity, live.until) == (True, NOW + timedelta(hours=1)), "for as long as it was opened"
    later = NOW + timedelta(days=1)
    did(grant(case, other), ngo, later)
    with acting(other, later):
        live = Grant.objects.get(cut_at=None)
        assert (live.facts, live.identity) == (True, False), "what had ended stays shut"


def test_nobody_becomes_the_system_or_the_monitor(ngo: Actor, case: uuid.UUID) -> None:
    """An administrator who also coordinates has most power of all members, and less than the system's."""
    chief = agency("chief", Sector.COORDINATION, Role.ADMINISTRATOR, Role.COORDINATOR)
    monitor = agency("monitor", Sector.MONITOR, Role.MONITOR, Role.ADMINISTRATOR)
    with pytest.raises(InvalidAction):
        tried(RegisterAgency(key="s", name_en="S", name_zh="S", sector=Sector.SYSTEM), chief)
    with pytest.raises(InvalidAction):
        tried(RegisterAgency(key="s", name_en="S", name_zh="S", sector=Sector.SYSTEM), system("setup"))

    def enrol(into: uuid.UUID, *roles: Role, by: Actor = chief) -> Any:
        return tried(
            EnrolMember(agency=into, key=f"m-{uuid.uuid4().hex[:6]}", display_name="M", roles=roles), by
        )

    assert isinstance(enrol(AGENCY_ID, Role.CASEWORKER), Denied)
    assert isinstance(enrol(monitor.agency_id, Role.MONITOR), Denied)
    with pytest.raises(InvalidAction):
        enrol(chief.agency_id, Role.SYSTEM)
    assert isinstance(enrol(AGENCY_ID, Role.SYSTEM, by=system("setup")), Denied)
    assert isinstance(enrol(ngo.agency_id, Role.CASEWORKER), Done), "what a coordinator is there for"
    assert isinstance(enrol(monitor.agency_id, Role.MONITOR, by=monitor), Done)
    pretender = open_session(_member(enrol(chief.agency_id, Role.MONITOR)))
    assert not pretender.is_monitor
    with acting(pretender, NOW):
        assert not Grant.objects.exists()
    assert Member.objects.filter(agency_id=AGENCY_ID).count() == len(NAMES)


def _member(done: Any) -> Member:
    return Member.objects.select_related("agency").get(pk=made(done, "member"))


def test_what_only_the_system_does_nobody_else_does(ngo: Actor, case: uuid.UUID) -> None:
    every = agency("every", Sector.COORDINATION, *(r for r in Role if r is not Role.SYSTEM))
    did(grant(case, every, C.FACTS), ngo)
    only = [cls for cls in registry if cls.system]
    assert len(only) >= 3
    for cls in only:
        fields = {name: case for name, kind in cls.subject_fields() if kind == "case"}
        outcome = tried(simplest(cls, **fields), every)
        assert outcome.result in ("denied", "received"), cls.name


def test_an_id_of_another_kind_is_not_taken(ngo: Actor, case: uuid.UUID) -> None:
    """One's own agency or screening where a file belongs, and a file where an agency belongs."""
    screening = made(did(BeginScreening(setting="police"), ngo), "screening")
    for wrong in (ngo.agency_id, screening):
        for action in (grant(wrong, ngo), PresumeTrafficked(case=wrong), AssertRisk(case=wrong)):
            with pytest.raises(InvalidAction) as invalid:
                tried(action, ngo)
            assert [(f.field, f.code) for f in invalid.value.faults] == [("case", "field.not_here")]
    with pytest.raises(InvalidAction):
        tried(RegisterPlace(agency=case, house="H", label="1"), ngo)
    assert isinstance(tried(RegisterPlace(agency=uuid.uuid4(), house="H", label="1"), ngo), Denied)


def test_an_actor_is_who_the_session_says_and_not_who_the_caller_says(ngo: Actor, case: uuid.UUID) -> None:
    """Sector, roles and agency are read from the database by the handle; a made-up member is thrown out."""
    stranger = agency("elsewhere", Sector.NGO, Role.CASEWORKER)
    dressed = replace(stranger, sector="system", roles=frozenset({"system"}))
    assert isinstance(tried(grant(case, stranger), dressed), Denied)
    with acting(replace(stranger, agency_id=ngo.agency_id), NOW):
        assert not Grant.objects.filter(case_id=case).exists()
    for false in (
        {"member_id": ngo.member_id},
        {"agency_id": ngo.agency_id},
        {"handle": "none"},
        {"handle": ""},
    ):
        with pytest.raises(NotSignedIn):
            tried(OpenCase(), replace(stranger, **false))
