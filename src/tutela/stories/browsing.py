"""The pages as a door for stories: forms are sent as a browser sends them, and answered by a page.

A page is for people and gives no ids back, so what came of it is read from the receipt that `perform` keeps; the
page's own status must say the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from tutela.agencies.models import Member
from tutela.doors import amounts, answers
from tutela.doors.now import living_at
from tutela.engine.actions import InvalidAction, parse, registry
from tutela.engine.fields import FieldKind
from tutela.engine.outcomes import OUTCOME

from .tellers import DOORS, Answer, Engine, browser, plain

#: What a page answers with, by result.
STATUSES = {"done": 302, "received": 302, "refused": 409, "denied": 404, "invalid": 422}
#: What hands over codes on a page that nobody keeps.
SHOWN_ONCE = {"open_portal": ""}


class Pages:
    """Each member in a browser of their own, signed in."""

    name = "pages"

    def __init__(self) -> None:
        self._browsers: dict[UUID, Any] = {}
        self._engine = Engine()

    def tell(self, action: str, data: Mapping[str, Any], by: Member, key: UUID, now: datetime) -> Answer:
        """Sends the form of an action; what has no generated form goes straight to the engine."""
        from tutela.doors.web import doable

        model = registry.get(action)
        if model.system or action in doable.DESIGNED | SHOWN_ONCE or by.agency.sector == "system":
            return self._engine.tell(action, data, by, key, now)
        case = data.get("case")
        url = doable.url_of(model, UUID(str(case)) if case else None)
        with living_at(now):
            response = self._browser(by).post(url, {**self._form(action, data), "key": str(key)})
        said = receipt(action, data, by.pk, key) or self._without_receipt(action, data, by)
        if STATUSES[said["result"]] != response.status_code:
            raise AssertionError(
                f"{action}: {said['result']} came as a page with status {response.status_code}"
            )
        return said

    def _browser(self, by: Member) -> Any:
        from django.contrib.auth import get_user_model

        if by.pk not in self._browsers:
            user, _ = get_user_model().objects.get_or_create(username=by.key)
            self._browsers[by.pk] = browser()
            self._browsers[by.pk].force_login(user)
        return self._browsers[by.pk]

    def _form(self, action: str, data: Mapping[str, Any]) -> dict[str, Any]:
        """Every field as the form sends it: what the story says, else what the form starts with."""
        currency = str(data.get("currency") or "")
        return {
            spec.name: _sent(spec.kind, data.get(spec.name, spec.default), currency)
            for spec in registry.get(action).specs()
        }

    def _without_receipt(self, action: str, data: Mapping[str, Any], by: Member) -> Answer:
        """Nothing reached `perform`: the form was wrong, or the page is not there for this member."""
        from tutela.doors import words

        try:
            parse(action, dict(data))
        except InvalidAction as error:
            return answers.invalid(error.faults)
        admits = registry.get(action).who.admits(by.agency.sector, frozenset(by.roles))
        code = "access.subject" if admits else "access.role"
        return {"result": "denied", "code": code, "text": words.reason_text(code)}


def receipt(action: str, data: Mapping[str, Any], owner_id: UUID, key: UUID) -> Answer | None:
    """What came of a request, as `perform` keeps it; nothing where it never got there."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE tutela_engine")
        cursor.execute("SELECT outcome FROM engine_receipt WHERE owner_id = %s AND key = %s", [owner_id, key])
        row = cursor.fetchone()
    if row is None:
        return None
    outcome = OUTCOME.validate_json(row[0]) if isinstance(row[0], str) else OUTCOME.validate_python(row[0])
    return answers.answer(outcome, parse(action, dict(data)))


def _sent(kind: FieldKind, value: Any, currency: str = "") -> Any:
    if value is None:
        return "unknown" if kind is FieldKind.YES_NO_UNKNOWN else ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if kind is FieldKind.MONEY and isinstance(value, int):
        return amounts.written(value, currency)
    if kind is FieldKind.ANSWERS:
        return json.dumps(value, default=plain)
    if isinstance(value, list | tuple):
        return [str(plain(one)) for one in value]
    return str(plain(value))


DOORS["pages"] = Pages
