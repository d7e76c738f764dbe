"""What a verification found: which check, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be. Ids and numbers only, never content.

    Shape    check: its name, as listed in `verify`; seq: the place in the subject's chain; at: a leaf's
             index or a head's size
    """

    check: str
    subject_id: UUID | None = None
    entry_id: int | None = None
    seq: int | None = None
    at: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The finding for programs; what is not known is left out."""
        named = {
            "check": self.check,
            "subject": str(self.subject_id) if self.subject_id else None,
            "entry": self.entry_id,
            "seq": self.seq,
            "at": self.at,
        }
        return {key: value for key, value in named.items() if value is not None}
