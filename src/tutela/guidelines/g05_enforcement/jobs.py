"""What follows by itself: once a question is committed, it is compared with those of other agencies."""

from __future__ import annotations

import uuid
from typing import Any

from tutela.agencies.system import system
from tutela.engine.perform import perform

from .enquiry_actions import ASKED, CompareEnquiry


def compared_later(kind: str, ids: dict[str, Any]) -> None:
    """Looks for another agency's question about the same person, long after the reply was given."""
    if kind == ASKED:
        enquiry = uuid.UUID(ids["enquiry"])
        perform(CompareEnquiry(enquiry=enquiry), system("clock"), key=uuid.uuid5(enquiry, "compared"))
