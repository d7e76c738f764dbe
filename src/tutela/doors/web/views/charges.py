"""Charges brought against a person, whether they are linked to the trafficking, and the letters that ask to stop."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tutela.cases.reads import case_head
from tutela.doors import words
from tutela.doors.now import clock
from tutela.engine.access import Actor
from tutela.engine.actions import registry
from tutela.engine.paper import KINDS, TYPES
from tutela.guidelines.g05_enforcement import reads

from .. import doable, present
from .gate import Asking, signed_in
from .saying import button


@signed_in
def charges(request: Asking, case_id: UUID) -> HttpResponse:
    """The charges and fines of one person, the newest first."""
    actor = request.who.actor
    head = case_head(actor, case_id, clock()())
    if head is None:
        raise Http404
    rows = [_shown(read, actor) for read in reads.charges(actor, case_id)]
    links = [
        {"label": words.label(name), "url": doable.url_of(registry.get(name), case_id)}
        for name in ("assess_charge_link", "charge_found", "bring_charge")
        if name in registry and doable.may_try(registry.get(name), actor)
    ]
    context = {"person": head[0], "rows": rows, "links": links, "kinds": KINDS}
    return render(request, "tutela/charges.html", context)


def _next(read: reads.ChargeRead, actor: Actor) -> list[dict[str, Any]]:
    """What is mostly done next about a charge, filled in with what is on file of it."""
    charge = read.charge
    known = {"charge_ref": charge.charge_ref}
    to = {"to_agency": str(charge.prosecutor_id)} if charge.prosecutor_id else {}
    wanted: list[tuple[str, dict[str, str]]] = []
    if not read.assessed:
        wanted.append(("assess_charge_link", {**known, "offence": charge.offence}))
    if charge.ended_at is None:
        wanted.append(("send_letter", {**known, **to}))
    if charge.ended_at is None and read.letters:
        wanted.append(("prosecutor_answered", known))
    found = [button(actor, charge.case_id, name, fields) for name, fields in wanted]
    return [one for one in found if one is not None]


def _shown(read: reads.ChargeRead, actor: Actor) -> dict[str, Any]:
    charge = read.charge
    linked = {
        True: _("linked to the trafficking"),
        False: _("not linked to the trafficking"),
        None: _("nobody could tell whether it is linked"),
    }
    return {
        "id": charge.pk,
        "offence": words.choice_label("Offence", charge.offence),
        "ref": charge.charge_ref,
        "brought": present.moment(charge.brought_at),
        "ended": present.moment(charge.ended_at),
        "linked": linked[read.linked] if read.assessed else _("nobody has assessed the link yet"),
        "convicted": read.conviction is not None,
        "next": _next(read, actor),
        "letters": [{"id": x.pk, "sent": present.moment(x.sent_at)} for x in read.letters],
    }


@signed_in
def letter(request: Asking, case_id: UUID, letter_id: UUID, language: str, kind: str) -> HttpResponse:
    """One letter as a file. Its address and its name say nothing of what is inside."""
    actor = request.who.actor
    if kind not in TYPES or language not in dict(settings.LANGUAGES):
        raise Http404
    found = next(
        (x for read in reads.charges(actor, case_id) for x in read.letters if x.pk == letter_id), None
    )
    if found is None:
        raise Http404
    try:
        made = reads.letter_file(actor, case_id, found.charge_ref, language, kind)
    except LookupError:
        raise Http404 from None
    response = HttpResponse(made.content, content_type=TYPES[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return response
