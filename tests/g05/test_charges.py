"""Charges against somebody presumed trafficked: refused, recorded as breaches, answered, ended."""

from __future__ import annotations

from datetime import date

import pytest

from tests.g05.cast import Cast, codes
from tutela.agencies.words import Role, Sector, TrainingKind
from tutela.engine.actions import InvalidAction
from tutela.engine.outcomes import Done

WORK = {"charge_ref": "K 12/2026", "offence": "irregular_work"}
DRUGS = {"charge_ref": "K 13/2026", "offence": "drug_cultivation"}


@pytest.fixture
def cast(db_world: object) -> Cast:
    """An adult, known to an NGO, with police, prosecution and an assessor who see the case."""
    cast = Cast()
    ngo = cast.add(Sector.NGO, Role.CASEWORKER)
    cast.open(ngo, age_basis="known", age_low=29)
    assessor = cast.add(Sector.PROTECTION_OFFICE, Role.LINK_ASSESSOR, trained=TrainingKind.LINK_ASSESSMENT)
    cast.share(ngo, cast.add(Sector.PROSECUTION, Role.PROSECUTOR), cast.add(Sector.POLICE), assessor)
    return cast


@pytest.fixture
def presumed(cast: Cast) -> Cast:
    """The same adult, presumed trafficked."""
    cast.done(cast.actors["ngo"], "presume_trafficked")
    return cast


def test_without_a_presumption_a_charge_goes_on(cast: Cast) -> None:
    cast.done(cast.actors["prosecution"], "bring_charge", **WORK)


def test_a_charge_for_irregular_work_is_refused(presumed: Cast) -> None:
    refused = presumed.refused(presumed.actors["prosecution"], "bring_charge", **WORK)
    assert refused.provisions == {"P7", "G2.5"}
    assert codes(refused) == {"charge.status"}
    assert "assess_charge_link" in refused.objections[0].instead


def test_an_unassessed_charge_counts_as_linked(presumed: Cast) -> None:
    refused = presumed.refused(presumed.actors["police"], "bring_charge", **DRUGS)
    assert codes(refused) == {"charge.not_assessed"}


def test_a_request_for_recognition_protects_until_it_is_decided(cast: Cast) -> None:
    cast.done(cast.actors["ngo"], "ask_for_recognition")
    assert codes(cast.refused(cast.actors["police"], "bring_charge", **DRUGS)) == {"charge.not_assessed"}


@pytest.mark.parametrize("linked", [True, None])
def test_a_linked_or_doubtful_charge_stays_refused(presumed: Cast, linked: bool | None) -> None:
    presumed.done(
        presumed.actors["protection-office"], "assess_charge_link", **DRUGS, linked=linked, reasons="made to"
    )
    refused = presumed.refused(presumed.actors["prosecution"], "bring_charge", **DRUGS)
    assert codes(refused) == {"charge.linked"}


def test_the_pair_a_charge_found_not_linked_may_go_on_for_that_offence_only(presumed: Cast) -> None:
    presumed.done(
        presumed.actors["protection-office"], "assess_charge_link", **DRUGS, linked=False, reasons="before it"
    )
    prosecution = presumed.actors["prosecution"]
    other = {**DRUGS, "offence": "theft"}
    assert codes(presumed.refused(prosecution, "bring_charge", **other)) == {"charge.not_assessed"}
    presumed.done(prosecution, "bring_charge", **DRUGS)


def test_who_prosecutes_does_not_assess_and_nobody_does_without_training(presumed: Cast) -> None:
    finding = {**DRUGS, "linked": False, "reasons": "we think so"}
    assert codes(presumed.refused(presumed.actors["prosecution"], "assess_charge_link", **finding)) == {
        "link.not_independent",
        "link.training_out_of_date",
    }
    assert codes(presumed.refused(presumed.actors["ngo"], "assess_charge_link", **finding)) == {
        "link.training_out_of_date"
    }
    late = presumed.add(
        Sector.LEGAL_AID, Role.LAWYER, trained=TrainingKind.LINK_ASSESSMENT, on=date(2023, 1, 5)
    )
    presumed.share(presumed.actors["ngo"], late)
    assert codes(presumed.refused(late, "assess_charge_link", **finding)) == {"link.training_out_of_date"}


