"""Details are sealed with a public key and opened one person at a time, by whoever may, with a trace."""

from __future__ import annotations

import uuid
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, connection

from tests.people.conftest import AT, key_store_down
from tutela.agencies.actions import EnrolMember, GrantAccess, RegisterAgency
from tutela.agencies.models import Member
from tutela.agencies.sessions import open_session
from tutela.agencies.system import system
from tutela.agencies.words import Basis, Purpose, Role, Sector
from tutela.cases.actions import OpenCase
from tutela.cases.words import AgeBasis
from tutela.engine.access import Actor, acting
from tutela.engine.outcomes import Done
from tutela.engine.perform import perform
from tutela.engine.time import frozen
from tutela.people import keys
from tutela.people.erasure import Authority, erase
from tutela.people.identities import NoIdentity, name_of, open_identity, seal_identity
from tutela.people.keystore import store
from tutela.people.keystore.models import BlindToken, Trace
from tutela.people.keystore.store import KeyDestroyed, KeyStoreDown
from tutela.people.models import Identity, IdentityKind
from tutela.people.tokens import search_by_name

CLOCK = frozen(AT)
PURPOSE = "to book an interpreter"


def worker_of(key: str, sector: Sector = Sector.NGO) -> Actor:
    """A caseworker of a new agency, signed in."""
    made = perform(
        RegisterAgency(key=key, name_en=key, name_zh=key, sector=sector), system("setup"), clock=CLOCK
    )
    assert isinstance(made, Done)
    enrol = EnrolMember(
        agency=UUID(made.made["agency"]), key=f"{key}-one", display_name="One", roles=(Role.CASEWORKER,)
    )
    member = perform(enrol, system("setup"), clock=CLOCK)
    assert isinstance(member, Done)
    return open_session(Member.objects.select_related("agency").get(pk=member.made["member"]))


@pytest.fixture
def ngo(db_world: object) -> Actor:
    return worker_of("harbour")


@pytest.fixture
def other(ngo: Actor) -> Actor:
    return worker_of("elsewhere")


def case_of(actor: Actor, **about: Any) -> UUID:
    done = perform(OpenCase(**about), actor, clock=CLOCK)
    assert isinstance(done, Done)
    return UUID(done.made["case"])


def named(case_id: UUID, name: str, **more: object) -> UUID:
    """A name sealed, as an action's `apply` does it."""
    with keys.as_engine():
        return seal_identity(case_id, IdentityKind.NAME, name, at=AT, **more)  # type: ignore[arg-type]  # by name


def test_a_name_is_sealed_and_opened_and_each_opening_is_traced(ngo: Actor) -> None:
    case = case_of(ngo)
    row = named(case, "王小明", language="zh", script="Hans")
    [detail] = open_identity(ngo, case, PURPOSE, AT)
    assert (detail.id, detail.text(), detail.language, detail.corrected) == (row, "王小明", "zh", False)
    assert "王小明" not in repr(detail)
    [trace] = store.traces_of(case)
    assert (trace.member_id, trace.purpose, trace.kind) == (ngo.member_id, PURPOSE, "release")


def test_a_document_is_bytes_and_kinds_can_be_asked_for(ngo: Actor) -> None:
    case = case_of(ngo)
    named(case, "Mei")
    with keys.as_engine():
        seal_identity(case, IdentityKind.PHOTO, b"\x89PNG\x00", at=AT)
    [photo] = open_identity(ngo, case, PURPOSE, AT, kinds=(IdentityKind.PHOTO,))
    assert photo.value.reveal() == b"\x89PNG\x00"


def test_a_correction_adds_a_row_and_the_newest_name_is_in_force(ngo: Actor) -> None:
    case = case_of(ngo)
    first = named(case, "Mai")
    second = named(case, "Mei", replaces=first)
    details = open_identity(ngo, case, PURPOSE, AT)
    assert {(d.id, d.corrected) for d in details} == {(first, True), (second, False)}
    assert name_of(details) == "Mei"
    with pytest.raises(IntegrityError):
        named(case, "May", replaces=first)


def test_nobody_can_edit_or_remove_a_sealed_row(ngo: Actor) -> None:
    case = case_of(ngo)
    named(case, "Mei")
    for change in ("UPDATE people_identity SET language = 'x'", "DELETE FROM people_identity",
                   "SELECT * FROM people_identity"):  # fmt: skip
        with (
            pytest.raises(Exception, match="permission denied"),
            keys.as_engine(),
            connection.cursor() as cursor,
        ):
            cursor.execute(change)


