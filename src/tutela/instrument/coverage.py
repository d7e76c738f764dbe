"""Which provisions the software has shown that it keeps: computed from rules and told stories, never typed.

The contract asks each provision for certain kinds of answer. A kind counts only by a passing story line of
that kind, told with today's rules and stories; a refusal, a duty and a breach also need a rule that names the
provision, so that no story can earn by accident what no rule holds.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Protocol

from tutela.instrument.harm import all_harm_lines
from tutela.instrument.provisions import Kind, Provision, all_guidelines, all_provisions


class OutcomeKind(StrEnum):
    """What a story's line says came of it."""

    REFUSED = "refused"
    BREACH = "breach"
    DUTY = "duty"
    FILED = "filed"
    FIGURE = "figure"
    PUBLISHED = "published"
    NONE = "none"
    LAPSE = "lapse"
    DEFINITION = "definition"
    SCREENING = "screening"
    FINDING = "finding"
    OTHER = "other"


class Status(StrEnum):
    """How far a provision, or a line of the harm list, has been shown."""

    SHOWN = "shown"
    PARTLY = "partly"
    NOT_YET = "not yet"


SHOWN_BY: Mapping[Kind, OutcomeKind] = MappingProxyType(
    {
        Kind.REFUSE: OutcomeKind.REFUSED,
        Kind.BREACH: OutcomeKind.BREACH,
        Kind.DUTY: OutcomeKind.DUTY,
        Kind.RECORD: OutcomeKind.FILED,
        Kind.MEASURE: OutcomeKind.FIGURE,
        Kind.PUBLISH: OutcomeKind.PUBLISHED,
    }
)
NEEDS_RULE = frozenset({Kind.REFUSE, Kind.BREACH, Kind.DUTY})


class RuleLike(Protocol):
    """What coverage reads of a guard, duty, breach, register, measure or publication."""

    @property
    def kind(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def provisions(self) -> Sequence[str]: ...
    @property
    def doc(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as plain data, for tests and for whoever has no registry at hand."""

    kind: Kind
    name: str
    provisions: tuple[str, ...]
    doc: str = ""


@dataclass(frozen=True, slots=True)
class StoryResult:
    """One outcome line of a told story: what it was to show, and whether it did.

    Shape    digest: that of the rules and stories it was told with; see `results.current_digest`
    """

    story: str
    file: str
    outcome_kind: OutcomeKind
    provisions: tuple[str, ...]
    passed: bool
    harm: tuple[str, ...]
    digest: str


def compute_coverage(
    rules: Iterable[RuleLike], results: Iterable[StoryResult], current_digest: str
) -> dict[str, Any]:
    """Return the coverage of all provisions and harm lines, ready for `json.dumps`.

    Shape    {"provisions": {id: {status, missing, rules, stories}}, "totals": {status: n},
             "guidelines": {group: {status: n, "of": n}}, "harm": {id: {status, stories}}}
    """
    rules, results = tuple(rules), tuple(results)
    provisions = {
        provision.id: _cover_provision(provision, rules, results, current_digest)
        for provision in all_provisions()
    }
    harm = {line.id: _cover_harm(line.id, results, current_digest) for line in all_harm_lines()}
    guidelines = {
        group.id: _count(provisions[p.id]["status"] for p in all_provisions() if p.group == group.id)
        for group in all_guidelines()
    }
    for counts in guidelines.values():
        counts["of"] = sum(counts.values())
    totals = _count(entry["status"] for entry in provisions.values())
    return {"provisions": provisions, "totals": totals, "guidelines": guidelines, "harm": harm}


def _cover_provision(
    provision: Provision, rules: tuple[RuleLike, ...], results: tuple[StoryResult, ...], current_digest: str
) -> dict[str, Any]:
    own_rules = [rule for rule in rules if provision.id in rule.provisions]
    own_results = [result for result in results if provision.id in result.provisions]
    ruled = {Kind(rule.kind) for rule in own_rules}
    told = {result.outcome_kind for result in own_results if _counts(result, current_digest)}
    missing = [
        kind
        for kind in provision.kinds
        if SHOWN_BY[kind] not in told or (kind in NEEDS_RULE and kind not in ruled)
    ]
    if not missing:
        status = Status.SHOWN
    elif len(missing) < len(provision.kinds):
        status = Status.PARTLY
    else:
        status = Status.NOT_YET
    return {
        "status": status.value,
        "missing": [kind.value for kind in missing],
        "rules": [
            {"kind": Kind(rule.kind).value, "name": rule.name, "doc": _first_line(rule.doc)}
            for rule in own_rules
        ],
        "stories": [_story_line(result, current_digest) for result in own_results],
    }


def _cover_harm(line_id: str, results: tuple[StoryResult, ...], current_digest: str) -> dict[str, Any]:
    own_results = [result for result in results if line_id in result.harm]
    shown = any(_counts(result, current_digest) for result in own_results)
    return {
        "status": (Status.SHOWN if shown else Status.NOT_YET).value,
        "stories": [_story_line(result, current_digest) for result in own_results],
    }


def _counts(result: StoryResult, current_digest: str) -> bool:
    return result.passed and result.digest == current_digest


def _story_line(result: StoryResult, current_digest: str) -> dict[str, Any]:
    return {
        "story": result.story,
        "file": result.file,
        "kind": result.outcome_kind.value,
        "passed": result.passed,
        "current": result.digest == current_digest,
    }


def _first_line(doc: str) -> str:
    return doc.strip().split("\n", 1)[0]


def _count(statuses: Iterable[str]) -> dict[str, int]:
    counts = {status.value: 0 for status in Status}
    for status in statuses:
        counts[status] += 1
    return counts
