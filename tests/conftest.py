"""What all tests share: databases of their own, a site to open, and how hard the property tests try."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, settings

from tests.world import Templates, point
from tutela.config import database, embedded
from tutela.config.installation import Installation

LONG = os.environ.get("TUTELA_LONG") == "1"
_quiet = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
settings.register_profile(
    "usual", max_examples=60, deadline=None, derandomize=True, suppress_health_check=_quiet
)
settings.register_profile("long", max_examples=600, deadline=None, suppress_health_check=_quiet)
settings.load_profile("long" if LONG else "usual")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what is marked `long`, unless asked for."""
    skip = pytest.mark.skip(reason="only with --long")
    for item in items:
        if "long" in item.keywords and not LONG:
            item.add_marker(skip)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """Where a test lost its database, what the server said last stands beside it."""
    report = yield
    if call.excinfo and "OperationalError" in call.excinfo.typename and "DATABASE_URL" not in os.environ:
        log = embedded.cluster(Installation.at()).home / "postgres.log"
        report.sections.append(("the server's log", "".join(log.read_text().splitlines(True)[-30:])))
    return report


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    """What one test tried too often does not count against the next one in the same process."""
    cache.clear()


@pytest.fixture(scope="session")
def db_server() -> Iterator[database.Urls]:
    """The server, started once and shared by all processes of the run."""
    with database.running(fast=True) as urls:
        yield urls


@pytest.fixture(scope="session")
def db_templates(db_server: database.Urls, django_db_blocker: pytest.FixtureRequest) -> Iterator[Templates]:
    """The migrated templates; made when the source has changed."""
    with psycopg.connect(db_server.admin, autocommit=True) as admin:
        templates = Templates(db_server, admin)
        with django_db_blocker.unblock():  # type: ignore[attr-defined]  # pytest-django's own type is not public
            templates.prepare()
        yield templates
        templates.close()


@pytest.fixture
def db_world(db_templates: Templates, django_db_blocker: pytest.FixtureRequest) -> Iterator[database.Urls]:
    """Fresh databases for one test, with Django's connections pointed at them; yields their addresses."""
    with django_db_blocker.unblock(), db_templates.clone() as urls:  # type: ignore[attr-defined]  # as above
        point(urls)
        yield urls


@pytest.fixture
def live_site(db_world: database.Urls) -> Iterator[str]:
    """The address of a running site over this test's databases, for browsers and plain requests."""
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.test.testcases import LiveServerThread

    thread = LiveServerThread("127.0.0.1", StaticFilesHandler)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()
