"""The definition against a truth table written on its own, over every combination of what can be known."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import product
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from tutela.guidelines.g02_identification.definition_record import (
    NotElements,
    elements_from,
    plain_elements,
    plain_verdict,
)

YES, NO, UNKNOWN = "yes", "no", "unknown"
TRISTATE = (YES, NO, UNKNOWN)
AGE = {"adult": False, "child": True, "age unknown": None}
CONSENT = {YES: True, NO: False, UNKNOWN: None}

# The table, by hand: act, purpose -> the outcome for a child, or for somebody whose age is not known.
CHILD_TABLE = {
    (YES, YES): "met",
    (YES, NO): "not_met",
    (YES, UNKNOWN): "open",
    (NO, YES): "not_met",
    (NO, NO): "not_met",
    (NO, UNKNOWN): "not_met",
    (UNKNOWN, YES): "open",
    (UNKNOWN, NO): "not_met",
    (UNKNOWN, UNKNOWN): "open",
}
# act, means, purpose -> the outcome for an adult; every triple that is not named here is not met.
ADULT_MET = {(YES, YES, YES)}
ADULT_OPEN = {
    (YES, YES, UNKNOWN),
    (YES, UNKNOWN, YES),
    (YES, UNKNOWN, UNKNOWN),
    (UNKNOWN, YES, YES),
    (UNKNOWN, YES, UNKNOWN),
    (UNKNOWN, UNKNOWN, YES),
    (UNKNOWN, UNKNOWN, UNKNOWN),
}


def expected(act: str, means: str, purpose: str, age: str) -> str:
    if age != "adult":
        return CHILD_TABLE[act, purpose]
    triple = (act, means, purpose)
    return "met" if triple in ADULT_MET else "open" if triple in ADULT_OPEN else "not_met"


def findings(codes, state: str, code):
    return {YES: {code: Finding.FOUND}, NO: none_found(codes), UNKNOWN: {}}[state]


def elements(act: str, means: str, purpose: str, age: str, consent: str, codes=None, **more) -> Elements:
    one_act, one_means, one_purpose = codes or (
        ActElement.HARBOURING,
        MeansElement.DECEPTION,
        PurposeElement.FORCED_LABOUR_OR_SERVICES,
    )
    return Elements(
        acts=findings(ActElement, act, one_act),
        means=findings(MeansElement, means, one_means),
        purposes=findings(PurposeElement, purpose, one_purpose),
        child=AGE[age],
        consented=CONSENT[consent],
        **more,
    )


@pytest.mark.parametrize("age", AGE)
@pytest.mark.parametrize("consent", TRISTATE)
@pytest.mark.parametrize("intended_only", [True, False])
def test_every_combination_follows_the_table(age, consent, intended_only):
    for act, means, purpose in product(TRISTATE, repeat=3):
        verdict = decide(elements(act, means, purpose, age, consent, intended_only=intended_only))
        assert verdict.outcome == expected(act, means, purpose, age), (act, means, purpose)
        assert [verdict.reason(part) is not None for part in ("age", "act", "means", "purpose")] == [True] * 4


@pytest.mark.parametrize("codes", list(product(ActElement, MeansElement, PurposeElement)))
def test_any_one_code_of_each_element_is_enough(codes):
    assert decide(elements(YES, YES, YES, "adult", YES, codes)).outcome is Outcome.MET
    assert decide(elements(YES, NO, YES, "child", YES, codes)).outcome is Outcome.MET


@pytest.mark.parametrize("codes", [ActElement, MeansElement, PurposeElement])
def test_an_element_is_absent_only_when_every_code_was_looked_for(codes):
    known = {ActElement: "acts", MeansElement: "means", PurposeElement: "purposes"}[codes]
    base = elements(YES, YES, YES, "adult", UNKNOWN)
    for left_out in codes:
        looked = {code: Finding.NOT_FOUND for code in codes if code is not left_out}
        assert decide(replace(base, **{known: looked})).outcome is Outcome.OPEN
    assert decide(replace(base, **{known: none_found(codes)})).outcome is Outcome.NOT_MET


class Poisoned(dict):
    """Findings on means that must not be touched."""

    def _refuse(self, *_: object) -> NoReturn:
        raise AssertionError("means were read")

    __getitem__ = __iter__ = __len__ = __contains__ = __bool__ = get = items = keys = values = _refuse


class PoisonedElements(Elements):
    """Reading the attribute itself is already a failure."""

    def __getattribute__(self, name: str) -> object:
        if name == "means":
            raise AssertionError("means were read")
        return super().__getattribute__(name)


@pytest.mark.parametrize("child", [True, None])
def test_means_are_not_even_read_for_a_child_or_while_age_is_unknown(child):
    for act, purpose, consent in product(TRISTATE, repeat=3):
        known = {
            "acts": findings(ActElement, act, ActElement.RECEIPT),
            "purposes": findings(PurposeElement, purpose, PurposeElement.SERVITUDE),
            "consented": CONSENT[consent],
            "child": child,
        }
        assert decide(Elements(means=Poisoned(), **known)).outcome == CHILD_TABLE[act, purpose]
        assert decide(PoisonedElements(means={}, **known)).outcome == CHILD_TABLE[act, purpose]


def test_the_poison_works():
    with pytest.raises(AssertionError, match="means were read"):
        decide(Elements(acts={}, means=Poisoned(), purposes={}, child=False))


def test_consent_never_changes_the_outcome_and_the_reason_says_why():
    said = {
        ("adult", YES): "consent.nothing_once_means_used",
        ("adult", UNKNOWN): "consent.nothing_until_means_known",
        ("adult", NO): "consent.not_what_decides",
        ("child", UNKNOWN): "consent.never_for_child",
        ("age unknown", UNKNOWN): "consent.nothing_while_age_unknown",
    }
    for (age, means), code in said.items():
        with_consent = decide(elements(YES, means, YES, age, YES))
        assert with_consent.reason("consent").code == code
        assert with_consent.outcome is decide(elements(YES, means, YES, age, NO)).outcome


def test_unknown_age_is_read_as_a_child_and_says_so():
    verdict = decide(elements(YES, NO, YES, "age unknown", UNKNOWN))
    assert verdict.outcome is Outcome.MET and verdict.by_child_rule
    assert verdict.reason("age").code == "age.unknown_read_as_child"
    assert verdict.reason("means").code == "means.not_needed_while_age_unknown"


def test_adult_sex_work_without_means_or_without_exploitation_is_not_trafficking():
    exploited = found(PurposeElement.EXPLOITATION_OF_PROSTITUTION_OF_OTHERS)
    no_means = Elements(found(ActElement.RECRUITMENT), none_found(MeansElement), exploited, child=False)
    no_purpose = Elements(
        found(ActElement.TRANSPORTATION),
        found(MeansElement.DECEPTION),
        none_found(PurposeElement),
        child=False,
    )
    assert decide(no_means).outcome is Outcome.NOT_MET
    assert decide(no_means).reason("means").code == "means.not_found"
    assert decide(no_purpose).outcome is Outcome.NOT_MET
    assert decide(no_purpose).reason("purpose").code == "purpose.not_found"


def test_intent_is_enough():
    verdict = decide(elements(YES, YES, YES, "adult", UNKNOWN, intended_only=True))
    assert verdict.outcome is Outcome.MET
    assert "purpose.intent_is_enough" in [reason.code for reason in verdict.reasons]


def test_reasons_name_what_counts():
    known = Elements(
        acts=found(ActElement.RECRUITMENT, ActElement.HARBOURING) | {ActElement.RECEIPT: Finding.NOT_FOUND},
        means={},
        purposes=found(PurposeElement.SERVITUDE),
        child=False,
    )
    verdict = decide(known)
    assert verdict.outcome is Outcome.OPEN
    assert verdict.reason("act").counts == ("recruitment", "harbouring")
    assert set(verdict.reason("means").counts) == set(MeansElement)


def test_there_is_nothing_else_to_ask():
    """No field asks for a border, a complaint, an injury or an acquittal: they cannot be weighed."""
    assert {field.name for field in fields(Elements)} == {
        "acts", "means", "purposes", "intended_only", "consented", "child", "circumstances",
    }  # fmt: skip


ANY_FINDINGS = {
    codes: st.dictionaries(st.sampled_from(codes), st.sampled_from(Finding))
    for codes in (ActElement, MeansElement, PurposeElement)
}
ANY_ELEMENTS = st.builds(
    Elements,
    acts=ANY_FINDINGS[ActElement],
    means=ANY_FINDINGS[MeansElement],
    purposes=ANY_FINDINGS[PurposeElement],
    intended_only=st.booleans(),
    consented=st.none() | st.booleans(),
    child=st.none() | st.booleans(),
    circumstances=st.frozensets(st.sampled_from(Circumstance)),
)


@given(ANY_ELEMENTS, st.frozensets(st.sampled_from(Circumstance)), st.none() | st.booleans(), st.booleans())
def test_what_proves_nothing_changes_nothing(known, circumstances, consented, intended_only):
    other = replace(known, circumstances=circumstances, consented=consented, intended_only=intended_only)
    assert decide(other).outcome is decide(known).outcome


@given(ANY_ELEMENTS, st.sampled_from([*ActElement, *MeansElement, *PurposeElement]))
def test_finding_one_thing_more_never_makes_the_outcome_worse(known, code):
    part = {ActElement: "acts", MeansElement: "means", PurposeElement: "purposes"}[type(code)]
    more = replace(known, **{part: {**getattr(known, part), code: Finding.FOUND}})
    better = [Outcome.NOT_MET, Outcome.OPEN, Outcome.MET]
    assert better.index(decide(more).outcome) >= better.index(decide(known).outcome)


@given(ANY_ELEMENTS)
def test_not_knowing_the_age_is_never_worse_than_knowing_it(known):
    better = [Outcome.NOT_MET, Outcome.OPEN, Outcome.MET]
    outcomes = {child: decide(replace(known, child=child)).outcome for child in (True, False, None)}
    assert outcomes[None] is max(outcomes.values(), key=better.index)


@given(ANY_ELEMENTS)
def test_a_record_of_findings_reads_back_to_the_same_verdict(known):
    plain = plain_elements(known)
    assert plain_verdict(decide(elements_from(plain))) == plain_verdict(decide(known))
    assert ("means" in plain) is (known.child is not True)


@pytest.mark.parametrize(
    ("plain", "says"),
    [
        ({"act": {}}, "act: not a part of the definition"),
        ({"acts": {"selling": "found"}}, "acts: 'selling' is none of recruitment"),
        ({"acts": {"receipt": "maybe"}}, "acts.receipt: 'maybe' is none of found"),
        ({"child": "no"}, "child: true, false, or null"),
        ({"acts": ["receipt"]}, "acts: give each code its finding"),
        ({"circumstances": "late"}, "circumstances: give a list"),
        ({"child": True, "means": {"fraud": "found"}}, "means: neither asked nor weighed for a child"),
    ],
)
def test_a_wrong_record_is_refused_with_where_and_what(plain, says):
    with pytest.raises(NotElements, match=says):
        elements_from(plain)
