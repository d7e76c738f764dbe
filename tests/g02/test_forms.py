"""What every screening form must keep, whoever writes the next one."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from tutela.guidelines.g02_identification import form_files, messages
from tutela.guidelines.g02_identification.form_files import (
    FORMS_FOLDER,
    UnknownForm,
    all_forms,
    screening_form,
)
from tutela.guidelines.g02_identification.forms import AnswerType, QuestionKind, Setting
from tutela.guidelines.g02_identification.indicators import catalogue
from tutela.guidelines.g02_identification.screening import next_question, shown_questions
from tutela.instrument.strict_yaml import StrictYamlError

FORMS = list(all_forms().values())
NAMES = [f"{form.setting}-{form.version}" for form in FORMS]
every_form = pytest.mark.parametrize("form", FORMS, ids=NAMES)

FORBIDDEN = re.compile(
    r"nationalit|citizen|ethnic|race\b|tribe|religio|dress|cloth|condom|occupation|prostitut|sex work|"
    r"\brape|sexual(ly)? (violence|assault|abuse)|irregular|illegal|smuggl|"
    r"国籍|民族|种族|部落|宗教|衣着|穿着|避孕套|安全套|职业|卖淫|强奸|性侵|性暴力|非正常|非法",
    re.IGNORECASE,
)
GENTLE_ORDER = ["safety", "talk", "agreement", "look", "journey", "work", "papers", "freedom", "close"]


def spoken(form):
    """Every word that is asked, told or ticked; the help beside it may name what must not be asked."""
    for question in form.questions:
        for words in (question.title, question.say, *(choice.label for choice in question.choices)):
            if words:
                yield question.id, words


def paths(form):
    """Answers for each way in which age, agreement, interpreter and caller can steer a form."""
    steering = {"age_band", "agreement", "interpreter", "caller"}
    questions = [question for question in form.questions if question.id in steering]
    taken = [[*(choice.id for choice in question.choices), "unknown", None] for question in questions]
    for codes in product(*taken):
        yield {question.id: code for question, code in zip(questions, codes, strict=True) if code}


def test_all_seven_settings_have_a_form():
    assert {form.setting for form in FORMS} == set(Setting)
    assert screening_form("police") is screening_form("police", 1)


def test_an_unknown_form_is_refused_with_what_exists():
    with pytest.raises(UnknownForm, match="'airport' in version 0; settings: asylum, border"):
        screening_form("airport")
    with pytest.raises(UnknownForm, match="'police' in version 9"):
        screening_form("police", 9)


@every_form
def test_every_page_speaks_both_languages(form):
    for question in form.questions:
        texts = [question.title, question.help, *([question.say] if question.say else [])]
        texts += [choice.label for choice in question.choices if choice.label]
        for words in texts:
            assert re.search(r"[A-Za-z]", words.en) and not re.search(r"[一-鿿]", words.en), question.id
            assert re.search(r"[一-鿿]", words.zh), question.id
        assert (question.kind is QuestionKind.OBSERVE) == (question.say is None), question.id
    for words in (form.title, form.before, *(part.title for part in form.parts)):
        assert words.text("en") != words.text("zh-hans")


@every_form
def test_whatever_is_asked_may_be_left_out(form):
    for question in form.questions:
        assert {"not_asked", "rather_not_say", "unknown"} <= set(question.codes)
        if question.answer is not AnswerType.ONE:
            assert "no" in question.codes
        assert bool(question.free_to_decline) == (question.kind is QuestionKind.ASK)


@every_form
def test_what_must_not_be_asked_is_not_there(form):
    for question_id, words in spoken(form):
        assert not FORBIDDEN.search(words.en), (question_id, words.en)
        assert not FORBIDDEN.search(words.zh), (question_id, words.zh)
        assert "拐卖" not in words.zh


@every_form
def test_only_the_interviewer_and_the_wish_name_a_sex(form):
    for question_id, words in spoken(form):
        if re.search(r"\b(woman|man|male|female|sex)\b", words.en, re.IGNORECASE):
            assert question_id in {"interviewer", "speaker_wish"}


@every_form
def test_pages_come_in_the_gentle_order(form):
    parts = [part.id for part in form.parts]
    assert parts == [part for part in GENTLE_ORDER if part in parts]
    assert parts[:4] == GENTLE_ORDER[:4] and parts[-1] == "close"
    first = form.questions[0]
    assert any(choice.urgent == "danger" for choice in first.choices)
    ids = [question.id for question in form.questions]
    for talk in ("interpreter", "interpreter_ties", "interviewer"):
        assert ids.index(talk) < ids.index("agreement")
    needs = {choice.urgent for question in form.questions for choice in question.choices}
    assert {"danger", "medical", "food_or_warmth", "child_protection"} <= needs


@every_form
@pytest.mark.parametrize("no_yes", ["no", "rather_not_say", "not_asked", "unknown", None])
def test_nothing_is_asked_behind_agreement_without_a_yes(form, no_yes):
    for age in ("adult", "unsure", "disputed", None):
        answers = {key: value for key, value in (("age_band", age), ("agreement", no_yes)) if value}
        behind = [
            page
            for page in shown_questions(form, answers)
            if page.part.id not in ("safety", "talk", "agreement", "close")
        ]
        if no_yes in ("not_asked", "unknown"):
            assert {page.kind for page in behind} == {QuestionKind.OBSERVE}
        else:
            assert behind == []


@every_form
def test_a_child_is_told_and_an_unknown_age_is_asked(form):
    child = [page.id for page in shown_questions(form, {"age_band": "child"})]
    assert "child_told" in child and "agreement" not in child and "child_with" in child
    for age in ("unsure", "disputed"):
        shown = [page.id for page in shown_questions(form, {"age_band": age, "agreement": "yes"})]
        assert "agreement" in shown and "child_told" not in shown and "child_with" in shown


@every_form
def test_a_child_is_not_asked_by_what_means(form):
    shown = shown_questions(form, {"age_band": "child", "agreement": "yes"})
    deceit = {
        page.id
        for page in shown
        for choice in page.choices
        for sign in choice.signs
        if catalogue().indicators[sign].dimension == "deceptive_recruitment"
    }
    assert deceit == set()
    assert not {"promised", "threats", "job_ahead", "journey_threats"} & {page.id for page in shown}


@every_form
def test_every_path_ends_within_thirty_pages(form):
    for answers in paths(form):
        done, pages = {}, 0
        while (page := next_question(form, done)) is not None:
            done[page.id] = answers.get(page.id, "unknown")
            pages += 1
            assert pages < 30
        assert next_question(form, done) is None


@every_form
def test_every_page_can_be_reached_by_someone(form):
    seen = {page.id for answers in paths(form) for page in shown_questions(form, answers)}
    assert seen == {question.id for question in form.questions}


@every_form
def test_a_sign_never_hides_a_page(form):
    """Conditions look only at pages without signs, so that no danger sign can take another one away."""
    for question in form.questions:
        for condition in (*question.part.show_if, *question.show_if, *question.unless):
            for earlier_id in condition.question_ids:
                earlier = form.question(earlier_id)
                assert earlier is None or not any(choice.signs for choice in earlier.choices)


@every_form
def test_indicators_exist_and_forms_cover_means_and_exploitation(form):
    signs = {sign for question in form.questions for choice in question.choices for sign in choice.signs}
    assert signs <= set(catalogue().indicators)
    dimensions = {catalogue().indicators[sign].dimension for sign in signs}
    wanted = "coercive_recruitment" if form.setting is Setting.BORDER else "exploitation"
    assert {wanted, "abuse_of_vulnerability_destination"} & dimensions and wanted in dimensions


def test_the_helpline_needs_no_identity_and_a_third_party_answers_nothing_for_another():
    form = screening_form("helpline")
    assert form.anonymous
    assert not any(re.search(r"name|address|birth", question.id) for question in form.questions)
    shown = [page.part.id for page in shown_questions(form, {"caller": "for_another", "agreement": "yes"})]
    assert set(shown) == {"safety", "talk", "close"}


def test_all_codes_of_the_forms_have_words_in_both_languages():
    for table, codes in (
        (messages.NEEDS, form_files.URGENT_NEEDS),
        (messages.ADVICE, (*form_files.ADVICE, "offer_again", "labour_rights")),
        (messages.WISHES, form_files.WISHES),
        (messages.SETTINGS, tuple(Setting)),
        (messages.KINDS, tuple(QuestionKind)),
    ):
        assert set(table) == set(codes)
    english = {text for table in messages.ALL_LABELS for text in table.values()}
    assert english == set(messages.ZH)
    assert all(re.search(r"[一-鿿]", text) for text in messages.ZH.values())


QUESTION = """version: 1
parts: [{{id: safety, en: Safe, zh: 安全}}]
questions:
- id: first
  part: safety
  kind: observe
  answer: one
  en: {{title: T, help: H}}
  zh: {{title: 题, help: 助}}
  choices: [{{id: a, en: A, zh: 甲{extra}}}]
{more}"""
FORM = """setting: police
version: 1
questions: 1
anonymous: false
group: false
en: {title: T, before: B}
zh: {title: 题, before: 前}
pages: [%s]
"""


@pytest.mark.parametrize(
    ("extra", "more", "pages", "says"),
    [
        (", signs: [XX9]", "", "[first]", "XX9 is not known"),
        (", urgent: hurry", "", "[first]", "hurry is not known"),
        (", weight: 3", "", "[first]", "unknown: weight"),
        ("", "  show_if: [{first: [a]}]", "[first]", "first looks ahead to first"),
        ("", "  colour: red", "[first]", "unknown: colour"),
        ("", "", "[second]", "no question is called 'second'"),
        ("", "", "[first, first]", "a question stands twice"),
        ("", "  part: safety", "[first]", "written twice"),
    ],
)
def test_a_slip_in_a_form_fails_when_it_is_read(tmp_path, extra, more, pages, says):
    (tmp_path / "questions-1.yaml").write_text(QUESTION.format(extra=extra, more=more), encoding="utf-8")
    (tmp_path / "police-1.yaml").write_text(FORM % pages, encoding="utf-8")
    with pytest.raises(StrictYamlError, match=re.escape(says)):
        all_forms(tmp_path)


def test_a_file_is_called_by_its_setting_and_version(tmp_path):
    (tmp_path / "questions-1.yaml").write_text(QUESTION.format(extra="", more=""), encoding="utf-8")
    (tmp_path / "police-2.yaml").write_text(FORM % "[first]", encoding="utf-8")
    with pytest.raises(StrictYamlError, match=r"should be called police-1\.yaml"):
        all_forms(tmp_path)


def test_the_digest_changes_with_any_word(tmp_path):
    for path in FORMS_FOLDER.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        Path(tmp_path / path.name).write_text(text.replace("Hurt or ill?", "Ill or hurt?"), encoding="utf-8")
    assert screening_form("police", folder=tmp_path).digest != screening_form("police").digest
    assert replace(screening_form("police")) == screening_form("police")
