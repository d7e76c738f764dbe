"""The prosecutor's and the link assessor's pages: charges by clock, one charge, and the forms about it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tutela.agencies.reads import Phone, emergency_numbers
from tutela.agencies.words import Role, Sector
from tutela.cases.reads import Person
from tutela.doors import words
from tutela.doors.now import clock
from tutela.engine.access import Actor
from tutela.engine.actions import Action, registry
from tutela.engine.paper import KINDS
from tutela.guidelines.g05_enforcement import reads_charges
from tutela.guidelines.g05_enforcement.reads_charges import ChargeLine, Link, Tried

from .. import designed, doable, forms, present
from .decisions import present_clock
from .gate import Asking, signed_in

LETTER_LANGUAGES = ("en", "zh-hans")
#: The charge that a form was opened from.
CHARGE = "charge"


@signed_in
def queue(request: Asking) -> HttpResponse:
    """The charges on the agency's files by their clocks, and what was refused; for an assessor, what to assess."""
    actor, now = request.who.actor, clock()()
    roles = actor.roles
    if not roles & {Role.PROSECUTOR, Role.LINK_ASSESSOR}:
        raise Http404
    found = reads_charges.across(actor, now)
    assesses = Role.LINK_ASSESSOR in roles
    rows = [_row(x, now, "charge_link_assessed" if assesses and x.is_to_assess else "") for x in found.lines]
    context = {
        "assesses": assesses,
        "to_assess": [r for r in rows if r["to_assess"]] if assesses else [],
        "running": [r for r in rows if not r["ended"] and not (assesses and r["to_assess"])],
        "over": [r for r in rows if r["ended"]],
        "tried": [_tried(one) for one in found.tried],
    }
    return render(request, "tutela/charge_queue.html", context)


@signed_in
def charge(request: Asking, case_id: UUID, charge_id: UUID) -> HttpResponse:
    """One charge: what it is, whether it is linked, what was written and answered, and what can be done."""
    actor, now = request.who.actor, clock()()
    line = reads_charges.one(actor, case_id, charge_id, now)
    if line is None:
        raise Http404
    answer = registry.get("prosecutor_answered")
    owes = line.unanswered is not None and actor.agency_id == line.unanswered.to_agency_id
    context = {
        "person": line.person,
        "row": _row(line, now),
        "link": _link(line.link),
        "letters": _letters(line),
        "clocks": [
            {"what": words.duty_label(d.rule), **present_clock(d.started_at, d.due_at, now)}
            for d in line.duties
        ],
        "answer": _answer_form(answer, actor, line) if owes and doable.may_try(answer, actor) else None,
        "answer_url": doable.url_of(answer, case_id),
        "doable": _doable(actor, line),
    }
    return render(request, "tutela/charge.html", context)


def _answer_form(action: type[Action], actor: Actor, line: ChargeLine) -> forms.ActionForm:
    return forms.form_of(action, actor, line.person.id, {}, ("case", "charge_ref"))


def _doable(actor: Actor, line: ChargeLine) -> list[dict[str, str]]:
    """What this reader may do about it, filled in from the charge."""
    wanted = ["assess_charge_link"] if line.charge.ended_at is None else []
    wanted += ["send_letter", "charge_dropped"] if line.charge.ended_at is None else []
    wanted += ["prosecutor_answered"] if line.letters and line.unanswered is None else []
    where = {name: doable.url_of(registry.get(name), line.person.id) for name in wanted}
    return [
        {"label": words.label(name), "url": f"{where[name]}?{CHARGE}={line.charge.pk}"}
        for name in wanted
        if doable.may_try(registry.get(name), actor)
        and not (name == "assess_charge_link" and not _assesses(actor))
    ]


def _assesses(actor: Actor) -> bool:
    return Role.LINK_ASSESSOR in actor.roles


def _row(line: ChargeLine, now: datetime, rule: str = "") -> dict[str, Any]:
    charge, duty = line.charge, line.clock(rule)
    said = present_clock(duty.started_at, duty.due_at, now) if duty else {}
    return {
        "person": line.person,
        "url": reverse("charge", args=[line.person.id, charge.pk]),
        "assess_url": f"{reverse('case_do', args=[line.person.id, 'assess_charge_link'])}?{CHARGE}={charge.pk}",
        "offence": words.choice_label("Offence", charge.offence),
        "ref": charge.charge_ref,
        "came": _came(line),
        "brought": present.day(charge.brought_at),
        "ended": present.day(charge.ended_at),
        "linked": link_said(line.link),
        "link_state": link_state(line.link),
        "convicted": line.convicted,
        "to_assess": line.is_to_assess,
        "letter": _("letter sent, no answer yet")
        if line.unanswered
        else _("letter answered")
        if line.letters
        else "",
        "owed": words.duty_label(duty.rule) if duty else "",
        "has_clock": duty is not None,
        **said,
    }


def _came(line: ChargeLine) -> str:
    if line.charge.is_fine:
        return _("a fine, found elsewhere")
    return _("brought here") if line.charge.brought_here else _("found elsewhere")


