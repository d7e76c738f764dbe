"""`tutela story`: tells stories and prints every expectation with its outcome."""

from __future__ import annotations

import logging
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from tutela.stories.runner import Told
    from tutela.stories.story import Story
    from tutela.stories.world import Worlds

SIGNS = {"shown": ("✓", "green"), "failed": ("✗", "red"), "later": ("○", "yellow")}
NAMES = {"shown": "shown", "failed": "FAILED", "later": "not yet"}


@contextmanager
def scratch(root: Path) -> Iterator[Worlds]:
    """Worlds on a scratch installation of their own, never the demo's data nor that of DATABASE_URL's installation."""
    os.environ["TUTELA_MODE"] = "test"
    os.environ["DJANGO_SETTINGS_MODULE"] = "tutela.config.test"
    os.environ["TUTELA_DATA"] = os.environ.get("TUTELA_STORIES_DATA", ".data/test")
    import psycopg

    from tutela.config import database
    from tutela.config.installation import Installation

    Installation.at().make()
    os.environ.setdefault("TUTELA_LOG", str(Installation.at().folder / "stories.log"))

    with database.running(fast=True) as urls:
        import django

        django.setup()
        from django.test.utils import setup_test_environment

        from tutela.config.scratch import Templates
        from tutela.stories.world import Worlds

        setup_test_environment()
        logging.getLogger("django.request").setLevel(logging.ERROR)  # refusals are what stories are about
        with psycopg.connect(urls.admin, autocommit=True) as admin:
            templates = Templates(urls, admin)
            templates.prepare()
            worlds = Worlds(templates, root)
            try:
                yield worlds
            finally:
                worlds.close()


@click.command("story")
@click.argument("paths", metavar="[FILE]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--door",
    type=click.Choice(["engine", "api", "cli", "pages", "all"]),
    default="engine",
    show_default=True,
    help="Through which door to tell them; `all` is engine, api and cli, and compares what they answer.",
)
@click.option("--only", metavar="WORDS", help="Only stories with these words in their title.")
@click.option("--record", is_flag=True, help="Keep the results, from which `tutela coverage` is computed.")
@click.option("--quiet", is_flag=True, help="Print only what failed, and the counts.")
@click.option(
    "--jobs", type=click.IntRange(1, 16), default=1, show_default=True, help="How many are told side by side."
)
def command(
    paths: tuple[Path, ...], door: str, only: str | None, record: bool, quiet: bool, jobs: int
) -> None:
    """Tell stories, and print every expectation with its outcome.

    A story is a case told in YAML: what is given, what somebody does, and what must come of it. Without a
    FILE all stories under stories/ are told. Each gets a fresh world in scratch databases.

    \b
      shown     it came out as the story says
      FAILED    it did not, and why; also when it was refused for another reason than the one told
      not yet   it belongs to later work (the provision says which); nothing is judged

    \b
    Examples
      tutela story stories/landmarks/chowdury.yaml
      tutela story --door all
      tutela story --door all --jobs 2 --record     what the check does, so that coverage is of today

    Exit code 1 when anything failed, 2 when a story cannot be read.
    """
    root = _root(paths)
    with scratch(root) as worlds:
        from tutela.stories.runner import ALL_DOORS, files, read, tell
        from tutela.stories.story import BadStory

        try:
            stories = read(_expanded(paths) or files(root), root)
        except BadStory as error:
            click.echo(str(error), err=True)
            raise SystemExit(2) from None
        wanted = [s for s in stories if not only or only.lower() in s.title.lower()]
        doors = list(ALL_DOORS) if door == "all" else [door]
        told: list[Told] = []
        side_by_side = jobs > 1 and len(wanted) > 1
        for one in (
            _shared(wanted, root, doors, jobs) if side_by_side else (tell(s, worlds, doors) for s in wanted)
        ):
            told.append(one)
            _print(one, quiet)
        if record:
            _keep(told, everything=not paths and not only)
    failed = _summary(told)
    raise SystemExit(1 if failed or not told else 0)