def test_what_is_not_yours_looks_like_what_is_not_there(ngo: Actor, other: Actor) -> None:
    case = case_of(ngo)
    named(case, "Mei")
    for actor, wanted in ((other, case), (ngo, uuid.uuid4())):
        with pytest.raises(NoIdentity, match="nothing to open"):
            open_identity(actor, wanted, PURPOSE, AT)
    assert not Trace.objects.exists()


def test_a_grant_without_identity_opens_nothing_and_one_with_it_does(ngo: Actor, other: Actor) -> None:
    case = case_of(ngo, age_basis=AgeBasis.KNOWN, age_low=31)
    named(case, "Mei")
    for compartments in (("facts",), ("facts", "identity")):
        granted = perform(
            GrantAccess(
                case=case, to_agency=other.agency_id, purpose=Purpose.PROTECTION, basis=Basis.CONSENT,
                compartments=compartments,
            ),
            ngo,
            clock=CLOCK,
        )  # fmt: skip
        assert isinstance(granted, Done), granted
        if "identity" in compartments:
            assert open_identity(other, case, PURPOSE, AT)
        else:
            with pytest.raises(NoIdentity):
                open_identity(other, case, PURPOSE, AT)


def test_opening_needs_a_purpose(ngo: Actor) -> None:
    case = case_of(ngo)
    named(case, "Mei")
    with pytest.raises(ValueError, match="purpose"):
        open_identity(ngo, case, " ", AT)


def test_with_the_key_store_down_names_are_recorded_but_stay_shut(ngo: Actor) -> None:
    keys.refill(0)
    with keys.as_engine():
        keys.intake()
    with key_store_down():
        case = case_of(ngo)
        named(case, "Mei")
        with pytest.raises(KeyStoreDown):
            open_identity(ngo, case, PURPOSE, AT)
        with pytest.raises(KeyStoreDown):
            search_by_name(ngo, "Mei", PURPOSE, AT)
    assert [hit.case_id for hit in search_by_name(ngo, "Mei", PURPOSE, AT)] == [case]
    assert name_of(open_identity(ngo, case, PURPOSE, AT)) == "Mei"


def test_an_opening_right_after_the_store_is_back_takes_the_deposit_in(ngo: Actor) -> None:
    with keys.as_engine():
        keys.intake()
        from tutela.people.models import Keyset

        Keyset.objects.filter(subject_id=None, intake=False).update(
            subject_id=None, intake=True, retired_at=AT
        )
    with key_store_down():
        case = case_of(ngo)
        named(case, "Mei")
    assert name_of(open_identity(ngo, case, PURPOSE, AT)) == "Mei"


def test_a_search_finds_across_scripts_only_what_is_yours_and_is_traced(ngo: Actor, other: Actor) -> None:
    mine, theirs = case_of(ngo), case_of(other)
    named(mine, "王小明")
    named(theirs, "Wang Xiaoming")
    assert [(hit.case_id, hit.by) for hit in search_by_name(ngo, "Xiaoming WANG", PURPOSE, AT)] == [
        (mine, "whole")
    ]
    assert search_by_name(ngo, "Nobody", PURPOSE, AT) == []
    assert [trace.kind for trace in Trace.objects.order_by("id")] == ["search", "search"]
    with acting(ngo):
        assert Identity.objects.count() == 1


def test_tokens_hold_no_letters_and_differ_by_installation(ngo: Actor) -> None:
    named(case_of(ngo), "Mei Lin")
    keys.hand_in()
    tokens = [bytes(token) for token in BlindToken.objects.values_list("token", flat=True)]
    assert tokens
    assert all(len(token) == 16 and b"mei" not in token for token in tokens)


def test_an_erased_person_is_unreadable_and_unfindable(ngo: Actor) -> None:
    case, stays = case_of(ngo), case_of(ngo)
    named(case, "Mei")
    named(stays, "Mei")
    keys.hand_in()
    erase(case, Authority(ngo.member_id, ngo.agency_id, "she asked for it"), AT)
    with pytest.raises(KeyDestroyed):
        open_identity(ngo, case, PURPOSE, AT)
    assert [hit.case_id for hit in search_by_name(ngo, "Mei", PURPOSE, AT)] == [stays]
