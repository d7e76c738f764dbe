"""The command `do`: its fields from options and JSON, its answers, its exit codes, its explanations."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.engine.test_perform import agency
from tutela.agencies.words import Role, Sector
from tutela.cases.models import Case
from tutela.doors.cli.do import STANDING, command
from tutela.doors.options import from_options
from tutela.engine.access import acting
from tutela.engine.actions import InvalidAction


def do(*words: str, given: str | None = None) -> Any:
    """Runs the command on databases that are there already."""
    return CliRunner().invoke(command, list(words), input=given, obj=STANDING)


@pytest.fixture
def ngo(db_world: object) -> Any:
    return agency("harbour", Sector.NGO, Role.CASEWORKER)


def opened(*more: str) -> str:
    said = do("open_case", "--as", "harbour-one", "--format", "json", *more)
    assert said.exit_code == 0, said.output
    return str(json.loads(said.stdout)["made"]["case"])


def test_each_answer_has_its_exit_code(ngo: Any) -> None:
    agency("elsewhere", Sector.NGO, Role.CASEWORKER)
    agency("removals", Sector.IMMIGRATION_ENFORCEMENT, Role.CASEWORKER)
    case = opened()
    grant = (
        "grant_access",
        "--case",
        case,
        "--to-agency",
        "removals",
        "--purpose",
        "residence",
        "--basis",
        "consent",
    )
    assert do(*grant, "--as", "harbour-one").exit_code == 3
    assert do(*grant, "--as", "elsewhere-one").exit_code == 4
    assert do("record_age", "--case", case, "--age-basis", "unknown", "--as", "elsewhere-one").exit_code == 5
    assert do("record_age", "--case", case, "--age-basis", "old", "--as", "harbour-one").exit_code == 2
    assert do("record_age", "--case", case, "--as", "nobody").exit_code == 2
    assert do("opn_case", "--as", "harbour-one").exit_code == 2


def test_a_refusal_says_why_and_by_which_provision(ngo: Any) -> None:
    agency("removals", Sector.IMMIGRATION_ENFORCEMENT, Role.CASEWORKER)
    grant = ("grant_access", "--to-agency", "removals", "--purpose", "residence", "--basis", "consent")
    said = do(*grant, "--case", opened(), "--as", "harbour-one")
    assert "Refused" in said.output and "P7" in said.output and "G4.6" in said.output
    chinese = do(*grant, "--case", opened(), "--as", "harbour-one", "--lang", "zh")
    assert "已拒绝" in chinese.output


def test_a_case_is_named_by_its_pseudonym(ngo: Any) -> None:
    case = opened()
    with acting(ngo):
        name = Case.objects.get(pk=case).pseudonym
    assert do("record_age", "--case", name, "--age-basis", "unknown", "--as", "harbour-one").exit_code == 0
    agency("elsewhere", Sector.NGO, Role.CASEWORKER)
    unseen = do("close_case", "--case", name, "--person-agrees", "--as", "elsewhere-one", "--format", "json")
    assert json.loads(unseen.stdout)["faults"][0]["code"] == "field.id", (
        "a name that one cannot see is no name"
    )


def test_fields_come_from_json_as_well(ngo: Any, tmp_path: Path) -> None:
    said = do(
        "open_case",
        "--json",
        "-",
        "--as",
        "harbour-one",
        given='{"sex": "female", "languages": ["ar", "en"]}',
    )
    assert said.exit_code == 0, said.output
    file = tmp_path / "one.json"
    file.write_text('{"sex": "female", "sex": "male"}')
    twice = do("open_case", "--json", str(file), "--as", "harbour-one", "--format", "json")
    assert json.loads(twice.stdout)["faults"][0]["code"] == "body.duplicate"


def test_a_key_makes_a_second_try_harmless(ngo: Any) -> None:
    key = str(uuid.uuid4())
    assert opened("--key", key) == opened("--key", key)
    with acting(ngo):
        assert Case.objects.count() == 1


def test_options_are_read_strictly() -> None:
    assert from_options("open_case", ["--languages=ar,en", "--languages", "fr"]) == {
        "languages": ["ar", "en", "fr"]
    }
    assert from_options("close_case", ["--person-agrees"]) == {"person_agrees": True}
    assert from_options("close_case", ["--person-agrees", "no"]) == {"person_agrees": False}
    for wrong in (["--colour", "red"], ["--sex", "female", "--sex", "male"], ["--sex"]):
        with pytest.raises(InvalidAction):
            from_options("open_case", wrong)


def test_help_is_worth_reading() -> None:
    page = do("bring_charge", "--help").output
    for said in ("P7", "--charge-ref", "irregular_work", "Prosecution"):
        assert said in page
    assert "open_case" in do("--list").output
    assert "Exit codes" in do("--help").output
    unknown = do("opn_case", "--help")
    assert unknown.exit_code == 1 and "open_case" in unknown.output
    assert do().exit_code == 2
