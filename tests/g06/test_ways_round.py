"""Ways round the rules on help: another reason, another act, another order, another night. None leads out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.g06.test_protection import NEXT_WEEK, TONIGHT, bed, house, ngo, presumed
from tests.people_who_act import NOW, agency, did, made, tried
from tutela.agencies.actions import GrantAccess
from tutela.agencies.words import Role, Sector
from tutela.engine.access import Actor, acting
from tutela.engine.models import Breach, Duty
from tutela.engine.outcomes import Refused
from tutela.guidelines.g06_protection.actions import (
    AcceptPlace,
    DeclinePlace,
    EndStay,
    OfferPlace,
    PlaceTonight,
)
from tutela.guidelines.g06_protection.care_actions import (
    DeclineService,
    EmergencyTreatment,
    EndService,
    OfferService,
    ServiceWasWithheld,
)
from tutela.guidelines.g06_protection.jobs import notice_stays_over
from tutela.guidelines.g06_protection.words import Because, SaidThrough, ServiceKind

__all__ = ["house", "ngo"]


def codes(outcome: Any) -> set[str]:
    """The reasons of a refusal; none where it was done."""
    return {o.code for o in outcome.objections} if isinstance(outcome, Refused) else set()


def offered(by: Actor, case: UUID, place: UUID, since: date = TONIGHT, until: date = NEXT_WEEK) -> UUID:
    return made(did(OfferPlace(case=case, place=place, since=since, until=until), by), "placement")


def staying(ngo: Actor, house: Actor) -> tuple[UUID, UUID]:
    """Somebody presumed trafficked in a bed of the house."""
    case = presumed(ngo)
    stay = offered(ngo, case, bed(house))
    did(AcceptPlace(case=case, placement=stay), ngo)
    return case, stay


def state(by: Actor, case: UUID, rule: str) -> list[str]:
    with acting(by, NOW):
        return list(Duty.objects.filter(subject_id=case, rule=rule).values_list("state", flat=True))


@pytest.mark.parametrize("because", [Because.NO_LONGER_NEEDED, Because.PERSON_WISHES])
@pytest.mark.parametrize("said", [None, "staff_only"])
def test_staff_do_not_wish_for_her(ngo: Actor, house: Actor, because: Because, said: str | None) -> None:
    case, stay = staying(ngo, house)
    act = EndStay(case=case, placement=stay, because=because, said_through=said)
    assert codes(tried(act, house)) == {"stay.not_heard_from_her"}


def test_a_place_next_month_is_no_place_tonight(ngo: Actor, house: Actor) -> None:
    case, stay = staying(ngo, house)
    offered(ngo, case, bed(house, "2"), date(2026, 4, 1), date(2026, 4, 9))
    assert codes(tried(EndStay(case=case, placement=stay, because="moved_to_another"), house)) == {
        "place.no_other"
    }


def test_an_offer_that_nobody_takes_up_leaves_the_next_place_owed(ngo: Actor, house: Actor) -> None:
    case, stay = staying(ngo, house)
    other = offered(ngo, case, bed(house, "2"))
    did(EndStay(case=case, placement=stay, because="no_capacity"), house)
    assert state(ngo, case, "next_place") == ["open"]
    did(AcceptPlace(case=case, placement=other), ngo)
    assert state(ngo, case, "next_place") == ["met"]


def test_after_a_bed_for_tonight_the_next_place_is_owed(ngo: Actor, house: Actor) -> None:
    case = presumed(ngo)
    assert "next_place" in did(PlaceTonight(case=case, place=bed(house)), ngo).started


def test_tonight_again_and_again_is_seen_and_never_refused(ngo: Actor, house: Actor) -> None:
    case, place = presumed(ngo, age_basis="unknown", age_low=None), bed(house)
    found = [
        did(PlaceTonight(case=case, place=place), ngo, NOW + timedelta(days=n)).breaches for n in range(5)
    ]
    assert found == [(), (), (), ("night_after_night",), ()]


def test_who_enforces_ends_no_help_and_hears_no_alone(ngo: Actor, house: Actor) -> None:
    case, stay = staying(ngo, house)
    police = agency("police", Sector.POLICE, Role.CASEWORKER)
    did(GrantAccess(case=case, to_agency=police.agency_id, purpose="proceedings", basis="consent"), ngo)
    legal = made(did(OfferService(case=case, service=ServiceKind.LEGAL), ngo), "offered_service")
    ended = EndService(case=case, offered_service=legal, because="no_longer_needed")
    assert "service.enforcement_ends" in codes(tried(ended, police))
    out = EndStay(case=case, placement=stay, because="person_wishes", said_through="own_language")
    assert "service.enforcement_ends" in codes(tried(out, police))
    said_no = DeclineService(case=case, offered_service=legal, said_through="own_language")
    assert codes(tried(said_no, police)) == {"declined.to_enforcement"}
    did(said_no.model_copy(update={"said_through": SaidThrough.INTERPRETER}), police)


def test_her_no_to_a_lawyer_ends_that_duty_and_is_asked_again(ngo: Actor, house: Actor) -> None:
    case = presumed(ngo)
    assert state(ngo, case, "legal_help") == ["open"]
    legal = made(did(OfferService(case=case, service=ServiceKind.LEGAL), ngo), "offered_service")
    done = did(DeclineService(case=case, offered_service=legal, said_through="own_language"), ngo)
    assert "help_offered_again" in done.started
    assert state(ngo, case, "legal_help") == ["declined"]
    assert state(ngo, case, "immediate_needs") == ["open"]


def test_a_no_to_a_bed_is_not_answered_by_an_offer_of_transport(ngo: Actor, house: Actor) -> None:
    case = presumed(ngo)
    stay = offered(ngo, case, bed(house))
    did(DeclinePlace(case=case, placement=stay, said_through="own_language"), ngo)
    did(OfferService(case=case, service=ServiceKind.TRANSPORT), ngo)
    assert state(ngo, case, "offered_again") == ["open"]


def test_withheld_care_is_not_given_back_by_an_interpreter(ngo: Actor, house: Actor) -> None:
    case = presumed(ngo)
    did(ServiceWasWithheld(case=case, service=ServiceKind.MEDICAL, because="will_not_testify"), ngo)
    did(OfferService(case=case, service=ServiceKind.INTERPRETING), ngo)
    with acting(ngo, NOW):
        assert Breach.objects.get(subject_id=case, rule="help_withheld").ended_at is None
    assert state(ngo, case, "service_restored") == ["open"]
    did(OfferService(case=case, service=ServiceKind.MEDICAL), ngo)
    with acting(ngo, NOW):
        assert Breach.objects.get(subject_id=case, rule="help_withheld").ended_at is not None


def test_help_that_ends_though_she_did_not_ask_is_owed_back(ngo: Actor, house: Actor) -> None:
    case = presumed(ngo)
    help_ = made(did(OfferService(case=case, service=ServiceKind.MEDICAL), ngo), "offered_service")
    assert (
        "service_restored"
        in did(EndService(case=case, offered_service=help_, because="no_capacity"), ngo).started
    )


@pytest.mark.parametrize(
    ("what", "is_breach"), [("surgery", False), ("hiv_test", True), ("age_assessment", True)]
)
def test_an_emergency_is_no_way_to_a_test(ngo: Actor, house: Actor, what: str, is_breach: bool) -> None:
    case = presumed(ngo)
    done = did(EmergencyTreatment(case=case, examination=what, reason="Unconscious."), ngo)
    assert ("examined_without_an_emergency" in done.breaches) is is_breach


def test_a_stay_that_runs_out_by_its_dates_is_noticed(ngo: Actor, house: Actor) -> None:
    case, _ = staying(ngo, house)
    assert notice_stays_over(NOW + timedelta(days=1)) == 0
    assert notice_stays_over(NOW + timedelta(days=7)) == 1
    assert notice_stays_over(NOW + timedelta(days=8)) == 0
    assert state(ngo, case, "next_place") == ["open"]


def test_who_moves_on_by_the_dates_is_owed_no_other_place(ngo: Actor, house: Actor) -> None:
    case, _ = staying(ngo, house)
    after = offered(ngo, case, bed(house, "2"), NEXT_WEEK, date(2026, 3, 20))
    did(AcceptPlace(case=case, placement=after), ngo)
    assert notice_stays_over(NOW + timedelta(days=7)) == 1
    assert state(ngo, case, "next_place") == []
