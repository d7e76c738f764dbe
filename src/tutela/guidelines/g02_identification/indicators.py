"""The signs of trafficking as data, their published weights, and the rule that reads them.

A sign opens a question. It proves nothing, and its absence disproves nothing. Where the weights of a list
were not found, nothing is scored by that list, and the answer says so.

Source   indicators.yaml; provision G2.1
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tutela.instrument.strict_yaml import StrictYamlError, check_keys, load_strict_file

INDICATORS_FILE = Path(__file__).with_name("indicators.yaml")


class Weight(StrEnum):
    """How much a published list lets a sign count."""

    STRONG = "S"
    MEDIUM = "M"
    WEAK = "W"


class DimensionKind(StrEnum):
    """What a group of signs speaks to."""

    MEANS = "means"
    VULNERABILITY = "vulnerability"
    EXPLOITATION = "exploitation"


class Combination(StrEnum):
    """What the positive dimensions mean together. Some raise a case; none closes one."""

    NOTHING_POSITIVE = "nothing_positive"
    VULNERABILITY_ONLY = "vulnerability_only"
    LABOUR_RIGHTS_CASE = "labour_rights_case"
    DECEIVED_AND_EXPLOITED = "deceived_and_exploited"
    FORCED_AND_EXPLOITED = "forced_and_exploited"
    CHILD_EXPLOITED = "child_exploited"
    PERSON_DECIDES = "person_decides"

    @property
    def raises(self) -> bool:
        """Whether the signs together are an indication that somebody trained should look at."""
        return self not in {
            Combination.NOTHING_POSITIVE,
            Combination.VULNERABILITY_ONLY,
            Combination.LABOUR_RIGHTS_CASE,
        }


@dataclass(frozen=True, slots=True)
class Indicator:
    """One sign. `context` signs are shown and never weigh; `observed` ones are weak and never count alone."""

    id: str
    en: str
    zh: str
    dimension: str | None
    weights: Mapping[str, Weight | None]
    context: bool = False
    observed: bool = False
    supports: str | None = None

    def weight(self, profile_id: str) -> Weight | None:
        """The weight that counts; none for context, for a list it is not on, or where it was not found."""
        return None if self.context else self.weights.get(profile_id)


@dataclass(frozen=True, slots=True)
class Dimension:
    """A group of signs that are counted together."""

    id: str
    kind: DimensionKind
    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A published list of weights. An incomplete list scores nothing."""

    id: str
    child: bool
    situation: str
    complete: bool
    verified: bool
    note: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many signs of each weight one dimension holds."""

    strong: int = 0
    medium: int = 0
    weak: int = 0

    @property
    def total(self) -> int:
        return self.strong + self.medium + self.weak


@dataclass(frozen=True, slots=True)
class Threshold:
    """One line of the decision rule: reached by these counts within one dimension."""

    strong: int = 0
    medium: int = 0
    weak: int = 0
    medium_or_weak: int = 0

    def reached_by(self, count: Count) -> bool:
        """A heavier sign may stand in for a lighter one, so that more can never mean less."""
        heavy = count.strong + count.medium
        return (
            count.strong >= self.strong
            and heavy >= self.strong + self.medium
            and count.total >= self.strong + self.medium + self.weak + self.medium_or_weak
        )


@dataclass(frozen=True, slots=True)
class Score:
    """What the signs come to by one complete list."""

    profile: Profile
    counts: Mapping[str, Count]
    positive: frozenset[str]
    combination: Combination


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All signs, dimensions, lists and the rule, as one version."""

    version: int
    indicators: Mapping[str, Indicator]
    dimensions: Mapping[str, Dimension]
    profiles: Mapping[str, Profile]
    thresholds: tuple[Threshold, ...]
    escalation: Mapping[str, str]

    def profile_for(self, situation: str, child: bool) -> Profile | None:
        """The list for this kind of situation and age, if one was ever published."""
        return next(
            (it for it in self.profiles.values() if (it.situation, it.child) == (situation, child)), None
        )

    def with_escalation(self, sign_ids: Iterable[str]) -> frozenset[str]:
        """Add the heavier twin of a sign once exploitation runs."""
        signs = frozenset(sign_ids)
        if not any(self._is_exploitation(sign_id) for sign_id in signs):
            return signs
        return signs | {heavier for sign_id, heavier in self.escalation.items() if sign_id in signs}

    def score(self, profile: Profile, sign_ids: Iterable[str]) -> Score | None:
        """Count the signs by one list; none where its weights are missing: such a list scores nothing."""
        if not profile.complete:
            return None
        signs = [self.indicators[sign_id] for sign_id in sorted(self.with_escalation(sign_ids))]
        counts = {dimension: self._count(profile, dimension, signs) for dimension in self.dimensions}
        positive = frozenset(
            dimension
            for dimension, count in counts.items()
            if any(threshold.reached_by(count) for threshold in self.thresholds)
        )
        combination = _combine(profile, positive, self.dimensions)
        return Score(profile, MappingProxyType(counts), positive, combination)

    def _is_exploitation(self, sign_id: str) -> bool:
        dimension = self.indicators[sign_id].dimension
        return dimension is not None and self.dimensions[dimension].kind is DimensionKind.EXPLOITATION

    def _count(self, profile: Profile, dimension: str, signs: Iterable[Indicator]) -> Count:
        """Answered signs by weight; beside one of them, all that was only observed adds one weak sign."""
        signs = list(signs)
        weights = [sign.weight(profile.id) for sign in signs if sign.dimension == dimension]
        strong, medium = weights.count(Weight.STRONG), weights.count(Weight.MEDIUM)
        weak = weights.count(Weight.WEAK)
        seen = any(sign.observed and not sign.context and sign.supports == dimension for sign in signs)
        if seen and strong + medium + weak:
            weak += 1
        return Count(strong, medium, weak)


