"""The doors through which a story is told. Each takes plain data and gives back the same plain answer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from django.db import connections

from tutela.agencies.models import Member
from tutela.agencies.sessions import open_session
from tutela.doors import answers
from tutela.doors.now import living_at
from tutela.engine import once
from tutela.engine.access import Actor
from tutela.engine.actions import InvalidAction, parse, registry
from tutela.engine.fields import FieldKind
from tutela.engine.perform import perform
from tutela.engine.time import frozen

Answer = dict[str, Any]


@cache
def _site() -> Any:
    from django.test import Client

    return Client().handler


def browser(**extra: Any) -> Any:
    """A browser of its own. All come to one site, which is made ready once."""
    from django.test import Client

    made = Client(**extra)
    made.handler = _site()
    return made


class Teller(Protocol):
    """One door."""

    name: str

    def tell(self, action: str, data: Mapping[str, Any], by: Member, key: UUID, now: datetime) -> Answer:
        """Does one action as this member at this time."""
        ...


class Engine:
    """Straight to `perform`."""

    name = "engine"

    def __init__(self) -> None:
        self._actors: dict[UUID, Actor] = {}

    def tell(self, action: str, data: Mapping[str, Any], by: Member, key: UUID, now: datetime) -> Answer:
        """Parses and performs."""
        if by.pk not in self._actors:
            self._actors[by.pk] = open_session(by)
        try:
            parsed = parse(action, dict(data))
            with once.taken() as given:
                outcome = perform(parsed, self._actors[by.pk], key=key, clock=frozen(now))
        except InvalidAction as error:
            return answers.invalid(error.faults)
        return answers.answer(outcome, parsed) | ({"once": given} if given else {})


class Api:
    """Over HTTP, as a program with a token, through Django's test client."""

    name = "api"

    def __init__(self) -> None:
        self._client = browser()
        self._tokens: dict[UUID, str] = {}
        self._engine = Engine()

    def tell(self, action: str, data: Mapping[str, Any], by: Member, key: UUID, now: datetime) -> Answer:
        """Posts the action; what only the system does has no endpoint and goes straight to the engine."""
        if action in registry and registry.get(action).system:
            return self._engine.tell(action, data, by, key, now)
        headers = {
            "Authorization": f"Bearer {self._token(by)}",
            "Idempotency-Key": str(key),
            "Accept-Language": "en",
        }
        with living_at(now):
            response = self._client.post(
                f"/api/v1/actions/{action}",
                json.dumps(data, default=plain),
                "application/json",
                headers=headers,
            )
        said: Answer = response.json()
        if answers.STATUSES.get(said["result"]) != response.status_code:
            raise AssertionError(f"{action}: {said['result']} came with status {response.status_code}")
        return said

    def _token(self, by: Member) -> str:
        from tutela.doors.cli.token import issue

        if by.pk not in self._tokens:
            self._tokens[by.pk] = issue(by.key)
        return self._tokens[by.pk]


class Cli:
    """The command `do`, in this process."""

    name = "cli"

    def tell(self, action: str, data: Mapping[str, Any], by: Member, key: UUID, now: datetime) -> Answer:
        """Gives the fields as options and reads the answer from what is printed."""
        from click.testing import CliRunner

        from tutela.doors.cli.do import STANDING, command

        with living_at(now):
            result = CliRunner().invoke(command, arguments(action, data, by, key), obj=STANDING)
        return _printed(action, result.stdout, result.exit_code, result.exception)


class Subprocess:
    """The command in a process of its own, at the machine's own time, on the same world."""

    name = "subprocess"

    def tell(self, action: str, data: Mapping[str, Any], by: Member, key: UUID, now: datetime) -> Answer:
        """Runs it and reads what it prints."""
        words = [sys.executable, "-W", "ignore", "-m", "tutela", "do", *arguments(action, data, by, key)]
        world = ",".join(str(connections[alias].settings_dict["NAME"]) for alias in ("default", "keys"))
        source = str(Path(__file__).resolve().parents[2])
        env = os.environ | {"TUTELA_WORLD": world, "TUTELA_MODE": "test", "PYTHONPATH": source}
        done = subprocess.run(words, capture_output=True, text=True, env=env, check=False)
        return _printed(action, done.stdout, done.returncode, done.stderr[-2000:])


def _printed(action: str, text: str, code: int, trouble: object) -> Answer:
    try:
        said: Answer = json.loads(text)
    except ValueError:
        raise AssertionError(f"{action}: the command ended with {code}: {trouble}") from None
    if answers.EXIT_CODES[said["result"]] != code:
        raise AssertionError(f"{action}: {said['result']} came with exit code {code}")
    return said


def arguments(action: str, data: Mapping[str, Any], by: Member, key: UUID) -> list[str]:
    """The words of a command line for an action."""
    from tutela.doors.options import option_of

    said = [action, "--as", by.key, "--key", str(key), "--format", "json"]
    specs = {s.name: s for s in registry.get(action).specs()} if action in registry else {}
    for name, value in data.items():
        if value is None:
            continue
        spec = specs.get(name)
        option = option_of(spec) if spec else f"--{name.replace('_', '-')}"
        said.append(f"{option}={_text(value, spec.kind if spec else None)}")
    return said


def _text(value: Any, kind: FieldKind | None) -> str:
    if kind is FieldKind.ANSWERS:
        return json.dumps(value, default=plain)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ",".join(str(plain(one)) for one in value)
    return str(plain(value))


def plain(value: Any) -> Any:
    """A date or a time as text; anything else as it is."""
    return value.isoformat() if isinstance(value, date | datetime) else value


DOORS: dict[str, type[Any]] = {"engine": Engine, "api": Api, "cli": Cli}
