"""The generated form of every action: it renders, and its four answers are told in place."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests.web.country import AGENCIES, Country
from tests.web.test_pages import few_queries
from tutela.doors.web import designed, doable, forms
from tutela.engine.actions import Action, registry
from tutela.engine.fields import FieldKind


def everything() -> list[type[Action]]:
    """Every action that a person may take."""
    return [a for a in registry if not a.system]


#: Behind a page of their own, the generated form is for what that page does not hold.
BEHIND = {"write_message": "?other=1"}


def url_for(action: type[Action], land: Country) -> str:
    """The address of its form, for the adult."""
    return doable.url_of(action, land.adult) + BEHIND.get(action.name, "")


def agreed(land: Country, agency: str) -> None:
    """His consent to an agency, without which nobody can be called to a conference on him."""
    land.did("record_consent", "harbour", case=land.adult, receiver=agency, purpose="health", language="bn",
             interpreting="in_person", said_through="interpreter",
             told=["may_take_back", "help_does_not_depend", "notes_may_be_disclosed"])  # fmt: skip


def test_every_action_has_a_form_that_some_role_can_open(land: Country) -> None:
    clinic = str(land.actors["clinic"].agency_id)
    land.did("grant_access", "north", case=land.adult, to_agency=clinic, purpose="health", basis="consent",
             compartments=["facts", "health", "therapy"])  # fmt: skip
    land.did("grant_access", "north", case=land.adult, to_agency=str(land.actors["children"].agency_id),
             purpose="protection", basis="consent", compartments=["facts"])  # fmt: skip
    agreed(land, clinic)
    browsers = {row[0]: land.client(row[0]) for row in AGENCIES}
    never = []
    for action in everything():
        if action.name in doable.DESIGNED or action.needs == "intake" or "person" in action.who.sectors:
            continue  # these have pages of their own
        opened = 0
        for key, browser in browsers.items():
            if not doable.may_try(action, land.actors[key]):
                continue
            with few_queries(f"{action.name} as {key}"):
                response = browser.get(url_for(action, land))
            if response.status_code != 200:
                continue
            opened += 1
            _holds(action, response.content.decode())
            break
        if not opened:
            never.append(action.name)
    assert never == []


def _holds(action: type[Action], page: str) -> None:
    """Each field is there once, with a label tied to it; nothing is in two places."""
    assert 'name="key"' in page, action.name
    if designed.of(action, uuid.uuid4()) is not None:  # its own page asks for some fields element by element
        return
    for spec in action.specs():
        idle = spec.ref and not spec.required and f'name="{spec.name}"' not in page
        if spec.name == "case" or idle:  # a list that is empty and may stay so is not shown
            continue
        assert f'name="{spec.name}"' in page, (action.name, spec.name)
        shown = f'for="f-{spec.name}"' in page or re.search(
            rf'<fieldset[^>]*>\s*<legend>[^<]+[\s\S]*?name="{spec.name}"', page
        )
        assert shown, (action.name, spec.name)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)), action.name


def test_nobody_opens_the_form_of_what_they_may_not_try(land: Country) -> None:
    for row in AGENCIES:
        browser = land.client(row[0])
        for action in registry:
            if not doable.may_try(action, land.actors[row[0]]):
                assert browser.get(url_for(action, land)).status_code == 404, (action.name, row[0])
    assert browser.get("/do/no_such_action/").status_code == 404
    assert browser.get(f"/cases/{land.adult}/do/register_agency/").status_code == 404


def key() -> str:
    """A fresh idempotency key."""
    return str(uuid.uuid4())


def test_done_says_what_it_started(land: Country) -> None:
    browser = land.client("harbour")
    response = browser.post(
        "/do/open_case/", {"key": key(), "age_basis": "unknown", "languages": ["bn", "", ""]}
    )
    assert response.status_code == 302 and re.fullmatch(
        r"/cases/[0-9a-f-]{36}/", response.headers["Location"]
    )
    page = browser.get(response.headers["Location"]).content.decode()
    assert "Done: Open a file." in page and "Presumed child" in page and "Bangla" in page
    case_id = response.headers["Location"].split("/")[2]
    done = browser.post(f"/cases/{case_id}/do/presume_trafficked/", {"key": key()}, follow=True)
    assert "Now owed:" in done.content.decode()


def test_a_double_click_changes_nothing(land: Country) -> None:
    browser, same = land.client("harbour"), key()
    first = browser.post("/do/open_case/", {"key": same, "age_basis": "unknown"})
    second = browser.post("/do/open_case/", {"key": same, "age_basis": "unknown"})
    assert first.headers["Location"] == second.headers["Location"]


def test_a_refusal_is_told_in_place_with_what_can_be_done_instead(land: Country) -> None:
    browser = land.client("hill")
    url = f"/cases/{land.adult}/do/end_stay/"
    sent = {"key": key(), "placement": str(land.ids["placement"]), "because": "will_not_testify"}
    response = browser.post(url, sent)
    page = response.content.decode()
    assert response.status_code == 409
    for said in ("This cannot be done", "P8", "G6.1", "Nothing was changed", "What can be done instead"):
        assert said in page, said
    assert 'value="will_not_testify" checked' in page or 'value="will_not_testify" selected' in page
    assert sent["key"] not in page, "a refused try gets a new key"
    button = re.search(r'<form method="post" action="(/cases/[^"]+/do/[a-z_]+/)">.*?</form>', page, re.S)
    assert button and 'name="_prefill"' in button[0]
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', button[0]))
    opened = browser.post(button[1], fields)
    assert opened.status_code == 200 and "<form" in opened.content.decode()


def test_a_taken_bed_offers_what_is_free(land: Country) -> None:
    other = land.did("open_case", "harbour", age_basis="known", age_low=40, sex="male").made["case"]
    since = (land.now + timedelta(days=1)).date().isoformat()
    until = (land.now + timedelta(days=9)).date().isoformat()
    browser = land.client("harbour")
    sent = {"key": key(), "place": str(land.ids["bed1"]), "since": since, "until": until}
    response = browser.post(f"/cases/{other}/do/offer_place/", sent)
    page = response.content.decode()
    assert response.status_code == 409 and "Room 2" in page
    assert f'name="place" value="{land.ids["bed2"]}"' in page


def test_faults_stand_beside_their_fields_and_nothing_typed_is_lost(land: Country) -> None:
    browser, same = land.client("harbour"), key()
    url = f"/cases/{land.adult}/do/offer_place/"
    response = browser.post(url, {"key": same, "place": "", "since": "tomorrow", "until": "2026-12-24"})
    page = response.content.decode()
    assert response.status_code == 422
    assert 'href="#f-place"' in page and 'href="#f-since"' in page
    assert 'value="tomorrow"' in page and 'value="2026-12-24"' in page
    assert 'aria-invalid="true"' in page and "f-since-wrong" in page
    assert same in page, "the same try keeps its key"


def test_a_time_is_that_of_the_country(land: Country) -> None:
    from zoneinfo import ZoneInfo

    from django.utils import timezone

    with timezone.override(ZoneInfo("Europe/Athens")):
        read = forms.read(registry.get("detention_found"), {"occurred_at": ["2026-07-01T12:00"]})
    assert read["occurred_at"] == "2026-07-01T12:00:00+03:00"
    assert forms.read(registry.get("detention_found"), {"occurred_at": ["noon"]})["occurred_at"] == "noon"


def test_a_fact_from_somebody_who_lost_access_is_kept(land: Country) -> None:
    browser = land.client("hill")
    url = f"/cases/{land.adult}/do/threat_reported/"
    assert browser.get(url).status_code == 200
    land.did("cut_grant", "north", case=land.adult, from_agency=str(land.actors["hill"].agency_id))
    kept = browser.post(url, {"key": key()}, follow=True)
    assert "This was received and kept." in kept.content.decode()
    assert browser.get(url).status_code == 404


def test_an_act_without_access_is_denied_and_written_down(land: Country) -> None:
    from tutela.engine.access import acting
    from tutela.engine.models import Entry

    actor = land.actors["clinic"]
    url = f"/cases/{land.adult}/do/offer_service/"
    assert land.client("clinic").post(url, {"key": key(), "service": "medical"}).status_code == 404
    assert land.client("clinic").post("/do/register_agency/", {"key": key()}).status_code == 404
    with acting(land.actors["rights"]):
        denied = Entry.objects.filter(subject_id=actor.member_id, outcome="denied")
        assert [e.action for e in denied] == ["offer_service"]


def test_a_session_that_ended_leads_to_signing_in_again(land: Country) -> None:
    from tutela.agencies.sessions import end_session

    browser = land.client("harbour")
    end_session(browser.session["tutela"])
    response = browser.post(f"/cases/{land.adult}/do/threat_reported/", {"key": key()}, follow=True)
    page = response.content.decode()
    assert response.redirect_chain[0][0] == f"/accounts/login/?next=/cases/{land.adult}/do/threat_reported/"
    assert "Your session has ended" in page


@pytest.mark.parametrize("kind", list(FieldKind))
def test_each_kind_of_field_reads_what_it_was_given(kind: FieldKind) -> None:
    samples: dict[str, tuple[list[str], Any]] = {
        "yes_no": (["yes"], True), "yes_no_unknown": (["unknown"], None), "whole": (["7"], "7"),
        "money": (["7.50"], 750), "currency": (["EUR"], "EUR"),
        "line": (["words"], "words"), "prose": (["more words"], "more words"), "date": (["2026-03-04"], "2026-03-04"),
        "choice": (["a"], "a"), "choices": (["a", "b", "a"], ["a", "b"]), "languages": (["bn", "el"], ["bn", "el"]),
        "language": (["bn"], "bn"), "country": (["GR"], "GR"), "id": (["x"], "x"), "ids": (["x", "y"], ["x", "y"]),
        "answers": (['{"a": "b"}'], {"a": "b"}), "time": (["2026-03-04T09:00+00:00"], "2026-03-04T09:00:00+00:00"),
    }  # fmt: skip
    typed, wanted = samples[kind.value]

    class Spec:
        name, required, ref, choices = "field", True, None, ()

    Spec.kind = kind  # type: ignore[attr-defined]  # a stand-in for a FieldSpec

    class Stand:
        @staticmethod
        def specs() -> tuple[Any, ...]:
            return (Spec,)

    assert forms.read(Stand, {"field": typed})["field"] == wanted  # type: ignore[arg-type]


def test_the_monitor_reviews_without_seeing_the_file(land: Country) -> None:
    land.did("open_case", "clinic")
    browser: Client = land.client("rights")
    url = f"/cases/{land.adult}/do/review_waiver/"
    page = browser.get(url)
    assert page.status_code == 200 and f"/monitor/files/{land.adult}/" in page.content.decode()
    assert browser.get(f"/cases/{uuid.uuid4()}/do/review_waiver/").status_code == 404


def test_days_are_typed_year_first_where_the_browser_writes_them_otherwise(land: Country) -> None:
    url = f"/cases/{land.adult}/do/grant_access/"
    browser = land.client("harbour")
    chinese = {"Accept-Language": "en-US,en;q=0.9"}
    browser.cookies["django_language"] = "zh-hans"
    assert 'type="datetime-local"' not in browser.get(url, headers=chinese).content.decode()
    assert 'type="datetime-local"' in browser.get(url, headers={"Accept-Language": "zh-CN"}).content.decode()
    assert [forms.as_day(t) for t in ("2026年3月9日", "2026/3/9 08:30", "20 March")] == [
        "2026-03-09", "2026-03-09 08:30", "20 March",
    ]  # fmt: skip
