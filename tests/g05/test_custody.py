"""Detention, custody that a court ordered, hand-overs and investigations."""

from __future__ import annotations

from typing import Any

import pytest

from tests.g05.cast import Cast, codes
from tutela.agencies.words import Role, Sector
from tutela.guidelines.g05_enforcement import reads
from tutela.guidelines.g05_enforcement.words import ClosedPlace, HeldFor


@pytest.fixture
def cast(db_world: object) -> Cast:
    """An adult, known to an NGO, whom police and a monitor know of."""
    cast = Cast()
    ngo = cast.add(Sector.NGO, Role.CASEWORKER)
    cast.open(ngo, age_basis="known", age_low=24)
    cast.share(ngo, cast.add(Sector.POLICE, Role.INVESTIGATOR))
    cast.add(Sector.MONITOR, Role.MONITOR)
    return cast


@pytest.fixture
def presumed(cast: Cast) -> Cast:
    """The same adult, presumed trafficked."""
    cast.done(cast.actors["ngo"], "presume_trafficked")
    return cast


@pytest.mark.parametrize("place", list(ClosedPlace))
def test_no_closed_place_whatever_it_is_called(presumed: Cast, place: str) -> None:
    refused = presumed.refused(presumed.actors["police"], "detain_person", place_kind=place)
    assert refused.provisions == {"P7", "G2.6"}
    assert refused.objections[0].absolute
    assert "place_tonight" in refused.objections[0].instead


def test_not_even_for_her_own_protection_and_not_before_it_is_decided(cast: Cast) -> None:
    held_for: dict[str, Any] = {"place_kind": "closed_shelter", "held_for": HeldFor.OWN_PROTECTION}
    refused = cast.refused(cast.actors["police"], "detain_person", **held_for)
    assert codes(refused) == {"detention.own_protection"}


def test_a_detention_is_a_breach_and_its_hours_are_counted(presumed: Cast) -> None:
    ngo = presumed.actors["ngo"]
    found = presumed.done(
        ngo, "detention_found", place_kind="removal_centre", occurred_at="2026-03-01T21:00:00Z"
    )
    assert found.breaches == ("held_all_the_same",)
    assert "release" in found.started
    presumed.later(hours=5)
    with_hours = reads.held(ngo, presumed.case, presumed.now)
    assert with_hours.hours == 17
    assert with_hours.detentions[0].place_kind == "removal_centre"
    presumed.done(ngo, "release_recorded", how_known="person_met")
    presumed.later(hours=5)
    assert reads.held(ngo, presumed.case, presumed.now).hours == 17
    assert presumed.breaches() == {"held_all_the_same": False}
    assert presumed.duties()["release"] == "met"


def test_who_keeps_the_key_owes_the_release(presumed: Cast) -> None:
    presumed.done(presumed.actors["ngo"], "detention_found", place_kind="police_station")
    release = presumed.duty("release")
    assert (release.bearer_sector, release.bearer_agency_id) == (
        "police",
        presumed.actors["police"].agency_id,
    )
    assert presumed.duty("investigation").bearer_sector == "police"


def test_a_detention_from_before_becomes_a_breach_with_the_request_for_recognition(cast: Cast) -> None:
    ngo = cast.actors["ngo"]
    assert cast.done(ngo, "detention_found", place_kind="removal_centre").breaches == ()
    asked = cast.done(ngo, "ask_for_recognition", asked_by_person=True)
    assert asked.breaches == ("still_held",)
    assert {"release", "investigation"} <= set(asked.started)
    assert cast.done(ngo, "presume_trafficked").breaches == ()


