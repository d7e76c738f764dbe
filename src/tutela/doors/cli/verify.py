"""`tutela verify`: check that nobody has rewritten the journal, and write it out for others to check."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tutela.doors.cli.ground import data_option, ground
from tutela.doors.cli.progress import console

if TYPE_CHECKING:
    from tutela.engine.verify import Report
    from tutela.engine.verify_tree import Head

MEANING = {
    "chain.hash": "the entry was changed",
    "chain.link": "the entry does not follow the one before it",
    "chain.number": "the numbers of the chain have a gap",
    "chain.end": "the chain does not end where it should: its tail was cut off, or added",
    "header.columns": "the columns of the entry say something else than its header",
    "header.unreadable": "the header of the entry cannot be read",
    "body": "a sealed body was changed, removed or added",
    "leaf.cut": "the entry is gone; its leaf in the tree is still there",
    "leaf.entry": "the entry is not the one that was taken into the tree",
    "leaf.hash": "a leaf of the tree was changed",
    "leaf.place": "a leaf of the tree is missing or out of place",
    "head.root": "the leaves do not make the head that was signed",
    "head.missing_leaves": "the head covers entries that are not there any more",
    "head.unsigned_leaves": "there are leaves that no head covers",
    "head.key": "the head was signed by a key that is not trusted here",
    "head.signature": "the signature of the head does not hold",
}


@click.command("verify")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--export",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write the journal to FILE (JSON lines), for tools/tutela_verify.py.",
)
@click.option(
    "--head",
    "kept",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file with heads kept elsewhere: an earlier export, or its head lines. May be repeated.",
)
@data_option
def command(as_json: bool, target: Path | None, kept: tuple[Path, ...], data: Path | None) -> None:
    """Check that nobody has rewritten the journal.

    Every hash of every chain and of the tree over them is computed anew; columns are held against headers,
    sealed bodies against their digests, signed heads against the leaves. What fails is named by subject and
    entry; nothing of its content is shown.

    \b
      ./tutela verify                       is the journal whole?
      ./tutela verify --head monitor.jsonl  and does it hold what the monitor kept?
      ./tutela verify --export journal.jsonl
      python3 tools/tutela_verify.py journal.jsonl --key FINGERPRINT

    The last line needs neither Tutela nor its database: give the file and that program to whoever doubts.
    Exits with 1 if anything is wrong.
    """
    heads = [head for path in kept for head in _heads_in(path)]
    with ground(data):
        from django.db import connection

        from tutela.config.logs import event
        from tutela.engine.signing import Signer
        from tutela.engine.verify import verify_chains

        report = verify_chains(connection, known_heads=heads)
        ms = round(sum(report.seconds.values()) * 1000)
        event("verify.done", entries=report.entries, subjects=report.subjects, ms=ms)
        for finding in report.findings:
            where = {"subject_id": finding.subject_id, "entry_id": finding.entry_id}
            event("verify.failed", kind=finding.check, **{k: v for k, v in where.items() if v is not None})
        written = _export(target) if target else None
        key_id = Signer.from_settings().key_id
    if as_json:
        click.echo(json.dumps({**report.as_json(), "key_id": key_id, "exported": written}))
    else:
        _tell(report, key_id, target, written)
    raise SystemExit(0 if report.is_whole else 1)


def _heads_in(path: Path) -> list[Head]:
    from tutela.engine.verify_tree import Head

    try:
        found = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        heads = [Head.from_json(line["head"]) for line in found if isinstance(line, dict) and "head" in line]
    except (ValueError, KeyError, TypeError) as error:
        raise click.ClickException(f"{path}: not a file with heads") from error
    if not heads:
        raise click.ClickException(f"{path}: no head in it")
    return heads


def _export(target: Path) -> int:
    """Write the journal where only the owner of the file may read it."""
    from django.db import connection

    from tutela.engine import export
    from tutela.engine.time import system_clock

    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        return export.write(connection, file, system_clock())


def _tell(report: Report, key_id: str, target: Path | None, written: int | None) -> None:
    counts = f"{report.entries} entries on {report.subjects} chains, {report.leaves} in the tree"
    console.print(f"{counts}, {report.waiting} not yet; {report.heads} signed heads (key {key_id}).")
    times = ", ".join(f"{what} {seconds:.1f} s" for what, seconds in report.seconds.items())
    console.print(f"[dim]{times}[/dim]")
    for finding in report.findings:
        console.print(f"[red]✗[/red] {_said(finding.as_json())}")
    if report.is_whole:
        console.print("[green]✓[/green] Whole: nothing was rewritten, moved, cut off or left out.")
    if target:
        console.print(f"{written} entries written to {target}, readable by you only.")


def _said(found: dict[str, Any]) -> str:
    check = found.pop("check")
    where = ", ".join(f"{key} {value}" for key, value in found.items())
    meaning = MEANING.get(check, "something kept beside the journal has drifted from it")
    return f"{check}: {meaning} ({where})" if where else f"{check}: {meaning}"
