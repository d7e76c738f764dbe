"""A decision with its reasons: element by element, then in the words of whoever decided, which are opened for this."""

from __future__ import annotations

from tutela.agencies.reads import party_of_member
from tutela.doors import words
from tutela.doors.web.present import language_name
from tutela.engine.paper import Content, Section
from tutela.guidelines.g02_identification.models import Decision
from tutela.guidelines.g02_identification.reads_decisions import PARTS, Source, decisions
from tutela.people import bodies
from tutela.people.keystore.store import KeyDestroyed, KeyStoreDown

from .sheet import NoDocument, Sheet, choices, day, one_line, text

ENUMS = {"acts": "ActElement", "means": "MeansElement", "purposes": "PurposeElement"}
#: What the trace says of why the words were opened.
PURPOSE = "to give the person the reasons for the decision"
SEALED_UNDER = "statements"


def content(sheet: Sheet) -> Content:
    """The newest decision of the file."""
    found = decisions(sheet.actor, sheet.person.id)
    if not found or found[0].decision is None:
        raise NoDocument("document.no_decision")
    source, made = found[0], found[0].decision
    how = "positive" if made.positive else "negative"
    return sheet.made(
        "decision",
        (
            (text("decided_on"), day(made.decided_at)),
            (text("decision.stage"), words.choice_label("Stage", made.stage)),
        ),
        (
            Section(text("decision.what"), (text(f"decision.{how}.{made.stage}"),)),
            Section(text("decision.rests_on"), _ground(made), _elements(source)),
            Section(text("decision.reasons"), _reasons(sheet, made)),
            Section(text("decision.follows"), points=_follows(made)),
        ),
        party_of_member(sheet.actor, made.decided_by, sheet.language),
    )


def _ground(made: Decision) -> tuple[str, ...]:
    return (words.choice_label("Ground", made.ground),) if made.ground != "elements" else ()


def _elements(source: Source) -> tuple[str, ...]:
    found = [one_line(text(f"decision.{p}"), choices(ENUMS[p], source.found.get(p, ()))) for p in PARTS]
    absent = [
        one_line(text(f"decision.{p}.absent"), choices(ENUMS[p], source.absent.get(p, ()))) for p in PARTS
    ]
    return tuple(line for line in (*found, *absent) if line)


def _reasons(sheet: Sheet, made: Decision) -> tuple[str, ...]:
    """The words of whoever decided. What cannot be opened is said to be missing, never left out in silence."""
    if SEALED_UNDER not in sheet.parts or sheet.is_stripped():
        return (text("decision.reasons.closed"),)
    try:
        about = ("decision", made.pk)
        body = bodies.opened(sheet.actor, sheet.person.id, about, SEALED_UNDER, PURPOSE, sheet.at)
    except (KeyStoreDown, KeyDestroyed):
        return (text("decision.reasons.shut"),)
    said = str((body or {}).get("reasons") or "")
    if not said:
        return (text("decision.reasons.none"),)
    written = made.language and text("decision.reasons.language", language=language_name(made.language))
    return (*((written,) if written else ()), *(part for part in said.splitlines() if part.strip()))


def _follows(made: Decision) -> tuple[str, ...]:
    if made.positive:
        return (text("decision.follows.protected"), text("decision.follows.unpunished"))
    return (
        text("decision.follows.again"),
        text("decision.follows.meanwhile"),
        text("decision.follows.other_help"),
    )
