"""From the records of a profile's file to terms and values: every field checked, nothing guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, TypeVar, cast

from tutela.engine.calendars import Length, Unit
from tutela.engine.profile_file import Path, Source
from tutela.engine.terms import AppliesTo, Basis, Ending, Extendable, Kind, OnExpiry, Term
from tutela.instrument import UnknownProvision, check_id

AGES = ("adult", "child", "all")
#: What a profile may rest on.
WRITTEN = tuple(b for b in Basis if b is not Basis.AGREED)
NATIONALITIES = ("any", "national", "foreign", "eea", "third_country")

_PROVENANCE = (
    "basis",
    "legal_basis",
    "provisions",
    "source",
    "checked_on",
    "valid_from",
    "valid_to",
    "start_known",
)
_SHARED = (*_PROVENANCE, "note", "unverified")
VALUE_FIELDS = ("value", *_SHARED)
TERM_FIELDS = (
    *("duty", "starts_on", "better", "bearer", "on_expiry", "kind", "length", "ends_on", "while_running"),
    *("extendable", "applies_to", "day_zero"),
    *_SHARED,
)
_DEFINES = ("duty", "starts_on", "better", "bearer", "on_expiry")

T = TypeVar("T")
Plain = str | int | bool | tuple[str, ...] | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that profiles may use, as the file of `default` lists them."""

    events: tuple[str, ...]
    effects: tuple[str, ...]
    bearers: tuple[str, ...]
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a profile that is no time limit, with where it comes from."""

    key: str
    value: Plain
    basis: Basis
    provisions: tuple[str, ...]
    source: str
    checked_on: date
    checked_by: str
    legal_basis: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    start_known: bool = True
    profile: str = ""
    note: str = ""

    def in_force(self, day: date) -> bool:
        """Whether it applied on that day; both ends belong to it."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Entry:
    """One entry: its own fields, and those written once above all entries of its key."""

    source: Source
    path: Path
    own: Mapping[str, Any]
    above: Mapping[str, Any]

    def get(self, name: str) -> Any:
        """The field's value, or None."""
        return self.own.get(name, self.above.get(name))

    def at(self, name: str) -> Path:
        """Where the field is written."""
        return (*self.path, name) if name in self.own or name not in self.above else (*self.path[:-2], name)

    def read(self, name: str, reader: Callable[[Any, Path], T], otherwise: T) -> T:
        """The field read by a reader, or what it is when nobody wrote it."""
        value = self.get(name)
        return otherwise if value is None else reader(value, self.at(name))


def entries(source: Source, record: object, path: Path, allowed: tuple[str, ...]) -> list[Entry]:
    """The entries of one key; what is written above `entries` holds for all of them."""
    checked = source.keys(record, (*allowed, "entries"), path)
    source.require(checked, ("entries",), path)
    above = {name: value for name, value in checked.items() if name != "entries"}
    found = []
    for n, own in enumerate(source.sequence(checked["entries"], (*path, "entries"))):
        here = (*path, "entries", n)
        found.append(Entry(source, here, source.keys(own, allowed, here), above))
    return found


def _provisions(source: Source, value: object, path: Path) -> tuple[str, ...]:
    for n, provision_id in enumerate(found := source.words(value, path)):
        try:
            check_id(provision_id)
        except UnknownProvision as error:
            hint = str(error).rpartition("; ")[2]
            source.fail(
                (*path, n), f"{provision_id!r} is no provision", f"{hint[:1].upper()}{hint[1:].rstrip('?')}."
            )
    return found


def provenance(entry: Entry, dated: bool) -> dict[str, Any]:
    """Where an entry comes from and when it holds, checked.

    Raises   ProfileError for a missing field, an unverified fact, a date from the future of its check
    """
    source = entry.source
    if entry.read("unverified", source.truth, False):
        what = "an unverified fact is used as a value"
        source.fail(
            entry.at("unverified"), what, "Check it in the official text first, or move it to open_questions."
        )
    both = {**entry.above, **entry.own}
    source.require(both, ("basis", "provisions", "source", "checked_on"), entry.path)
    basis = Basis(source.one_of(entry.get("basis"), WRITTEN, entry.at("basis"), "a basis"))
    if basis is not Basis.PROJECT_TARGET:
        source.require(both, ("legal_basis",), entry.path)
    if dated:
        source.require(both, ("valid_from",), entry.path)
    elif entry.get("valid_from") or entry.get("valid_to"):
        name = "valid_from" if entry.get("valid_from") else "valid_to"
        source.fail(
            entry.at(name), "the default profile has no dates", "Remove it, or write a country's profile."
        )
    start, end = entry.read("valid_from", source.day, None), entry.read("valid_to", source.day, None)
    if start and end and end < start:
        source.fail(
            entry.at("valid_to"), f"it ends on {end}, before it starts on {start}", "Correct one of the two."
        )
    return {
        "basis": basis,
        "legal_basis": entry.read("legal_basis", source.text, ""),
        "provisions": _provisions(source, entry.get("provisions"), entry.at("provisions")),
        "source": source.text(entry.get("source"), entry.at("source")),
        "checked_on": source.day(entry.get("checked_on"), entry.at("checked_on")),
        "valid_from": start,
        "valid_to": end,
        "start_known": entry.read("start_known", source.truth, True),
        "note": entry.read("note", source.text, ""),
    }


def length(source: Source, value: object, path: Path) -> Length:
    """An amount and a unit."""
    record = source.keys(value, ("amount", "unit"), path)
    source.require(record, ("amount", "unit"), path)
    amount = source.number(record["amount"], (*path, "amount"))
    unit = Unit(source.one_of(record["unit"], tuple(Unit), (*path, "unit"), "a unit"))
    try:
        return Length(amount, unit)
    except ValueError as error:
        source.fail((*path, "amount"), str(error), "Write the figure of the source.")


