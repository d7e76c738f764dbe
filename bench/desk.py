"""A heavy desk: a caseworker whose agency sees two hundred people, and one of them with five hundred entries on file.

All of it happens through `perform`, in the year before now, as at any other agency.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from bench.people import agency
from tutela.agencies.models import Agency, Member
from tutela.agencies.sessions import open_session
from tutela.agencies.words import Role, Sector
from tutela.engine.access import Actor, acting
from tutela.engine.actions import parse
from tutela.engine.models import Entry
from tutela.engine.outcomes import Done
from tutela.engine.perform import perform
from tutela.engine.time import frozen, system_clock
from tutela.people import keys

KEY = "desk"
PEOPLE, ENTRIES = 200, 500
LANGUAGES = ("bn", "vi", "ro", "ar", "uk")
#: What happens on the long file, again and again: mostly help; now and then something is refused, or a wrong found.
_HELP: tuple[tuple[str, dict[str, Any]], ...] = (
    ("service_given", {"service": "material"}),
    ("offer_service", {"service": "medical", "in_return_for": "nothing"}),
    ("service_given", {"service": "medical"}),
    ("service_given", {"service": "psychological"}),
    ("service_given", {"service": "legal"}),
    (
        "inform_person",
        {"topics": ["rights"], "language": "bn", "interpreting": "in_person", "understood": True},
    ),
    ("service_given", {"service": "interpreting"}),
)
_WRONGS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("offer_service", {"service": "legal", "in_return_for": "testimony"}),
    ("service_was_withheld", {"service": "medical", "because": "will_not_testify"}),
)
DAYS = (*_HELP * 3, _WRONGS[0], *_HELP * 3, *_WRONGS)


@dataclass(frozen=True)
class Desk:
    """Who sits there, and the long file."""

    member: str
    long_case: UUID


def sit(people: int = PEOPLE, entries: int = ENTRIES) -> Desk:
    """Makes the desk, unless it is there: so many people with all that they are owed, the first with a long history.

    Writes   everything that the acts write, and nothing else
    """
    known = Agency.objects.filter(key=KEY).first()
    if known is not None:
        return _found(known)
    keys.refill(people + 5)
    by = agency(KEY, Sector.NGO, Role.CASEWORKER, Role.FIRST_RESPONDER)
    now = system_clock()
    first = _person(by, now - timedelta(days=360), 0)
    _lengthen(by, first, entries, now - timedelta(days=359))
    for number in range(1, people):
        _person(by, now - timedelta(days=number % 90, hours=number % 24 + 1), number)
    _screened(by, now)
    return _found(Agency.objects.get(key=KEY))


def _person(by: Actor, at: datetime, number: int) -> UUID:
    """One presumed person, mostly an adult."""
    age = (
        {"age_basis": "unknown"} if number % 20 == 19 else {"age_basis": "known", "age_low": 19 + number % 40}
    )
    language, sex = LANGUAGES[number % len(LANGUAGES)], ("female", "male")[number % 2]
    made = _did("open_case", by, at, languages=[language], sex=sex, **age)
    case = UUID(made["case"])
    _did("presume_trafficked", by, at + timedelta(minutes=20), case=case)
    return case


def _lengthen(by: Actor, case: UUID, entries: int, at: datetime) -> None:
    """Days of help and of obstacles, until the file is as long as wanted."""
    for number in count():
        with acting(by):
            last = Entry.objects.filter(subject_id=case).order_by("-seq").values_list("seq", flat=True)[0]
        if last >= entries:
            return
        name, about = DAYS[number % len(DAYS)]
        at += timedelta(hours=17)
        perform(parse(name, {"case": case, **about}), by, clock=frozen(at))


def _screened(by: Actor, at: datetime) -> None:
    """A screening that has begun, for its pages."""
    _did("begin_screening", by, at, setting="police")


def _did(name: str, by: Actor, at: datetime, **data: Any) -> Any:
    outcome = perform(parse(name, data), by, clock=frozen(at))
    assert isinstance(outcome, Done), (name, outcome)
    return outcome.made


def _found(known: Agency) -> Desk:
    member = Member.objects.select_related("agency").get(agency=known)
    with acting(open_session(member)):
        longest = Entry.objects.order_by("-seq").values_list("subject_id", flat=True)[0]
    return Desk(member.key, longest)
