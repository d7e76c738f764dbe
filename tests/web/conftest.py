"""What the tests of the pages share: a small country, lived once by each process and copied for every test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connections

from tests.web.country import Country, country
from tests.world import Templates, point
from tutela.config import database
from tutela.config.scratch import Pair


@pytest.fixture(scope="session")
def lived(db_templates: Templates, django_db_blocker: Any) -> Iterator[tuple[Country, Pair]]:
    """The country and the databases in which it was lived; nobody works in these, only in copies."""
    with django_db_blocker.unblock():
        pair = db_templates.make()
        point(db_templates.urls.named(pair.main, pair.keys))
        land = country()
        connections.close_all()
        yield land, pair
        db_templates.drop_pair(pair)


@pytest.fixture
def db_world(
    db_templates: Templates, lived: tuple[Country, Pair], django_db_blocker: Any
) -> Iterator[database.Urls]:
    """A copy of the databases of the country, for one test."""
    with django_db_blocker.unblock(), db_templates.clone(lived[1]) as urls:
        point(urls)
        yield urls


@pytest.fixture
def land(db_world: database.Urls, lived: tuple[Country, Pair]) -> Country:
    """A country of a dozen agencies, three people and everything that they are owed."""
    told = lived[0]
    now = datetime.now(UTC).replace(microsecond=0)
    return replace(told, now=now, actors=dict(told.actors), members=dict(told.members), ids=dict(told.ids))
