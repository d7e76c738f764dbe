"""Her messages: one thread with each agency that serves her, after the second step, newest first."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tutela.agencies.reads import agency_names
from tutela.cases import own_door_reads as reads
from tutela.cases import thread_reads
from tutela.doors import words
from tutela.doors.now import clock
from tutela.people.keystore.store import KeyDestroyed, KeyStoreDown

from .gate import Her, hers
from .pages import named, told
from .sent import does
from .shown import day, moment, page

#: So much of a thread is on one page, in bytes: with the rest of the page it stays under thirty kilobytes.
ROOM = 12_000
LONGEST = 2000


@dataclass(frozen=True)
class Line:
    """One agency that she can write to, or wrote with before."""

    agency_id: UUID
    name: str
    number: int
    newest: datetime | None
    serves: bool


@hers
def messages(request: HttpRequest, her: Her) -> HttpResponse:
    """The list of threads, or one of them by its place in the list."""
    if not her.is_open:
        return HttpResponseRedirect(reverse("my:second"))
    lines = _lines(her)
    if request.method == "POST":
        return _sent(request, her, lines)
    chosen = _chosen(request.GET.get("w", ""), lines)
    if chosen is not None:
        return _thread(request, her, chosen, lines.index(chosen) + 1)
    shown = [
        {
            "name": one.name,
            "place": place,
            "said": ngettext("%(n)s message", "%(n)s messages", one.number) % {"n": one.number}
            if one.number
            else _("Nothing written yet"),
            "is_new": bool(one.newest and (her.last_before is None or one.newest > her.last_before)),
        }
        for place, one in enumerate(lines, 1)
    ]
    return page("portal/messages.html", {"her": her, "threads": shown, "told": told(request)})


def _lines(her: Her) -> list[Line]:
    counts = thread_reads.counts_of_hers(her.actor.handle)
    sees = [one.agency_id for one in reads.receivers(her.actor.handle)]
    sectors = reads.sectors({*sees, *counts})
    serving = [one for one in sees if thread_reads.serves(sectors.get(one))]
    every = list(dict.fromkeys([*serving, *counts]))
    names = agency_names(every)
    found = []
    for one in every:
        number, newest = counts.get(one, (0, None))
        found.append(Line(one, named(one, names, sectors), number, newest, one in serving))
    return found


def _chosen(text: str, lines: Sequence[Line]) -> Line | None:
    place = int(text) if text.isdecimal() and len(text) < 4 else 0
    return lines[place - 1] if 0 < place <= len(lines) else None


def _sent(request: HttpRequest, her: Her, lines: list[Line]) -> HttpResponse:
    typed = request.POST.get("words", "").strip()[:LONGEST]
    chosen = next((one for one in lines if str(one.agency_id) == request.POST.get("a")), None)
    if chosen is None or not chosen.serves:
        return _away("", "no")
    place = lines.index(chosen) + 1
    if not typed:
        return _thread(request, her, chosen, place, empty=True)
    data = {"case": her.case_id, "words": typed, "language": her.language, "to_agency": chosen.agency_id}
    done = does(her, "write_message", request.POST.get("key", ""), **data)
    return _away(f"w={place}&", "written" if done else "no")


def _away(where: str, code: str) -> HttpResponse:
    response = HttpResponseRedirect(f"{reverse('my:messages')}?{where}d={code}")
    response.status_code = 303
    return response


def _thread(request: HttpRequest, her: Her, one: Line, place: int, empty: bool = False) -> HttpResponse:
    context: dict[str, Any] = {
        "her": her,
        "one": one,
        "key": uuid.uuid4(),
        "told": told(request),
        "empty": empty,
        "longest": LONGEST,
        "place": place,
    }
    try:
        thread = thread_reads.of_hers(her.actor, her.case_id, one.agency_id, clock()())
        context |= _fitting(thread, _from(request.GET.get("p", "")))
    except (KeyStoreDown, KeyDestroyed):
        context["down"] = True
    return page("portal/thread.html", context, status=422 if empty else 200)


def _from(text: str) -> int:
    return min(int(text), thread_reads.MOST) if text.isdecimal() and len(text) < 4 else 0


def _fitting(thread: thread_reads.Thread, start: int) -> dict[str, Any]:
    """As many messages as a page has room for, and where the older ones start."""
    shown: list[dict[str, Any]] = []
    used = 0
    for line in thread.lines[start:]:
        text = thread.words[line.id]
        used += len(escape(text).encode()) + 300
        if shown and used > ROOM:
            break
        shown.append(_said(line, text))
    older = start + len(shown)
    return {"lines": shown, "older": older if older < len(thread.lines) else 0, "start": start}


def _said(line: thread_reads.Line, text: str) -> dict[str, Any]:
    who = ", ".join(words.choice_label("Role", role) for role in line.roles[:2])
    if line.from_her:
        who = _("You") if not line.through else _("You; somebody wrote it down for you")
    if not line.from_her:
        read = ""
    elif line.read_at is None:
        read = _("Not read yet")
    else:
        roles = ", ".join(words.choice_label("Role", role) for role in line.read_roles[:2])
        read = _("Read on %(day)s by: %(who)s") % {"day": day(line.read_at), "who": roles}
    return {
        "who": who,
        "at": moment(line.sent_at),
        "words": text,
        "tag": line.language,
        "read": read,
        "hers": line.from_her,
    }
