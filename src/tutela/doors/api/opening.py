"""What readings over the API share: the time, how a no is said, and something sealed opened or said why not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

from ninja import Status

from tutela.doors import words
from tutela.doors.now import clock
from tutela.people.keystore.store import KeyDestroyed, KeyStoreDown

from . import schemas

T = TypeVar("T")
NOT_HERE = {401: schemas.DeniedOut, 404: schemas.DeniedOut, 422: schemas.InvalidOut}


def now() -> datetime:
    """The time of this request."""
    return clock()().astimezone(UTC)


def said(status: int, code: str) -> Status[dict[str, Any]]:
    """A no, with its words."""
    return Status(status, {"result": "denied", "code": code, "text": words.reason_text(code)})


def opened(opens: Callable[[], T | None], room: str, gives: Callable[[T], dict[str, Any]]) -> Any:
    """Opens something sealed and gives what it holds; else says that it is shut, erased, or not the reader's.

    Shape    room: whose words are used for shut and erased (`intake`, `enquiry`)
    """
    try:
        found = opens()
    except KeyStoreDown:
        return said(503, f"{room}.shut")
    except KeyDestroyed:
        return said(404, f"{room}.erased")
    return said(404, "access.subject") if found is None else Status(200, gives(found))
