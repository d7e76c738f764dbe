"""How beds, nights and what fits are said on a page. Nothing here reads the database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from babel.dates import format_interval, format_skeleton
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tutela.cases.reads import Person
from tutela.doors import words
from tutela.guidelines.g06_protection.beds import Calendar, Fit, Stay, Stretch, Want
from tutela.guidelines.g06_protection.models import Place

from . import present

#: Nights that a stay is mostly asked for.
LENGTHS = (1, 7, 28, 84)


def day_said(day: date) -> str:
    """A day as calendars head their columns: its weekday, its number, its month."""
    return format_skeleton("MMMEd", day, locale=present.locale())


def days_said(first: date, last: date) -> str:
    """From one day to another."""
    return format_interval(first, last, "MMMd", locale=present.locale())


def nights_said(since: date, last: date) -> str:
    """Which nights, and how many."""
    number = (last - since).days + 1
    counted = ngettext("%(n)d night", "%(n)d nights", number) % {"n": number}
    which = day_said(since) if number == 1 else days_said(since, last)
    return _("%(which)s, %(counted)s") % {"which": which, "counted": counted}


def lengths(since: date, last: date) -> list[dict[str, Any]]:
    """How long a stay is mostly asked for, as links: a night, a week, four weeks, twelve."""
    shown = []
    for number in LENGTHS:
        until = since + timedelta(days=number - 1)
        said = ngettext("%(n)d night", "%(n)d nights", number) % {"n": number}
        shown.append({"last": until.isoformat(), "said": said, "chosen": until == last})
    return shown


def place_said(place: Place) -> dict[str, Any]:
    """One place: where it is, whom it is for, what there is."""
    group = words.choice_label("ForWhom", place.for_whom)
    whom = f"{group} · {words.choice_label('ForSex', place.for_sex)}"
    return {
        "id": place.pk,
        "house": place.house,
        "label": place.label,
        "whom": whom,
        "steps": _("without steps") if place.step_free else _("has steps"),
        "step_free": place.step_free,
        "tongues": present.languages_said(place.languages),
        "closed": not place.is_open,
    }


def by_house(found: Calendar) -> list[dict[str, Any]]:
    """The rows of the calendar under the names of the houses."""
    houses: dict[str, list[dict[str, Any]]] = {}
    for place, row in found.rows:
        cells = [stretch_said(s) for s in row]
        houses.setdefault(place.house, []).append({"place": place_said(place), "cells": cells})
    return [{"house": house, "rows": rows} for house, rows in houses.items()]


def stretch_said(stretch: Stretch) -> dict[str, Any]:
    """Some nights of a place in a row, as one cell."""
    until = stretch.until
    return {
        "state": stretch.state,
        "nights": stretch.nights,
        "case_id": stretch.case_id,
        "who": stretch.pseudonym or _("somebody whose file you do not see"),
        "since": stretch.first.isoformat(),
        "day": day_said(stretch.first),
        "leaves": _("leaves %(day)s") % {"day": day_said(until)},
        "place_id": stretch.place.pk,
        "place": f"{stretch.place.house} · {stretch.place.label}",
    }


def by_day(found: Calendar, today: date) -> list[dict[str, Any]]:
    """The same calendar as a list by day, for a narrow screen."""
    shown = []
    for day in found.days:
        lines = [
            {**stretch_said(s), "since": day.isoformat(), "day": day_said(day)}
            for _place, row in found.rows
            for s in row
            if s.first <= day <= s.last
        ]
        free = sum(line["state"] == "free" for line in lines)
        said = ngettext("%(n)d free of %(all)d", "%(n)d free of %(all)d", free) % {
            "n": free,
            "all": len(lines),
        }
        shown.append({"day": day_said(day), "said": said, "lines": lines, "open": day == found.days[0]})
    return shown


def stay_said(stay: Stay, today: date | None = None) -> dict[str, Any]:
    """Who has, or is offered, what, and until when."""
    return {
        "id": stay.id,
        "case_id": stay.case_id,
        "who": stay.pseudonym or _("Somebody whose file you do not see"),
        "place": f"{stay.place.house} · {stay.place.label}",
        "place_id": stay.place.pk,
        "nights": nights_said(stay.since, stay.until - timedelta(days=1)),
        "leaves": _("leaves %(day)s") % {"day": day_said(stay.until)},
        "is_offer": stay.state == "offered",
        "urgent": stay.urgent,
        "answer_by": present.moment(stay.answer_by) if stay.state == "offered" else "",
    }


def to_do(found: Calendar) -> dict[str, Any]:
    """What today asks for: answers, arrivals, leavings, stays without a next place, beds without anybody."""
    return {
        "offers": [stay_said(s) for s in found.offers],
        "held": [stay_said(s) for s in found.held],
        "arriving": [stay_said(s) for s in found.arriving],
        "leaving": [stay_said(s) for s in found.leaving],
        "ending": [stay_said(s) for s in found.ending],
        "empty": [place_said(p) for p in found.empty],
    }


def want_said(want: Want) -> dict[str, Any]:
    """How many places for one group are free tonight."""
    if not want.all:
        said = _("no house takes them")
    elif not want.free:
        said = _("none of %(all)d free") % {"all": want.all}
    else:
        said = _("%(free)d of %(all)d free") % {"free": want.free, "all": want.all}
    return {
        "whom": words.choice_label("ForWhom", want.for_whom),
        "sex": words.choice_label("ForSex", want.for_sex),
        "said": said,
        "state": "met" if want.free else "overdue",
        "sign": "✓" if want.free else "●",
    }


def fit_said(fit: Fit, person: Person, sees_where: bool) -> dict[str, Any]:
    """One place beside one person: what speaks for it in words, or why it is not offered."""
    return {
        **place_said(fit.place),
        "agency": fit.agency,
        "why": why_not(fit.why_not, fit.place),
        "safe": _("no threat known from its area") if sees_where else "",
        "tongue": _tongue(fit, person),
        "shares": bool(fit.shares),
    }


def _tongue(fit: Fit, person: Person) -> str:
    if fit.shares:
        return _("%(languages)s spoken in the house") % {"languages": present.languages_said(fit.shares)}
    if not person.languages:
        return _("the person's language is not known yet")
    return _("the person's language is not spoken there: plan an interpreter")


def why_not(codes: Iterable[str], place: Place | None) -> list[str]:
    """Why a place is not offered, each reason in plain words."""
    whom = words.choice_label("ForWhom", place.for_whom) if place else ""
    sex = words.choice_label("ForSex", place.for_sex) if place else ""
    known = {
        "closed": _("people may not leave it, so it is no shelter"),
        "unsafe": _("the person is threatened from its area"),
        "age": _("it is for others: %(whom)s") % {"whom": whom}
        if place
        else _("it is for people of another age"),
        "sex": _("it takes in others: %(sex)s") % {"sex": sex}
        if place
        else _("the house does not take this person in"),
        "steps": _("it has steps"),
        "taken": _("it is taken on one of these nights"),
        "has_one": _("has another place on one of these nights"),
    }
    return [known[code] for code in codes]