def _combine(profile: Profile, positive: frozenset[str], dimensions: Mapping[str, Dimension]) -> Combination:
    """The published combinations; any other mixture with a means in it is left to a person, so it raises."""
    kinds = {dimensions[dimension].kind for dimension in positive}
    exploited, means = DimensionKind.EXPLOITATION in kinds, DimensionKind.MEANS in kinds
    if exploited and profile.child:
        return Combination.CHILD_EXPLOITED
    if exploited and means:
        return _recruited_and_exploited(positive)
    if means or (exploited and DimensionKind.VULNERABILITY in kinds):
        return Combination.PERSON_DECIDES  # intent is enough, and abuse of vulnerability may be the means
    if exploited:
        return Combination.LABOUR_RIGHTS_CASE
    return Combination.VULNERABILITY_ONLY if kinds else Combination.NOTHING_POSITIVE


def _recruited_and_exploited(positive: frozenset[str]) -> Combination:
    deceived, forced = "deceptive_recruitment" in positive, "coercive_recruitment" in positive
    if "coercion_at_destination" in positive and (deceived or forced):
        return Combination.FORCED_AND_EXPLOITED
    return Combination.DECEIVED_AND_EXPLOITED if deceived else Combination.PERSON_DECIDES


@cache
def catalogue() -> Catalogue:
    """The signs that ship with the package."""
    return load_catalogue(INDICATORS_FILE)


def load_catalogue(path: Path) -> Catalogue:
    """Read a file of signs strictly.

    Raises   StrictYamlError naming the place and the mistake
    """
    keys = (
        "version", "sources", "profiles", "positive_if_any", "dimensions", "observed_signs", "escalation",
    )  # fmt: skip
    data = check_keys(load_strict_file(path), required=keys, where=path.name)
    profiles = [_profile(record) for record in data["profiles"]]
    profile_ids = [profile.id for profile in profiles]
    dimensions = [_dimension(record) for record in data["dimensions"]]
    indicators = [
        _indicator(record, dimension["id"], profile_ids)
        for dimension in data["dimensions"]
        for record in dimension["indicators"]
    ]
    observed = [
        _observed(record, profile_ids, [dimension.id for dimension in dimensions])
        for record in data["observed_signs"]
    ]
    by_id = _by_id([*indicators, *observed], "indicator")
    return Catalogue(
        version=data["version"],
        indicators=by_id,
        dimensions=_by_id(dimensions, "dimension"),
        profiles=_by_id(profiles, "profile"),
        thresholds=tuple(_threshold(record) for record in data["positive_if_any"]),
        escalation=MappingProxyType(dict(_escalation(record, by_id) for record in data["escalation"])),
    )


def _by_id(records: Iterable[Any], what: str) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for record in records:
        if record.id in found:
            raise StrictYamlError(f"{what} {record.id}: written twice")
        found[record.id] = record
    return MappingProxyType(found)


def _profile(record: Any) -> Profile:
    required = ("id", "child", "situation", "complete", "verified", "source", "via", "note")
    row = check_keys(record, required=required, optional=("indicators",), where="profiles")
    return Profile(*(row[key] for key in ("id", "child", "situation", "complete", "verified", "note")))


def _dimension(record: Any) -> Dimension:
    row = check_keys(record, required=("id", "kind", "en", "zh", "indicators"), where="dimensions")
    return Dimension(row["id"], DimensionKind(row["kind"]), row["en"], row["zh"])


def _indicator(record: Any, dimension: str, profile_ids: Iterable[str]) -> Indicator:
    row = check_keys(record, required=("id", "en", "zh", "weights"), optional=("use",), where=dimension)
    weights: dict[str, Weight | None] = {}
    for profile_id, weight in row["weights"].items():
        if profile_id not in profile_ids:
            raise StrictYamlError(f"{row['id']}: no list is called {profile_id!r}")
        weights[profile_id] = None if weight is None else _weight(weight, row["id"])
    return Indicator(
        row["id"], row["en"], row["zh"], dimension, MappingProxyType(weights), context=_is_context(row)
    )


def _observed(record: Any, profile_ids: Iterable[str], dimensions: Iterable[str]) -> Indicator:
    row = check_keys(
        record, required=("id", "en", "zh"), optional=("use", "supports"), where="observed_signs"
    )
    supports = row.get("supports")
    if supports is not None and supports not in dimensions:
        raise StrictYamlError(f"{row['id']}: no dimension is called {supports!r}")
    weights = MappingProxyType(dict.fromkeys(profile_ids, Weight.WEAK))
    return Indicator(
        row["id"], row["en"], row["zh"], None, weights, _is_context(row), observed=True, supports=supports
    )


def _weight(weight: object, where: str) -> Weight:
    for known in Weight:
        if known.value == weight:
            return known
    raise StrictYamlError(f"{where}: a weight is S, M, W or null, not {weight!r}")


def _is_context(row: Mapping[str, Any]) -> bool:
    if row.get("use", "context") != "context":
        raise StrictYamlError(f"{row['id']}: the only use is context, not {row['use']!r}")
    return "use" in row


def _threshold(record: Any) -> Threshold:
    parts = ("strong", "medium", "weak", "medium_or_weak")
    return Threshold(**check_keys(record, required=(), optional=parts, where="positive_if_any"))


def _escalation(record: Any, known: Mapping[str, Indicator]) -> tuple[str, str]:
    row = check_keys(record, required=("from", "to"), where="escalation")
    for end in (row["from"], row["to"]):
        if end not in known:
            raise StrictYamlError(f"escalation: no indicator is called {end!r}")
    return row["from"], row["to"]
