"""The catalogues of texts, gathered from all rooms.

Each room keeps its Chinese beside its English: `ZH = {"English": "中文"}` in its `messages.py` (a text that
depends on a number stands under its singular). From these dictionaries and from what the source marks for
translation the catalogue that Django reads is made, by Babel alone: no system package is needed.
"""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parents[1]
FOLDER = SOURCE / "locale" / "zh_Hans" / "LC_MESSAGES"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
HOLDERS = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%[sd]")
DATED = datetime(2024, 1, 1, tzinfo=UTC)  # a catalogue made twice from the same source is the same file
Text = str | tuple[str, ...]


@dataclass
class Gathered:
    """What the source asks for and what the rooms offer."""

    asked: dict[tuple[str, str], tuple[Text, str]] = field(
        default_factory=dict
    )  # (context, singular): text, where
    offered: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def missing(self) -> list[str]:
        """What the source asks for and no room offers, with where."""
        return [
            f"{where}: {singular!r} has no Chinese"
            for (_, singular), (_, where) in sorted(self.asked.items())
            if not self.offered.get(singular)
        ]


def gather(source: Path = SOURCE) -> Gathered:
    """Read all rooms; mistakes are collected, not raised, so that they are told together."""
    found = Gathered()
    for path in sorted(source.rglob("*.py")):
        if path.name.startswith("messages") or path.parent.name == "messages":
            _offers(path, path.relative_to(source), found)
    for path, method in _files(source):
        _asks(path, path.relative_to(source), method, found)
    return found


def _files(source: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(source.rglob("*")):
        if path.suffix == ".py":
            yield path, "python"
        elif path.suffix in (".html", ".txt") and "templates" in path.parts:
            yield path, "javascript"  # of what `templatize` leaves: strings in a row of X


def _offers(path: Path, where: Path, found: Gathered) -> None:
    tables: dict[str, dict[str, str]] = {}
    for node in ast.parse(path.read_text()).body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        value = getattr(node, "value", None)
        if not (isinstance(target, ast.Name) and target.id.isupper() and isinstance(value, ast.Dict)):
            continue
        pairs = [(_text(key, tables), _text(said, tables)) for key, said in _items(value)]
        tables[target.id] = {key: said for key, said in pairs if key is not None and said is not None}
        if target.id.startswith("ZH"):
            if any(None in pair for pair in pairs):
                found.faults.append(f"{where}: {target.id} holds something else than texts")
            _takes([(one, other) for one, other in pairs if one and other], where, found)
        else:
            _asks_by_key(value, where, found)


def _items(value: ast.Dict) -> list[tuple[ast.expr, ast.expr]]:
    """Keys and values, without what is taken over whole from another table."""
    return [(key, said) for key, said in zip(value.keys, value.values, strict=True) if key is not None]


def _text(node: ast.expr, tables: dict[str, dict[str, str]]) -> str | None:
    """The text of an expression: a string, one marked for translation, or one by its key in a table above."""
    match node:
        case ast.Constant(value=str() as said):
            return said
        case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str() as said)]) if name in KEYWORDS:
            return said
        case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=str() as key)):
            return tables.get(name, {}).get(key)
    return None


def _asks_by_key(value: ast.Dict, where: Path, found: Gathered) -> None:
    """Texts in a room's own tables are translated where they are used, by their key."""
    for node in value.values:
        for each in node.elts if isinstance(node, ast.Tuple | ast.List) else [node]:
            said = each.value if isinstance(each, ast.Constant) else None
            if isinstance(said, str) and (said[:1].isupper() or " " in said):
                found.asked.setdefault(("", said), (said, f"{where}:{each.lineno}"))


def _takes(pairs: list[tuple[str, str]], where: Path, found: Gathered) -> None:
    names = [english for english, _ in pairs]
    for english, chinese in pairs:
        other = found.offered.get(english, chinese)
        if other != chinese:
            found.faults.append(f"{where}: {english!r} is {chinese} here and {other} elsewhere")
        if set(HOLDERS.findall(chinese)) - set(HOLDERS.findall(english)):
            found.faults.append(f"{where}: {english!r} has other places to fill in than its Chinese")
        found.offered[english] = chinese
    if twice := sorted({name for name in names if names.count(name) > 1}):
        found.faults.append(f"{where}: {twice} stands there twice")


def _asks(path: Path, where: Path, method: str, found: Gathered) -> None:
    text = path.read_text()
    if method == "javascript":
        text = templatize(text, origin=str(where))
    elif "gettext" not in text:
        return
    for line, said, _, context in extract(
        method, io.BytesIO(text.encode()), KEYWORDS, options={"encoding": "utf-8"}
    ):
        singular = said if isinstance(said, str) else said[0]
        if singular:
            kept: Text = said if isinstance(said, str) else tuple(said)
            found.asked.setdefault((context or "", singular), (kept, f"{where}:{line}"))


def catalogue(found: Gathered) -> Catalog:
    """The Chinese catalogue: what is asked for, and what rooms offer beside it (labels put together at run
    time).
    """
    made = Catalog(
        locale="zh_Hans", project="Tutela", domain="django", charset="utf-8", fuzzy=False,
        copyright_holder="Tutela's authors", creation_date=DATED, revision_date=DATED,
        header_comment="# Made by `./tutela messages` from the rooms' messages.py: change those, not this.",
    )  # fmt: skip
    texts = {key: text for key, (text, _) in found.asked.items()}
    for english in found.offered:
        texts.setdefault(("", english), english)
    for (context, singular), text in sorted(texts.items(), key=lambda item: item[0]):
        chinese = found.offered.get(singular, "")
        made.add(text, chinese if isinstance(text, str) else (chinese,), context=context or None)
    return made


def rendered(made: Catalog) -> dict[str, bytes]:
    """The files of a catalogue, by name."""
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, made, no_location=True, sort_output=True, width=110)
    write_mo(mo, made)
    return {"django.po": po.getvalue(), "django.mo": mo.getvalue()}


def write(files: dict[str, bytes]) -> None:
    """Put them where Django looks for them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (FOLDER / name).write_bytes(content)


def is_written(files: dict[str, bytes]) -> bool:
    """Whether what is there is what would be written."""
    return all(
        (FOLDER / name).exists() and (FOLDER / name).read_bytes() == said for name, said in files.items()
    )
