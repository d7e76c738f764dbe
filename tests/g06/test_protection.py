"""A bed, help and information: owed from the presumption, never a reward, never by force."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.people_who_act import NOW, agency, did, made, tried
from tutela.agencies.actions import grant
from tutela.agencies.words import Compartment, Role, Sector
from tutela.cases.actions import OpenCase
from tutela.engine.access import Actor, acting
from tutela.engine.models import Breach, Duty
from tutela.engine.outcomes import Refused
from tutela.guidelines.g02_identification.actions import PresumeTrafficked
from tutela.guidelines.g06_protection import words
from tutela.guidelines.g06_protection.actions import (
    AcceptPlace,
    DeclinePlace,
    EndStay,
    OfferPlace,
    PlaceTonight,
    RegisterPlace,
)
from tutela.guidelines.g06_protection.care_actions import (
    InformPerson,
    OfferService,
    ProposeExamination,
    ServiceWasWithheld,
    WithholdEntitlement,
)

TONIGHT, NEXT_WEEK = date(2026, 3, 2), date(2026, 3, 9)


@pytest.fixture
def ngo(db_world: object) -> Actor:
    """An NGO with a caseworker, in a country that has a shelter."""
    return agency("harbour", Sector.NGO, Role.CASEWORKER)


@pytest.fixture
def house(ngo: Actor) -> Actor:
    """A shelter's worker."""
    return agency("house", Sector.SHELTER, Role.SHELTER_WORKER, lead=True)


def presumed(by: Actor, **age: object) -> UUID:
    """A person who is presumed trafficked; an adult of 30 who speaks Bengali unless said otherwise."""
    about = {"age_basis": "known", "age_low": 30, "languages": ("bn",), "sex": "male", **age}
    case = made(did(OpenCase.model_validate(about), by), "case")
    did(PresumeTrafficked(case=case), by)
    return case


def bed(by: Actor, label: str = "1", **about: object) -> UUID:
    """A bed of the house."""
    return made(did(RegisterPlace(agency=by.agency_id, house="H", label=label, **about), by), "place")


def test_what_is_owed_from_the_presumption_on(ngo: Actor, house: Actor) -> None:
    case = presumed(ngo)
    with acting(ngo, NOW):
        owed = {d.rule: d for d in Duty.objects.filter(subject_id=case)}
    assert {
        "shelter",
        "information",
        "immediate_needs",
        "health_offer",
        "legal_help",
        "identification",
    } <= set(owed)
    assert owed["shelter"].bearer_agency_id == house.agency_id
    assert owed["shelter"].due_at and owed["shelter"].due_at > NOW


def test_a_bed_taken_meets_the_duty_and_lets_the_house_in(ngo: Actor, house: Actor) -> None:
    case, place = presumed(ngo), bed(house)
    placement = made(
        did(OfferPlace(case=case, place=place, since=TONIGHT, until=NEXT_WEEK), ngo), "placement"
    )
    done = did(AcceptPlace(case=case, placement=placement), ngo)
    assert "shelter" in done.met
    with acting(house, NOW):
        assert Duty.objects.get(subject_id=case, rule="shelter").state == "met"


def test_one_bed_and_the_loser_is_told_what_is_free(ngo: Actor, house: Actor) -> None:
    first, second, place, other = presumed(ngo), presumed(ngo), bed(house, "1"), bed(house, "2")
    did(OfferPlace(case=first, place=place, since=TONIGHT, until=NEXT_WEEK), ngo)
    lost = tried(OfferPlace(case=second, place=place, since=TONIGHT, until=NEXT_WEEK), ngo)
    assert isinstance(lost, Refused)
    assert lost.objections[0].code == "place.taken"
    assert lost.objections[0].hints == (str(other),)


def test_a_stay_does_not_end_because_somebody_will_not_testify(ngo: Actor, house: Actor) -> None:
    case, place = presumed(ngo), bed(house)
    placement = made(
        did(OfferPlace(case=case, place=place, since=TONIGHT, until=NEXT_WEEK), ngo), "placement"
    )
    did(AcceptPlace(case=case, placement=placement), ngo)
    refused = tried(EndStay(case=case, placement=placement, because=words.Because.WILL_NOT_TESTIFY), house)
    assert isinstance(refused, Refused)
    assert {"P8", "G6.1"} <= refused.provisions
    assert "service.ended_for_silence" in {o.code for o in refused.objections}
    wish = EndStay(case=case, placement=placement, because=words.Because.PERSON_WISHES)
    assert "stay.not_heard_from_her" in {o.code for o in tried(wish, house).objections}
    did(wish.model_copy(update={"said_through": words.SaidThrough.OWN_LANGUAGE}), house)


def test_somebody_of_unknown_age_is_not_put_among_adults_except_tonight(ngo: Actor, house: Actor) -> None:
    case = presumed(ngo, age_basis="unknown", age_low=None)
    place = bed(house)
    refused = tried(OfferPlace(case=case, place=place, since=TONIGHT, until=NEXT_WEEK), ngo)
    assert isinstance(refused, Refused)
    assert refused.objections[0].code == "place.age"
    done = did(PlaceTonight(case=case, place=place), ngo)
    assert {"urgent_review", "child_assessment"} <= set(done.started)


