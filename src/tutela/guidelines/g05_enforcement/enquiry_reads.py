"""What is read of protection enquiries: by the office, one opened at a time; by the monitor, how they are used."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from tutela.agencies.reads import Choice, agency_names
from tutela.cases.models import Case
from tutela.cases.received import is_office
from tutela.cases.words import Standing
from tutela.engine import profile
from tutela.engine.access import Actor, acting
from tutela.engine.models import Entry
from tutela.engine.sealing import open_
from tutela.people import tokens
from tutela.people.identities import released
from tutela.people.keys import as_engine
from tutela.people.keystore.store import Request

from .enquiry_actions import COMPARTMENT, info
from .enquiry_models import Enquiry, EnquiryOnFile, EnquiryPattern
from .enquiry_words import LOOKED_BACK, OFTEN, SCREENED_WITHIN, TRIES, PatternKind

__all__ = ["is_office"]

PAGE = 100
#: How sure a match is: the very name, in whatever script; names that sound alike; parts of a name.
EXACT, NEAR, PART = "exact", "near", "part"
#: Standings from the presumption on, unless a decision against it has become final.
PROTECTED = (Standing.PRESUMED, Standing.REASONABLE_GROUNDS, Standing.IDENTIFIED)
_SURE = {"whole": EXACT, "skeleton": NEAR, "word": PART}


@dataclass(frozen=True)
class Item:
    """One question, without who it is about.

    Shape  others: how many questions of other agencies seem to be about the same person
    """

    id: UUID
    kind: str
    setting: str
    agency_id: UUID
    agency: str
    asked_at: datetime
    due_at: datetime | None
    state: str
    said: str
    called_at: datetime | None
    reference_found: bool | None
    others: int

    def is_overdue(self, now: datetime) -> bool:
        """Overdue is a comparison."""
        return self.state != "answered" and self.due_at is not None and self.due_at < now


@dataclass(frozen=True)
class Candidate:
    """A file whose person may be meant. The office sees that it is there, and what may be told; nothing else of it.

    Shape  sure: exact, near or part; age_fits: None where either age is not known
    """

    case_id: UUID
    pseudonym: str
    sure: str
    age_fits: bool | None
    is_protected: bool


@dataclass(frozen=True)
class Opened:
    """One question, opened: what was asked, files that may be meant, and who else asked for a person so named."""

    item: Item
    content: dict[str, Any] = field(repr=False)
    candidates: list[Candidate]
    others: list[Item]


@dataclass(frozen=True)
class Use:
    """How one agency uses the enquiry over the days looked back.

    Shape  tried: refused or denied tries of the act itself, which count as questions; screened: screenings begun
    """

    agency_id: UUID
    agency: str
    asked: int
    tried: int
    screened: int
    patterns: tuple[PatternKind, ...]


def listed(actor: Actor, limit: int = PAGE) -> tuple[list[Item], list[Item]]:
    """Questions that have no answer yet, the first due first; and those that have, the newest first.

    For the office and the monitor; nothing for anybody else.
    """
    with acting(actor):
        wait = Enquiry.objects.filter(answered_at=None).order_by("due_at", "asked_at")[:limit]
        done = Enquiry.objects.exclude(answered_at=None).order_by("-answered_at")[:limit]
        found = _items([*wait, *done])
    open_ones = [one for one in found if one.state != "answered"]
    return open_ones, [one for one in found if one.state == "answered"]


def waiting(actor: Actor, limit: int = PAGE) -> list[Item]:
    """Questions that have no answer yet, the first due first."""
    return listed(actor, limit)[0]


def item(actor: Actor, enquiry_id: UUID) -> Item | None:
    """One question; None for what is not there, or not the actor's."""
    with acting(actor):
        found = _items(Enquiry.objects.filter(pk=enquiry_id))
    return found[0] if found else None


def opened(actor: Actor, enquiry_id: UUID, purpose: str, at: datetime) -> Opened | None:
    """Who a question is about, for a purpose, and whom it may mean; the key store keeps the trace first.

    The monitor sees that somebody asked, and does not open it. None for what is not the actor's.

    Raises   KeyStoreDown, KeyDestroyed; ValueError: no purpose
    """
    shown = item(actor, enquiry_id) if is_office(actor) else None
    if shown is None:
        return None
    with acting(actor):
        row = Enquiry.objects.get(pk=enquiry_id)
    request = Request(actor.member_id, actor.agency_id, purpose, row.pk, COMPARTMENT, at)
    content = json.loads(open_(released(request, row.keyset_id), info(row.pk), bytes(row.sealed)))
    called = [content[one] for one in ("person_name", "other_names") if content.get(one)]
    hits = tokens.candidates(actor, enquiry_id, called, purpose, at)
    with acting(actor):
        alike = _items(Enquiry.objects.filter(pk__in=[hit.case_id for hit in hits]).order_by("-asked_at"))
    others = [one for one in alike if one.agency_id != shown.agency_id]
    return Opened(shown, content, _candidates(hits, content.get("birth_date"), at), others)


