"""The closed list of field types an Action may have.

Each type has one widget, one command-line option and one schema, so declaring a field is all that a door needs.
"""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from functools import cache
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, JsonValue
from pydantic_core import PydanticCustomError


class FieldKind(StrEnum):
    """What a field is to the person who fills it in."""

    ID = "id"
    IDS = "ids"
    LINE = "line"
    PROSE = "prose"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    YES_NO_UNKNOWN = "yes_no_unknown"
    DATE = "date"
    TIME = "time"
    WHOLE = "whole"
    MONEY = "money"
    CURRENCY = "currency"
    LANGUAGE = "language"
    LANGUAGES = "languages"
    COUNTRY = "country"
    ANSWERS = "answers"


@dataclass(frozen=True)
class Ref:
    """An id of something: `kind` names what; `subject` says that the action belongs to its chain of entries."""

    kind: str
    subject: bool = False


@dataclass(frozen=True)
class Kept:
    """The compartment that this field's content is sealed under, where it is not the action's own."""

    compartment: str


@dataclass(frozen=True)
class Apart:
    """This field's content is sealed by the action itself, in a row of its own: its entry holds nothing of it."""


@dataclass(frozen=True)
class As:
    """Marks a plain type with its place in the closed list."""

    kind: FieldKind


#: No clock of a case runs outside these years; a time there is a slip of the hand.
YEARS = range(1900, 2201)
LARGEST = 2_147_483_647
#: The largest sum, in the smallest unit of its currency: nobody is owed more, and a column holds it.
LARGEST_SUM = 10**15


def _aware(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError("say the time zone, for example 2024-03-04T09:00Z")
    if value.year not in YEARS:
        raise PydanticCustomError("time", "outside the years that are kept")
    return value


def _storable(value: str) -> str:
    """Text that a database can hold: no NUL, no half of a character."""
    if "\x00" in value or any("\ud800" <= sign <= "\udfff" for sign in value):
        raise PydanticCustomError("text", "holds a sign that cannot be kept")
    return value


def _storable_json(value: Any) -> Any:
    if isinstance(value, str):
        return _storable(value)
    if isinstance(value, dict):
        return {_storable(key): _storable_json(one) for key, one in value.items()}
    return [_storable_json(one) for one in value] if isinstance(value, list) else value


@cache
def languages() -> frozenset[str]:
    """Codes of the languages that have a name (ISO 639, as Unicode's CLDR lists them)."""
    from babel import Locale

    return frozenset(Locale("en").languages)


@cache
def countries() -> frozenset[str]:
    """Codes of countries and territories (ISO 3166), with ZZ for one unknown."""
    from babel import Locale

    codes = [str(code) for code in Locale("en").territories]
    return frozenset(code for code in codes if len(code) == 2 and code.isalpha())


@cache
def currencies() -> frozenset[str]:
    """Codes of currencies (ISO 4217), as Unicode's CLDR lists them."""
    from babel import Locale

    return frozenset(Locale("en").currencies)


def _currency(value: str) -> str:
    if value not in currencies():
        raise PydanticCustomError("currency", "no currency has this code")
    return value


def _language(value: str) -> str:
    if value.split("-")[0] not in languages():
        raise PydanticCustomError("language", "no language has this code")
    return value


def _country(value: str) -> str:
    if value not in countries():
        raise PydanticCustomError("country", "no country has this code")
    return value


CaseId = Annotated[UUID, Ref("case", subject=True)]
AgencyId = Annotated[UUID, Ref("agency")]
MemberId = Annotated[UUID, Ref("member")]
Line = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_storable), As(FieldKind.LINE)]
Prose = Annotated[str, Field(min_length=1, max_length=8000), AfterValidator(_storable), As(FieldKind.PROSE)]
#: A few lines from one person to another, sealed in a row of its own.
Note = Annotated[
    str, Field(min_length=1, max_length=2000), AfterValidator(_storable), As(FieldKind.PROSE), Apart()
]
Whole = Annotated[int, Field(ge=-LARGEST, le=LARGEST), As(FieldKind.WHOLE)]
#: A sum in the smallest unit of its currency: cents, pence. The action names its currency in a field `currency`.
Minor = Annotated[int, Field(ge=0, le=LARGEST_SUM), As(FieldKind.MONEY)]
Moment = Annotated[datetime, AfterValidator(_aware), As(FieldKind.TIME)]
Language = Annotated[
    str,
    Field(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,8})?$"),
    AfterValidator(_language),
    As(FieldKind.LANGUAGE),
]
Languages = Annotated[tuple[Language, ...], As(FieldKind.LANGUAGES)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$"), AfterValidator(_country), As(FieldKind.COUNTRY)]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$"), AfterValidator(_currency), As(FieldKind.CURRENCY)]
Answers = Annotated[dict[str, JsonValue], AfterValidator(_storable_json), As(FieldKind.ANSWERS)]


