"""Reading stories, strictly: what is unknown or twice is refused with where and what."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from copy import deepcopy
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tutela.engine.actions import InvalidAction, registry
from tutela.engine.fields import FieldKind, FieldSpec
from tutela.instrument.harm import check_harm_id
from tutela.instrument.provisions import UnknownProvision, check_ids
from tutela.instrument.strict_yaml import StrictYamlError, load_strict

from .story import KINDS, BadStory, Expectation, Step, Story

TOP = frozenset({"story", "shows", "harm", "now", "profile", "given", "when", "then", "steps", "note"})
LIKE = frozenset(
    {"story", "shows", "harm", "like", "but", "but_given", "but_when", "without", "then", "note", "now"}
)
#: In a step's fields: what it makes is called, who does it, when, the name of the request's key.
OF_A_STEP = frozenset({"as", "by", "at", "send"})
COMMON = frozenset({"under", "of", "later", "about"})


def load(path: Path, root: Path) -> list[Story]:
    """The stories of one file. Raises BadStory."""
    file = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    try:
        found = load_strict(path.read_text(encoding="utf-8"), file)
    except StrictYamlError as error:
        raise BadStory(str(error)) from error
    if not isinstance(found, list) or not found:
        raise BadStory(f"{file}: expected a list of stories")
    records: dict[str, dict[str, Any]] = {}
    for number, record in enumerate(found, 1):
        _take(records, record, f"{file}, story {number}")
    return [_story(title, record, file) for title, record in records.items()]


def _take(records: dict[str, dict[str, Any]], record: Any, where: str) -> None:
    if not isinstance(record, dict) or not isinstance(record.get("story"), str):
        raise BadStory(f"{where}: a story starts with its title (story: …)")
    title = record["story"]
    if title in records:
        raise BadStory(f"{where}: another story of this file has the title {title!r}")
    known = LIKE if "like" in record else TOP
    _only(record, known, where)
    records[title] = _alike(record, records, where) if "like" in record else record


def _only(record: Mapping[str, Any], known: Iterable[str], where: str) -> None:
    unknown = [str(key) for key in record if key not in known]
    if unknown:
        near = difflib.get_close_matches(unknown[0], list(known), 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise BadStory(f"{where}: {unknown[0]!r} is not known here{hint}")


def _alike(record: dict[str, Any], records: Mapping[str, dict[str, Any]], where: str) -> dict[str, Any]:
    """A story like another one, but for a fact."""
    if record["like"] not in records:
        raise BadStory(f"{where}: no story above has the title {record['like']!r}")
    made = deepcopy(records[record["like"]])
    if "steps" in made:
        raise BadStory(f"{where}: only a story with given, when, then can be varied")
    made.pop("note", None)
    made.update(
        {key: record[key] for key in ("story", "shows", "harm", "then", "note", "now") if key in record}
    )
    given = [g for g in _list(made.get("given")) if next(iter(g)) not in _list(record.get("without"))]
    for action, fields in (record.get("but") or {}).items():
        changed = [g for g in given if action in g]
        if not changed:
            raise BadStory(f"{where}: nothing is given by {action!r} that could be changed")
        for one in changed:
            one[action] = {**one[action], **fields}
    made["given"] = given + _list(record.get("but_given"))
    if "but_when" in record:
        made["when"] = _when(made.get("when"), record["but_when"])
    return made


def _when(old: Any, new: Any) -> Any:
    """The same act with other fields, or another act."""
    if isinstance(new, dict) and isinstance(old, dict) and set(new) == set(old):
        (action,) = new
        return {action: {**old[action], **new[action]}}
    return new


def _list(value: Any) -> list[Any]:
    return [] if value is None else list(value) if isinstance(value, list | tuple) else [value]


def _story(title: str, record: Mapping[str, Any], file: str) -> Story:
    where = f"{file}: {title}"
    if "steps" in record:
        if any(key in record for key in ("given", "when", "then")):
            raise BadStory(f"{where}: steps stand alone, without given, when, then")
        steps = [_lived(one, f"{where}, step {n}") for n, one in enumerate(_list(record["steps"]), 1)]
    else:
        steps = _given_when_then(record, where)
    if not any(step.expect for step in steps):
        raise BadStory(f"{where}: it expects nothing")
    now = moment(record.get("now"), f"{where}, now") if record.get("now") else None
    start = now or next((s.at for s in steps if s.at), None)
    if start is None:
        raise BadStory(f"{where}: say when it is told (now: 2024-03-04T09:00Z)")
    _forwards(steps, start, where)
    return Story(
        title=title,
        file=file,
        now=start,
        steps=tuple(steps),
        shows=_provisions(record.get("shows"), f"{where}, shows"),
        harm=_harm(record.get("harm"), f"{where}, harm"),
        profile=str(record.get("profile", "default")),
    )


def _forwards(steps: list[Step], start: datetime, where: str) -> None:
    now = start
    for step in steps:
        if step.at is not None and step.at < now:
            raise BadStory(
                f"{step.where}: time goes back, from {now:%Y-%m-%d %H:%M} to {step.at:%Y-%m-%d %H:%M}"
            )
        now = step.at or now


def _given_when_then(record: Mapping[str, Any], where: str) -> list[Step]:
    given = [_act(one, f"{where}, given {n}") for n, one in enumerate(_list(record.get("given")), 1)]
    when = [_act(one, f"{where}, when {n}") for n, one in enumerate(_list(record.get("when")), 1)]
    then = _expectations(record.get("then"), f"{where}, then")
    steps = given + when
    if not steps:
        raise BadStory(f"{where}: nothing happens in it")
    last = steps[-1]
    return [
        *steps[:-1],
        Step(last.where, last.at, last.action, last.fields, last.by, last.names, last.send, then),
    ]


def _lived(record: Any, where: str) -> Step:
    """A step of a story that is lived in order: {at, do, expect}, or an action by itself."""
    if not isinstance(record, dict):
        raise BadStory(f"{where}: expected at, do, expect")
    if "do" not in record and "expect" not in record:
        return _act(record, where)
    _only(record, ("at", "do", "expect"), where)
    at = moment(record["at"], f"{where}, at") if "at" in record else None
    expect = _expectations(record.get("expect"), f"{where}, expect")
    if "do" not in record:
        return Step(where, at, None, expect=expect)
    act = _act(record["do"], where)
    return Step(where, at or act.at, act.action, act.fields, act.by, act.names, act.send, expect)


def _act(record: Any, where: str) -> Step:
    if not isinstance(record, dict) or len(record) != 1:
        raise BadStory(f"{where}: expected one action with its fields")
    ((name, fields),) = record.items()
    try:
        action = registry.get(str(name))
    except InvalidAction as error:
        near = error.faults[0].params.get("near")
        raise BadStory(
            f"{where}: there is no action {name!r}" + (f"; nearest: {near}" if near else "")
        ) from None
    fields = dict(fields or {})
    specs = {spec.name: spec for spec in action.specs()}
    _only(fields, [*specs, *OF_A_STEP], f"{where}, {name}")
    own = {key: fields.pop(key) for key in OF_A_STEP if key in fields}
    for field, value in fields.items():
        _value(specs[field], value, f"{where}, {name}.{field}")
    made = own.get("as")
    return Step(
        where=where,
        at=moment(own["at"], f"{where}, at") if "at" in own else None,
        action=action.name,
        fields=fields,
        by=str(own.get("by", "")),
        names=dict(made) if isinstance(made, dict) else {"": str(made)} if made else {},
        send=str(own.get("send", "")),
    )


def _value(spec: FieldSpec, value: Any, where: str) -> None:
    """What can be known of a value before the story is lived: choices, dates, times, languages."""
    if value is None:
        return
    if spec.kind is FieldKind.DATE and not isinstance(value, date):
        raise BadStory(f"{where}: {value!r} is no date; write it like 2024-03-20")
    if spec.kind is FieldKind.TIME:
        moment(value, where)
    if spec.kind in (FieldKind.CHOICE, FieldKind.CHOICES):
        for one in _list(value):
            if str(one) not in spec.choices:
                raise BadStory(f"{where}: {one!r} is none of {', '.join(spec.choices)}")
    if spec.kind in (FieldKind.LANGUAGE, FieldKind.LANGUAGES):
        for one in _list(value):
            if not is_language(str(one)):
                raise BadStory(f"{where}: {one!r} is no language; write its code, like en, zh or bn")


def is_language(code: str) -> bool:
    """Whether this is the code of a language that has a name."""
    from tutela.engine.fields import languages

    return code.split("-")[0] in languages()


def moment(value: Any, where: str) -> datetime:
    """A time, aware, in UTC; a day alone is its first moment. Raises BadStory."""
    if isinstance(value, datetime):
        raise BadStory(f"{where}: say the time zone, for example 2024-03-04T09:00Z")
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    try:
        found = datetime.fromisoformat(str(value).replace("Z", "+00:00"))
    except ValueError:
        raise BadStory(f"{where}: {value!r} is no time; write it like 2024-03-04T09:00Z") from None
    if found.tzinfo is None:
        raise BadStory(f"{where}: say the time zone, for example 2024-03-04T09:00Z")
    return found.astimezone(UTC)


def _expectations(value: Any, where: str) -> tuple[Expectation, ...]:
    lines = _list(value) if not isinstance(value, dict) else [{key: one} for key, one in value.items()]
    return tuple(_expectation(line, f"{where} {n}") for n, line in enumerate(lines, 1))


def _expectation(line: Any, where: str) -> Expectation:
    if isinstance(line, str):
        line = {line: {}}
    if not isinstance(line, dict):
        raise BadStory(f"{where}: expected a kind of outcome with what it says")
    outer = {key: line[key] for key in ("later", "of", "under") if key in line}
    kinds = [key for key in line if key not in outer]
    if len(kinds) != 1:
        raise BadStory(f"{where}: expected one kind of outcome, found {', '.join(map(str, kinds)) or 'none'}")
    _only(dict.fromkeys(kinds), KINDS, where)
    args = line[kinds[0]]
    args = args if isinstance(args, dict) else {"is": args}
    args = {**args, **outer}
    return Expectation(
        kind=kinds[0],
        args={key: one for key, one in args.items() if key not in ("under", "of", "later")},
        under=_provisions(args.get("under"), f"{where}, under"),
        of=str(args.get("of", "")),
        later=_provisions(args.get("later"), f"{where}, later"),
        where=where,
    )


def _provisions(value: Any, where: str) -> tuple[str, ...]:
    try:
        return tuple(check_ids([str(one) for one in _list(value)]))
    except UnknownProvision as error:
        raise BadStory(f"{where}: {error}") from None


def _harm(value: Any, where: str) -> tuple[str, ...]:
    try:
        return tuple(check_harm_id(str(one)) for one in _list(value))
    except LookupError as error:
        raise BadStory(f"{where}: {error}") from None
