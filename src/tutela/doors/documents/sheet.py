"""What documents have in common: who reads, whose file it is, and how days, agencies and languages are said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from tutela.agencies.reads import party_of
from tutela.cases.reads import Person
from tutela.doors import words
from tutela.doors.messages_documents import TEXTS
from tutela.doors.web.present import language_name
from tutela.engine.access import Actor
from tutela.engine.paper import Content, Party, Section, day_said
from tutela.guidelines.g08_children.reads import is_in_circle


class NoDocument(LookupError):
    """There is no such document here; the message is the code of why, in words for the reader."""


@dataclass(frozen=True)
class Sheet:
    """One document in the making: for one reader, about one person, in one language.

    Shape    parts: the compartments that the reader holds; for_her: whether it is given to the person
    """

    actor: Actor
    person: Person
    parts: frozenset[str]
    language: str
    at: datetime
    for_her: bool

    def is_stripped(self, reader: UUID | None = None) -> bool:
        """Whether what tells who a child is stays out, as it does beyond the circle. Her own paper is whole (G8.9)."""
        if self.actor.is_herself or not self.person.reads_as_child:
            return False
        return not is_in_circle(self.actor, self.person.id, reader)

    def own(self) -> Party:
        """The reader's agency."""
        return party_of(self.actor.agency_id, self.language)

    def made(
        self,
        name: str,
        rows: Iterable[tuple[str, str]],
        sections: Iterable[Section],
        sender: Party | None = None,
    ) -> Content:
        """The sheet, with its head and foot."""
        own = sender or self.own()
        head = [
            (text("from"), own.name),
            (text("date"), day(self.at)),
            (text("our_ref"), self.person.pseudonym),
        ]
        phone = [(text("phone"), own.phone)] if own.phone else []
        note = [Section(text("language.heading"), (said,))] if (said := self.language_note()) else []
        filled = [part for part in sections if part.paragraphs or part.points]
        return Content(
            language=self.language,
            title=text(f"{name}.title"),
            rows=(*head, *phone, *((label, value) for label, value in rows if value)),
            greeting="",
            sections=(*filled, *note),
            closing="",
            sender=own.name,
            page=text("page"),
        )

    def language_note(self) -> str:
        """That this is not in a language of hers, where it is meant for her; nothing otherwise."""
        hers = self.person.languages
        if (
            not self.for_her
            or not hers
            or language_for(hers, "") == self.language
            or self.language in map(_code, hers)
        ):
            return ""
        return text("language.note", languages=", ".join(language_name(one) for one in hers))


def _code(language: str) -> str:
    return "zh-hans" if language.split("-")[0] == "zh" else language.split("-")[0]


def language_for(hers: Iterable[str], otherwise: str) -> str:
    """The first of her languages that documents are written in; else the other one."""
    offered = dict(settings.LANGUAGES)
    return next((code for one in hers if (code := _code(one)) in offered), otherwise)


def text(key: str, **params: Any) -> str:
    """One text in the language that is set."""
    return words.filled(words.say(TEXTS[key]), params) if params else words.say(TEXTS[key])


def day(at: datetime | None) -> str:
    """A day in the country's zone, in full."""
    return day_said(timezone.localtime(at).date(), get_language() or "en") if at else ""


def moment(at: datetime | None) -> str:
    """A day and a time in the country's zone."""
    return f"{day(at)}, {timezone.localtime(at):%H:%M}" if at else ""


def choices(kind: str, codes: Iterable[str]) -> tuple[str, ...]:
    """Codes of a closed list in words."""
    return tuple(words.choice_label(kind, code) for code in codes)


def one_line(label: str, values: Iterable[str]) -> str:
    """`Label: one; other`; nothing without values."""
    found = "; ".join(values)
    return f"{label}: {found}" if found else ""
