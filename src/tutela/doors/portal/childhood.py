"""A child's own door: in her words, with pictures: who is on her side, what she thinks, how old she says she is."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tutela.agencies.reads import agency_names
from tutela.doors import words
from tutela.guidelines.g08_children import own_door_reads as reads
from tutela.guidelines.g08_children.guardian_words import Office

from . import messages_child as child_words
from .gate import Her, hers
from .pages import told
from .sent import back, does
from .shown import day, page
from .young import childhood, picture

LONGEST = 4000


@hers
def side(request: HttpRequest, her: Her) -> HttpResponse:
    """Who is on her side: her guardian and her lawyer, by name after the second step."""
    young, found = childhood(her), reads.side(her.actor.handle)
    names = agency_names({one.agency_id for one in found if one.agency_id})
    offices = [(Office.GUARDIAN, _("Your guardian"), "user"), (Office.LAWYER, _("Your lawyer"), "scale")]
    shown = [
        {
            "title": title,
            "picture": picture(icon),
            "what": young.say(str(office)),
            **_who(next((one for one in found if one.office == office), None), names),
        }
        for office, title, icon in offices
    ]
    return page(
        "portal/side.html", {"her": her, "young": young, "intro": young.say("side"), "offices": shown}
    )


def _who(one: reads.AtHerSide | None, names: dict[Any, str]) -> dict[str, str]:
    if one is None:
        return {"mark": "late", "said": _("Nobody yet. Somebody has to find one for you now.")}
    if not one.taken:
        return {"mark": "open", "said": _("Somebody was asked, and has not begun yet.")}
    if not one.name:
        return {"mark": "ok", "said": _("There is somebody. Who it is, you see with your second word.")}
    return {"mark": "ok", "said": one.name, "agency": names.get(one.agency_id, "")}


@hers
def think(request: HttpRequest, her: Her) -> HttpResponse:
    """What she thinks about what is decided, in her own words; or that she does not want to say."""
    young, post = childhood(her), request.POST
    chosen = [one for one in post.getlist("about") if one in child_words.ABOUT]
    typed, silent = post.get("words", "").strip()[:LONGEST], post.get("silent") == "yes"
    if request.method == "POST" and her.is_open and chosen and (typed or silent):
        data: dict[str, Any] = {"case": her.case_id, "about": chosen, "language": her.language}
        data |= {"heard_how": "in_writing" if typed else "chose_not_to_speak", "interpreting": "not_needed"}
        data |= {"in_her_words": typed} if typed else {}
        return back("my:think", does(her, "record_child_views", post.get("key", ""), **data), "thought")
    empty = request.method == "POST"
    context = {
        "her": her,
        "key": uuid.uuid4(),
        "told": told(request),
        "intro": young.say("think"),
        "about": [(value, words.say(label)) for value, label in child_words.ABOUT.items()],
        "chosen": chosen,
        "typed": typed,
        "empty": empty,
        "before": [_said(one) for one in reads.views(her.actor.handle)],
    }
    return page("portal/think.html", context, status=422 if empty else 200)


def _said(one: reads.Said) -> dict[str, Any]:
    texts = {
        "in_writing": _("You wrote something on %(day)s"),
        "chose_not_to_speak": _("You chose to say nothing on %(day)s"),
    }
    text = texts.get(one.heard_how, _("You said something on %(day)s"))
    about = [words.say(child_words.ABOUT[what]) for what in one.about if what in child_words.ABOUT]
    return {"what": " · ".join(about), "when": text % {"day": day(one.at)}, "waits": not one.weight}


@hers
def age(request: HttpRequest, her: Her) -> HttpResponse:
    """How old her file says that she is; she may say that it is wrong, and somebody else looks again."""
    young = childhood(her)
    if request.method == "POST" and her.is_open and not young.own.challenged:
        typed = request.POST.get("words", "").strip()[:LONGEST]
        data = {"case": her.case_id, **({"words": typed} if typed else {})}
        return back("my:age", does(her, "challenge_age", request.POST.get("key", ""), **data), "aged")
    years = young.own.years
    said = _("In your file it says: %(years)s years.") % {"years": years} if years is not None else ""
    context = {
        "her": her,
        "key": uuid.uuid4(),
        "told": told(request),
        "intro": young.say("age"),
        "said": said or _("In your file nobody is sure how old you are."),
        "challenged": young.own.challenged,
    }
    return page("portal/age.html", context)
