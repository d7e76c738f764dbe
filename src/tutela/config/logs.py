"""The log: a closed list of events, each with the keys it may carry, and never free text.

    event("server.started", port=8000, workers=2)

A value is a number, a yes or no, a time, an id, or a short code; a name or a sentence cannot be passed.
What is not on the list raises in tests and is dropped in production (a line says that something was).
Messages of libraries are reduced to logger, level and class of the error: their text may hold what somebody
typed.
"""

from __future__ import annotations

import enum
import logging
import os
import re
import sys
import traceback
from datetime import date, datetime
from typing import Any
from uuid import UUID

import structlog

EVENTS: dict[str, frozenset[str]] = {
    name: frozenset(keys.split())
    for name, keys in {
        "server.started": "port workers mode",
        "server.stopped": "mode",
        "worker.started": "",
        "worker.stopped": "",
        "job.done": "job count ms",
        "job.failed": "job error attempt",
        "migrated": "count ms",
        "sample.loaded": "actions people ms",
        "action.done": "action act_id ms",
        "action.refused": "action act_id reasons ms",
        "action.denied": "action act_id",
        "action.failed": "action error",
        "guard.failed": "guard action act_id error",
        "rule.failed": "guard action act_id error",
        "breach.opened": "breach provision act_id",
        "duty.escalated": "duty duty_id to",
        "outbox.moved": "count",
        "sequencer.advanced": "count size",
        "sequencer.signed": "size",
        "verify.done": "entries subjects ms",
        "verify.failed": "subject_id entry_id kind",
        "key.released": "trace_id purpose",
        "key.refused": "trace_id purpose reason",
        "keystore.down": "error",
        "intake.received": "receipt_id action",
        "sign_in": "member_id method",
        "sign_in.failed": "reason",
        "log_in.given": "member_id anew",
        "clock.skewed": "device_id seconds",
        "page.failed": "view error",
        "library.reported": "logger level error",
        "log.refused": "problem",
    }.items()
}
CODE = re.compile(r"[A-Za-z0-9_.:+/-]{1,80}\Z")
_strict = False


class NotAnEvent(ValueError):
    """An event, key or value that the log does not take."""


def event(name: str, /, **keys: object) -> None:
    """Write one event.

    Raises   NotAnEvent in tests; in production the event is dropped and `log.refused` written instead
    """
    problem = _problem(name, keys)
    if problem and _strict:
        raise NotAnEvent(problem)
    if problem:
        name, keys = "log.refused", {"problem": problem.split(" ")[0]}
    structlog.get_logger().info(name, **{key: _plain(value) for key, value in keys.items()})


def configure(*, strict: bool) -> None:
    """Route everything to standard error, or to the file TUTELA_LOG, as JSON lines; `strict` makes mistakes
    raise.
    """
    global _strict
    _strict = strict
    path = os.environ.get("TUTELA_LOG")
    target = open(path, "a", encoding="utf-8", buffering=1) if path else sys.stderr  # noqa: SIM115 - open to the end
    structlog.configure(
        processors=[
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(sort_keys=True),
        ],
        logger_factory=structlog.WriteLoggerFactory(file=target),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers = [Closed(logging.WARNING)]
    root.setLevel(logging.WARNING)


class Closed(logging.Handler):
    """Turns a library's message into an event without its text."""

    def emit(self, record: logging.LogRecord) -> None:
        kind = record.exc_info[0] if record.exc_info else None
        event(
            "library.reported",
            logger=(CODE.match(record.name) and record.name) or "unnamed",
            level=record.levelname,
            error=kind.__name__ if kind else None,
        )
        if kind and os.environ.get("TUTELA_TRACEBACKS"):  # a developer's own machine, invented data
            traceback.print_exception(*record.exc_info)  # type: ignore[misc]  # is set, as kind is


def _problem(name: str, keys: dict[str, object]) -> str:
    if name not in EVENTS:
        return f"event {name!r} is not on the list in tutela/config/logs.py"
    if unknown := set(keys) - EVENTS[name]:
        return f"key {sorted(unknown)} is not one of those of {name!r}"
    if wrong := [key for key, value in keys.items() if not _is_closed(value)]:
        return f"value of {wrong} in {name!r} is free text, or not a number, time, id or code"
    return ""


def _is_closed(value: object) -> bool:
    match value:
        case None | bool() | int() | float() | UUID() | date() | datetime():
            return True
        case enum.Enum():
            return _is_closed(value.value)
        case str():
            return bool(CODE.match(value))
        case list() | tuple() | set() | frozenset():
            return all(_is_closed(item) for item in value)
    return False


def _plain(value: object) -> Any:
    match value:
        case None | bool() | int() | float():
            return value
        case enum.Enum():
            return _plain(value.value)
        case list() | tuple() | set() | frozenset():
            return [_plain(item) for item in value]
    return str(value)
