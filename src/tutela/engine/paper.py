"""Letters and documents on paper: DOCX to work on, PDF to hand over. Both say the same.

A room or door makes a `Content` in one language; `render` sets it. Nothing here reads a record.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from babel.dates import format_date

FILES = Path(__file__).with_name("paper_files")
#: Kinds of file, with what a browser calls them.
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
KINDS = tuple(TYPES)
#: The language of a text, and how the calendar calls it.
LOCALES = {"en": "en_GB", "zh-hans": "zh_Hans_CN"}


@dataclass(frozen=True)
class Party:
    """An agency as a letter names it."""

    name: str
    phone: str = ""


@dataclass(frozen=True)
class Section:
    """A part under its heading: paragraphs, then points."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Content:
    """Everything that stands on the sheet."""

    language: str
    title: str
    rows: tuple[tuple[str, str], ...]
    greeting: str
    sections: tuple[Section, ...]
    closing: str
    sender: str
    page: str


def words_of(texts: Mapping[str, Mapping[str, str]], language: str) -> Mapping[str, str]:
    """The words of a letter in a language. Raises ValueError for one that it is not written in."""
    if language not in texts:
        raise ValueError(f"letters are written in {', '.join(texts)}; not in {language!r}")
    return texts[language]


def day_said(day: date, language: str) -> str:
    """A day as the language writes it in full."""
    return str(format_date(day, "long", locale=LOCALES[language]))


def file_name(what: str, day: date, kind: str) -> str:
    """A file name that tells nobody what is inside: a phone or a desk may be seen by somebody else."""
    return f"{what}-{day:%Y-%m-%d}.{kind}"


def render(what: Content, kind: str) -> bytes:
    """The sheet as a file.

    Shape    kind: docx or pdf
    Raises   ValueError for another kind
    """
    if kind == "pdf":
        return _pdf(what)
    if kind == "docx":
        return _docx(what)
    raise ValueError(f"letters are made as {' or '.join(KINDS)}; not as {kind!r}")


def _pdf(what: Content) -> bytes:
    import typst

    made = typst.compile(
        str(FILES / "paper.typ"),
        format="pdf",
        font_paths=[str(FILES)],
        sys_inputs={"paper": json.dumps(asdict(what), ensure_ascii=False)},
    )
    return bytes(made)


def _docx(what: Content) -> bytes:
    from docxtpl import DocxTemplate

    template: Any = DocxTemplate(str(FILES / "paper.docx"))
    template.render(asdict(what), autoescape=True)
    made = io.BytesIO()
    template.save(made)
    return made.getvalue()
