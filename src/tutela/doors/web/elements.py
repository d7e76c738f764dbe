"""The definition element by element, as the page of a decision shows and reads it. Nothing here reads the database."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from tutela.doors import words
from tutela.engine.actions import Action, InvalidAction, parse
from tutela.guidelines.g02_identification import messages as said
from tutela.guidelines.g02_identification.decision_actions import Decide
from tutela.guidelines.g02_identification.definition import (
    ActElement,
    Finding,
    MeansElement,
    Outcome,
    PurposeElement,
    Verdict,
    decide,
)
from tutela.guidelines.g02_identification.reads_decisions import Source

from . import forms, present

Typed = dict[str, list[str]]
#: field of what was found → (field of what was looked for in vain, its codes, the element's name)
PARTS: dict[str, tuple[str, Any, str]] = {
    "acts": ("not_acts", ActElement, "act"),
    "means": ("not_means", MeansElement, "means"),
    "purposes": ("not_purposes", PurposeElement, "purpose"),
}
#: The button that says of one element: the rest was looked for in vain.
REST = "_rest"


def read(action: type[Action], post: QueryDict, typed: Typed) -> Typed:
    """One answer for each code (`acts.receipt` = found), as the two lists that the action takes."""
    for part, (absent, codes, _name) in PARTS.items():
        for code in codes:
            finding = post.get(f"{part}.{code}")
            if finding == Finding.FOUND:
                typed[part] = [*typed[part], code.value]
            elif finding == Finding.NOT_FOUND:
                typed[absent] = [*typed[absent], code.value]
        if post.get(REST) == part:
            open_ = [c.value for c in codes if c.value not in (*typed[part], *typed[absent])]
            typed[absent] = [*typed[absent], *open_]
    return typed


def from_evidence(sources: Iterable[Source], is_child: bool) -> Typed:
    """What others found, as a beginning: to be looked at again, code by code."""
    return {
        part: list(dict.fromkeys(code for source in sources for code in source.found.get(part, ())))
        for part in PARTS
        if not (part == "means" and is_child)
    }


def shown(typed: Typed, sources: list[Source], is_child: bool) -> list[dict[str, Any]]:
    """The elements with a row for each code, and beside it who ticked it and when."""
    parts = []
    for part, (absent, codes, name) in PARTS.items():
        if part == "means" and is_child:
            continue
        rows = [_row(part, code, typed, absent, sources) for code in codes]
        parts.append(
            {
                "part": part,
                "title": words.say(said.ELEMENTS[name]),
                "first": [row for row in rows if row["seen"] or row["state"] != "unknown"],
                "rest": [row for row in rows if not row["seen"] and row["state"] == "unknown"],
                "open": sum(row["state"] == "unknown" for row in rows),
            }
        )
    return parts


def _row(part: str, code: Any, typed: Typed, absent: str, sources: list[Source]) -> dict[str, Any]:
    state = (
        "found"
        if code in typed.get(part, ())
        else "not_found"
        if code in typed.get(absent, ())
        else "unknown"
    )
    return {
        "code": code.value,
        "label": words.say(said.ELEMENT_CODES[code]),
        "state": state,
        "options": [
            {"value": f.value, "label": words.say(said.FINDINGS[f.value]), "chosen": f.value == state}
            for f in Finding
        ],
        "seen": [
            {
                "who": s.agency,
                "at": present.day(s.at),
                "found": code in s.found.get(part, ()),
                "what": source_label(s),
            }
            for s in sources
            if code in (*s.found.get(part, ()), *s.absent.get(part, ()))
        ],
    }


def source_label(source: Source) -> str:
    """What kind of record it is."""
    if source.decision is not None:
        stage = words.choice_label("Stage", source.decision.stage)
        way = _("for the person") if source.decision.positive else _("against the person")
        return _("Decision: %(stage)s, %(way)s") % {"stage": stage, "way": way}
    if source.screening is not None:
        return _("Screening")
    return words.label("presume_trafficked" if source.kind == "presumption" else source.kind)


def verdict_of(action: type[Action], typed: Typed, case_id: str, may_be_child: bool | None) -> Verdict | None:
    """What the definition says of what stands in the form; None where it cannot be read."""
    given = {**forms.read(action, typed), "case": case_id}
    given.setdefault("positive", True)
    try:
        wanted = parse(action.name, given)
    except InvalidAction:
        return None
    return decide(wanted.elements_of(may_be_child)) if isinstance(wanted, Decide) else None


def said_of(verdict: Verdict) -> dict[str, Any]:
    """The verdict in words, with what follows from it for either answer."""
    outcome = verdict.outcome
    state = {Outcome.MET: "met", Outcome.NOT_MET: "declined", Outcome.OPEN: "owed"}[outcome]
    follows = {
        Outcome.MET: _("What was found is enough. A decision against the person would be refused."),
        Outcome.NOT_MET: _("An element was looked for everywhere and not found. A conclusive decision for the person "
                           "would be refused; help, labour rights and asylum go on."),
        Outcome.OPEN: _("Something is still unknown, and unknown is not absent. A decision against the person would be "
                        "refused; reasonable grounds can be given."),
    }  # fmt: skip
    return {
        "outcome": words.say(said.OUTCOMES[outcome.value]),
        "state": state,
        "sign": {"met": "✓", "declined": "–", "owed": "◔"}[state],
        "follows": follows[outcome],
        "reasons": [reason_said(r.element, r.code, r.counts) for r in verdict.reasons],
    }


def reason_said(element: str, code: str, counts: Iterable[str]) -> dict[str, str]:
    """One line of the reasoning in words; what was found is named, what is open would be a long list."""
    named = [words.say(said.ELEMENT_CODES[c]) for c in counts if code.endswith(".found")]
    return {
        "element": words.say(said.ELEMENTS[element]),
        "text": words.say(said.DEFINITION_REASONS[code]),
        "counts": present.listed(named),
    }


def unknown_elements(verdict: Verdict | None) -> list[str]:
    """The elements of which it is not known whether there was one."""
    if verdict is None:
        return []
    return [
        words.say(said.DEFINITION_REASONS[r.code]) for r in verdict.reasons if r.code.endswith(".unknown")
    ]
