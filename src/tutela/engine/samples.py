"""What is kept beside the journal and can be computed again: a sample of it is, at each verification."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from . import clocks
from .duties import dues
from .findings import Finding
from .verify import sample

SAMPLE = 500
_OPEN = "SELECT subject_id, term, events, due_at, review_at FROM engine_duty WHERE state = 'open' ORDER BY id LIMIT %s"


@sample("due_at")
def due_times_follow_their_events(cursor: Any) -> Iterator[Finding]:
    """A duty whose due time is not what its clock's events give: random ids make the first ones a sample."""
    cursor.execute(_OPEN, [SAMPLE])
    for subject_id, term, events, due_at, review_at in cursor.fetchall():
        kept, happened = _plain(term), _plain(events)
        if dues(clocks.load_term(kept), [clocks.load_event(e) for e in happened]) != (due_at, review_at):
            yield Finding("sample.due_at", subject_id=subject_id)


def _plain(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value
