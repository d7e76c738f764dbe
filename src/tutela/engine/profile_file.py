"""Read a country profile's file and tell, for every mistake, where it is and what to do about it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NoReturn

import yaml

from tutela.instrument.strict_yaml import FastLoader, StrictYamlError, load_strict

Path = tuple[str | int, ...]
_TAG = "tag:yaml.org,2002:"
_DATE = f"{_TAG}timestamp"
_PLAIN_TAGS = {_TAG + name for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")}


class ProfileError(ValueError):
    """A profile says something it may not say.

    Shape    file, line and path say where, what says what is wrong, do says what to do
    """

    def __init__(self, file: str, line: int, path: str, what: str, do: str) -> None:
        """Keep the parts, and make one sentence of them."""
        self.file, self.line, self.path, self.what, self.do = file, line, path, what, do
        place = f"{file}, line {line}" if line else file
        super().__init__(f"{place}, {path}: {what}. {do}" if path else f"{place}: {what}. {do}")


def show_path(path: Path) -> str:
    """A path as people read it: `terms.shelter.entries[0].length`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


@dataclass(frozen=True)
class Source:
    """One file's content, with the line on which each part of it stands."""

    file: str
    content: Any
    lines: Mapping[Path, int] = field(default_factory=dict)

    def fail(self, path: Path, what: str, do: str) -> NoReturn:
        """Refuse the file.

        Raises   ProfileError naming the line of the path, or of what it lies in
        """
        known = path
        while known and known not in self.lines:
            known = known[:-1]
        raise ProfileError(self.file, self.lines.get(known, 0), show_path(path), what, do)

    def mapping(self, value: object, path: Path) -> Mapping[str, Any]:
        """The value, if it is keys with values."""
        if not isinstance(value, Mapping):
            self.fail(path, f"expected keys with values, found {_name(value)}", "Write `key: value` here.")
        return value

    def sequence(self, value: object, path: Path) -> list[Any]:
        """The value, if it is a list that is not empty."""
        if not isinstance(value, list) or not value:
            self.fail(path, f"expected a list, found {_name(value)}", "Write at least one item in [ ].")
        return value

    def text(self, value: object, path: Path) -> str:
        """The value, if it is a text that is not empty."""
        if not isinstance(value, str) or not value.strip():
            self.fail(path, f"expected a text, found {_name(value)}", "Write a text, in quotes if need be.")
        return value

    def words(self, value: object, path: Path) -> tuple[str, ...]:
        """The value, if it is a list of different texts."""
        found = tuple(self.text(word, (*path, n)) for n, word in enumerate(self.sequence(value, path)))
        for n, word in enumerate(found):
            if word in found[:n]:
                self.fail((*path, n), f"{word!r} is there twice", "Keep one of them.")
        return found

    def day(self, value: object, path: Path) -> date:
        """The value, if it is a date."""
        if not isinstance(value, date):
            self.fail(path, f"expected a date, found {_name(value)}", "Write it like 2022-12-13, unquoted.")
        return value

    def number(self, value: object, path: Path) -> int:
        """The value, if it is a whole number."""
        if isinstance(value, bool) or not isinstance(value, int):
            self.fail(path, f"expected a whole number, found {_name(value)}", "Write figures without quotes.")
        return value

    def truth(self, value: object, path: Path) -> bool:
        """The value, if it is true or false."""
        if not isinstance(value, bool):
            hint = "Write true or false; `no` and `yes` are ordinary words here (no is Norwegian)."
            self.fail(path, f"expected true or false, found {_name(value)}", hint)
        return value

    def one_of(self, value: object, allowed: Iterable[str], path: Path, noun: str) -> str:
        """The value, if it is one of the words allowed here."""
        allowed = tuple(allowed)
        if not isinstance(value, str) or value not in allowed:
            self.fail(path, f"{_name(value)} is not {noun}", suggest(str(value), allowed))
        return value

    def keys(self, value: object, allowed: Iterable[str], path: Path) -> Mapping[str, Any]:
        """The value, if it is a mapping without a key that has no meaning here."""
        record, allowed = self.mapping(value, path), tuple(allowed)
        for key in record:
            if key not in allowed:
                self.fail((*path, key), f"the key {key!r} is unknown here", suggest(str(key), allowed))
        return record

    def require(self, record: Mapping[str, Any], needed: Iterable[str], path: Path) -> None:
        """Refuse a record that lacks one of these keys."""
        for key in needed:
            if record.get(key) is None:
                self.fail(path, f"{key} is missing", _WHY.get(key, f"Add `{key}:`."))


