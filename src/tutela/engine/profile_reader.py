"""Read a whole profile: its head, vocabulary, values, holidays, terms, and what must hold between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any, ClassVar, TypeVar

from tutela.engine import profile_entries as read
from tutela.engine import profile_values as values_of
from tutela.engine.profile_entries import Entry, Value, Vocabulary
from tutela.engine.profile_file import Path, Source, read_text, suggest
from tutela.engine.terms import AppliesTo, Term

_HEAD = ("profile", "name", "checked_by")
_BODY = ("values", "holidays", "terms", "open_questions")
_WORDS = ("events", "effects", "bearers", "offices")
_HOLIDAY_FIELDS = ("basis", "legal_basis", "provisions", "source", "checked_on", "note", "unverified")


@dataclass(frozen=True)
class Content:
    """What a profile's file says."""

    PARTS: ClassVar = ("code", "name", "checked_by", "terms", "values", "holidays", "open_questions")

    code: str
    name: Mapping[str, str]
    checked_by: str
    terms: Mapping[str, tuple[Term, ...]]
    values: Mapping[str, tuple[Value, ...]]
    holidays: Mapping[int, Value]
    open_questions: tuple[str, ...]
    vocabulary: Vocabulary


def read_profile(
    text: str,
    file: str,
    code: str,
    meanings: Mapping[str, tuple[Term, ...]] | None,
    words: Vocabulary | None,
) -> Content:
    """Read a profile strictly.

    Shape    meanings, words: the default's terms and vocabulary; both None for the default itself
    Raises   ProfileError at the first mistake
    """
    source = read_text(text, file)
    is_default = meanings is None
    extra = ("vocabulary",) if is_default else ("inherits",)
    body = source.keys(source.content, (*_HEAD, *extra, *_BODY), ())
    source.require(body, (*_HEAD, *extra), ())
    if body["profile"] != code:
        what = f"the profile calls itself {body['profile']!r}"
        source.fail(("profile",), what, f"Write `profile: {code}`, the name of its file.")
    if not is_default:
        source.one_of(body["inherits"], ("default",), ("inherits",), "a profile to inherit from")
    known = words or _vocabulary(source, body["vocabulary"])
    checked_by = source.text(body["checked_by"], ("checked_by",))
    return Content(
        code=code,
        name=_name(source, body["name"]),
        checked_by=checked_by,
        terms=_terms(source, body.get("terms") or {}, known, meanings, checked_by, code),
        values=_values(source, body.get("values") or {}, known, not is_default, checked_by, code),
        holidays=_holidays(source, body.get("holidays"), checked_by, code),
        open_questions=_questions(source, body.get("open_questions")),
        vocabulary=known,
    )


def _name(source: Source, record: object) -> Mapping[str, str]:
    names = source.keys(record, ("en", "zh"), ("name",))
    source.require(names, ("en", "zh"), ("name",))
    return {language: source.text(text, ("name", language)) for language, text in names.items()}


def _questions(source: Source, given: object) -> tuple[str, ...]:
    return () if given is None else source.words(given, ("open_questions",))


def _vocabulary(source: Source, record: object) -> Vocabulary:
    words = source.keys(record, _WORDS, ("vocabulary",))
    source.require(words, _WORDS, ("vocabulary",))
    return Vocabulary(**{name: source.words(words[name], ("vocabulary", name)) for name in _WORDS})


def _terms(
    source: Source,
    given: object,
    words: Vocabulary,
    meanings: Mapping[str, tuple[Term, ...]] | None,
    checked_by: str,
    code: str,
) -> Mapping[str, tuple[Term, ...]]:
    found: dict[str, tuple[Term, ...]] = {}
    for key, record in source.mapping(given, ("terms",)).items():
        path: Path = ("terms", key)
        if meanings is not None and key not in meanings:
            source.fail(path, f"no time limit has the key {key!r}", suggest(str(key), meanings))
        meaning = meanings[key][0] if meanings is not None else None
        listed = read.entries(source, record, path, read.TERM_FIELDS)
        terms = [
            replace(
                read.term(entry, key, words, meaning, meanings is not None),
                checked_by=checked_by,
                profile=code,
            )
            for entry in listed
        ]
        _no_overlap(listed, terms, [term.applies_to for term in terms])
        found[key] = tuple(terms)
    return found


