"""Country profiles: which time limits and values hold where, since when, and on whose word.

A profile is a YAML file. `default` has no dates and holds what the instrument and the widest treaties ask
for, with the project's own targets where no treaty gives a figure; a country's profile replaces entries of it
from a day on.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from tutela.engine.calendars import Calendar
from tutela.engine.profile_entries import Plain, Value, Vocabulary
from tutela.engine.profile_file import ProfileError, suggest
from tutela.engine.profile_reader import Content, read_profile
from tutela.engine.profile_values import WEEKDAYS
from tutela.engine.terms import Term, better_for_person

__all__ = ["Profile", "ProfileError", "Value", "available", "choose", "current", "load", "use"]

DEFAULT = "default"
SETTING = "TUTELA_PROFILE"
Nationality = Literal["national", "foreign", "eea", "third_country"]


@dataclass(frozen=True)
class Profile:
    """One country's time limits and values, over those of `default`.

    Shape    terms, values: by key, in the order of the file; holidays: all years; parent: None for `default`
    """

    code: str
    name: Mapping[str, str]
    checked_by: str
    terms: Mapping[str, tuple[Term, ...]]
    values: Mapping[str, tuple[Value, ...]]
    holidays: Mapping[int, Value] = field(default_factory=dict)
    open_questions: tuple[str, ...] = ()
    parent: Profile | None = None

    def at(
        self, key: str, day: date, *, child: bool | None = False, nationality: Nationality | None = None
    ) -> Any:
        """The `Term` or the plain value that held on a day.

        Raises   LookupError for a key that no profile has
        """
        if key in self._default.values:
            return self.value(key, day)
        return self.term(key, day, child=child, nationality=nationality)

    def term(
        self, key: str, day: date, *, child: bool | None = False, nationality: Nationality | None = None
    ) -> Term:
        """The term that held on a day for this person.

        Shape    child: None for an unknown or disputed age: the child's term, unless the adult's is surely
                 better for the person; nationality: None for unknown: any of the country's terms may cover it
        """
        if child is None:
            young, grown = (
                self.term(key, day, child=is_child, nationality=nationality) for is_child in (True, False)
            )
            return grown if better_for_person(young, grown) else young
        found = [
            term
            for term in self.terms.get(key, ())
            if term.in_force(day) and _covers(term, child, nationality)
        ]
        if not found:
            if self.parent is None:
                raise LookupError(f"no time limit has the key {key!r}. {suggest(key, self.terms)}")
            return self.parent.term(key, day, child=child, nationality=nationality)
        best = found[0]
        for other in found[1:]:
            best = other if better_for_person(best, other) else best
        return best

    def kept_term(
        self,
        key: str,
        started_on: date,
        today: date,
        *,
        child: bool | None = False,
        nationality: Nationality | None = None,
    ) -> Term:
        """The term of a case that began earlier: that of its start, or today's if better for the person.

        Shape    child: as it was at the start; who asked as a child is answered as one
        """
        old = self.term(key, started_on, child=child, nationality=nationality)
        new = self.term(key, today, child=child, nationality=nationality)
        return new if better_for_person(old, new) else old

    def span(self, key: str, at: datetime) -> timedelta:
        """How long a term of this day lasts, from a moment on. Raises LookupError for one without a length."""
        length = self.term(key, self.day(at)).length
        if length is None:
            raise LookupError(f"the time limit {key!r} has no length")
        return self.calendar.add(at, length) - at

    def value(self, key: str, day: date) -> Any:
        """The value that held on a day, of its key's type: text, number, truth, list of texts, or offices."""
        return self.entry(key, day).value

    def entry(self, key: str, day: date) -> Value:
        """The value that held on a day, with where it comes from."""
        for value in self.values.get(key, ()):
            if value.in_force(day):
                return value
        if self.parent is None:
            raise LookupError(f"no value has the key {key!r}. {suggest(key, self.values)}")
        return self.parent.entry(key, day)

    def flag(self, key: str, day: date) -> bool:
        """A yes-or-no value."""
        value = self.value(key, day)
        if not isinstance(value, bool):
            raise LookupError(f"{key!r} is not a yes-or-no value")
        return value

    def authority(self, office: str, day: date) -> str:
        """The sector that holds an office (`identification`, `immigration`, …) on a day."""
        for profile in (self, self._default):
            held = next((v.value for v in profile.values.get("authorities", ()) if v.in_force(day)), {})
            if isinstance(held, Mapping) and office in held:
                return str(held[office])
        raise LookupError(f"no profile says who is the authority for {office!r}")

    def day(self, at: datetime) -> date:
        """The local day of an instant, in the zone of the deciding authority."""
        return self.calendar.local_day(at)

    @cached_property
    def calendar(self) -> Calendar:
        """The calendar on which this country's clocks run."""
        weekends = self.values.get("weekend") or self._default.values["weekend"]
        dated = sorted((value.valid_from or date.min, _weekdays(value.value)) for value in weekends)
        zone = (self.values.get("time_zone") or self._default.values["time_zone"])[-1]
        days = [date.fromisoformat(day) for year in self.holidays.values() for day in _texts(year.value)]
        return Calendar(str(zone.value), dated[0][1], frozenset(days), tuple(dated[1:]))

    def keys(self) -> tuple[str, ...]:
        """All keys of terms and values, in the order of `default`."""
        return (*self._default.terms, *self._default.values)

    def history(self, key: str) -> tuple[Term | Value, ...]:
        """Everything this profile and the default say about a key, newest first: what a page shows."""
        found: list[Term | Value] = []
        for profile in (self, self.parent):
            if profile is not None:
                own: list[Term | Value] = [*profile.terms.get(key, ()), *profile.values.get(key, ())]
                found += sorted(own, key=lambda one: one.valid_from or date.min, reverse=True)
        return tuple(found)

    @property
    def _default(self) -> Profile:
        return self.parent or self


