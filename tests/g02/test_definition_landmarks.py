"""The definition on cases that courts have decided, by the facts of each as told in the landmarks."""

from __future__ import annotations

from tutela.guidelines.g02_identification.definition import (
    ActElement,
    Circumstance,
    Elements,
    Finding,
    MeansElement,
    Outcome,
    PurposeElement,
    decide,
    found,
    none_found,
)


def test_chowdury_strawberry_pickers_who_began_freely():
    verdict = decide(
        Elements(
            acts=found(ActElement.RECRUITMENT, ActElement.HARBOURING),
            means=found(
                MeansElement.ABUSE_OF_VULNERABILITY, MeansElement.THREAT_OF_FORCE, MeansElement.DECEPTION
            ),
            purposes=found(PurposeElement.FORCED_LABOUR_OR_SERVICES),
            consented=True,
            child=False,
            circumstances=frozenset(
                {Circumstance.BEGAN_FREELY, Circumstance.ASKED_LATE, Circumstance.NOT_INJURED}
            ),
        )
    )
    assert verdict.outcome is Outcome.MET
    assert verdict.reason("act").counts == ("recruitment", "harbouring")
    assert verdict.reason("means").counts == ("threat_of_force", "deception", "abuse_of_vulnerability")
    assert verdict.reason("consent").code == "consent.nothing_once_means_used"
    codes = {reason.code for reason in verdict.reasons}
    assert {"circumstance.began_freely", "circumstance.asked_late", "circumstance.not_injured"} <= codes


def test_mani_sold_at_twelve_with_everybodys_consent():
    verdict = decide(
        Elements(
            acts=found(ActElement.TRANSFER, ActElement.RECEIPT),
            means={},
            purposes=found(PurposeElement.SLAVERY, PurposeElement.PRACTICES_SIMILAR_TO_SLAVERY),
            consented=True,
            child=True,
            circumstances=frozenset({Circumstance.CUSTOM_OR_FAMILY_AGREED, Circumstance.NO_BORDER_CROSSED}),
        )
    )
    assert verdict.outcome is Outcome.MET
    assert verdict.reason("consent").code == "consent.never_for_child"


def test_siliadin_needs_no_proof_of_passport_or_promise_and_coming_back_proves_nothing():
    before = Elements(
        acts=found(ActElement.TRANSPORTATION, ActElement.RECEIPT),
        means={},
        purposes=found(PurposeElement.SERVITUDE),
        child=True,
    )
    after = Elements(
        acts=before.acts,
        means=none_found(MeansElement),
        purposes=before.purposes,
        child=True,
        circumstances=frozenset({Circumstance.ONCE_LEFT_AND_CAME_BACK}),
    )
    assert decide(before).outcome is decide(after).outcome is Outcome.MET
    assert "circumstance.once_left_and_came_back" in [reason.code for reason in decide(after).reasons]


def test_sm_within_one_country_and_after_an_acquittal():
    known = Elements(
        acts=found(ActElement.RECRUITMENT, ActElement.TRANSPORTATION, ActElement.HARBOURING),
        means=found(MeansElement.USE_OF_FORCE, MeansElement.THREAT_OF_FORCE, MeansElement.DECEPTION),
        purposes=found(PurposeElement.EXPLOITATION_OF_PROSTITUTION_OF_OTHERS),
        child=False,
        circumstances=frozenset({Circumstance.NO_BORDER_CROSSED, Circumstance.SUSPECT_ACQUITTED}),
    )
    assert decide(known).outcome is Outcome.MET


def test_vcl_from_act_and_purpose_alone():
    known = Elements(
        acts=found(ActElement.HARBOURING),
        means={MeansElement.USE_OF_FORCE: Finding.NOT_FOUND},
        purposes=found(PurposeElement.OTHER),
        child=True,
    )
    assert decide(known).outcome is Outcome.MET


def test_an_of_doubted_age_is_decided_as_a_child():
    known = Elements(found(ActElement.HARBOURING), {}, found(PurposeElement.OTHER), child=None)
    verdict = decide(known)
    assert verdict.outcome is Outcome.MET and verdict.by_child_rule


def test_an_adult_with_an_act_and_a_purpose_stays_open_while_means_are_unknown():
    known = Elements(
        found(ActElement.RECEIPT), {}, found(PurposeElement.FORCED_LABOUR_OR_SERVICES), child=False
    )
    verdict = decide(known)
    assert verdict.outcome is Outcome.OPEN
    assert verdict.reason("means").code == "means.unknown"
