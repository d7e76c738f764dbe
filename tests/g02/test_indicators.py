"""The signs as data, the counting rule, and the comparison with the field's own list."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutela.guidelines.g02_identification.indicators import (
    INDICATORS_FILE,
    Combination,
    Count,
    catalogue,
    load_catalogue,
)
from tutela.instrument.strict_yaml import StrictYamlError, load_strict_file

FIELD_FILE = Path(__file__).parents[3] / "shared" / "field" / "indicators.yaml"
CATALOGUE = catalogue()
COMPLETE = [profile for profile in CATALOGUE.profiles.values() if profile.complete]


@pytest.fixture(scope="module")
def field_list():
    if not FIELD_FILE.exists():
        pytest.skip("the field's list is not beside this checkout")
    return load_strict_file(FIELD_FILE)


def test_every_sign_and_weight_is_that_of_the_field(field_list):
    theirs = {
        row["id"]: (
            dimension["id"],
            {key: value for key, value in row.items() if key.startswith(("adult_", "child_"))},
            row.get("use") == "context",
        )
        for dimension in field_list["dimensions"]
        for row in dimension["indicators"]
    }
    ours = {
        sign.id: (sign.dimension, dict(sign.weights), sign.context)
        for sign in CATALOGUE.indicators.values()
        if not sign.observed
    }
    assert ours == theirs
    observed = {row["id"]: row.get("use") == "context" for row in field_list["observed_signs"]}
    assert {sign.id: sign.context for sign in CATALOGUE.indicators.values() if sign.observed} == observed
    assert dict(CATALOGUE.escalation) == {row["from"]: row["to"] for row in field_list["escalation"]}


def test_the_rule_and_the_lists_are_those_of_the_field(field_list):
    rule = field_list["decision_rule"]
    ours = load_strict_file(INDICATORS_FILE)
    assert ours["positive_if_any"] == rule["dimension_positive_if_any"]
    assert list(CATALOGUE.profiles) == rule["profiles"]
    unverified = {row["profile"] for row in field_list["profile_notes"] if row.get("unverified")}
    assert {profile.id for profile in CATALOGUE.profiles.values() if not profile.verified} == unverified
    assert {profile.id for profile in CATALOGUE.profiles.values() if not profile.complete} == unverified


def test_a_complete_list_has_as_many_signs_as_it_says():
    for row in load_strict_file(INDICATORS_FILE)["profiles"]:
        if row["complete"]:
            weighted = [
                sign
                for sign in CATALOGUE.indicators.values()
                if not sign.observed and sign.weights.get(row["id"]) is not None
            ]
            assert len(weighted) == row["indicators"], row["id"]


@pytest.mark.parametrize("counts", list(product(range(4), repeat=3)))
def test_a_dimension_is_positive_by_the_published_rule(counts):
    strong, medium, weak = counts
    by_hand = (
        strong >= 2 or (strong >= 1 and medium + weak >= 1) or medium >= 3 or (medium >= 2 and weak >= 1)
    )
    count = Count(strong, medium, weak)
    assert any(threshold.reached_by(count) for threshold in CATALOGUE.thresholds) is by_hand


def combination(profile_id, *signs):
    score = CATALOGUE.score(CATALOGUE.profiles[profile_id], signs)
    return score and score.combination


DECEIVED, FORCED, WEAK_POSITION = ("DR01", "DR02"), ("CR01", "CR02"), ("VR02", "VR03", "VR04")
EXPLOITED, HELD = ("EX01", "EX02"), ("CD03", "CD05")


@pytest.mark.parametrize(
    ("signs", "outcome"),
    [
        ((), Combination.NOTHING_POSITIVE),
        (("EX01",), Combination.NOTHING_POSITIVE),
        (EXPLOITED, Combination.LABOUR_RIGHTS_CASE),
        ((*DECEIVED, *EXPLOITED), Combination.DECEIVED_AND_EXPLOITED),
        ((*DECEIVED, *EXPLOITED, *HELD), Combination.FORCED_AND_EXPLOITED),
        ((*FORCED, *EXPLOITED, *HELD), Combination.FORCED_AND_EXPLOITED),
        ((*EXPLOITED, *HELD), Combination.PERSON_DECIDES),
        ((*EXPLOITED, *WEAK_POSITION), Combination.PERSON_DECIDES),
        (HELD, Combination.PERSON_DECIDES),
        (WEAK_POSITION, Combination.VULNERABILITY_ONLY),
    ],
)
def test_what_positive_dimensions_mean_together_for_an_adult(signs, outcome):
    assert combination("adult_labour", *signs) is outcome


def test_exploitation_of_a_child_is_enough():
    assert combination("child_labour", *EXPLOITED) is Combination.CHILD_EXPLOITED


@pytest.mark.parametrize("profile_id", ["adult_sexual", "child_sexual"])
def test_a_list_without_its_weights_scores_nothing(profile_id):
    assert combination(profile_id, "CD07", "EX06", *EXPLOITED, *HELD) is None


@pytest.mark.parametrize("profile", COMPLETE, ids=lambda profile: profile.id)
def test_context_never_weighs_however_much_of_it_there_is(profile):
    context = [sign.id for sign in CATALOGUE.indicators.values() if sign.context]
    assert {"VR06", "VR09", "VR14", "VD03", "VD04", "VD07", "OS2"} <= set(context)
    assert not any(count.total for count in CATALOGUE.score(profile, context).counts.values())


@pytest.mark.parametrize("profile", COMPLETE, ids=lambda profile: profile.id)
def test_what_was_only_observed_never_counts_alone_and_adds_one_at_most(profile):
    observed = [sign.id for sign in CATALOGUE.indicators.values() if sign.observed]
    assert not any(count.total for count in CATALOGUE.score(profile, observed).counts.values())
    beside = CATALOGUE.score(profile, [*observed, "CD03"])
    assert beside.counts["coercion_at_destination"] == Count(strong=1, weak=1)


def test_a_sign_grows_heavier_once_exploitation_runs():
    assert CATALOGUE.with_escalation(["CR05"]) == {"CR05"}
    assert CATALOGUE.with_escalation(["CR05", "EX02"]) == {"CR05", "CD01", "EX02"}


@given(
    st.frozensets(st.sampled_from(sorted(CATALOGUE.indicators))),
    st.sampled_from(sorted(CATALOGUE.indicators)),
    st.sampled_from(COMPLETE),
)
def test_one_sign_more_never_makes_anything_less_positive(signs, one_more, profile):
    before, after = CATALOGUE.score(profile, signs), CATALOGUE.score(profile, signs | {one_more})
    assert before.positive <= after.positive
    assert after.combination.raises or not before.combination.raises


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("{id: DR02,", "{id: DR01,", "indicator DR01: written twice"),
        ("adult_labour: S", "adult_labour: X", "a weight is S, M, W or null, not 'X'"),
        ("adult_labour: S", "adults: S", "no list is called 'adults'"),
        (", use: context}", ", use: weight}", "the only use is context"),
        ("{from: CR05, to: CD01}", "{from: CR05, to: CD99}", "no indicator is called 'CD99'"),
        ("supports: coercive_recruitment", "supports: nothing", "no dimension is called 'nothing'"),
        ("version: 1", "version: 1\nversion: 2", "written twice"),
        ("escalation:", "escalations:", "missing: escalation"),
    ],
)
def test_a_slip_in_the_data_fails_when_it_is_read(tmp_path, old, new, says):
    text = INDICATORS_FILE.read_text(encoding="utf-8")
    assert old in text
    broken = tmp_path / "indicators.yaml"
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(StrictYamlError, match=says):
        load_catalogue(broken)


def test_forbidden_things_are_no_signs():
    words = " ".join(sign.en.lower() for sign in CATALOGUE.indicators.values())
    for word in ("nationality", "ethnic", "dress", "clothes", "condom", "occupation", "female", "male"):
        assert word not in words