def _covers(term: Term, child: bool, nationality: Nationality | None) -> bool:
    age, whose = term.applies_to.age, term.applies_to.nationality
    if age != "all" and (age == "child") is not child:
        return False
    if whose == "any" or nationality is None or whose == nationality:
        return True
    return nationality == "foreign" or (whose == "foreign" and nationality in ("eea", "third_country"))


def _texts(value: Plain) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _weekdays(value: Plain) -> frozenset[int]:
    return frozenset(WEEKDAYS.index(name) + 1 for name in _texts(value))


def available() -> tuple[str, ...]:
    """The profiles that come with Tutela: `default` and ISO 3166 codes of three letters."""
    names = (item.name for item in resources.files("tutela.profiles").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def load(name: str) -> Profile:
    """A profile by its code, or from a file of one's own by its path.

    Raises   ProfileError naming file, line, what is wrong and what to do
    """
    if name.endswith((".yaml", ".yml")):
        path = Path(name)
        if not path.is_file():
            raise ProfileError(path.name, 0, "", "there is no such file", f"Correct {SETTING}.")
        return _profile(path.read_text(encoding="utf-8"), path.name, str(path.stem))
    return _shipped(name)


@cache
def _shipped(code: str) -> Profile:
    if code not in available():
        raise ProfileError(f"{code}.yaml", 0, "", "there is no such profile", suggest(code, available()))
    text = resources.files("tutela.profiles").joinpath(f"{code}.yaml").read_text(encoding="utf-8")
    return _profile(text, f"{code}.yaml", code)


@cache
def _words() -> Vocabulary:
    text = resources.files("tutela.profiles").joinpath(f"{DEFAULT}.yaml").read_text(encoding="utf-8")
    return read_profile(text, f"{DEFAULT}.yaml", DEFAULT, None, None).vocabulary


def _profile(text: str, file: str, code: str) -> Profile:
    if code == DEFAULT:
        return _made(read_profile(text, file, code, None, None), None)
    parent = _shipped(DEFAULT)
    return _made(read_profile(text, file, code, parent.terms, _words()), parent)


def _made(content: Content, parent: Profile | None) -> Profile:
    parts: dict[str, Any] = {name: getattr(content, name) for name in Content.PARTS}
    return Profile(**parts, parent=parent)


_used: ContextVar[Profile | None] = ContextVar("profile", default=None)
_chosen: list[str] = []


def choose(name: str) -> None:
    """Set the installation's profile by its code or path; settings call it once at the start."""
    load(name)
    _chosen[:] = [name]


def current() -> Profile:
    """The profile in use: of `use`, else the chosen one, else that of the environment, else `default`."""
    used = _used.get()
    if used is not None:
        return used
    return _cached(_chosen[0] if _chosen else os.environ.get(SETTING) or DEFAULT)


@cache
def _cached(name: str) -> Profile:
    return load(name)


@contextmanager
def use(profile: Profile | str) -> Iterator[Profile]:
    """Another profile for a while: in tests and stories."""
    taken = load(profile) if isinstance(profile, str) else profile
    token = _used.set(taken)
    try:
        yield taken
    finally:
        _used.reset(token)
