"""What she does at her own door: each thing one action through `perform`, as herself, for her own file."""

from __future__ import annotations

import uuid
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tutela.agencies.reads import agency_names
from tutela.cases import own_door_reads as reads
from tutela.cases.words import ComplaintAbout
from tutela.doors import words
from tutela.doors.now import clock
from tutela.engine.actions import InvalidAction, parse
from tutela.engine.outcomes import Done
from tutela.engine.perform import perform

from . import gate, messages, young
from .gate import Her, hers
from .messages_child import Band
from .pages import named, parts_said, told
from .shown import day, page

HERE = {"said_through": "portal"}
#: What she can say to what is offered to her, each with the field that names it.
OFFERS = {
    "accept_service": "offered_service",
    "decline_service": "offered_service",
    "accept_place": "placement",
    "decline_place": "placement",
}
#: In her own language, read by herself.
READ = {"interpreting": "not_needed", **HERE}


def does(her: Her, name: str, key: str, **data: Any) -> bool:
    """One action of hers; False where it was not taken, whatever the reason."""
    try:
        sent_as = UUID(key)
    except ValueError:
        sent_as = uuid.uuid4()
    try:
        outcome = perform(parse(name, data), her.actor, sent_as, clock())
    except InvalidAction:
        return False
    return isinstance(outcome, Done)


def back(name: str, done: bool, code: str) -> HttpResponse:
    response = HttpResponseRedirect(f"{reverse(name)}?d={code if done else 'no'}")
    response.status_code = 303
    return response


@hers
def agreed(request: HttpRequest, her: Her) -> HttpResponse:
    """What she agreed to; what she takes back stops at once."""
    if not her.is_open:
        return HttpResponseRedirect(reverse("my:second"))
    found = reads.consents(her.actor.handle)
    names = agency_names({one.receiver_id for one in found})
    sectors = reads.sectors({one.receiver_id for one in found})
    shown = [_consent(one, names, sectors) for one in found]
    context: dict[str, Any] = {"her": her, "consents": shown, "told": told(request), "key": uuid.uuid4()}
    if request.method == "POST":
        chosen = next((one for one in shown if one["id"] == request.POST.get("c") and one["holds"]), None)
        if chosen and request.POST.get("do") == "yes":
            data = {"case": her.case_id, "consent": chosen["id"], **HERE}
            return back(
                "my:agreed", does(her, "withdraw_consent", request.POST.get("key", ""), **data), "back"
            )
        context["asked"] = chosen
    return page("portal/agreed.html", context)


def _consent(one: reads.Agreed, names: dict[Any, str], sectors: dict[Any, str]) -> dict[str, Any]:
    if one.about:
        what = words.choice_label("Examination", one.about)
    else:
        who, purpose = named(one.receiver_id, names, sectors), words.choice_label("Purpose", one.purpose)
        what = _("%(who)s may see this, for: %(purpose)s") % {"who": who, "purpose": purpose}
    when = _("You said yes on %(day)s") % {"day": day(one.given_at)}
    if one.withdrawn_at:
        when = _("You took it back on %(day)s") % {"day": day(one.withdrawn_at)}
    elif one.until and one.until < clock()():
        when = _("It ended on %(day)s") % {"day": day(one.until)}
    holds = one.withdrawn_at is None and (one.until is None or one.until > clock()())
    return {
        "id": str(one.id),
        "what": what,
        "parts": parts_said(one.compartments),
        "when": when,
        "holds": holds,
    }


@hers
def wishes(request: HttpRequest, her: Her) -> HttpResponse:
    """What she wants: to stay or go, her consulate, asylum, testimony. Each is her own word, and can change."""
    if not her.is_open:
        return HttpResponseRedirect(reverse("my:second"))
    if request.method == "POST":
        name, value = request.POST.get("do", ""), request.POST.get("v", "")
        if name in OFFERS:
            about = {"case": her.case_id, OFFERS[name]: value, **(HERE if name != "accept_place" else {})}
            return back("my:wishes", does(her, name, request.POST.get("key", ""), **about), "said")
        wish = messages.WISHES.get(name)
        if wish and value in wish.options:
            data = completed(name, her.language, {"case": her.case_id, **wish.options[value].data})
            done = does(her, wish.action, request.POST.get("key", ""), **data)
            return back("my:wishes", done, "said")
    now = reads.choices(her.actor.handle)
    asked = [
        {
            "name": name,
            "key": uuid.uuid4(),
            "title": words.say(wish.title),
            "help": words.say(wish.help),
            "now": _now(wish, now.get(wish.column), now.get(wish.column_at)),
            "options": [(value, words.say(option.label)) for value, option in wish.options.items()],
        }
        for name, wish in messages.WISHES.items()
    ]
    offers = _offers(her)
    return page("portal/wishes.html", {"her": her, "asked": asked, "offers": offers, "told": told(request)})


