"""Look over the answers of a screening before they are stored: each mistake names its page and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tutela.guidelines.g02_identification.forms import AnswerType, Form, NoAnswer, Question
from tutela.guidelines.g02_identification.screening import shown_questions

_NO_ANSWERS = frozenset(code.value for code in NoAnswer)


@dataclass(frozen=True, slots=True)
class AnswerError:
    """One mistake: the page, a message code, and the answers that would do."""

    question_id: str
    code: str
    possible: tuple[str, ...] = ()


def validate(form: Form, answers: Mapping[str, object]) -> tuple[AnswerError, ...]:
    """Every mistake in the answers, in the order of the pages; none is fine, and so is no answer at all."""
    strange = sorted(set(answers) - {question.id for question in form.questions})
    errors = [AnswerError(question_id, "answers.unknown_question") for question_id in strange]
    for question in form.questions:
        if question.id in answers:
            errors += _mistakes(question, answers[question.id])
    return tuple(errors) or tuple(_off_path(form, answers))


def _mistakes(question: Question, answer: object) -> Iterable[AnswerError]:
    given = [answer] if isinstance(answer, str) else answer
    if not isinstance(given, list) or not given:
        return [AnswerError(question.id, "answers.leave_out", question.codes)]
    if any(code not in question.codes for code in given):
        return [AnswerError(question.id, "answers.not_possible", question.codes)]
    if isinstance(answer, list) and question.answer is not AnswerType.MANY:
        return [AnswerError(question.id, "answers.one_only", question.codes)]
    if len(set(given)) != len(given):
        return [AnswerError(question.id, "answers.twice", question.codes)]
    if len(given) > 1 and _NO_ANSWERS & set(given):
        return [AnswerError(question.id, "answers.mixed", question.codes)]
    return []


def _off_path(form: Form, answers: Mapping[str, object]) -> Iterable[AnswerError]:
    """Answers to pages that are not shown: above all those that wait for an agreement."""
    typed = {
        question_id: answer for question_id, answer in answers.items() if isinstance(answer, (str, list))
    }
    shown = {question.id for question in shown_questions(form, typed)}
    return [
        AnswerError(question.id, "answers.not_shown")
        for question in form.questions
        if question.id in answers and question.id not in shown
    ]
