"""With the key store down names stay shut, and protection goes on."""

from __future__ import annotations

import uuid
from datetime import date

import psycopg
import pytest

from tests.people.conftest import key_store_down
from tests.people_who_act import NOW, agency, did, made, tried
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase, RecordAge, RecordIdentity
from tutela.config.database import Urls
from tutela.engine.access import Actor, acting
from tutela.engine.models import Entry
from tutela.engine.outcomes import Done, Received, Refused
from tutela.guidelines.g02_identification.actions import PresumeTrafficked
from tutela.guidelines.g06_protection.actions import AcceptPlace, OfferPlace, PlaceTonight, RegisterPlace
from tutela.guidelines.g06_protection.care_actions import WithholdEntitlement
from tutela.people import keys
from tutela.people.identities import open_identity
from tutela.people.keystore.store import KeyStoreDown


@pytest.fixture
def ngo(db_world: Urls) -> Actor:
    return agency("harbour", Sector.NGO, Role.CASEWORKER)


def traces(urls: Urls) -> int:
    with psycopg.connect(urls.keys) as store:
        row = store.execute("SELECT count(*) FROM keystore_trace").fetchone()
    assert row is not None
    return int(row[0])


def test_protection_goes_on_and_names_stay_shut(ngo: Actor, db_world: Urls) -> None:
    before = made(did(OpenCase(), ngo), "case")
    did(RecordIdentity(case=before, kind="name", value="Nguyen Thi Example"), ngo)
    place = made(did(RegisterPlace(agency=ngo.agency_id, house="H", label="1"), ngo), "place")
    keys.refill(2)
    stranger = agency("elsewhere", Sector.NGO, Role.CASEWORKER)
    opened: list[uuid.UUID] = []
    with key_store_down():
        for number in range(8):  # more than the pool holds, so that keys are made here as well
            case = made(did(OpenCase(age_basis="known", age_low=30, sex="male"), ngo), "case")
            did(PresumeTrafficked(case=case), ngo)
            did(RecordIdentity(case=case, kind="name", value=f"Tran Van {number}"), ngo)
            opened.append(case)
        first, second = opened[:2]
        offer = OfferPlace(case=first, place=place, since=date(2026, 3, 2), until=date(2026, 3, 9))
        did(AcceptPlace(case=first, placement=made(did(offer, ngo), "placement")), ngo)
        lost = tried(PlaceTonight(case=second, place=place), ngo)
        assert isinstance(lost, Refused), "guards and constraints judge as ever"
        assert isinstance(tried(WithholdEntitlement(case=first, entitlement="shelter"), ngo), Refused)
        kept = tried(RecordAge(case=first, age_basis="unknown"), stranger)
        assert isinstance(kept, Received), "and what strangers report is sealed"
        for case in (before, *opened):
            with pytest.raises(KeyStoreDown):
                open_identity(ngo, case, "to book an interpreter", NOW)
    assert traces(db_world) == 0
    keys.hand_in()
    for number, case in enumerate(opened):
        [name] = open_identity(ngo, case, "to book an interpreter", NOW)
        assert name.text() == f"Tran Van {number}"
        assert traces(db_world) == number + 1, (
            "each opening leaves its trace, and none was left while nothing opened"
        )
    with acting(ngo, NOW):
        assert Entry.objects.filter(subject_id=opened[-1], outcome="done").count() == 2
    assert isinstance(tried(OpenCase(), ngo), Done)


def test_the_trace_is_written_before_the_key_is_looked_for(ngo: Actor, db_world: Urls) -> None:
    """A key that is gone, or an asker who is cut off a moment later, has left its trace all the same."""
    from tutela.people.erasure import Authority, erase
    from tutela.people.keystore.store import KeyDestroyed

    case = made(did(OpenCase(), ngo), "case")
    did(RecordIdentity(case=case, kind="name", value="Nguyen Thi Example"), ngo)
    erase(case, Authority(ngo.member_id, ngo.agency_id, "she asked for it"), NOW)
    before = traces(db_world)
    with pytest.raises(KeyDestroyed):
        open_identity(ngo, case, "to book an interpreter", NOW)
    assert traces(db_world) == before + 1
