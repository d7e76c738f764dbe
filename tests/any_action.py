"""Any action, and any facts, made from what they declare: for laws that hold for every rule there is."""

from __future__ import annotations

import dataclasses
import itertools
import os
import types
import typing
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from uuid import UUID

from django.conf import settings
from hypothesis import assume
from hypothesis import settings as how_hard
from hypothesis import strategies as st
from pydantic import ValidationError

from tutela.engine.actions import Action
from tutela.engine.fields import FieldKind, FieldSpec

IDS = [UUID(int=n) for n in (1, 2, 3)]
DAYS = [date(2010, 5, 1), date(2024, 3, 4), date(2026, 3, 2), date(2027, 1, 1)]
TIMES = [datetime(d.year, d.month, d.day, 9, tzinfo=UTC) for d in DAYS]
NUMBERS = [0, 1, 2, 12, 16, 17, 18, 20, 40]
DIGEST = "ab" * 32
LONG = os.environ.get("TUTELA_LONG") == "1"
#: Words that no closed list holds: codes of a form's answers, references.
LOOSE = ["child", "adult", "unsure", "yes", "no", "agreed", "text", "ref-1", *map(str, IDS)]


@cache
def _lists() -> dict[str, list[str]]:
    """The values of every closed list of every room, by the list's name in snake case without underscores."""
    found: dict[str, list[str]] = {}
    for room in settings.ROOMS:
        if find_spec(f"{room}.words") is None:
            continue
        for thing in vars(import_module(f"{room}.words")).values():
            if isinstance(thing, type) and issubclass(thing, StrEnum) and thing is not StrEnum:
                found[thing.__name__.lower()] = [str(v) for v in thing]
    return found


def words_for(name: str) -> list[str]:
    """What a text called `name` may hold: the closed list whose name it bears, else a bit of everything."""
    lists = _lists()
    plain = name.replace("_", "")
    named = [key for key in lists if plain.endswith(key)]
    return (
        lists[max(named, key=len)]
        if named
        else [*LOOSE, *itertools.chain.from_iterable(v[:2] for v in lists.values())]
    )


@cache
def every(hint: Any, name: str) -> list[Any]:
    """Every value that is worth trying for a field of facts; the first is None, unknown."""
    inner = _inner(hint)
    origin = typing.get_origin(inner)
    if inner is bool:
        return [None, False, True]
    if inner is int:
        return [None, *NUMBERS]
    if inner is date:
        return [None, *DAYS]
    if inner is datetime:
        return [None, *TIMES]
    if inner is UUID:
        return [None, *IDS]
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return [None, *inner]
    if inner is str:
        return [None, *words_for(name)]
    if origin in (tuple, frozenset):
        one = [v for v in every(typing.get_args(inner)[0], name.rstrip("s")) if v is not None]
        some = [(), *((v,) for v in one[:12]), tuple(one[:2]), tuple(one)]
        return [None, *(origin(s) for s in some)]
    if origin is dict:
        keys, one = ([v for v in every(a, name) if v is not None] for a in typing.get_args(inner))
        return [None, {}, *(dict.fromkeys(keys, v) for v in one), dict(zip(keys, itertools.cycle(one)))]
    if dataclasses.is_dataclass(inner):
        hints = typing.get_type_hints(inner)
        columns = [every(hints[f.name], f.name)[:4] for f in dataclasses.fields(inner)]
        return [None, *(inner(*row) for row in itertools.islice(itertools.product(*columns), 80))]
    raise TypeError(f"no values are known for {name}: {hint!r}")


def _inner(hint: Any) -> Any:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return next(a for a in typing.get_args(hint) if a is not type(None))
    return hint


def facts_of(cls: type[Any]) -> st.SearchStrategy[Any]:
    """Any facts of a class, with anything unknown."""
    hints = typing.get_type_hints(cls)
    return st.builds(
        cls, **{f.name: st.sampled_from(every(hints[f.name], f.name)) for f in dataclasses.fields(cls)}
    )


def changed(facts: Any, name: str, value: Any) -> Any:
    """The same facts but for one field."""
    return dataclasses.replace(facts, **{name: value})


def plain(spec: FieldSpec) -> st.SearchStrategy[Any]:
    """Any plain value for a field of an action, as a door would bring it."""
    match spec.kind:
        case FieldKind.ID:
            found: st.SearchStrategy[Any] = st.sampled_from(IDS)
        case FieldKind.IDS:
            found = st.lists(st.sampled_from(IDS), max_size=2)
        case FieldKind.CHOICE:
            found = st.sampled_from(spec.choices)
        case FieldKind.CHOICES:
            found = st.lists(st.sampled_from(spec.choices), unique=True, max_size=len(spec.choices))
        case FieldKind.YES_NO:
            found = st.booleans()
        case FieldKind.YES_NO_UNKNOWN:
            found = st.sampled_from([None, True, False])
        case FieldKind.DATE:
            found = st.sampled_from(DAYS)
        case FieldKind.TIME:
            found = st.sampled_from(TIMES)
        case FieldKind.WHOLE:
            found = st.sampled_from(NUMBERS)
        case FieldKind.MONEY:
            found = st.sampled_from([0, 1, 4_300, 150_000])
        case FieldKind.CURRENCY:
            found = st.sampled_from(["EUR", "JPY"])
        case FieldKind.LANGUAGE:
            found = st.sampled_from(["bn", "en"])
        case FieldKind.LANGUAGES:
            found = st.lists(st.sampled_from(["bn", "en", "vi"]), unique=True)
        case FieldKind.COUNTRY:
            found = st.sampled_from(["NL", "VN"])
        case FieldKind.ANSWERS:
            found = st.just({})
        case _:
            found = st.just(DIGEST if "digest" in spec.name else "ref-1")
    return found if spec.required else st.one_of(st.just(spec.default), found)


@st.composite
def actions(draw: st.DrawFn, cls: type[Action]) -> Action:
    """Any action of a class that has the right form."""
    data = {spec.name: draw(plain(spec)) for spec in cls.specs()}
    try:
        return cls.model_validate({k: v for k, v in data.items() if v is not None})
    except ValidationError:
        assume(False)
        raise


def tries(usual: int) -> how_hard:
    """How many examples a law is tried with: this many, ten times as many in the long run."""
    return how_hard(max_examples=usual * 10 if LONG else usual)


def one(spec: FieldSpec) -> Any:
    """One plain value for a field of an action, of the right form."""
    match spec.kind:
        case FieldKind.ID:
            return IDS[0]
        case FieldKind.IDS:
            return [IDS[0]]
        case FieldKind.CHOICE:
            return spec.choices[0]
        case FieldKind.CHOICES:
            return [spec.choices[0]]
        case FieldKind.YES_NO | FieldKind.YES_NO_UNKNOWN:
            return True
        case FieldKind.DATE:
            return DAYS[2]
        case FieldKind.TIME:
            return TIMES[1]
        case FieldKind.WHOLE:
            return 20
        case FieldKind.MONEY:
            return 150_000
        case FieldKind.CURRENCY:
            return "EUR"
        case FieldKind.LANGUAGE:
            return "bn"
        case FieldKind.LANGUAGES:
            return ["bn"]
        case FieldKind.COUNTRY:
            return "VN"
        case FieldKind.ANSWERS:
            return {}
    return DIGEST if "digest" in spec.name else "ref-1"


def simplest(cls: type[Action], **fixed: Any) -> Action:
    """An action of a class with only what it needs, and what is fixed."""
    data = {spec.name: one(spec) for spec in cls.specs() if spec.required}
    return cls.model_validate(data | fixed)
