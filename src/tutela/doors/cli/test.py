"""`tutela test`: every check, stage by stage, each with its budget and its time."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from tutela.doors.cli.progress import console

BIN = Path(sys.executable).parent
#: Any of these opens the pages of the tests.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
LAST_LONG = Path(".data/long-test.txt")
LONGER = 6  # how many times its budget the long run may take


class Failed(Exception):
    """A stage did not pass; what it printed is above."""


@dataclass(frozen=True)
class Stage:
    """A part of the check. The budget is for two cores; over it the stage is marked, not failed."""

    name: str
    budget_seconds: int
    act: Callable[[], None]


def run(*command: str, env: dict[str, str] | None = None) -> None:
    """Run a program of the environment; its output goes straight through."""
    found = BIN / command[0]
    first = str(found) if found.exists() else command[0]
    environment = os.environ | TEST_SETTINGS | (env or {})
    done = subprocess.run([first, *command[1:]], stdin=subprocess.DEVNULL, env=environment, check=False)
    if done.returncode:
        raise Failed(f"{' '.join(command[:3])} ended with {done.returncode}")


def install() -> None:
    """The development requirements, once for each version of them."""
    requirements = Path("requirements/dev.txt")
    stamp, wanted = BIN.parent / "tutela-dev", str(zlib.crc32(requirements.read_bytes()))
    if not (stamp.exists() and stamp.read_text() == wanted):
        quiet = ["--disable-pip-version-check", "--no-input", "install", "--quiet", "--progress-bar", "off"]
        hashed = ["--require-hashes", "--only-binary", ":all:", "-r", str(requirements)]
        run(sys.executable, "-m", "pip", *quiet, *hashed)
        stamp.write_text(wanted)
    install_browser()


def install_browser() -> None:
    """A browser and a Chinese font from Debian's packages, where that is possible and they are missing."""
    fonts = [] if _has_chinese_font() else ["fonts-noto-cjk"]
    is_there = any(map(shutil.which, BROWSERS))
    if is_there and not fonts:
        return
    wanted = [*([] if is_there else [BROWSERS[0]]), *fonts]
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        console.print(
            f"[yellow]Not installed: {', '.join(wanted)}.[/yellow] The tests that open pages are skipped."
        )
        return
    console.print(f"Installing {', '.join(wanted)} …")
    log = BIN.parent / "apt.log"
    _apt(log, "update")
    install = ("install", "-y", "--no-install-recommends")
    if not _apt(log, *install, *wanted) and not (not is_there and _apt(log, *install, BROWSERS[1], *fonts)):
        console.print(log.read_text()[-1000:], markup=False)
        console.print("[yellow]They could not be installed; the tests that open pages are skipped.[/yellow]")


def _apt(log: Path, *command: str) -> bool:
    """Whether apt-get did it; what it says goes to the log."""
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    with log.open("a") as output:
        done = subprocess.run(
            ["apt-get", "-q", *command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env=quiet,
            check=False,
        )
    return done.returncode == 0


def _has_chinese_font() -> bool:
    if not shutil.which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False).stdout.strip())


def lint() -> None:
    """Ruff: rules and format."""
    places = [name for name in ("src", "tests", "bench") if Path(name).exists()]
    run("ruff", "check", "--quiet", *places)
    run("ruff", "format", "--check", "--quiet", *places)


def types() -> None:
    """mypy, strict where it counts."""
    run("mypy", "--no-error-summary", "src")


def imports() -> None:
    """The arrows between the rooms, and what rules may know."""
    run("lint-imports", "--no-logo")


def licences() -> None:
    """The licences of everything in the base install."""
    from tutela.doors.cli.licences import check

    if unfit := check():
        console.print("Licences that do not go with Apache-2.0:", *unfit, sep="\n  ", markup=False)
        raise Failed("licences")


