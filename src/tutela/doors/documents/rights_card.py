"""The card that the person keeps: what she should get, from whom, by when. It says nothing of why, and of no place."""

from __future__ import annotations

from uuid import UUID

from tutela.agencies.words import Sector
from tutela.cases import own_door_reads, reads
from tutela.doors import words
from tutela.doors.portal import messages as her_words
from tutela.engine.paper import Content, Section

from .sheet import NoDocument, Sheet, moment, text

#: Whose name would tell where she sleeps, to whoever finds the card.
UNNAMED = (Sector.SHELTER,)


def content(sheet: Sheet) -> Content:
    """Everything that is owed now, late things first; what offices owe each other is left out."""
    page = reads.case_page(sheet.actor, sheet.person.id, sheet.at)
    if page is None:
        raise NoDocument("access.subject")
    owed = [r for r in page.rights if r.duty.state == "open" and r.duty.rule not in her_words.INNER]
    sectors = own_door_reads.sectors({r.duty.bearer_agency_id for r in owed})
    late = tuple(_line(r, sectors) for r in owed if r.state(sheet.at) == "overdue")
    due = tuple(_line(r, sectors) for r in owed if r.state(sheet.at) != "overdue")
    nothing = () if owed else (text("rights_card.nothing"),)
    return sheet.made(
        "rights_card",
        (),
        (
            Section(text("rights_card.late"), (text("rights_card.late.do"),) if late else (), late),
            Section(text("rights_card.now"), nothing, due),
            Section(text("rights_card.know"), points=(text("rights_card.free"), text("rights_card.ask"))),
        ),
    )


def _line(right: reads.Right, sectors: dict[UUID | None, str]) -> str:
    rule = right.duty.rule
    what = words.say(her_words.PLAIN[rule]) if rule in her_words.PLAIN else words.duty_label(rule)
    sector = sectors.get(right.duty.bearer_agency_id) or right.duty.bearer_sector
    kind = words.choice_label("Sector", sector) if sector and not sector.startswith("@") else ""
    who = kind if sector in UNNAMED else right.bearer or kind
    return text(
        "rights_card.line" if right.duty.due_at else "rights_card.line.open",
        what=what, who=who or text("nobody_yet"), when=moment(right.duty.due_at),
    )  # fmt: skip
