"""How facts about time, age and state are said on a page. Nothing here reads the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from babel import Locale
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from tutela.cases.reads import Line, Person, Right
from tutela.doors import words
from tutela.engine import terms
from tutela.engine.models import Breach, Entry
from tutela.instrument.provisions import UnknownProvision, provision

SIGNS = {"owed": "◔", "overdue": "●", "met": "✓", "declined": "–", "lapsed": "×"}


@dataclass(frozen=True)
class Cited:
    """A provision as a page cites it."""

    id: str
    title: str
    plain: str


@dataclass(frozen=True)
class ShownRight:
    """A duty in words."""

    id: UUID
    what: str
    state: str
    sign: str
    said: str
    who: str
    provisions: Sequence[Cited]
    started: str
    due: str
    basis: str
    law: str
    limit: str
    escalated: str
    act_id: UUID | None = None
    case_id: UUID | None = None
    pseudonym: str = ""
    reads_as_child: bool = False


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
    notes: list[str] = field(default_factory=list)


def language() -> str:
    """The reader's language."""
    return get_language() or "en"


def is_foreign(text: str) -> bool:
    """Whether a text has stayed in English on a Chinese page: it is then marked as such, for whoever hears it."""
    return language().startswith("zh") and text.isascii() and bool(text)


def locale() -> Locale:
    """Babel's name for the reader's language."""
    return Locale.parse("zh_Hans" if language().startswith("zh") else "en")


def cite(ids: Iterable[str]) -> list[Cited]:
    """Provisions in the reader's language; an unknown one is shown by its id."""
    found = []
    for one in ids:
        try:
            p = provision(one)
            found.append(Cited(one, p.title(language()), p.plain(language())))
        except UnknownProvision:
            found.append(Cited(one, "", ""))
    return found


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
    return date_format(timezone.localtime(at), "DATETIME_FORMAT") if at else ""


def day(at: datetime | None) -> str:
    """A day in the country's zone."""
    return date_format(timezone.localtime(at), "DATE_FORMAT") if at else ""


def ago(at: datetime, now: datetime) -> str:
    """How long ago, for what is fresh; else the day."""
    passed = now - at
    if timedelta(0) <= passed < timedelta(days=14):
        return _("%(span)s ago") % {"span": span(passed)}
    return day(at)


def due_said(right: Right, now: datetime) -> str:
    """The clock of a duty in a few words."""
    duty, state = right.duty, right.state(now)
    if state == "overdue" and duty.due_at:
        return _("overdue by %(span)s") % {"span": span(now - duty.due_at)}
    if state == "owed":
        if duty.due_at:
            return _("%(span)s left") % {"span": span(duty.due_at - now)}
        if duty.review_at:
            return _("runs at least until %(day)s") % {"day": day(duty.review_at)}
        return _("running, no end date")
    if state == "met" and duty.ended_at:
        return _("met in %(span)s") % {"span": span(duty.ended_at - duty.started_at)}
    return {
        "met": _("met"),
        "declined": _("declined by the person"),
        "lapsed": _("ended with a reason"),
    }.get(state, state)


def show_right(right: Right, now: datetime) -> ShownRight:
    """One duty in words."""
    duty, state = right.duty, right.state(now)
    term = terms.load_term(duty.term) if getattr(duty, "term", None) else None
    return ShownRight(
        id=duty.id,
        what=words.duty_label(duty.rule),
        state=state,
        sign=SIGNS.get(state, ""),
        said=due_said(right, now),
        who=right.bearer or sector_label(duty.bearer_sector),
        provisions=cite(duty.provisions),
        started=moment(duty.started_at),
        due=moment(duty.due_at),
        basis=basis_said(term),
        law=term.legal_basis if term else "",
        limit=limit_said(term),
        escalated=role_label(duty.escalated_to) if duty.escalated_to else "",
        act_id=getattr(duty, "started_by_act", None),
        case_id=right.case_id or duty.subject_id,
        pseudonym=right.person.pseudonym if right.person else "",
        reads_as_child=right.person.reads_as_child if right.person else False,
    )


def basis_said(term: Any) -> str:
    """Where a time limit comes from: a target of the project is never passed off as law."""
    if term is None:
        return ""
    return {
        "law": _("set by law"),
        "treaty": _("set by a treaty"),
        "project_target": _("this project's own target, not law"),
    }.get(str(term.basis), "")


def limit_said(term: Any) -> str:
    """The length of a time limit."""
    if term is None or term.length is None:
        return _("no length in law")
    amount, unit = term.length.amount, str(term.length.unit)
    return {
        "hours": ngettext("%(n)d hour", "%(n)d hours", amount),
        "calendar_days": ngettext("%(n)d day", "%(n)d days", amount),
        "days": ngettext("%(n)d day", "%(n)d days", amount),
        "working_days": ngettext("%(n)d working day", "%(n)d working days", amount),
        "weeks": ngettext("%(n)d week", "%(n)d weeks", amount),
        "months": ngettext("%(n)d month", "%(n)d months", amount),
        "years": ngettext("%(n)d year", "%(n)d years", amount),
    }.get(unit, f"%(n)d {unit}") % {"n": amount}


def show_breach(breach: Breach) -> ShownBreach:
    """One breach in words."""
    if breach.ended_at is None:
        state = _("going on")
    elif breach.answered_at is None:
        state = _("ended, not answered for")
    else:
        state = _("ended and answered for")
    return ShownBreach(
        breach.id, words.breach_label(breach.rule), state, moment(breach.opened_at), cite(breach.provisions)
    )


def outcome_said(outcome: str) -> str:
    """What an entry says came of it."""
    return {
        "done": _("done"),
        "recorded": _("recorded"),
        "refused": _("refused; nothing was changed"),
        "received": _("received"),
        "denied": _("not possible"),
        "duty.started": _("now owed"),
        "duty.met": _("met"),
        "duty.declined": _("declined by the person"),
        "duty.lapsed": _("ended with a reason"),
        "duty.pause": _("clock paused"),
        "duty.resume": _("clock runs again"),
        "duty.extend": _("time extended"),
        "duty.happened": _("clock noted an event"),
        "duty.retimed": _("owed sooner, as to a child"),
        "breach.opened": _("breach noted"),
        "breach.ended": _("breach ended"),
        "breach.answered": _("breach answered for"),
    }.get(outcome, words.readable(outcome))


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


def languages_said(codes: Iterable[str]) -> str:
    """Languages by their names in the reader's language."""
    return (", " if language() == "en" else "、").join(language_name(code) for code in codes)


def language_name(code: str) -> str:
    """One language by its name."""
    return str(locale().languages.get(code) or locale().languages.get(code.split("-")[0]) or code)


def standing_label(value: str) -> str:
    """Where a person stands."""
    return words.choice_label("Standing", value)


def sector_label(value: str) -> str:
    """What an agency is."""
    return words.choice_label("Sector", value)


def role_label(value: str) -> str:
    """What a member does."""
    return words.choice_label("Role", value)
