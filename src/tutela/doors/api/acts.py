"""One endpoint per action, made from the registry: its schema is the action itself."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Header, Router, Status

from tutela.doors import answers, words
from tutela.doors.now import clock
from tutela.engine import once
from tutela.engine.access import NotSignedIn
from tutela.engine.actions import Action, Fact, Fault, InvalidAction, fault_of, registry
from tutela.engine.perform import perform
from tutela.engine.rules import rules

from . import schemas
from .tokens import actor_of, sessions

ANSWERS: dict[int, Any] = {
    200: schemas.DoneOut,
    401: schemas.DeniedOut,
    404: schemas.DeniedOut,
    422: schemas.InvalidOut,
}
Answer = Status[dict[str, Any]]
KEY = "Idempotency-Key"


def run(request: HttpRequest, action: Action, key: UUID | None) -> Answer:
    """Performs once and answers. A session that ended under us is opened again at the next request."""
    try:
        with once.taken() as given:
            outcome = perform(action, actor_of(request), key=key, clock=clock())
    except InvalidAction as error:
        said = answers.invalid(error.faults)
    except NotSignedIn:
        sessions.forget()
        code = "access.signed_out"
        return Status(401, {"result": "denied", "code": code, "text": words.reason_text(code)})
    else:
        said = answers.answer(outcome, action) | ({"once": given} if given else {})
    return Status(answers.STATUSES[said["result"]], said)


def endpoint_for(action: type[Action]) -> Callable[..., Answer]:
    """The view of one action. Its signature is made here, since the type of its body is a value."""

    def endpoint(request: HttpRequest, body: Action, key: UUID | None) -> Answer:
        return run(request, body, key)

    kinds = inspect.Parameter.POSITIONAL_OR_KEYWORD
    sent_once = Header(None, alias=KEY, description="The same for every try of one request: it is done once.")
    endpoint.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # what inspect itself reads
        [
            inspect.Parameter("request", kinds, annotation=HttpRequest),
            inspect.Parameter("body", kinds, annotation=action),
            inspect.Parameter("key", kinds, annotation=UUID | None, default=sent_once),
        ]
    )
    endpoint.__name__ = action.name
    return endpoint


def describe(action: type[Action]) -> str:
    """What an operation does, who may, and what may stop it."""
    named = ", ".join([*sorted(action.who.roles), *sorted(action.who.sectors)])
    who = named or "any member with sight of the case"
    kind = "A fact: it is always recorded." if issubclass(action, Fact) else "An act: rules may refuse it."
    parts = [inspect.cleandoc(action.__doc__ or ""), f"{kind} Who may: {who}."]
    if action.provisions:
        parts.append("Records for " + ", ".join(action.provisions) + ".")
    for guard in rules.guards_of(action):
        parts.append(f"* {', '.join(guard.provisions)}: {guard.doc.strip().splitlines()[0]}")
    return "\n\n".join(parts)


def fill(target: Router) -> None:
    """Adds every action that members do; those of the system have no endpoint."""
    for action in registry:
        if action.system:
            continue
        answers_of = ANSWERS | ({202: schemas.ReceivedOut} if issubclass(action, Fact) else {})
        answers_of = answers_of | {409: schemas.RefusedOut} if not issubclass(action, Fact) else answers_of
        target.post(
            f"/{action.name}",
            response=answers_of,
            operation_id=action.name,
            summary=words.label(action),
            description=describe(action),
            tags=[words.need_label(action.need)],
        )(endpoint_for(action))


def unknown(request: HttpRequest, name: str) -> Answer:
    """An action that nobody has declared, answered with the nearest names; one of the system, denied."""
    try:
        registry.get(name)
    except InvalidAction as error:
        return Status(422, answers.invalid(error.faults))
    return Status(404, {"result": "denied", "code": "access.role", "text": words.reason_text("access.role")})


def faults_of(errors: list[dict[str, Any]]) -> list[Fault]:
    """Faults from what ninja found wrong; the place is the field's own name."""
    return [_placed(error) for error in errors]


def _placed(error: dict[str, Any]) -> Fault:
    where = [part for part in error["loc"] if part not in ("body", "query", "path")]
    if where[:1] == ["header"]:
        return Fault(KEY, "key.form", {})
    return fault_of({**error, "loc": tuple(where)})
