"""`tutela bench`: how fast this version is on this machine. Its parts are in `bench/`, beside the source."""

from __future__ import annotations

import json
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from tutela.doors.cli.progress import console

ROOT = Path(__file__).resolve().parents[4]
PARTS = ("perform", "clients", "reading", "verify", "start", "pages")
GOALS = {
    "perform_ratio": "at most 3",
    "actions_per_second_8_clients": "",
    "list_100_ms": "under 60 ms, growth under 1.2",
    "case_page_ms": "growth under 1.2",
    "verify_ratio": "at most 3",
    "start_s": "again: under 5",
}


#: Sizes to read at: what compares sizes, and what is only weighed.
COMPARED, WEIGHED = (10_000, 1_000_000), (10_000,)


def _sizes(context: click.Context, option: click.Parameter, text: str | None) -> tuple[int, ...] | None:
    if text is None:
        return None
    try:
        sizes = tuple(int(part.replace("_", "")) for part in text.split(","))
    except ValueError:
        raise click.BadParameter("numbers with a comma between, for example 10000,1000000") from None
    if not sizes or min(sizes) < 1500 or list(sizes) != sorted(set(sizes)):
        raise click.BadParameter("each larger than the one before, and the first at least 1500")
    return sizes


@click.command("bench")
@click.argument("parts", nargs=-1, type=click.Choice(PARTS))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option(
    "--cases",
    callback=_sizes,
    help="Sizes to read at.  [default: 10000,1000000; for `pages` alone 10000]",
)
@click.option(
    "--reuse",
    is_flag=True,
    help="Leave the grown databases there, and take up those that an earlier run left.",
)
@click.option("--keep", "name", metavar="NAME", help="Also write the figures to bench/results/DAY-NAME.json.")
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the bench's own server and databases.  [default: .data/bench]",
)
def command(
    parts: tuple[str, ...],
    as_json: bool,
    cases: tuple[int, ...] | None,
    reuse: bool,
    name: str | None,
    data: Path | None,
) -> None:
    """Measure, and print the figures of this machine: all parts, or those named.

    \b
    perform   one guarded act against a bare transaction that writes the same rows
    clients   guarded acts in a second, eight clients on different cases
    reading   the list of a hundred and the case page, at each number of cases
    verify    the journal verified, against fetching and hashing the same bytes
    start     `./tutela demo` into an empty folder, and again
    pages     every page: kilobytes on a first visit and again, queries, the server's median

    It works in databases of its own, which it makes and throws away. With the default numbers of cases it
    takes some ten minutes and twelve gigabytes of disk; with --cases 2000,10000 two minutes. Close other
    programs first.

    \b
    tutela bench pages                            every page, at ten thousand cases
    tutela bench pages --cases 10000,1000000 --reuse   at a million, which later runs find again
    """
    if not (ROOT / "bench" / "run.py").exists() or find_spec("tutela") is None:
        raise click.ClickException("The bench comes with the source: run ./tutela bench in a clone.")
    sys.path.insert(0, str(ROOT))
    os.environ["TUTELA_MODE"] = "demo"
    folder = (data or Path(".data/bench")).absolute()
    os.environ["TUTELA_LOG"] = str(folder / "log")
    from bench import run as bench

    say = (lambda text: None) if as_json else (lambda text: console.print(f"[dim]{text} …[/dim]"))
    parts = parts or PARTS
    sizes = cases or (COMPARED if {"reading", "verify"} & set(parts) else WEIGHED)
    figures = bench.run(parts, sizes, folder, say, reuse=reuse)
    if name:
        bench.keep(figures, name)
    click.echo(json.dumps(figures, indent=1) if as_json else table(figures))


def table(figures: dict[str, Any]) -> str:
    """The figures as lines to read, each with its goal."""
    lines = []
    for name, goal in GOALS.items():
        if name in figures:
            lines += [
                f"{label:<46}{value:>12}   {goal}".rstrip() for label, value in _flat(name, figures[name])
            ]
    lines += _pages(figures.get("pages", []))
    about = figures["machine"]
    lines.append(f"{about['cores']} cores ({about['processor']}), {about['memory_gb']} GB, {about['system']}")
    lines.append(f"PostgreSQL {about['postgresql']}, Python {about['python']}, Django {about['django']}")
    return "\n".join(lines)


def _pages(rows: list[dict[str, Any]]) -> list[str]:
    """A line for each page; goals: 150 kB first and 25 again (small pages 30), 15 queries, 100 ms."""
    if not rows:
        return []
    lines = [f"{'page':<34}{'kB first':>9}{'again':>8}{'queries':>9}{'ms':>8}"]
    lines += [
        f"{r['name']:<34}{r['kb_first']:>9}{r['kb_again']:>8}{r['queries']:>9}{r['ms']:>8}" for r in rows
    ]
    from bench.pages import beyond

    lines.append("goals: 150 kB first, 25 again (small pages: 30); at most 15 queries; under 100 ms")
    return [*lines, *(f"beyond its goal: {told}" for told in beyond(rows)), ""]


def _flat(name: str, value: Any) -> list[tuple[str, Any]]:
    if not isinstance(value, dict):
        return [(name, value)]
    return [pair for key, part in value.items() for pair in _flat(f"{name} {key}", part)]
