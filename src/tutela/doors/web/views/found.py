"""Cooperation protocols with their routes and gaps; and what a file says of asylum and of the consulate."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tutela.agencies.words import Role
from tutela.doors import words
from tutela.doors.now import clock
from tutela.engine import profile
from tutela.engine.access import Actor
from tutela.engine.actions import registry
from tutela.guidelines.g02_identification import reads_found as reads
from tutela.guidelines.g02_identification.words import Way
from tutela.guidelines.g06_protection.reads_contact import origin

from .. import doable, present
from .gate import Asking, signed_in

STATES = {"in_force": "met", "coming": "owed", "ended": "lapsed"}


@signed_in
def protocols(request: Asking) -> HttpResponse:
    """Who passes people on to whom, by which route and within how many hours; and where no route leads."""
    actor = request.who.actor
    here = profile.current()
    found = reads.protocols(actor, here.day(clock()()))
    coordinates = Role.COORDINATOR in actor.roles
    context = {
        "protocols": [_protocol(one) for one in found],
        "coordinates": coordinates,
        "gaps": [_gap(one) for one in reads.gaps(actor)] if coordinates else [],
        "add": reverse("do_action", args=["agree_protocol"]),
        "route": reverse("do_action", args=["add_route"]),
        "end": reverse("do_action", args=["end_protocol"]),
    }
    return render(request, "tutela/protocols.html", context)


def _protocol(line: reads.ProtocolLine) -> dict[str, Any]:
    said = {"in_force": _("in force"), "coming": _("not in force yet"), "ended": _("ended")}
    state = STATES[line.state]
    return {
        "line": line,
        "state": state,
        "sign": present.SIGNS[state],
        "said": said[line.state],
        "since": date_format(line.since),
        "until": date_format(line.until) if line.until else "",
        "routes": [
            {
                "from": words.choice_label("Sector", r.from_sector),
                "to": r.to_agency or words.choice_label("Sector", r.to_sector),
                "purpose": words.choice_label("Purpose", r.purpose),
                "hours": r.answer_hours,
            }
            for r in line.routes
        ],
    }


def _gap(line: reads.Gap) -> dict[str, Any]:
    return {
        "line": line,
        "purpose": words.choice_label("Purpose", line.purpose),
        "since": date_format(line.since, "YEAR_MONTH_FORMAT"),
    }


def of_person(actor: Actor, case_id: UUID, compartments: frozenset[str]) -> dict[str, Any]:
    """How far a wish for asylum is and what the person wants with her consulate; only for who may read it."""
    if "status" not in compartments:
        return {}
    claim, wish = origin(actor, case_id)
    if claim is None and wish is None:
        return {}
    return {"asylum": _claim(claim) if claim else None, "consulate": _wish(wish) if wish else None}


def _claim(claim: Any) -> dict[str, Any]:
    state = claim.state
    said = (
        words.choice_label("Wish", claim.wish)
        if state == "wished"
        else words.choice_label("AsylumStep", state)
    )
    if claim.ended_at:
        said = words.choice_label("AsylumEnd", claim.end_reason)
    country = present.locale().territories.get(claim.country, claim.country) if claim.country else ""
    return {
        "open": claim.ended_at is None,
        "said": said,
        "since": present.day(claim.wished_at),
        "country": country,
        "smuggled": claim.smuggled,
    }


def _wish(wish: Any) -> dict[str, Any]:
    return {
        "wants": wish.wants,
        "at": present.day(wish.at),
        "advised": present.day(wish.advised_at),
    }


def after_screening(case_id: UUID | None, wishes: tuple[str, ...]) -> dict[str, Any]:
    """What the result of a screening offers besides: other help, and the way to asylum that was asked for."""
    offer = registry.get("offer_other_help")
    return {
        "offer_url": doable.url_of(offer, case_id),
        "ways": [str(way) for way in Way],
        "asks_for_asylum": "asylum_advice" in wishes,
        "asylum_url": reverse("case_do", args=[case_id, "ask_for_asylum"]) if case_id else "",
    }
