"""One screening: the next page, and the indication that the answers come to, with the reasons on each side.

An indication may raise a case and never closes one. What was not asked, not said or not known counts for
nothing against the person, and no answer is ever subtracted from another.

Source   harm.md 1, 5, 7, 12; provisions G2.1, G8.1, P10
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum

from tutela.guidelines.g02_identification.forms import (
    SILENT,
    YES,
    Answer,
    Answers,
    Choice,
    Form,
    NoAnswer,
    Question,
    QuestionKind,
    given_codes,
)
from tutela.guidelines.g02_identification.indicators import (
    Catalogue,
    DimensionKind,
    Score,
    Weight,
    catalogue,
)

AGE = "age_band"
AGREEMENT = "agreement"
_CHILD_BY_ANSWER = {"adult": False, "child": True}
_DECLINED = frozenset({NoAnswer.NO.value, NoAnswer.RATHER_NOT_SAY.value})


class Level(StrEnum):
    """What the pages seen so far come to, from the least to the most pressing. None is a clearance."""

    NOTHING_SEEN_HERE = "nothing_seen_here"
    SOME_SIGNS = "some_signs"
    NOT_SCORED = "not_scored"
    INDICATION_FOUND = "indication_found"
    URGENT_HELP = "urgent_help"


@dataclass(frozen=True, slots=True)
class SignReason:
    """One line of the explanation: a message code, and the page, answers and signs that it rests on."""

    code: str
    question_id: str | None = None
    answers: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indication:
    """The result of a screening: an explained indication, never a verdict.

    `signs_level` is the level by signs alone, for `urgent_help` may stand above it.
    """

    level: Level
    signs_level: Level
    for_: tuple[SignReason, ...]
    against: tuple[SignReason, ...]
    context: tuple[SignReason, ...]
    not_known: tuple[SignReason, ...]
    asks_for_referral: bool
    missing_weights: tuple[str, ...]
    urgent_needs: tuple[str, ...]
    advice: tuple[str, ...]
    wishes: tuple[str, ...]
    declined: bool

    @property
    def is_below_threshold(self) -> bool:
        """Whether the screening must hold no identity and expires (harm.md 5)."""
        return not self.asks_for_referral

    def plain(self) -> dict[str, object]:
        """The indication as JSON: enums as their codes, tuples as lists."""
        record: dict[str, object] = json.loads(json.dumps(asdict(self)))
        return record


@dataclass(frozen=True, slots=True)
class Progress:
    """Where somebody is in a form: part, page number, and about how many pages this path has."""

    part_id: str
    number: int
    about: int


@dataclass(frozen=True, slots=True)
class _Given:
    """One answered page and the choices that were taken on it."""

    question: Question
    codes: tuple[str, ...]

    @property
    def choices(self) -> tuple[Choice, ...]:
        found = (self.question.choice(code) for code in self.codes)
        return tuple(choice for choice in found if choice is not None)


def child_from(answers: Answers) -> bool | None:
    """Whether the person is a child, by the page on age; none where it is unknown or disputed."""
    return next((_CHILD_BY_ANSWER.get(code) for code in given_codes(answers.get(AGE))), None)


def has_declined(answers: Answers) -> bool:
    """Whether an adult, or somebody whose age is not known, said no to being screened."""
    return child_from(answers) is not True and bool(_DECLINED & set(given_codes(answers.get(AGREEMENT))))


def shown_questions(form: Form, answers: Answers) -> tuple[Question, ...]:
    """The pages that belong to the path of these answers, in order; an answer off the path opens nothing."""
    on_path: dict[str, Answer] = {}
    shown = []
    for question in form.questions:
        if question.is_shown(on_path):
            shown.append(question)
            if question.id in answers:
                on_path[question.id] = answers[question.id]
    return tuple(shown)


def next_question(form: Form, answers: Answers, after: str | None = None) -> Question | None:
    """The first page without an answer, looking only beyond `after` if given; none at the end."""
    pages = shown_questions(form, answers)
    ids = [question.id for question in pages]
    start = ids.index(after) + 1 if after in ids else 0
    return next((question for question in pages[start:] if question.id not in answers), None)


def previous_question(form: Form, answers: Answers, before: str) -> Question | None:
    """The page before this one, to go back and change an answer."""
    pages = shown_questions(form, answers)
    place = next((at for at, question in enumerate(pages) if question.id == before), 0)
    return pages[place - 1] if place else None


def progress(form: Form, answers: Answers, at: str | None = None) -> Progress:
    """Where the page `at` (or the next one) stands; the total supposes that the person agrees to go on."""
    here = at or next((question.id for question in [next_question(form, answers)] if question), None)
    hoped = answers if AGREEMENT in answers else {**answers, AGREEMENT: YES}
    pages = shown_questions(form, hoped)
    for number, question in enumerate(pages, start=1):
        if question.id == here:
            return Progress(question.part.id, number, len(pages))
    return Progress(pages[-1].part.id, len(pages), len(pages))


def prune(form: Form, answers: Answers) -> dict[str, Answer]:
    """Keep what is still on the path: after a withdrawn agreement nothing that came behind it is kept."""
    on_path = {question.id for question in shown_questions(form, answers)}
    return {question_id: answer for question_id, answer in answers.items() if question_id in on_path}


def indication(form: Form, answers: Answers, child: bool | None) -> Indication:
    """What the answers come to. `child` is None where the age is unknown or disputed.

    Unknown age is scored by the adult's and the child's list, and the more protective reading stands.
    """
    given = _given(form, answers)
    declined = has_declined(answers)
    signs = frozenset() if declined else _signs(given)
    known = catalogue()
    scores, missing = _score(known, given, signs, child)
    missing = () if declined else missing
    signs_level = _level(known, signs, scores, missing)
    urgent = _unique(choice.urgent for page in given for choice in page.choices)
    return Indication(
        level=Level.URGENT_HELP if urgent else signs_level,
        signs_level=signs_level,
        for_=() if declined else (*_for(known, given), *_score_reasons(scores)),
        against=_against(given),
        context=() if declined else _context(known, given),
        not_known=_not_known(form, answers, given, missing),
        asks_for_referral=_asks_for_referral(known, signs, scores, signs_level, child),
        missing_weights=missing,
        urgent_needs=urgent,
        advice=_advice(given, answers, scores),
        wishes=_unique(choice.wish for page in given for choice in page.choices),
        declined=declined,
    )


def _given(form: Form, answers: Answers) -> tuple[_Given, ...]:
    pages = shown_questions(form, answers)
    return tuple(_Given(page, given_codes(answers[page.id])) for page in pages if page.id in answers)


def _signs(given: Iterable[_Given]) -> frozenset[str]:
    return frozenset(sign for page in given for choice in page.choices for sign in choice.signs)


def _weighing(known: Catalogue, signs: Iterable[str]) -> tuple[str, ...]:
    return tuple(sign for sign in signs if not known.indicators[sign].context)


def _score(
    known: Catalogue, given: Iterable[_Given], signs: frozenset[str], child: bool | None
) -> tuple[tuple[Score, ...], tuple[str, ...]]:
    """The scores by every list that applies, and the lists that apply but cannot score.

    With nothing told, the labour lists are read: they are the only ones whose weights are known.
    """
    told = _unique(choice.situation for page in given for choice in page.choices) or ("labour",)
    scores, missing = [], []
    for situation in told:
        for as_child in (True, False) if child is None else (child,):
            profile = known.profile_for(situation, as_child)
            score = known.score(profile, signs) if profile else None
            if score:
                scores.append(score)
            else:
                missing.append(f"{'child' if as_child else 'adult'}_{situation}")
    return tuple(scores), tuple(missing)


def _level(known: Catalogue, signs: Iterable[str], scores: Iterable[Score], missing: Iterable[str]) -> Level:
    if any(score.combination.raises for score in scores):
        return Level.INDICATION_FOUND
    if missing:
        return Level.NOT_SCORED
    return Level.SOME_SIGNS if _weighing(known, signs) else Level.NOTHING_SEEN_HERE


def _asks_for_referral(
    known: Catalogue, signs: frozenset[str], scores: tuple[Score, ...], level: Level, child: bool | None
) -> bool:
    """A referral is asked for on less than an indication, since it is offered, and needs consent.

    An adult: one strong sign of force or deceit, or two signs of control. Anybody who may be a child: any
    sign that was more than observed. A list without weights: always, for it can say nothing.
    """
    if level in {Level.INDICATION_FOUND, Level.NOT_SCORED}:
        return True
    answered = [sign for sign in _weighing(known, signs) if not known.indicators[sign].observed]
    if child is not False and answered:
        return True
    control = [sign for sign in answered if _kind(known, sign) is not DimensionKind.EXPLOITATION]
    strong = any(
        known.indicators[sign].weight(score.profile.id) is Weight.STRONG
        for score in scores
        for sign in control
    )
    return strong or len(control) >= 2


def _kind(known: Catalogue, sign: str) -> DimensionKind | None:
    dimension = known.indicators[sign].dimension
    return known.dimensions[dimension].kind if dimension else None


def _for(known: Catalogue, given: Iterable[_Given]) -> tuple[SignReason, ...]:
    return tuple(
        SignReason(f"sign.{_manner(page, signs, known)}", page.question.id, (choice.id,), signs)
        for page in given
        for choice in page.choices
        if (signs := _weighing(known, choice.signs))
    )


def _manner(page: _Given, signs: Iterable[str], known: Catalogue) -> str:
    """Observed signs are named as such wherever they come from: they are weak, and never count alone."""
    seen = page.question.kind is QuestionKind.OBSERVE or all(
        known.indicators[sign].observed for sign in signs
    )
    return "observed" if seen else "answered"


def _score_reasons(scores: Iterable[Score]) -> tuple[SignReason, ...]:
    dimensions = _unique(name for score in scores for name in sorted(score.positive))
    combinations = _unique(score.combination.value for score in scores if score.positive)
    return (
        *(SignReason(f"dimension.{name}") for name in dimensions),
        *(SignReason(f"combination.{name}") for name in combinations),
    )


def _against(given: Iterable[_Given]) -> tuple[SignReason, ...]:
    return tuple(
        SignReason("answer.against", page.question.id, (choice.id,))
        for page in given
        for choice in page.choices
        if choice.against
    )


def _context(known: Catalogue, given: Iterable[_Given]) -> tuple[SignReason, ...]:
    return tuple(
        SignReason("sign.context", page.question.id, (choice.id,), signs)
        for page in given
        for choice in page.choices
        if (signs := tuple(sign for sign in choice.signs if known.indicators[sign].context))
    )


def _not_known(
    form: Form, answers: Answers, given: Iterable[_Given], missing: Iterable[str]
) -> tuple[SignReason, ...]:
    """What stayed open. None of it counts against the person."""
    reasons = [SignReason("agreement.declined", AGREEMENT)] if has_declined(answers) else []
    for page in given:
        silent = tuple(code for code in page.codes if code in SILENT)
        reasons += [SignReason(f"not_known.{code}", page.question.id, (code,)) for code in silent]
    for question in shown_questions(form, answers):
        if question.id not in answers and any(choice.is_danger for choice in question.choices):
            reasons.append(SignReason("not_known.not_reached", question.id))
    return (*reasons, *(SignReason("weights.missing", None, (name,)) for name in missing))


def _advice(given: Iterable[_Given], answers: Answers, scores: Iterable[Score]) -> tuple[str, ...]:
    """What to do next, in the order in which the pages gave rise to it."""
    advice = [choice.advice for page in given for choice in page.choices]
    if has_declined(answers):
        advice.append("offer_again")
    if any(score.combination.value == "labour_rights_case" for score in scores):
        advice.append("labour_rights")
    return _unique(advice)


def _unique(codes: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in codes if code))


def carried(earlier: Form, answers: Answers, form: Form) -> Mapping[str, Answer]:
    """What need not be asked again in another form: what was said about journey, work, papers, freedom.

    Safety, the room, age, agreement and what was seen are asked or looked at anew; merge these answers in
    once the person has agreed.
    """
    travels = {"journey", "work", "papers", "freedom"}
    kept: dict[str, Answer] = {}
    for page in _given(earlier, answers):
        here = form.question(page.question.id)
        if here is None or here.part.id not in travels or set(page.codes) & SILENT:
            continue
        if set(page.codes) <= set(here.codes):
            kept[here.id] = answers[here.id]
    return kept
