"""Documents of a file as PDF and DOCX: what may be had, and one of them made. Nothing is kept.

Each is one small function over reads: it sees what its reader sees, and no compartment more. A document about somebody
names nobody; the file's name says nothing of what is inside.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils.translation import override

from tutela.cases import reads
from tutela.engine.access import Actor
from tutela.engine.paper import KINDS, Content, file_name, render

from . import about_help, decision, rights_card, status
from .sheet import NoDocument, Sheet, language_for, text

__all__ = ["DOCUMENTS", "Document", "NoDocument", "file_of", "language_for", "offered", "text_of"]

Maker = Callable[[Sheet], Content]


@dataclass(frozen=True)
class Document:
    """One kind of document.

    Shape    file: how its file is called, which tells nobody anything; needs: without this compartment there is none
    """

    name: str
    make: Maker
    file: str
    needs: str = "facts"
    for_her: bool = False


DOCUMENTS = {
    one.name: one
    for one in (
        Document("rights_card", rights_card.content, "notes", for_her=True),
        Document("decision", decision.content, "letter", for_her=True),
        Document("certificate", status.certificate, "paper", for_her=True),
        Document("safety_plan", about_help.safety_plan, "notes", needs="whereabouts", for_her=True),
        Document("referral_letter", about_help.referral_letter, "letter"),
        Document("hand_over", about_help.hand_over, "papers"),
    )
}


def offered(actor: Actor, case_id: UUID, at: datetime) -> tuple[reads.Person, list[Document]]:
    """The documents that this reader may have of a file. Raises NoDocument for a file that is not theirs."""
    head = reads.case_head(actor, case_id, at)
    if head is None:
        raise NoDocument("access.subject")
    return head[0], [one for one in DOCUMENTS.values() if one.needs in head[1]]


def text_of(actor: Actor, case_id: UUID, name: str, language: str, at: datetime) -> Content:
    """What a document says. Raises NoDocument, with the code of why."""
    person, there = offered(actor, case_id, at)
    document = DOCUMENTS.get(name)
    if document is None or document not in there or language not in dict(settings.LANGUAGES):
        raise NoDocument("access.subject")
    head = reads.case_head(actor, case_id, at)
    assert head is not None
    with override(language):
        return document.make(Sheet(actor, person, head[1], language, at, document.for_her))


def file_of(
    actor: Actor, case_id: UUID, name: str, language: str, kind: str, at: datetime
) -> tuple[str, bytes]:
    """A document as a file: its name, which says nothing, and its content. Raises NoDocument."""
    if kind not in KINDS:
        raise NoDocument("access.subject")
    said = text_of(actor, case_id, name, language, at)
    return file_name(DOCUMENTS[name].file, at.date(), kind), render(said, kind)


def label(name: str) -> str:
    """What a document is called."""
    return text(f"{name}.label")


def help_text(name: str) -> str:
    """What a document is for."""
    return text(f"{name}.help")
