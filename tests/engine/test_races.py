"""Several acts at once: acts on one case have an order, acts on different cases do not wait, one bed has one winner."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection

from tests.people_who_act import NOW, agency, did, made, tried
from tests.racing import Somebody, halted, together, until_somebody_waits, waiting_locks
from tutela.agencies.actions import CutGrant, GrantAccess
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase, RecordDetails
from tutela.cases.models import Case
from tutela.config.database import Urls
from tutela.engine import verify
from tutela.engine.access import Actor, acting
from tutela.engine.models import Entry
from tutela.engine.outcomes import Denied, Done, Received, Refused
from tutela.engine.perform import perform
from tutela.engine.time import frozen
from tutela.guidelines.g04_law.actions import AssertRisk, RemovePerson
from tutela.guidelines.g06_protection.actions import AcceptPlace, OfferPlace, PlaceTonight, RegisterPlace
from tutela.guidelines.g06_protection.care_actions import OfferService

TONIGHT, NEXT_WEEK = date(2026, 3, 2), date(2026, 3, 9)
CLOCK = frozen(NOW)


@pytest.fixture
def police(db_world: Urls) -> Actor:
    return agency("police", Sector.POLICE, Role.INVESTIGATOR)


def adult(by: Actor) -> uuid.UUID:
    return made(did(OpenCase(age_basis="known", age_low=30, sex="male"), by), "case")


def test_an_act_that_waited_sees_what_the_other_one_committed(
    police: Actor, db_world: Urls, monkeypatch: Any
) -> None:
    """A removal that nothing stands against waits while danger is asserted; judged after the wait, it is refused."""
    case = adult(police)
    assert isinstance(tried(RemovePerson(case=case), police), Done)
    with halted(monkeypatch, AssertRisk) as (reached, go_on):
        asserting = Somebody(lambda: tried(AssertRisk(case=case), police))
        assert reached.wait(20)
        removing = Somebody(lambda: tried(RemovePerson(case=case), police))
        until_somebody_waits(db_world)
        go_on.set()
        assert isinstance(asserting.answer(), Done)
        refused = removing.answer()
    assert isinstance(refused, Refused), refused
    assert "stay.risk" in {o.code for o in refused.objections}


def test_acts_on_one_case_have_an_order_and_acts_on_others_do_not_wait(
    police: Actor, db_world: Urls, monkeypatch: Any
) -> None:
    one, other = adult(police), adult(police)
    with halted(monkeypatch, RecordDetails) as (reached, go_on):
        first = Somebody(lambda: tried(RecordDetails(case=one, languages=("bn",)), police))
        assert reached.wait(20)
        elsewhere = Somebody(lambda: tried(RecordDetails(case=other, languages=("vi",)), police))
        assert isinstance(elsewhere.answer(), Done)
        assert isinstance(tried(OpenCase(), police), Done)
        assert waiting_locks(db_world) == 0
        second = Somebody(lambda: tried(RecordDetails(case=one, languages=("en",)), police))
        until_somebody_waits(db_world)
        assert waiting_locks(db_world) == 1
        go_on.set()
        assert isinstance(first.answer(), Done) and isinstance(second.answer(), Done)
    with acting(police, NOW):
        assert Case.objects.get(pk=one).languages == ["en"]
        assert list(Entry.objects.filter(subject_id=one).order_by("seq").values_list("seq", flat=True)) == [
            1,
            2,
            3,
        ]


def test_one_bed_has_one_winner_and_the_losers_are_told_what_is_free(db_world: Urls) -> None:
    """Whoever is faster, by the ordinary way, tonight at once, and again when an offer is taken."""
    house = agency("house", Sector.SHELTER, Role.SHELTER_WORKER, lead=True)
    workers = [agency(f"ngo-{n}", Sector.NGO, Role.CASEWORKER) for n in range(4)]
    cases = [adult(w) for w in workers]
    free = made(did(RegisterPlace(agency=house.agency_id, house="H", label="free"), house), "place")
    for label, form in enumerate((_offer, _tonight, _offer)):
        bed = made(did(RegisterPlace(agency=house.agency_id, house="H", label=str(label)), house), "place")
        answers = together(*(_call(form(case, bed), by) for case, by in zip(cases, workers, strict=True)))
        won = [a for a in answers if isinstance(a, Done)]
        lost = [a for a in answers if isinstance(a, Refused)]
        assert len(won) == 1 and len(lost) == 3, answers
        for answer in lost:
            assert {o.code for o in answer.objections} == {"place.taken"}
            assert str(free) in answer.objections[0].hints
            assert str(bed) not in answer.objections[0].hints


def _offer(case: uuid.UUID, bed: uuid.UUID) -> OfferPlace:
    return OfferPlace(case=case, place=bed, since=TONIGHT, until=NEXT_WEEK)


def _tonight(case: uuid.UUID, bed: uuid.UUID) -> PlaceTonight:
    return PlaceTonight(case=case, place=bed)


def _call(action: Any, by: Actor, key: uuid.UUID | None = None) -> Any:
    return lambda: perform(action, by, key=key, clock=CLOCK)


def test_equal_requests_at_once_are_one_act_with_one_answer(police: Actor) -> None:
    key = uuid.uuid4()
    answers = together(*[_call(OpenCase(), police, key)] * 6)
    assert len({a.model_dump_json() for a in answers}) == 1
    assert isinstance(answers[0], Done)
    with acting(police, NOW):
        assert Case.objects.count() == 1
        assert Entry.objects.count() == 1


@pytest.fixture
def crowded(police: Actor) -> Iterator[tuple[Actor, Actor, uuid.UUID]]:
    """A police officer and a helper who both see one case."""
    helper = agency("help", Sector.NGO, Role.CASEWORKER)
    case = adult(helper)
    did(
        GrantAccess(case=case, to_agency=police.agency_id, purpose="proceedings", basis="consent",
                    compartments=("facts", "status")),
        helper,
    )  # fmt: skip
    yield police, helper, case


def test_whichever_comes_first_the_history_is_one_of_the_two_lawful_ones(
    crowded: tuple[Actor, Actor, uuid.UUID],
) -> None:
    """Raced freely: removal then danger, or danger and no removal; never a removal judged without the danger."""
    police, helper, case = crowded
    removal, risk = together(_call(RemovePerson(case=case), police), _call(AssertRisk(case=case), helper))
    assert isinstance(risk, Done)
    with acting(helper, NOW):
        order = list(
            Entry.objects.filter(subject_id=case, action__in=["remove_person", "assert_risk"])
            .exclude(outcome__startswith="duty")
            .order_by("seq")
            .values_list("action", "outcome")
        )
    if isinstance(removal, Done):
        assert order == [("remove_person", "done"), ("assert_risk", "recorded")]
    else:
        assert order == [("assert_risk", "recorded"), ("remove_person", "refused")]


def test_one_person_has_one_bed(db_world: Urls) -> None:
    house = agency("house", Sector.SHELTER, Role.SHELTER_WORKER, lead=True)
    ngo = agency("ngo", Sector.NGO, Role.CASEWORKER)
    case = adult(ngo)
    offers = []
    for label in ("1", "2"):
        bed = made(did(RegisterPlace(agency=house.agency_id, house="H", label=label), house), "place")
        offers.append(made(did(_offer(case, bed), ngo), "placement"))
    answers = together(*(_call(AcceptPlace(case=case, placement=o), ngo) for o in offers))
    assert sorted(type(a).__name__ for a in answers) == ["Done", "Refused"]
    assert {o.code for a in answers if isinstance(a, Refused) for o in a.objections} == {"place.has_one"}


def test_whose_sight_is_cut_while_waiting_does_nothing_more(
    crowded: tuple[Actor, Actor, uuid.UUID], db_world: Urls, monkeypatch: Any
) -> None:
    """Access is asked before the lock, so that strangers never hold it up, and again after it."""
    police, helper, case = crowded
    with halted(monkeypatch, CutGrant) as (reached, go_on):
        cutting = Somebody(lambda: tried(CutGrant(case=case, from_agency=police.agency_id), helper))
        assert reached.wait(20)
        act = Somebody(lambda: tried(OfferService(case=case, service="legal"), police))
        fact = Somebody(lambda: tried(AssertRisk(case=case), police))
        until_somebody_waits(db_world)
        stranger = agency("stranger", Sector.NGO, Role.CASEWORKER)
        assert isinstance(tried(OfferService(case=case, service="legal"), stranger), Denied), (
            "no wait for strangers"
        )
        go_on.set()
        assert isinstance(cutting.answer(), Done)
        denied, kept = act.answer(), fact.answer()
    assert isinstance(denied, Denied) and denied.code == "access.subject"
    assert isinstance(kept, Received) and kept.why == "access"
    with acting(helper, NOW):
        last = Entry.objects.filter(subject_id=case).order_by("seq").last()
        assert last is not None and last.action == "cut_grant"


def test_many_at_once_on_an_empty_pool_and_on_one_members_chain(
    crowded: tuple[Actor, Actor, uuid.UUID],
) -> None:
    """More files at once than there are keys in store; many denials of somebody who has no chain yet."""
    _, helper, case = crowded
    opened = together(*[_call(OpenCase(), helper)] * 12)
    assert len({a.made["case"] for a in opened}) == 12
    stranger = agency("stranger", Sector.NGO, Role.CASEWORKER)
    tries = [
        _call(OfferService(case=case, service="legal"), stranger),
        _call(AssertRisk(case=case), stranger),
    ] * 4
    answers = together(*tries)
    assert [type(a) for a in answers] == [Denied, Received] * 4
    assert len({a.act_id for a in answers}) == 8
    report = verify.verify_chains(connection)
    assert report.is_whole, report.findings
