"""The one way in, on real databases: receipts, access, order, refusals, entries."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest

from tutela.agencies.actions import EnrolMember, GrantAccess, RegisterAgency
from tutela.agencies.models import Member
from tutela.agencies.sessions import open_session
from tutela.agencies.system import system
from tutela.agencies.words import Basis, Purpose, Role, Sector
from tutela.cases.actions import OpenCase, RecordAge, RecordIdentity
from tutela.cases.models import Case
from tutela.cases.words import AgeBasis
from tutela.engine.access import Actor, acting
from tutela.engine.models import Entry
from tutela.engine.outcomes import Denied, Done, Received, Refused
from tutela.engine.perform import perform
from tutela.engine.time import frozen
from tutela.people.models import IdentityKind

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CLOCK = frozen(NOW)


def agency(key: str, sector: Sector, *roles: Role) -> Actor:
    """An agency with one member, who is signed in."""
    made = perform(
        RegisterAgency(key=key, name_en=key, name_zh=key, sector=sector), system("setup"), clock=CLOCK
    )
    assert isinstance(made, Done)
    member = perform(
        EnrolMember(agency=uuid.UUID(made.made["agency"]), key=f"{key}-one", display_name="One", roles=roles),
        system("setup"),
        clock=CLOCK,
    )
    assert isinstance(member, Done)
    return open_session(Member.objects.select_related("agency").get(pk=member.made["member"]))


def opened(by: Actor) -> uuid.UUID:
    """A case that this agency opened."""
    done = perform(OpenCase(), by, clock=CLOCK)
    assert isinstance(done, Done), done
    return uuid.UUID(done.made["case"])


@pytest.fixture
def ngo(db_world: object) -> Actor:
    """An NGO with a caseworker."""
    return agency("harbour", Sector.NGO, Role.CASEWORKER)


def test_who_opens_a_case_sees_it_and_others_do_not(ngo: Actor) -> None:
    other = agency("elsewhere", Sector.NGO, Role.CASEWORKER)
    case = opened(ngo)
    with acting(ngo):
        assert Case.objects.get(pk=case).pseudonym
        assert Entry.objects.filter(subject_id=case, outcome="done").count() == 1
    with acting(other):
        assert not Case.objects.filter(pk=case).exists()
        assert not Entry.objects.filter(subject_id=case).exists()
    assert not Case.objects.filter(pk=case).exists()


def test_a_double_send_changes_nothing_and_gets_the_same_answer(ngo: Actor) -> None:
    key = uuid.uuid4()
    first = perform(OpenCase(), ngo, key=key, clock=CLOCK)
    second = perform(OpenCase(), ngo, key=key, clock=CLOCK)
    assert first == second
    with acting(ngo):
        assert Case.objects.count() == 1


def test_the_same_key_with_other_content_is_refused_as_such(ngo: Actor) -> None:
    key = uuid.uuid4()
    perform(OpenCase(), ngo, key=key, clock=CLOCK)
    second = perform(OpenCase(sex="female"), ngo, key=key, clock=CLOCK)
    assert isinstance(second, Refused)
    assert second.objections[0].code == "key.reused"


def test_an_act_without_access_is_denied_and_a_fact_is_kept(ngo: Actor) -> None:
    other = agency("elsewhere", Sector.NGO, Role.CASEWORKER)
    case = opened(ngo)
    act = GrantAccess(case=case, to_agency=other.agency_id, purpose=Purpose.PROTECTION, basis=Basis.CONSENT)
    assert isinstance(perform(act, other, clock=CLOCK), Denied)
    unknown = act.model_copy(update={"case": uuid.uuid4()})
    assert isinstance(perform(unknown, other, clock=CLOCK), Denied)
    fact = RecordAge(case=case, age_basis=AgeBasis.UNKNOWN)
    assert isinstance(perform(fact, other, clock=CLOCK), Received)


def test_a_grant_opens_the_case_and_cutting_it_closes_the_next_query(ngo: Actor) -> None:
    from tutela.agencies.actions import CutGrant

    other = agency("elsewhere", Sector.SHELTER, Role.SHELTER_WORKER)
    case = opened(ngo)
    perform(
        GrantAccess(case=case, to_agency=other.agency_id, purpose=Purpose.SHELTER, basis=Basis.CONSENT),
        ngo,
        clock=CLOCK,
    )
    with acting(other, NOW):
        assert Case.objects.filter(pk=case).exists()
    perform(CutGrant(case=case, from_agency=other.agency_id), ngo, clock=CLOCK)
    with acting(other, NOW):
        assert not Case.objects.filter(pk=case).exists()


def test_immigration_enforcement_is_never_granted_sight(ngo: Actor) -> None:
    enforcement = agency("removals", Sector.IMMIGRATION_ENFORCEMENT, Role.CASEWORKER)
    case = opened(ngo)
    refused = perform(
        GrantAccess(
            case=case, to_agency=enforcement.agency_id, purpose=Purpose.RESIDENCE, basis=Basis.CONSENT
        ),
        ngo,
        clock=CLOCK,
    )
    assert isinstance(refused, Refused)
    assert refused.objections[0].code == "grant.firewall"


def test_a_name_is_sealed_and_the_engine_cannot_read_it(ngo: Actor) -> None:
    case = opened(ngo)
    fact = RecordIdentity(case=case, kind=IdentityKind.NAME, value="Nguyen Thi Example")
    done = perform(fact, ngo, clock=CLOCK)
    assert isinstance(done, Done), done


def test_a_clock_that_is_ahead_is_noticed(ngo: Actor) -> None:
    case = opened(ngo)
    fact = RecordAge(case=case, age_basis=AgeBasis.UNKNOWN, occurred_at=NOW + timedelta(days=3))
    done = perform(fact, ngo, clock=CLOCK)
    assert isinstance(done, Done)
    assert done.notes == ("clock.ahead",)
    with acting(ngo):
        entry = Entry.objects.filter(subject_id=case, action="record_age").get()
        assert entry.occurred_at == NOW