def link_said(link: Link | None) -> str:
    """Whether a charge is linked, in words."""
    if link is None:
        return _("nobody has assessed the link yet")
    return {
        True: _("linked to the trafficking"),
        False: _("not linked to the trafficking"),
        None: _("nobody could tell whether it is linked"),
    }[link.linked]


def link_state(link: Link | None) -> str:
    """The look of it: what nobody assessed, and what is linked, stands against the charge."""
    return "owed" if link is None else {True: "overdue", False: "met", None: "owed"}[link.linked]


def _link(link: Link | None) -> dict[str, Any] | None:
    if link is None:
        return None
    return {
        "said": link_said(link),
        "state": link_state(link),
        "who": link.agency,
        "sector": words.choice_label("Sector", link.sector) if link.sector else "",
        "at": present.moment(link.at),
        "trained": _date(link.trained_on),
    }


def _date(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""


def _letters(line: ChargeLine) -> list[dict[str, Any]]:
    """Letters, the newest first, each with its files; only the newest of a reference is made as a file."""
    newest = line.letters[-1] if line.letters else None
    return [
        {
            "sent": present.moment(x.sent_at),
            "from": line.names.get(x.from_agency_id, ""),
            "to": line.names.get(x.to_agency_id, ""),
            "answer_by": _date(x.answer_by),
            "answered": present.moment(x.answered_at),
            "decision": words.choice_label("ProsecutorDecision", x.decision) if x.decision else "",
            "files": files_of(x.case_id, x.pk) if x is newest else [],
        }
        for x in reversed(line.letters)
    ]


def files_of(case_id: UUID, letter_id: UUID) -> list[dict[str, str]]:
    """A letter as files, in both languages and both kinds."""
    said = {"en": _("in English"), "zh-hans": _("in Chinese")}
    return [
        {
            "url": reverse("letter", args=[case_id, letter_id, language, kind]),
            "label": _("Letter %(language)s, %(kind)s") % {"language": said[language], "kind": kind.upper()},
        }
        for language in LETTER_LANGUAGES
        for kind in KINDS
    ]


def _tried(one: Tried) -> dict[str, Any]:
    return {
        "person": one.person,
        "at": present.moment(one.entry.recorded_at),
        "why": [words.reason_text(code) for code in one.codes],
        "url": reverse("case_do", args=[one.person.id, "bring_charge"]),
        "charges": reverse("charges", args=[one.person.id]),
    }


# --- the forms about a charge --------------------------------------------------------------------------


def _start(request: Asking, action: type[Action], person: Person) -> designed.Typed:
    """A form that is opened from a charge begins with its reference and offence; no address holds either."""
    wanted = request.GET.get(CHARGE, "")
    line = (
        next((x for x in _of_file(request, person) if str(x.charge.pk) == wanted), None) if wanted else None
    )
    if line is None:
        return {}
    fields = {spec.name for spec in action.specs()}
    given = {"charge_ref": [line.charge.charge_ref], "offence": [line.charge.offence]}
    return {name: values for name, values in given.items() if name in fields}


def _of_file(request: Asking, person: Person) -> list[ChargeLine]:
    """The charges of one file, read once for a page."""
    found: list[ChargeLine] | None = getattr(request, "charges_of_file", None)
    if found is None:
        found = reads_charges.of_file(request.who.actor, person)
        request.charges_of_file = found  # type: ignore[attr-defined]  # kept for this one page
    return found


def _who_assesses(asked: designed.Asked) -> list[Phone]:
    """Whom to ask after a refusal. Who charges does not assess: a button for it would only be refused again."""
    if asked.refusal is None or _assesses(asked.request.who.actor):
        return []
    asked.refusal["instead"] = [
        one for one in asked.refusal["instead"] if one["action"] != "assess_charge_link"
    ]
    return [phone for phone in emergency_numbers() if phone.sector == Sector.PROTECTION_OFFICE]


@designed.designs(
    "bring_charge",
    "assess_charge_link",
    "prosecutor_answered",
    template="tutela/charge_do.html",
    start=_start,
)
def charge_form(asked: designed.Asked) -> dict[str, Any]:
    """A form about a charge, beside what is on file of it."""
    now = clock()()
    lines = _of_file(asked.request, asked.person)
    ref = next(iter(asked.typed.get("charge_ref", [])), "")
    offence = next(iter(asked.typed.get("offence", [])), "")
    same = [x for x in lines if x.charge.charge_ref == ref]
    about = next((x for x in same if not offence or x.charge.offence == offence), same[0] if same else None)
    return {
        "act": asked.action.name,
        "asks": _who_assesses(asked),
        "rows": [_row(x, now) for x in lines],
        "about": _row(about, now) if about else None,
        "letters": _letters(about) if about else [],
        "assessed": _(
            "Whoever assesses is trained for it, and works for nobody who charges, holds or removes people. "
            "Both are looked at when the assessment is sent, and what cannot be told counts as linked."
        ),
    }