def _shared(stories: Sequence[Story], root: Path, doors: list[str], jobs: int) -> Iterator[Told]:
    """What processes of their own told, in the order of the stories; each takes the next as it comes free."""
    context = multiprocessing.get_context("spawn")
    waiting, done = context.Queue(), context.Queue()
    waiting.cancel_join_thread()  # where a process ends over a story, nobody takes the rest
    for place, story in enumerate(stories):
        waiting.put((place, story))
    workers = [
        context.Process(target=_tell_waiting, args=(waiting, done, root, doors), daemon=True)
        for _ in range(jobs)
    ]
    for worker in workers:
        waiting.put(None)
        worker.start()
    early: dict[int, Told] = {}
    for place in range(len(stories)):
        while place not in early:
            number, told = _next(done, workers)
            early[number] = told
        yield early.pop(place)
    for worker in workers:
        worker.join()


def _next(done: Any, workers: Sequence[Any]) -> tuple[int, Told]:
    """The next that was told. Raises ClickException where a process ended over it: nobody would ever tell the rest."""
    from queue import Empty

    while True:
        try:
            return done.get(timeout=1)
        except Empty:
            if any(worker.exitcode for worker in workers):
                raise click.ClickException(
                    "A process that told stories ended; what it said is above."
                ) from None


def _tell_waiting(waiting: Any, done: Any, root: Path, doors: list[str]) -> None:
    """One process: worlds of its own on the server that all share, until no story waits."""
    with scratch(root) as worlds:
        from tutela.stories.runner import tell

        while (next_one := waiting.get()) is not None:
            place, story = next_one
            done.put((place, tell(story, worlds, doors)))


def _root(paths: tuple[Path, ...]) -> Path:
    """The folder of the stories: the one above a file that holds the cast, else the source's own."""
    from tutela.instrument.results import STORIES

    for path in paths:
        for folder in (path.absolute(), *path.absolute().parents):
            if (folder / "cast.yaml").exists():
                return folder
    return STORIES


def _expanded(paths: tuple[Path, ...]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        inside = [one for one in sorted(path.rglob("*.yaml")) if one.name != "cast.yaml"]
        found += inside if path.is_dir() else [path]
    return [path.absolute() for path in found]


def _print(told: Told, quiet: bool) -> None:
    if quiet and told.passed:
        return
    click.echo(
        "\n" + click.style(told.story.title, bold=True) + click.style(f"  {told.story.file}", dim=True)
    )
    for line, status, why in told.lines():
        if quiet and status != "failed":
            continue
        sign, colour = SIGNS[status]
        answers = f" ({line.of})" if line.of else ""
        because = f": {why}" if why else ""
        click.echo(f"  {click.style(sign, fg=colour)} {NAMES[status]:<7} {line}{answers}{because}")
    if told.apart:
        click.echo(f"  {click.style('✗', fg='red')} FAILED  the doors agree: {told.apart}")


def _summary(told: list[Told]) -> int:
    counts: dict[str, int] = dict.fromkeys(NAMES, 0)
    for one in told:
        for _, status, _ in one.lines():
            counts[status] += 1
    apart = sum(bool(one.apart) for one in told)
    said = ", ".join(f"{counts[status]} {NAMES[status]}" for status in NAMES)
    click.echo(f"\n{len(told)} stories: {said}" + (f"; doors disagree in {apart}" if apart else ""))
    return counts["failed"] + apart


def _keep(told: list[Told], everything: bool) -> None:
    """Keeps results: of all stories afresh, or of these beside what is known of others."""
    from tutela.instrument.results import read_results, write_results
    from tutela.stories.runner import earned

    again = {one.story.file for one in told}
    others = [] if everything else [result for result in read_results() if result.file not in again]
    write_results([*others, *earned(told)])
