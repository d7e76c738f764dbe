"""What people may read of a file: the list, the page, the timeline, what is owed. Always within `acting(actor)`.

Lists start from the grants; what is not the actor's looks like what does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef, Q

from tutela.agencies.models import Grant
from tutela.agencies.reads import agency_names
from tutela.engine import profile
from tutela.engine.access import Actor, acting
from tutela.engine.models import Breach, Duty, Entry, UrgentAct

from .beside import Beside, asked, found
from .choices import CHOICES as CHOICES
from .facts import AgeFacts
from .family_reads import unseen
from .models import Case

PAGE = 100
LINES = 50

#: What a timeline can be narrowed to, with the outcomes that each keeps.
KINDS = {
    "acts": Q(outcome__in=("done", "recorded")),
    "refusals": Q(outcome="refused"),
    "breaches": Q(outcome__startswith="breach."),
    "duties": Q(outcome__startswith="duty."),
}


@dataclass(frozen=True)
class Person:
    """One file as lists and the top of its page show it. No name is in it.

    Shape  may_be_child: None when the age is unknown or disputed; asked_as_child: presumed while a child may have been
    """

    id: UUID
    pseudonym: str
    standing: str
    age_basis: str
    age_low: int | None
    age_high: int | None
    may_be_child: bool | None
    languages: tuple[str, ...]
    sex: str
    file_kind: str
    opened_at: datetime | None = None
    presumed_at: datetime | None = None
    closed_at: datetime | None = None
    due_at: datetime | None = None
    asked_as_child: bool = False

    @property
    def decided_as_child(self) -> bool | None:
        """How a decision reads the person: a request of a child's is answered as one, however late."""
        return True if self.may_be_child is False and self.asked_as_child else self.may_be_child

    @property
    def reads_as_child(self) -> bool:
        """Whether it stands among the children: surely one, or not surely none."""
        return self.may_be_child is not False


@dataclass(frozen=True)
class People:
    """One page of the list, and where the next one starts."""

    rows: list[Person]
    after: str | None


@dataclass(frozen=True)
class Line:
    """One entry of a timeline, with what followed from it in the same act."""

    entry: Entry
    agency: str
    followed: list[Entry] = field(default_factory=list)
    also: list[Entry] = field(default_factory=list)

    @property
    def provisions(self) -> tuple[str, ...]:
        """Every provision that the act's own entries cite."""
        return tuple(dict.fromkeys(p for e in (self.entry, *self.also) for p in e.provisions))

    @property
    def codes(self) -> tuple[str, ...]:
        """Every reason of a refusal that this reader may see."""
        return tuple(dict.fromkeys(c for e in (self.entry, *self.also) for c in e.detail.get("codes") or ()))


@dataclass(frozen=True)
class Timeline:
    """Entries, newest first, and the number before which the next ones lie."""

    lines: list[Line]
    before: int | None


@dataclass(frozen=True)
class Right:
    """One duty as the rights panel shows it."""

    duty: Duty
    bearer: str
    person: Person | None = None
    case_id: UUID | None = None

    def state(self, now: datetime) -> str:
        """owed, overdue, met, declined or lapsed: overdue is a comparison, never a stored flag."""
        if self.duty.state != "open":
            return str(self.duty.state)
        return "overdue" if self.duty.due_at is not None and self.duty.due_at < now else "owed"


@dataclass(frozen=True)
class CasePage:
    """Everything that the page of one file shows to this reader."""

    person: Person
    compartments: frozenset[str]
    rights: list[Right]
    breaches: list[Breach]
    urgent: list[UrgentAct]
    timeline: Timeline
    opened_by: str
    beside: Beside
    on_file: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Owed:
    """What an agency owes: on files that it sees, and, without saying whose, on others.

    Shape  total, overdue: of everything on files that it sees, however much of it is in `rows`
    """

    rows: list[Right]
    unseen: list[dict[str, Any]]
    total: int = 0
    overdue: int = 0


_LIST = """
SELECT g.case_id, g.due_at, c.pseudonym, c.standing, c.age_basis, c.age_low, c.age_high, c.age_on, c.languages,
  c.sex, c.file_kind, c.opened_at, c.presumed_at, c.closed_at, g.child
FROM (SELECT case_id, child, due_at FROM agencies_grant
      WHERE agency_id = %(agency)s AND cut_at IS NULL AND until > (SELECT tutela_now()) AND facts {beyond}
      ORDER BY child DESC, due_at, case_id LIMIT %(limit)s) g
JOIN cases_case c ON c.id = g.case_id
ORDER BY g.child DESC, g.due_at, g.case_id
"""
#: Beyond a place in the order: children first, then by due time with those that have none last, then by id.
_BEYOND_DUE = (
    "AND child <= %(child)s AND (child < %(child)s OR due_at > %(due)s OR due_at IS NULL "
    "OR (due_at = %(due)s AND case_id > %(id)s))"
)
_BEYOND_NONE = "AND child <= %(child)s AND (child < %(child)s OR (due_at IS NULL AND case_id > %(id)s))"