def _ending(source: Source, value: object, path: Path, events: tuple[str, ...]) -> Ending:
    record = source.keys(value, ("later_of", "earlier_of"), path)
    if len(record) != 1:
        source.fail(
            path, "an end is one of later_of and earlier_of", "Write one of them, with a list of events."
        )
    rule, names = next(iter(record.items()))
    here = (*path, rule)
    for n, name in enumerate(words := source.words(names, here)):
        source.one_of(name, ("length", *events), (*here, n), "an event of the vocabulary")
    named = tuple(name for name in words if name != "length")
    if not named:
        source.fail(
            here, "no event is named", "Name the event, or leave out ends_on where only the length counts."
        )
    return Ending(cast(Literal["later_of", "earlier_of"], rule), named, "length" in words)


def _extendable(source: Source, value: object, path: Path) -> Extendable:
    record = source.keys(value, ("by", "times", "cap"), path)
    source.require(record, ("by",), path)
    times = record.get("times")
    cap = record.get("cap")
    return Extendable(
        source.text(record["by"], (*path, "by")),
        None if times is None else source.number(times, (*path, "times")),
        None if cap is None else length(source, cap, (*path, "cap")),
    )


def _applies_to(source: Source, value: object, path: Path) -> AppliesTo:
    record = source.keys(value, ("age", "nationality", "other"), path)
    age = source.one_of(record.get("age", "all"), AGES, (*path, "age"), "an age group")
    whose = source.one_of(
        record.get("nationality", "any"), NATIONALITIES, (*path, "nationality"), "a nationality group"
    )
    other = source.text(record["other"], (*path, "other")) if "other" in record else ""
    return AppliesTo(cast(Any, age), cast(Any, whose), other)


def term(entry: Entry, key: str, words: Vocabulary, meaning: Term | None, dated: bool) -> Term:
    """One term, with what its key means taken from the default profile where the entry does not say.

    Shape    meaning: the default's term of the same key; None where the default itself is being read
    """
    source = entry.source
    both = {**entry.above, **entry.own}
    source.require(both, ("kind",) if meaning else ("kind", *_DEFINES), entry.path)
    if meaning and entry.get("better"):
        source.fail(
            entry.at("better"), f"what is better in {key} is set by the default profile", "Remove this line."
        )

    def effects(value: object, path: Path) -> tuple[str, ...]:
        for n, effect in enumerate(found := source.words(value, path)):
            source.one_of(effect, words.effects, (*path, n), "an effect of the vocabulary")
        return found

    base = meaning or Term(key=key, kind=Kind.TARGET)
    found = Term(
        key=key,
        kind=Kind(source.one_of(entry.get("kind"), tuple(Kind), entry.at("kind"), "a kind of time limit")),
        length=entry.read("length", lambda v, p: length(source, v, p), None),
        ends_on=entry.read("ends_on", lambda v, p: _ending(source, v, p, words.events), None),
        while_running=entry.read("while_running", effects, ()),
        extendable=entry.read("extendable", lambda v, p: _extendable(source, v, p), None),
        on_expiry=entry.read(
            "on_expiry", lambda v, p: OnExpiry(source.one_of(v, tuple(OnExpiry), p, "known")), base.on_expiry
        ),
        better=entry.read("better", lambda v, p: _better(source, v, p), base.better),
        bearer=entry.read("bearer", lambda v, p: source.one_of(v, words.bearers, p, "a bearer"), base.bearer),
        duty=entry.read("duty", source.text, base.duty),
        starts_on=entry.read("starts_on", source.text, base.starts_on),
        applies_to=entry.read("applies_to", lambda v, p: _applies_to(source, v, p), AppliesTo()),
        day_zero=entry.read("day_zero", source.truth, True),
    )
    _make_sense(entry, found)
    return replace(found, **provenance(entry, dated))


def _better(source: Source, value: object, path: Path) -> Literal["shorter", "longer"]:
    found = source.one_of(value, ("shorter", "longer"), path, "known")
    return "longer" if found == "longer" else "shorter"


def _make_sense(entry: Entry, found: Term) -> None:
    fail, at = entry.source.fail, entry.at
    if found.kind is Kind.NONE_IN_LAW and found.length:
        fail(at("length"), "none_in_law has no length", "Remove the length, or say which kind it is.")
    if found.kind is not Kind.NONE_IN_LAW and not (found.length or found.ends_on):
        fail(
            entry.path,
            f"a {found.kind} time limit has neither length nor end",
            "Add `length:` or `ends_on:`.",
        )
    if found.ends_on and found.ends_on.with_length and not found.length:
        fail(
            at("ends_on"),
            "it ends on a length that is not there",
            "Add `length:`, or take `length` out of the list.",
        )
    if found.length and found.ends_on and not found.ends_on.with_length:
        fail(at("ends_on"), "there is a length that does not count", "Add `length` to the list of ends_on.")
    if found.kind is Kind.MINIMUM and found.on_expiry is not OnExpiry.DECIDE_AGAIN:
        what = "a minimum never ends against the person"
        fail(at("on_expiry"), what, "Write `on_expiry: decide_again`: reaching it opens a review.")
    if found.kind is Kind.MINIMUM and found.better != "longer":
        fail(
            at("kind"),
            "a minimum is for protection, where longer is better",
            "Use maximum, fixed or target here.",
        )
    if found.kind is Kind.TARGET and found.on_expiry is not OnExpiry.ESCALATE:
        fail(at("on_expiry"), "a target that is missed escalates", "Write `on_expiry: escalate`.")
