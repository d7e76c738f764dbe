"""The decision-maker's pages: what waits for a decision, and the definition beside the evidence."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tutela.agencies.words import Role
from tutela.doors import words
from tutela.doors.now import clock
from tutela.guidelines.g02_identification import messages as said
from tutela.guidelines.g02_identification.reads_decisions import (
    Source,
    Waiting,
    clock_of,
    decisions,
    evidence,
    waiting,
)

from .. import designed, drafts, elements, present
from .gate import Asking, signed_in
from .screening import answered

#: The page starts from what others ticked, where its author asks for that.
TAKE = "take"
#: Fields of a decision that are drawn element by element.
DRAWN = frozenset(name for part, (absent, _c, _n) in elements.PARTS.items() for name in (part, absent))

#: Fields that decide nothing by themselves, and are noted.
NOTED = ("child_at_the_time", "consented", "intended_only", "circumstances")


@signed_in
def queue(request: Asking) -> HttpResponse:
    """The decisions that the agency owes, by their clocks; children first."""
    actor, now = request.who.actor, clock()()
    if Role.DECISION_MAKER not in actor.roles:
        raise Http404
    kept = drafts.kept(actor, now)
    rows = [_waiting(one, now, kept) for one in waiting(actor, now)]
    context = {
        "children": [r for r in rows if r["person"].reads_as_child],
        "others": [r for r in rows if not r["person"].reads_as_child],
        "count": len(rows),
        "overdue": sum(r["state"] == "overdue" for r in rows),
    }
    return render(request, "tutela/decisions.html", context)


def _waiting(one: Waiting, now: datetime, kept: frozenset[tuple[str, UUID]]) -> dict[str, Any]:
    url = reverse("case_do", args=[one.person.id, one.action])
    return {
        "person": one.person,
        "stage": words.duty_label(one.rule),
        "url": f"{url}?decision={one.decision_id}" if one.decision_id else url,
        "drafted": (one.action, one.person.id) in kept,
        **present_clock(one.started_at, one.due_at, now),
    }


def present_clock(started: datetime, due: datetime | None, now: datetime) -> dict[str, Any]:
    """A clock in words and as a bar: how much of the time is used, and how much is left."""
    used = present.span(now - started)
    if due is None:
        said = _("running for %(span)s") % {"span": used}
        return {"state": "owed", "sign": present.SIGNS["owed"], "used": said, "left": "", "share": None}
    late, whole = due < now, max((due - started).total_seconds(), 1)
    whole_said = present.span(due - started)
    left = _("overdue by %(span)s") if late else _("%(span)s left")
    return {
        "state": "overdue" if late else "owed",
        "sign": present.SIGNS["overdue" if late else "owed"],
        "used": _("the time was %(whole)s") % {"whole": whole_said}
        if late
        else _("%(used)s used of %(whole)s") % {"used": used, "whole": whole_said},
        "left": left % {"span": present.span(abs(due - now))},
        "share": min(100, round(100 * (now - started).total_seconds() / whole)),
        "due": present.moment(due),
    }


@designed.designs(
    "decide_reasonable_grounds", "decide_conclusive", template="tutela/decide.html", read=elements.read
)
def decide_page(asked: designed.Asked) -> dict[str, Any]:
    """The definition element by element, beside what is on file."""
    person, typed = asked.person, asked.typed
    at_the_time = typed.get("child_at_the_time", [""])[-1:] == ["yes"]
    is_child = person.decided_as_child is True or at_the_time
    sources = evidence(asked.request.who.actor, asked.case_id)
    is_empty = not any(typed.get(name) for name in DRAWN)
    if TAKE in asked.request.GET and is_empty:
        typed = {**typed, **elements.from_evidence(sources, is_child)}
    if is_child:
        typed = {name: values for name, values in typed.items() if name not in ("means", "not_means")}
    verdict = elements.verdict_of(asked.action, typed, str(asked.case_id), person.decided_as_child)
    fields = {f.name: f for f in asked.form.fields if f.name not in DRAWN}
    if person.decided_as_child is True:
        fields.pop("child_at_the_time", None)
    own_languages_first(fields["language"], person.languages)
    runs = clock_of(asked.request.who.actor, asked.case_id, asked.action.name)
    fields["reasons"].required = fields["language"].required = True
    return {
        "parts": elements.shown(typed, sources, is_child),
        "clock": present_clock(*runs, clock()()) if runs else None,
        "is_child": is_child,
        "age_unknown": person.decided_as_child is None and not at_the_time,
        "sources": sorted((_source(s, is_child) for s in sources), key=lambda one: not one["answered"]),
        "may_take": is_empty and TAKE not in asked.request.GET and any(s.found for s in sources),
        "verdict": elements.said_of(verdict) if verdict else None,
        "missing": _missing(asked, person.languages) + elements.unknown_elements(verdict),
        "field": fields,
        "others": [field for name, field in fields.items() if name in NOTED],
    }


@designed.designs(
    "decide_reconsideration",
    template="tutela/reconsider.html",
    start=lambda request, _action, _person: _which(request),
)
def reconsider_page(asked: designed.Asked) -> dict[str, Any]:
    """An earlier decision, element by element, and whether it stands."""
    found = decisions(asked.request.who.actor, asked.case_id)
    wanted = next(iter(asked.typed.get("decision", [])), "")
    earlier = next((s for s in found if s.decision and str(s.decision.pk) == wanted), None)
    if earlier is None:
        earlier = next((s for s in found if s.decision and _is_asked(s)), found[0] if found else None)
    fields = {f.name: f for f in asked.form.fields}
    own_languages_first(fields["language"], asked.person.languages)
    is_same = bool(
        earlier and earlier.decision and earlier.decision.decided_by == asked.request.who.actor.member_id
    )
    upholds = asked.typed.get("upheld", [""])[-1:] == ["yes"]
    return {
        "earlier": _earlier(earlier) if earlier else None,
        "decision_id": earlier.decision.pk if earlier and earlier.decision else "",
        "same_person": is_same,
        "field": fields,
        "missing": _missing(asked, asked.person.languages, "upheld", reasons=upholds),
    }


def _which(request: Asking) -> designed.Typed:
    wanted = request.GET.get("decision", "")
    return {"decision": [wanted]} if wanted else {}


def _is_asked(source: Source) -> bool:
    decision = source.decision
    return bool(decision and decision.reconsideration_asked_at and not decision.reconsidered_at)


def own_languages_first(field: Any, languages: tuple[str, ...]) -> None:
    """The languages that the person understands stand before all others."""
    field.options.sort(key=lambda option: option.value not in languages)


def _missing(
    asked: designed.Asked, languages: tuple[str, ...], answer: str = "positive", *, reasons: bool = True
) -> list[str]:
    """What would keep the decision from being sent, said before it is."""
    typed, found = asked.typed, []
    language = next(iter(typed.get("language", [])), "")
    if not typed.get(answer):
        found.append(_("You have not answered yes or no."))
    if reasons and not typed.get("reasons"):
        found.append(_("There are no reasons yet."))
    if reasons and not language:
        found.append(_("You have not said in which language the reasons are."))
    elif reasons and languages and language not in languages:
        known = present.languages_said(languages)
        found.append(
            _("The reasons are not in a language of the person (%(languages)s).") % {"languages": known}
        )
    return found


def _source(source: Source, is_child: bool) -> dict[str, Any]:
    def named(codes: dict[str, tuple[str, ...]]) -> str:
        shown = [c for part, found in codes.items() for c in found if not (is_child and part == "means")]
        return present.listed(words.say(said.ELEMENT_CODES[c]) for c in shown)

    screening = source.screening
    return {
        "what": elements.source_label(source),
        "who": source.agency,
        "member": source.member,
        "at": present.moment(source.at),
        "found": named(source.found),
        "absent": named(source.absent),
        "answered": answered(screening) if screening else [],
        "level": words.say(said.LEVELS[screening.level])
        if screening and screening.level in said.LEVELS
        else "",
    }


def _earlier(source: Source) -> dict[str, Any]:
    decision = source.decision
    assert decision is not None
    return {
        **_source(source, decision.elements.get("child") is True),
        "language": present.language_name(decision.language) if decision.language else "",
        "asked": present.moment(decision.reconsideration_asked_at),
        "answered": present.moment(decision.reconsidered_at),
        "reasons": [
            elements.reason_said(r["element"], r["code"], r.get("counts") or ())
            for r in decision.verdict["reasons"]
        ],
        "outcome": words.say(said.OUTCOMES[decision.verdict["outcome"]]),
    }
