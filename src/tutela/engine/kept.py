"""Figures that are too dear to compute while somebody waits: the worker makes them, pages read the newest.

A kept figure says when it was made, and pages say so too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from tutela.config.logs import event

from .kept_models import Kept

VERIFIED = "verified"


@dataclass(frozen=True)
class KeptFigure:
    """What was kept under a name, and when it was made."""

    at: datetime
    data: Any


def keep(name: str, data: Any, at: datetime) -> None:
    """Keeps a figure in the place of the one before. Ids, counts and codes only, never a name."""
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE tutela_engine")
        cursor.execute(
            "INSERT INTO engine_kept (name, at, data) VALUES (%s, %s, %s) "
            "ON CONFLICT (name) DO UPDATE SET at = EXCLUDED.at, data = EXCLUDED.data",
            [name, at, json.dumps(data)],
        )


def kept(names: list[str]) -> dict[str, KeptFigure]:
    """The newest figures under these names; within `acting`, and only for the monitor."""
    return {k.name: KeptFigure(k.at, k.data) for k in Kept.objects.filter(name__in=names)}


def _ms(seconds: dict[str, float]) -> int:
    return round(sum(seconds.values()) * 1000)


def verify_and_keep(at: datetime) -> bool:
    """Verifies the whole journal and keeps what came of it; returns whether it is whole.

    Writes   the figure `verified`: {"is_whole", "entries", "subjects", "checks"}; what is wrong by kind only
    """
    from .verify import verify_chains

    report = verify_chains(connection)
    event("verify.done", entries=report.entries, subjects=report.subjects, ms=_ms(report.seconds))
    for finding in report.findings:
        where = {"subject_id": finding.subject_id, "entry_id": finding.entry_id}
        event("verify.failed", kind=finding.check, **{k: v for k, v in where.items() if v is not None})
    checks = sorted({finding.check for finding in report.findings})
    found = {"is_whole": report.is_whole, "entries": report.entries, "subjects": report.subjects}
    keep(VERIFIED, {**found, "checks": checks}, at)
    return report.is_whole
