"""What the tests of people share: somebody who asks, and a key store that can be switched off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import connections

from tutela.people.keystore.store import Request

AT = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
WORKER, AGENCY, CASE = UUID(int=11), UUID(int=12), UUID(int=13)


@pytest.fixture
def request_for() -> Request:
    """A caseworker asks for a person's identity."""
    return Request(WORKER, AGENCY, "to book an interpreter", CASE, "identity", AT)


@pytest.fixture
def other_request(request_for: Request) -> Request:
    """The same for another person."""
    return replace(request_for, subject_id=UUID(int=99))


@contextmanager
def key_store_down() -> Iterator[None]:
    """The key store does not answer for as long as the block lasts."""
    connection = connections["keys"]
    connection.close()
    host, port = connection.settings_dict["HOST"], connection.settings_dict["PORT"]
    connection.settings_dict.update(HOST="127.0.0.1", PORT="9")
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(HOST=host, PORT=port)
