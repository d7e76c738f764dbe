"""Screening forms: versioned data with one question a page, in the gentle order.

Urgent needs come first, then who is in the room, then age and agreement, and only then the rest. Nothing in a
form has to be answered; a page can be left without an answer, and every page can be the last.

Source   harm.md 1, 6, 7, 12; provisions G2.1, G8.1
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tutela.instrument.provisions import is_chinese

#: Answers as they are stored: plain JSON, `{question id: answer}`; a page not reached has no entry.
Answer = str | list[str]
Answers = Mapping[str, Answer]

#: Said with every question that is asked; both languages, since it is spoken to the person.
FREE_TO_DECLINE = {
    "en": "You do not have to answer. Whatever you say or leave out, nothing will be held against you.",
    "zh": "您可以不回答。说与不说，都不会对您不利。",
}


class Setting(StrEnum):
    """Where somebody is screened; each has a form of its own."""

    BORDER = "border"
    POLICE = "police"
    LABOUR_INSPECTION = "labour_inspection"
    HEALTH = "health"
    HELPLINE = "helpline"
    DETENTION = "detention"
    ASYLUM = "asylum"


class QuestionKind(StrEnum):
    """How a page is used: said to the person, ticked by the responder, or told with nothing asked."""

    ASK = "ask"
    OBSERVE = "observe"
    TELL = "tell"


class AnswerType(StrEnum):
    """What a page takes besides the no-answers."""

    YES_NO = "yes_no"
    ONE = "one"
    MANY = "many"


class NoAnswer(StrEnum):
    """Ways of not answering that mean different things. The fifth is no entry: the page was not reached.

    `no` is an answer of its own, and stands here because it too must never be mixed up with the others.
    """

    NO = "no"
    NOT_ASKED = "not_asked"
    RATHER_NOT_SAY = "rather_not_say"
    UNKNOWN = "unknown"


YES = "yes"
#: Says nothing either way: never for the person, never against.
SILENT = frozenset({NoAnswer.NOT_ASKED, NoAnswer.RATHER_NOT_SAY, NoAnswer.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Words:
    """A text in English and Chinese."""

    en: str
    zh: str

    def text(self, language: str = "en") -> str:
        """The text in Chinese for a Chinese language tag, otherwise in English."""
        return self.zh if is_chinese(language) else self.en


@dataclass(frozen=True, slots=True)
class Choice:
    """A possible answer, and what follows. What speaks on the other side is shown, never subtracted.

    `situation` chooses which published list of signs is read; it is no sign itself.
    """

    id: str
    label: Words | None
    signs: tuple[str, ...] = ()
    urgent: str | None = None
    against: bool = False
    advice: str | None = None
    wish: str | None = None
    situation: str | None = None

    @property
    def is_danger(self) -> bool:
        """Whether it shows a sign or an urgent need."""
        return bool(self.signs or self.urgent)


@dataclass(frozen=True, slots=True)
class Condition:
    """True if each of these earlier questions has one of the answers named for it."""

    needs: tuple[tuple[str, frozenset[str]], ...]

    def holds(self, answers: Answers) -> bool:
        return all(wanted & set(given_codes(answers.get(question_id))) for question_id, wanted in self.needs)

    @property
    def question_ids(self) -> tuple[str, ...]:
        return tuple(question_id for question_id, _ in self.needs)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of pages with a common condition."""

    id: str
    title: Words
    show_if: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One page."""

    id: str
    part: Part
    kind: QuestionKind
    answer: AnswerType
    title: Words
    say: Words | None
    help: Words
    choices: tuple[Choice, ...]
    show_if: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()

    def is_shown(self, answers: Answers) -> bool:
        """Whether this page belongs to the path that these answers make."""
        gates = (self.part.show_if, self.show_if)
        opened = all(not gate or any(condition.holds(answers) for condition in gate) for gate in gates)
        return opened and not any(condition.holds(answers) for condition in self.unless)

    def choice(self, code: str) -> Choice | None:
        """What follows from one answer, if it is a choice of this page."""
        return next((choice for choice in self.choices if choice.id == code), None)

    @property
    def codes(self) -> tuple[str, ...]:
        """Every single answer that may be stored for this page."""
        codes = [choice.id for choice in self.choices]
        return tuple(dict.fromkeys([*codes, *(code.value for code in self._no_answers)]))

    @property
    def _no_answers(self) -> tuple[NoAnswer, ...]:
        if self.answer is AnswerType.ONE:
            return tuple(code for code in NoAnswer if code is not NoAnswer.NO)
        return tuple(NoAnswer)

    @property
    def free_to_decline(self) -> Words | None:
        """What is said with it when it is asked."""
        return Words(**FREE_TO_DECLINE) if self.kind is QuestionKind.ASK else None


@dataclass(frozen=True, slots=True)
class Form:
    """One version of the form of one setting; `digest` names its full content."""

    setting: Setting
    version: int
    title: Words
    before: Words
    anonymous: bool
    group: bool
    questions: tuple[Question, ...]
    digest: str

    def question(self, question_id: str) -> Question | None:
        """The page of this id, if the form has it."""
        return next((question for question in self.questions if question.id == question_id), None)

    @property
    def parts(self) -> Sequence[Part]:
        """The parts in the order in which they come."""
        return list({question.part.id: question.part for question in self.questions}.values())


def given_codes(answer: object) -> tuple[str, ...]:
    """An answer as the codes it holds: none for a page not reached."""
    if isinstance(answer, str):
        return (answer,)
    if isinstance(answer, (list, tuple)):
        return tuple(code for code in answer if isinstance(code, str))
    return ()
