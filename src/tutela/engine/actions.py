"""Acts and Facts: everything that can be done to a subject, declared once for every door.

An `Act` is something a member wants to do; it can be refused. A `Fact` is something that happened; it is always
recorded. Declaring one gives its page, its endpoint, its command and its entry.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError

from .fields import FieldSpec, Moment, fields_of

#: How far ahead of ours a device's clock may be before its times are marked as doubtful.
CLOCK_TOLERANCE = timedelta(minutes=5)


def snake(name: str) -> str:
    """`OfferPlace` → `offer_place`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


@dataclass(frozen=True)
class Who:
    """Which members may try an action: any of these sectors, any of these roles; empty means no limit."""

    sectors: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()

    def admits(self, sector: str, roles: frozenset[str]) -> bool:
        """Whether a member of this sector with these roles may try."""
        return (not self.sectors or sector in self.sectors) and (not self.roles or bool(roles & self.roles))


def may(*names: str) -> Who:
    """Sectors and roles that may try an action: `may(Sector.SHELTER, Role.CASEWORKER)`.

    Names from the engine's point of view are plain words; an enum's class says which kind it is.
    """
    sectors = frozenset(str(n) for n in names if type(n).__name__ == "Sector")
    roles = frozenset(str(n) for n in names if type(n).__name__ == "Role")
    return Who(sectors, roles)


ANYONE = Who()


class Action(BaseModel):
    """The common ground of Acts and Facts.

    Shape  who: who may try; opens: the kind of subject it opens, if any; needs: the compartment that its author must
           hold on each subject; compartment: what its entry is sealed under; need: what the person needs, by which
           pages group actions; system: only the named system actors do it; refreshes: rooms look again after it;
           retimes: it may change whose terms hold;
           herself: the person whom the subject is about may do it too, at her own door;
           event: what country profiles call it, where a term ends on it;
           owed_on: the field whose subject its duties and breaches belong to, where that is not the case that it names
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    who: ClassVar[Who] = ANYONE
    opens: ClassVar[str | None] = None
    needs: ClassVar[str] = "facts"
    compartment: ClassVar[str] = "facts"
    need: ClassVar[str] = "case"
    system: ClassVar[bool] = False
    refreshes: ClassVar[bool] = False
    retimes: ClassVar[bool] = False
    herself: ClassVar[bool] = False
    event: ClassVar[str] = ""
    owed_on: ClassVar[str] = ""
    provisions: ClassVar[tuple[str, ...]] = ()
    abstract: ClassVar[bool] = True
    name: ClassVar[str] = "action"

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.name = snake(cls.__name__)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        if "abstract" not in cls.__dict__:
            cls.abstract = False
        if not cls.abstract:
            registry.add(cls)

    if TYPE_CHECKING:
        #: Change what this action changes; its parameters are asked for by name (engine/stage.py).
        apply: ClassVar[Callable[..., dict[str, Any] | None]]
    else:

        def apply(self) -> None:
            """Change what this action changes, and return the ids made, by name; by default nothing."""

    @classmethod
    def specs(cls) -> tuple[FieldSpec, ...]:
        """The fields as every door sees them."""
        return _specs(cls)

    @classmethod
    def subject_fields(cls) -> tuple[tuple[str, str], ...]:
        """(field, kind of subject) for the fields that say what the action is about."""
        return tuple((s.name, s.ref.kind) for s in cls.specs() if s.ref and s.ref.subject)

    def subject_ids(self) -> dict[str, UUID]:
        """The subjects named, by field."""
        found = {name: getattr(self, name) for name, _ in self.subject_fields()}
        return {name: value for name, value in found.items() if value is not None}

    def digest(self) -> bytes:
        """SHA-256 of the action's name and content: equal requests have equal digests. 32 bytes."""
        return hashlib.sha256(f"{self.name}\n{self.model_dump_json()}".encode()).digest()


@cache
def _specs(action: type[Action]) -> tuple[FieldSpec, ...]:
    return fields_of(action)


