"""The API door: every answer with its status, tokens, languages, and what it never says."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest
from django.test import Client

from tests.engine.test_perform import agency
from tutela.agencies.models import Member
from tutela.agencies.words import Role, Sector
from tutela.doors.cli.token import end, issue
from tutela.engine.actions import registry


class Program:
    """A program with a member's token."""

    def __init__(self, member_key: str, language: str = "en") -> None:
        self.token = issue(member_key)
        self.headers = {"Authorization": f"Bearer {self.token}", "Accept-Language": language}
        self.client = Client()

    def post(self, action: str, body: Any = None, **headers: str) -> Any:
        text = body if isinstance(body, str) else json.dumps(body or {})
        return self.client.post(
            f"/api/v1/actions/{action}", text, "application/json", headers={**self.headers, **headers}
        )

    def get(self, path: str) -> Any:
        return self.client.get(f"/api/v1{path}", headers=self.headers)


@pytest.fixture
def ngo(db_world: object) -> Program:
    agency("harbour", Sector.NGO, Role.CASEWORKER)
    return Program("harbour-one")


@pytest.fixture
def other(ngo: Program) -> Program:
    agency("removals", Sector.IMMIGRATION_ENFORCEMENT, Role.CASEWORKER)
    return Program("removals-one")


def opened(ngo: Program) -> str:
    answer = ngo.post("open_case")
    assert answer.status_code == 200, answer.content
    return str(answer.json()["made"]["case"])


def test_done_received_refused_denied_invalid_each_have_their_status(ngo: Program, other: Program) -> None:
    case = opened(ngo)
    fact = {"case": case, "age_basis": "unknown"}
    assert ngo.post("record_age", fact).json()["result"] == "done"
    received = other.post("record_age", fact)
    assert (received.status_code, received.json()["result"]) == (202, "received")
    removals = str(Member.objects.get(key="removals-one").agency_id)
    grant = {"case": case, "to_agency": removals, "purpose": "residence", "basis": "consent"}
    refused = ngo.post("grant_access", grant)
    assert refused.status_code == 409
    assert refused.json()["objections"][0]["code"] == "grant.firewall"
    assert refused.json()["objections"][0]["provisions"][0]["title"]
    assert other.post("grant_access", grant).status_code == 404


def test_what_is_not_yours_looks_like_what_does_not_exist(ngo: Program, other: Program) -> None:
    case, nowhere = opened(ngo), str(uuid.uuid4())
    for path in ("/cases/{}", "/cases/{}/timeline"):
        there, absent = other.get(path.format(case)), other.get(path.format(nowhere))
        assert there.status_code == absent.status_code == 404
        assert there.content == absent.content
    close = {"person_agrees": True}
    there, absent = (
        other.post("close_case", {"case": case, **close}),
        other.post("close_case", {"case": nowhere, **close}),
    )
    assert there.status_code == absent.status_code == 404
    assert there.content == absent.content


def test_every_fault_is_listed_with_where_and_what_and_no_value(ngo: Program) -> None:
    answer = ngo.post("open_case", {"sex": "Nguyen", "age_low": "many", "colour": "red"})
    assert answer.status_code == 422
    faults = {f["field"]: f["code"] for f in answer.json()["faults"]}
    assert faults == {"sex": "field.choice", "age_low": "field.whole", "colour": "field.unknown"}
    assert b"Nguyen" not in answer.content


def test_an_unknown_action_a_double_key_and_a_body_that_is_none(ngo: Program) -> None:
    unknown = ngo.post("opn_case").json()
    assert unknown["faults"][0]["code"] == "action.unknown"
    assert "open_case" in unknown["faults"][0]["message"]
    twice = ngo.post("open_case", '{"sex": "female", "sex": "male"}')
    assert twice.json()["faults"][0]["code"] == "body.duplicate"
    assert ngo.post("open_case", "[1]").json()["faults"][0]["code"] == "body.not_json"
    assert ngo.post("open_case", '{"age_low": NaN}').status_code == 422


def test_a_double_send_gets_the_same_answer(ngo: Program) -> None:
    key = str(uuid.uuid4())
    first = ngo.post("open_case", {}, **{"Idempotency-Key": key})
    second = ngo.post("open_case", {}, **{"Idempotency-Key": key})
    assert first.json() == second.json()
    third = ngo.post("open_case", {"sex": "female"}, **{"Idempotency-Key": key})
    assert third.json()["objections"][0]["code"] == "key.reused"
    wrong = ngo.post("open_case", {}, **{"Idempotency-Key": "7"})
    assert wrong.json()["faults"][0] | {"message": ""} == {
        "field": "Idempotency-Key",
        "code": "key.form",
        "message": "",
    }


def test_texts_come_in_the_language_asked_for(ngo: Program) -> None:
    chinese = ngo.post("open_case", {"sex": "x"}, **{"Accept-Language": "zh"}).json()
    assert any("\u4e00" <= sign <= "\u9fff" for sign in chinese["faults"][0]["message"])


def test_a_token_that_ended_opens_nothing(ngo: Program) -> None:
    assert ngo.get("/cases").status_code == 200
    end("harbour-one")
    assert ngo.get("/cases").status_code == 401
    assert ngo.post("open_case").status_code == 401
    assert Client().get("/api/v1/cases").status_code == 401


def test_reading_shows_the_file_its_timeline_and_what_is_owed(ngo: Program) -> None:
    case = opened(ngo)
    assert [row["id"] for row in ngo.get("/cases").json()["rows"]] == [case]
    page = ngo.get(f"/cases/{case}").json()
    assert page["person"]["may_be_child"] is None
    lines = ngo.get(f"/cases/{case}/timeline").json()["lines"]
    assert lines[-1]["action"] == "open_case"
    assert ngo.get("/owed").json() == {"rows": [], "unseen": []}
    assert len(Client().get("/api/v1/instrument").json()) == 110
    assert Client().get("/api/v1/coverage").json()["totals"]


def test_every_action_that_members_do_has_an_operation_of_its_own(ngo: Program) -> None:
    schema = ngo.client.get("/api/v1/openapi.json").json()
    there = {path.rpartition("/")[2] for path in schema["paths"] if "/actions/" in path}
    assert there == {action.name for action in registry if not action.system}
    for path, operations in schema["paths"].items():
        for operation in operations.values():
            assert operation["summary"] and operation.get("description"), path
