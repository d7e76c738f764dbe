"""Values of a profile that are no time limits: each read as the type that its key has."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tutela.engine.calendars import Calendar
from tutela.engine.profile_entries import Entry, Plain, Value, Vocabulary, provenance
from tutela.engine.profile_file import Path, Source

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

#: Yes-or-no facts about a country's system.
FLAGS = (
    "protection_needs_cooperation",
    "permit_needs_cooperation",
    "exploitation_abroad_counts",
    "nationals_protected",
    "casework_split_from_enforcement",
)

#: No profile shows cells of fewer people than this to a reader of the whole country.
SMALLEST_CELL = 5

#: A telephone number as it is dialled and read aloud.
_NUMBER = re.compile(r"\+?[0-9][0-9 ]{2,20}")


def value(entry: Entry, key: str, words: Vocabulary, dated: bool) -> Value:
    """One value, of the type that its key has."""
    entry.source.require({**entry.above, **entry.own}, ("value",), entry.path)
    plain = plain_value(entry.source, key, entry.get("value"), entry.at("value"), words)
    return Value(key=key, value=plain, checked_by="", **provenance(entry, dated))


VALUE_KEYS = (
    "time_zone",
    "weekend",
    "languages",
    "age_methods",
    "majority_age",
    "small_cell",
    "authorities",
    "minimum_wage",
    "helplines",
    "house_restrictions",
    "enquiry_often",
    "caseload_ceiling",
    "caseload_child_counts_as",
    "worker_silent_days",
    "child_missing_often",
    *FLAGS,
)


def plain_value(source: Source, key: str, given: object, path: Path, words: Vocabulary) -> Plain:
    """The value itself, of its key's type."""
    match key:
        case "time_zone":
            return _zone(source, given, path)
        case "weekend":
            found = source.words(given, path)
            for n, name in enumerate(found):
                source.one_of(name, WEEKDAYS, (*path, n), "a day of the week")
            if len(found) == len(WEEKDAYS):
                source.fail(
                    path, "a weekend of seven days leaves no working day", "Leave the working days out."
                )
            return found
        case "languages" | "age_methods":
            return source.words(given, path)
        case "majority_age":
            return _age(source, given, path)
        case "small_cell":
            return _small(source, given, path)
        case "authorities":
            record = source.keys(given, words.offices, path)
            return {
                office: source.one_of(who, words.bearers, (*path, office), "a bearer")
                for office, who in record.items()
            }
        case "helplines":
            return _helplines(source, given, path)
        case "house_restrictions":
            return _grounds(source, given, path)
        case (
            "enquiry_often"
            | "caseload_ceiling"
            | "caseload_child_counts_as"
            | "worker_silent_days"
            | "child_missing_often"
        ):
            return source.number(given, path)
        case "minimum_wage":
            return _wage(source, given, path)
        case _:
            return source.truth(given, path)


def _helplines(source: Source, given: object, path: Path) -> Mapping[str, str]:
    """Names with the numbers as people dial them; none where the profile is no country's."""
    record = source.mapping(given, path)
    for name, number in record.items():
        text = source.text(number, (*path, name))
        if not _NUMBER.fullmatch(text):
            source.fail(
                (*path, name), f"{text!r} is no telephone number", "Write digits, spaces and a leading +."
            )
    return {str(name): str(number) for name, number in record.items()}


def _grounds(source: Source, given: object, path: Path) -> Mapping[str, str]:
    """Restrictions that a law admits, each with its ground as it is written down; none where no country's law does."""
    record = source.mapping(given, path)
    return {str(what): source.text(ground, (*path, what)) for what, ground in record.items()}


def _wage(source: Source, given: object, path: Path) -> Mapping[str, str]:
    """The least that an hour is paid, in the smallest unit of a currency, from an age on; nothing where unknown."""
    names = ("hour_minor", "currency", "from_age")
    record = source.keys(given, names, path)
    if not record:
        return {}
    source.require(record, names, path)
    return {
        "hour_minor": str(source.number(record["hour_minor"], (*path, "hour_minor"))),
        "currency": source.text(record["currency"], (*path, "currency")),
        "from_age": str(source.number(record["from_age"], (*path, "from_age"))),
    }


def _zone(source: Source, given: object, path: Path) -> str:
    name = source.text(given, path)
    try:
        return Calendar(name).time_zone
    except ValueError as error:
        source.fail(path, str(error), "Look the name up in the IANA time zone database.")


def _age(source: Source, given: object, path: Path) -> int:
    age = source.number(given, path)
    if age < 18:
        source.fail(
            path, f"a majority age of {age} leaves children without protection", "Write 18 or more (P10)."
        )
    return age


def _small(source: Source, given: object, path: Path) -> int:
    least = source.number(given, path)
    if least < SMALLEST_CELL:
        source.fail(path, f"cells of {least} point at people", f"Write {SMALLEST_CELL} or more (G3.3).")
    return least