def case_list(actor: Actor, at: datetime, after: str | None = None, limit: int = PAGE) -> People:
    """The files that the actor's agency sees: children first, then by what is due next.

    Shape   after: what an earlier page gave; an unknown one starts from the beginning
    """
    condition, place = beyond(after)
    params: dict[str, Any] = {"agency": actor.agency_id, "limit": limit + 1, **place}
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(_LIST.format(beyond=condition), params)
        rows = cursor.fetchall()
    last = rows[limit - 1] if len(rows) > limit else None
    return People([person_of(row, at) for row in rows[:limit]], mark(last) if last else None)


def beyond(after: str | None) -> tuple[str, dict[str, Any]]:
    """The condition on grants beyond a mark, and its parameters; nothing for a mark that cannot be read."""
    try:
        child, due, case_id = (after or "").split("~")
        when = datetime.fromisoformat(due) if due else None
        place = {"child": child == "1", "due": when, "id": UUID(case_id)}
    except ValueError:
        return "", {}
    return (_BEYOND_NONE if when is None else _BEYOND_DUE), place


def mark(row: Any) -> str:
    """Where a row stands in the order, for the next page to start beyond it."""
    return f"{int(row[14])}~{row[1].isoformat() if row[1] else ''}~{row[0]}"


def person_of(row: Any, at: datetime) -> Person:
    """A row of the list as a person."""
    names = ("id", "due_at", "pseudonym", "standing", "age_basis", "age_low", "age_high", "age_on", "languages",
             "sex", "file_kind", "opened_at", "presumed_at", "closed_at")  # fmt: skip
    values = dict(zip(names, row, strict=False))
    age_on = values.pop("age_on")
    values["languages"] = tuple(values["languages"])
    child = _may_be_child(values["age_basis"], values["age_low"], values["age_high"], age_on, at.date())
    return Person(may_be_child=child, **values)


def _may_be_child(basis: str, low: int | None, high: int | None, on: date | None, today: date) -> bool | None:
    return AgeFacts(age_basis=basis, age_low=low, age_on=on, today=today, age_high=high).may_be_child


def person(case: Case, at: datetime) -> Person:
    """A case as pages show it."""
    return Person(
        id=case.pk,
        pseudonym=case.pseudonym,
        standing=case.standing,
        age_basis=case.age_basis,
        age_low=case.age_low,
        age_high=case.age_high,
        may_be_child=_may_be_child(case.age_basis, case.age_low, case.age_high, case.age_on, at.date()),
        languages=tuple(case.languages),
        sex=case.sex,
        file_kind=case.file_kind,
        opened_at=case.opened_at,
        presumed_at=case.presumed_at,
        closed_at=case.closed_at,
        asked_as_child=_asked_as_child(case),
    )


def _asked_as_child(case: Case) -> bool:
    asked = profile.current().day(case.presumed_at) if case.presumed_at else None
    age = AgeFacts(case.age_basis, case.age_low, case.age_on, asked, case.age_high, asked_on=asked)
    return age.asked_as_child


def case_head(actor: Actor, case_id: UUID, at: datetime) -> tuple[Person, frozenset[str]] | None:
    """The person and the compartments that the actor reads; None for what is not theirs or does not exist.

    The monitor reads no file's head: who the person is, even under a pseudonym, is not what it looks after.
    """
    if actor.is_monitor:
        return None
    with acting(actor):
        return _head(actor, case_id, at)


def _head(actor: Actor, case_id: UUID, at: datetime) -> tuple[Person, frozenset[str]] | None:
    case = Case.objects.filter(pk=case_id).first()
    if case is None:
        return None
    grant = Grant.objects.filter(case_id=case_id, agency_id=actor.agency_id, cut_at=None).first()
    return person(case, at), grant.compartments if grant else frozenset({"facts"})


def case_page(
    actor: Actor,
    case_id: UUID,
    at: datetime,
    kind: str = "",
    before: int | None = None,
) -> CasePage | None:
    """All that the page of a file shows, and what was done on it; None for what is not the actor's."""
    if actor.is_monitor:
        return None
    with acting(actor):
        case = Case.objects.filter(pk=case_id).annotate(**asked(actor), done=_done()).first()
        if case is None:
            return None
        grant = Grant.objects.filter(case_id=case_id, agency_id=actor.agency_id, cut_at=None).first()
        duties = list(Duty.objects.filter(subject_id=case_id).order_by("due_at", "started_at"))
        breaches = list(Breach.objects.filter(subject_id=case_id).order_by("-opened_at"))
        urgent = list(UrgentAct.objects.filter(subject_id=case_id, reviewed_at=None).order_by("-at"))
        entries = _entries(case_id, kind, before)
        names = agency_names(
            {case.opened_by, *(d.bearer_agency_id for d in duties), *(e.agency_id for e in entries)}
        )
    return CasePage(
        person(case, at),
        grant.compartments if grant else frozenset({"facts"}),
        ordered_rights([Right(d, names.get(d.bearer_agency_id, "")) for d in duties], at),
        breaches,
        urgent,
        _timeline(entries, names),
        names.get(case.opened_by, ""),
        found(case),
        frozenset(case.done),
    )


