"""The API's addresses: `/api/v1/…`, with its description at `/api/v1/openapi.json`."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import override
from ninja import NinjaAPI, Router
from ninja.errors import AuthenticationError, HttpError
from ninja.errors import ValidationError as FormError
from ninja.parser import Parser

from tutela import __version__
from tutela.doors import answers, words
from tutela.doors.strict_json import read_object
from tutela.engine.actions import Fault, InvalidAction

from . import acts, conferences, enquiries, overseeing, reading, threads, workers
from .tokens import Token

ABOUT = """Tutela's actions and readings for programs.

Every action has one operation, and passes the same rules as from any other door. An answer is `done` (200),
`received` (202: a fact was kept, the protection office matches it), `refused` (409: it would breach the
instrument; each objection names provisions and what to do instead), `denied` (404: not there, or not yours) or
`invalid` (422: every fault of the form). Send `Idempotency-Key` with each request; a request sent twice is done
once. Texts come in English or Chinese, by `Accept-Language`. A token belongs to one member:
`./tutela token MEMBER` makes it."""


class StrictParser(Parser):
    """One JSON object; no key twice."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The object in the body. Raises InvalidAction, which ninja wraps."""
        return read_object(request.body)


def made() -> NinjaAPI:
    """The API with every action that the rooms declare."""
    api = NinjaAPI(
        title="Tutela",
        version=__version__,
        description=ABOUT,
        auth=Token(),
        parser=StrictParser(),
        docs_url=None,
        urls_namespace="api-1",
    )
    router = Router()
    with override("en"):
        acts.fill(router)
    responses: dict[int, Any] = {404: acts.ANSWERS[404], 422: acts.ANSWERS[422]}
    router.post("/{name}", response=responses, include_in_schema=False)(acts.unknown)
    api.add_router("/actions", router)
    api.add_router("", reading.router)
    api.add_router("", overseeing.router)
    api.add_router("", enquiries.router)
    api.add_router("", threads.router)
    api.add_router("", conferences.router)
    api.add_router("", workers.router)
    api.add_exception_handler(FormError, _form)  # type: ignore[arg-type]  # ninja's own signature is wider
    api.add_exception_handler(HttpError, _body)  # type: ignore[arg-type]  # as above
    api.add_exception_handler(AuthenticationError, _signed_out)  # type: ignore[arg-type]  # as above
    return api


def _answer(request: HttpRequest, status: int, said: dict[str, Any]) -> HttpResponse:
    return api.create_response(request, said, status=status)


def _form(request: HttpRequest, error: FormError) -> HttpResponse:
    return _answer(request, 422, answers.invalid(acts.faults_of(error.errors)))


def _body(request: HttpRequest, error: HttpError) -> HttpResponse:
    cause = error.__cause__
    faults = cause.faults if isinstance(cause, InvalidAction) else [Fault("body", "body.not_json", {})]
    return _answer(request, 422, answers.invalid(faults))


def _signed_out(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    code = "access.signed_out"
    response = _answer(request, 401, {"result": "denied", "code": code, "text": words.reason_text(code)})
    response["WWW-Authenticate"] = "Bearer"
    return response


api = made()
urlpatterns = [path("v1/", api.urls)]
