"""What a child's page shows beside what is owed: whether she is missing, how often she was, and the gaps in her help.

All of it is read from the duties that the page shows anyway.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from tutela.cases.reads import Right
from tutela.doors import words
from tutela.guidelines.g08_children.help_duties import GAPS, child_programme
from tutela.guidelines.g08_children.missing_duties import child_found

from . import present


def of_child(rights: Iterable[Right], now: datetime) -> dict[str, Any]:
    """Whether a child is missing, since when and how often; and each kind of help with its state."""
    every = sorted(rights, key=lambda r: r.duty.started_at)
    gone = [r for r in every if r.duty.rule == child_found.name]
    return {"missing": _missing(gone), "help_kinds": _help(every, now)}


def _missing(gone: list[Right]) -> dict[str, Any]:
    if not gone:
        return {}
    last = gone[-1].duty
    return {
        "since": present.moment(last.started_at) if last.state == "open" else "",
        "times": len(gone),
        "days": [present.day(r.duty.started_at) for r in gone],
    }


def _help(every: list[Right], now: datetime) -> list[dict[str, str]]:
    """Every kind of help: given, on its way, a gap, or not planned at all; nothing where no plan was ever owed."""
    newest = {r.duty.rule: r for r in every}
    programme = newest.get(child_programme.name)
    if programme is None or programme.duty.state == "lapsed":
        return []
    planned = programme.duty.state == "met" or any(rule.name in newest for rule in GAPS.values())
    return [_kind(rule.name, newest.get(rule.name), planned, now) for rule in GAPS.values()]


def _kind(rule: str, right: Right | None, planned: bool, now: datetime) -> dict[str, str]:
    if right is None:
        state, said = ("met", _("in place")) if planned else ("owed", _("not planned yet"))
    else:
        state = right.state(now)
        day = present.day(right.duty.started_at)
        said = {
            "owed": _("a gap since %(day)s") % {"day": day},
            "overdue": _("a gap since %(day)s, owed for too long") % {"day": day},
            "declined": _("the child does not want it now"),
        }.get(state, _("in place"))
    return {
        "what": words.duty_label(rule),
        "state": state,
        "sign": present.SIGNS.get(state, ""),
        "said": said,
    }