#: Why a profile is refused without it.
_WHY = {
    "source": "Add `source:`, where the text can be read; a figure without a source is a rumour.",
    "checked_on": "Add `checked_on:`, the day on which somebody read the source.",
    "basis": "Add `basis:`, one of law, treaty, project_target; a target must never look like law.",
    "legal_basis": "Add `legal_basis:`, the act and its section, or the treaty and its article.",
    "valid_from": "Add `valid_from:`; start unknown: the first day the source shows, `start_known: false`.",
    "zh": "Add `zh:`, the name in Chinese.",
    "provisions": "Add `provisions:`, the ids of the instrument that it serves, such as [G6.1].",
}


def _name(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "keys with values"
    return "a list" if isinstance(value, list) else repr(value) if isinstance(value, str) else f"{value}"


def suggest(wrong: str, allowed: Iterable[str]) -> str:
    """What to write instead: a near word, or the whole list."""
    allowed = tuple(allowed)
    near = difflib.get_close_matches(wrong, allowed, n=1, cutoff=0.75)
    if near:
        return f"Did you mean {near[0]!r}?"
    return f"Write one of: {', '.join(allowed)}." if allowed else "Remove it."


def read_text(text: str, file: str) -> Source:
    """Read YAML strictly and note each part's line.

    Raises   ProfileError for broken YAML, a repeated key, an alias, a date that no calendar has
    """
    try:
        _refuse_aliases(text, file)
        root = yaml.compose(text, Loader=FastLoader)
        lines: dict[Path, int] = {}
        if root is not None:
            _note_lines(root, (), lines, file)
        return Source(file, load_strict(text, file), lines)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        what = f"this is no YAML: {error.problem or error.context}"
        raise ProfileError(file, line, "", what, "Look at indentation, quotes and colons here.") from error
    except StrictYamlError as error:
        raise ProfileError(file, 0, "", str(error), "Correct it and load the file again.") from error


def _refuse_aliases(text: str, file: str) -> None:
    for event in yaml.parse(text, Loader=FastLoader):
        if isinstance(event, yaml.AliasEvent):
            line = event.start_mark.line + 1 if event.start_mark else 0
            what = f"the alias *{event.anchor} hides a value"
            raise ProfileError(file, line, "", what, "Write it out here.")


def _note_lines(node: yaml.Node, path: Path, lines: dict[Path, int], file: str) -> None:
    line = node.start_mark.line + 1
    lines.setdefault(path, line)
    if node.tag not in _PLAIN_TAGS:
        what = f"the tag {node.tag.removeprefix(_TAG)!r} is not read here"
        raise ProfileError(file, line, show_path(path), what, "Write a plain text, number, list or mapping.")
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
            step: str | int = int(key) if key.isdigit() else key
            here, at = (*path, step), key_node.start_mark.line + 1
            if here in lines:
                what = f"the key {key!r} is written twice (first on line {lines[here]})"
                raise ProfileError(file, at, show_path(here), what, "Keep the one that is true.")
            lines[here] = at
            _note_lines(value_node, here, lines, file)
    elif isinstance(node, yaml.SequenceNode):
        for n, item in enumerate(node.value):
            lines[(*path, n)] = item.start_mark.line + 1
            _note_lines(item, (*path, n), lines, file)
    elif isinstance(node, yaml.ScalarNode) and node.tag == _DATE and len(node.value) == len("2022-12-13"):
        try:
            date.fromisoformat(node.value)
        except ValueError as error:
            what = f"{node.value} is a day that no calendar has"
            raise ProfileError(file, line, show_path(path), what, "Look the date up again.") from error
