"""Short texts by code: where a time limit comes from and how long it is, and what an entry says came of it.

Each is looked up only when it is asked for: a look into a catalogue costs more than the choice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tutela.doors import words

_BASES: dict[str, Callable[[], str]] = {
    "law": lambda: _("set by law"),
    "treaty": lambda: _("set by a treaty"),
    "project_target": lambda: _("this project's own target, not law"),
    "agreed": lambda: _("agreed between the agencies in a cooperation protocol, not law"),
}
_LENGTHS: dict[str, Callable[[int], str]] = {
    "hours": lambda n: ngettext("%(n)d hour", "%(n)d hours", n),
    "calendar_days": lambda n: ngettext("%(n)d day", "%(n)d days", n),
    "days": lambda n: ngettext("%(n)d day", "%(n)d days", n),
    "working_days": lambda n: ngettext("%(n)d working day", "%(n)d working days", n),
    "weeks": lambda n: ngettext("%(n)d week", "%(n)d weeks", n),
    "months": lambda n: ngettext("%(n)d month", "%(n)d months", n),
    "years": lambda n: ngettext("%(n)d year", "%(n)d years", n),
}


def basis_said(term: Any) -> str:
    """Where a time limit comes from: a target of the project is never passed off as law."""
    said = _BASES.get(str(term.basis)) if term is not None else None
    return said() if said else ""


def limit_said(term: Any) -> str:
    """The length of a time limit."""
    if term is None or term.length is None:
        return _("no length in law")
    amount, unit = term.length.amount, str(term.length.unit)
    said = _LENGTHS.get(unit)
    return (said(amount) if said else f"%(n)d {unit}") % {"n": amount}


_OUTCOMES: dict[str, Callable[[], str]] = {
    "done": lambda: _("done"),
    "recorded": lambda: _("recorded"),
    "refused": lambda: _("refused; nothing was changed"),
    "received": lambda: _("received"),
    "denied": lambda: _("not possible"),
    "duty.started": lambda: _("now owed"),
    "duty.met": lambda: _("met"),
    "duty.declined": lambda: _("declined by the person"),
    "duty.lapsed": lambda: _("ended with a reason"),
    "duty.pause": lambda: _("clock paused"),
    "duty.resume": lambda: _("clock runs again"),
    "duty.extend": lambda: _("time extended"),
    "duty.happened": lambda: _("clock noted an event"),
    "duty.retimed": lambda: _("owed sooner, as to a child"),
    "breach.opened": lambda: _("breach noted"),
    "breach.ended": lambda: _("breach ended"),
    "breach.answered": lambda: _("breach answered for"),
}


def outcome_said(outcome: str) -> str:
    """What an entry says came of it."""
    said = _OUTCOMES.get(outcome)
    return said() if said else words.readable(outcome)
