"""The letter to the prosecutor as a document: DOCX to work on, PDF to send. Both say the same, in either language."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from babel.dates import format_date

from .letter_words import LOCALES, OFFENCES, TEXTS
from .models import Letter
from .words import STATUS_OFFENCES, Offence

FILES = Path(__file__).with_name("letter_files")
KINDS = ("docx", "pdf")


@dataclass(frozen=True)
class Party:
    """An agency as the letter names it."""

    name: str
    phone: str = ""


@dataclass(frozen=True)
class Section:
    """A part of the letter under its heading: paragraphs, then points."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Content:
    """Everything that a template needs; there is no name of the person in it to leave out."""

    language: str
    title: str
    rows: tuple[tuple[str, str], ...]
    greeting: str
    sections: tuple[Section, ...]
    closing: str
    sender: str
    page: str


def content(letter: Letter, sender: Party, receiver: Party, language: str) -> Content:
    """What a letter says in a language.

    Raises   ValueError for a language that letters are not written in
    """
    if language not in TEXTS:
        raise ValueError(f"letters are written in {', '.join(TEXTS)}; not in {language!r}")
    words = TEXTS[language]
    offence = Offence(letter.offence)
    rows = [
        (words["to"], receiver.name),
        (words["from"], sender.name),
        (words["date"], _day(letter.sent_on, language)),
        (words["your_ref"], letter.charge_ref),
        (words["our_ref"], letter.pseudonym),
        (words["charge"], OFFENCES[language][offence]),
    ]
    if letter.answer_by:
        rows.append((words["answer_by"], _day(letter.answer_by, language)))
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


def _day(day: date, language: str) -> str:
    return format_date(day, "long", locale=LOCALES[language])


def _asks(letter: Letter, words: Mapping[str, str], language: str) -> Section:
    who = words["waiting" if letter.presumed_on is None else "presumed"].format(
        ref=letter.charge_ref,
        name=letter.pseudonym,
        date=_day(letter.presumed_on, language) if letter.presumed_on else "",
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


def render(what: Content, kind: str) -> bytes:
    """The letter as a file.

    Shape    kind: docx or pdf
    Raises   ValueError for another kind
    """
    if kind == "pdf":
        return _pdf(what)
    if kind == "docx":
        return _docx(what)
    raise ValueError(f"letters are made as {' or '.join(KINDS)}; not as {kind!r}")


def file_name(letter: Letter, kind: str) -> str:
    """A file name that tells nobody what is inside: a phone or a desk may be seen by somebody else."""
    return f"letter-{letter.sent_on:%Y-%m-%d}.{kind}"


def _pdf(what: Content) -> bytes:
    import typst

    made = typst.compile(
        str(FILES / "letter.typ"),
        format="pdf",
        font_paths=[str(FILES)],
        sys_inputs={"letter": json.dumps(asdict(what), ensure_ascii=False)},
    )
    return bytes(made)


def _docx(what: Content) -> bytes:
    from docxtpl import DocxTemplate

    template: Any = DocxTemplate(str(FILES / "letter.docx"))
    template.render(asdict(what), autoescape=True)
    made = io.BytesIO()
    template.save(made)
    return made.getvalue()
