"""`tutela lock`: pin what is installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click

from tutela.doors.cli.progress import console

FOLDER = Path("requirements")
FLAGS = ["--generate-hashes", "--no-emit-index-url", "--universal", "--python-version", "3.11", "--no-header"]


@click.command("lock")
@click.option("--upgrade", is_flag=True, help="Take newer versions where there are any.")
def command(upgrade: bool) -> None:
    """Pin the requirements anew.

    Reads requirements/*.in and writes requirements/*.txt: every package with its version and hashes, for
    every system, naming no index. The base comes first; the others keep to its versions. Run it after
    changing an .in file and commit both. It needs a way to a package registry.
    """
    uv = Path(sys.executable).with_name("uv")
    if not uv.exists():
        raise click.ClickException(
            "uv is missing: it comes with the development requirements (./tutela test)."
        )
    if not (FOLDER / "base.in").exists():
        raise click.ClickException("Run it at the root of the source, where the folder requirements is.")
    names = sorted((path.stem for path in FOLDER.glob("*.in")), key=lambda name: (name != "base", name))
    for name in names:
        target = FOLDER / f"{name}.txt"
        command = [
            str(uv),
            "pip",
            "compile",
            *FLAGS,
            str(FOLDER / f"{name}.in"),
            "-o",
            str(target),
            "--quiet",
        ]
        subprocess.run([*command, "--upgrade"] if upgrade else command, check=True)
        text = target.read_text()
        if "://" in text.replace("# via", ""):
            raise click.ClickException(f"{target} holds an address; it must name no index.")
        pinned = sum("==" in line for line in text.splitlines())
        console.print(f"[green]✓[/green] {target} [dim]{pinned} packages[/dim]")
