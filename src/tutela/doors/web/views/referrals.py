"""Referrals: what was sent and what came back, what came in and waits for an answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tutela.doors import words
from tutela.guidelines.g02_identification import reads

from .. import present
from .gate import Asking, signed_in

#: So many lines stand open; those that wait for an answer always do.
FIRST = 6


@signed_in
def referrals(request: Asking) -> HttpResponse:
    """My agency's referrals, sent and received."""
    sent, received = reads.referrals(request.who.actor)
    return render(request, "tutela/referrals.html", {"sent": _folded(sent), "received": _folded(received)})


def _folded(lines: Iterable[reads.ReferralLine]) -> dict[str, list[dict[str, Any]]]:
    """What waits for an answer, then the newest; everything older is one click away."""
    waiting: list[dict[str, Any]] = []
    answered: list[dict[str, Any]] = []
    for line in lines:
        (waiting if line.state == "sent" else answered).append(_shown(line))
    left = max(FIRST - len(waiting), 2)
    return {"first": waiting + answered[:left], "rest": answered[left:]}


_STATES = {"sent": "owed", "accepted": "met", "declined": "declined", "done": "met", "withdrawn": "lapsed"}


def _shown(line: reads.ReferralLine) -> dict[str, Any]:
    state = _STATES.get(line.state, "owed")
    said = {
        "sent": _("no answer yet"),
        "accepted": _("accepted"),
        "declined": _("declined"),
        "done": _("done"),
        "withdrawn": _("taken back by the person"),
    }.get(line.state, line.state)
    return {
        "line": line,
        "state": state,
        "sign": present.SIGNS[state],
        "said": said,
        "why": words.choice_label("DeclineWhy", line.decline_reason) if line.decline_reason else "",
        "purpose": words.choice_label("Purpose", line.purpose),
        "sent": present.moment(line.sent_at),
        "answered": present.moment(line.answered_at),
        "waits": line.state == "sent",
        "due": present.moment(line.due_at) if line.state == "sent" else "",
    }