class Act(Action):
    """Something a member of an agency wants to do. Guards may refuse it.

    Shape  urgent_form_of: the Act whose urgent protective form this is: procedural guards do not stop it, nor those
           that first ask for a child's safeguards
    """

    abstract: ClassVar[bool] = True
    urgent_form_of: ClassVar[type[Act] | None] = None


class Fact(Action):
    """Something that has happened, here or elsewhere. It is always recorded.

    Units  occurred_at: aware UTC; when left out, the moment of recording
    """

    abstract: ClassVar[bool] = True
    occurred_at: Moment | None = None


class Registry:
    """All actions by name."""

    def __init__(self) -> None:
        self._by_name: dict[str, type[Action]] = {}

    def add(self, action: type[Action]) -> None:
        """Takes an action in. Raises TypeError when another one has its name."""
        known = self._by_name.get(action.name)
        if known is not None and known.__qualname__ != action.__qualname__:
            raise TypeError(f"two actions are called {action.name}")
        self._by_name[action.name] = action

    def __iter__(self) -> Iterator[type[Action]]:
        return iter(sorted(self._by_name.values(), key=lambda a: a.name))

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def get(self, name: str) -> type[Action]:
        """The action of that name. Raises InvalidAction with the nearest names."""
        if name in self._by_name:
            return self._by_name[name]
        import difflib

        near = difflib.get_close_matches(name, self._by_name, 3)
        raise InvalidAction([Fault("action", "action.unknown", {"name": name[:60], "near": ", ".join(near)})])


registry = Registry()


_NAME = re.compile(r"[A-Za-z0-9_@-]{1,64}")


@dataclass(frozen=True)
class Fault:
    """One thing wrong with an input: where, what (a code with a text in messages), and what is needed to say it."""

    field: str
    code: str
    params: dict[str, Any]

    def __post_init__(self) -> None:
        """A name that the sender made up may be anything; one that no field could have is not said again."""
        parts = [part if _NAME.fullmatch(part) else "…" for part in self.field.split(".")]
        object.__setattr__(self, "field", ".".join(parts))


class InvalidAction(ValueError):
    """The form of an action is wrong; nothing was done and nothing recorded. Holds every fault at once."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("; ".join(f"{f.field}: {f.code}" for f in faults))


def parse(name: str, data: dict[str, Any]) -> Action:
    """An action from a door's plain data. Raises InvalidAction naming every faulty field; never shows a value."""
    model = registry.get(name)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise InvalidAction(
            [fault_of(e) for e in error.errors(include_url=False, include_input=False)]
        ) from None


_CODES = {
    "missing": "field.missing",
    "extra_forbidden": "field.unknown",
    "uuid_parsing": "field.id",
    "uuid_type": "field.id",
    "string_too_long": "field.long",
    "string_too_short": "field.missing",
    "string_pattern_mismatch": "field.pattern",
    "enum": "field.choice",
    "literal_error": "field.choice",
    "bool_parsing": "field.yes_no",
    "bool_type": "field.yes_no",
    "date_parsing": "field.date",
    "date_from_datetime_parsing": "field.date",
    "date_type": "field.date",
    "datetime_parsing": "field.time",
    "datetime_from_date_parsing": "field.time",
    "datetime_type": "field.time",
    "int_parsing": "field.whole",
    "int_type": "field.whole",
    "int_from_float": "field.whole",
    "int_parsing_size": "field.whole",
    "greater_than_equal": "field.range",
    "less_than_equal": "field.range",
    "language": "field.language",
    "country": "field.country",
    "currency": "field.currency",
    "text": "field.text",
    "time": "field.time",
}


def fault_of(error: Any) -> Fault:
    """What pydantic found wrong, as a fault with our code; never the value."""
    where = ".".join(str(part) for part in error["loc"]) or "action"
    context = error.get("ctx") or {}
    params = {
        k: str(v)
        for k, v in context.items()
        if k in ("expected", "max_length", "min_length", "ge", "le", "gt")
    }
    code = _CODES.get(error["type"], "field.wrong")
    if code == "field.wrong" and error["type"] == "value_error":
        params["why"] = str(context.get("error", ""))
        code = "field.value"
    return Fault(where, code, params)
