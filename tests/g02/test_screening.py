"""The laws of a screening: it raises and never closes, unknown counts for nothing, no answer is owed."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutela.guidelines.g02_identification import messages
from tutela.guidelines.g02_identification.answers import validate
from tutela.guidelines.g02_identification.form_files import all_forms, screening_form
from tutela.guidelines.g02_identification.forms import SILENT, AnswerType
from tutela.guidelines.g02_identification.group_event import GroupEvent, NotAnEvent, event_from
from tutela.guidelines.g02_identification.screening import (
    Level,
    carried,
    child_from,
    has_declined,
    indication,
    next_question,
    previous_question,
    progress,
    prune,
    shown_questions,
)

FORMS = list(all_forms().values())
ORDER = list(Level)
CHILD = st.none() | st.booleans()


def any_answer(question):
    singles = st.sampled_from(question.codes)
    if question.answer is not AnswerType.MANY:
        return singles
    ticks = [choice.id for choice in question.choices if choice.id != "no"]
    return singles | st.lists(st.sampled_from(ticks), min_size=1, unique=True)


@st.composite
def form_and_answers(draw):
    """A form with answers to any of its pages: on the path or off it, as a phone might send them."""
    form = draw(st.sampled_from(FORMS))
    answers = {}
    for question in form.questions:
        if draw(st.integers(0, 3)):
            answers[question.id] = draw(any_answer(question))
    if draw(st.booleans()):
        answers.pop("caller", None)
        answers["age_band"] = draw(st.sampled_from(["adult", "child", "unsure"]))
        answers["agreement"] = "yes"
    return form, answers


def is_silent(answer):
    return answer is None or (isinstance(answer, str) and answer in SILENT)


def with_danger(answers, question, choice):
    """The same answers with one danger more: ticked beside others, or in place of what was no danger."""
    old = answers.get(question.id)
    if question.answer is AnswerType.MANY:
        ticks = old if isinstance(old, list) else [old] if old in {it.id for it in question.choices} else []
        return {**answers, question.id: sorted({*ticks, choice.id} - {"no"})}
    previous = question.choice(old) if isinstance(old, str) else None
    if previous is not None and previous.is_danger:
        return answers
    return {**answers, question.id: choice.id}


@given(form_and_answers(), CHILD, st.data())
def test_a_danger_more_never_lowers_the_level(drawn, child, data):
    form, answers = drawn
    dangers = [(page, it) for page in form.questions for it in page.choices if it.is_danger]
    question, choice = data.draw(st.sampled_from(dangers))
    before = indication(form, answers, child)
    after = indication(form, with_danger(answers, question, choice), child)
    assert ORDER.index(after.level) >= ORDER.index(before.level)
    assert ORDER.index(after.signs_level) >= ORDER.index(before.signs_level)
    assert after.asks_for_referral or not before.asks_for_referral
    assert set(before.urgent_needs) <= set(after.urgent_needs)


@given(form_and_answers(), CHILD, st.data())
def test_what_is_not_known_counts_for_nothing(drawn, child, data):
    """Any silent answer, of whichever kind, comes to the same as a page that was not reached."""
    form, answers = drawn
    pages = [
        question for question in form.questions if question.id not in ("age_band", "agreement", "told_of")
    ]
    question = data.draw(st.sampled_from(pages))
    without = {key: value for key, value in answers.items() if key != question.id}
    bare = indication(form, without, child)
    for silent in sorted(SILENT):
        result = indication(form, {**without, question.id: silent}, child)
        assert (result.level, result.asks_for_referral) == (bare.level, bare.asks_for_referral)
        assert (result.for_, result.against) == (bare.for_, bare.against)


@given(form_and_answers(), CHILD)
def test_answers_on_the_other_side_take_nothing_away(drawn, child):
    form, answers = drawn
    kept = {
        question.id: answers[question.id]
        for question in form.questions
        if question.id in answers
        and not any(choice.against and choice.id == answers[question.id] for choice in question.choices)
    }
    full, less = indication(form, answers, child), indication(form, kept, child)
    assert (full.level, full.asks_for_referral) == (less.level, less.asks_for_referral)


@given(form_and_answers())
def test_a_child_and_whoever_may_be_one_is_never_referred_less_than_an_adult(drawn):
    form, answers = drawn
    by_age = {child: indication(form, answers, child).asks_for_referral for child in (True, False, None)}
    assert by_age[None] or not (by_age[True] or by_age[False])
    assert by_age[True] or not by_age[False] or has_declined(answers)


@given(form_and_answers(), CHILD)
def test_context_alone_raises_nothing(drawn, child):
    form, answers = drawn
    result = indication(form, answers, child)
    for reason in result.context:
        assert not set(reason.signs) & {sign for it in result.for_ for sign in it.signs}


@given(form_and_answers(), CHILD)
def test_an_adult_who_says_no_has_nothing_counted_but_urgent_needs(drawn, child):
    form, answers = drawn
    answers = {**answers, "age_band": "adult", "agreement": "no"}
    result = indication(form, answers, child)
    assert result.declined and result.for_ == () and result.context == ()
    assert result.signs_level is Level.NOTHING_SEEN_HERE and not result.asks_for_referral
    assert "agreement.declined" in {reason.code for reason in result.not_known}
    assert "offer_again" in result.advice


@given(form_and_answers(), CHILD)
def test_every_page_can_be_the_last_and_a_stored_screening_goes_on_where_it_stopped(drawn, child):
    form, answers = drawn
    kept = prune(form, answers)
    again = json.loads(json.dumps(kept))
    assert validate(form, again) == ()
    assert indication(form, again, child) == indication(form, answers, child)
    plain = indication(form, again, child).plain()
    assert json.loads(json.dumps(plain)) == plain
    upcoming = next_question(form, again)
    assert upcoming is None or upcoming.id not in again
    where = progress(form, again)
    assert 1 <= where.number <= where.about < 30


@given(form_and_answers(), CHILD)
@settings(max_examples=30)
def test_every_code_that_comes_out_has_words(drawn, child):
    form, answers = drawn
    result = indication(form, answers, child)
    for reason in (*result.for_, *result.against, *result.context, *result.not_known):
        assert reason.code in messages.REASONS
    assert set(result.advice) <= set(messages.ADVICE)
    assert set(result.missing_weights) <= set(messages.PROFILES)
    assert result.level in messages.LEVELS


def test_no_level_clears_anybody():
    assert set(messages.LEVELS) == set(Level)
    for text in (*messages.LEVELS.values(), *messages.REASONS.values()):
        assert not re.search(r"not (been )?traffick|no victim|cleared|unfounded", text, re.IGNORECASE)


def test_nothing_is_mandatory():
    for form in FORMS:
        assert validate(form, {}) == ()
        empty = indication(form, {}, None)
        assert empty.level is Level.NOTHING_SEEN_HERE and empty.is_below_threshold
        assert {reason.code for reason in empty.not_known} == {"not_known.not_reached"}


def test_the_five_ways_of_not_answering_stay_apart():
    form = screening_form("police")
    base = {"age_band": "adult", "agreement": "yes"}
    codes = {}
    for answer in ("no", "not_asked", "rather_not_say", "unknown", None):
        answers = {**base, "debt": answer} if answer else base
        result = indication(form, answers, False)
        said = {it.code for it in (*result.against, *result.not_known) if it.question_id == "debt"}
        codes[answer] = tuple(said)
    assert len(set(codes.values())) == 5 and all(codes.values())


def test_unknown_age_is_scored_by_both_lists():
    form = screening_form("labour_inspection")
    answers = {"age_band": "unsure", "agreement": "yes", "hours": "too_long", "pay": ["little_or_none"]}
    assert indication(form, answers, False).level is Level.SOME_SIGNS
    assert indication(form, answers, None).level is Level.INDICATION_FOUND


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        (["sexual"], ("adult_sexual",)),
        (["begging"], ("adult_other",)),
        (["labour", "sexual"], ("adult_sexual",)),
        (["organs", "marriage"], ("adult_other",)),
    ],
)
def test_where_weights_are_missing_it_says_so_and_offers_a_referral(told, missing):
    answers = {"age_band": "adult", "agreement": "yes", "told_of": told}
    result = indication(screening_form("police"), answers, False)
    assert result.level is Level.NOT_SCORED and result.missing_weights == missing
    assert result.asks_for_referral
    assert ("weights.missing", missing) in {(it.code, it.answers) for it in result.not_known}


def test_both_lists_are_read_when_both_are_told():
    answers = {
        "age_band": "adult",
        "agreement": "yes",
        "told_of": ["labour", "sexual"],
        "hours": "too_long",
        "pay": ["little_or_none"],
        "debt": "yes",
        "go_out": "watched",
    }
    result = indication(screening_form("police"), answers, False)
    assert result.level is Level.INDICATION_FOUND and result.missing_weights == ("adult_sexual",)


def test_what_was_only_seen_is_never_enough():
    answers = {"age_band": "adult", "agreement": "yes", "signs_seen": ["spoken_for", "untreated", "by_heart"]}
    result = indication(screening_form("police"), answers, False)
    assert result.level is Level.SOME_SIGNS and result.is_below_threshold
    assert {reason.code for reason in result.for_} == {"sign.observed"}


def test_a_withdrawn_agreement_takes_everything_behind_it_away():
    form = screening_form("health")
    answers = {"hurt": "yes", "age_band": "adult", "agreement": "yes", "debt": "yes", "go_out": "shut_in"}
    assert indication(form, answers, False).signs_level is Level.INDICATION_FOUND
    withdrawn = {**answers, "agreement": "no"}
    assert prune(form, withdrawn) == {"hurt": "yes", "age_band": "adult", "agreement": "no"}
    result = indication(form, withdrawn, False)
    assert result.level is Level.URGENT_HELP and result.for_ == () and result.urgent_needs == ("medical",)


@pytest.mark.parametrize(
    ("answers", "question_id", "code"),
    [
        ({"passport_number": "yes"}, "passport_number", "answers.unknown_question"),
        ({"hurt": "maybe"}, "hurt", "answers.not_possible"),
        ({"hurt": ["yes"]}, "hurt", "answers.one_only"),
        ({"who_present": ["interpreter", "interpreter"]}, "who_present", "answers.twice"),
        ({"who_present": ["interpreter", "no"]}, "who_present", "answers.mixed"),
        ({"who_present": []}, "who_present", "answers.leave_out"),
        ({"hurt": None}, "hurt", "answers.leave_out"),
        ({"hurt": True}, "hurt", "answers.leave_out"),
        ({"who_present": [{"name": "x"}]}, "who_present", "answers.not_possible"),
        ({"age_band": "no"}, "age_band", "answers.not_possible"),
        ({"debt": "yes"}, "debt", "answers.not_shown"),
        ({"agreement": "no", "signs_seen": ["by_heart"]}, "signs_seen", "answers.not_shown"),
    ],
)
def test_a_wrong_answer_names_its_page_and_what_would_do(answers, question_id, code):
    errors = validate(screening_form("police"), answers)
    assert [(error.question_id, error.code) for error in errors] == [(question_id, code)]
    assert code in messages.ANSWER_ERRORS
    if code not in ("answers.unknown_question", "answers.not_shown"):
        assert "rather_not_say" in errors[0].possible


def test_a_page_can_be_left_without_an_answer_and_gone_back_to():
    form = screening_form("police")
    first = next_question(form, {})
    second = next_question(form, {}, after=first.id)
    assert (first.id, second.id) == ("safe_now", "hurt")
    assert previous_question(form, {}, "hurt").id == "safe_now"
    assert previous_question(form, {}, "safe_now") is None
    assert next_question(form, {}, after=shown_questions(form, {})[-1].id) is None


def test_progress_counts_on_the_hope_that_the_person_agrees():
    form = screening_form("police")
    start, agreed = progress(form, {}), progress(form, {"age_band": "adult", "agreement": "yes"})
    assert start.part_id == "safety" and start.number == 1 and start.about > 20
    assert agreed.about >= start.about - 2
    assert progress(form, {}, at="hurt").number == 2
    done = {page.id: "unknown" for page in form.questions}
    finished = progress(form, prune(form, done))
    assert finished.number == finished.about


def test_answers_travel_on_so_that_nobody_is_asked_twice():
    border, police = screening_form("border"), screening_form("asylum")
    answers = {
        "hurt": "yes",
        "age_band": "adult",
        "agreement": "yes",
        "signs_seen": ["by_heart"],
        "journey_papers": "somebody_else",
        "journey_debt": "rather_not_say",
        "made_to": ["lie"],
    }
    assert carried(border, answers, police) == {"journey_papers": "somebody_else", "made_to": ["lie"]}


@pytest.mark.parametrize(
    ("age", "child"),
    [("adult", False), ("child", True), ("unsure", None), ("disputed", None), ("not_asked", None)],
)
def test_age_by_the_page_on_age(age, child):
    assert child_from({"age_band": age}) is child
    assert child_from({}) is None


def test_a_group_event_reads_back_and_holds_no_person():
    event = event_from({"place": " Manolada ", "employer": "A farm", "began_on": "2012-10-01"})
    assert event == GroupEvent("Manolada", "A farm", date(2012, 10, 1))
    assert event_from(event.plain()) == event
    assert not {question.id for form in FORMS for question in form.questions} & set(event.plain())


@pytest.mark.parametrize(
    ("plain", "says"),
    [
        ({"place": "Farm", "hurt": "yes"}, "hurt: an event holds only place"),
        ({"place": "Farm", "name": "A"}, "name: an event holds only place"),
        ({"place": " "}, "place: say where"),
        ({"place": "Farm", "began_on": "last week"}, "began_on: give a day"),
        ({"place": "Farm", "began_on": "2013-01-02", "ended_on": "2013-01-01"}, "ended_on: lies before"),
        ({"place": 3}, "place: give it as text"),
    ],
)
def test_an_event_refuses_whatever_is_not_of_the_event(plain, says):
    with pytest.raises(NotAnEvent, match=says):
        event_from(plain)
