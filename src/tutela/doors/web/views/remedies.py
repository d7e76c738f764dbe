"""Remedies of one person: claims side by side with what comes next, wages step by step, what was taken, the stay."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tutela.cases.reads import case_head
from tutela.doors import amounts, words
from tutela.doors.now import clock
from tutela.engine import profile
from tutela.engine.access import Actor
from tutela.engine.models import Duty
from tutela.engine.paper import KINDS, TYPES
from tutela.guidelines.g09_remedies import limits, reads
from tutela.guidelines.g09_remedies.words import ClaimState, ClaimStep, Remedy, Track

from .. import present
from .decisions import present_clock
from .gate import Asking, signed_in
from .saying import button, day_said, money

#: What is mostly done next with a claim, by where it stands: (act, fields).
NEXT: dict[str, tuple[tuple[str, dict[str, str]], ...]] = {
    ClaimState.PREPARED: (("claim_moved", {"step": "filed"}),),
    ClaimState.FILED: (("claim_moved", {}),),
    ClaimState.AWARDED: (("payment_received", {}), ("claim_moved", {"step": "enforced"})),
    ClaimState.REFUSED: (("claim_moved", {"step": "appealed"}),),
    ClaimState.APPEALED: (("claim_moved", {}),),
    ClaimState.ENFORCED: (("payment_received", {}), ("claim_moved", {"step": "closed"})),
}
#: What can always be done with a claim that has not ended.
ALWAYS: tuple[tuple[str, dict[str, str]], ...] = (("help_with_claim", {}),)


@signed_in
def remedies(request: Asking, case_id: UUID) -> HttpResponse:
    """Everything that the person can claim, is to get back and still carries; and on what she stays meanwhile."""
    actor, now = request.who.actor, clock()()
    head = case_head(actor, case_id, now)
    if head is None:
        raise Http404
    person, compartments = head
    found = reads.remedies(actor, case_id, now)
    context = {
        "person": person,
        "told": present.day(found.told_at),
        "telling_is_owed": found.telling_is_owed,
        "tell": button(actor, case_id, "inform_person", {"topics": "remedies", **_tongue(person.languages)}),
        "tracks": [_track(track, found, actor, now) for track in Track],
        "open_claim": button(actor, case_id, "open_claim", _as_reckoned(found)),
        "totals": _totals(found),
        "reckoned": [_reckoned(one, case_id) for one in found.reckoned],
        "reckon": button(actor, case_id, "calculate_wages", {}),
        "taken": [_taken(one, actor, case_id) for one in found.taken],
        "take": button(actor, case_id, "belongings_withheld", {}),
        "burdens": _burdens(found, actor, case_id),
        "find": button(actor, case_id, "burden_found", {}),
        "stay": _staying(found.staying) if "status" in compartments else None,
        "stay_links": [
            b
            for name in ("permit_granted", "ask_for_permit", "record_right_to_stay")
            if (b := button(actor, case_id, name, {}))
        ]
        if "status" in compartments
        else [],
    }
    return render(request, "tutela/remedies.html", context)


def _as_reckoned(found: reads.Remedies) -> dict[str, str]:
    """A claim for what was reckoned last and is in no claim yet: the sum, its currency and the last day of work."""
    last = next((one for one in found.reckoned if one.kept.claim_id is None), None)
    if last is None or found.claims or not last.steps.parts:
        return {}
    currency = last.kept.currency
    return {
        "seeks": "wages",
        "harm_until": last.steps.parts[-1].last.isoformat(),
        "asked_minor": amounts.written(last.steps.owed_minor, currency),
        "currency": currency,
    }


def _tongue(languages: Iterable[str]) -> dict[str, str]:
    spoken = list(languages)
    return {"language": spoken[0]} if spoken else {}


# --- claims ---------------------------------------------------------------------------------------------


def _track(track: Track, found: reads.Remedies, actor: Actor, now: datetime) -> dict[str, Any]:
    return {
        "id": track.value,
        "label": words.choice_label("Track", track),
        "claims": [_claim(one, actor, now) for one in found.claims if one.claim.track == track],
    }


def _claim(one: reads.ClaimRead, actor: Actor, now: datetime) -> dict[str, Any]:
    claim, case_id = one.claim, one.claim.case_id
    is_open = claim.ended_at is None
    wanted = (*NEXT.get(claim.state, ()), *ALWAYS) if is_open else ALWAYS if one.duties else ()
    about = {"claim": str(claim.pk)}
    buttons = [
        b
        for name, fields in wanted
        if (b := button(actor, case_id, name, {**about, **fields, **_sum(name, one)}))
    ]
    if claim.limit_on is None and claim.filed_at is None and claim.ended_at is None:
        buttons += _limit_button(actor, case_id, about)
    return {
        "id": claim.pk,
        "seeks": words.choice_label("Remedy", claim.seeks),
        "against": words.choice_label("Against", claim.against),
        "body": words.choice_label("Body", claim.body),
        "state": words.choice_label("ClaimState", claim.state),
        "look": _look(claim.state, bool(claim.late)),
        "because": words.choice_label("RefusedFor", claim.because) if claim.because else "",
        "limit": _limit(one, now),
        "asked": money(claim.asked_minor, claim.currency),
        "awarded": money(claim.awarded_minor, claim.currency),
        "paid": money(claim.paid_minor, claim.currency) if claim.awarded_minor or claim.paid_minor else "",
        "share": _share(claim.paid_minor, claim.awarded_minor),
        "payments": [
            {"sum": money(p.amount_minor, p.currency), "at": present.day(p.at)} for p in one.payments
        ],
        "help": [
            {
                "kind": words.choice_label("HelpKind", h.kind),
                "state": words.choice_label("HelpState", h.state),
            }
            for h in one.help
        ],
        "next": [_next(duty, now) for duty in one.duties[:3]],
        "buttons": buttons,
        "ended": present.day(claim.ended_at),
    }


def _limit_button(actor: Actor, case_id: UUID, about: dict[str, str]) -> list[dict[str, Any]]:
    """Where somebody writes down the last day that they found."""
    step = ClaimStep.LIMIT_FOUND
    found = button(actor, case_id, "claim_moved", {**about, "step": step})
    return [{**found, "label": words.choice_label("ClaimStep", step)}] if found else []


def _sum(name: str, one: reads.ClaimRead) -> dict[str, str]:
    """What is still open of the award, as the form's first guess."""
    claim = one.claim
    if name != "payment_received" or claim.awarded_minor is None:
        return {}
    rest = max(0, claim.awarded_minor - claim.paid_minor)
    return {"amount_minor": amounts.written(rest, claim.currency), "currency": claim.currency}


