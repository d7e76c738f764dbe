"""The letter to the prosecutor as a document: DOCX to work on, PDF to send. Both say the same, in either language."""

from __future__ import annotations

from collections.abc import Mapping

from tutela.engine import paper
from tutela.engine.paper import Content, Party, Section, day_said, words_of

from .letter_words import OFFENCES, TEXTS
from .models import Letter
from .words import STATUS_OFFENCES, Offence


def content(letter: Letter, sender: Party, receiver: Party, language: str) -> Content:
    """What a letter says in a language.

    Raises   ValueError for a language that letters are not written in
    """
    words = words_of(TEXTS, language)
    offence = Offence(letter.offence)
    rows = [
        (words["to"], receiver.name),
        (words["from"], sender.name),
        (words["date"], day_said(letter.sent_on, language)),
        (words["your_ref"], letter.charge_ref),
        (words["our_ref"], letter.pseudonym),
        (words["charge"], OFFENCES[language][offence]),
    ]
    if letter.answer_by:
        rows.append((words["answer_by"], day_said(letter.answer_by, language)))
    if sender.phone:
        rows.append((words["phone"], sender.phone))
    return Content(
        language=language,
        title=words["title"],
        rows=tuple(rows),
        greeting=words["greeting"],
        sections=(
            _asks(letter, words, language),
            _why(letter, words, offence),
            Section(words["answer"], (words["answer.text"],)),
            _careful(letter, words),
        ),
        closing=words["closing"],
        sender=sender.name,
        page=words["page"],
    )


def _asks(letter: Letter, words: Mapping[str, str], language: str) -> Section:
    who = words["waiting" if letter.presumed_on is None else "presumed"].format(
        ref=letter.charge_ref,
        name=letter.pseudonym,
        date=day_said(letter.presumed_on, language) if letter.presumed_on else "",
    )
    points = [words["ask.end"], words["ask.plea"]]
    points += [words["ask.release"]] if letter.held else []
    points += [words["ask.child"]] if letter.may_be_child else []
    return Section(words["ask"], (who,), tuple(points))


def _why(letter: Letter, words: Mapping[str, str], offence: Offence) -> Section:
    paragraphs = [words[f"link.{letter.link}"]]
    paragraphs += [words["why.status"]] if offence in STATUS_OFFENCES else []
    paragraphs += [words["why.text"]]
    paragraphs += [words["why.child"]] if letter.may_be_child else []
    return Section(words["why"], (*paragraphs, words["why.court"]))


def _careful(letter: Letter, words: Mapping[str, str]) -> Section:
    points = (words["careful.name"], words["careful.evidence"], words[f"careful.{letter.agreement}"])
    return Section(words["careful"], points=points)


def file_name(letter: Letter, kind: str) -> str:
    """A name that tells nobody what is inside."""
    return paper.file_name("letter", letter.sent_on, kind)
