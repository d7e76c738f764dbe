"""The form of any action, made from its fields. One widget for each kind of field; nothing typed is ever lost."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from tutela.doors import amounts, strict_json, words
from tutela.engine.access import Actor
from tutela.engine.actions import Action, Fault, InvalidAction
from tutela.engine.fields import FieldKind, FieldSpec

from . import choices

#: How many languages a form has room for; somebody who speaks more is asked for the best.
LANGUAGES = 3
#: More choices than this make a list to open instead of buttons to press.
FEW = 7
MANY = frozenset({FieldKind.IDS, FieldKind.CHOICES, FieldKind.LANGUAGES})
WIDGETS = {
    FieldKind.LINE: "line",
    FieldKind.PROSE: "prose",
    FieldKind.DATE: "date",
    FieldKind.TIME: "time",
    FieldKind.WHOLE: "whole",
    FieldKind.MONEY: "line",
    FieldKind.CURRENCY: "select",
    FieldKind.ANSWERS: "prose",
    FieldKind.IDS: "checks",
    FieldKind.CHOICES: "checks",
    FieldKind.LANGUAGE: "select",
    FieldKind.LANGUAGES: "selects",
    FieldKind.COUNTRY: "select",
}


@dataclass
class Option:
    """One choice, and whether it is chosen."""

    value: str
    label: str
    chosen: bool = False


@dataclass
class Field:
    """One field as its template draws it."""

    name: str
    label: str
    hint: str
    widget: str
    required: bool
    values: list[str] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    longest: int | None = None

    @property
    def html_id(self) -> str:
        """The id that labels, hints and the summary of faults point to."""
        return f"f-{self.name}"

    @property
    def value(self) -> str:
        """What was typed."""
        return self.values[0] if self.values else ""

    @property
    def described_by(self) -> str:
        """Ids of the hint and the faults, for whoever hears the page."""
        parts = [f"{self.html_id}-hint"] if self.hint else []
        return " ".join(parts + ([f"{self.html_id}-wrong"] if self.faults else []))

    @property
    def slots(self) -> list[dict[str, Any]]:
        """One list of options for each language that there is room for."""
        filled = [*self.values, *[""] * LANGUAGES][:LANGUAGES]
        return [
            {
                "id": self.html_id if not n else f"{self.html_id}-{n + 1}",
                "n": n + 1,
                "options": self._at(value),
            }
            for n, value in enumerate(filled)
        ]

    def _at(self, value: str) -> list[Option]:
        return [Option(o.value, o.label, o.value == value) for o in self.options]


@dataclass
class ActionForm:
    """The form of one action for one actor, with what was typed and what is wrong with it."""

    action: type[Action]
    fields: list[Field]
    key: UUID
    other_faults: list[str] = field(default_factory=list)

    @property
    def faulty(self) -> list[Field]:
        """The fields that have something wrong, in their order."""
        return [f for f in self.fields if f.faults]

    @property
    def is_faulty(self) -> bool:
        """Whether anything is wrong."""
        return bool(self.faulty or self.other_faults)

    def tell(self, faults: Iterable[Fault]) -> None:
        """Puts each fault beside its field; one without a field of its own above all."""
        by_name = {f.name: f for f in self.fields}
        for fault in faults:
            found = by_name.get(fault.field.split(".")[0])
            text = words.fault_text(fault)
            if found is None:
                self.other_faults.append(text)
            elif text not in found.faults:
                found.faults.append(text)


def form_of(
    action: type[Action],
    actor: Actor,
    case_id: UUID | None,
    typed: Mapping[str, list[str]],
    fixed: Iterable[str] = (),
    key: UUID | None = None,
    filled: Iterable[str] = (),
) -> ActionForm:
    """The form of an action, without the fields whose value the page itself gives.

    Shape   filled: fields for which the page has something to choose from, whatever the list of the action has
    """
    left_out = set(fixed)
    ordered = sorted(
        action.specs(), key=lambda spec: spec.name == "occurred_at"
    )  # asked last: mostly it is now
    fields = [
        _field(action, spec, actor, case_id, typed.get(spec.name))
        for spec in ordered
        if spec.name not in left_out
    ]
    asked = [f for f in fields if f.name in filled or not _is_idle(f)]
    return ActionForm(action, asked, key or uuid.uuid4())


def _is_idle(field: Field) -> bool:
    """A list to choose from that is empty and may stay so asks nobody anything."""
    return field.widget == "select" and not field.required and not field.options and not field.values


def _field(
    action: type[Action], spec: FieldSpec, actor: Actor, case_id: UUID | None, typed: list[str] | None
) -> Field:
    options = _options(action, spec, actor, case_id)
    values = typed if typed is not None else _start(spec) or _only_one(spec, options)
    for option in options or ():
        option.chosen = option.value in values
    hint = words.field_help(action, spec.name)
    if spec.kind is FieldKind.TIME and not hint:
        is_now = not spec.required and spec.name == "occurred_at"
        hint = _("In local time. Leave empty for now.") if is_now else _("In local time.")
    if options is not None and not options and not hint:
        hint = _("There is nothing to choose from here yet.")
    if spec.kind is FieldKind.MONEY and not hint:
        hint = _("For example 1500.00")
    return Field(
        name=spec.name,
        label=words.field_label(action, spec.name),
        hint=hint,
        widget=_widget(spec, options),
        required=spec.required,
        values=values,
        options=options or [],
        longest=spec.longest,
    )


def _start(spec: FieldSpec) -> list[str]:
    default = spec.default
    if default is None or default == ():
        return []
    if isinstance(default, bool):
        return ["yes" if default else "no"]
    if isinstance(default, list | tuple | frozenset | set):
        return [str(d) for d in default]
    return [str(default)]


def _only_one(spec: FieldSpec, options: list[Option] | None) -> list[str]:
    """What must be chosen and leaves no choice, such as the one referral that waits for an answer."""
    is_sure = spec.required and spec.kind is FieldKind.ID and options is not None and len(options) == 1
    return [options[0].value] if options and is_sure else []


def _widget(spec: FieldSpec, options: list[Option] | None) -> str:
    if spec.kind in WIDGETS:
        return WIDGETS[spec.kind]
    if options is None:
        return "line"
    return "radios" if len(options) <= FEW and spec.kind is not FieldKind.ID else "select"


def _options(
    action: type[Action], spec: FieldSpec, actor: Actor, case_id: UUID | None
) -> list[Option] | None:
    if spec.kind in (FieldKind.CHOICE, FieldKind.CHOICES):
        return [Option(v, label) for v, label in words.choices_of(action, spec.name)]
    if spec.kind is FieldKind.YES_NO:
        return [Option("yes", _("Yes")), Option("no", _("No"))]
    if spec.kind is FieldKind.YES_NO_UNKNOWN:
        return [Option("yes", _("Yes")), Option("no", _("No")), Option("unknown", _("Not known or not said"))]
    if spec.kind in (FieldKind.LANGUAGE, FieldKind.LANGUAGES):
        return [Option(v, label) for v, label in choices.languages()]
    if spec.kind is FieldKind.CURRENCY:
        return [Option(v, label) for v, label in choices.currencies()]
    if spec.kind is FieldKind.COUNTRY:
        return [Option(v, label) for v, label in choices.countries()]
    if spec.ref is not None:
        found = choices.offered(actor, spec.ref.kind, case_id)
        return None if found is None else [Option(v, label) for v, label in found]
    return None


# --- what was sent --------------------------------------------------------------------------------------


def typed_in(action: type[Action], post: QueryDict) -> dict[str, list[str]]:
    """What was typed, by field, as it was typed. A field whose boxes are all empty was still shown."""
    return {spec.name: [v for v in post.getlist(spec.name) if v != ""] for spec in action.specs()}


def read(action: type[Action], typed: Mapping[str, list[str]]) -> dict[str, Any]:
    """Plain data for `parse`. Empty means left out; what cannot be read stays as typed, and is found wrong there.

    Raises  InvalidAction for text that should be a JSON object
    """
    found: dict[str, Any] = {}
    for spec in action.specs():
        values = typed.get(spec.name, [])
        if spec.kind in MANY:
            if values or not spec.required:
                found[spec.name] = list(dict.fromkeys(values))
        elif values and spec.kind is FieldKind.MONEY:
            found[spec.name] = amounts.read(values[-1], next(iter(typed.get("currency", [])), ""))
        elif values:
            found[spec.name] = _value(spec, values[-1])
    return found


def _value(spec: FieldSpec, text: str) -> Any:
    if spec.kind in (FieldKind.YES_NO, FieldKind.YES_NO_UNKNOWN):
        return {"yes": True, "no": False, "unknown": None}.get(text, text)
    if spec.kind is FieldKind.DATE:
        return as_day(text)
    if spec.kind is FieldKind.TIME:
        return _aware(as_day(text))
    if spec.kind is FieldKind.ANSWERS:
        try:
            return strict_json.read_object(text)
        except InvalidAction as error:
            raise InvalidAction([Fault(spec.name, f.code, f.params) for f in error.faults]) from None
    return text


_DAY = re.compile(r"^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?(.*)$")


def as_day(text: str) -> str:
    """A day with the year first, however it is parted, in the one way that is read; anything else stays as typed."""
    found = _DAY.match(text)
    if found is None:
        return text
    year, month, day, rest = found.groups()
    return f"{year}-{int(month):02}-{int(day):02}{rest.rstrip()}"


def _aware(text: str) -> str:
    """The wall clock of the country, as the instant it means; anything else stays as typed."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    return (at if at.tzinfo else timezone.make_aware(at)).isoformat()
