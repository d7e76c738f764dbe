"""A certificate of status: that somebody is presumed or recognised, since when, and what follows."""

from __future__ import annotations

from tutela.cases.words import Standing
from tutela.doors import words
from tutela.engine.paper import Content, Section
from tutela.guidelines.g04_law.reads import staying

from .sheet import NoDocument, Sheet, day, text

#: Standings that nothing can be certified of.
NONE_YET = (Standing.OPEN,)


def certificate(sheet: Sheet) -> Content:
    """What stands in the file today; the stay only for a reader who holds it."""
    person = sheet.person
    if person.standing in NONE_YET or person.presumed_at is None:
        raise NoDocument("document.no_status")
    said = text("certificate.holder", name=person.pseudonym, since=day(person.presumed_at))
    return sheet.made(
        "certificate",
        ((text("certificate.standing"), words.choice_label("Standing", person.standing)),),
        (
            Section(text("certificate.what"), (said, *_child(sheet))),
            Section(text("certificate.stay"), points=_stay(sheet)),
            Section(
                text("certificate.follows"),
                points=tuple(
                    text(f"certificate.follows.{one}") for one in ("held", "charged", "removed", "help")
                ),
            ),
            Section(text("certificate.care"), (text("certificate.care.text"),)),
        ),
    )


def _child(sheet: Sheet) -> tuple[str, ...]:
    return (text("certificate.child"),) if sheet.person.reads_as_child else ()


def _stay(sheet: Sheet) -> tuple[str, ...]:
    if "status" not in sheet.parts:
        return ()
    found = staying(sheet.actor, sheet.person.id)
    rest = [
        text("certificate.recovery", since=day(one.started_at), until=day(one.at_least_until))
        for one in found.recovery_periods
        if one.ended_at is None
    ]
    stays = [
        text("certificate.no_removal", since=day(one.recorded_at))
        for one in found.stays
        if one.ended_at is None
    ]
    return (*rest, *stays[:1])
