"""The decision-maker's pages: the queue by clock, the definition beside the evidence, and nothing sent by looking."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests.web.country import Country
from tests.web.test_pages import got
from tutela.agencies.words import Basis, Purpose
from tutela.cases.models import Case
from tutela.engine.access import acting
from tutela.guidelines.g02_identification.definition import PurposeElement
from tutela.guidelines.g02_identification.models import Decision, Presumption
from tutela.people.keys import as_engine


@pytest.fixture
def authority(land: Country) -> Client:
    """The decision-maker, who sees the girl's and the woman's files as well."""
    for case in (land.child, land.ids["woman"]):
        land.did("grant_access", "harbour", case=case, to_agency=str(land.actors["authority"].agency_id),
                 purpose=Purpose.IDENTIFICATION, basis=Basis.CHILD if case == land.child else Basis.CONSENT,
                 compartments=["facts", "status", "statements"])  # fmt: skip
    return land.client("authority")


def key() -> str:
    return str(uuid.uuid4())


def at(land: Country, case: uuid.UUID, action: str = "decide_reasonable_grounds") -> str:
    return f"/cases/{case}/do/{action}/"


def test_the_queue_is_by_clock_and_children_come_first(land: Country, authority: Client) -> None:
    page = got(authority, "/decisions/")
    children, adults = page.split("h-others", 1)
    assert at(land, land.child) in children and at(land, land.child) not in adults
    assert at(land, land.ids["woman"]) in adults and at(land, land.adult, "decide_conclusive") in adults
    assert re.search(r"\d+ (hours?|days?) left", page) and " used of " in page
    assert re.search(r'<progress class="bar owed" max="100" value="\d+" aria-label="Time used"', page)
    assert "Romanian" in page and "Vietnamese" in page
    assert land.client("harbour").get("/decisions/").status_code == 404
    assert 'href="/decisions/"' in got(authority, "/") and 'href="/decisions/"' not in got(
        land.client("hill"), "/"
    )


def test_what_was_asked_before_eighteen_is_decided_as_a_childs(land: Country, authority: Client) -> None:
    means = "<legend>Fraud</legend>"
    assert means in got(authority, at(land, land.ids["woman"]))
    with as_engine():
        Case.objects.filter(pk=land.ids["woman"]).update(
            age_basis="known", age_low=17, age_high=17, age_on=land.now - timedelta(days=400),
            presumed_at=land.now - timedelta(days=390),
        )  # fmt: skip
    page = got(authority, at(land, land.ids["woman"]))
    assert means not in page and "A child: act and purpose are enough" in page


def test_what_others_ticked_stands_beside_each_element(land: Country, authority: Client) -> None:
    with acting(land.actors["authority"]):
        assert Presumption.objects.get(case_id=land.adult).acts == ["recruitment"]
    page = got(authority, at(land, land.adult, "decide_conclusive"))
    recruitment = page.split("<legend>Recruitment</legend>", 1)[1].split("</fieldset>", 1)[0]
    assert (
        "Labour inspection, north" in recruitment
        and "Decision: Reasonable grounds, for the person" in recruitment
    )
    assert "Identification authority" in recruitment
    assert "Still open" in page and "You have not answered yes or no." in page
    taken = got(authority, at(land, land.adult, "decide_conclusive") + "?take=1")
    assert re.search(r'name="acts.recruitment" value="found" checked', taken)
    assert "Met" in taken


def test_means_are_left_out_for_a_child_and_an_unknown_age_is_explained(
    land: Country, authority: Client
) -> None:
    page = got(authority, at(land, land.child))
    assert "The age is not known, so the person is read as a child" in page and "means.deception" in page
    land.did("record_age", "harbour", case=land.child, age_basis="known", age_low=14, age_high=14)
    page = got(authority, at(land, land.child))
    assert "means are not on this page" in page
    assert "means.deception" not in page and "not_means" not in page and "child_at_the_time" not in page
    found = {
        "acts.harbouring": "found",
        "purposes.servitude": "found",
        "positive": "yes",
        "reasons": "…",
        "language": "vi",
    }
    assert authority.post(at(land, land.child), {**found, "key": key()}).status_code == 302
    with acting(land.actors["authority"]):
        assert "means" not in Decision.objects.get(case_id=land.child).elements


def test_looking_sends_nothing_says_what_the_definition_says_and_keeps_it(
    land: Country, authority: Client
) -> None:
    url = at(land, land.ids["woman"])
    typed: dict[str, Any] = {
        "acts.transfer": "found",
        "means.fraud": "found",
        "reasons": "Plain words",
        "language": "en",
    }
    looked = authority.post(url, {**typed, "_look": "1", "key": key()})
    page = looked.content.decode()
    assert looked.status_code == 200
    assert "It is not yet known whether exploitation was the purpose" in page
    assert "The reasons are not in a language of the person (Romanian)." in page
    with acting(land.actors["authority"]):
        assert not Decision.objects.filter(case_id=land.ids["woman"]).exists()
    again = got(authority, url)
    assert "Plain words" in again and re.search(r'name="means.fraud" value="found" checked', again)
    assert "you have begun" in got(authority, "/decisions/")
    assert "Plain words" not in land.client("harbour").get(f"/cases/{land.ids['woman']}/").content.decode()


def test_a_refusal_comes_in_place_with_everything_typed(land: Country, authority: Client) -> None:
    url = at(land, land.ids["woman"])
    rest = authority.post(url, {"acts.transfer": "found", "_rest": "purposes", "_look": "1"}).content.decode()
    assert rest.count('value="not_found" checked') == len(PurposeElement)
    typed = {"acts.transfer": "found", "purposes.servitude": "found", "means.fraud": "found", "positive": "no",
             "reasons": "Kept as typed", "language": "ro", "ground": "elements"}  # fmt: skip
    refused = authority.post(url, {**typed, "key": key()})
    page = refused.content.decode()
    assert refused.status_code == 409
    assert "What was found meets the definition" in page and "Kept as typed" in page
    assert re.search(r'name="purposes.servitude" value="found" checked', page)
    sent = {**typed, "positive": "yes", "key": key()}
    assert authority.post(url, sent).status_code == 302
    assert authority.post(url, sent).status_code == 302, "a double send is one decision"
    with acting(land.actors["authority"]):
        assert Decision.objects.filter(case_id=land.ids["woman"]).count() == 1
    assert "Kept as typed" not in got(authority, at(land, land.ids["woman"], "decide_conclusive"))


def test_a_decision_is_looked_at_again_beside_what_it_said(land: Country, authority: Client) -> None:
    no = land.did("decide_reasonable_grounds", "authority", timedelta(hours=3), case=land.ids["woman"], positive=False,
                  acts=["transfer"], not_purposes=[p.value for p in PurposeElement], means=["fraud"], reasons="…",
                  language="ro")  # fmt: skip
    decision = no.made["decision"]
    land.did(
        "request_reconsideration", "harbour", timedelta(hours=2), case=land.ids["woman"], decision=decision
    )
    url = at(land, land.ids["woman"], "decide_reconsideration")
    assert f"{url}?decision={decision}" in got(authority, "/decisions/")
    page = got(authority, f"{url}?decision={decision}")
    assert "You decided this yourself" in page and "The person asked on" in page
    assert "Every purpose was looked for and none was found" in page
    refused = authority.post(
        url, {"decision": decision, "upheld": "yes", "reasons": "Again", "language": "ro", "key": key()}
    )
    assert refused.status_code == 409 and "Again" in refused.content.decode()


def test_who_decides_reads_the_answers_of_a_screening_while_the_words_are_open(land: Country) -> None:
    begun = land.did("begin_screening", "north", setting="border")
    screening = begun.made["screening"]
    given = {"safe_now": "safe", "age_band": "adult", "agreement": "yes", "journey_papers": "somebody_else",
             "journey_help": "others", "journey_free": "must_follow"}  # fmt: skip
    land.did("answer_screening", "north", screening=screening, answers=given, finished=True)
    case = land.did("raise_case", "north", screening=screening, agreed=True, age_basis="claimed", age_low=30,
                    languages=["ro"]).made["case"]  # fmt: skip
    land.did("presume_trafficked", "north", case=case, acts=["recruitment"])
    grant = {"case": case, "to_agency": str(land.actors["authority"].agency_id), "purpose": Purpose.IDENTIFICATION,
             "basis": Basis.CONSENT}  # fmt: skip
    land.did("grant_access", "north", **grant, compartments=["facts"])
    browser = land.client("authority")
    assert "The answers" not in got(browser, at(land, case))
    land.did("grant_access", "north", **grant, compartments=["facts", "statements"])
    page = got(browser, at(land, case))
    assert "The answers" in page and "What speaks for it" in page
    assert browser.get(f"/screen/{screening}/result/").status_code == 404