def test_a_charge_elsewhere_is_a_breach_with_its_duties_until_it_is_dropped(presumed: Cast) -> None:
    ngo = presumed.actors["ngo"]
    found = presumed.done(ngo, "charge_found", **DRUGS)
    assert found.breaches == ("charged_all_the_same",)
    assert {"charge_link_assessed", "letter_to_prosecutor", "charge_stopped"} <= set(found.started)
    sent = presumed.done(
        ngo,
        "send_letter",
        charge_ref=DRUGS["charge_ref"],
        to_agency=str(presumed.actors["prosecution"].agency_id),
        agreement="agreed",
    )
    assert sent.started == ("letter_answered",)
    assert sent.met == ("letter_to_prosecutor",)
    kept = presumed.done(
        ngo, "prosecutor_answered", charge_ref=DRUGS["charge_ref"], decision="kept_up", reasons="no"
    )
    assert kept.breaches == ("kept_up_without_clear_reasons",)
    presumed.later(days=2)
    presumed.done(ngo, "charge_dropped", charge_ref=DRUGS["charge_ref"])
    assert not any(presumed.breaches().values())
    states = presumed.duties()
    assert states["charge_stopped"] == states["letter_answered"] == "met"
    assert states["charge_link_assessed"] == "lapsed"


def test_clear_reasons_are_no_second_breach(presumed: Cast) -> None:
    presumed.done(presumed.actors["ngo"], "charge_found", **DRUGS)
    answered = presumed.done(
        presumed.actors["ngo"],
        "prosecutor_answered",
        charge_ref=DRUGS["charge_ref"],
        decision="kept_up",
        clear_reasons=True,
        reasons="no act was found, for these reasons",
    )
    assert answered.breaches == ()


def test_a_charge_assessed_as_not_linked_is_no_breach(presumed: Cast) -> None:
    presumed.done(
        presumed.actors["protection-office"], "assess_charge_link", **DRUGS, linked=False, reasons="before it"
    )
    found = presumed.done(presumed.actors["ngo"], "charge_found", **DRUGS)
    assert found.breaches == ()
    assert "charge_stopped" not in found.started


def test_a_finding_of_no_link_ends_breach_and_duties(presumed: Cast) -> None:
    presumed.done(presumed.actors["ngo"], "charge_found", **DRUGS)
    presumed.done(
        presumed.actors["protection-office"], "assess_charge_link", **DRUGS, linked=False, reasons="before it"
    )
    assert presumed.breaches() == {"charged_all_the_same": False}
    assert presumed.duties()["charge_stopped"] == "lapsed"


def test_a_charge_found_linked_after_all_is_a_breach(presumed: Cast) -> None:
    assessor = presumed.actors["protection-office"]
    presumed.done(assessor, "assess_charge_link", **DRUGS, linked=False, reasons="before it")
    presumed.done(presumed.actors["prosecution"], "bring_charge", **DRUGS)
    again = presumed.done(assessor, "assess_charge_link", **DRUGS, linked=True, reasons="a message turned up")
    assert again.breaches == ("linked_after_all",)
    assert "charge_stopped" in again.started


def test_what_began_before_the_presumption_becomes_a_breach_with_it(cast: Cast) -> None:
    ngo = cast.actors["ngo"]
    assert cast.done(ngo, "charge_found", **DRUGS).breaches == ()
    assert cast.done(ngo, "conviction_found", **DRUGS, sentence="detention").breaches == ()
    presumed = cast.done(ngo, "presume_trafficked")
    assert set(presumed.breaches) == {"still_charged", "still_convicted"}
    assert {"letter_to_prosecutor", "charge_stopped", "quashing"} <= set(presumed.started)
    cast.done(ngo, "conviction_quashed", charge_ref=DRUGS["charge_ref"], record_cleared=True)
    cast.done(ngo, "charge_dropped", charge_ref=DRUGS["charge_ref"])
    assert not any(cast.breaches().values())
    assert cast.duties()["quashing"] == "met"


def test_a_fine_is_a_breach_too(presumed: Cast) -> None:
    assert presumed.done(presumed.actors["ngo"], "fine_found", **WORK).breaches == ("charged_all_the_same",)


