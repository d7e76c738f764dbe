"""What the clock does for the web door: drafts end after their days."""

from __future__ import annotations

from datetime import datetime

from django.db import connection

from tutela.engine.time import system_clock


def forget_drafts(now: datetime | None = None) -> int:
    """Ends every draft whose days are over; returns how many."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tutela_forget_drafts(%s)", [now or system_clock()])
        row = cursor.fetchone()
    return int(row[0])