def _offers(her: Her) -> list[dict[str, Any]]:
    """Help that she can say yes or no to, in words."""
    found = reads.offers(her.actor.handle)
    ids = {one.provider_id for one in found}
    names, sectors = agency_names(ids), reads.sectors(ids)
    return [
        {
            "id": one.id,
            "key": uuid.uuid4(),
            "is_place": one.kind == "place",
            "what": words.say(messages.PLAIN["shelter"])
            if one.kind == "place"
            else words.choice_label("ServiceKind", one.kind),
            "who": named(one.provider_id, names, sectors),
            "is_open": one.state == "offered",
        }
        for one in found
    ]


def completed(name: str, language: str, data: dict[str, Any]) -> dict[str, Any]:
    """With how it was said: on this page, in her language."""
    if name == "way":
        return {**data, "language": language, **READ}
    return data if name == "asylum" else {**data, **HERE}


def _now(wish: messages.Wish, value: Any, at: Any) -> str:
    for option in wish.options.values():
        if at and option.means == value:
            return _("On %(day)s you said: %(what)s") % {"day": day(at), "what": words.say(option.label)}
    return ""


@hers
def complain(request: HttpRequest, her: Her) -> HttpResponse:
    """A complaint: to the monitor, with somebody independent, and at no cost to her."""
    post = request.POST
    receivers = reads.receivers(her.actor.handle) if her.is_open else []
    names = agency_names({one.agency_id for one in receivers})
    against = [(str(pk), name) for pk, name in names.items()]
    chosen, typed = post.get("about", ""), post.get("words", "").strip()
    if request.method == "POST" and chosen in set(ComplaintAbout) and typed:
        data: dict[str, Any] = {"about": chosen, "words": typed[:4000], "language": her.language}
        data["against"] = post.get("against") if post.get("against") in dict(against) else None
        data["wants_advocate"] = post.get("advocate") == "yes"
        return back("my:complain", does(her, "complain", post.get("key", ""), **data), "sent")
    empty, reader = request.method == "POST", young.childhood(her)
    context = {
        "her": her,
        "key": uuid.uuid4(),
        "told": told(request),
        "about": [(str(one), words.choice_label("ComplaintAbout", one)) for one in ComplaintAbout],
        "against": against,
        "intro": reader.say("wrong") if reader.is_child and reader.band is not Band.OLDER else "",
        "chosen": chosen,
        "typed": typed,
        "empty": empty,
        "complaints": [_complaint(one) for one in reads.complaints(her.actor.handle)],
    }
    return page("portal/complain.html", context, status=422 if empty else 200)


def _complaint(one: reads.Complained) -> dict[str, str]:
    said = words.choice_label("ComplaintAnswer", one.answer) if one.answer else _("It is being looked into.")
    name = agency_names({one.advocate_id}).get(one.advocate_id, "") if one.advocate_id else ""
    return {
        "about": words.choice_label("ComplaintAbout", one.about),
        "when": day(one.made_at),
        "said": said,
        "advocate": _("At your side: %(name)s") % {"name": name} if name else "",
    }


@hers
def this(request: HttpRequest, her: Her) -> HttpResponse:
    """What this page can and cannot do for her, and closing it for good."""
    if request.method == "POST" and request.POST.get("do") == "close" and request.POST.get("sure") == "yes":
        does(her, "close_portal", request.POST.get("key", ""), case=her.case_id)
        return gate.away(HttpResponseRedirect(reverse("my:leave")))
    return page("portal/this.html", {"her": her})