@dataclass(frozen=True)
class FieldSpec:
    """One field as every door sees it.

    Shape  choices: the values of a closed choice, in order; many: a list of them is taken; apart: not in the entry
    """

    name: str
    kind: FieldKind
    required: bool
    choices: tuple[str, ...] = ()
    ref: Ref | None = None
    compartment: str | None = None
    default: Any = None
    longest: int | None = None
    apart: bool = False


def fields_of(model: type[BaseModel]) -> tuple[FieldSpec, ...]:
    """The fields of an action, in the order in which they are declared. Raises TypeError for an unlisted type."""
    hints = typing.get_type_hints(model, include_extras=True)
    return tuple(
        _spec(name, hints[name], field.is_required(), field.default)
        for name, field in model.model_fields.items()
    )


def subject_fields(model: type[BaseModel]) -> tuple[tuple[str, Ref], ...]:
    """Names and kinds of the fields that say which subjects an action is about."""
    return tuple((s.name, s.ref) for s in fields_of(model) if s.ref and s.ref.subject)


def _spec(name: str, hint: Any, required: bool, default: Any) -> FieldSpec:
    hint, optional = _without_none(hint)
    base, marks = _peel(hint)
    ref = next((m for m in marks if isinstance(m, Ref)), None)
    kept = next((m.compartment for m in marks if isinstance(m, Kept)), None)
    longest = next((m.max_length for m in marks if getattr(m, "max_length", None)), None)
    kind, choices, inner = _kind(base, marks, optional, name)
    plain = None if required else (default.value if isinstance(default, Enum) else default)
    apart = any(isinstance(m, Apart) for m in marks)
    return FieldSpec(name, kind, required, choices, ref or inner, kept, plain, longest, apart)


def _without_none(hint: Any) -> tuple[Any, bool]:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        rest = [a for a in typing.get_args(hint) if a is not type(None)]
        return rest[0], True
    return hint, False


def _peel(hint: Any) -> tuple[Any, list[Any]]:
    marks: list[Any] = []
    while typing.get_origin(hint) is Annotated:
        hint, *more = typing.get_args(hint)
        for mark in more:
            marks.append(mark)
            marks.extend(getattr(mark, "metadata", ()))
    return hint, marks


_PLAIN: dict[Any, FieldKind] = {UUID: FieldKind.ID, date: FieldKind.DATE}


def _kind(
    base: Any, marks: list[Any], optional: bool, name: str
) -> tuple[FieldKind, tuple[str, ...], Ref | None]:
    marked = next((m.kind for m in marks if isinstance(m, As)), None)
    if marked:
        return marked, (), None
    if base is bool:
        return (FieldKind.YES_NO_UNKNOWN if optional else FieldKind.YES_NO), (), None
    if base in _PLAIN:
        return _PLAIN[base], (), None
    if isinstance(base, type) and issubclass(base, Enum):
        return FieldKind.CHOICE, tuple(str(e.value) for e in base), None
    origin = typing.get_origin(base)
    if origin is Literal:
        return FieldKind.CHOICE, tuple(map(str, typing.get_args(base))), None
    if origin in (tuple, frozenset, list):
        inner, inner_marks = _peel(typing.get_args(base)[0])
        kind, choices, _ = _kind(inner, inner_marks, False, name)
        ref = next((m for m in inner_marks if isinstance(m, Ref)), None)
        many = {FieldKind.ID: FieldKind.IDS, FieldKind.CHOICE: FieldKind.CHOICES}
        if kind in many:
            return many[kind], choices, ref
    raise TypeError(f"field {name}: {base!r} is not in the closed list of field types (engine/fields.py)")
