"""Figures as pages, through the API, and from the command line."""

from __future__ import annotations

import csv
import io
import json

from click.testing import CliRunner
from django.test import Client

from tests.web.country import Country
from tests.web.test_pages import got
from tutela.doors.cli.do import STANDING
from tutela.doors.cli.figure import command
from tutela.doors.cli.token import issue
from tutela.engine.measures import measures


def test_every_figure_opens_split_drawn_and_said_in_both_languages(land: Country) -> None:
    browser = land.client("rights")
    listed = got(browser, "/figures/")
    for name, found in measures.items():
        assert f"/figures/{name}/" in listed
        page = got(browser, f"/figures/{name}/?by={found.by[0]}&and={found.by[-1]}&since=2020-01-01")
        assert "<table" in page and "<select" in page and "Rahman" not in page
    drawn = got(browser, "/figures/rights_first/?by=provision")
    assert "<svg" in drawn and "act was refused" in drawn and "var(--" in drawn
    assert drawn.count("<tr>") > 3 and ">together</th>" in drawn, "the table has its rows and the whole"
    chinese = browser.get(
        "/figures/rights_first/?by=sex", headers={"Accept-Language": "zh-hans"}
    ).content.decode()
    assert "被拒绝的行为" in chinese and "性别" in chinese
    saved = browser.get("/figures/rights_first/?by=provision&as=csv")
    assert saved["Content-Disposition"].endswith('filename="rights_first.csv"')
    assert len(list(csv.reader(io.StringIO(saved.content.decode("utf-8-sig"))))) > 3
    for wrong in ("/figures/nothing/", "/figures/pipeline/?by=provision"):
        assert browser.get(wrong).status_code == 404


def test_a_program_reads_what_its_member_may(land: Country) -> None:
    told = Client(headers={"Authorization": f"Bearer {issue(land.members['council'])}"})
    assert {m["name"] for m in told.get("/api/v1/figures").json()} == set(measures)
    said = told.get("/api/v1/figures/state_duties?by=part&by=sex&since=2020-01-01").json()
    assert (said["reach"], said["threshold"], said["by"]) == ("country", 10, ["part", "sex"])
    small = [row for row in said["rows"] if row["hidden"]]
    assert small and all(row["values"][name] is None for row in small for name in row["hidden"])
    assert told.get("/api/v1/figures/state_duties?by=case_id").status_code == 404
    assert told.get("/api/v1/figures/state_duties?since=yesterday").status_code == 422


def test_the_command_prints_a_table_values_and_a_file(land: Country) -> None:
    runner = CliRunner()
    member = land.members["rights"]
    listed = runner.invoke(command, [], obj=STANDING)
    assert "state_duties" in listed.output and "--by part" in listed.output
    found = runner.invoke(
        command, ["state_duties", "--by", "part", "--format", "json", "--as", member], obj=STANDING
    )
    said = json.loads(found.output)
    assert said["reach"] == "monitor" and said["by"] == ["part"] and said["rows"]
    assert runner.invoke(command, ["state_duties", "--as", member], obj=STANDING).exit_code == 0
    assert runner.invoke(command, ["nothing", "--as", member], obj=STANDING).exit_code == 1
    assert runner.invoke(command, ["state_duties"], obj=STANDING).exit_code == 1
