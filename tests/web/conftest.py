"""What the tests of the pages share: a small country."""

from __future__ import annotations

import pytest

from tests.web.country import Country, country


@pytest.fixture
def land(db_world: object) -> Country:
    """A country of a dozen agencies, two people and everything that they are owed."""
    return country()
