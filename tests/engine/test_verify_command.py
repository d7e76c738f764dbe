"""`tutela verify` over a journal that `perform` wrote: what it says, how it ends, what it writes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from click.testing import CliRunner, Result

from tests.engine.journals import entry_ids, tamper
from tutela.agencies.actions import EnrolMember, RegisterAgency
from tutela.agencies.models import Member
from tutela.agencies.sessions import open_session
from tutela.agencies.system import system
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase, RecordIdentity
from tutela.config.database import Urls
from tutela.doors.cli import verify
from tutela.engine import jobs
from tutela.engine.outcomes import Done
from tutela.engine.perform import perform
from tutela.people.models import IdentityKind

TOOL = Path(__file__).resolve().parents[2] / "tools" / "tutela_verify.py"
Run = Callable[..., Result]


@pytest.fixture
def run(db_world: Urls, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command, on this test's databases."""

    @contextmanager
    def already_there(data: Path | None = None) -> Iterator[None]:
        yield

    monkeypatch.setattr(verify, "ground", already_there)
    return lambda *given: CliRunner().invoke(verify.command, [str(each) for each in given])


@pytest.fixture
def case(run: Run) -> UUID:
    """A case that an agency opened and put a name to; half of the journal is in the tree."""
    agency = perform(
        RegisterAgency(key="harbour", name_en="Harbour", name_zh="港湾", sector=Sector.NGO), system("setup")
    )
    assert isinstance(agency, Done)
    enrol = EnrolMember(
        agency=UUID(agency.made["agency"]), key="one", display_name="One", roles=(Role.CASEWORKER,)
    )
    member = perform(enrol, system("setup"))
    assert isinstance(member, Done)
    actor = open_session(Member.objects.select_related("agency").get(pk=member.made["member"]))
    opened = perform(OpenCase(), actor)
    assert isinstance(opened, Done)
    jobs.sequence()
    case = UUID(opened.made["case"])
    named = perform(RecordIdentity(case=case, kind=IdentityKind.NAME, value="Canary Marked Name"), actor)
    assert isinstance(named, Done), named
    return case


def test_a_journal_that_was_lived_is_whole(case: UUID, run: Run) -> None:
    result = run()
    assert result.exit_code == 0, result.output
    assert "Whole" in result.output


def test_an_edited_entry_is_named_and_the_command_fails(case: UUID, run: Run, db_world: Urls) -> None:
    first = entry_ids(case)[0]
    tamper(db_world.owner, "UPDATE engine_entry SET outcome = 'refused' WHERE id = %s", first)
    result = run()
    assert result.exit_code == 1
    assert "header.columns" in result.output
    assert f"subject {case}, entry {first}" in result.output
    told = json.loads(run("--json").output.splitlines()[-1])
    assert told["whole"] is False
    assert told["findings"][0]["subject"] == str(case)


def test_an_export_is_for_its_owner_names_nobody_and_a_stranger_verifies_it(
    case: UUID, run: Run, tmp_path: Path
) -> None:
    target = tmp_path / "journal.jsonl"
    key_id = json.loads(run("--json", "--export", target).output.splitlines()[-1])["key_id"]
    assert target.stat().st_mode & 0o777 == 0o600
    assert "Canary" not in target.read_text()
    command = [sys.executable, "-I", str(TOOL), str(target), "--key", key_id]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert run("--head", target).exit_code == 0


def test_heads_kept_elsewhere_are_held_against_the_journal(
    case: UUID, run: Run, tmp_path: Path, db_world: Urls
) -> None:
    target = tmp_path / "journal.jsonl"
    run("--export", target)
    for table in ("engine_leaf", "engine_treehead", "engine_treeprogress"):
        tamper(db_world.owner, f"DELETE FROM {table}")
    assert run().exit_code == 0
    result = run("--head", target)
    assert result.exit_code == 1
    assert "head.missing_leaves" in result.output


@pytest.mark.parametrize("text", ["", "nonsense", "[1]", '{"head": {"size": 1}}'])
def test_a_file_without_heads_is_said(text: str, run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text(text)
    result = run("--head", other)
    assert result.exit_code == 1
    assert "head" in result.output
