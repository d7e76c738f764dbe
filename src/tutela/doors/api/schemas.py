"""The shapes of what the API answers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import StringConstraints


class Worded(Schema):
    """A code of a rule with its words in the reader's language."""

    rule: str
    text: str


class Coded(Schema):
    """A code with its words."""

    code: str
    text: str


class Titled(Schema):
    """A provision of the instrument."""

    id: str
    title: str


class Instead(Schema):
    """What can be done instead, filled in as far as it goes."""

    action: str
    label: str
    fields: dict[str, object] = {}


class ObjectionOut(Schema):
    """Why a rule objects. Neutral: the reason is in a part of the file that this member may not read."""

    code: str
    text: str
    provisions: list[Titled] = []
    instead: list[Instead] = []
    hints: list[str] = []
    absolute: bool
    neutral: bool
    guard: str


class DoneOut(Schema):
    """It happened. `made` holds the ids of what was made; `once` what is shown this once and kept nowhere: codes."""

    result: Literal["done"]
    act_id: UUID
    made: dict[str, str] = {}
    started: list[Worded] = []
    met: list[Worded] = []
    breaches: list[Worded] = []
    notes: list[Coded] = []
    once: dict[str, str] = {}


class ReceivedOut(Schema):
    """A fact was kept; the protection office will match it to a file."""

    result: Literal["received"]
    act_id: UUID
    why: str
    text: str


class RefusedOut(Schema):
    """It would breach the instrument; nothing was changed. Every objection is listed."""

    result: Literal["refused"]
    act_id: UUID
    digest: str
    objections: list[ObjectionOut]


class DeniedOut(Schema):
    """Not there, or not yours: the answer is the same."""

    result: Literal["denied"]
    code: str
    text: str


class FaultOut(Schema):
    """One thing wrong with the request: where, a code, and words. The value is never repeated."""

    field: str
    code: str
    message: str


class InvalidOut(Schema):
    """The form is wrong; nothing was done and nothing recorded. Every fault is listed."""

    result: Literal["invalid"]
    faults: list[FaultOut]


class PersonOut(Schema):
    """One file, under its pseudonym. `may_be_child` is null when the age is unknown or disputed."""

    id: UUID
    pseudonym: str
    standing: str
    age_basis: str
    age_low: int | None
    age_high: int | None
    may_be_child: bool | None
    languages: list[str]
    sex: str
    file_kind: str
    opened_at: datetime | None
    presumed_at: datetime | None
    closed_at: datetime | None
    due_at: datetime | None


class PeopleOut(Schema):
    """One page of files; `after` leads to the next one, null at the end."""

    rows: list[PersonOut]
    after: str | None


class DutyOut(Schema):
    """One duty: what is owed, by whom, since when and by when."""

    id: UUID
    case: UUID | None
    rule: str
    text: str
    provisions: list[str]
    bearer: str
    state: str
    started_at: datetime
    due_at: datetime | None
    escalated_to: str


class BreachOut(Schema):
    """One breach of the instrument, open until it is ended and answered."""

    id: UUID
    rule: str
    text: str
    provisions: list[str]
    opened_at: datetime
    ended_at: datetime | None
    answered_at: datetime | None


class EntryOut(Schema):
    """One line of the journal, as far as this member reads it."""

    seq: int
    act_id: UUID
    action: str
    label: str
    outcome: str
    provisions: list[str]
    occurred_at: datetime
    recorded_at: datetime
    agency: str
    followed: list[Followed]


class Followed(Schema):
    """What followed from an act in the same moment: a duty started, a breach opened."""

    outcome: str
    rule: str
    text: str


class CaseOut(Schema):
    """A file as this member sees it."""

    person: PersonOut
    compartments: list[str]
    rights: list[DutyOut]
    breaches: list[BreachOut]


class TimelineOut(Schema):
    """Entries, newest first; `before` leads to earlier ones, null at the end."""

    lines: list[EntryOut]
    before: int | None


class OwedOut(Schema):
    """What the member's agency owes; `unseen` is owed on files that it does not see."""

    rows: list[DutyOut]
    unseen: list[DutyOut]


class ProvisionOut(Schema):
    """A provision of the instrument in the reader's language, with its status as the stories show it."""

    id: str
    group: str
    title: str
    plain: str
    acceptance: str
    kinds: list[str]
    status: str


class MeasureOut(Schema):
    """A figure that can be asked for."""

    name: str
    title: str
    about: str
    provisions: list[str]
    by: list[str]
    columns: list[str]


class GroupOut(Schema):
    """One group of a figure. A value that is null and named in `hidden` counts too few people to be shown."""

    group: dict[str, str]
    values: dict[str, float | None]
    hidden: list[str]


class SectionOut(Schema):
    """A part of a document."""

    heading: str
    paragraphs: list[str]
    points: list[str]


class DocumentOut(Schema):
    """What a document says, as it is printed."""

    language: str
    title: str
    rows: list[list[str]]
    greeting: str
    sections: list[SectionOut]
    closing: str
    sender: str
    page: str


class FigureOut(Schema):
    """A figure as this member sees it.

    `reach`: monitor (as it is), country (protected below `threshold`), own (what concerns one's own agency)
    """

    name: str
    title: str
    reading: str
    notes: list[str]
    provisions: list[str]
    unit: str
    by: list[str]
    reach: Literal["monitor", "country", "own"]
    threshold: int | None
    at: datetime
    since: date | None
    until: date | None
    total: GroupOut
    rows: list[GroupOut]


class CoverageOut(Schema):
    """Which provisions have been shown, partly shown, or not yet."""

    provisions: dict[str, object]
    totals: dict[str, int]
    guidelines: dict[str, object]
    harm: dict[str, object]


EntryOut.model_rebuild()


class ItemOut(Schema):
    """Something that was received for a file that its sender does not see; what it says stays sealed."""

    id: UUID
    action: str
    label: str
    agency: str
    roles: list[str]
    why: str
    state: str
    because: str
    received_at: datetime
    happened_at: datetime
    due_at: datetime | None
    overdue: bool
    child: bool | None
    danger: bool


class PurposeIn(Schema):
    """Why something sealed is opened. It is kept."""

    purpose: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


class WordsOut(Schema):
    """What one entry says in one compartment, by field; `content` is null where its key was destroyed."""

    seq: int
    action: str
    outcome: str
    occurred_at: datetime
    agency_id: UUID
    compartment: str
    content: dict[str, object] | None


class WrittenOut(Schema):
    """Entries that were opened, newest first; ask again with `before` for older ones."""

    rows: list[WordsOut]
    before: int | None


class DetailOut(Schema):
    """One sealed detail, opened; `corrected` where a later one stands in its place."""

    kind: str
    value: str
    language: str
    corrected: bool


class NameOut(Schema):
    """Who the person is, oldest first."""

    details: list[DetailOut]


class OpenedOut(ItemOut):
    """One item, opened: what was sent, by field, and the file that it names, if there is one."""

    content: dict[str, object]
    names_case: UUID | None


class EscalationOut(Schema):
    """Something that escalates. `case` is there only for files that the reader's agency sees, and for urgent acts."""

    kind: Literal["duty", "breach", "urgent"]
    id: UUID
    rule: str
    text: str
    provisions: list[str]
    agency: str
    since: datetime
    due_at: datetime | None
    escalated_to: str
    ended: bool
    case: UUID | None
    pseudonym: str
