"""The template of a group: the event that people were found in, entered once, with nothing about a person.

Whoever was found together is screened apart, for an overseer may stand in the line. A screening points to its
event; an answer never goes from one person's screening into another's.

Source   harm.md 17
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

FIELDS = ("place", "employer", "began_on", "ended_on")


class NotAnEvent(ValueError):
    """The record holds something that is not of the event; the message names it."""


@dataclass(frozen=True, slots=True)
class GroupEvent:
    """Where and when it happened and for whom the work was done.

    Units    began_on, ended_on: calendar days; none where not known
    """

    place: str
    employer: str = ""
    began_on: date | None = None
    ended_on: date | None = None

    def __post_init__(self) -> None:
        if not self.place.strip():
            raise NotAnEvent("place: say where the people were found")
        if self.began_on and self.ended_on and self.ended_on < self.began_on:
            raise NotAnEvent("ended_on: lies before began_on")

    def plain(self) -> dict[str, str | None]:
        """The event as JSON."""
        return {
            "place": self.place,
            "employer": self.employer,
            "began_on": self.began_on.isoformat() if self.began_on else None,
            "ended_on": self.ended_on.isoformat() if self.ended_on else None,
        }


def event_from(plain: Mapping[str, object]) -> GroupEvent:
    """Read an event strictly: an answer, a name or anything else that is not of the event is refused."""
    if strange := sorted(set(plain) - set(FIELDS)):
        raise NotAnEvent(f"{strange[0]}: an event holds only {', '.join(FIELDS)}; nothing about a person")
    return GroupEvent(
        place=_text(plain, "place"),
        employer=_text(plain, "employer"),
        began_on=_day(plain, "began_on"),
        ended_on=_day(plain, "ended_on"),
    )


def _text(plain: Mapping[str, object], key: str) -> str:
    value = plain.get(key) or ""
    if not isinstance(value, str):
        raise NotAnEvent(f"{key}: give it as text")
    return value.strip()


def _day(plain: Mapping[str, object], key: str) -> date | None:
    value = plain.get(key)
    if value is None or type(value) is date:
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise NotAnEvent(f"{key}: give a day like 2013-04-17") from None
