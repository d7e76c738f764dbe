"""The page of remedies: claims side by side, wages step by step, what was taken, in both languages."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta

import pytest

from tests.web.country import Country
from tests.web.test_pages import got


@pytest.fixture
def claims(land: Country) -> dict[str, uuid.UUID]:
    """A man with wages awarded and partly paid, a passport kept back, an entry ban, and wages reckoned."""
    case = {"case": land.adult}
    some_days = timedelta(days=3)
    claim = {
        "track": "civil",
        "seeks": "wages",
        "against": "employer",
        "body": "labour_court",
        "agreed": True,
    }
    opened = land.did("open_claim", "harbour", some_days, **case, **claim, limit_on="2030-01-01",
                      limit_source="Labour code, s. 12")  # fmt: skip
    pay = {"claim": opened.made["claim"]}
    care = {
        "track": "administrative",
        "seeks": "rehabilitation",
        "against": "fund",
        "body": "compensation_fund",
    }
    land.did("open_claim", "harbour", **case, **care, agreed=True)
    land.did("claim_moved", "harbour", some_days, **case, **pay, step="filed")
    land.did(
        "claim_moved",
        "harbour",
        some_days,
        **case,
        **pay,
        step="awarded",
        awarded_minor=480000,
        currency="EUR",
    )
    land.did("payment_received", "harbour", **case, **pay, amount_minor=120000, currency="EUR")
    wages = land.did("calculate_wages", "harbour", **case, **pay, worked_from="2025-06-02", worked_until="2025-06-29",
                     week_hours=70, currency="EUR", lawful_hour_minor=1200, lawful_source="Minimum wage act, s. 1",
                     paid_minor=36000)  # fmt: skip
    taken = land.did("belongings_withheld", "harbour", **case, what=["passport", "pay"], holder="employer")
    land.did("demand_return", "harbour", **case, withheld=taken.made["withheld"], agreement="agreed",
             to_agency=str(land.actors["police"].agency_id))  # fmt: skip
    land.did("burden_found", "harbour", **case, burden="entry_ban")
    land.did("permit_granted", "harbour", **case, ground="claim", since="2026-01-01", until="2036-01-01")
    return {"claim": uuid.UUID(opened.made["claim"]), "reckoning": uuid.UUID(wages.made["reckoning"])}


def test_claims_stand_side_by_side_with_what_comes_next(land: Country, claims: dict[str, uuid.UUID]) -> None:
    page = got(land.client("harbour"), f"/cases/{land.adult}/remedies/")
    for said in (
        "€4,800.00",
        "€1,200.00",
        "€3,600.00",
        "The award is paid",
        "Rehabilitation",
        "Passport · Pay",
    ):
        assert said in page, said
    assert "An entry ban" in page and "Residence permit" in page and "in force" in page
    assert re.search(r'<progress class="bar" max="100" value="25"', page)
    assert 'name="amount_minor" value="3600.00"' in page
    files = re.findall(rf'href="(/cases/{land.adult}/demands/[^"]+)"', page)
    assert len(files) == 4
    for address in files:
        response = land.client("harbour").get(address)
        assert response.status_code == 200 and len(response.content) > 2000
        assert re.search(
            r'filename="letter-\d{4}-\d\d-\d\d\.(pdf|docx)"', response.headers["Content-Disposition"]
        )


def test_wages_are_shown_step_by_step(land: Country, claims: dict[str, uuid.UUID]) -> None:
    browser, url = land.client("harbour"), f"/cases/{land.adult}/remedies/{claims['reckoning']}/"
    page = got(browser, url)
    for said in ("€3,360.00", "€360.00", "€3,000.00", "by law", "280", "Minimum wage act, s. 1"):
        assert said in page, said


def test_a_form_takes_sums_as_people_write_them(land: Country, claims: dict[str, uuid.UUID]) -> None:
    browser, url = land.client("harbour"), f"/cases/{land.adult}/do/payment_received/"
    sent = {
        "claim": str(claims["claim"]),
        "amount_minor": "3600,00",
        "currency": "EUR",
        "key": str(uuid.uuid4()),
    }
    assert browser.post(url, {**sent, "amount_minor": "much"}).status_code == 422
    assert browser.post(url, {**sent, "key": str(uuid.uuid4())}).status_code == 302
    assert "Paid in full" in got(browser, f"/cases/{land.adult}/remedies/")


def test_who_does_not_see_the_file_sees_no_claim(land: Country, claims: dict[str, uuid.UUID]) -> None:
    for path in ("", f"{claims['reckoning']}/"):
        assert land.client("clinic").get(f"/cases/{land.adult}/remedies/{path}").status_code in (200, 404)
        assert land.client("court-street").get(f"/cases/{land.child}/remedies/{path}").status_code == 404
