"""What an id may be: each room's `reads.py` lists the choices for its kinds of things, as this actor sees them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from uuid import UUID

from babel import Locale
from django.conf import settings
from django.utils.formats import date_format

from tutela.doors import words
from tutela.engine.access import Actor

from . import present

Lister = Callable[[Actor, UUID | None], list[tuple[str, str]]]
#: Languages of ISO 639-1 that nobody grows up with: built, sacred or dead.
_NOT_SPOKEN = frozenset({"ae", "cu", "ia", "ie", "io", "la", "pi", "sa", "vo"})
_ENUM = re.compile(r"enum:(\w+)\.(\w+)")
_TONGUE = re.compile(r"language:(\w+)")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d(?: \d\d:\d\d)?\b")
_RULE = re.compile(r"^(duty|breach|action):\w+$")

#: Languages offered first are those met most often; every other one of ISO 639-1 follows.
COMMON = ("en", "zh", "ar", "bn", "es", "fa", "fr", "hi", "id", "km", "my", "ne", "pa", "pt", "ro", "ru", "sq", "sw",
          "th", "tl", "ti", "uk", "ur", "vi", "yo")  # fmt: skip


@cache
def listers() -> Mapping[str, Lister]:
    """Every room's functions, by the kind of thing."""
    found: dict[str, Lister] = {}
    for room in settings.ROOMS:
        if ".doors." not in room and find_spec(f"{room}.reads") is not None:
            found.update(getattr(import_module(f"{room}.reads"), "CHOICES", {}))
    return found


def offered(actor: Actor, kind: str, case_id: UUID | None) -> list[tuple[str, str]] | None:
    """(id, label) of everything of a kind that may be chosen; None where no room lists it."""
    lister = listers().get(kind)
    return None if lister is None else [(value, said(label)) for value, label in lister(actor, case_id)]


def said(label: str) -> str:
    """A label with its codes in the reader's words, and its days as the reader writes them."""
    if _RULE.match(label):
        return present.rule_label(label)
    label = _TONGUE.sub(lambda m: present.language_name(m[1]), label)
    label = _DAY.sub(_written, label)
    return _ENUM.sub(lambda m: words.choice_label(m[1], m[2]), label)


def _written(found: re.Match[str]) -> str:
    """A day, or a minute on the country's clocks; what is neither stays as it is."""
    try:
        at = datetime.fromisoformat(found[0])
    except ValueError:
        return found[0]
    return date_format(at, "DATETIME_FORMAT" if ":" in found[0] else "DATE_FORMAT")


def languages() -> list[tuple[str, str]]:
    """Languages by name in the reader's language."""
    return _languages(str(present.locale()))


@cache
def _languages(locale: str) -> list[tuple[str, str]]:
    names = Locale.parse(locale).languages
    first = [(code, str(names[code])) for code in COMMON if code in names]
    rest = [
        (code, str(name))
        for code, name in names.items()
        if len(code) == 2 and code not in {*COMMON, *_NOT_SPOKEN}
    ]
    return sorted(first, key=_by_name) + sorted(rest, key=_by_name)


def countries() -> list[tuple[str, str]]:
    """Countries by name in the reader's language."""
    return _countries(str(present.locale()))


@cache
def _countries(locale: str) -> list[tuple[str, str]]:
    names: Any = Locale.parse(locale).territories
    skip = {"EU", "EZ", "UN", "XA", "XB", "QO", "ZZ"}
    found = [(c, str(n)) for c, n in names.items() if len(c) == 2 and c.isalpha() and c not in skip]
    return sorted(found, key=_by_name)


def currencies() -> list[tuple[str, str]]:
    """Currencies in use by name in the reader's language, each with its code."""
    return _currencies(str(present.locale()))


@cache
def _currencies(locale: str) -> list[tuple[str, str]]:
    names: Any = Locale.parse(locale).currencies
    current = sorted({code for t in Locale("en").territories for code in _current(str(t))})
    return sorted([(c, f"{names.get(c, c)} ({c})") for c in current], key=_by_name)


def _current(territory: str) -> list[str]:
    from babel.numbers import get_territory_currencies

    return list(get_territory_currencies(territory, tender=True))


def _by_name(row: tuple[str, str]) -> str:
    return row[1]
