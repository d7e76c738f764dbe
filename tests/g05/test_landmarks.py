"""What courts have decided, lived through on its own dates: only what this room answers for."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.g05.cast import Cast
from tutela.agencies.words import Compartment, Role, Sector, TrainingKind
from tutela.engine import profile
from tutela.guidelines.g05_enforcement import reads


def begin(year: int, month: int, day: int, **known: object) -> Cast:
    """A case on that day, opened by an NGO; police, prosecution and an assessor see it."""
    cast = Cast(now=datetime(year, month, day, 8, tzinfo=UTC))
    ngo = cast.add(Sector.NGO, Role.CASEWORKER)
    cast.open(ngo, **known)
    assessor = cast.add(
        Sector.PROTECTION_OFFICE,
        Role.LINK_ASSESSOR,
        trained=TrainingKind.LINK_ASSESSMENT,
        on=date(year, 1, 1),
    )
    police, prosecution = cast.add(Sector.POLICE), cast.add(Sector.PROSECUTION, Role.PROSECUTOR)
    immigration = cast.add(Sector.IMMIGRATION)
    cast.share(ngo, assessor, police, prosecution)
    cast.share(ngo, immigration, more=(Compartment.STATUS,))
    return cast


def test_vcl_a_boy_in_a_cannabis_house(db_world: object) -> None:
    with profile.use("GBR"):
        cast = begin(2009, 5, 6, age_basis="claimed", age_low=15)
        ngo, charge = cast.actors["ngo"], {"charge_ref": "T 2009/1", "offence": "drug_cultivation"}
        cast.done(ngo, "presume_trafficked")
        cast.later(days=1)
        refused = cast.refused(cast.actors["prosecution"], "bring_charge", **charge)
        assert {"P7", "G2.5", "G8.3"} <= refused.provisions
        found = cast.done(ngo, "charge_found", **charge)
        assert {"charged_all_the_same", "child_charged_all_the_same"} == set(found.breaches)
        held = cast.done(ngo, "detention_found", place_kind="youth_institution", held_for="charge")
        assert held.breaches == ("held_all_the_same",)
        due = cast.duty("release").due_at
        assert due is not None
        assert (due - cast.now).total_seconds() == 2 * 3600
        cast.later(days=221)
        kept = cast.done(
            cast.actors["prosecution"], "prosecutor_answered", charge_ref="T 2009/1", decision="kept_up"
        )
        assert kept.breaches == ("kept_up_without_clear_reasons",)
        convicted = cast.done(ngo, "conviction_found", **charge, sentence="detention")
        assert "quashing" in convicted.started
        assert reads.held(ngo, cast.case, cast.now).hours == 221 * 24


def test_rantsev_a_young_woman_at_a_police_station(db_world: object) -> None:
    cast = begin(2001, 3, 28, age_basis="known", age_low=20)
    police = cast.actors["police"]
    for to_kind, suspected in (("employer", False), ("employer", None), ("acquaintance", True)):
        refused = cast.refused(police, "hand_over", to_kind=to_kind, suspected_controller=suspected)
        assert {"G5.1", "G6.6"} <= refused.provisions
    stay = {"place_kind": "police_station", "held_for": "immigration"}
    assert cast.refused(police, "detain_person", **stay).provisions == {"P7", "G2.6"}
    cast.done(cast.actors["ngo"], "presume_trafficked")
    assert cast.done(police, "detention_found", **stay).breaches == ("held_all_the_same",)
    handed = cast.done(police, "was_handed_over", to_kind="employer", suspected_controller=True)
    assert handed.breaches == ("handed_to_a_controller",)
    assert cast.duties()["investigation"] == "open"


def test_chowdury_a_strawberry_picker(db_world: object) -> None:
    cast = begin(2013, 4, 17, age_basis="known", age_low=29)
    cast.done(cast.actors["ngo"], "presume_trafficked")
    for offence in ("irregular_stay", "irregular_work"):
        refused = cast.refused(
            cast.actors["prosecution"], "bring_charge", charge_ref="1/2013", offence=offence
        )
        assert {"P7", "G2.5"} <= refused.provisions
    assert "G4.6" in cast.refused(cast.actors["immigration"], "remove_person").provisions
    cast.later(days=460)
    refused_inquiry = cast.done(cast.actors["ngo"], "investigation_refused", because="asked_late")
    assert refused_inquiry.breaches == ("investigation_was_refused",)
    due = cast.duty("investigation").due_at
    assert due is not None
    assert due < cast.now


def test_mani_a_charge_of_bigamy(db_world: object) -> None:
    cast = begin(2006, 2, 14, age_basis="known", age_low=22)
    ngo, charge = cast.actors["ngo"], {"charge_ref": "9/2007", "offence": "bigamy"}
    cast.done(ngo, "presume_trafficked")
    assert {"P7", "G2.5"} <= cast.refused(cast.actors["prosecution"], "bring_charge", **charge).provisions
    assert cast.done(ngo, "conviction_found", **charge, sentence="detention").breaches
    cast.done(ngo, "detention_found", place_kind="prison", held_for="sentence")
    cast.later(days=61)
    cast.done(ngo, "release_recorded", how_known="person_met")
    cast.done(ngo, "conviction_quashed", charge_ref="9/2007", record_cleared=True)
    assert not any(cast.breaches().values())


def test_le_arrests_and_an_expulsion_order_from_before(db_world: object) -> None:
    cast = begin(2005, 8, 29, age_basis="known", age_low=24)
    ngo = cast.actors["ngo"]
    cast.done(ngo, "charge_found", charge_ref="8/2005", offence="irregular_stay")
    cast.later(days=446)
    cast.done(ngo, "detention_found", place_kind="removal_centre", held_for="immigration")
    cast.later(days=11)
    asked = cast.done(ngo, "ask_for_recognition", asked_by_person=True)
    assert set(asked.breaches) == {"still_held", "still_charged"}
    assert cast.done(ngo, "removal_ordered", kind="deportation").breaches
    assert reads.held(ngo, cast.case, cast.now).hours == 11 * 24


@pytest.mark.parametrize("country", ["default", "NLD"])
def test_j_austria_raises_no_false_alarm(db_world: object, country: str) -> None:
    with profile.use(country):
        cast = begin(2011, 4, 1, age_basis="known", age_low=30)
        cast.done(cast.actors["ngo"], "presume_trafficked")
        cast.done(cast.actors["immigration"], "record_stay_of_removal")
        cast.done(cast.actors["police"], "open_investigation", origin="referral")
        cast.later(days=217)
        ended = cast.done(
            cast.actors["prosecution"],
            "investigation_ended",
            because="no_jurisdiction",
            reasons="the events lie abroad, the suspects have left, and no treaty helps",
            reviewed=True,
        )
        assert ended.breaches == ()
        assert cast.breaches() == {}
        assert cast.duties()["investigation"] == "met"
