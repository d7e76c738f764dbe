"""The API held against its own description: whatever a program sends, the answer is one of those described."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.engine.test_perform import agency, opened
from tutela.agencies.words import Role, Sector
from tutela.doors.cli.token import issue

EXAMPLES = 10 if os.environ.get("TUTELA_LONG") == "1" else 1
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@dataclass
class Caller:
    """A program with a token, and a file that its member sees: what it sends meets rules and constraints."""

    headers: dict[str, str]
    case_id: str


@pytest.fixture
def one_connection() -> Iterator[None]:
    """All requests over one connection: a server's new process costs as much as the request that it answers."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def caller(db_world: object) -> Caller:
    actor = agency(
        "harbour", Sector.PROTECTION, *[role for role in Role if role not in (Role.SYSTEM, Role.MONITOR)]
    )
    return Caller({"Authorization": f"Bearer {issue('harbour-one')}"}, str(opened(actor)))


def operations() -> list[Any]:
    """Every operation of the schema, as Django's own WSGI application serves it."""
    from django.core.wsgi import get_wsgi_application

    from tutela.doors.api.urls import api

    schema = schemathesis.openapi.from_dict(api.get_openapi_schema())
    schema.app = get_wsgi_application()
    # So few examples hardly ever meet words that are mined from the source.
    schema.config.analysis.constants.enabled = EXAMPLES > 1
    return [found.ok() for found in schema.get_all_operations()]


def test_every_operation_answers_as_it_says(caller: Caller, one_connection: None) -> None:
    faults: list[str] = []
    for operation in operations():
        faults += _tried(operation, caller)
    assert not faults, "\n".join(faults)


def _tried(operation: Any, caller: Caller) -> list[str]:
    found: list[str] = []
    turns = itertools.count()

    @settings(
        max_examples=3 * EXAMPLES,
        deadline=None,
        database=None,
        derandomize=EXAMPLES == 1,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def once(case: Any) -> None:
        if isinstance(case.body, dict) and "case" in case.body and next(turns) % 2 == 0:
            case.body["case"] = caller.case_id  # else hardly any request gets past the question of access
        if "case" in case.path_parameters and next(turns) % 2 == 0:
            case.path_parameters["case"] = caller.case_id
        try:
            response = case.call(headers=caller.headers)
            case.validate_response(response, checks=CHECKS, headers=caller.headers)
        except Exception as error:  # noqa: BLE001  # every kind of fault of every operation is told at the end
            found.append(f"{operation.label}: {str(error)[:600]}")

    once()
    return found[:2]
