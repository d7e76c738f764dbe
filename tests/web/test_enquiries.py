"""The pages of the protection enquiry: asked by police, called back by the office, watched by the monitor."""

from __future__ import annotations

import json
import re

from click.testing import CliRunner
from django.test import Client

from tests.web.country import Country
from tests.web.test_pages import got
from tests.web.test_received import ask
from tutela.cases.actions import RecordIdentity
from tutela.doors.cli.do import STANDING
from tutela.doors.cli.enquiries import command
from tutela.engine.perform import perform
from tutela.guidelines.g05_enforcement import enquiry_reads as reads

ASKED = {"kind": "charge", "act_ref": "F 41/26", "setting": "police", "call": "+1 555 0100"}


def enquiry(land: Country) -> str:
    """Police ask before a charge; the id of the question."""
    return str(land.did("ask_protection", "police", person_name="Nobody Knows", **ASKED).made["enquiry"])


def asked(police: Client, called: str) -> str:
    """What police are shown for this name, without what is different in every answer."""
    sent = police.post("/do/ask_protection/", {**ASKED, "person_name": called})
    assert (sent.status_code, sent.headers["Location"]) == (302, "/enquiries/received/police/")
    page = got(police, sent.headers["Location"])
    return re.sub(r'name="(key|csrfmiddlewaretoken)" value="[^"]*"', "", page)


def test_every_question_gets_the_same_page_and_a_person_calls_back(land: Country) -> None:
    police, office, rights = land.client("police"), land.client("office"), land.client("rights")
    perform(RecordIdentity(case=land.adult, kind="name", value="Ravi Kumar"), land.actors["harbour"])
    page = asked(police, "Ravi Kumar")
    assert page == asked(police, "Nobody Knows")
    assert "within 4 hours" in page and "no clearance" in page and 'name="setting" value="police"' in page
    assert "Ravi" not in page and "F 41/26" not in page
    first = next(one for one in reads.waiting(land.actors["office"]))
    assert police.get("/enquiries/").status_code == police.get(f"/enquiries/{first.id}/").status_code == 404
    assert "Police, anti-trafficking unit" in got(office, "/enquiries/")
    assert "Ravi" not in got(office, f"/enquiries/{first.id}/")
    assert office.post(f"/enquiries/{first.id}/", {"purpose": " "}).status_code == 422
    opened = office.post(f"/enquiries/{first.id}/", {"purpose": "to call back"}).content.decode()
    assert "Ravi Kumar" in opened and f'value="{land.adult}"' in opened
    call = {"answer": "1", "purpose": "to call back", "case": str(land.adult), "said": "protection_applies"}
    when = first.asked_at.isoformat()
    refused = office.post(
        f"/enquiries/{first.id}/", {**call, "called_at": when, "ground": "consent", "disclosed": "health"}
    )
    assert refused.status_code == 409 and "has not agreed" in refused.content.decode()
    assert office.post(f"/enquiries/{first.id}/", {**call, "called_at": ""}).status_code == 422
    done = office.post(
        f"/enquiries/{first.id}/",
        {**call, "called_at": when, "ground": "imminent_harm", "reason": "Tonight's plane."},
    )
    assert (done.status_code, done.headers["Location"]) == (302, "/enquiries/")
    file = land.client("harbour").get(f"/cases/{land.adult}/").content.decode()
    assert "Who asked about this person" in file and "Harm is imminent" in file
    seen = got(rights, "/enquiries/")
    assert "Use in the last 30 days" in seen and "asked: 2" in seen and "Ravi" not in seen
    assert rights.get(f"/enquiries/{first.id}/").status_code == 404


def test_program_and_command_say_the_same(land: Country) -> None:
    headers = ask(land.members["police"], "/enquiries")
    assert headers[0] == 404
    asked(land.client("police"), "Nobody Knows")
    status, [item] = ask(land.members["office"], "/enquiries")
    assert status == 200 and item["agency"] == "Police, anti-trafficking unit"
    status, found = ask(land.members["office"], f"/enquiries/{item['id']}/open", {"purpose": "to call back"})
    assert status == 200 and found["content"]["person_name"] == "Nobody Knows" and found["candidates"] == []
    status, used = ask(land.members["rights"], "/enquiries/use")
    assert (status, used[0]["asked"]) == (200, 1)
    told = CliRunner().invoke(command, ["--as", land.members["office"]], obj=STANDING)
    assert json.loads(told.stdout)[0]["id"] == item["id"]
    told = CliRunner().invoke(
        command,
        ["--as", land.members["office"], "--open", item["id"], "--purpose", "to call back"],
        obj=STANDING,
    )
    assert json.loads(told.stdout)["content"]["act_ref"] == "F 41/26"
    assert CliRunner().invoke(command, ["--as", land.members["police"]], obj=STANDING).stdout.strip() == "[]"
