"""Wages reckoned for a person, kept with all that was put in."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from tutela.cases.models import Case
from tutela.engine import profile
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fault, InvalidAction
from tutela.engine.fields import YEARS, CaseId, Currency, Line, Minor, Ref, Whole
from tutela.engine.profile import Value

from .models import Claim, WageReckoning
from .wages import METHOD, Lawful, NoRate, Reckoning, Work, reckon

#: Value of the profile: the least that an hour of work is paid.
MINIMUM_WAGE = "minimum_wage"
#: Nobody works longer than this; a longer time is a slip of the hand.
LONGEST = timedelta(days=60 * 366)

WeekHours = Annotated[Whole, Field(ge=0, le=168)]
Percent = Annotated[Whole, Field(ge=0, le=300)]
Hours = Annotated[Whole, Field(ge=1, le=744)]
#: A rate for a year, in hundredths of a per cent: 825 are 8.25 per cent.
Hundredths = Annotated[Whole, Field(ge=0, le=9999)]


class CalculateWages(Act):
    """Reckon the wages and what else is owed for work, with every step to be read again.

    Reads    the lawful minimum of the profile; what was entered, with its source, where the profile has none
    Writes   WageReckoning
    Units    *_minor: the smallest unit of the currency; agreed_minor is the pay for agreed_hours of work
    Source   P17, G9.1; the method: wages.py
    """

    need = "remedies"
    provisions = ("P17", "G9.1")

    case: CaseId
    claim: Annotated[UUID, Ref("claim")] | None = None
    worked_from: date
    worked_until: date
    week_hours: WeekHours
    currency: Currency
    agreed_minor: Minor | None = None
    agreed_hours: Hours | None = None
    lawful_hour_minor: Minor | None = None
    lawful_source: Line | None = None
    usual_week_hours: WeekHours | None = None
    more_percent: Percent | None = None
    paid_minor: Minor | None = None
    lawful_deductions_minor: Minor | None = None
    charged_minor: Minor | None = None
    interest_hundredths: Hundredths | None = None

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Keeps what was put in, the lawful minimum that was used, and the sum."""
        self._check(profile.current().day(at))
        claim = Claim.objects.get(pk=self.claim, case=case) if self.claim else None
        work, lawful = self._work(profile.current().day(at)), self._lawful(case.age_high)
        try:
            owed = reckon(work, lawful).owed_minor
        except NoRate:
            raise InvalidAction([Fault("lawful_hour_minor", "wages.no_rate", {})]) from None
        made = WageReckoning.objects.create(
            case=case,
            claim=claim,
            method=METHOD,
            put_in=put_in(work, lawful),
            currency=self.currency,
            owed_minor=owed,
            at=at,
            by_agency=by.agency_id,
        )
        return {"reckoning": made.pk}

    def _check(self, today: date) -> None:
        faults = []
        lasts = self.worked_until - self.worked_from
        if (
            not timedelta(0) <= lasts <= LONGEST
            or self.worked_until > today
            or self.worked_from.year not in YEARS
        ):
            faults.append(Fault("worked_until", "wages.dates", {}))
        if self.lawful_hour_minor is not None and not self.lawful_source:
            faults.append(Fault("lawful_source", "wages.source", {}))
        if (self.agreed_minor is None) is not (self.agreed_hours is None):
            faults.append(Fault("agreed_hours", "wages.agreed", {}))
        if faults:
            raise InvalidAction(faults)

    def _work(self, today: date) -> Work:
        return Work(
            first=self.worked_from,
            last=self.worked_until,
            week_hours=self.week_hours,
            agreed_minor=self.agreed_minor,
            agreed_hours=self.agreed_hours,
            usual_hours=self.usual_week_hours,
            more_percent=self.more_percent or 0,
            paid_minor=self.paid_minor or 0,
            lawful_deductions_minor=self.lawful_deductions_minor or 0,
            charged_minor=self.charged_minor or 0,
            interest_bp=self.interest_hundredths or 0,
            counted_to=today,
        )

    def _lawful(self, age: int | None) -> list[Lawful]:
        """The lawful minimum of the profile for these days, and what was entered."""
        found = in_profile(self.worked_from, self.worked_until, self.currency, age)
        if self.lawful_hour_minor is not None:
            entered = Lawful(
                self.lawful_hour_minor, self.worked_from, self.worked_until, self.lawful_source or ""
            )
            found.append(entered)
        return found


def in_profile(first: date, last: date, currency: str, age: int | None) -> list[Lawful]:
    """The lawful minimum in force during some days, as far as the profile knows it, for somebody of that age."""
    found = []
    for one in profile.current().history(MINIMUM_WAGE):
        known = one.value if isinstance(one, Value) else None
        if not isinstance(known, dict) or known.get("currency") != currency:
            continue
        if age is not None and age < int(known.get("from_age", "0")):
            continue
        since, until = max(first, one.valid_from or first), min(last, one.valid_to or last)
        if since <= until:
            found.append(Lawful(int(known["hour_minor"]), since, until, one.legal_basis or one.source))
    return found


def put_in(work: Work, lawful: list[Lawful]) -> dict[str, Any]:
    """What a reckoning was made from, as JSON keeps it."""
    return {"work": _plain(asdict(work)), "lawful": [_plain(asdict(one)) for one in lawful]}


def _plain(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()}


def again(kept: dict[str, Any]) -> Reckoning:
    """The same reckoning, made again from what was kept."""
    lawful = [Lawful(**_read(one, "since", "until")) for one in kept["lawful"]]
    return reckon(Work(**_read(kept["work"], "first", "last", "counted_to")), lawful)


def _read(fields: dict[str, Any], *days: str) -> dict[str, Any]:
    return fields | {name: date.fromisoformat(fields[name]) for name in days if fields.get(name)}
