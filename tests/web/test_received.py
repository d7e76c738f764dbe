"""What was received and what escalates: through page, API and command, by whom it is for, and by nobody else."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from click.testing import CliRunner
from django.test import Client

from tests.web.country import Country
from tests.web.test_pages import got
from tutela.cases import received
from tutela.cases.escalations import escalations
from tutela.doors.cli.do import STANDING
from tutela.doors.cli.received import command
from tutela.doors.cli.token import issue
from tutela.engine import jobs
from tutela.engine.access import acting
from tutela.engine.models import Entry
from tutela.engine.outcomes import Received


def sent(land: Country, **more: Any) -> str:
    """Police write down that somebody is held, on a file that they do not see; the id of what waits."""
    told = land.tried(
        "detention_found", "police", timedelta(hours=1), case=land.child, place_kind="transit_zone", **more
    )
    assert isinstance(told, Received)
    [item] = [one for one in received.waiting(land.actors["office"]) if one.state == "waiting"]
    return str(item.id)


def ask(key: str, path: str, body: dict[str, Any] | None = None) -> tuple[int, Any]:
    """One request of a program with this member's token."""
    headers = {"Authorization": f"Bearer {issue(key)}", "Accept-Language": "en"}
    client = Client()
    if body is None:
        answer = client.get(f"/api/v1{path}", headers=headers)
    else:
        answer = client.post(f"/api/v1{path}", json.dumps(body), "application/json", headers=headers)
    return answer.status_code, answer.json()


def test_the_office_opens_matches_and_sets_aside_and_nobody_else_sees_it(land: Country) -> None:
    item = sent(land)
    office, police = land.client("office"), land.client("police")
    page = got(office, "/received/")
    assert "Police, anti-trafficking unit" in page and "somebody may be in danger" in page
    assert "a child, or perhaps one" not in page
    assert police.get("/received/").status_code == police.get(f"/received/{item}/").status_code == 404
    sealed = got(office, f"/received/{item}/")
    assert "transit" not in sealed.lower()
    assert office.post(f"/received/{item}/", {"purpose": " "}).status_code == 422
    opened = office.post(f"/received/{item}/", {"purpose": "to find the file"}).content.decode()
    assert "transit" in opened.lower() and f'value="{land.child}" selected' in opened
    wrong = office.post(f"/received/{item}/", {"purpose": "to find", "act": "match_received", "case": ""})
    assert wrong.status_code == 422
    done = office.post(f"/received/{item}/", {"act": "match_received", "case": str(land.child)})
    assert (done.status_code, done.headers["Location"]) == (302, "/received/")
    assert "Nothing waits now" in got(office, "/received/")
    aside = sent(land, held_for="charge")
    office.post(
        f"/received/{aside}/", {"act": "set_received_aside", "because": "about_nobody", "reason": "none"}
    )
    assert "It is about nobody" in got(land.client("rights"), "/received/")
    got(land.client("rights"), f"/monitor/files/{aside}/")
    new = land.client("office").post(
        f"/received/{aside}/", {"act": "open_file_from_received", "age_basis": "unknown"}
    )
    assert new.headers["Location"].startswith("/cases/")


def test_programs_and_the_command_line_read_the_same(land: Country) -> None:
    item = sent(land)
    status, listed = ask("office-one", "/received")
    assert (status, [one["id"] for one in listed]) == (200, [item])
    assert ask("police-one", "/received")[0] == ask("police-one", "/escalations")[0] == 404
    assert ask("office-one", f"/received/{item}/open", {"purpose": ""})[0] == 422
    status, opened = ask("office-one", f"/received/{item}/open", {"purpose": "to find the file"})
    assert (status, opened["content"]["place_kind"], opened["names_case"]) == (
        200,
        "transit_zone",
        str(land.child),
    )
    assert ask("rights-one", f"/received/{item}/open", {"purpose": "to look"})[0] == 404
    said = CliRunner().invoke(command, ["--as", "office-one"], obj=STANDING)
    assert json.loads(said.output)[0]["id"] == item
    said = CliRunner().invoke(command, ["--as", "police-one"], obj=STANDING)
    assert json.loads(said.output) == []
    assert CliRunner().invoke(command, ["--as", "office-one", "--open", item], obj=STANDING).exit_code == 2


def test_the_coordinator_sees_first_what_escalates_and_no_file_that_is_not_theirs(land: Country) -> None:
    land.did("detention_found", "harbour", timedelta(hours=3), case=land.child, place_kind="transit_zone")
    land.did(
        "place_tonight", "harbour", timedelta(hours=1), case=land.ids["woman"], place=str(land.ids["bed2"])
    )
    council = land.client("council")
    page = got(council, "/")
    assert "What escalates to me" in page and "What I owe" in got(council, "/owed/")
    found = escalations(land.actors["council"])
    assert found.duties and found.urgent and {row.case_id for row in found.duties} <= {land.adult, None}
    held = [row for row in found.breaches if row.rule == "held_all_the_same"]
    assert [(row.case_id, row.agency) for row in held] == [(None, "")]
    assert str(land.child) not in page
    assert not escalations(land.actors["harbour"]).duties
    form = council.get(f"/cases/{land.ids['woman']}/do/review_urgent_act/")
    assert form.status_code == 200
    assert council.get(f"/cases/{land.ids['woman']}/").status_code == 404
    status, rows = ask("council-one", "/escalations")
    assert status == 200 and {row["kind"] for row in rows} == {"duty", "breach", "urgent"}


def test_what_nobody_opens_is_passed_up(land: Country) -> None:
    item = sent(land)
    later = land.now + timedelta(days=30)
    assert any(str(step.subject_id) == item and step.to == "coordinator" for step in jobs.steps(later))
    jobs.escalate(later)
    with acting(land.actors["rights"]):
        assert Entry.objects.filter(subject_id=item, action="escalate_received", outcome="done").count() == 1