def test_custody_that_a_court_ordered_stands_apart_and_is_reviewed_until_it_ends(presumed: Cast) -> None:
    ngo = presumed.actors["ngo"]
    lawyer = presumed.add(Sector.LEGAL_AID, Role.LAWYER)
    presumed.share(ngo, lawyer)
    ordered = presumed.done(ngo, "court_ordered_custody", kind="secure_care", order_seen=True)
    assert ordered.breaches == ()
    assert ordered.started == ("custody_review",)
    assert [c.kind for c in reads.custody(lawyer, presumed.case, presumed.now)] == ["secure_care"]
    assert [c.kind for c in reads.custody(presumed.actors["monitor"], presumed.case)] == ["secure_care"]
    presumed.later(days=1)
    again = presumed.done(lawyer, "review_custody", goes_on=True, finding="no place found yet")
    assert again.met == again.started == ("custody_review",)
    presumed.done(lawyer, "review_custody", goes_on=False, finding="foster family found")
    assert presumed.duties()["custody_review"] == "met"
    assert reads.custody(lawyer, presumed.case, presumed.now)[0].ended_at is not None


def test_nobody_is_handed_to_a_controller_or_to_somebody_nobody_knows(cast: Cast) -> None:
    police = cast.actors["police"]
    for suspected, code in ((True, "hand_over.controller"), (None, "hand_over.not_known")):
        refused = cast.refused(police, "hand_over", to_kind="acquaintance", suspected_controller=suspected)
        assert codes(refused) == {code}
        assert {"G5.1", "G6.6"} <= refused.provisions


def test_an_employer_gets_nobody_back_whatever_is_said_of_him(cast: Cast) -> None:
    fields = {"to_kind": "employer", "suspected_controller": False}
    assert codes(cast.refused(cast.actors["police"], "hand_over", **fields)) == {"hand_over.holds_power"}
    cast.done(cast.actors["police"], "hand_over", to_kind="help_organisation", suspected_controller=False)


def test_a_hand_over_is_a_breach_and_she_is_to_be_made_safe(cast: Cast) -> None:
    found = cast.done(cast.actors["ngo"], "was_handed_over", to_kind="employer")
    assert found.breaches == ("handed_to_a_controller",)
    assert {"made_safe", "investigation"} <= set(found.started)


def test_an_investigation_is_owed_without_any_complaint(presumed: Cast) -> None:
    assert presumed.duties()["investigation"] == "open"
    opened = presumed.done(presumed.actors["police"], "open_investigation", origin="own_initiative")
    assert opened.met == ("investigation",)
    assert "investigation" not in presumed.done(presumed.actors["ngo"], "ask_for_recognition").started


def test_refusing_to_investigate_is_a_breach_and_the_duty_stays(presumed: Cast) -> None:
    refused = presumed.done(presumed.actors["ngo"], "investigation_refused", because="asked_late")
    assert refused.breaches == ("investigation_was_refused",)
    assert presumed.duties()["investigation"] == "open"
    presumed.done(presumed.actors["police"], "open_investigation")
    assert presumed.breaches() == {"investigation_was_refused": False}


def test_the_pair_ended_with_reasons_and_review_or_without(presumed: Cast) -> None:
    presumed.done(presumed.actors["police"], "open_investigation")
    fields = {"because": "no_jurisdiction", "reasons": "all of it happened abroad", "reviewed": True}
    assert presumed.done(presumed.actors["ngo"], "investigation_ended", **fields).breaches == ()
    without = {**fields, "reasons": None}
    assert presumed.done(presumed.actors["ngo"], "investigation_ended", **without).breaches == (
        "investigation_ended_without_review",
    )
    kept = reads.investigations(presumed.actors["ngo"], presumed.case, presumed.now)
    assert {i.state for i in kept} == {"ended"}


def test_who_has_no_sight_of_the_case_reads_nothing(presumed: Cast) -> None:
    presumed.done(presumed.actors["ngo"], "detention_found", place_kind="prison")
    other = presumed.add(Sector.NGO, Role.CASEWORKER, key="elsewhere")
    assert reads.held(other, presumed.case, presumed.now).detentions == ()
    assert reads.charges(other, presumed.case, presumed.now) == ()
