"""Rules and stories as they read: their lines from the source, for whoever wants to check what a page says of them."""

from __future__ import annotations

import ast
import hashlib
import inspect
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tutela.engine.actions import registry
from tutela.engine.registry import rules
from tutela.instrument.results import PACKAGE, STORIES, read_results


@dataclass(frozen=True)
class Source:
    """Some lines of a file of ours."""

    file: str
    first: int
    text: str

    @property
    def last(self) -> int:
        """The number of the last line."""
        return self.first + self.text.rstrip("\n").count("\n")


@dataclass(frozen=True)
class StoryText:
    """A story as it is told; `text` is empty where the stories are not installed."""

    id: str
    title: str
    file: str
    text: str


@cache
def sources() -> dict[tuple[str, str], Source]:
    """The lines of every rule, by kind and name; a rule made in another way than by a function may have none."""
    found = dict(_called_by_name())
    for rule in rules():
        asked = getattr(rule, "asks", rule)
        action = registry.get(rule.name) if rule.name in registry else None
        made_of = getattr(asked, "function", None) or action
        if made_of is not None and (source := _lines(made_of)):
            found[rule.kind, rule.name] = source
    return found


def _lines(made_of: Any) -> Source | None:
    try:
        lines, first = inspect.getsourcelines(made_of)
        file = Path(inspect.getsourcefile(made_of) or "").relative_to(PACKAGE).as_posix()
    except (OSError, TypeError, ValueError):
        return None
    return Source(file, first, "".join(lines))


def _called_by_name() -> dict[tuple[str, str], Source]:
    """Duties and publications are calls, `duty("name", …)`: found by reading the modules that hold them."""
    found: dict[tuple[str, str], Source] = {}
    for name, module in sorted(sys.modules.items()):
        if not name.startswith(("tutela.guidelines.", "tutela.cases.")) or not getattr(
            module, "__file__", None
        ):
            continue
        path = Path(str(module.__file__))
        text = path.read_text("utf-8")
        tree, file = ast.parse(text), path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and (named := _named(node)):
                source = Source(file, node.lineno, ast.get_source_segment(text, node) or "")
                found |= dict.fromkeys(named, source)
        found |= {("duty", name): Source(file, *lines) for name, lines in _made_alike(tree, text)}
    return found


def _made_alike(tree: ast.Module, text: str) -> Iterator[tuple[str, tuple[int, str]]]:
    """Duties that a function of the same file makes, `_stands("name", …)`: its lines, and on to those of the call."""
    makers = {node.name: node.lineno for node in tree.body if isinstance(node, ast.FunctionDef)}
    duties = {rule.name for rule in rules() if rule.kind == "duty"}
    lines = text.splitlines(keepends=True)
    for node in tree.body:
        call = node.value if isinstance(node, ast.Assign | ast.Expr) else None
        if isinstance(call, ast.Call) and (first := makers.get(getattr(call.func, "id", ""))):
            for one in call.args:
                if isinstance(one, ast.Constant) and one.value in duties:
                    yield str(one.value), (first, "".join(lines[first - 1 : call.end_lineno]))


def _named(call: ast.Call) -> list[tuple[str, str]]:
    """(kind, name) of the rules that this call makes."""
    match getattr(call.func, "id", ""), call.args:
        case "duty", [name, *_]:
            return [("duty", called) for called in _called(name)]
        case "register", [ast.Constant(value=str() as kind), ast.Constant(value=str() as name), *_]:
            return [(kind, name)]
    return []


def _called(name: ast.expr) -> list[str]:
    """The names of the duties that a call makes: the one written there, or all that begin as it does."""
    if isinstance(name, ast.Constant):
        return [str(name.value)]
    if isinstance(name, ast.JoinedStr) and isinstance(start := name.values[0], ast.Constant):
        return [
            rule.name for rule in rules() if rule.kind == "duty" and rule.name.startswith(str(start.value))
        ]
    return []


def story_id(file: str, title: str) -> str:
    """A short name for addresses, made of the file and the title."""
    return hashlib.sha256(f"{file}\0{title}".encode()).hexdigest()[:12]


@cache
def stories() -> dict[str, StoryText]:
    """Every story that was told, by its id, with its text where the stories are at hand."""
    told = dict.fromkeys((result.file, result.story) for result in read_results())
    texts = {file: _parts(file) for file, _title in told}
    return {
        story_id(file, title): StoryText(story_id(file, title), title, file, texts[file].get(title, ""))
        for file, title in told
    }


def _parts(file: str) -> dict[str, str]:
    """The stories of one file by title. The name comes from our own results, and stays inside the folder."""
    path = next((p for p in (STORIES / file, STORIES.parent / file) if p.is_file()), None)
    if path is None or STORIES.resolve() not in path.resolve().parents:
        return {}
    parts: dict[str, list[str]] = {}
    title = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("- story: "):
            title = line.removeprefix("- story: ").strip().strip("'\"")
        if title:
            parts.setdefault(title, []).append(line)
    return {name: "\n".join(lines).rstrip() for name, lines in parts.items()}