def test_a_closed_house_is_never_used_not_even_tonight(ngo: Actor, house: Actor) -> None:
    refused = tried(
        RegisterPlace(agency=house.agency_id, house="H", label="9", people_may_leave=False), house
    )
    assert isinstance(refused, Refused)


@pytest.mark.parametrize("price", [p for p in words.InReturnFor if p is not words.InReturnFor.NOTHING])
def test_help_has_no_price(ngo: Actor, house: Actor, price: words.InReturnFor) -> None:
    case = presumed(ngo)
    refused = tried(OfferService(case=case, service=words.ServiceKind.LEGAL, in_return_for=price), ngo)
    assert isinstance(refused, Refused)
    assert "P8" in refused.provisions


def test_a_no_that_only_staff_report_does_not_count(ngo: Actor, house: Actor) -> None:
    case, place = presumed(ngo), bed(house)
    placement = made(
        did(OfferPlace(case=case, place=place, since=TONIGHT, until=NEXT_WEEK), ngo), "placement"
    )
    refused = tried(DeclinePlace(case=case, placement=placement, said_through="staff_only"), ngo)
    assert isinstance(refused, Refused)
    done = did(DeclinePlace(case=case, placement=placement, said_through="interpreter"), ngo)
    assert "offered_again" in done.started


def test_information_counts_only_in_a_language_that_is_understood(ngo: Actor, house: Actor) -> None:
    case = presumed(ngo)
    told = InformPerson(case=case, topics=("rights",), language="el", interpreting="none", understood=True)
    assert "information" not in did(told, ngo).met
    told = told.model_copy(update={"language": "bn"})
    assert "information" in did(told, ngo).met


def test_withheld_help_is_a_breach_until_it_is_given_back(ngo: Actor, house: Actor) -> None:
    case = presumed(ngo)
    done = did(ServiceWasWithheld(case=case, service="medical", because="will_not_testify"), ngo)
    assert done.breaches == ("help_withheld",)
    did(OfferService(case=case, service="medical"), ngo, NOW + timedelta(hours=1))
    with acting(ngo, NOW):
        assert Breach.objects.get(subject_id=case).ended_at is not None


def test_no_test_without_consent_and_none_as_a_condition(ngo: Actor, house: Actor) -> None:
    case = presumed(ngo)
    forced = tried(ProposeExamination(case=case, examination="hiv_test", consent="refused"), ngo)
    mandatory = tried(
        ProposeExamination(case=case, examination="hiv_test", consent="given", required_for="shelter"), ngo
    )
    assert isinstance(forced, Refused) and isinstance(mandatory, Refused)
    assert {o.code for o in forced.objections} == {"health.no_consent"}
    assert {o.code for o in mandatory.objections} == {"health.mandatory"}
    did(ProposeExamination(case=case, examination="hiv_test", consent="given"), ngo)


def test_a_reason_in_a_compartment_that_one_may_not_read_is_neutral(ngo: Actor, house: Actor) -> None:
    from tutela.agencies.actions import GrantAccess

    case, place = presumed(ngo), bed(house)
    placement = made(
        did(OfferPlace(case=case, place=place, since=TONIGHT, until=NEXT_WEEK), ngo), "placement"
    )
    did(AcceptPlace(case=case, placement=placement), ngo)
    other = agency("office", Sector.NGO, Role.CASEWORKER)
    did(GrantAccess(case=case, to_agency=other.agency_id, purpose="protection", basis="consent"), ngo)
    refused = tried(EndStay(case=case, placement=placement, because="end_of_term"), other)
    assert isinstance(refused, Refused)
    assert [(o.code, o.neutral, o.provisions) for o in refused.objections] == [
        ("protection.applies", True, ())
    ]
    assert Compartment.FACTS and grant


def test_a_right_cannot_be_marked_as_not_granted(ngo: Actor, house: Actor) -> None:
    case = presumed(ngo)
    refused = tried(WithholdEntitlement(case=case, entitlement="information"), ngo)
    assert isinstance(refused, Refused)
    assert {"G4.8", "P8"} <= refused.provisions


def test_a_bed_that_somebody_unseen_has_is_not_shown_as_free(ngo: Actor, house: Actor) -> None:
    from tutela.guidelines.g06_protection.reads import board, free_for

    other = agency("other", Sector.NGO, Role.CASEWORKER)
    mine, theirs, place = presumed(ngo), presumed(other), bed(house)
    assert [p.pk for p in free_for(ngo, mine, TONIGHT, NEXT_WEEK, at=NOW)] == [place]
    did(OfferPlace(case=theirs, place=place, since=TONIGHT, until=NEXT_WEEK), other)
    assert free_for(ngo, mine, TONIGHT, NEXT_WEEK, at=NOW) == []
    assert board(house, TONIGHT, 2, at=NOW)[0].nights == ("held", "held")