def migrations() -> None:
    """Models and migrations say the same."""
    run(sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run", env=TEST_SETTINGS)


def messages() -> None:
    """Every text has its Chinese, and the catalogues are fresh."""
    run(sys.executable, "-m", "tutela", "messages", "--check")


def stories() -> None:
    """Every story through every door, and the results that `tutela coverage` is computed from."""
    through = ["--door", "all", "--jobs", os.environ.get("TUTELA_TEST_WORKERS", "2")]
    run(sys.executable, "-W", "ignore", "-m", "tutela", "story", *through, "--record", "--quiet")


def tests() -> None:
    """All tests but the telling of stories, which has a stage; on two processes that share one database server."""
    workers = os.environ.get("TUTELA_TEST_WORKERS", "2")
    run("pytest", "-q", "-n", workers, "--dist", "loadscope", "--durations", "8", "-m", "not told")


TEST_SETTINGS = {"DJANGO_SETTINGS_MODULE": "tutela.config.test"}
STAGES = [
    Stage("install", 90, install),
    Stage("lint", 5, lint),
    Stage("types", 90, types),
    Stage("imports", 15, imports),
    Stage("licences", 5, licences),
    Stage("migrations", 10, migrations),
    Stage("messages", 10, messages),
    Stage("stories", 270, stories),
    Stage("tests", 570, tests),
]


@click.command("test")
@click.option(
    "--long", "is_long", is_flag=True, help="Also kills, fuzz, ten times the property runs, a million rows."
)
@click.option(
    "--only", multiple=True, type=click.Choice([s.name for s in STAGES]), help="Only this stage; repeatable."
)
def command(is_long: bool, only: tuple[str, ...]) -> None:
    """Run every check; exit with 0 if all pass.

    \b
      install      development requirements; Chromium and a Chinese font from Debian's packages, as root
      lint         ruff, rules and format
      types        mypy with django-stubs; strict in the engine, the rules and the definition
      imports      the arrows between the rooms
      licences     everything in the base install goes with Apache-2.0
      migrations   models and migrations say the same
      messages     both catalogues are complete and fresh
      stories      all told through every door, and their results kept, from which coverage is computed
      tests        everything else, on two processes and an embedded PostgreSQL

    Each stage prints its time beside its budget (for two cores); all together take less than a quarter of
    an hour. A failing stage does not keep the next ones from running. --long takes about an hour and keeps
    its last result in .data/long-test.txt.
    """
    if not Path("requirements/dev.in").exists():
        raise click.ClickException("Run it at the root of the source.")
    os.environ.pop("TUTELA_DATA", None)  # the tests have an installation of their own
    os.environ["TUTELA_MODE"] = "test"
    if is_long:
        os.environ["TUTELA_LONG"] = "1"
    lines, failed = [], 0
    for stage in STAGES:
        if not only or stage.name in only:
            line, passed = go(stage, is_long)
            lines.append(line)
            failed += not passed
    console.print("\n" + "\n".join(lines))
    verdict = "All stages passed." if not failed else f"{failed} of {len(lines)} stages failed."
    console.print(verdict)
    if is_long:
        keep([*lines, verdict])
    raise SystemExit(1 if failed else 0)


def go(stage: Stage, is_long: bool) -> tuple[str, bool]:
    """(line of the summary, whether it passed)."""
    budget = stage.budget_seconds * (LONGER if is_long else 1)
    console.print(f"\n[bold]{stage.name}[/bold] [dim]budget {budget} s[/dim]")
    begun, passed = time.monotonic(), True
    try:
        stage.act()
    except (Failed, subprocess.SubprocessError, OSError) as error:
        console.print(f"{stage.name}: {error}", style="red", markup=False)
        passed = False
    seconds = time.monotonic() - begun
    sign = "[green]✓[/green]" if passed else "[red]✗[/red]"
    over = " [yellow]over its budget[/yellow]" if seconds > budget else ""
    line = f"{sign} {stage.name:<11} {seconds:7.1f} s of {budget:4} s{over}"
    console.print(line)
    return line, passed


def keep(lines: list[str]) -> None:
    """Keep the result of a long run, with the day and the machine."""
    from rich.text import Text

    LAST_LONG.parent.mkdir(parents=True, exist_ok=True)
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    where = f"{machine}, Python {platform.python_version()}"
    day = time.strftime("%Y-%m-%d %H:%M", time.gmtime())
    said = [Text.from_markup(line).plain for line in lines]
    LAST_LONG.write_text("\n".join([f"{day} UTC, {where}", *said]) + "\n")
