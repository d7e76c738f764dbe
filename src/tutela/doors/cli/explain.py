"""What `tutela do` prints: the list of actions, one action's page, and answers."""

from __future__ import annotations

import inspect
import textwrap
from typing import Any

from django.utils.translation import gettext as _

from tutela.doors import words
from tutela.doors.options import option_of
from tutela.engine.actions import Action, Fact, registry
from tutela.engine.fields import FieldKind, FieldSpec
from tutela.engine.rules import rules

WIDTH = 100
_FORMS = {
    FieldKind.ID: "ID",
    FieldKind.IDS: "ID,…",
    FieldKind.LINE: "TEXT",
    FieldKind.PROSE: "TEXT",
    FieldKind.YES_NO: "yes|no",
    FieldKind.YES_NO_UNKNOWN: "yes|no|unknown",
    FieldKind.DATE: "2026-03-04",
    FieldKind.TIME: "2026-03-04T09:00Z",
    FieldKind.WHOLE: "NUMBER",
    FieldKind.MONEY: "CENTS",
    FieldKind.CURRENCY: "EUR",
    FieldKind.LANGUAGE: "en",
    FieldKind.LANGUAGES: "en,zh,…",
    FieldKind.COUNTRY: "GR",
    FieldKind.ANSWERS: "JSON",
}


def list_page() -> str:
    """Every action that members do, grouped by what a person needs."""
    groups: dict[str, list[type[Action]]] = {}
    for action in registry:
        if not action.system:
            groups.setdefault(action.need, []).append(action)
    lines: list[str] = []
    width = max(len(a.name) for a in registry) + 2
    for need in sorted(groups, key=words.need_label):
        lines += ["", words.need_label(need)]
        lines += [f"  {a.name:<{width}}{words.label(a)}" for a in groups[need]]
    return "\n".join([_("One action in full: tutela do ACTION --help"), *lines])


def action_page(name: str) -> str:
    """One action: what it does, its fields, who may, which provisions. Raises InvalidAction when unknown."""
    action = registry.get(name)
    lines = [f"tutela do {action.name}   {words.label(action)}", ""]
    lines += _wrapped(words.help_text(action))
    lines += ["", *_doc(action)]
    lines += [_("Fields"), *[line for spec in action.specs() for line in _field(action, spec)], ""]
    lines += _who(action)
    lines += _provisions(action)
    return "\n".join(lines)


def _doc(action: type[Action]) -> list[str]:
    rest = inspect.cleandoc(action.__doc__ or "").split("\n\n")[1:]
    return [line for part in rest for line in (*part.splitlines(), "")]


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent) or [""]


def _field(action: type[Action], spec: FieldSpec) -> list[str]:
    needed = "" if spec.required else f"  [{_default(spec)}]"
    ref = f" ({spec.ref.kind})" if spec.ref else ""
    form = _FORMS.get(spec.kind, "CHOICE" if spec.kind is FieldKind.CHOICE else "CHOICE,…")
    lines = [f"  {option_of(spec)} {form}{ref}{needed}"]
    lines += _wrapped(words.field_label(action, spec.name), "      ")
    lines += (
        _wrapped(words.field_help(action, spec.name), "      ") if words.field_help(action, spec.name) else []
    )
    lines += [f"        {value:<25} {label}" for value, label in words.choices_of(action, spec.name)]
    return lines


def _default(spec: FieldSpec) -> str:
    return str(spec.default) if spec.default not in (None, (), "") else _("may be left out")


def _who(action: type[Action]) -> list[str]:
    who = action.who
    sectors = ", ".join(words.choice_label("Sector", s) for s in sorted(who.sectors)) or _("any agency")
    roles = ", ".join(words.choice_label("Role", r) for r in sorted(who.roles)) or _("any member")
    if action.system:
        sectors, roles = _("Tutela itself"), _("no member")
    kind = _("A fact: always recorded.") if issubclass(action, Fact) else _("An act: rules may refuse it.")
    return [
        _("Who may"),
        *_wrapped(f"{roles}; {sectors}", "  "),
        _("Act or fact"),
        *_wrapped(kind, "  "),
    ]


def _provisions(action: type[Action]) -> list[str]:
    lines: list[str] = []
    if action.provisions:
        lines += [_("What it records for")]
        lines += [f"  {p:<6}{words.provision_title(p)}" for p in action.provisions]
    guards = rules.guards_of(action)
    if guards:
        lines += [_("What may stop it")]
        for guard in guards:
            first = guard.doc.strip().split("\n")[0]
            lines += _wrapped(f"{', '.join(guard.provisions)}: {first}", "  ")
    return lines


# --- answers --------------------------------------------------------------------------------------------


def answer_text(said: dict[str, Any]) -> str:
    """An answer, for a person to read."""
    head = words.outcome_label(said["result"])
    lines = {
        "done": _done_lines,
        "refused": _refused_lines,
        "invalid": _invalid_lines,
    }.get(said["result"], lambda one: [f"  {one['text']}"])(said)
    return "\n".join([head, *lines])


def _done_lines(said: dict[str, Any]) -> list[str]:
    lines = [f"  {name:<12}{value}" for name, value in said["made"].items()]
    lines += [f"  {words.once_label(name)}: {value}" for name, value in said.get("once", {}).items()]
    for part, text in (("started", _("Owed from now on")), ("met", _("Duty met")), ("breaches", _("Breach"))):
        lines += [f"  {text}: {one['text']}" for one in said[part]]
    return lines + [f"  {one['text']}" for one in said["notes"]]


def _refused_lines(said: dict[str, Any]) -> list[str]:
    lines: list[str] = []
    for one in said["objections"]:
        lines += ["", *_wrapped(one["text"], "  ")]
        lines += [f"    {p['id']:<6}{p['title']}" for p in one["provisions"]]
        for other in one["instead"]:
            given = " ".join(f"--{name.replace('_', '-')} {value}" for name, value in other["fields"].items())
            lines.append(
                f"    {_('Instead')}: {other['label']}   tutela do {other['action']} {given}".rstrip()
            )
        if not one["absolute"]:
            lines.append(f"    {_('May be waived by another member')}: --guard {one['guard']}")
    return lines


def _invalid_lines(said: dict[str, Any]) -> list[str]:
    return [f"  {one['field']}: {one['message']}" for one in said["faults"]]
