"""`tutela coverage` on the command line."""

import json

import pytest
from click.testing import CliRunner

from tutela.doors.cli import coverage as door
from tutela.instrument.coverage import OutcomeKind, Rule, StoryResult, compute_coverage
from tutela.instrument.provisions import Kind


@pytest.fixture
def run(monkeypatch):
    rules = [Rule(Kind.REFUSE, "no_charge_linked_to_the_trafficking", ("P7", "G2.5"), "No such charge.")]
    results = [
        StoryResult(
            "A charge is refused", "stories/c.yaml", OutcomeKind.REFUSED, ("P7", "G2.5"), True, ("4",), "now"
        ),
        StoryResult("An old one", "stories/c.yaml", OutcomeKind.BREACH, ("P7",), True, (), "before"),
    ]
    monkeypatch.setattr(door, "load_coverage", lambda: compute_coverage(rules, results, "now"))
    monkeypatch.setenv("COLUMNS", "160")
    return lambda *args: CliRunner().invoke(door.command, args)


def test_the_table_shows_groups_provisions_and_harm(run):
    output = run().output
    assert "G11  Cooperation between States and regions" in output
    assert "◐ partly" in output
    assert "breach, duty" in output
    assert "Asking whether somebody is protected cannot be used to find them" in output
    assert "told with older rules" in output


def test_chinese(run):
    output = run("--lang", "zh").output
    assert "人权至上" in output
    assert "尚未" in output


def test_json_is_the_whole_or_the_part(run):
    whole = json.loads(run("--json").output)
    assert len(whole["provisions"]) == 110
    assert whole["provisions"]["P7"]["missing"] == ["breach", "duty"]
    part = json.loads(run("--json", "P7").output)
    assert list(part["provisions"]) == ["P7"]
    assert part["totals"] == whole["totals"]


def test_one_provision_in_full(run):
    output = run("P7", "G1.1").output
    assert "no_charge_linked_to_the_trafficking" in output
    assert "A charge is refused" in output
    assert "so it does not count" in output
    assert "No rule names it yet." in output


def test_only_one_status(run):
    output = run("--status", "partly").output
    assert "No detention or punishment" in output
    assert "Rights of trafficked people come first" not in output


def test_a_wrong_provision_is_explained(run):
    result = run("P99")
    assert result.exit_code == 2
    assert "P1 to P17" in result.output


def test_help_is_worth_reading(run):
    output = run("--help").output
    assert "tutela coverage P7 G2.5" in output
    assert "not yet" in output
