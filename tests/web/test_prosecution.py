"""The prosecutor's and the link assessor's pages: pseudonyms, clocks, letters, and a refusal that says what to do."""

from __future__ import annotations

import re
import uuid

import pytest

from tests.web.country import Country
from tests.web.test_pages import got
from tutela.engine.access import acting
from tutela.guidelines.g05_enforcement.models import Charge, LinkAssessment

REF, OFFENCE = "K 14/26", "irregular_entry"


@pytest.fixture
def charge_id(land: Country) -> uuid.UUID:
    """The charge that the country begins with; a letter about it has been sent."""
    to = str(land.actors["court-street"].agency_id)
    land.did("send_letter", "harbour", case=land.adult, charge_ref=REF, to_agency=to, agreement="agreed")
    with acting(land.actors["harbour"]):
        return Charge.objects.get(case_id=land.adult).pk


def test_people_are_pseudonyms_and_charges_come_by_clock(land: Country, charge_id: uuid.UUID) -> None:
    page = got(land.client("court-street"), "/charges/")
    assert REF in page and "Rahman" not in page
    assert "nobody has assessed the link yet" in page and "letter sent, no answer yet" in page
    assert re.search(r"<progress class=\"bar \w+\" max=\"100\" value=\"\d+\"", page)
    assert f"/cases/{land.adult}/charges/{charge_id}/" in page
    assert land.client("harbour").get("/charges/").status_code == 404
    assert land.client("clinic").get(f"/cases/{land.adult}/charges/{charge_id}/").status_code == 404
    assert land.client("court-street").get(f"/cases/{land.child}/charges/{charge_id}/").status_code == 404


def test_a_charge_has_its_link_its_letters_and_the_form_to_answer(
    land: Country, charge_id: uuid.UUID
) -> None:
    browser, url = land.client("court-street"), f"/cases/{land.adult}/charges/{charge_id}/"
    page = got(browser, url)
    assert "counts as linked" in page
    files = re.findall(rf'href="(/cases/{land.adult}/letters/[^"]+)"', page)
    assert len(files) == 4
    for address in files:
        response = browser.get(address)
        assert response.status_code == 200
        name = response.headers["Content-Disposition"]
        assert re.search(r'filename="letter-\d{4}-\d\d-\d\d\.(pdf|docx)"', name), name
    key = str(uuid.uuid4())
    action = f"/cases/{land.adult}/do/prosecutor_answered/"
    assert browser.post(action, {"key": key, "charge_ref": REF}).status_code == 422
    sent = {"key": key, "charge_ref": REF, "decision": "suspended", "clear_reasons": "unknown"}
    assert browser.post(action, sent).status_code == 302
    page = got(browser, url)
    assert "Your answer" not in page


def test_a_refused_charge_says_why_with_the_letter_and_what_else(land: Country, charge_id: uuid.UUID) -> None:
    browser, url = land.client("court-street"), f"/cases/{land.adult}/do/bring_charge/"
    got(browser, url)
    response = browser.post(url, {"key": str(uuid.uuid4()), "charge_ref": REF, "offence": OFFENCE})
    page = response.content.decode()
    assert response.status_code == 409
    assert "This cannot be done" in page and "P7" in page and "What can be done instead" in page
    assert "The letter about this charge" in page and page.count("/letters/") == 4
    assert f'value="{REF}"' in page
    assert "Refused here" in got(browser, "/charges/")


def test_the_assessor_has_a_queue_and_a_form_filled_in_from_the_charge(
    land: Country, charge_id: uuid.UUID
) -> None:
    browser = land.client("aid")
    queue = got(browser, "/charges/")
    assert "To assess" in queue
    url = f"/cases/{land.adult}/do/assess_charge_link/"
    assert f"{url}?charge={charge_id}" in queue
    page = got(browser, f"{url}?charge={charge_id}")
    assert f'value="{REF}"' in page
    with acting(land.actors["aid"]):
        offence = Charge.objects.get(pk=charge_id).offence
    sent = {"key": str(uuid.uuid4()), "charge_ref": REF, "offence": offence, "linked": "yes", "reasons": "…"}
    assert browser.post(url, sent).status_code == 302
    with acting(land.actors["aid"]):
        assert LinkAssessment.objects.get(case_id=land.adult).linked is True
    page = got(land.client("court-street"), f"/cases/{land.adult}/charges/{charge_id}/")
    assert "Legal aid board" in page and "on file, sealed" in page and "Trained for it on" in page


def test_a_letter_about_a_charge_asks_nothing_that_is_on_file(land: Country, charge_id: uuid.UUID) -> None:
    page = got(land.client("harbour"), f"/cases/{land.adult}/charges/")
    form = re.search(r'action="[^"]*/do/send_letter/">.*?</form>', page, re.S)
    assert form is not None
    assert re.search(rf'name="charge_ref" value="{REF}"', form[0])
