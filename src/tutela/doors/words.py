"""What every door says: labels, reasons and explanations, gathered from all rooms' messages.

Rules and records hold codes; each room's `messages.py` holds their words in English, with the Chinese beside
them. A code without words is said in a readable form of itself, so that a page never breaks; a test finds it.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, gettext, override

from tutela.engine.actions import Action, Fault, registry
from tutela.engine.outcomes import Objection
from tutela.instrument.provisions import UnknownProvision, is_chinese, provision

#: Words that belong to no room: what any field may have wrong, and what any action may be answered.
SHARED = "tutela.doors"
TABLES = ("LABELS", "HELP", "DUTIES", "BREACHES", "REASONS", "NEEDS_OF_A_PERSON", "OUTCOMES", "MEASURES")

#: Says a measure's totals, by column, in one sentence of the reader's language.
Reading = Callable[[Mapping[str, Any]], str]


@dataclass
class Words:
    """All rooms' words, in English, by table and code; and the Chinese of each English text."""

    tables: dict[str, dict[str, str]] = field(default_factory=lambda: {name: {} for name in TABLES})
    chinese: dict[str, str] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)

    def take(self, module: ModuleType) -> None:
        """Adds one room's words."""
        for name in TABLES:
            found = getattr(module, name, None) or {}
            self.tables[name].update({str(code): str(text) for code, text in found.items()})
        self.readings.update(getattr(module, "READINGS", None) or {})
        for name in vars(module):
            if name.startswith("ZH") and isinstance(getattr(module, name), dict):
                self.chinese.update(getattr(module, name))


def _modules(room: str) -> Iterator[ModuleType]:
    spec = find_spec(room)
    for found in pkgutil.iter_modules(spec.submodule_search_locations if spec else None):
        if found.name.startswith("messages"):
            yield import_module(f"{room}.{found.name}")


@cache
def words() -> Words:
    """Every room's words, read once."""
    found = Words()
    with override("en"):  # a lazy text says its English, which is also the key of its translations
        for room in dict.fromkeys((SHARED, *settings.ROOMS)):
            for module in _modules(room):
                found.take(module)
    return found


def say(english: str) -> str:
    """An English text in the reader's language: from the catalogue, else from the rooms' own Chinese."""
    if not english:
        return ""
    said = gettext(english)
    if said == english and is_chinese(get_language() or "en"):
        return words().chinese.get(english, english)
    return said


def readable(name: str) -> str:
    """`offer_place` → `Offer place`."""
    plain = re.sub(r"[_.:]+", " ", name).strip()
    return plain[:1].upper() + plain[1:]


def _find(table: str, *codes: str) -> str | None:
    known = words().tables[table]
    return next((known[code] for code in codes if code in known), None)


def _said(table: str, name: str, *codes: str) -> str:
    return _once(table, name, codes, get_language() or "en")


@lru_cache(8192)
def _once(table: str, name: str, codes: tuple[str, ...], language: str) -> str:
    """What a code is called in one language: looked up once, for a page says the same few hundred again and again."""
    found = _find(table, *codes)
    return say(found) if found else readable(name)


def _action(action: str | type[Action] | Action) -> str:
    return action if isinstance(action, str) else action.name


def label(action: str | type[Action] | Action) -> str:
    """What an action is called: `Offer a place`."""
    return _said("LABELS", _action(action), _action(action))


def help_text(action: str | type[Action] | Action) -> str:
    """One sentence on what an action does."""
    name = _action(action)
    found = _find("HELP", name)
    if found:
        return say(found)
    doc = (registry.get(name).__doc__ or "").strip() if name in registry else ""
    return say(" ".join(doc.split("\n\n")[0].split()))


def field_label(action: str | type[Action] | Action, name: str) -> str:
    """What a field of an action is called."""
    return _said("LABELS", name, f"{_action(action)}.{name}", f"*.{name}")


def field_help(action: str | type[Action] | Action, name: str) -> str:
    """A sentence beside a field, where its room wrote one; else nothing."""
    return say(_find("HELP", f"{_action(action)}.{name}", f"*.{name}") or "")


def choice_label(enum_class_name: str, value: str) -> str:
    """What a choice is called: `choice_label("Sex", "female")`."""
    return _said("LABELS", value, f"enum:{enum_class_name}.{value}")


def duty_label(rule: str) -> str:
    """What is owed."""
    return _said("DUTIES", rule, rule)


def breach_label(rule: str) -> str:
    """What went against the instrument."""
    return _said("BREACHES", rule, rule)


def measure_label(*codes: str) -> str:
    """What a measure, its column, or a value of a dimension is called: the first code that has words."""
    return _said("MEASURES", codes[0], *codes)


def readings() -> Mapping[str, Reading]:
    """How each measure is said in one sentence."""
    return words().readings


def need_label(need: str) -> str:
    """What a person needs, by which pages group actions."""
    return _said("NEEDS_OF_A_PERSON", need, need)


def once_label(name: str) -> str:
    """What something that is shown once is called."""
    return _said("LABELS", name, f"once:{name}")


def outcome_label(result: str) -> str:
    """Done, refused, not possible, received."""
    return _said("OUTCOMES", result, result)


class _Gaps(dict[str, str]):
    """Parameters of a text; one that nobody gave leaves an ellipsis, never an error."""

    def __missing__(self, key: str) -> str:
        return "…"


def filled(text: str, params: Mapping[str, Any] | None) -> str:
    """A text with its parameters, written `{name}` or `%(name)s`."""
    gaps = _Gaps({key: str(value) for key, value in (params or {}).items()})
    if "%(" in text:
        return text % gaps
    return text.format_map(gaps) if "{" in text else text


def reason_text(code: str, params: Mapping[str, Any] | None = None) -> str:
    """Why something is refused, and what to do: the text of a reason code."""
    found = _find("REASONS", code)
    return filled(say(found), params) if found else readable(code)


def fault_text(fault: Fault) -> str:
    """What is wrong with a field, and what it should hold."""
    params = {key: say(str(value)) for key, value in fault.params.items()}
    return reason_text(fault.code, params)


def objection_text(objection: Objection) -> str:
    """Why one guard, or one constraint, objects."""
    return reason_text(objection.code, objection.params)


def provision_title(provision_id: str) -> str:
    """The title of a provision in the reader's language."""
    try:
        return provision(provision_id).title(get_language() or "en")
    except UnknownProvision:
        return provision_id


def choices_of(action: type[Action], name: str) -> tuple[tuple[str, str], ...]:
    """(value, label) of a closed choice, in order; empty for other fields."""
    spec = next(s for s in action.specs() if s.name == name)
    enum = _enum_of(action.model_fields[name].annotation)
    return tuple((value, choice_label(enum, value)) for value in spec.choices)


def enum_name(action: type[Action], name: str) -> str:
    """The class name under which the choices of a field are labelled."""
    return _enum_of(action.model_fields[name].annotation)


def _enum_of(hint: Any) -> str:
    from enum import Enum
    from typing import get_args

    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint.__name__
    return next((found for part in get_args(hint) if (found := _enum_of(part))), "")
