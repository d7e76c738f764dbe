"""What came of an action, as plain data in the words of the reader: the same for the API and the CLI."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from tutela.engine.actions import Action, Fault, registry
from tutela.engine.fields import FieldKind
from tutela.engine.outcomes import Denied, Done, Objection, Outcome, Received, Refused

from . import words

#: Exit code of a command, and status of an answer, by result.
EXIT_CODES = {"done": 0, "invalid": 2, "refused": 3, "denied": 4, "received": 5}
STATUSES = {"done": 200, "received": 202, "denied": 404, "refused": 409, "invalid": 422}


def answer(outcome: Outcome, action: Action) -> dict[str, Any]:
    """An outcome in words. A denial says the same whether something is not there or not yours."""
    if isinstance(outcome, Refused):
        return refused(outcome, action)
    if isinstance(outcome, Denied):
        return {"result": "denied", "code": outcome.code, "text": words.reason_text(outcome.code)}
    if isinstance(outcome, Received):
        return received(outcome)
    return done(outcome)


def done(outcome: Done) -> dict[str, Any]:
    """It happened: what was made, which duties started or were met, which breaches are open now."""
    return {
        "result": "done",
        "act_id": str(outcome.act_id),
        "made": dict(outcome.made),
        "started": [{"rule": rule, "text": words.duty_label(rule)} for rule in outcome.started],
        "met": [{"rule": rule, "text": words.duty_label(rule)} for rule in outcome.met],
        "breaches": [{"rule": rule, "text": words.breach_label(rule)} for rule in outcome.breaches],
        "notes": [{"code": code, "text": words.reason_text(code, outcome.made)} for code in outcome.notes],
    }


def received(outcome: Received) -> dict[str, Any]:
    """A Fact was kept, and a person will look at it."""
    code = f"intake.{outcome.why}"
    known = code if code in words.words().tables["REASONS"] else "intake.other"
    return {
        "result": "received",
        "act_id": str(outcome.act_id),
        "why": outcome.why,
        "text": words.reason_text(known),
    }


def refused(outcome: Refused, action: Action) -> dict[str, Any]:
    """Every objection: why, which provisions, what can be done instead, filled in as far as it goes.

    Shape    digest: names this very action, for a waiver of a procedural rule by another member
    """
    return {
        "result": "refused",
        "act_id": str(outcome.act_id),
        "digest": action.digest().hex(),
        "objections": [_objection(one, action) for one in outcome.objections],
    }


def _objection(one: Objection, action: Action) -> dict[str, Any]:
    return {
        "code": one.code,
        "text": words.objection_text(one),
        "provisions": [{"id": p, "title": words.provision_title(p)} for p in one.provisions],
        "instead": [instead(name, action) for name in one.instead if name in registry],
        "hints": list(one.hints),
        "absolute": one.absolute,
        "neutral": one.neutral,
        "guard": one.guard,
    }


def instead(name: str, action: Action) -> dict[str, Any]:
    """Another action, with those of its fields filled in that mean the same as in the one refused; no words."""
    other = registry.get(name)
    own = {spec.name: (spec.kind, spec.ref, spec.choices) for spec in action.specs()}
    given = action.model_dump(mode="json")
    fields = {
        spec.name: given[spec.name]
        for spec in other.specs()
        if own.get(spec.name) == (spec.kind, spec.ref, spec.choices)
        and given[spec.name] is not None
        and (spec.ref or (spec.required and spec.kind is FieldKind.CHOICE))
    }
    return {"action": name, "label": words.label(name), "fields": fields}


def invalid(faults: Iterable[Fault]) -> dict[str, Any]:
    """Every fault of a form, with where and what; never the value."""
    return {
        "result": "invalid",
        "faults": [{"field": f.field, "code": f.code, "message": words.fault_text(f)} for f in faults],
    }


def is_id(text: str) -> bool:
    """Whether this reads as a UUID."""
    try:
        UUID(text)
    except ValueError:
        return False
    return True