def _done() -> ArraySubquery:
    """The names of all that was done on a file, as a column of it."""
    entries = Entry.objects.filter(subject_id=OuterRef("pk")).exclude(outcome="refused")
    return ArraySubquery(entries.order_by().values("action").distinct())


_RANK = {"overdue": 0, "owed": 1, "met": 2, "declined": 3, "lapsed": 4}


def ordered_rights(rights: list[Right], at: datetime) -> list[Right]:
    """Overdue first, then by clock; what has ended comes after."""
    far = datetime.max.replace(tzinfo=at.tzinfo)
    return sorted(rights, key=lambda r: (_RANK.get(r.state(at), 5), r.duty.due_at or far, r.duty.rule))


def _entries(subject_id: UUID, kind: str, before: int | None) -> list[Entry]:
    found = Entry.objects.filter(~unseen(), subject_id=subject_id).defer("header", "prev", "hash")
    if kind in KINDS:
        found = found.filter(KINDS[kind])
    if before is not None:
        found = found.filter(seq__lt=before)
    return list(found.order_by("-seq")[: LINES + 1])


def _timeline(entries: list[Entry], names: dict[UUID | None, str]) -> Timeline:
    """Entries of one act stand together: what was done, and under it what followed."""
    more = entries[LINES - 1].seq if len(entries) > LINES else None
    return Timeline(lines_of(entries[:LINES], names), more)


def lines_of(entries: list[Entry], names: dict[UUID | None, str]) -> list[Line]:
    """Entries as lines. A refusal is sealed once for each compartment, and is one line all the same."""
    lines: list[Line] = []
    for entry in entries:
        last = lines[-1] if lines and lines[-1].entry.act_id == entry.act_id else None
        line = Line(entry, names.get(entry.agency_id, ""))
        if last is None:
            lines.append(line)
        elif "." in last.entry.outcome and "." not in entry.outcome:
            lines[-1] = Line(entry, line.agency, [*last.followed, last.entry][::-1])
        elif "." in entry.outcome:
            last.followed.append(entry)
        else:
            last.also.append(entry)
    return lines


def timeline(actor: Actor, subject_id: UUID, kind: str = "", before: int | None = None) -> Timeline:
    """The entries of a subject that this reader may see."""
    with acting(actor):
        return timeline_of(subject_id, kind, before)


def timeline_of(subject_id: UUID, kind: str, before: int | None) -> Timeline:
    """The same, for reads that are within `acting` already."""
    entries = _entries(subject_id, kind, before)
    return _timeline(entries, agency_names({e.agency_id for e in entries}))


def owed(actor: Actor, at: datetime, limit: int = 200) -> Owed:
    """The open duties that the actor's agency bears, children first, then the most overdue.

    The monitor reads what it owes by its own role, which shows no file behind it.
    """
    with acting(actor):
        owing = Duty.objects.filter(bearer_agency_id=actor.agency_id, state="open")
        duties = list(owing.order_by("due_at")[:limit])
        late = sum(1 for d in duties if d.due_at is not None and d.due_at < at)
        counted = (len(duties), late)
        if len(duties) == limit:
            counted = (owing.count(), owing.filter(due_at__lt=at).count())
        ids = set() if actor.is_monitor else {d.subject_id for d in duties}
        cases = {c.pk: c for c in Case.objects.filter(pk__in=ids)} if ids else {}
        unseen = [] if actor.is_monitor else _unseen()
    rows = [
        Right(d, "", person(cases[d.subject_id], at) if d.subject_id in cases else None, d.subject_id)
        for d in duties
    ]
    far = datetime.max.replace(tzinfo=at.tzinfo)
    rows.sort(key=lambda r: (not (r.person is None or r.person.reads_as_child), r.duty.due_at or far))
    return Owed(rows, unseen, *counted)


def _unseen() -> list[dict[str, Any]]:
    names = ("id", "rule", "provisions", "started_at", "due_at", "escalated_to")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, rule, provisions, started_at, due_at, escalated_to FROM tutela_owed_unseen()"
        )
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


# --- what an id may be ----------------------------------------------------------------------------------
