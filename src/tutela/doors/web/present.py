"""How facts about time, age and state are said on a page. Nothing here reads the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from babel import Locale
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from tutela.cases.reads import Line, Person, Right
from tutela.doors import words
from tutela.engine import terms
from tutela.engine.actions import registry
from tutela.engine.fields import FieldKind
from tutela.engine.models import Breach, Entry
from tutela.instrument.provisions import UnknownProvision, provision

from .said import basis_said, limit_said, outcome_said

SIGNS = {"owed": "◔", "overdue": "●", "met": "✓", "declined": "–", "lapsed": "×"}


@dataclass(frozen=True)
class Cited:
    """A provision as a page cites it."""

    id: str
    title: str
    plain: str


@dataclass(frozen=True)
class ShownRight:
    """A duty in words. Each is said when a page asks for it: a list of many shows few of them."""

    right: Right
    now: datetime

    @cached_property
    def state(self) -> str:
        """owed, overdue, met, declined or lapsed."""
        return self.right.state(self.now)

    @property
    def id(self) -> UUID:
        """The duty's."""
        return self.right.duty.id

    @property
    def what(self) -> str:
        """What is owed."""
        return words.duty_label(self.right.duty.rule)

    @property
    def sign(self) -> str:
        """The state as a sign."""
        return SIGNS.get(self.state, "")

    @cached_property
    def said(self) -> str:
        """The clock in a few words."""
        return due_said(self.right, self.now)

    @property
    def who(self) -> str:
        """Who owes it."""
        return self.right.bearer or words.choice_label("Sector", self.right.duty.bearer_sector)

    @property
    def provisions(self) -> Sequence[Cited]:
        """What it follows from."""
        return cite(self.right.duty.provisions)

    @property
    def started(self) -> str:
        """When its clock began."""
        return moment(self.right.duty.started_at)

    @cached_property
    def due(self) -> str:
        """When it is due; nothing where no date is set."""
        return moment(self.right.duty.due_at)

    @property
    def due_line(self) -> str:
        """The same as a line of a list."""
        return _("due %(at)s") % {"at": self.due} if self.right.duty.due_at else ""

    @cached_property
    def _term(self) -> Any:
        saved = getattr(self.right.duty, "term", None)
        return terms.load_term(saved) if saved else None

    @property
    def basis(self) -> str:
        """Where its time limit comes from."""
        return basis_said(self._term)

    @property
    def law(self) -> str:
        """The law behind it."""
        return self._term.legal_basis if self._term else ""

    @property
    def limit(self) -> str:
        """The length of its time limit."""
        return limit_said(self._term)

    @property
    def escalated(self) -> str:
        """Whom it was passed up to."""
        to = self.right.duty.escalated_to
        return words.choice_label("Role", to) if to else ""

    @property
    def escalated_line(self) -> str:
        """The same as a line of a list."""
        return _("passed up: %(who)s") % {"who": self.escalated} if self.escalated else ""

    @property
    def act_id(self) -> UUID | None:
        """The act that began it."""
        return getattr(self.right.duty, "started_by_act", None)

    @property
    def case_id(self) -> UUID | None:
        """The file."""
        return self.right.case_id or self.right.duty.subject_id

    @property
    def pseudonym(self) -> str:
        """The person's, where the list is about many."""
        return self.right.person.pseudonym if self.right.person else ""

    @property
    def reads_as_child(self) -> bool:
        """Whether it stands among the children."""
        return self.right.person.reads_as_child if self.right.person else False


@dataclass(frozen=True)
class ShownBreach:
    """A breach in words."""

    id: UUID
    what: str
    state: str
    opened: str
    provisions: Sequence[Cited]


@dataclass(frozen=True)
class ShownLine:
    """An entry of a timeline in words, with what followed from it."""

    what: str
    sign: str
    outcome: str
    happened: str
    recorded: str
    who: str
    provisions: Sequence[Cited]
    seq: int
    has_words: bool
    notes: list[str] = field(default_factory=list)


def language() -> str:
    """The reader's language."""
    return get_language() or "en"


def is_foreign(text: str) -> bool:
    """Whether a text has stayed in English on a Chinese page: it is then marked as such, for whoever hears it."""
    return language().startswith("zh") and text.isascii() and bool(text)


def locale() -> Locale:
    """Babel's name for the reader's language."""
    return _locale(language())


@lru_cache(8)
def _locale(code: str) -> Locale:
    return Locale.parse("zh_Hans" if code.startswith("zh") else "en")


def cite(ids: Iterable[str]) -> Sequence[Cited]:
    """Provisions in the reader's language; an unknown one is shown by its id."""
    code = language()
    return tuple(_cited(one, code) for one in ids)


@lru_cache(1024)
def _cited(one: str, code: str) -> Cited:
    try:
        p = provision(one)
    except UnknownProvision:
        return Cited(one, "", "")
    return Cited(one, p.title(code), p.plain(code))


def span(length: timedelta) -> str:
    """A length of time in the unit that people would use."""
    minutes = max(0, round(length.total_seconds() / 60))
    if minutes < 60:
        return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    if minutes < 48 * 60:
        hours = minutes // 60
        return ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}
    days = minutes // (24 * 60)
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}


def moment(at: datetime | None) -> str:
    """A day and a time in the country's zone, in the reader's way of writing."""
    return _minute(_here(at), language()) if at else ""


def _here(at: datetime) -> datetime:
    """The minute on the country's clocks, without its zone: equal instants are written alike."""
    return timezone.localtime(at).replace(second=0, microsecond=0, tzinfo=None)


@lru_cache(4096)
def _minute(at: datetime, _language: str) -> str:
    return date_format(at, "DATETIME_FORMAT")


