"""Shapes of what programs read of the work with a person: messages, conferences, workers."""

from __future__ import annotations

from datetime import datetime
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