def test_a_conviction_is_a_breach_and_its_quashing_is_owed(presumed: Cast) -> None:
    found = presumed.done(presumed.actors["ngo"], "conviction_found", **DRUGS, sentence="detention")
    assert found.breaches == ("convicted_all_the_same",)
    assert "quashing" in found.started


def test_a_child_is_named_in_refusal_and_breach(cast: Cast) -> None:
    ngo = cast.actors["ngo"]
    cast.done(ngo, "record_age", age_basis="claimed", age_low=15)
    cast.done(ngo, "presume_trafficked")
    refused = cast.refused(cast.actors["prosecution"], "bring_charge", **DRUGS)
    assert refused.provisions == {"P7", "G2.5", "G8.3", "G8.8", "P10"}
    found = cast.done(ngo, "charge_found", **DRUGS)
    assert set(found.breaches) == {"charged_all_the_same", "child_charged_all_the_same"}


def test_the_letter_needs_a_charge_and_a_doubt(presumed: Cast) -> None:
    letter = {
        "charge_ref": DRUGS["charge_ref"],
        "to_agency": str(presumed.actors["prosecution"].agency_id),
        "agreement": "agreed",
    }
    with pytest.raises(InvalidAction):
        presumed.do(presumed.actors["ngo"], "send_letter", **letter)
    presumed.done(presumed.actors["ngo"], "charge_found", **DRUGS)
    presumed.done(
        presumed.actors["protection-office"], "assess_charge_link", **DRUGS, linked=False, reasons="before it"
    )
    with pytest.raises(InvalidAction):
        presumed.do(presumed.actors["ngo"], "send_letter", **letter)


def test_the_letter_does_not_go_against_an_adults_word(presumed: Cast) -> None:
    presumed.done(presumed.actors["ngo"], "charge_found", **DRUGS)
    refused = presumed.refused(
        presumed.actors["ngo"],
        "send_letter",
        charge_ref=DRUGS["charge_ref"],
        to_agency=str(presumed.actors["prosecution"].agency_id),
        agreement="said_no",
    )
    assert codes(refused) == {"letter.said_no"}


def test_a_reference_has_a_number_and_is_never_just_a_name(presumed: Cast) -> None:
    with pytest.raises(InvalidAction) as error:
        presumed.do(presumed.actors["police"], "bring_charge", charge_ref="Mary", offence="theft")
    assert [f.field for f in error.value.faults] == ["charge_ref"]


def test_the_prosecution_sees_and_records_its_own_answer(presumed: Cast) -> None:
    presumed.done(presumed.actors["ngo"], "charge_found", **DRUGS)
    outcome = presumed.do(
        presumed.actors["prosecution"],
        "prosecutor_answered",
        charge_ref=DRUGS["charge_ref"],
        decision="dropped",
    )
    assert isinstance(outcome, Done)
    assert presumed.breaches() == {"charged_all_the_same": False}


def test_a_found_link_is_not_shopped_away(presumed: Cast) -> None:
    first = presumed.actors["protection-office"]
    other = presumed.add(Sector.LEGAL_AID, Role.LAWYER, trained=TrainingKind.LINK_ASSESSMENT)
    presumed.share(presumed.actors["ngo"], other)
    presumed.done(first, "assess_charge_link", **DRUGS, linked=True, reasons="made to")
    again = {**DRUGS, "linked": False, "reasons": "I see none"}
    assert codes(presumed.refused(other, "assess_charge_link", **again)) == {"link.found_before"}
    presumed.done(first, "assess_charge_link", **again)
    presumed.done(presumed.actors["prosecution"], "bring_charge", **DRUGS)


@pytest.mark.parametrize(
    ("sector", "role"), [(Sector.IMMIGRATION, Role.LINK_ASSESSOR), (Sector.COURT, Role.PROSECUTOR)]
)
def test_who_charges_elsewhere_is_no_assessor(presumed: Cast, sector: Sector, role: Role) -> None:
    by = presumed.add(sector, role, trained=TrainingKind.LINK_ASSESSMENT)
    presumed.share(presumed.actors["ngo"], by)
    refused = presumed.refused(by, "assess_charge_link", **DRUGS, linked=False, reasons="I see none")
    assert codes(refused) == {"link.not_independent"}
