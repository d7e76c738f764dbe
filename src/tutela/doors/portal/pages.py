"""What she reads: what she should get, and who has looked at her file. Who and why only after the second step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tutela.agencies.reads import agency_names
from tutela.cases import own_door_reads as reads
from tutela.cases import worker_reads
from tutela.doors import words
from tutela.doors.now import clock
from tutela.guidelines.g05_enforcement import enquiry_reads

from . import messages, young
from .gate import Her, hers
from .messages_child import LISTED, PICTURES
from .shown import date_said, day, moment, page


@dataclass(frozen=True)
class Right:
    """One thing that she should get, in plain words."""

    what: str
    said: str
    mark: str
    who: str
    picture: str = ""


def home(request: HttpRequest, her: Her) -> HttpResponse:
    """The first page: what there is, and when the door was opened last."""
    last = moment(her.last_before)
    found = worker_reads.of_hers(her.actor.handle)
    names = agency_names({agency for _name, agency, _until in found})
    workers = [
        (name, names.get(agency, ""), date_said(until) if until else "") for name, agency, until in found
    ]
    reader = young.childhood(her)
    context = {"her": her, "is_home": True, "last": last, "told": told(request), "workers": workers}
    context |= {"has_side": reader.has_side}
    if reader.is_child:
        return page("portal/child.html", {**context, "intro": reader.say("hello"), "tiles": _tiles()})
    return page("portal/home.html", context)


def _tiles() -> list[tuple[str, str, str]]:
    """A child's first page: few ways, each with its picture."""
    ways = [
        ("owed", "heart-handshake", _("What you get")),
        ("side", "users", _("Who is on your side")),
        ("think", "message-circle", _("Say what you think")),
        ("complain", "hand-stop", _("Something is wrong")),
        ("age", "calendar", _("My age is wrong")),
    ]
    return [(reverse(f"my:{name}"), young.picture(icon), label) for name, icon, label in ways]


def told(request: HttpRequest) -> str:
    """What was just done, by a code in the address that holds nothing of hers."""
    return words.say(messages.TOLD.get(request.GET.get("d", ""), ""))


@hers
def owed(request: HttpRequest, her: Her) -> HttpResponse:
    """What she should get. Before the second step nothing that tells where she is, or who works for her."""
    found = reads.duties(her.actor.handle)
    shown = [
        one for one in found if one.rule in messages.EARLY or (her.is_open and one.rule not in messages.INNER)
    ]
    sectors = reads.sectors({one.agency_id for one in shown})
    names = agency_names({one.agency_id for one in shown})
    reader = young.childhood(her)
    rights = [_right(one, named(one.agency_id, names, sectors, one.sector or ""), reader) for one in shown]
    late = any(right.mark == "late" for right in rights)
    intro = reader.say("owed") if reader.is_child else ""
    return page("portal/owed.html", {"her": her, "rights": rights, "late": late, "intro": intro})


def _right(one: reads.Owed, who: str, reader: young.Childhood) -> Right:
    plain = reader.owed(one.rule) if reader.is_child or one.rule not in messages.PLAIN else ""
    what = plain or words.say(messages.PLAIN.get(one.rule, "")) or words.duty_label(one.rule)
    drawn = young.picture(PICTURES.get(one.rule, LISTED)) if reader.is_child else ""
    if one.state == "open" and one.due_at and one.due_at < clock()():
        said, mark = _("Late. It should have been there by %(day)s.") % {"day": day(one.due_at)}, "late"
    elif one.state == "open":
        said = _("By %(day)s") % {"day": day(one.due_at)} if one.due_at else _("It goes on.")
        mark = "open"
    elif one.state == "met":
        said, mark = _("Done on %(day)s") % {"day": day(one.ended_at)}, "ok"
    elif one.state == "declined":
        said, mark = _("You said no. You will be asked again."), "open"
    else:
        said, mark = _("Ended on %(day)s") % {"day": day(one.ended_at)}, "open"
    return Right(what, said, mark, who, drawn)


def named(agency_id: Any, names: dict[Any, str], sectors: dict[Any, str], sector: str = "") -> str:
    """The kind of an agency and its name; never a worker's."""
    kind = sectors.get(agency_id) or ("" if sector.startswith("@") else sector)
    parts = [words.choice_label("Sector", kind) if kind else "", names.get(agency_id, "")]
    return " · ".join(part for part in parts if part)


def parts_said(compartments: Iterable[str]) -> str:
    """Parts of a file in plain words."""
    found = [words.say(messages.PARTS[one]) for one in compartments if one in messages.PARTS]
    return " · ".join(found)


@hers
def seen(request: HttpRequest, her: Her) -> HttpResponse:
    """Who opened what is locked, when and why; and who can look now."""
    if not her.is_open:
        return HttpResponseRedirect(reverse("my:second"))
    readings, receivers = reads.readings(her.actor.handle), reads.receivers(her.actor.handle)
    asked = enquiry_reads.of_hers(her.actor.handle)
    ids = {one.agency_id for one in (*(readings or ()), *receivers, *asked)}
    names, sectors = agency_names(ids), reads.sectors(ids)
    context = {
        "her": her,
        "readings": None
        if readings is None
        else [
            {
                "who": " · ".join(
                    [
                        *(words.choice_label("Role", role) for role in one.roles),
                        named(one.agency_id, names, sectors),
                    ]
                ),
                "part": parts_said([one.compartment]),
                "at": moment(one.at),
                "why": words.say(one.purpose),
            }
            for one in readings
        ],
        "asked": [
            {
                "who": named(one.agency_id, names, sectors),
                "what": words.choice_label("EnquiryKind", one.kind),
                "said": words.choice_label("EnquirySaid", one.said),
                "day": day(one.asked_at),
            }
            for one in asked
        ],
        "receivers": [
            {
                "who": named(one.agency_id, names, sectors),
                "parts": parts_said(one.compartments),
                "why": words.choice_label("Purpose", one.purpose),
                "since": day(one.since),
            }
            for one in receivers
        ],
    }
    return page("portal/seen.html", context)
