"""An export of the journal, checked by a program that knows nothing of Tutela."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from tests.engine.journals import AT, entry_ids, extend, grown, heads, rewrite_chain, tamper
from tutela.config.database import Urls
from tutela.engine import export
from tutela.engine.sequencer import sequence
from tutela.engine.signing import Signer

pytestmark = pytest.mark.usefixtures("db_world")
TOOL = Path(__file__).resolve().parents[2] / "tools" / "tutela_verify.py"
SIGNER = Signer(b"a seed for tests only, 32 bytes.")


@pytest.fixture
def case() -> UUID:
    """The second of three chains of four entries, all in the tree."""
    ids = grown(3, 4)
    sequence(SIGNER, AT)
    return ids[1]


def exported(folder: Path) -> Path:
    path = folder / "journal.jsonl"
    with path.open("w") as file:
        export.write(connection, file, AT)
    return path


def tool(path: Path, *more: str) -> tuple[int, dict[str, Any]]:
    """The verdict of the program, run with nothing of ours on its path."""
    command = [sys.executable, "-I", str(TOOL), str(path), "--json", *more]
    done = subprocess.run(command, capture_output=True, text=True, cwd=path.parent, check=False)
    assert done.stderr == "" or done.returncode == 2, done.stderr
    return done.returncode, json.loads(done.stdout or "{}")


def rewritten(path: Path, change: Any) -> Path:
    """The export with its lines changed by somebody."""
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    changed = path.with_name("changed.jsonl")
    changed.write_text("".join(json.dumps(line) + "\n" for line in change(lines)))
    return changed


def test_an_export_is_verified_by_a_stranger(case: UUID, tmp_path: Path) -> None:
    extend(case, 2)
    code, told = tool(exported(tmp_path), "--key", SIGNER.key_id)
    assert (code, told["whole"], told["found"]) == (0, True, [])
    assert (told["entries"], told["subjects"], told["in_tree"], told["waiting"]) == (14, 3, 12, 2)


def test_an_export_counts_its_entries(case: UUID) -> None:
    assert export.write(connection, io.StringIO(), AT) == 12


@pytest.mark.parametrize(
    ("change", "check"),
    [
        (lambda e: {**e, "header": e["header"].replace("done", "kind")}, "hash"),
        (lambda e: {**e, "prev": "00" * 32}, "hash"),
        (lambda e: {**e, "seq": 7}, "header"),
        (lambda e: {**e, "leaf": 0}, "place"),
    ],
)
def test_a_changed_export_names_the_entry(change: Any, check: str, case: UUID, tmp_path: Path) -> None:
    second = entry_ids(case)[1]
    path = rewritten(
        exported(tmp_path), lambda lines: [change(e) if e.get("entry") == second else e for e in lines]
    )
    code, told = tool(path)
    assert code == 1
    assert (told["found"][0]["entry"], told["found"][0]["subject"]) == (second, str(case))
    assert check in {found["check"] for found in told["found"]}


def test_an_entry_left_out_of_an_export_shows(case: UUID, tmp_path: Path) -> None:
    second, third = entry_ids(case)[1:3]
    path = rewritten(exported(tmp_path), lambda lines: [e for e in lines if e.get("entry") != second])
    code, told = tool(path)
    assert code == 1
    assert {"check": "chain", "subject": str(case), "entry": third, "seq": 3} in told["found"]


def test_a_tail_left_out_of_an_export_shows_though_renumbered(case: UUID, tmp_path: Path) -> None:
    last = entry_ids(case)[-1]

    def without_tail(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
        kept = [e for e in lines if e.get("entry") != last]
        numbers = iter(range(100))
        return [{**e, "leaf": next(numbers)} if "entry" in e else e for e in kept[:-1]] + [{"end": 11}]

    code, told = tool(rewritten(exported(tmp_path), without_tail))
    assert code == 1
    assert [found["check"] for found in told["found"]] == ["missing"]


def test_an_older_head_of_ones_own_is_held_against_the_export(
    case: UUID, db_world: Urls, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.jsonl"
    kept.write_text("".join(json.dumps({"head": head.as_json()}) + "\n" for head in heads()))
    extend(case, 3)
    sequence(SIGNER, AT + timedelta(minutes=1))
    code, told = tool(exported(tmp_path), "--head", str(kept), "--key", SIGNER.key_id)
    assert (code, told["your_heads"], told["heads"]) == (0, 1, 2)

    rewrite_chain(db_world.owner, case)
    for table in ("engine_leaf", "engine_treehead", "engine_treeprogress"):
        tamper(db_world.owner, f"DELETE FROM {table}")
    sequence(SIGNER, AT + timedelta(minutes=2))
    assert tool(exported(tmp_path))[0] == 0
    code, told = tool(exported(tmp_path), "--head", str(kept))
    assert code == 1
    assert told["found"] == [{"check": "root", "head": 12, "whose": "your head"}]


def test_a_key_that_is_not_the_one_given_shows(case: UUID, tmp_path: Path) -> None:
    code, told = tool(exported(tmp_path), "--key", "0" * 32)
    assert code == 1
    assert told["found"][0]["check"] == "key"


def test_a_forged_signature_shows(case: UUID, tmp_path: Path) -> None:
    def forged(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [
            {"head": {**e["head"], "at": "2020-01-01T00:00:00.000000Z"}} if "head" in e else e for e in lines
        ]

    code, told = tool(rewritten(exported(tmp_path), forged))
    assert code == 1
    assert told["found"][0]["check"] == "signature"


@pytest.mark.parametrize("text", ["", "{}", "not json", '{"tutela": "journal", "version": 2}', "[]"])
def test_what_is_no_export_is_said_not_judged(text: str, tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text(text)
    assert tool(path)[0] == 2
    assert tool(tmp_path / "absent.jsonl")[0] == 2


def test_words_for_people(case: UUID, db_world: Urls, tmp_path: Path) -> None:
    command = [sys.executable, "-I", str(TOOL), str(exported(tmp_path))]
    whole = subprocess.run(command, capture_output=True, text=True, check=False)
    assert SIGNER.key_id in whole.stdout
    assert "Whole" in whole.stdout
    tamper(db_world.owner, "UPDATE engine_entry SET hash = sha256('x') WHERE id = %s", entry_ids(case)[0])
    command[-1] = str(exported(tmp_path))
    broken = subprocess.run(command, capture_output=True, text=True, check=False)
    assert f"First: hash (subject {case}, entry {entry_ids(case)[0]}" in broken.stdout
