"""What the API says of questions before a custody, a charge or a removal."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema


class EnquiryOut(Schema):
    """A question before a custody, a charge or a removal; who it is about stays sealed.

    `others`: how many questions of other agencies seem to be about the same person
    """

    id: UUID
    kind: str
    setting: str
    agency: str
    asked_at: datetime
    due_at: datetime | None
    overdue: bool
    state: str
    said: str
    called_at: datetime | None
    reference_found: bool | None
    others: int


class CandidateOut(Schema):
    """A file whose person may be meant: `exact`, `near` or `part` of the name."""

    case: UUID
    pseudonym: str
    sure: Literal["exact", "near", "part"]
    age_fits: bool | None
    protected: bool


class OpenedEnquiryOut(EnquiryOut):
    """One question, opened: what was asked, files that may be meant, and who else asked for a person so named."""

    content: dict[str, str | None]
    candidates: list[CandidateOut]
    alike: list[EnquiryOut]


class UseOut(Schema):
    """How one agency uses the protection enquiry, for the monitor."""

    agency: str
    asked: int
    tried: int
    screened: int
    patterns: list[str]
