"""The definition's findings and verdict as plain JSON: what a journal entry, an API or a story holds.

Shape    {"acts": {"harbouring": "found"}, "means": {...}, "purposes": {...}, "intended_only": false,
         "consented": true|false|null, "child": true|false|null, "circumstances": ["suspect_acquitted"]}
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from tutela.guidelines.g02_identification.definition import (
    ActElement,
    Circumstance,
    Elements,
    Finding,
    MeansElement,
    PurposeElement,
    Verdict,
)

Code = TypeVar("Code", bound=StrEnum)

_KEYS = ("acts", "means", "purposes", "intended_only", "consented", "child", "circumstances")


class NotElements(ValueError):
    """The record is not one of findings: the message says where, and what is possible there."""


def elements_from(plain: Mapping[str, object]) -> Elements:
    """Read findings strictly: an unknown key or code is refused by name, what is left out is unknown.

    A child's record is refused if it holds findings on means, which must neither be asked nor weighed (G8.1).
    """
    if unknown := sorted(set(plain) - set(_KEYS)):
        raise NotElements(f"{unknown[0]}: not a part of the definition; use one of {', '.join(_KEYS)}")
    child = _maybe(plain, "child")
    if child and plain.get("means"):
        raise NotElements("means: neither asked nor weighed for a child; leave this part out")
    return Elements(
        acts=_findings(plain, "acts", ActElement),
        means=_findings(plain, "means", MeansElement),
        purposes=_findings(plain, "purposes", PurposeElement),
        intended_only=_maybe(plain, "intended_only") is True,
        consented=_maybe(plain, "consented"),
        child=child,
        circumstances=_circumstances(plain.get("circumstances")),
    )


def plain_elements(elements: Elements) -> dict[str, object]:
    """Findings as JSON; a child's record has no part on means."""
    record: dict[str, object] = {
        "acts": {code.value: finding.value for code, finding in elements.acts.items()},
        "purposes": {code.value: finding.value for code, finding in elements.purposes.items()},
        "intended_only": elements.intended_only,
        "consented": elements.consented,
        "child": elements.child,
        "circumstances": sorted(elements.circumstances),
    }
    if elements.child is not True:
        record["means"] = {code.value: finding.value for code, finding in elements.means.items()}
    return record


def plain_verdict(verdict: Verdict) -> dict[str, object]:
    """A verdict as JSON, in the order in which it was reasoned."""
    return {
        "outcome": verdict.outcome.value,
        "by_child_rule": verdict.by_child_rule,
        "reasons": [
            {"element": reason.element, "code": reason.code, "counts": list(reason.counts)}
            for reason in verdict.reasons
        ],
    }


def _findings(plain: Mapping[str, object], part: str, codes: type[Code]) -> dict[Code, Finding]:
    given = plain.get(part, {})
    if not isinstance(given, Mapping):
        raise NotElements(f"{part}: give each code its finding, for example {next(iter(codes))}: found")
    return {_one(codes, key, part): _one(Finding, value, f"{part}.{key}") for key, value in given.items()}


def _circumstances(given: object) -> frozenset[Circumstance]:
    if given is None:
        return frozenset()
    if not isinstance(given, (list, tuple)):
        raise NotElements("circumstances: give a list of codes")
    return frozenset(_one(Circumstance, code, "circumstances") for code in given)


def _maybe(plain: Mapping[str, object], key: str) -> bool | None:
    value = plain.get(key)
    if value is None or isinstance(value, bool):
        return value
    raise NotElements(f"{key}: true, false, or null for unknown; not {value!r}")


def _one(codes: type[Code], value: object, where: str) -> Code:
    for code in codes:
        if code.value == value:
            return code
    raise NotElements(f"{where}: {value!r} is none of {', '.join(codes)}")