def _candidates(hits: list[tokens.Hit], born: str | None, at: datetime) -> list[Candidate]:
    today = profile.current().day(at)
    with as_engine():
        cases = {case.pk: case for case in Case.objects.filter(pk__in=[hit.case_id for hit in hits])}
    return [
        Candidate(
            case.pk, case.pseudonym, _SURE[hit.by], _fits(case, born, today), case.standing in PROTECTED
        )
        for hit in hits
        if (case := cases.get(hit.case_id)) is not None
    ]


def _fits(case: Case, born: str | None, today: date) -> bool | None:
    """Whether the year of birth fits the age on file, give or take one year: a birthday, a guess."""
    if born is None or case.age_low is None or case.age_on is None:
        return None
    age = case.age_on.year - date.fromisoformat(born).year
    return case.age_low - 1 <= age <= (case.age_high or case.age_low) + 1


def asked_about(actor: Actor, case_id: UUID) -> list[tuple[EnquiryOnFile, str]]:
    """Who asked about the person of a file, and what they were told: for whoever sees her status, and the monitor."""
    with acting(actor):
        rows = list(EnquiryOnFile.objects.filter(case_id=case_id).order_by("-asked_at")[:PAGE])
        names = agency_names({row.agency_id for row in rows})
    return [(row, names.get(row.agency_id, "")) for row in rows]


@dataclass(frozen=True)
class AskedAboutHer:
    """One question about her, as she reads it at her own door."""

    agency_id: UUID
    kind: str
    said: str
    asked_at: datetime


def of_hers(handle: str) -> list[AskedAboutHer]:
    """Who asked about her, and what they were told; nothing before the second step."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT agency_id, kind, said, asked_at FROM tutela_hers_enquiries(%s)", [handle])
        return [AskedAboutHer(*row) for row in cursor.fetchall()]


def use(actor: Actor, now: datetime) -> list[Use]:
    """How each agency uses the enquiry, those with something to look at first. For the monitor alone."""
    if not actor.is_monitor:
        return []
    since = now - profile.current().span(LOOKED_BACK, now)
    with acting(actor):
        rows = list(Enquiry.objects.filter(asked_at__gt=since))
        pairs = EnquiryPattern.objects.filter(found_at__gt=since)
        together = {
            agency for pair in pairs.values_list("enquiry__agency_id", "other__agency_id") for agency in pair
        }
        tried = _entries(since, TRIES, ("refused", "denied"))
        screened = _entries(since, ("begin_screening",), ("done",))
        agencies = {row.agency_id for row in rows} | set(tried) | together
        names = agency_names(agencies)
    found = [
        _use(agency, names.get(agency, ""), [r for r in rows if r.agency_id == agency], tried[agency],
             screened[agency], agency in together, now)
        for agency in agencies
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-len(one.patterns), -one.asked - one.tried, one.agency))


def _entries(since: datetime, actions: Iterable[str], outcomes: Iterable[str]) -> Counter[UUID]:
    found = Entry.objects.filter(recorded_at__gt=since, action__in=list(actions), outcome__in=list(outcomes))
    return Counter(agency for agency, _ in set(found.values_list("agency_id", "act_id")))


def _use(
    agency_id: UUID,
    agency: str,
    rows: list[Enquiry],
    tried: int,
    screened: int,
    together: bool,
    now: datetime,
) -> Use:
    here = profile.current()
    owed = sum(row.asked_at + here.span(SCREENED_WITHIN, row.asked_at) < now for row in rows)
    seen = {
        PatternKind.TWO_AGENCIES: together,
        PatternKind.OFTEN: len(rows) + tried >= here.value(OFTEN, here.day(now)),
        PatternKind.NOT_SCREENED: owed > screened,
        PatternKind.NO_REFERENCE: any(row.reference_found is False for row in rows),
    }
    return Use(
        agency_id, agency, len(rows), tried, screened, tuple(kind for kind, is_so in seen.items() if is_so)
    )


def _items(rows: Iterable[Enquiry]) -> list[Item]:
    found = list(rows)
    names = agency_names({row.agency_id for row in found})
    pairs = EnquiryPattern.objects.filter(enquiry__in=[row.pk for row in found]).values_list("enquiry_id")
    others = Counter(enquiry for (enquiry,) in pairs)
    return [
        Item(
            row.pk, row.kind, row.setting, row.agency_id, names.get(row.agency_id, ""), row.asked_at, row.due_at,
            row.state, row.said, row.called_at, row.reference_found, others[row.pk],
        )
        for row in found
    ]  # fmt: skip


def choices(actor: Actor, case_id: UUID | None) -> list[Choice]:
    """Questions that wait, by kind and time; nothing of who they are about."""
    with acting(actor):
        found = Enquiry.objects.filter(answered_at=None).order_by("due_at")[:PAGE]
        return [
            (str(row.pk), f"enum:EnquiryKind.{row.kind} · {row.asked_at:%Y-%m-%d %H:%M}") for row in found
        ]
