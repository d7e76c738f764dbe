"""Country profiles: every mistake is named, every value has its source, and doubt is read for the person."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutela.engine import profile
from tutela.engine.clocks import (
    AppliesTo,
    Basis,
    Kind,
    Length,
    OnExpiry,
    Term,
    Unit,
    better_for_person,
    dump_term,
    load_term,
)
from tutela.engine.profile import Profile, ProfileError
from tutela.engine.profile_reader import read_profile
from tutela.instrument import all_provisions
from tutela.instrument.strict_yaml import load_strict_file

BAD = sorted((Path(__file__).parent / "profiles_bad").glob("*.yaml"))
FIELD = Path(__file__).parents[2].parent / "shared" / "field" / "clocks.yaml"
COUNTRIES = tuple(code for code in profile.available() if code != "default")
A_DAY = date(2026, 11, 24)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_each_mistake_is_named_with_its_place_and_what_to_do(path: Path) -> None:
    says = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# says: ")
    with pytest.raises(ProfileError) as caught:
        profile.load(str(path))
    assert str(caught.value) == says


def test_there_is_a_file_for_many_kinds_of_mistake() -> None:
    assert len(BAD) > 55


def test_the_default_has_no_dates() -> None:
    text = (Path(profile.__file__).parents[1] / "profiles" / "default.yaml").read_text(encoding="utf-8")
    dated = text.replace("    - value: 18\n", "    - value: 18\n      valid_from: 2020-01-01\n")
    with pytest.raises(ProfileError, match=r"valid_from: the default profile has no dates"):
        read_profile(dated, "default.yaml", "default", None, None)


def test_the_default_defines_what_every_key_means() -> None:
    text = (Path(profile.__file__).parents[1] / "profiles" / "default.yaml").read_text(encoding="utf-8")
    vague = text.replace("    starts_on: charge asked about or recorded\n", "")
    with pytest.raises(ProfileError, match=r"charge_link_assessment.*starts_on is missing"):
        read_profile(vague, "default.yaml", "default", None, None)


def test_an_unknown_profile_and_a_missing_file_are_refused() -> None:
    with pytest.raises(ProfileError, match=r"no such profile\. Write one of: GBR, IRL, NLD, default"):
        profile.load("XYZ")
    with pytest.raises(ProfileError, match=r"no such file\. Correct TUTELA_PROFILE"):
        profile.load("nowhere/XYZ.yaml")


def everything(code: str) -> list[Any]:
    here = profile.load(code)
    listed = [*here.terms.values(), *here.values.values()]
    return [one for entries in listed for one in entries] + list(here.holidays.values())


@pytest.mark.parametrize("code", profile.available())
def test_every_value_says_where_it_comes_from(code: str) -> None:
    known = {provision.id for provision in all_provisions()}
    for one in everything(code):
        assert one.source, one.key
        assert one.checked_on == A_DAY, one.key
        assert one.checked_by, one.key
        assert one.profile == code, one.key
        assert one.provisions, one.key
        assert set(one.provisions) <= known, one.key
        assert one.basis is Basis.PROJECT_TARGET or one.legal_basis, one.key


def test_the_default_never_calls_a_figure_law_and_has_no_start() -> None:
    for one in everything("default"):
        assert one.basis is not Basis.LAW, one.key
        assert one.valid_from is None, one.key


def test_a_minimum_opens_a_review_everywhere() -> None:
    for code in profile.available():
        for one in everything(code):
            if isinstance(one, Term) and one.kind is Kind.MINIMUM:
                assert one.on_expiry is OnExpiry.DECIDE_AGAIN


KEYS = [
    "identification_reasonable_grounds",
    "identification_conclusive",
    "reconsideration",
    "recovery_reflection",
    "shelter",
    "urgent_needs",
    "information",
    "immediate_needs",
    "legal_help",
    "release",
    "charge_link_assessment",
    "letter_answer",
    "quashing",
    "referral_answer",
    "screening_expiry",
    "removal_stay_review",
    "urgent_act_limit",
    "urgent_act_review",
    "waiver_use",
    "waiver_review",
    "stop_harm",
    "service_restored",
    "investigation_start",
    "investigation_review",
    "remedies_information",
    "guardian",
    "child_assessment_after_urgent",
    "best_interests",
    "protection_after_threat",
    "health_offer",
    "offered_again",
    "enquiry_callback",
    "escalate_to_monitor",
    "training_identification_validity",
    "training_child_validity",
    "training_link_assessment_validity",
    "child_phone_cover",
    "emergency_told_afterwards",
    "reason_in_language",
]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("code", profile.available())
def test_every_country_has_every_key_at_any_time(code: str, key: str) -> None:
    here = profile.load(code)
    for day in (date(1994, 1, 26), date(2013, 4, 17), A_DAY, date(2040, 1, 1)):
        for child in (True, False, None):
            assert here.term(key, day, child=child).key == key


@pytest.mark.parametrize("code", profile.available())
def test_a_child_never_waits_longer_than_an_adult_and_is_never_protected_for_less(code: str) -> None:
    here = profile.load(code)
    for key in here.parent.terms if here.parent else here.terms:
        for day in (date(2010, 1, 1), date(2020, 1, 1), A_DAY):
            child, adult = here.term(key, day, child=True), here.term(key, day, child=False)
            assert not better_for_person(child, adult), (code, key, day)


GBR = profile.load("GBR")


def test_the_united_kingdom_changed_its_recovery_period_on_one_day() -> None:
    before, after = (GBR.term("recovery_reflection", day) for day in (date(2022, 12, 12), date(2022, 12, 13)))
    assert (before.length, before.kind, before.ends_on) == (Length(45, Unit.DAYS), Kind.MINIMUM, None)
    assert (after.length, after.kind) == (Length(30, Unit.DAYS), Kind.MINIMUM)
    assert after.ends_on is not None
    assert after.ends_on.rule == "later_of"
    assert after.ends_on.events == ("conclusive_decision",)


def test_before_the_first_day_that_a_source_shows_the_default_holds() -> None:
    term = GBR.term("recovery_reflection", date(2010, 1, 1))
    assert (term.profile, term.basis) == ("default", Basis.TREATY)


def test_an_old_case_keeps_its_term() -> None:
    kept = GBR.kept_term("recovery_reflection", date(2022, 11, 20), date(2022, 12, 20))
    assert kept.length == Length(45, Unit.DAYS)
    assert GBR.kept_term("recovery_reflection", date(2022, 12, 20), A_DAY).length == Length(30, Unit.DAYS)


def reflection(months: int, since: date | None, until: date | None) -> Term:
    length = Length(months, Unit.MONTHS)
    kind = Kind.MINIMUM
    return Term(key="x", kind=kind, length=length, better="longer", valid_from=since, valid_to=until)


def test_an_old_case_gets_the_new_term_where_that_is_better() -> None:
    germany = profile.Profile(
        code="DEU",
        name={"en": "Germany", "zh": "德国"},
        checked_by="test",
        parent=profile.load("default"),
        values={},
        terms={
            "x": (reflection(1, None, date(2011, 11, 25)), reflection(3, date(2011, 11, 26), None)),
        },
    )
    kept = germany.kept_term("x", date(2011, 11, 1), date(2011, 11, 28))
    assert kept.length == Length(3, Unit.MONTHS)


def test_who_asked_as_a_child_is_answered_as_one() -> None:
    here = profile.load("default")
    asked, answered = date(2026, 1, 10), date(2026, 6, 1)  # turned eighteen between the two
    kept = here.kept_term("identification_conclusive", asked, answered, child=True)
    assert kept.length == Length(30, Unit.DAYS)
    assert kept.applies_to.age == "child"


def test_ireland_leaves_the_length_for_a_child_open_above_sixty_days() -> None:
    ireland = profile.load("IRL")
    adult = ireland.term("recovery_reflection", A_DAY, child=False)
    child = ireland.term("recovery_reflection", A_DAY, child=True)
    assert (adult.kind, child.kind) == (Kind.FIXED, Kind.MINIMUM)
    assert adult.length == child.length == Length(60, Unit.DAYS)
    assert ireland.term("recovery_reflection", A_DAY, child=None) == child
    assert ireland.term("recovery_reflection", date(2010, 5, 1), child=True).kind is Kind.FIXED


def test_a_rule_for_foreigners_leaves_nationals_with_the_default() -> None:
    ireland = profile.load("IRL")
    assert ireland.term("recovery_reflection", A_DAY, nationality="national").profile == "default"
    assert ireland.term("recovery_reflection", A_DAY, nationality="third_country").profile == "IRL"
    assert ireland.term("recovery_reflection", A_DAY, nationality=None).profile == "IRL"


def test_the_dutch_permit_lasts_as_long_as_the_proceedings() -> None:
    permit = profile.load("NLD").term("residence_permit", A_DAY)
    assert (permit.kind, permit.length) == (Kind.FIXED, None)
    assert permit.ends_on is not None
    assert permit.ends_on.events == ("criminal_investigation_ended", "criminal_proceedings_ended")


def test_values_have_their_types() -> None:
    here = profile.load("default")
    assert "no" in here.value("languages", A_DAY)  # type: ignore[operator]  # a tuple of texts
    assert here.value("majority_age", A_DAY) == 18
    assert here.flag("nationals_protected", A_DAY) is True
    assert here.at("majority_age", A_DAY) == 18
    assert isinstance(here.at("shelter", A_DAY), Term)
    with pytest.raises(LookupError, match="not a yes-or-no value"):
        here.flag("majority_age", A_DAY)


def test_an_unknown_key_says_which_was_meant() -> None:
    with pytest.raises(LookupError, match=r"Did you mean 'shelter'\?"):
        GBR.at("sheltr", A_DAY)


def test_authorities_differ_by_country_and_the_rest_is_inherited() -> None:
    assert profile.load("IRL").authority("identification", A_DAY) == "police"
    assert profile.load("IRL").authority("asylum", A_DAY) == "asylum"
    assert GBR.authority("identification", A_DAY) == "competent_authority"


def test_the_calendar_is_that_of_the_country() -> None:
    calendar = GBR.calendar
    assert calendar.time_zone == "Europe/London"
    assert not calendar.is_working(date(2022, 9, 19))
    assert calendar.is_working(date(2022, 9, 20))
    assert GBR.day(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == date(2026, 7, 2)


def test_use_and_choose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(profile, "_chosen", [])
    monkeypatch.delenv("TUTELA_PROFILE", raising=False)
    assert profile.current().code == "default"
    monkeypatch.setenv("TUTELA_PROFILE", "NLD")
    assert profile.current().code == "NLD"
    profile.choose("IRL")
    assert profile.current().code == "IRL"
    with profile.use("GBR") as taken:
        assert profile.current() is taken
    assert profile.current().code == "IRL"
    with pytest.raises(ProfileError):
        profile.choose("XYZ")


def test_history_shows_country_then_default_newest_first() -> None:
    shown = GBR.history("recovery_reflection")
    assert [(one.profile, one.valid_from) for one in shown][:3] == [
        ("GBR", date(2022, 12, 13)),
        ("GBR", date(2015, 7, 31)),
        ("default", None),
    ]


lengths = st.builds(Length, st.integers(1, 90), st.sampled_from(list(Unit)))
terms = st.builds(
    Term,
    key=st.just("x"),
    kind=st.sampled_from([Kind.MINIMUM, Kind.MAXIMUM, Kind.FIXED]),
    length=lengths,
    better=st.just("longer"),
    while_running=st.sampled_from([(), ("no_removal",), ("no_removal", "may_work")]),
)


@given(terms, terms)
def test_never_are_both_of_two_terms_better_than_the_other(one: Term, other: Term) -> None:
    assert not (better_for_person(one, other) and better_for_person(other, one))
    assert not better_for_person(one, one)


@given(terms, terms, st.booleans())
def test_an_unknown_age_is_never_worse_than_either_age(child: Term, adult: Term, for_decisions: bool) -> None:
    better = "shorter" if for_decisions else "longer"
    young = replace(child, applies_to=AppliesTo(age="child"), better=better)
    grown = replace(adult, applies_to=AppliesTo(age="adult"), better=better)
    here = Profile("XXX", {}, "test", {"x": (young, grown)}, {})
    unknown = here.term("x", A_DAY, child=None)
    assert unknown in (young, grown)
    assert not better_for_person(unknown, here.term("x", A_DAY, child=True))
    assert not better_for_person(unknown, here.term("x", A_DAY, child=False))


@pytest.mark.parametrize("code", profile.available())
def test_a_term_can_be_kept_and_read_again(code: str) -> None:
    for one in everything(code):
        if isinstance(one, Term):
            assert load_term(dump_term(one)) == one


# Which fact of the field each term of a country states.
FACTS = {
    ("GBR", "identification_reasonable_grounds", date(2015, 7, 31), "adult"): "gbr_rg",
    ("GBR", "recovery_reflection", date(2015, 7, 31), "all"): "gbr_recovery_old",
    ("GBR", "recovery_reflection", date(2022, 12, 13), "all"): "gbr_recovery",
    ("IRL", "recovery_reflection", date(2008, 6, 7), "adult"): "irl_rrp",
    ("IRL", "recovery_reflection", date(2008, 6, 7), "child"): "irl_rrp",
    ("IRL", "recovery_reflection", date(2011, 3, 9), "child"): "irl_rrp",
    ("IRL", "residence_permit", date(2008, 6, 7), "all"): "irl_trp",
    ("NLD", "recovery_reflection", date(2023, 5, 19), "all"): "nld_reflection",
    ("NLD", "residence_permit", date(2023, 5, 19), "all"): "nld_permit",
}


#: Terms read in the text of the law itself, which the field's facts do not hold.
READ_IN_THE_LAW = {("GBR", "limitation_damages")}


@pytest.mark.parametrize("code", COUNTRIES)
def test_countries_state_the_facts_of_the_field_and_nothing_unverified(code: str) -> None:
    if not FIELD.exists():
        pytest.skip("the field's facts are not beside this checkout")
    facts = {fact["id"]: fact for fact in load_strict_file(FIELD)["countries"][code]}
    for one in everything(code):
        if not isinstance(one, Term) or (code, one.key) in READ_IN_THE_LAW:
            continue
        fact = facts[FACTS[code, one.key, one.valid_from, one.applies_to.age]]
        assert not fact.get("unverified"), fact["id"]
        stated = fact.get("length")
        assert (one.length and {"amount": one.length.amount, "unit": str(one.length.unit)}) == stated, fact[
            "id"
        ]
        longer_for_child = (one.applies_to.age, one.valid_from) == ("child", date(2011, 3, 9))
        assert one.kind == ("minimum" if longer_for_child else fact["kind"]), fact["id"]
        assert set(fact.get("while_running", ())) <= set(one.while_running), fact["id"]
        for end in ("valid_from", "valid_to"):
            if fact.get(end):
                assert str(getattr(one, end)) == fact[end], fact["id"]


def test_the_treaty_s_period_is_the_default_s() -> None:
    if not FIELD.exists():
        pytest.skip("the field's facts are not beside this checkout")
    fact = next(fact for fact in load_strict_file(FIELD)["international"] if fact["id"] == "coe_rrp")
    term = profile.load("default").term("recovery_reflection", A_DAY, child=False)
    assert term.length == Length(fact["length"]["amount"], Unit(fact["length"]["unit"]))
    assert term.kind == fact["kind"]
    assert set(fact["while_running"]) <= set(term.while_running)


def test_the_example_of_the_manual_loads(tmp_path: Path) -> None:
    manual = (Path(__file__).parents[2] / "docs" / "profiles.md").read_text(encoding="utf-8")
    example = manual.split("```yaml\n")[1].split("```")[0]
    written = tmp_path / "GRC.yaml"
    written.write_text(example, encoding="utf-8")
    assert profile.load(str(written)).term("recovery_reflection", A_DAY).length == Length(3, Unit.MONTHS)


def test_clocks_and_profiles_need_no_web_framework_and_no_database() -> None:
    asked = "import sys, tutela.engine.profile; sys.exit('django' in sys.modules or 'psycopg' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
