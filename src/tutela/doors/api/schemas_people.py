"""Shapes of what programs read of the work with a person: messages, conferences, workers."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from ninja import Schema


class MessageOut(Schema):
    """One message. `words` is empty until the thread is opened; `through` says how she said it where another wrote."""

    id: UUID
    agency_id: UUID
    from_her: bool
    through: str
    who: str
    language: str
    sent_at: datetime
    read_at: datetime | None
    words: str | None


class ThreadOut(Schema):
    """All between a person and the member's agency, newest first; `due_at`: by when she is owed an answer."""

    rows: list[MessageOut]
    unread: int
    due_at: datetime | None


class DecisionOut(Schema):
    """A step that a conference decided: who does what by when, and how it ended."""

    kind: str
    bearer: str
    by_day: date
    ended_at: datetime | None
    end_how: str


class ConferenceOut(Schema):
    """One conference. `entry`: its number in the timeline, by which what was written down is opened."""

    id: UUID
    purpose: str
    on_day: date
    state: str
    her_part: str
    she_was_there: bool | None
    invited: list[str]
    attended: list[str]
    minutes_in: list[str]
    entry: int | None
    decisions: list[DecisionOut]


class MayComeOut(Schema):
    """An agency to which she has agreed, and until when."""

    agency: UUID
    name: str
    until: datetime | None


class ConferencesOut(Schema):
    """Conferences on one person, what is to come first."""

    rows: list[ConferenceOut]
    may_come: list[MayComeOut]


class WorkerOut(Schema):
    """A member with the people they work with; `load` counts children heavier."""

    id: UUID
    name: str
    people: int
    children: int
    load: int
    away_until: date | None
    supervised: date | None
    next_on: date | None


class AboveOut(Schema):
    """An agency with workers above the target; for coordinators."""

    agency: str
    workers: int
    heaviest: int


class WorkersOut(Schema):
    """Workers of one's own agency. `target` is the project's own, not law."""

    target: int
    child_counts_as: int
    rows: list[WorkerOut]
    above: list[AboveOut]