def day(at: date | None) -> str:
    """A day: of a moment, the one in the country's zone."""
    there = timezone.localtime(at) if isinstance(at, datetime) else at
    return date_format(there, "DATE_FORMAT") if there else ""


def ago(at: datetime, now: datetime) -> str:
    """How long ago, for what is fresh; else the day."""
    passed = now - at
    if timedelta(0) <= passed < timedelta(minutes=1):
        return _("just now")
    if timedelta(0) <= passed < timedelta(days=14):
        return _("%(span)s ago") % {"span": span(passed)}
    return day(at)


#: Said only when they are asked for: each look into a catalogue costs more than the choice.
_ENDED: dict[str, Callable[[], str]] = {
    "met": lambda: _("met"),
    "declined": lambda: _("declined by the person"),
    "lapsed": lambda: _("ended with a reason"),
}


def due_said(right: Right, now: datetime) -> str:
    """The clock of a duty in a few words."""
    duty, state = right.duty, right.state(now)
    if state == "overdue" and duty.due_at:
        return _("overdue by %(span)s") % {"span": span(now - duty.due_at)}
    if state == "owed":
        if duty.due_at:
            return _("%(span)s left") % {"span": span(duty.due_at - now)}
        if duty.review_at and duty.review_at <= now:
            return _("goes on until it is decided")
        if duty.review_at:
            return _("runs at least until %(day)s") % {"day": day(duty.review_at)}
        return _("running, no end date")
    if state == "met" and duty.ended_at:
        if duty.ended_at - duty.started_at < timedelta(minutes=1):
            return _("met at once")
        return _("met in %(span)s") % {"span": span(duty.ended_at - duty.started_at)}
    ended = _ENDED.get(state)
    return ended() if ended else state


def show_right(right: Right, now: datetime) -> ShownRight:
    """One duty in words."""
    return ShownRight(right, now)


def show_breach(breach: Breach) -> ShownBreach:
    """One breach in words."""
    if breach.ended_at is None:
        state = _("going on") if breach.answered_at is None else _("answered for, and going on")
    elif breach.answered_at is None:
        state = _("ended, not answered for")
    else:
        state = _("ended and answered for")
    return ShownBreach(
        breach.id, words.breach_label(breach.rule), state, moment(breach.opened_at), cite(breach.provisions)
    )


def rule_label(code: str) -> str:
    """`duty:shelter`, `breach:…`, `action:…` in words; anything else as it is."""
    kind, __, name = code.partition(":")
    named = {"duty": words.duty_label, "breach": words.breach_label, "action": words.label}
    return named[kind](name) if name and kind in named else code


def follow_said(entry: Entry) -> str:
    """What followed from an act: `now owed: a safe place to stay`."""
    rule = str(entry.detail.get("rule", ""))
    name = words.breach_label(rule) if entry.outcome.startswith("breach.") else words.duty_label(rule)
    return _("%(outcome)s: %(what)s") % {"outcome": outcome_said(entry.outcome), "what": name}


@cache
def _has_words(name: str) -> bool:
    """Whether somebody writes sentences when they do this."""
    return name in registry and any(spec.kind is FieldKind.PROSE for spec in registry.get(name).specs())


def show_line(line: Line, now: datetime) -> ShownLine:
    """One entry in words."""
    entry = line.entry
    follows = "." in entry.outcome
    notes = [follow_said(e) for e in line.followed]
    if entry.detail.get("urgent"):
        notes.append(_("urgent protective act: it ends by its clock and is reviewed"))
    if entry.detail.get("clock"):
        notes.append(_("the sending device's clock was ahead"))
    late = abs(entry.recorded_at - entry.occurred_at) > timedelta(minutes=1)
    return ShownLine(
        what=follow_said(entry) if follows else words.label(entry.action),
        sign="refused"
        if entry.outcome == "refused"
        else "breach"
        if entry.outcome.startswith("breach")
        else "",
        outcome="" if follows or entry.outcome == "done" else outcome_said(entry.outcome),
        happened=moment(entry.occurred_at),
        recorded=moment(entry.recorded_at) if late else "",
        who=line.agency,
        provisions=cite(line.provisions),
        seq=entry.seq,
        has_words=not follows and _has_words(entry.action),
        notes=notes,
    )


def age_said(person: Person) -> str:
    """The age as far as it is known; who may be a child is said to be presumed one."""
    band = ""
    if person.age_low is not None:
        same = person.age_high in (None, person.age_low)
        band = str(person.age_low) if same else f"{person.age_low}–{person.age_high}"
    basis = words.choice_label("AgeBasis", person.age_basis)
    basis = basis[:1].lower() + basis[1:]
    whole = _("%(age)s years, %(basis)s") if band else _("age %(basis)s")
    if person.may_be_child is None:
        said = _("Presumed child")
    else:
        said = _("Child") if person.may_be_child else _("Adult")
        whole = whole if band else ""
    return " · ".join(part for part in (said, whole % {"age": band, "basis": basis}) if part)


def comma() -> str:
    """What stands between two parts of a line."""
    return ", " if language() == "en" else "，"


def colon() -> str:
    """What stands between a name and its value."""
    return ": " if language() == "en" else "："


def listed(items: Iterable[Any]) -> str:
    """Several things of one kind, one after another."""
    return (", " if language() == "en" else "、").join(map(str, items))


def languages_said(codes: Iterable[str]) -> str:
    """Languages by their names in the reader's language."""
    return listed(map(language_name, codes))


def language_name(code: str) -> str:
    """One language by its name."""
    return str(locale().languages.get(code) or locale().languages.get(code.split("-")[0]) or code)
