"""One reckoning of wages: what was put in, every step as a table, and the method in words."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from tutela.cases.reads import case_head
from tutela.doors import amounts, words
from tutela.doors.now import clock
from tutela.engine.actions import registry
from tutela.guidelines.g09_remedies import reads
from tutela.guidelines.g09_remedies.wages import Part

from .. import present
from .gate import Asking, signed_in
from .saying import button, day_said, money


@signed_in
def reckoning(request: Asking, case_id: UUID, reckoning_id: UUID) -> HttpResponse:
    """One reckoning of wages: what was put in, every step as a table, and the method in words."""
    actor, now = request.who.actor, clock()()
    head = case_head(actor, case_id, now)
    one = reads.reckoned(actor, case_id, reckoning_id, now) if head else None
    if head is None or one is None:
        raise Http404
    currency, steps, work = one.kept.currency, one.steps, one.kept.put_in["work"]
    context = {
        "person": head[0],
        "at": present.day(one.kept.at),
        "owed": money(steps.owed_minor, currency),
        "rows": [_part(part, currency) for part in steps.parts],
        "sums": {
            name: money(getattr(steps, f"{name}_minor"), currency)
            for name in ("due", "set_off", "unpaid", "interest", "charged", "owed")
        },
        "put_in": _put_in(work, currency),
        "sources": sorted({part.source for part in steps.parts if part.source}),
        "again": button(actor, case_id, "calculate_wages", _typed_again(work, one)),
    }
    return render(request, "tutela/reckoning.html", context)


def _part(part: Part, currency: str) -> dict[str, Any]:
    return {
        "span": f"{day_said(part.first)} – {day_said(part.last)}",
        "hours": _number(part.hours),
        "counted": _number(part.counted_hours),
        "rate": _rate(part.hour_minor, currency),
        "by_law": part.by_law,
        "due": money(part.due_minor, currency),
        "set_off": money(part.set_off_minor, currency),
        "unpaid": money(part.unpaid_minor, currency),
        "days": part.interest_days,
        "interest": money(part.interest_minor, currency),
    }


def _number(value: Fraction) -> str:
    """At most two digits behind the point."""
    text = f"{float(value):.2f}".rstrip("0").rstrip(".")
    return text or "0"


def _rate(minor: Fraction, currency: str) -> str:
    """A rate for an hour: to the smallest unit, and marked where it was rounded for the eye only."""
    said = money(round(minor), currency)
    return said if minor.denominator == 1 else f"≈ {said}"


def _put_in(work: dict[str, Any], currency: str) -> list[tuple[str, str]]:
    action = registry.get("calculate_wages")
    said: list[tuple[str, Any]] = [
        ("worked_from", day_said(date.fromisoformat(work["first"]))),
        ("worked_until", day_said(date.fromisoformat(work["last"]))),
        ("week_hours", work["week_hours"]),
        ("agreed_minor", money(work["agreed_minor"], currency)),
        ("agreed_hours", work["agreed_hours"]),
        ("usual_week_hours", work["usual_hours"]),
        ("more_percent", work["more_percent"] or None),
        ("paid_minor", money(work["paid_minor"], currency)),
        ("lawful_deductions_minor", money(work["lawful_deductions_minor"], currency)),
        ("charged_minor", money(work["charged_minor"], currency)),
        ("interest_hundredths", work["interest_bp"] or None),
    ]
    return [(words.field_label(action, name), str(value)) for name, value in said if value not in (None, "")]


def _typed_again(work: dict[str, Any], one: reads.Reckoned) -> dict[str, str]:
    """The same form, to be corrected: a reckoning is never edited, another one is made."""
    currency = one.kept.currency
    plain = {
        "worked_from": work["first"],
        "worked_until": work["last"],
        "week_hours": work["week_hours"],
        "agreed_hours": work["agreed_hours"],
        "usual_week_hours": work["usual_hours"],
        "more_percent": work["more_percent"] or None,
        "interest_hundredths": work["interest_bp"] or None,
        "claim": one.kept.claim_id,
        "currency": currency,
    }
    sums = ("agreed_minor", "paid_minor", "lawful_deductions_minor", "charged_minor")
    plain |= {name: amounts.written(work[name], currency) for name in sums if work[name]}
    return {name: str(value) for name, value in plain.items() if value is not None}