def _look(state: str, late: bool) -> str:
    if state == ClaimState.REFUSED:
        return "overdue"
    if state in (ClaimState.PAID, ClaimState.AWARDED, ClaimState.ENFORCED):
        return "met"
    return "" if state == ClaimState.CLOSED else "owed"


def _share(paid: int, awarded: int | None) -> int | None:
    return None if not awarded else min(100, 100 * paid // awarded)


def _limit(one: reads.ClaimRead, now: datetime) -> dict[str, str] | None:
    """The last day on which it can be filed, as long as it is not; with where this comes from."""
    claim = one.claim
    if claim.filed_at is not None or claim.ended_at is not None:
        return None
    if claim.limit_on is None:
        return {
            "said": _("Nobody knows yet until when it can be filed. Find out."),
            "look": "owed",
            "source": "",
        }
    days = (claim.limit_on - profile.current().day(now)).days
    term = limits.term_of(Track(claim.track), Remedy(claim.seeks), claim.harm_until or claim.limit_on)
    source = term.legal_basis if claim.limit_from == "profile" else _("as entered")
    if days < 0:
        said = _("Last day was %(day)s: file it with the request to admit it") % {
            "day": day_said(claim.limit_on)
        }
        return {"said": said, "look": "overdue", "source": source}
    left = ngettext("%(n)d day left", "%(n)d days left", days) % {"n": days}
    said = _("Last day to file: %(day)s, %(left)s") % {"day": day_said(claim.limit_on), "left": left}
    return {"said": said, "look": "overdue" if days < 30 else "owed" if days < 180 else "", "source": source}


def _next(duty: Duty, now: datetime) -> dict[str, Any]:
    return {"what": words.duty_label(duty.rule), **present_clock(duty.started_at, duty.due_at, now)}


def _totals(found: reads.Remedies) -> list[dict[str, str]]:
    """What was awarded and paid in all, in each currency."""
    by: dict[str, list[int]] = {}
    for one in found.claims:
        if one.claim.currency:
            sums = by.setdefault(one.claim.currency, [0, 0])
            sums[0] += one.claim.awarded_minor or 0
            sums[1] += one.claim.paid_minor
    return [
        {"awarded": money(a, currency), "paid": money(p, currency), "open": money(max(0, a - p), currency)}
        for currency, (a, p) in sorted(by.items())
        if a or p
    ]


def _reckoned(one: reads.Reckoned, case_id: UUID) -> dict[str, str]:
    parts = one.steps.parts
    return {
        "url": reverse("reckoning", args=[case_id, one.kept.pk]),
        "owed": money(one.steps.owed_minor, one.kept.currency),
        "from": day_said(parts[0].first),
        "until": day_said(parts[-1].last),
        "at": present.day(one.kept.at),
    }


# --- what was taken, what still weighs, the stay --------------------------------------------------------


def _taken(one: reads.Taken, actor: Actor, case_id: UUID) -> dict[str, Any]:
    taken = one.withheld
    about = {"withheld": str(taken.pk)}
    wanted = ("demand_return", "belongings_returned") if taken.ended_at is None else ()
    return {
        "what": " · ".join(words.choice_label("Taken", w) for w in taken.what),
        "holder": words.choice_label("Holder", taken.holder),
        "since": present.day(taken.found_at),
        "outcome": words.choice_label("Returned", taken.outcome) if taken.outcome else "",
        "ended": bool(taken.ended_at),
        "letters": [_letter(case_id, letter.id, present.day(letter.at)) for letter in one.letters],
        "buttons": [b for name in wanted if (b := button(actor, case_id, name, about))],
    }


def _letter(case_id: UUID, letter_id: UUID, sent: str) -> dict[str, Any]:
    said = {"en": _("in English"), "zh-hans": _("in Chinese")}
    return {
        "sent": sent,
        "files": [
            {
                "url": reverse("return_letter", args=[case_id, letter_id, language, kind]),
                "label": _("Letter %(language)s, %(kind)s")
                % {"language": said[language], "kind": kind.upper()},
            }
            for language in said
            for kind in KINDS
        ],
    }


@signed_in
def return_letter(request: Asking, case_id: UUID, letter_id: UUID, language: str, kind: str) -> HttpResponse:
    """A letter about what was taken, as a file. Its address and its name say nothing of what is inside."""
    if kind not in TYPES or language not in dict(settings.LANGUAGES):
        raise Http404
    try:
        name, content = reads.return_letter_file(request.who.actor, case_id, letter_id, language, kind)
    except LookupError:
        raise Http404 from None
    response = HttpResponse(content, content_type=TYPES[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _burdens(found: reads.Remedies, actor: Actor, case_id: UUID) -> list[dict[str, Any]]:
    """What weighs on the person from the time of the trafficking, convictions among it, and how far its undoing is."""
    rows = [
        (b.pk, words.choice_label("BurdenKind", b.kind), b.step, b.lifted_at, b.found_at)
        for b in found.burdens
    ] + [
        (c.pk, _conviction(c.offence), _conviction_step(c), c.record_cleared_at, c.convicted_at)
        for c in found.convictions
    ]
    return [
        {
            "what": what,
            "since": present.day(since),
            "step": words.choice_label("UndoStep", step) if step else _("not sought yet"),
            "look": "met" if over else "overdue" if not step or step == "refused" else "owed",
            "button": None if over else button(actor, case_id, "undoing_moved", {"undoing": str(pk)}),
        }
        for pk, what, step, over, since in rows
    ]


def _conviction(offence: str) -> str:
    return _("Conviction: %(offence)s") % {"offence": words.choice_label("Offence", offence)}


def _conviction_step(conviction: Any) -> str:
    if conviction.record_cleared_at:
        return "record_cleared"
    return "undone" if conviction.quashed_at else str(conviction.step)


def _staying(found: reads.Staying) -> dict[str, Any]:
    return {
        "permits": [
            {
                "ground": words.choice_label("StayGround", p.ground),
                "since": day_said(p.since),
                "until": day_said(p.until),
                "ended": present.day(p.ended_at),
                "may_work": p.may_work,
            }
            for p in found.permits
        ],
        "answers": [
            {
                "what": _("asked for") if a.what == "asked" else words.choice_label("PermitDecision", a.what),
                "why": words.choice_label("PermitBecause", a.why)
                if a.why
                else words.choice_label("StayGround", a.kind),
                "at": present.day(a.at),
            }
            for a in found.lines
            if a.what not in ("stay", "order")
        ],
        "stays": [
            {
                "why": words.choice_label("StayBecause", s.why),
                "since": present.day(s.at),
                "until": day_said(s.until),
                "ended": present.day(s.ended_at),
            }
            for s in found.lines
            if s.what == "stay"
        ],
        "orders": [
            {
                "kind": words.choice_label("RemovalKind", o.kind),
                "at": present.day(o.at),
                "blocked": words.choice_label("StayBecause", o.why) if o.why else "",
                "until": day_said(o.until),
                "lifted": present.day(o.ended_at),
            }
            for o in found.lines
            if o.what == "order"
        ],
    }