def _values(
    source: Source, given: object, words: Vocabulary, dated: bool, checked_by: str, code: str
) -> Mapping[str, tuple[Value, ...]]:
    found: dict[str, tuple[Value, ...]] = {}
    record = source.keys(given, values_of.VALUE_KEYS, ("values",))
    if not dated:
        source.require(record, values_of.VALUE_KEYS, ("values",))
    for key, listed in record.items():
        entries = read.entries(source, listed, ("values", key), read.VALUE_FIELDS)
        values = [
            replace(values_of.value(entry, key, words, dated), checked_by=checked_by, profile=code)
            for entry in entries
        ]
        _no_overlap(entries, values, [AppliesTo()] * len(values))
        if key == "time_zone" and len(values) > 1:
            what = "a profile has one time zone; the zone's own history holds its changes"
            source.fail(entries[1].path, what, "Keep the newest entry.")
        found[key] = tuple(values)
    return found


_Dated = TypeVar("_Dated", Term, Value)


def _no_overlap(entries: Sequence[Entry], found: Sequence[_Dated], whose: Sequence[AppliesTo]) -> None:
    """Refuse two entries that hold for the same person on the same day."""
    for n, later in enumerate(found):
        for m in range(n):
            if _same_people(whose[m], whose[n]) and _same_days(found[m], later):
                entries[n].source.fail(
                    entries[n].path,
                    f"it holds on the same days for the same people as entry {m}",
                    "End the older with `valid_to:` the day before, or say whom each is for (`applies_to:`).",
                )


def _same_people(one: AppliesTo, other: AppliesTo) -> bool:
    if one.age != other.age and "all" not in (one.age, other.age):
        return False
    if one.nationality == other.nationality or "any" in (one.nationality, other.nationality):
        return True
    pair = {one.nationality, other.nationality}
    return "foreign" in pair and "national" not in pair


def _same_days(one: _Dated, other: _Dated) -> bool:
    starts = max(one.valid_from or date.min, other.valid_from or date.min)
    return starts <= min(one.valid_to or date.max, other.valid_to or date.max)


def _holidays(source: Source, given: object, checked_by: str, code: str) -> Mapping[int, Value]:
    """The holidays by year, each year with where it was read."""
    if given is None:
        return {}
    record = source.keys(given, (*_HOLIDAY_FIELDS, "years"), ("holidays",))
    source.require(record, ("years",), ("holidays",))
    above = {name: value for name, value in record.items() if name != "years"}
    found: dict[int, Value] = {}
    for given_year, days in source.mapping(record["years"], ("holidays", "years")).items():
        path: Path = ("holidays", "years", given_year)
        year = source.number(given_year, path)
        dates = _days_of(source, year, days, path)
        known: dict[str, Any] = read.provenance(Entry(source, path, {}, above), dated=False)
        found[year] = Value(
            key="holidays", value=dates, **{**known, "checked_by": checked_by, "profile": code}
        )
    return found


def _days_of(source: Source, year: int, given: object, path: Path) -> tuple[str, ...]:
    days = [source.day(day, (*path, n)) for n, day in enumerate(source.sequence(given, path))]
    for n, day in enumerate(days):
        if day.year != year:
            source.fail((*path, n), f"{day} is not in {year}", "Move it to the list of its own year.")
    for n, (day, following) in enumerate(pairwise(days)):
        if following <= day:
            source.fail(
                (*path, n + 1), f"{following} does not come after {day}", "Write each day once, in order."
            )
    return tuple(day.isoformat() for day in days)
